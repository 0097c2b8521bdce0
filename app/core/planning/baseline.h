// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/baseline_review.h>
#include <core/planning/plan.h>
#include <core/units/result.h>

#include <optional>
#include <stop_token>
#include <string_view>

namespace headroom::core {

// The figures of a plan's recommended option, else of the closest; empty where there is neither.
std::optional<ApprovedFigures> approvedFigures(const Plan &plan);
// The same from a plan that was stored as JSON (planToJson). Damaged where it is none.
Result<ApprovedFigures> approvedFigures(std::string_view planJson);

// What an approved plan would cost under `catalog`: the approved fleet at today's price, and what would be recommended today.
// What was approved is only read. Errors: Damaged for a plan that is none, Cancelled.
Result<BaselineReview> reviewBaseline(const Scenario &scenario, std::string_view planJson, const Catalog &catalog, std::stop_token stop = {});

} // namespace headroom::core
