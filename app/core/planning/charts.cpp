// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/billing.h>
#include <core/planning/candidate.h>
#include <core/planning/charts.h>
#include <core/planning/option_builder.h>
#include <core/planning/simulated_system.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace headroom::core {
namespace {

constexpr int kLoadPoints = 60;
constexpr int kBatchPoints = 48;
constexpr int kDemandPoints = 80;

// Shares of the capacity that are simulated: closer together where the curve bends.
constexpr std::array kSimulatedShares{0.08, 0.2, 0.35, 0.5, 0.62, 0.73, 0.82, 0.89, 0.95, 1.0, 1.05, 1.1};

// The three curves as simulated, up to where the queue grows without end. False, and nothing changed, where they cannot be.
bool simulateCurves(const PlanningContext &context, const SteadyState &state, const PlanOption &option, PlanCharts &charts)
{
    const auto system = simulatedSystem(context, option);
    if (!system)
        return false;
    std::vector<RequestsPerSecond> rates;
    for (const double share : kSimulatedShares)
        rates.push_back(option.capacity * share);
    const auto points = simulatedLatencies(*system, capacityLoadOf(context), rates, state);
    if (!points)
        return false;
    charts.ttftByLoad.clear();
    charts.ttftMedianByLoad.clear();
    charts.ttftP99ByLoad.clear();
    for (const LoadPoint &point : *points) {
        if (point.overloaded)
            break;
        charts.ttftMedianByLoad.push_back({point.rate.value(), point.ttftP50.value()});
        charts.ttftByLoad.push_back({point.rate.value(), point.ttftP95.value()});
        charts.ttftP99ByLoad.push_back({point.rate.value(), point.ttftP99.value()});
    }
    return true;
}

} // namespace

PlanCharts chartsFor(const PlanOption &option, const Plan &plan, const Catalog &catalog)
{
    PlanCharts charts;
    const auto context = makePlanningContext(plan.scenario, catalog);
    const Gpu *gpu = catalog.findGpu(option.gpu);
    if (!context || !gpu)
        return charts;
    Layout single = option.layout;
    single.replicas = 1;
    const auto state = steadyStateOf(*context, *gpu, option.format, single);
    if (!state)
        return charts;
    const double peak = plan.workload.peak.value();
    charts.capacityRps = option.capacity.value();

    const double limit = state->batchLimit();
    charts.batchLimitByKv = limit;
    charts.batchAtPeak = option.atPeak.batch;
    if (limit > 0)
        for (int i = 0; i <= kBatchPoints; ++i) {
            // Denser at small batches, where the curve bends.
            const double batch = limit * std::pow(static_cast<double>(i) / kBatchPoints, 2.0);
            const double rate = batch > 0 ? state->rateAt(batch).value() : 0.0;
            charts.throughputByBatch.push_back({batch, rate * context->load.outputTokens});
        }
    // By the batch, not by the load: the points crowd together where the curve bends, and no load has to be searched for.
    for (int i = 1; i <= kLoadPoints; ++i) {
        const double batch = state->saturationBatch() * static_cast<double>(i) / kLoadPoints;
        const OperatingPoint point = state->atBatch(batch);
        const double load = point.rate.value() * option.layout.replicas;
        charts.ttftByLoad.push_back({load, point.ttftP95.value()});
        charts.ttftMedianByLoad.push_back({load, point.ttftP50.value()});
        charts.ttftP99ByLoad.push_back({load, state->tailAt(batch, kP99).ttft.value()});
    }
    charts.simulated = option.simulated && simulateCurves(*context, *state, option, charts);
    if (peak > 0)
        for (int i = 0; i <= kDemandPoints; ++i) {
            const double demand = 2.0 * peak * static_cast<double>(i) / kDemandPoints;
            charts.costByDemand.push_back({demand, monthAtDemand(option, plan, catalog, demand / peak).compute.toDouble()});
        }
    constexpr std::size_t kTuesday = 24;
    for (std::size_t hour = 0; hour < 24; ++hour) {
        charts.demandByHour.push_back(plan.workload.peak.value() * plan.workload.week[kTuesday + hour]);
        if (kTuesday + hour < option.replicasByHour.size())
            charts.replicasByHour.push_back(option.replicasByHour[kTuesday + hour]);
    }
    return charts;
}

} // namespace headroom::core
