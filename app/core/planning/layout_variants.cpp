// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/fleet_scorer.h>
#include <core/planning/layout_variants.h>

#include <algorithm>

namespace headroom::core {
namespace {

constexpr double kClearlyFaster = 0.9;

} // namespace

std::vector<PlanOption> layoutVariants(const PlanningContext &context, PlanningSpace &space, const PlanOption &option, const PriceList &prices, double mostTimesCost)
{
    std::vector<PlanOption> variants;
    const Gpu *gpu = context.catalog.findGpu(option.gpu);
    if (!gpu || isFixedFleet(context.scenario))
        return variants;
    const FleetScorer scorer(context, *gpu, prices);
    PreparedFormat &format = space.prepared(context, *gpu, option.format);
    const Money most = option.monthlyCost.timesRatio(mostTimesCost);
    Layout chosen = option.layout;
    chosen.replicas = 1;
    std::vector<FleetScore> scores;
    for (PreparedLayout &layout : format.layouts) {
        SizedLayout &own = space.sized(context, format, layout).front();
        if (layout.layout == chosen || !own.serves || !prices.sells(layout.layout))
            continue;
        FleetScore score{&layout, &own, {}, 0, {}, true, {}};
        // A layout that is too dear at the best it could carry is not searched.
        if (!scorer.bound(score, own.bound) || compare(score.price.monthly, most) > 0)
            continue;
        const SteadyState::Capacity &capacity = space.capacity(context, layout, own);
        if (capacity.feasible && scorer.score(score, capacity.point.rate) && !scorer.isOverLimit(score) && compare(score.price.monthly, most) <= 0
            && compare(score.price.monthly, option.monthlyCost) >= 0)
            scores.push_back(score);
    }
    std::ranges::stable_sort(scores, [](const FleetScore &a, const FleetScore &b) { return compare(a.price.monthly, b.price.monthly) < 0; });
    Seconds ttft = option.atPeak.tail.ttft;
    Seconds tpot = option.atPeak.tail.tpot;
    for (const FleetScore &score : scores) {
        const RequestsPerSecond rate = std::min(context.workload.peak / score.replicas, score.sized->capacity->point.rate);
        const TailLatency tail = score.sized->state->atRate(rate, context.targets.tail).tail;
        if (tail.ttft > ttft * kClearlyFaster && tail.tpot > tpot * kClearlyFaster)
            continue;
        ttft = std::min(ttft, tail.ttft);
        tpot = std::min(tpot, tail.tpot);
        PlanOption variant = buildOption(context, candidateOf(context, space, format, *score.layout, *score.sized), prices, score.replicas);
        variant.variant = true;
        variants.push_back(std::move(variant));
        if (std::ssize(variants) == kMostVariants)
            break;
    }
    return variants;
}

} // namespace headroom::core
