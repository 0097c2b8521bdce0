// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/plan/plan_answer.h>

#include <core/planning/charts.h>
#include <core/planning/layout_space.h>
#include <core/planning/planner.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>
#include <core/planning/rejection_reasons.h>
#include <core/planning/sensitivity.h>
#include <core/sizing/memory_fit.h>

#include <algorithm>
#include <memory>

namespace headroom::present {
namespace {

using namespace core;

std::vector<FormatAvailability> availabilityOf(const Scenario &scenario, const Catalog &catalog)
{
    const auto context = makePlanningContext(scenario, catalog);
    if (!context)
        return {};
    const int fleet = scenario.layout ? scenario.layout->gpus.value_or(0) : 0;
    std::vector<FormatAvailability> all;
    for (const NumberFormat format : kNumberFormats) {
        FormatAvailability availability;
        availability.format = format;
        availability.state = FormatAvailability::State::NotRun;
        availability.weights = weightBytes(context->shape, checkpointFormat(context->model, format)).total();
        availability.native = format == context->model.nativeFormat;
        availability.belowNative = isBelowNative(context->model, format);
        for (const Gpu *gpu : context->gpus) {
            const bool excluded = std::ranges::find(context->excluded, gpu) != context->excluded.end();
            if (excluded || supportOf(context->engine, *gpu, format) == FormatSupport::None)
                continue;
            const int least = smallestFit(*context, *gpu, format);
            if (least > 0 && (fleet == 0 || least <= fleet)) {
                availability.state = FormatAvailability::State::Available;
                break;
            }
            availability.state = FormatAvailability::State::DoesNotFit;
        }
        all.push_back(availability);
    }
    return all;
}

} // namespace

PlanEngine coreEngine()
{
    // The worker's thread is the only one that plans with it.
    auto space = std::make_shared<PlanningSpace>();
    return {
        [space](const Scenario &scenario, const Catalog &catalog, std::stop_token stop) { return plan(scenario, catalog, *space, std::move(stop)); },
        [](const PlanOption &option, const Plan &plan, const Catalog &catalog) { return chartsFor(option, plan, catalog); },
        availabilityOf,
        [space](const Plan &plan, const Catalog &catalog, std::stop_token stop) { return refined(plan, catalog, *space, std::move(stop)); },
        [space](const Plan &plan, const Catalog &catalog, std::stop_token stop) { return sensitivityOf(plan, catalog, *space, std::move(stop)); },
    };
}

} // namespace headroom::present
