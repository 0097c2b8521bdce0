// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/candidate.h>
#include <core/planning/plan.h>

#include <stop_token>
#include <vector>

namespace headroom::core {

// What the search of the design space found, one best option for each GPU x format.
struct SearchResult {
    std::vector<PlanOption> options;      // meet every requirement but perhaps the demand of a fixed fleet; best first
    std::vector<Rejection> rejected;
    std::vector<Candidate> tooSlow;       // fit, but miss a latency target even when idle; one for each GPU x format
    std::vector<PlanOption> overLimit;    // meet everything but the limit on power or on the number of GPUs
    int layoutsScored = 0;                // GPU x format x layout x engine settings
    int optionsScored = 0;                // ... x offers
    bool cancelled = false;
};

// Scores the whole space that the context allows against `targets`, in closed form. Each GPU x format is searched best first:
// what a layout would cost if nothing but memory and token budget limited it bounds its cost from below, and once a layout is
// known to cost no more than the bound of the next, the rest cannot win.
SearchResult searchSpace(const PlanningContext &context, const LatencyTargets &targets, PlanningSpace &space, std::stop_token stop);

} // namespace headroom::core
