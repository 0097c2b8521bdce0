// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/wizard_panel.h>

#include <ui/widgets/group_section.h>
#include <ui/widgets/link_button.h>
#include <ui/widgets/text_label.h>

#include <present/texts/field_texts.h>
#include <present/texts/plan_texts.h>

#include <QAbstractButton>
#include <QBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>

namespace headroom::ui {

using present::FieldGroup;
using present::FieldTexts;
using present::PlanTexts;

namespace {

constexpr int kWidth = 352;
constexpr int kSteps = static_cast<int>(present::kFieldGroups.size());

// What stands in a group, in the order in which people think of it; what few people touch is folded away.
QStringList fieldsOf(FieldGroup group)
{
    switch (group) {
    case FieldGroup::Demand:
        return {QStringLiteral("demand.users"), QStringLiteral("demand.adoption_ratio"), QStringLiteral("demand.requests_per_user_hour"),
                QStringLiteral("demand.peak_rps"), QStringLiteral("demand.workload"), QStringLiteral("demand.input_tokens_mean"), QStringLiteral("demand.output_tokens_mean")};
    case FieldGroup::Model: return {QStringLiteral("model.id"), QStringLiteral("model.format"), QStringLiteral("model.engine")};
    case FieldGroup::Hardware:
        return {QStringLiteral("hardware.gpus"), QStringLiteral("hardware.headroom_ratio"), QStringLiteral("hardware.redundancy"),
                QStringLiteral("hardware.ttft_p95_target_s"), QStringLiteral("hardware.tpot_p95_target_s"), QStringLiteral("hardware.e2e_target_s"),
                QStringLiteral("hardware.target_percentile")};
    case FieldGroup::Money: return {QStringLiteral("money.offers"), QStringLiteral("money.commitment"), QStringLiteral("money.currency")};
    case FieldGroup::Proposal:
        return {QStringLiteral("title"), QStringLiteral("proposal.customer"), QStringLiteral("proposal.author"), QStringLiteral("proposal.note")};
    }
    return {};
}

} // namespace

WizardPanel::WizardPanel(present::ScenarioSession &session, QWidget *parent)
    : QScrollArea(parent), m_session(session), m_content(new QWidget), m_guide(new QWidget(m_content)), m_guideTitle(new TextLabel(TextRole::Strong, Tone::Accent, m_guide)),
      m_guideHint(new TextLabel(TextRole::Caption, Tone::Secondary, m_guide)), m_guideButtons(new QWidget), m_back(new QPushButton), m_next(new QPushButton),
      m_skip(new LinkButton(QString())), m_again(new LinkButton(QString()))
{
    setObjectName(QStringLiteral("plan.wizard"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(kWidth);
    setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(kSpaceXl, kSpaceM, kSpaceL, kSpaceXl);
    layout->setSpacing(kSpaceM);
    m_guide->setObjectName(QStringLiteral("guide"));
    auto *guide = new QVBoxLayout(m_guide);
    guide->setContentsMargins(0, 0, 0, 0);
    guide->setSpacing(2);
    auto *guideHead = new QHBoxLayout;
    guideHead->addWidget(m_guideTitle, 1);
    guideHead->addWidget(m_skip, 0);
    guide->addLayout(guideHead);
    guide->addWidget(m_guideHint);
    m_guideHint->setWordWrap(true);
    m_skip->setObjectName(QStringLiteral("guide.skip"));
    layout->addWidget(m_guide);

    for (const FieldGroup group : present::kFieldGroups) {
        auto *section = new GroupSection(m_content);
        section->setName(QStringLiteral("group.") + present::fieldGroupId(group));
        auto *hint = new TextLabel(TextRole::Caption, Tone::Secondary, section);
        hint->setWordWrap(true);
        section->contentLayout()->addWidget(hint);
        m_hints.push_back(hint);
        addFields(section, fieldsOf(group));
        layout->addWidget(section);
        m_groups.push_back(section);
        if (group == FieldGroup::Demand)
            m_moreDemand = addMore(section, QStringLiteral("group.demand.more"),
                {QStringLiteral("demand.day_profile"), QStringLiteral("demand.max_context"), QStringLiteral("demand.prefix_cache_hit_ratio"),
                 QStringLiteral("demand.burstiness"), QStringLiteral("demand.input_tokens_p95"), QStringLiteral("demand.output_tokens_p95"),
                 QStringLiteral("demand.input_histogram"), QStringLiteral("demand.output_histogram")});
        if (group == FieldGroup::Money) {
            m_moreMoney = addMore(section, QStringLiteral("group.money.more"),
                {QStringLiteral("money.regions"), QStringLiteral("money.exclude_regions"), QStringLiteral("money.committed_ratio"), QStringLiteral("money.spot_ratio"), QStringLiteral("money.capacity"), QStringLiteral("money.min_replicas"),
                 QStringLiteral("money.scale_up_minutes"), QStringLiteral("money.storage_gb"), QStringLiteral("money.egress_gb"), QStringLiteral("money.support_ratio"),
                 QStringLiteral("money.api_input_per_million"), QStringLiteral("money.api_output_per_million")});
            m_ownHardware = addMore(section, QStringLiteral("group.own_hardware"),
                {QStringLiteral("own_hardware.server_price"), QStringLiteral("own_hardware.network_ratio"), QStringLiteral("own_hardware.depreciation_months"),
                 QStringLiteral("own_hardware.residual_ratio"), QStringLiteral("own_hardware.capital_ratio"), QStringLiteral("own_hardware.electricity_per_kwh"),
                 QStringLiteral("own_hardware.pue"), QStringLiteral("own_hardware.colocation_per_kw_month"), QStringLiteral("own_hardware.support_ratio"),
                 QStringLiteral("own_hardware.software_per_gpu_year"), QStringLiteral("own_hardware.staff_per_server_year"), QStringLiteral("own_hardware.tax_ratio")});
            m_growth = addMore(section, QStringLiteral("group.growth"),
                {QStringLiteral("growth.start_ratio"), QStringLiteral("growth.monthly_ratio"), QStringLiteral("growth.steps"), QStringLiteral("growth.lead_weeks"),
                 QStringLiteral("growth.horizon_months")});
        }
        if (group == FieldGroup::Hardware) {
            m_moreHardware = addMore(section, QStringLiteral("group.hardware.more"),
                {QStringLiteral("hardware.exclude_gpus"), QStringLiteral("hardware.max_gpus"), QStringLiteral("hardware.max_power_w"), QStringLiteral("hardware.considered")});
            m_layout = addMore(section, QStringLiteral("group.layout"), {});
            m_layoutHint = new TextLabel(TextRole::Small, Tone::Secondary, m_layout);
            m_layoutHint->setWordWrap(true);
            m_layout->contentLayout()->addWidget(m_layoutHint);
            addFields(m_layout, {QStringLiteral("layout.gpus"), QStringLiteral("layout.replicas"), QStringLiteral("layout.tp"), QStringLiteral("layout.pp"),
                                 QStringLiteral("layout.ep"), QStringLiteral("layout.dp")});
        }
    }
    auto *buttons = new QHBoxLayout(m_guideButtons);
    buttons->setContentsMargins(0, kSpaceXs, 0, kSpaceS);
    buttons->addWidget(m_back, 0);
    buttons->addStretch(1);
    buttons->addWidget(m_next, 0);
    m_back->setObjectName(QStringLiteral("guide.back"));
    m_next->setObjectName(QStringLiteral("guide.next"));
    m_next->setProperty("primary", true);
    m_guideButtons->setParent(m_content);
    m_guideButtons->hide();
    m_again->setObjectName(QStringLiteral("guide.again"));
    layout->addWidget(m_again, 0, Qt::AlignLeft);
    layout->addStretch(1);
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);

    connect(m_next, &QAbstractButton::clicked, this, [this] { goTo(m_step + 1); });
    connect(m_back, &QAbstractButton::clicked, this, [this] { goTo(m_step - 1); });
    connect(m_skip, &QAbstractButton::clicked, this, [this] { goTo(kSteps); });
    connect(m_again, &QAbstractButton::clicked, this, [this] { setGuided(true); });
    connect(&session, &present::ScenarioSession::scenarioChanged, this, &WizardPanel::showValues);
    setGuided(false);
    retranslate();
}

void WizardPanel::addFields(GroupSection *section, const QStringList &ids)
{
    for (const QString &id : ids) {
        FieldEditor *editor = makeFieldEditor(id, m_session, section);
        section->contentLayout()->addWidget(editor->widget());
        m_editors.push_back(editor);
    }
}

GroupSection *WizardPanel::addMore(GroupSection *section, const QString &name, const QStringList &ids)
{
    auto *more = new GroupSection(section);
    more->setName(name);
    addFields(more, ids);
    more->setOpen(false);
    section->contentLayout()->addWidget(more);
    return more;
}

void WizardPanel::setGuided(bool guided)
{
    if (guided) {
        goTo(0);
        return;
    }
    m_step = -1;
    m_guide->hide();
    m_guideButtons->hide();
    m_again->show();
    for (int i = 0; i < m_groups.size(); ++i) {
        m_hints.at(i)->hide();
        m_groups.at(i)->setOpen(static_cast<FieldGroup>(i) != FieldGroup::Proposal);
    }
}

void WizardPanel::goTo(int step)
{
    if (step >= kSteps) {
        setGuided(false);
        m_groups.first()->headingButton()->setFocus();
        verticalScrollBar()->setValue(0);
        emit guideFinished();
        return;
    }
    m_step = qMax(0, step);
    m_guide->show();
    m_again->hide();
    for (int i = 0; i < m_groups.size(); ++i) {
        m_groups.at(i)->setOpen(i == m_step);
        m_hints.at(i)->setVisible(i == m_step);
    }
    m_groups.at(m_step)->contentLayout()->addWidget(m_guideButtons);
    m_guideButtons->show();
    m_back->setEnabled(m_step > 0);
    m_guideTitle->setText(PlanTexts::guideTitle(m_step + 1, kSteps));
    m_next->setText(m_step + 1 == kSteps ? PlanTexts::finish() : PlanTexts::next());
    m_groups.at(m_step)->headingButton()->setFocus();
    QTimer::singleShot(0, this, [this] { // when the groups have their new heights
        if (m_step >= 0)
            verticalScrollBar()->setValue(m_step == 0 ? 0 : m_groups.at(m_step)->y() - kSpaceM);
    });
}

void WizardPanel::showValues()
{
    for (FieldEditor *editor : m_editors)
        editor->showValue();
    summarize();
}

void WizardPanel::summarize()
{
    for (const FieldGroup group : present::kFieldGroups)
        m_groups.at(static_cast<int>(group))->setSummary(FieldTexts::groupSummary(group, m_session));
}

void WizardPanel::showPlan(const present::PlanView &view)
{
    for (FieldEditor *editor : m_editors)
        editor->showPlan(view);
}

void WizardPanel::retranslate()
{
    for (const FieldGroup group : present::kFieldGroups) {
        const int i = static_cast<int>(group);
        m_groups.at(i)->setTitle(FieldTexts::group(group));
        m_hints.at(i)->setText(FieldTexts::groupHint(group));
    }
    m_moreDemand->setTitle(PlanTexts::moreDemand());
    m_moreHardware->setTitle(PlanTexts::moreHardware());
    m_moreMoney->setTitle(PlanTexts::moreMoney());
    m_ownHardware->setTitle(PlanTexts::ownHardware());
    m_growth->setTitle(PlanTexts::growth());
    m_layout->setTitle(PlanTexts::layoutHeading());
    m_layoutHint->setText(PlanTexts::layoutHint());
    m_guideHint->setText(PlanTexts::guideHint());
    m_back->setText(PlanTexts::back());
    m_skip->setText(PlanTexts::skip());
    m_again->setText(PlanTexts::showGuide());
    if (m_step >= 0) {
        m_guideTitle->setText(PlanTexts::guideTitle(m_step + 1, kSteps));
        m_next->setText(m_step + 1 == kSteps ? PlanTexts::finish() : PlanTexts::next());
    }
    for (FieldEditor *editor : m_editors)
        editor->retranslate();
    summarize();
}

} // namespace headroom::ui
