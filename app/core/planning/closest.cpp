// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/closest.h>

#include <fmt/format.h>

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
        const OperatingPoint &p = candidate.capacity.point;
        const double slow = std::max(p.ttftP95 / context.targets.ttftP95, p.tpotP95 / context.targets.tpotP95);
        least = least == 0 ? slow : std::min(least, slow);
    }
    if (least == 0)
        return std::nullopt;
    const LatencyTargets relaxed{context.targets.ttftP95 * (least * kSlack), context.targets.tpotP95 * (least * kSlack)};
    auto option = cheapest(searchSpace(context, relaxed, space, stop));
    if (!option)
        return std::nullopt;
    if (option->atPeak.ttftP95 > context.targets.ttftP95)
        option->misses.push_back(fmt::format("time to first token p95 is {:.3g} s, the target is {:.3g} s", option->atPeak.ttftP95.value(), context.targets.ttftP95.value()));
    if (option->atPeak.tpotP95 > context.targets.tpotP95)
        option->misses.push_back(fmt::format("time per output token p95 is {:.3g} s, the target is {:.3g} s", option->atPeak.tpotP95.value(), context.targets.tpotP95.value()));
    if (option->misses.empty())
        option->misses.push_back(fmt::format("it meets the latency targets only under {:.3g} requests/s a replica", option->atPeak.rate.value()));
    return option;
}

// What breaks a limit by the least share.
std::optional<PlanOption> overLimit(const PlanningContext &context, const SearchResult &found)
{
    const HardwareInputs &hardware = context.scenario.hardware;
    const auto excess = [&](const PlanOption &option) {
        const double gpus = hardware.maxGpus ? option.gpus() / static_cast<double>(*hardware.maxGpus) : 0.0;
        const double power = hardware.maxPowerW ? option.powerPeak.value_or(Watts(1e18)).value() / *hardware.maxPowerW : 0.0;
        return std::max(gpus, power);
    };
    PlanOption option = *std::ranges::min_element(found.overLimit, {}, excess);
    if (hardware.maxGpus && option.gpus() > *hardware.maxGpus)
        option.misses.push_back(fmt::format("it takes {} GPUs, the limit is {}", option.gpus(), *hardware.maxGpus));
    if (hardware.maxPowerW && !option.powerPeak)
        option.misses.push_back("its power is not published, so the limit cannot be checked");
    else if (hardware.maxPowerW && option.powerPeak->value() > *hardware.maxPowerW)
        option.misses.push_back(fmt::format("its servers draw up to {:.0f} W, the limit is {:.0f} W", option.powerPeak->value(), *hardware.maxPowerW));
    return option;
}

template<class Change>
std::optional<PlanOption> relaxScenario(const PlanningContext &context, Change change, std::string miss, PlanningSpace &space, std::stop_token stop)
{
    Scenario changed = context.scenario;
    change(changed);
    auto relaxed = makePlanningContext(changed, context.catalog);
    if (!relaxed)
        return std::nullopt;
    auto option = cheapest(searchSpace(*relaxed, relaxed->targets, space, stop));
    if (option)
        option->misses.push_back(std::move(miss));
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
        if (auto option = relaxScenario(context, [](Scenario &s) { s.layout.reset(); },
                asked.layout->gpus ? fmt::format("it does not fit the fixed fleet of {} GPUs", *asked.layout->gpus) : std::string("it does not keep the fixed layout"), space, stop))
            return option;
    if (!asked.money.regions.empty() || !asked.money.excludeRegions.empty())
        if (auto option = relaxScenario(context, [](Scenario &s) { s.money.regions.clear(); s.money.excludeRegions.clear(); }, "it is not in the regions that are allowed", space, stop))
            return option;
    if (!asked.money.offers.empty() || asked.money.commitment != Commitment::OnDemand)
        if (auto option = relaxScenario(context, [](Scenario &s) { s.money.offers.clear(); s.money.commitment = Commitment::OnDemand; }, "it is not among the chosen offers", space, stop))
            return option;
    if (!asked.hardware.gpus.empty())
        return relaxScenario(context, [](Scenario &s) { s.hardware.gpus.clear(); s.layout.reset(); }, "it uses another GPU than those chosen", space, stop);
    return std::nullopt;
}

} // namespace headroom::core
