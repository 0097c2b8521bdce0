// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/candidate.h>
#include <core/planning/plan.h>

#include <stop_token>
#include <vector>

namespace headroom::core {

// What the search of the design space found, one best option for each GPU x format.
struct SearchResult {
    std::vector<PlanOption> options;      // meet every requirement but perhaps the demand of a fixed fleet
    std::vector<Rejection> rejected;
    std::vector<Candidate> tooSlow;       // fit, but miss a latency target even when idle; one for each GPU x format
    std::vector<PlanOption> overPower;    // meet everything but the power limit
    int layoutsScored = 0;
    bool cancelled = false;
};

// Scores the whole space that the context allows against `targets`.
SearchResult searchSpace(const PlanningContext &context, const LatencyTargets &targets, std::stop_token stop);

} // namespace headroom::core
