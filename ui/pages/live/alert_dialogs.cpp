// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/live/alert_dialogs.h>

#include <present/texts/live_table_texts.h>
#include <present/texts/rule_texts.h>
#include <present/texts/source_texts.h>
#include <ui/widgets/choice_field.h>
#include <ui/widgets/segmented_control.h>

#include <QCheckBox>
#include <QLineEdit>

namespace headroom::ui {

using present::RuleDraft;
using Texts = present::RuleTexts;

namespace {

constexpr const char *kSeverities[] = {"info", "warning", "critical"};
constexpr int kSilenceHours[] = {1, 4, 24, 168};

} // namespace

RuleDialog::RuleDialog(const RuleDraft &draft, QWidget *parent)
    : FormDialog(QStringLiteral("rule"), draft.id.isEmpty() ? Texts::newTitle() : Texts::editTitle(), present::SourceTexts::save(), parent), m_draft(draft)
{
    m_name = addText(QStringLiteral("name"), Texts::name());
    m_name->setText(draft.name);
    m_name->setReadOnly(!draft.own);
    m_quantity = new ChoiceField;
    m_quantity->setName(QStringLiteral("rule.quantity"));
    QVector<Choice> quantities;
    for (const present::RuleQuantity &one : present::ruleQuantities())
        quantities.push_back({one.id, one.name, true, {}});
    m_quantity->setChoices(quantities);
    m_quantity->setCurrent(draft.quantity);
    addField(Texts::quantity(), m_quantity);
    m_side = new SegmentedControl(this);
    m_side->setName(QStringLiteral("rule.side"));
    m_side->setChoices({{QStringLiteral("above"), Texts::sideAbove(), true, {}}, {QStringLiteral("below"), Texts::sideBelow(), true, {}}});
    m_side->setCurrent(draft.above ? QStringLiteral("above") : QStringLiteral("below"));
    addField(Texts::side(), m_side);
    m_threshold = new QLineEdit(this);
    m_threshold->setObjectName(QStringLiteral("rule.threshold"));
    m_threshold->setText(draft.threshold);
    m_thresholdLabel = addField(Texts::threshold(), m_threshold);
    m_clear = new QLineEdit(this);
    m_clear->setObjectName(QStringLiteral("rule.clear"));
    m_clear->setPlaceholderText(Texts::clearHint());
    m_clear->setText(draft.clear);
    m_clearLabel = addField(Texts::clear(), m_clear);
    m_minutes = addText(QStringLiteral("minutes"), draft.hasDuration ? Texts::duration() : Texts::told());
    m_minutes->setText(draft.minutes);
    m_severity = new SegmentedControl(this);
    m_severity->setName(QStringLiteral("rule.severity"));
    QVector<Choice> severities;
    for (int i = 0; i < 3; ++i)
        severities.push_back({QLatin1String(kSeverities[i]), present::LiveTableTexts::severityWord(static_cast<monitor::AlertSeverity>(i)), true, {}});
    m_severity->setChoices(severities);
    m_severity->setCurrent(QLatin1String(kSeverities[static_cast<int>(draft.severity)]));
    addField(Texts::severity(), m_severity);
    m_enabled = new QCheckBox(Texts::enabled(), this);
    m_enabled->setObjectName(QStringLiteral("rule.enabled"));
    m_enabled->setChecked(draft.enabled);
    addField(QString(), m_enabled);
    setLineVisible(m_quantity, draft.own);
    setLineVisible(m_side, draft.own);
    setLineVisible(m_threshold, draft.valued);
    setLineVisible(m_clear, draft.valued);
    connect(m_quantity, &ChoiceField::chosen, this, &RuleDialog::showUnit);
    showUnit();
}

void RuleDialog::showUnit()
{
    QString unit = m_draft.unit;
    for (const present::RuleQuantity &one : present::ruleQuantities())
        if (m_draft.own && one.id == m_quantity->current())
            unit = one.unit;
    const auto with = [&unit](const QString &label) { return unit.isEmpty() ? label : QStringLiteral("%1 (%2)").arg(label, unit); };
    m_thresholdLabel->setText(with(Texts::threshold()));
    m_clearLabel->setText(with(Texts::clear()));
}

bool RuleDialog::take()
{
    RuleDraft draft = m_draft;
    draft.name = m_name->text();
    if (draft.own) {
        draft.quantity = m_quantity->current();
        draft.above = m_side->current() == u"above";
    }
    draft.threshold = m_threshold->text();
    draft.clear = m_clear->text();
    draft.minutes = m_minutes->text();
    for (int i = 0; i < 3; ++i)
        if (m_severity->current() == QLatin1String(kSeverities[i]))
            draft.severity = static_cast<monitor::AlertSeverity>(i);
    draft.enabled = m_enabled->isChecked();
    if (const auto problem = problemOf(draft)) {
        showProblem(problem->field, problem->sentence);
        return false;
    }
    emit saved(draft);
    return true;
}

SilenceDialog::SilenceDialog(QWidget *parent) : FormDialog(QStringLiteral("silence"), Texts::silenceTitle(), present::SourceTexts::save(), parent)
{
    m_for = new SegmentedControl(this);
    m_for->setName(QStringLiteral("silence.for"));
    QVector<Choice> choices;
    for (const int hours : kSilenceHours)
        choices.push_back({QString::number(hours), Texts::hours(hours), true, {}});
    choices.push_back({QStringLiteral("own"), Texts::own(), true, {}});
    choices.push_back({QStringLiteral("0"), Texts::notAtAll(), true, {}});
    m_for->setChoices(choices);
    m_for->setCurrent(QStringLiteral("4"));
    addField(Texts::silenceFor(), m_for);
    m_hours = addText(QStringLiteral("hours"), Texts::ownHours());
    m_hours->setText(QStringLiteral("12"));
    m_comment = addText(QStringLiteral("comment"), Texts::comment(), Texts::commentHint());
    m_comment->setMaxLength(400);
    setLineVisible(m_hours, false);
    connect(m_for, &SegmentedControl::chosen, this, [this](const QString &id) {
        setLineVisible(m_hours, id == u"own");
        setLineVisible(m_comment, id != u"0");
        adjustSize();
    });
}

bool SilenceDialog::take()
{
    bool ok = true;
    const double hours = m_for->current() == u"own" ? m_hours->text().trimmed().toDouble(&ok) : m_for->current().toDouble();
    if (!ok || (m_for->current() == u"own" && !(hours >= 0.1 && hours <= 8760))) {
        showProblem(QStringLiteral("silence.hours"), Texts::badHours());
        return false;
    }
    emit silenced(hours * 3600, hours > 0 ? m_comment->text().trimmed() : QString());
    return true;
}

} // namespace headroom::ui
