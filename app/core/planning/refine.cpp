// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/fleet_scorer.h>
#include <core/planning/layout_variants.h>
#include <core/planning/misses.h>
#include <core/planning/pareto.h>
#include <core/planning/plan_warnings.h>
#include <core/planning/planner.h>
#include <core/planning/refine.h>
#include <core/planning/refiner.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <limits>
#include <set>
#include <thread>
#include <utility>

namespace headroom::core {
namespace {

constexpr int kWithVariants = 3;         // the cheapest GPU x formats, whose other layouts are looked at
constexpr int kClosestAttempts = 3;      // each under wider targets
constexpr double kWider = 1.5;

Error cancelled()
{
    return {ErrorCode::Cancelled, "a newer input made this plan moot", {}, {}, 0};
}

// In the order of `before`, so that a variant comes after what it is a variant of.
template<class Before>
void addVariants(const PlanningContext &context, PlanningSpace &space, Refiner &refiner, std::vector<PlanOption> &options, Before before)
{
    std::vector<PlanOption> variants;
    for (std::size_t i = 0; i < std::min<std::size_t>(options.size(), kWithVariants); ++i)
        if (const Gpu *gpu = context.catalog.findGpu(options[i].gpu))
            std::ranges::move(layoutVariants(context, space, options[i], refiner.pricesOf(*gpu), kContenderCost), std::back_inserter(variants));
    for (PlanOption &variant : variants)
        options.insert(std::upper_bound(options.begin(), options.end(), variant, before), std::move(variant));
}

// Simulates a wave of options beside each other. No simulation needs another's answer, and none depends on what a space holds:
// two threads take the next that none has taken, and the answers stand in the order of the options.
struct Wave {
    std::vector<PlanOption> options;
    std::vector<Result<std::optional<PlanOption>>> simulated;
    std::vector<std::vector<Rejection>> rejected;

    void run(const PlanningContext &context, PlanningSpace &space, Refiner &refiner, const std::stop_token &stop)
    {
        simulated.assign(options.size(), std::optional<PlanOption>());
        rejected.resize(options.size());
        std::atomic<std::size_t> next{0};
        const auto work = [&](Refiner &with) {
            for (std::size_t i = next++; i < options.size(); i = next++) {
                const std::size_t before = with.rejected.size();
                simulated[i] = stop.stop_requested() ? std::unexpected(cancelled()) : with.simulate(options[i]);
                rejected[i].assign(with.rejected.begin() + static_cast<std::ptrdiff_t>(before), with.rejected.end());
                with.rejected.resize(before);
            }
        };
        std::optional<Refiner> other;
        std::jthread beside;
        if (options.size() > 1 && std::thread::hardware_concurrency() > 1) {
            other.emplace(context, space.relaxed(), stop);
            beside = std::jthread([&] { work(*other); });
        }
        work(refiner);
    }
};

// Simulates contenders in place, wave by wave: the order changes under the simulation, and what then comes first among them must have
// been simulated too. At most twice as many simulations as contenders, so that the time is bounded whatever the order turns out to be.
template<class Before>
Result<void> simulateContenders(const PlanningContext &context, PlanningSpace &space, Refiner &refiner, std::vector<PlanOption> &options, int contenders, Before before,
                                const std::stop_token &stop)
{
    const bool fixed = isFixedFleet(context.scenario);
    for (int simulations = 0; simulations < 2 * contenders;) {
        Wave wave;
        std::vector<PlanOption> others;
        const double dearest = options.empty() || fixed ? std::numeric_limits<double>::infinity() : kContenderCost * options.front().monthlyCost.toDouble();
        const int room = 2 * contenders - simulations;
        for (std::size_t i = 0; i < options.size(); ++i) {
            const bool contends = std::cmp_less(i, contenders) && !options[i].simulated && options[i].monthlyCost.toDouble() <= dearest && std::ssize(wave.options) < room;
            (contends ? wave.options : others).push_back(std::move(options[i]));
        }
        options = std::move(others);
        if (wave.options.empty())
            return {};
        simulations += static_cast<int>(wave.options.size());
        wave.run(context, space, refiner, stop);
        bool foreign = false;
        for (std::size_t i = 0; i < wave.options.size(); ++i) {
            if (!wave.simulated[i])
                return std::unexpected(wave.simulated[i].error());
            // A variant's GPU x format stands with another layout.
            if (!wave.options[i].variant)
                refiner.rejected.insert(refiner.rejected.end(), wave.rejected[i].begin(), wave.rejected[i].end());
            if (!*wave.simulated[i])
                continue;
            foreign = foreign || !(*wave.simulated[i])->simulated; // not of this space: it stays as it is
            options.insert(std::upper_bound(options.begin(), options.end(), **wave.simulated[i], before), **wave.simulated[i]);
        }
        if (foreign)
            return {};
    }
    return {};
}

// What comes first of a GPU x format stands for it; of the others only those stay that nothing beats in everything.
void keepWorthyVariants(std::vector<PlanOption> &options)
{
    std::set<std::pair<std::string, NumberFormat>> seen;
    for (PlanOption &option : options)
        option.variant = !seen.emplace(option.gpu, option.format).second;
    const std::vector<int> front = paretoFront({}, options);
    std::vector<PlanOption> kept;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (!options[i].variant || std::ranges::find(front, static_cast<int>(i)) != front.end())
            kept.push_back(std::move(options[i]));
    options = std::move(kept);
}

// The closest option on the same basis as any other: simulated under what it was found under (targets and requirements left out
// as its misses say), and held against what was asked for. Unchanged where no simulation of it succeeds.
Result<PlanOption> simulatedClosest(const PlanOption &closest, const PlanningContext &asked, PlanningSpace &space, const std::stop_token &stop)
{
    Scenario scenario = asked.scenario;
    std::vector<Miss> kept;
    for (const Miss &miss : closest.misses)
        if (isRelaxation(miss.key)) {
            relax(scenario, miss.key);
            kept.push_back(miss);
        }
    auto context = makePlanningContext(scenario, asked.catalog);
    if (!context)
        return std::unexpected(context.error());
    const auto reach = [](Seconds &target, Seconds reached) { target = std::max(target, reached); };
    reach(context->targets.ttft, closest.atCapacity.tail.ttft);
    reach(context->targets.tpot, closest.atCapacity.tail.tpot);
    if (context->targets.e2e)
        reach(*context->targets.e2e, closest.atCapacity.tail.e2e);
    for (int attempt = 0; attempt < kClosestAttempts; ++attempt) {
        auto simulated = Refiner(*context, space.relaxed(), stop).simulate(closest);
        if (!simulated)
            return std::unexpected(simulated.error());
        if (*simulated) {
            PlanOption option = **std::move(simulated);
            option.misses = missesOf(asked, option);
            option.misses.insert(option.misses.end(), kept.begin(), kept.end());
            if (option.misses.empty())
                option.misses.push_back(loadMiss(asked, option.capacityPerReplica));
            return option;
        }
        context->targets.ttft = context->targets.ttft * kWider;
        context->targets.tpot = context->targets.tpot * kWider;
        if (context->targets.e2e)
            context->targets.e2e = *context->targets.e2e * kWider;
    }
    return closest;
}

// Nothing met every requirement in closed form. What comes nearest may in simulation after all; else it says by how much it misses.
Result<Plan> refinedClosest(const Plan &plan, const PlanningContext &context, PlanningSpace &space, const std::stop_token &stop)
{
    Plan result = plan;
    const auto isLatency = [](const Miss &miss) { return miss.key == "ttft" || miss.key == "tpot" || miss.key == "e2e" || miss.key == "load"; };
    if (std::ranges::all_of(plan.closest->misses, isLatency)) {
        auto simulated = Refiner(context, space, stop).simulate(*plan.closest);
        if (!simulated)
            return std::unexpected(simulated.error());
        if (*simulated && (*simulated)->simulated && missesOf(context, **simulated).empty()) {
            result.recommended = **std::move(simulated);
            result.meetsDemand = result.recommended->capacityDegraded >= context.required() * (1.0 - 1e-12);
            result.closest.reset();
            std::erase_if(result.rejected, [&](const Rejection &r) { return r.gpu == result.recommended->gpu && r.format == result.recommended->format; });
        }
    }
    if (result.closest) {
        auto closest = simulatedClosest(*plan.closest, context, space, stop);
        if (!closest)
            return std::unexpected(closest.error());
        result.closest = *std::move(closest);
    }
    return result;
}

} // namespace

Result<Plan> refined(const Plan &plan, const Catalog &catalog, PlanningSpace &space, std::stop_token stop, int contenders)
{
    if ((!plan.recommended && !plan.closest) || plan.workload.peak.value() <= 0)
        return plan;
    const auto context = makePlanningContext(plan.scenario, catalog);
    if (!context)
        return std::unexpected(context.error());
    const auto finished = [&](Plan result) {
        result.pareto = paretoFront(result.recommended, result.alternatives);
        result.warnings = context->warnings;
        addPlanWarnings(*context, result);
        result.refined = true;
        return result;
    };
    if (!plan.recommended) {
        auto result = refinedClosest(plan, *context, space, stop);
        return result ? finished(*std::move(result)) : std::move(result);
    }
    Refiner refiner(*context, space, stop);
    const auto before = [&](const PlanOption &a, const PlanOption &b) { return isBetterOption(plan.scenario, a, b); };
    std::vector<PlanOption> options = plan.alternatives;
    options.insert(options.begin(), *plan.recommended);
    if (contenders > 1)
        addVariants(*context, space, refiner, options, before);
    if (const auto done = simulateContenders(*context, space, refiner, options, contenders, before, stop); !done)
        return std::unexpected(done.error());
    Plan result = plan;
    result.rejected.insert(result.rejected.end(), refiner.rejected.begin(), refiner.rejected.end());
    if (options.empty()) {
        result.closest = std::exchange(result.recommended, std::nullopt);
        result.meetsDemand = false;
        result.alternatives.clear();
        auto closest = simulatedClosest(*result.closest, *context, space, stop);
        if (!closest)
            return std::unexpected(closest.error());
        result.closest = *std::move(closest);
        if (result.closest->misses.empty())
            result.closest->misses.push_back(loadMiss(*context, result.closest->capacityPerReplica));
        return finished(std::move(result));
    }
    auto best = refiner.withBestSettings(options.front());
    if (!best)
        return std::unexpected(best.error());
    options.front() = *std::move(best);
    keepWorthyVariants(options);
    result.recommended = options.front();
    result.meetsDemand = result.recommended->capacityDegraded >= context->required() * (1.0 - 1e-12);
    result.alternatives.assign(options.begin() + 1, options.end());
    return finished(std::move(result));
}

Result<Plan> planRefined(const Scenario &scenario, const Catalog &catalog, PlanningSpace &space, std::stop_token stop)
{
    auto closedForm = plan(scenario, catalog, space, stop);
    return closedForm ? refined(*closedForm, catalog, space, std::move(stop)) : std::move(closedForm);
}

} // namespace headroom::core
