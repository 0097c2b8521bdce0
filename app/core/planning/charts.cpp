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

// The percentiles that are drawn, lowest first.
std::vector<double> percentilesOf(const LatencyTargets &targets)
{
    std::vector<double> percentiles{0.50, 0.95, 0.99};
    if (std::ranges::find(percentiles, targets.tail.percentile) == percentiles.end())
        percentiles.insert(std::ranges::upper_bound(percentiles, targets.tail.percentile), targets.tail.percentile);
    return percentiles;
}

void clearCurves(PlanCharts &charts, const LatencyTargets &targets)
{
    charts.ttft.clear();
    for (const double percentile : percentilesOf(targets))
        charts.ttft.push_back({percentile, {}});
    charts.tpot = charts.ttft;
    charts.e2e = targets.e2e ? charts.ttft : std::vector<LatencyCurve>();
}

void addPoint(PlanCharts &charts, double load, std::size_t curve, const TailLatency &tail)
{
    charts.ttft[curve].points.push_back({load, tail.ttft.value()});
    charts.tpot[curve].points.push_back({load, tail.tpot.value()});
    if (!charts.e2e.empty())
        charts.e2e[curve].points.push_back({load, tail.e2e.value()});
}

TailLatency tailOf(const LoadPoint &point, double percentile)
{
    if (percentile == point.tail.percentile)
        return point.tail;
    if (percentile == 0.50)
        return {percentile, point.ttftP50, point.tpotP50, point.e2eP50};
    return percentile == 0.99 ? TailLatency{percentile, point.ttftP99, point.tpotP99, point.e2eP99} : TailLatency{percentile, point.ttftP95, point.tpotP95, point.e2eP95};
}

// The curves as simulated, up to where the queue grows without end. False, and nothing changed, where they cannot be.
bool simulateCurves(const PlanningContext &context, const SteadyState &state, const PlanOption &option, PlanCharts &charts)
{
    const auto system = simulatedSystem(context, option);
    if (!system)
        return false;
    std::vector<RequestsPerSecond> rates;
    for (const double share : kSimulatedShares)
        rates.push_back(option.capacity * share);
    // The operating point lies on the curves: the same rate before the same crowd.
    const RequestsPerSecond peak = std::min(context.workload.peak, option.capacity);
    if (peak.value() > 0)
        rates.insert(std::ranges::upper_bound(rates, peak), peak);
    CapacityOptions options;
    options.percentile = context.targets.tail.percentile;
    options.requests = option.simulated->requests;
    options.residence = context.targets.e2e.value_or(Seconds(0));
    options.seed = option.simulated->seed;
    const auto points = simulatedLatencies(*system, capacityLoadOf(context), rates, state, options);
    if (!points)
        return false;
    clearCurves(charts, context.targets);
    for (const LoadPoint &point : *points) {
        if (point.overloaded)
            break;
        for (std::size_t i = 0; i < charts.ttft.size(); ++i)
            addPoint(charts, point.rate.value(), i, tailOf(point, charts.ttft[i].percentile));
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
    const auto state = steadyStateOf(*context, *gpu, option.format, single, option.settings);
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
    clearCurves(charts, context->targets);
    const bool targeted = context->targets.e2e.has_value();
    // By the batch, not by the load: the points crowd together where the curve bends, and no load has to be searched for.
    for (int i = 1; i <= kLoadPoints; ++i) {
        const double batch = state->saturationBatch() * static_cast<double>(i) / kLoadPoints;
        const double load = state->rateAt(batch).value() * option.layout.replicas;
        for (std::size_t curve = 0; curve < charts.ttft.size(); ++curve)
            addPoint(charts, load, curve, state->tailAt(batch, context->tailAt(charts.ttft[curve].percentile), targeted));
    }
    charts.simulated = option.simulated && simulateCurves(*context, *state, option, charts);
    if (peak > 0 && option.isPriced())
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
