// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>
#include <core/roadmap/roadmap.h>
#include <core/units/result.h>

#include <string_view>

namespace headroom::core {

// From `month` on the demand is `factor` times what it would be else.
struct GrowthStep {
    int month = 1;       // 1 .. 120
    double factor = 1;   // above 0, up to 1000

    bool operator==(const GrowthStep &) const = default;
};

// "6: 1.5, 13: 2"; empty: no steps. BadValue with the field growth.steps and what would be accepted.
Result<std::vector<GrowthStep>> parseGrowthSteps(std::string_view text);

// Demand of a month over the planned peak: start x (1 + monthly)^(month - 1) x every step up to it.
double growthFactor(const GrowthInputs &growth, const std::vector<GrowthStep> &steps, int month);

// When each capacity step is needed, in whole replicas of the option's layout, what it costs, when to order it, and the
// budget by quarter and year. Errors: as parseGrowthSteps. Pure; any thread.
Result<Roadmap> roadmapOf(const PlanOption &option, const Plan &plan, const Catalog &catalog);

} // namespace headroom::core
