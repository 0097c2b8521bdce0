// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>
#include <core/units/result.h>

#include <stop_token>

namespace headroom::core {

// Plans: every GPU x number format x tensor/expert/data parallel layout x replica count x offer that the scenario
// allows is scored in closed form; the cheapest that meets demand, latency targets, headroom and redundancy is
// recommended, and each GPU x format that is left out gets its reason. Pure and deterministic; any thread.
// Errors: BadValue for inputs out of range, UnknownId for ids that the catalog does not hold (with what it does), Cancelled
// when `stop` is requested (checked every few hundred layouts, so within a millisecond).
Result<Plan> plan(const Scenario &scenario, const Catalog &catalog, std::stop_token stop = {});

} // namespace headroom::core
