// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/closest.h>
#include <core/planning/misses.h>

#include <algorithm>

namespace headroom::core {
namespace {

// Idle latency times this is what the relaxed plan may take: some load must fit under the target.
constexpr double kSlack = 1.25;

std::optional<PlanOption> cheapest(const SearchResult &found)
{
    return found.options.empty() ? std::nullopt : std::optional(found.options.front());
}

std::optional<PlanOption> relaxTargets(const PlanningContext &context, const SearchResult &found, PlanningSpace &space, std::stop_token stop)
{
    double least = 0;
    for (const Candidate &candidate : found.tooSlow) {
        const double slow = worstOf(candidate.capacity.point.tail, context.targets).ratio;
        least = least == 0 ? slow : std::min(least, slow);
    }
    if (least == 0)
        return std::nullopt;
    LatencyTargets relaxed = context.targets;
    relaxed.ttft = relaxed.ttft * (least * kSlack);
    relaxed.tpot = relaxed.tpot * (least * kSlack);
    if (relaxed.e2e)
        relaxed.e2e = *relaxed.e2e * (least * kSlack);
    auto option = cheapest(searchSpace(context, relaxed, space, stop));
    if (!option)
        return std::nullopt;
    option->misses = missesOf(context, *option);
    if (option->misses.empty())
        option->misses.push_back(loadMiss(context, option->atPeak.rate));
    return option;
}

// What breaks a limit by the least share.
PlanOption overLimit(const PlanningContext &context, const SearchResult &found)
{
    const HardwareInputs &hardware = context.scenario.hardware;
    const auto excess = [&](const PlanOption &option) {
        const double gpus = hardware.maxGpus ? option.gpus() / static_cast<double>(*hardware.maxGpus) : 0.0;
        const double power = hardware.maxPowerW ? option.powerPeak.value_or(Watts(1e18)).value() / *hardware.maxPowerW : 0.0;
        return std::max(gpus, power);
    };
    PlanOption option = *std::ranges::min_element(found.overLimit, {}, excess);
    option.misses = missesOf(context, option);
    return option;
}

std::optional<PlanOption> relaxScenario(const PlanningContext &context, std::string_view key, PlanningSpace &space, std::stop_token stop)
{
    Scenario changed = context.scenario;
    relax(changed, key);
    auto relaxed = makePlanningContext(changed, context.catalog);
    if (!relaxed)
        return std::nullopt;
    auto option = cheapest(searchSpace(*relaxed, relaxed->targets, space, stop));
    if (option)
        option->misses.push_back(relaxationMiss(key, context.scenario, *option, context.catalog));
    return option;
}

} // namespace

std::optional<PlanOption> closestOption(const PlanningContext &context, const SearchResult &found, PlanningSpace &space, std::stop_token stop)
{
    if (!found.overLimit.empty())
        return overLimit(context, found);
    if (auto option = relaxTargets(context, found, space, stop))
        return option;
    const Scenario &asked = context.scenario;
    if (asked.layout)
        if (auto option = relaxScenario(context, "layout", space, stop))
            return option;
    if (!asked.money.regions.empty() || !asked.money.excludeRegions.empty())
        if (auto option = relaxScenario(context, "regions", space, stop))
            return option;
    if (!asked.money.offers.empty() || asked.money.commitment != Commitment::OnDemand)
        if (auto option = relaxScenario(context, "offers", space, stop))
            return option;
    if (!asked.hardware.gpus.empty())
        return relaxScenario(context, "gpu_choice", space, stop);
    return std::nullopt;
}

} // namespace headroom::core
