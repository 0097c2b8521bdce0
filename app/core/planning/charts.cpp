// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/billing.h>
#include <core/planning/candidate.h>
#include <core/planning/charts.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

constexpr int kLoadPoints = 60;
constexpr int kBatchPoints = 48;
constexpr int kDemandPoints = 80;

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
            const double rate = batch > 0 ? state->atBatch(batch).rate.value() : 0.0;
            charts.throughputByBatch.push_back({batch, rate * context->load.outputTokens});
        }
    const double saturation = state->saturation().value();
    for (int i = 1; i <= kLoadPoints; ++i) {
        const double share = 0.995 * static_cast<double>(i) / kLoadPoints;
        const OperatingPoint point = state->atRate(RequestsPerSecond(saturation * share));
        const double load = saturation * share * option.layout.replicas;
        charts.ttftByLoad.push_back({load, point.ttftP95.value()});
        charts.ttftMedianByLoad.push_back({load, point.ttftP50.value()});
    }
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
