// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/plan/plan_view_model.h>

#include <present/plan/plan_view_builder.h>

#include <core/planning/charts.h>
#include <core/planning/explain.h>

#include <algorithm>

namespace headroom::present {
namespace {

bool sameSplit(core::Layout a, const core::Layout &b)
{
    a.replicas = b.replicas;
    return a == b;
}

} // namespace

PlanViewModel::PlanViewModel(ScenarioSession &session, QObject *parent) : QObject(parent), m_session(session), m_view(emptyPlanView())
{
    connect(&session, &ScenarioSession::planChanged, this, &PlanViewModel::take);
    connect(&session, &ScenarioSession::opened, this, [this] {
        m_cost.reset();
        m_before.reset();
    });
    if (session.answer())
        take();
}

void PlanViewModel::take()
{
    const PlanAnswerPtr answer = m_session.answer();
    // A better answer to the same scenario keeps the option that a person is looking at, wherever it stands in it.
    int selection = -1;
    if (m_answer && m_answer->selected >= 0 && m_answer->generation == answer->generation && answer->plan) {
        const core::PlanOption &before = *m_answer->shown();
        const auto &options = answer->plan->alternatives;
        const auto same = std::ranges::find_if(options, [&](const core::PlanOption &option) { return option.gpu == before.gpu && option.format == before.format && option.variant == before.variant && (!before.variant || sameSplit(option.layout, before.layout)); });
        selection = same == options.end() ? -1 : static_cast<int>(same - options.begin());
    }
    const core::PlanOption *option = answer->shown();
    const std::optional<core::Money> cost = option ? option->cost() : std::nullopt;
    // A drag is one change: what it is compared with stays until the next one begins.
    if (answer->edit != m_edit)
        m_before = m_cost;
    m_edit = answer->edit;
    m_cost = cost;
    show(selection < 0 ? answer : withSelection(answer, selection));
}

void PlanViewModel::show(const PlanAnswerPtr &answer)
{
    m_answer = answer;
    m_view = makePlanView(*answer, answer->selected < 0 ? m_before : std::nullopt);
    emit changed();
}

PlanAnswerPtr PlanViewModel::withSelection(const PlanAnswerPtr &answer, int alternative) const
{
    auto selected = std::make_shared<PlanAnswer>(*answer);
    selected->selected = alternative;
    if (const core::PlanOption *option = selected->shown())
        selected->charts = core::chartsFor(*option, *selected->plan, *selected->catalog);
    return selected;
}

void PlanViewModel::select(int alternative)
{
    const PlanAnswerPtr answer = m_session.answer();
    if (!answer || !answer->plan || alternative == selected() || alternative >= static_cast<int>(answer->plan->alternatives.size()))
        return;
    show(alternative < 0 ? answer : withSelection(answer, alternative));
}

void PlanViewModel::retranslate()
{
    m_view = m_answer ? makePlanView(*m_answer, m_answer->selected < 0 ? m_before : std::nullopt) : emptyPlanView();
    emit changed();
}

std::optional<core::Derivation> PlanViewModel::derivation(core::Figure figure) const
{
    const core::PlanOption *option = m_answer ? m_answer->shown() : nullptr;
    return option ? std::optional(core::explain(figure, *option, *m_answer->plan, *m_answer->catalog)) : std::nullopt;
}

std::optional<core::Derivation> PlanViewModel::fleetDerivation(int fleet) const
{
    return m_answer ? fleetArithmetic(*m_answer, fleet) : std::nullopt;
}

} // namespace headroom::present
