// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/option_simulation.h>
#include <core/planning/plan.h>
#include <core/serving/serving_report.h>

#include <cstdint>
#include <string>

namespace headroom::app {

// One run of `headroom simulate`, whole.
struct SimulationRun {
    core::Plan plan;
    core::PlanOption option;         // that was simulated
    core::ServingPolicy policy;
    core::SimulatedLoad load;        // of a generated load
    core::RequestTargets targets;
    core::SimulationOutcome outcome;
    core::ServingReport report;      // of the replicas that were simulated
    std::uint64_t seed = 1;
    int simulatedReplicas = 1;       // the rest of a large fleet is like them
    bool recorded = false;           // the load came from a file

    double scale() const { return static_cast<double>(option.layout.replicas) / simulatedReplicas; }
};

// The document of the command line's contract. `planJson`: of the same plan, for the layout's keys.
std::string simulationJson(const SimulationRun &run, const std::string &planJson);

std::string simulationText(const SimulationRun &run, const core::Catalog &catalog);

// id,arrival_s,first_token_s,end_s,input_tokens,output_tokens: times to the nanosecond, from the first measured request on
// (a recorded load: as recorded).
std::string simulatedRequestsCsv(const SimulationRun &run);

} // namespace headroom::app
