// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/planning_context.h>
#include <core/serving/simulated_capacity.h>

namespace headroom::core {

// Token budget and sequence cap that the engine sets on a GPU if nobody says otherwise.
struct BatchDefaults {
    int maxBatchedTokens = 0;
    int maxSequences = 0;
    bool operator==(const BatchDefaults &) const = default;
};
BatchDefaults batchDefaults(const Engine &engine, const Gpu &gpu);

// A layout (replicas included) as the simulator takes it, under the engine's defaults: least outstanding requests first, one
// scheduler for each pipeline lane. Errors: Unsupported as StepModel::make; BadValue where the weights leave no room, or too
// little for one mean request, with the figures.
Result<ServingSystem> servingSystemOf(const PlanningContext &context, const Gpu &gpu, NumberFormat format, const Layout &layout);

// What the scenario's requests look like: lengths with the scenario's means, lognormal or as counted, cut at its longest context, arrivals
// by its burstiness.
CapacityLoad capacityLoadOf(const PlanningContext &context);

// p95 over mean of request lengths where the scenario does not say: the lognormal distributions with the medians and means of
// the chat load that Azure recorded in 2023 (1,020 and 1,155 prompt tokens, 129 and 211 answer tokens; AzurePublicDataset and
// Patel et al., "Splitwise", 2024) have 2.0 and 3.1. That other work is as uneven is a judgement.
inline constexpr double kUsualInputSpread = 2.0;
inline constexpr double kUsualOutputSpread = 3.0;

} // namespace headroom::core
