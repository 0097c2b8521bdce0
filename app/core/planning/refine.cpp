// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/candidate.h>
#include <core/planning/fleet_scorer.h>
#include <core/planning/option_builder.h>
#include <core/planning/pareto.h>
#include <core/planning/plan_warnings.h>
#include <core/planning/planner.h>
#include <core/planning/refine.h>
#include <core/planning/rejection_reasons.h>
#include <core/planning/simulated_system.h>

#include <algorithm>
#include <map>

namespace headroom::core {
namespace {

// Enough to tell contenders apart: the percentile's own uncertainty is of the size of the search's.
CapacityOptions contenderOptions()
{
    CapacityOptions options;
    options.requests = 1200;
    options.tolerance = 0.04;
    return options;
}

Error cancelled()
{
    return {ErrorCode::Cancelled, "a newer input made this plan moot", {}, {}, 0};
}

class Refiner {
public:
    Refiner(const PlanningContext &context, PlanningSpace &space, std::stop_token stop) : m_context(context), m_space(space), m_stop(std::move(stop))
    {
        m_space.enter(context, context.targets, context.givenLayout());
    }

    // The option simulated; empty, and the reason noted, where a trickle already misses a target.
    Result<std::optional<PlanOption>> simulate(const PlanOption &option);

    std::vector<Rejection> rejected;

private:
    std::optional<Candidate> candidateFor(const PlanOption &option);
    const PriceList &pricesOf(const Gpu &gpu);

    const PlanningContext &m_context;
    PlanningSpace &m_space;
    std::stop_token m_stop;
    std::map<const Gpu *, PriceList> m_prices;
};

const PriceList &Refiner::pricesOf(const Gpu &gpu)
{
    return m_prices.try_emplace(&gpu, m_context, gpu).first->second;
}

std::optional<Candidate> Refiner::candidateFor(const PlanOption &option)
{
    const Gpu *gpu = m_context.catalog.findGpu(option.gpu);
    if (!gpu)
        return std::nullopt;
    Layout single = option.layout;
    single.replicas = 1;
    PreparedFormat &format = m_space.prepared(m_context, *gpu, option.format);
    for (PreparedLayout &layout : format.layouts)
        if (layout.layout == single)
            for (SizedLayout &sized : m_space.sized(m_context, format, layout))
                if (sized.settings == option.settings && sized.serves)
                    return candidateOf(m_context, m_space, format, layout, sized);
    return std::nullopt;
}

Result<std::optional<PlanOption>> Refiner::simulate(const PlanOption &option)
{
    auto candidate = candidateFor(option);
    if (!candidate)
        return std::optional<PlanOption>(option);
    const CapacityOptions options = contenderOptions();
    const CapacityLoad load = capacityLoadOf(m_context);
    auto system = simulatedSystem(m_context, option);
    if (!system)
        return std::optional<PlanOption>(option);
    const auto capacity = simulatedCapacity(*system, load, {0.95, m_context.targets.ttftP95, m_context.targets.tpotP95, {}}, *candidate->state, options, m_stop);
    if (!capacity)
        return std::unexpected(capacity.error());
    if (!capacity->feasible || capacity->rate.value() <= 0) {
        candidate->capacity.point.ttftP95 = capacity->point.ttftP95;
        candidate->capacity.point.tpotP95 = capacity->point.tpotP95;
        rejected.push_back(tooSlowReason(m_context, *candidate, m_context.targets));
        return std::optional<PlanOption>();
    }
    const RequestsPerSecond perReplica = capacity->rate / option.layout.replicas;
    candidate->capacity.point = candidate->state->atRate(perReplica);
    candidate->capacity.point.rate = perReplica;
    candidate->capacity.binding = capacity->binding;
    const int replicas = replicaCount(m_context, candidate->layout, perReplica);
    PlanOption refinedOption = buildOption(m_context, *candidate, pricesOf(*candidate->gpu), replicas);

    SimulatedFigures figures;
    figures.seed = options.seed;
    figures.requests = options.requests;
    figures.capacity = capacity->rate;
    figures.replicas = option.layout.replicas;
    figures.searchError = capacity->searchError;
    figures.statisticalError = capacity->statisticalError;
    figures.closedForm = refinedOption.atPeak;
    // At the peak, or as much of it as a fleet that is too small carries.
    system->replicas = replicas;
    const RequestsPerSecond rate = std::min(m_context.workload.peak, refinedOption.capacity);
    if (rate.value() > 0) {
        const auto points = simulatedLatencies(*system, load, {rate}, *candidate->state, options, m_stop);
        if (!points)
            return std::unexpected(points.error());
        const LoadPoint &point = points->front();
        figures.ttftP50 = point.ttftP50;
        figures.ttftP95 = point.ttftP95;
        figures.ttftP99 = point.ttftP99;
        figures.tpotP50 = point.tpotP50;
        figures.tpotP95 = point.tpotP95;
        figures.tpotP99 = point.tpotP99;
        refinedOption.atPeak.ttftP50 = point.ttftP50;
        refinedOption.atPeak.ttftP95 = point.ttftP95;
        refinedOption.atPeak.tpotP95 = point.tpotP95;
    }
    refinedOption.simulated = figures;
    return std::optional<PlanOption>(std::move(refinedOption));
}

} // namespace

Result<Plan> refined(const Plan &plan, const Catalog &catalog, PlanningSpace &space, std::stop_token stop, int contenders)
{
    if (!plan.recommended || plan.workload.peak.value() <= 0)
        return plan;
    const auto context = makePlanningContext(plan.scenario, catalog);
    if (!context)
        return std::unexpected(context.error());
    Refiner refiner(*context, space, stop);
    const auto before = [&](const PlanOption &a, const PlanOption &b) { return isBetterOption(plan.scenario, a, b); };
    std::vector<PlanOption> options = plan.alternatives;
    options.insert(options.begin(), *plan.recommended);
    // The order changes under the simulation: what now comes first among the contenders must have been simulated too.
    // At most twice as many simulations as contenders, so that the time is bounded whatever the order turns out to be.
    for (int simulations = 0; simulations < 2 * contenders; ++simulations) {
        const auto end = options.begin() + std::min<std::ptrdiff_t>(contenders, std::ssize(options));
        const auto next = std::find_if(options.begin(), end, [](const PlanOption &option) { return !option.simulated; });
        if (next == end)
            break;
        if (options.front().simulated && !isFixedFleet(plan.scenario) && next->monthlyCost.toDouble() > kContenderCost * options.front().monthlyCost.toDouble())
            break;
        if (stop.stop_requested())
            return std::unexpected(cancelled());
        auto simulated = refiner.simulate(*next);
        if (!simulated)
            return std::unexpected(simulated.error());
        if (*simulated && !(*simulated)->simulated) // not of this space: it stays as it is
            break;
        options.erase(next);
        if (*simulated)
            options.insert(std::upper_bound(options.begin(), options.end(), **simulated, before), **simulated);
    }
    Plan result = plan;
    result.rejected.insert(result.rejected.end(), refiner.rejected.begin(), refiner.rejected.end());
    if (options.empty()) {
        result.closest = std::move(result.recommended);
        result.closest->misses.push_back("in simulation it misses a latency target at any load");
        result.recommended.reset();
        result.pareto.clear();
        return result;
    }
    result.recommended = options.front();
    result.meetsDemand = result.recommended->capacityDegraded >= context->required() * (1.0 - 1e-12);
    result.alternatives.assign(options.begin() + 1, options.end());
    result.pareto = paretoFront(result.recommended, result.alternatives);
    result.warnings = context->warnings;
    addPlanWarnings(*context, result);
    result.refined = true;
    return result;
}

Result<Plan> planRefined(const Scenario &scenario, const Catalog &catalog, PlanningSpace &space, std::stop_token stop)
{
    auto closedForm = plan(scenario, catalog, space, stop);
    return closedForm ? refined(*closedForm, catalog, space, std::move(stop)) : std::move(closedForm);
}

} // namespace headroom::core
