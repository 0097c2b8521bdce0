// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>
#include <core/units/result.h>

#include <stop_token>

namespace headroom::core {

class PlanningSpace;

// How many of a plan's options are simulated: the cheapest, and whatever comes before them once they are.
inline constexpr int kSimulatedContenders = 12;
// What costs this many times the best is none: simulation and closed form are not that far apart.
inline constexpr double kContenderCost = 2.0;

// The plan with its contenders simulated: their capacity is the simulated one, and with it the number of replicas and the cost;
// their latencies are the simulated percentiles at the peak; the cheapest of them is recommended. An option that meets the
// targets in closed form but not in simulation goes among the rejected. Beside them stand other layouts of the cheapest GPU x
// formats that are dearer and faster (layout_variants.h), and the recommended option is tried under other engine settings
// (Refiner::withBestSettings). Without a recommended option the closest is simulated: it may meet everything after all.
// About 10 ms for each contender. Pure and deterministic (fixed seeds). Errors: those of plan(), Cancelled.
Result<Plan> refined(const Plan &plan, const Catalog &catalog, PlanningSpace &space, std::stop_token stop = {}, int contenders = kSimulatedContenders);

// plan() and refined() in one.
Result<Plan> planRefined(const Scenario &scenario, const Catalog &catalog, PlanningSpace &space, std::stop_token stop = {});

} // namespace headroom::core
