// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/plan/plan_view.h>
#include <present/session/scenario_session.h>

#include <core/derivation/derivation.h>
#include <core/planning/figure.h>

#include <QObject>

#include <optional>

namespace headroom::present {

// The session's newest answer as the Plan page shows it. GUI thread.
class PlanViewModel : public QObject {
Q_OBJECT

public:
    explicit PlanViewModel(ScenarioSession &session, QObject *parent = nullptr); // `session` outlives it

    const PlanView &view() const { return m_view; }
    ScenarioSession &session() const { return m_session; }

    // The tree behind a tile, or behind the banner of a proposed fleet; empty where there is no plan.
    std::optional<core::Derivation> derivation(core::Figure figure) const;
    std::optional<core::Derivation> fleetDerivation(int fleet) const;

    // Shows the figures of another option, until the inputs change: index into the plan's alternatives, -1 the recommended one.
    void select(int alternative);
    int selected() const { return m_answer ? m_answer->selected : -1; }

    void retranslate();

signals:
    void changed();

private:
    void take();
    void show(const PlanAnswerPtr &answer);
    PlanAnswerPtr withSelection(const PlanAnswerPtr &answer, int alternative) const;

    ScenarioSession &m_session;
    PlanView m_view;
    PlanAnswerPtr m_answer;                   // shown: the session's newest, perhaps with another option selected
    quint64 m_edit = 0;                       // of the answer shown
    std::optional<core::Money> m_cost;        // of the answer shown
    std::optional<core::Money> m_before;      // before its edit
};

} // namespace headroom::present
