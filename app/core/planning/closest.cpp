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

std::optional<PlanOption> relaxTargets(const PlanningContext &context, const SearchResult &found, std::stop_token stop)
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
    auto option = cheapest(searchSpace(context, relaxed, stop));
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

template<class Change>
std::optional<PlanOption> relaxScenario(const PlanningContext &context, Change change, std::string miss, std::stop_token stop)
{
    Scenario changed = context.scenario;
    change(changed);
    auto relaxed = makePlanningContext(changed, context.catalog);
    if (!relaxed)
        return std::nullopt;
    auto option = cheapest(searchSpace(*relaxed, relaxed->targets, stop));
    if (option)
        option->misses.push_back(std::move(miss));
    return option;
}

} // namespace

std::optional<PlanOption> closestOption(const PlanningContext &context, const SearchResult &found, std::stop_token stop)
{
    if (!found.overPower.empty()) {
        PlanOption option = *std::ranges::min_element(found.overPower, {}, [](const PlanOption &o) { return o.powerPeak.value_or(Watts(1e18)); });
        option.misses.push_back(option.powerPeak
            ? fmt::format("its servers draw up to {:.0f} W, the limit is {:.0f} W", option.powerPeak->value(), context.scenario.hardware.maxPowerW.value_or(0))
            : std::string("its power is not published, so the limit cannot be checked"));
        return option;
    }
    if (auto option = relaxTargets(context, found, stop))
        return option;
    if (context.scenario.layout)
        if (auto option = relaxScenario(context, [](Scenario &s) { s.layout.reset(); },
                context.scenario.layout->gpus ? fmt::format("it does not fit the fixed fleet of {} GPUs", *context.scenario.layout->gpus)
                                              : std::string("it does not keep the fixed layout"), stop))
            return option;
    if (!context.scenario.money.offers.empty() || context.scenario.money.commitment != Commitment::OnDemand)
        if (auto option = relaxScenario(context, [](Scenario &s) { s.money.offers.clear(); s.money.commitment = Commitment::OnDemand; },
                "it is not among the chosen offers", stop))
            return option;
    if (!context.scenario.hardware.gpus.empty())
        return relaxScenario(context, [](Scenario &s) { s.hardware.gpus.clear(); s.layout.reset(); }, "it uses another GPU than those chosen", stop);
    return std::nullopt;
}

} // namespace headroom::core
