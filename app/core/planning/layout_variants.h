// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/option_builder.h>
#include <core/planning/planning_space.h>

#include <vector>

namespace headroom::core {

// Most other layouts of one GPU x format that are shown beside its cheapest.
inline constexpr int kMostVariants = 2;

// Other layouts of an option's GPU x format that cost more, at most so many times what the option does, and answer clearly faster
// than every cheaper one (a tenth less to the first token or for each further one), cheapest first; in closed form, under the
// engine's own settings. Empty for a fixed fleet, whose layouts are judged by what they carry. The space is entered for the
// context's own targets.
std::vector<PlanOption> layoutVariants(const PlanningContext &context, PlanningSpace &space, const PlanOption &option, const PriceList &prices, double mostTimesCost);

} // namespace headroom::core
