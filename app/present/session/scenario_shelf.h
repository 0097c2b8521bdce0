// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <core/units/result.h>
#include <db/values/baseline_record.h>
#include <db/values/scenario_record.h>

#include <functional>
#include <string>
#include <vector>

namespace headroom::present {

// Where scenarios are kept, as the pages need it; main puts the store behind it, tests a fake. Calls return at once and are
// carried out in their order; each calls `done` exactly once, later, on the GUI thread. What each does: db/store/scenario_store.h.
class ScenarioShelf {
public:
    template<class T>
    using Done = std::function<void(const core::Result<T> &)>;
    using SummaryDone = Done<db::ScenarioSummary>;

    virtual ~ScenarioShelf() = default;

    virtual void list(bool removed, Done<std::vector<db::ScenarioSummary>> done) = 0;
    virtual void load(db::ScenarioId id, Done<db::StoredScenario> done) = 0;
    virtual void createDraft(const core::Scenario &scenario, SummaryDone done) = 0;
    virtual void save(db::ScenarioId id, const core::Scenario &scenario, SummaryDone done) = 0;
    virtual void saveDraft(db::ScenarioId id, const core::Scenario &scenario, SummaryDone done) = 0;
    virtual void rename(db::ScenarioId id, const std::string &title, SummaryDone done) = 0;
    virtual void duplicate(db::ScenarioId id, const std::string &title, SummaryDone done) = 0;
    virtual void remove(db::ScenarioId id, SummaryDone done) = 0;
    virtual void undoRemove(db::ScenarioId id, SummaryDone done) = 0;
    virtual void history(db::ScenarioId id, Done<std::vector<db::Revision>> done) = 0;
    virtual void restore(db::ScenarioId id, int revision, SummaryDone done) = 0;
    // Baselines of a scenario, newest first; freeze() answers with the new one among them.
    virtual void baselines(db::ScenarioId id, Done<std::vector<db::Baseline>> done) = 0;
    virtual void freeze(const db::Baseline &baseline, Done<std::vector<db::Baseline>> done) = 0;
};

} // namespace headroom::present
