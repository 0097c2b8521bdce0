// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <db/values/scenario_record.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace headroom::db {

enum class BaselineCause { Proposal, LiveSource };
std::string_view baselineCauseId(BaselineCause cause);   // "proposal", "live_source"

// What was approved: scenario and plan as they were, with the versions they follow from. Never changed once stored.
struct Baseline {
    std::int64_t id = 0;             // 0: not stored yet
    ScenarioId scenarioId = 0;
    int revision = 0;                // of the scenario, newest at that moment; 0: it was never saved
    Timestamp frozen{};
    BaselineCause cause = BaselineCause::Proposal;
    core::Scenario scenario;
    std::string plan;                // the plan as JSON (the contract of `headroom plan`)
    std::string catalogVersion;
    std::string pricesAsOf;
    std::string calibration;         // version of what the estimates are corrected by

    bool operator==(const Baseline &) const = default;
};

} // namespace headroom::db
