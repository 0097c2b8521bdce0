// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/plan/plan_answer.h>
#include <present/plan/plan_view.h>

#include <optional>

namespace headroom::present {

// Turns an answer into what the Plan page shows. `before`: the monthly cost that stood there before the last edit.
PlanView makePlanView(const PlanAnswer &answer, const std::optional<core::Money> &before);

// Texts of a page that has no answer yet.
PlanView emptyPlanView();

// The tree behind the banner of a proposed fleet: memory of the fleet less weights of the model in the format nearest to the
// checkpoint's own that does not fit. Empty where every format that is run fits.
std::optional<core::Derivation> fleetArithmetic(const PlanAnswer &answer, int fleet);

} // namespace headroom::present
