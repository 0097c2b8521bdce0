// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/closest.h>
#include <core/planning/considered.h>
#include <core/planning/pareto.h>
#include <core/planning/planner.h>
#include <core/planning/plan_warnings.h>
#include <core/planning/search.h>

#include <algorithm>

namespace headroom::core {

Result<Plan> plan(const Scenario &scenario, const Catalog &catalog, std::stop_token stop)
{
    PlanningSpace space;
    return plan(scenario, catalog, space, std::move(stop));
}

Result<Plan> plan(const Scenario &scenario, const Catalog &catalog, PlanningSpace &space, std::stop_token stop)
{
    auto context = makePlanningContext(scenario, catalog);
    if (!context)
        return std::unexpected(context.error());
    auto considered = judgeConsidered(*context, space);
    if (!considered)
        return std::unexpected(considered.error());
    SearchResult found = searchSpace(*context, context->targets, space, stop);
    if (found.cancelled)
        return std::unexpected(Error{ErrorCode::Cancelled, "a newer input made this plan moot", {}, {}, 0});

    Plan result;
    result.scenario = scenario;
    result.catalogVersion = catalog.version;
    result.pricesAsOf = catalog.pricesAsOf;
    result.calibration = catalog.calibration;
    result.workload = context->workload;
    result.considered = *std::move(considered);
    result.rejected = std::move(found.rejected);
    result.layoutsScored = found.layoutsScored;
    result.optionsScored = found.optionsScored;
    if (!found.options.empty()) {
        result.recommended = found.options.front();
        result.meetsDemand = result.recommended->capacityDegraded >= context->required() * (1.0 - 1e-12);
        result.alternatives.assign(found.options.begin() + 1, found.options.end());
    } else {
        result.closest = closestOption(*context, found, space.relaxed(), stop);
    }
    result.pareto = paretoFront(result.recommended, result.alternatives);
    result.warnings = context->warnings;
    addPlanWarnings(*context, result);
    return result;
}

} // namespace headroom::core
