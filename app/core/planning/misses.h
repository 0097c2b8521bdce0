// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/plan.h>
#include <core/planning/planning_context.h>

#include <string_view>
#include <vector>

namespace headroom::core {

// What an option does not keep of what the context's scenario asks in numbers: latencies at the peak, GPUs, power; each with what
// would have to change. See Miss for the keys.
std::vector<Miss> missesOf(const PlanningContext &context, const PlanOption &option);

// Requirements without a number: what is left out of a scenario to find the closest option ("layout", "regions", "offers",
// "gpu_choice"), and the miss of an option that was found so.
bool isRelaxation(std::string_view key);
void relax(Scenario &scenario, std::string_view key);
Miss relaxationMiss(std::string_view key, const Scenario &asked, const PlanOption &option, const Catalog &catalog);

// Of an option that keeps the targets only at a lower load than the peak.
Miss loadMiss(const PlanningContext &context, RequestsPerSecond reached);

} // namespace headroom::core
