// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/choice_editors.h>

#include <ui/widgets/choice_field.h>
#include <ui/widgets/segmented_control.h>
#include <ui/widgets/text_label.h>

#include <present/texts/field_choices.h>
#include <present/texts/field_texts.h>
#include <present/texts/plan_texts.h>

#include <QBoxLayout>
#include <QComboBox>

namespace headroom::ui {

using present::FieldChoices;
using present::FieldTexts;

ChoiceEditor::ChoiceEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent)
    : FieldEditor(field, session, parent), m_choice(new ChoiceField(ChoiceField::LabelPlace::Beside, parent))
{
    m_choice->setName(field.id);
    connect(m_choice, &ChoiceField::chosen, this, [this](const QString &id) {
        setValue(id);
        m_session.endGesture();
    });
    connect(&session, &present::ScenarioSession::catalogChanged, this, [this] {
        fill();
        showValue();
    });
}

QWidget *ChoiceEditor::widget() const
{
    return m_choice;
}

void ChoiceEditor::fill()
{
    QVector<Choice> choices;
    for (const present::FieldChoice &choice : FieldChoices::of(id(), *m_session.catalog()))
        choices.push_back({choice.id, choice.detail.isEmpty() ? choice.label : choice.label + QStringLiteral(" · ") + choice.detail, true, {}});
    m_choice->setChoices(choices);
}

void ChoiceEditor::showValue()
{
    // A scenario may name a model by an alias: the list shows what it stands for.
    const QString current = value().toString();
    QString shown = current;
    if (id() == QStringLiteral("model.id")) {
        if (const core::Model *model = m_session.catalog()->findModel(current.toStdString()))
            shown = QString::fromStdString(model->id);
    } else if (id() == QStringLiteral("model.engine")) {
        if (const core::Engine *engine = m_session.catalog()->findEngine(current.toStdString()))
            shown = QString::fromStdString(engine->id);
    }
    m_choice->setCurrent(shown);
}

void ChoiceEditor::retranslate()
{
    m_choice->setLabel(FieldTexts::label(id()));
    m_choice->setToolTip(FieldTexts::help(id()));
    m_choice->list()->setAccessibleDescription(FieldTexts::help(id()));
    fill();
    showValue();
}

SegmentEditor::SegmentEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent)
    : FieldEditor(field, session, parent), m_box(new QWidget(parent)), m_label(new TextLabel(TextRole::Body, Tone::Neutral, m_box)),
      m_segments(new SegmentedControl(m_box)), m_note(new TextLabel(TextRole::Small, Tone::Secondary, m_box))
{
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    layout->addWidget(m_label);
    layout->addWidget(m_segments);
    layout->addWidget(m_note);
    m_note->setWordWrap(true);
    m_note->hide();
    m_note->setObjectName(field.id + QStringLiteral(".note"));
    m_segments->setChoices(words());
    m_segments->setName(field.id);
    connect(m_segments, &SegmentedControl::chosen, this, [this](const QString &id) {
        setValue(m_field.kind == present::FieldKind::Choice ? QVariant(id) : QVariant(id.toInt()));
        m_session.endGesture();
    });
}

QVector<Choice> SegmentEditor::words() const
{
    QVector<Choice> choices;
    if (m_field.kind != present::FieldKind::Choice) {
        for (int i = static_cast<int>(m_field.low); i <= static_cast<int>(m_field.high); ++i)
            choices.push_back({QString::number(i), present::PlanTexts::redundancy(i), true, {}});
        return choices;
    }
    for (const present::FieldChoice &choice : FieldChoices::of(id(), *m_session.catalog()))
        choices.push_back({choice.id, choice.label, true, choice.detail});
    return choices;
}

void SegmentEditor::showValue()
{
    m_segments->setCurrent(value().toString());
}

void SegmentEditor::retranslate()
{
    m_label->setText(FieldTexts::label(id()));
    m_label->setToolTip(FieldTexts::help(id()));
    m_segments->setToolTip(FieldTexts::help(id()));
    m_segments->setAccessibleName(FieldTexts::label(id()));
    m_segments->setAccessibleDescription(FieldTexts::help(id()));
    m_segments->setChoices(words());
    showValue();
}

void SegmentEditor::showPlan(const present::PlanView &view)
{
    if (id() != QStringLiteral("model.format") || view.formats.empty())
        return;
    QVector<Choice> choices;
    // The one that is chosen can be seen and left even where it leads nowhere.
    for (const present::FormatView &format : view.formats)
        choices.push_back({format.id, format.label, format.available || format.id == value().toString(), format.reason});
    m_segments->setChoices(choices);
    m_note->setText(view.formatNote);
    m_note->setVisible(!view.formatNote.isEmpty());
}

} // namespace headroom::ui
