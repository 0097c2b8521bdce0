// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/plan/plan_view_model.h>

#include <present/plan/plan_view_builder.h>

#include <core/planning/explain.h>

namespace headroom::present {

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
    const core::PlanOption *option = answer->shown();
    const std::optional<core::Money> cost = option ? std::optional(option->monthlyCost) : std::nullopt;
    // A drag is one change: what it is compared with stays until the next one begins.
    if (answer->edit != m_edit)
        m_before = m_cost;
    m_edit = answer->edit;
    m_cost = cost;
    m_view = makePlanView(*answer, m_before);
    emit changed();
}

void PlanViewModel::retranslate()
{
    m_view = m_session.answer() ? makePlanView(*m_session.answer(), m_before) : emptyPlanView();
    emit changed();
}

std::optional<core::Derivation> PlanViewModel::derivation(core::Figure figure) const
{
    const PlanAnswerPtr answer = m_session.answer();
    const core::PlanOption *option = answer ? answer->shown() : nullptr;
    return option ? std::optional(core::explain(figure, *option, *answer->plan, *answer->catalog)) : std::nullopt;
}

std::optional<core::Derivation> PlanViewModel::fleetDerivation(int fleet) const
{
    return m_session.answer() ? fleetArithmetic(*m_session.answer(), fleet) : std::nullopt;
}

} // namespace headroom::present
