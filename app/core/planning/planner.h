// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>
#include <core/units/result.h>

#include <stop_token>

namespace headroom::core {

class PlanningSpace;

// Plans: every GPU x number format x tensor/pipeline/expert/data parallel layout x engine setting x replica count x offer that the
// scenario allows is scored in closed form; the cheapest that meets demand, latency targets, headroom and redundancy is
// recommended, and each GPU x format that is left out gets its reason. Pure and deterministic; any thread. `space`: keeps what
// the next plan of the same model can use again; the plan is the same with a fresh one.
// Errors: BadValue for inputs out of range, UnknownId for ids that the catalog does not hold (with what it does), Cancelled
// when `stop` is requested (checked at every layout that is searched, so within a millisecond).
Result<Plan> plan(const Scenario &scenario, const Catalog &catalog, PlanningSpace &space, std::stop_token stop = {});
Result<Plan> plan(const Scenario &scenario, const Catalog &catalog, std::stop_token stop = {});

} // namespace headroom::core
