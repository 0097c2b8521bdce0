// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/planning_context.h>
#include <core/serving/simulated_capacity.h>

namespace headroom::core {

// How far the 95th percentile of a prompt's and an answer's length lies over its mean where a scenario gives only means: a
// judgement, between fixed lengths and the long tails that published traces show.
inline constexpr double kLengthSpread = 1.8;

// The scheduler of one engine under settings, for one pipeline lane of a layout. `kvTokens`: of the replica, before the reserve.
ServingPolicy servingPolicy(const PlanningContext &context, const Layout &layout, const EngineSettings &settings, double kvTokens, double kvUsable);

// Replicas of a layout behind a balancer that knows what is outstanding.
ServingSystem servingSystem(const PlanningContext &context, const StepModel &model, const Layout &layout, const EngineSettings &settings, double kvTokens);

// What comes to it: the scenario's lengths, spread lognormally, cut at its longest context.
CapacityLoad simulatedLoad(const PlanningContext &context);

} // namespace headroom::core
