// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/layout_space.h>
#include <core/planning/option_builder.h>
#include <core/planning/rejection_reasons.h>
#include <core/planning/search.h>

#include <algorithm>

namespace headroom::core {
namespace {

// Replicas of a candidate under the scenario: what the demand needs, or what a given fleet holds.
int replicaCount(const PlanningContext &context, const Candidate &candidate)
{
    const LayoutInputs given = context.scenario.layout.value_or(LayoutInputs{});
    if (given.replicas)
        return *given.replicas;
    if (given.gpus)
        return *given.gpus / candidate.layout.gpusPerReplica();
    return replicasFor(context, candidate.capacity.point.rate);
}

bool isFixedFleet(const Scenario &scenario)
{
    return scenario.layout && (scenario.layout->gpus || scenario.layout->replicas);
}

// A fixed fleet should carry as much as it can; else the cheaper option wins, then the smaller, then the faster.
bool isBetter(const Scenario &scenario, const PlanOption &a, const PlanOption &b)
{
    if (isFixedFleet(scenario) && a.capacityDegraded != b.capacityDegraded)
        return a.capacityDegraded > b.capacityDegraded;
    if (const int order = compare(a.monthlyCost, b.monthlyCost); order != 0)
        return order < 0;
    if (a.gpus() != b.gpus())
        return a.gpus() < b.gpus();
    return a.atPeak.ttftP95 < b.atPeak.ttftP95;
}

double slowness(const Candidate &candidate, const LatencyTargets &targets)
{
    const OperatingPoint &p = candidate.capacity.point;
    return std::max(p.ttftP95 / targets.ttftP95, p.tpotP95 / targets.tpotP95);
}

void searchGpuFormat(const PlanningContext &context, const Gpu &gpu, NumberFormat format, const std::vector<Layout> &layouts,
                     const LatencyTargets &targets, std::stop_token stop, SearchResult &result)
{
    std::optional<PlanOption> best;
    std::optional<PlanOption> bestOverPower;
    std::optional<Candidate> leastSlow;
    std::optional<Candidate> unpriced;
    std::optional<Candidate> largest; // that does not fit
    for (const Layout &layout : layouts) {
        if (stop.stop_requested()) {
            result.cancelled = true;
            return;
        }
        ++result.layoutsScored;
        Candidate candidate = sizeCandidate(context, gpu, format, layout, targets);
        if (!candidate.holdsContext || !candidate.state) {
            if (!largest || layout.gpusPerReplica() >= largest->layout.gpusPerReplica())
                largest = std::move(candidate);
            continue;
        }
        if (!candidate.capacity.feasible) {
            if (!leastSlow || slowness(candidate, targets) < slowness(*leastSlow, targets))
                leastSlow = std::move(candidate);
            continue;
        }
        const int replicas = replicaCount(context, candidate);
        if (replicas < 1)
            continue;
        auto option = buildOption(context, candidate, replicas);
        if (!option) {
            if (!unpriced)
                unpriced = std::move(candidate);
            continue;
        }
        auto &slot = context.scenario.hardware.maxPowerW && (!option->powerPeak || option->powerPeak->value() > *context.scenario.hardware.maxPowerW)
            ? bestOverPower : best;
        if (!slot || isBetter(context.scenario, *option, *slot))
            slot = std::move(option);
    }
    if (best)
        result.options.push_back(*std::move(best));
    else if (bestOverPower) {
        result.rejected.push_back(overPowerReason(context, *bestOverPower));
        result.overPower.push_back(*std::move(bestOverPower));
    } else if (unpriced)
        result.rejected.push_back(unpricedReason(context, *unpriced));
    else if (leastSlow) {
        result.rejected.push_back(tooSlowReason(context, *leastSlow, targets));
        result.tooSlow.push_back(*std::move(leastSlow));
    } else if (largest)
        result.rejected.push_back(doesNotFitReason(context, *largest));
    else
        result.rejected.push_back(noLayoutReason(context, gpu, format));
}

} // namespace

SearchResult searchSpace(const PlanningContext &context, const LatencyTargets &targets, std::stop_token stop)
{
    SearchResult result;
    for (const Gpu *gpu : context.gpus) {
        if (std::ranges::find(context.excluded, gpu) != context.excluded.end()) {
            result.rejected.push_back(excludedReason(context, *gpu));
            continue;
        }
        const std::vector<NumberFormat> formats = formatsFor(context, *gpu);
        if (formats.empty()) {
            result.rejected.push_back(unsupportedReason(context, *gpu));
            continue;
        }
        const std::vector<Layout> layouts = layoutsFor(context, *gpu);
        for (const NumberFormat format : formats) {
            searchGpuFormat(context, *gpu, format, layouts, targets, stop, result);
            if (result.cancelled)
                return result;
        }
    }
    std::ranges::stable_sort(result.options, [&](const PlanOption &a, const PlanOption &b) { return isBetter(context.scenario, a, b); });
    return result;
}

} // namespace headroom::core
