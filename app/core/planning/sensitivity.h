// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>
#include <core/planning/sensitivity_data.h>
#include <core/units/result.h>

#include <stop_token>

namespace headroom::core {

class PlanningSpace;

// How far each input is moved: peak, lengths and prices by a fifth either way, targets to the half and the double, headroom and
// prefix-cache hits by a tenth of the whole (within their ranges), the number format to bf16 and to whatever is cheapest.
inline constexpr double kSensitivityStep = 0.2;
inline constexpr double kSensitivityTargetFactor = 2.0;
inline constexpr double kSensitivityShareStep = 0.1;

// About twenty plans in closed form, compared with the closed form of `plan`. `plan` has a recommended option, else the answer is empty. Inputs that cannot be moved (a
// length over the model's context) lack that end. Errors: Cancelled.
Result<Sensitivity> sensitivityOf(const Plan &plan, const Catalog &catalog, PlanningSpace &space, std::stop_token stop = {});

} // namespace headroom::core
