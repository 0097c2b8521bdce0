// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/fleet_scorer.h>
#include <core/planning/option_builder.h>
#include <core/planning/option_simulation.h>
#include <core/planning/refiner.h>
#include <core/planning/rejection_reasons.h>
#include <core/planning/simulated_system.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace headroom::core {
namespace {

// Enough to tell contenders apart: the percentile's own uncertainty is of the size of the search's. The last hundredth of a run
// has fewer requests in it than the last twentieth.
CapacityOptions contenderOptions(const LatencyTargets &targets)
{
    const double percentile = targets.tail.percentile;
    CapacityOptions options;
    options.requests = percentile > 0.95 ? 2400 : 1200;
    options.tolerance = 0.04;
    options.percentile = percentile;
    options.residence = targets.e2e.value_or(Seconds(0));
    return options;
}

// Caps over the sequences that decode at once at the capacity, of one data parallel rank; engines take multiples of eight.
constexpr std::array kCapsOverBatch{1.05, 1.3};
// More than this, relative, no setting moves a capacity: what would take more is not tried. A judgement.
constexpr double kMostGain = 1.2;

int cappedAt(double sequences)
{
    return std::max(8, static_cast<int>(std::ceil(sequences / 8.0)) * 8);
}

} // namespace

Refiner::Refiner(const PlanningContext &context, PlanningSpace &space, std::stop_token stop)
    : m_context(context), m_space(space), m_stop(std::move(stop)), m_load(capacityLoadOf(context)), m_options(contenderOptions(context.targets))
{
    m_space.enter(context, context.targets, context.givenLayout());
}

CapacityTargets Refiner::targets() const
{
    const LatencyTargets &asked = m_context.targets;
    return {asked.tail.percentile, asked.ttft, asked.tpot, asked.e2e};
}

const PriceList &Refiner::pricesOf(const Gpu &gpu)
{
    return m_prices.try_emplace(&gpu, m_context, gpu).first->second;
}

std::optional<Candidate> Refiner::candidateFor(const PlanOption &option, const EngineSettings &settings)
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
                if (sized.settings == settings && sized.serves)
                    return candidateOf(m_context, m_space, format, layout, sized);
    return std::nullopt;
}

Result<std::optional<PlanOption>> Refiner::simulate(const PlanOption &option)
{
    auto candidate = candidateFor(option, option.settings);
    return candidate ? simulate(*std::move(candidate), option) : Result<std::optional<PlanOption>>(option);
}

Result<std::optional<PlanOption>> Refiner::simulate(Candidate candidate, const PlanOption &option)
{
    PlanOption probed = option;
    probed.settings = candidate.settings;
    probed.kvCapacityTokensPerReplica = candidate.memory.kvCapacityTokens;
    auto system = simulatedSystem(m_context, probed);
    if (!system)
        return std::optional<PlanOption>(option);
    const auto capacity = simulatedCapacity(*system, m_load, targets(), *candidate.state, m_options, m_stop);
    if (!capacity)
        return std::unexpected(capacity.error());
    if (!capacity->feasible || capacity->rate.value() <= 0) {
        candidate.capacity.point.tail = capacity->point.tail;
        rejected.push_back(tooSlowReason(m_context, candidate, m_context.targets));
        return std::optional<PlanOption>();
    }
    const RequestsPerSecond perReplica = capacity->rate / option.layout.replicas;
    candidate.capacity.point = candidate.state->atRate(perReplica, m_context.targets.tail);
    candidate.capacity.point.rate = perReplica;
    candidate.capacity.binding = capacity->binding;
    candidate.capacity.limit = capacity->limit;
    const int replicas = replicaCount(m_context, candidate.layout, perReplica);
    PlanOption refinedOption = buildOption(m_context, candidate, pricesOf(*candidate.gpu), replicas);

    SimulatedFigures figures;
    figures.seed = m_options.seed;
    figures.requests = m_options.requests;
    figures.capacity = capacity->rate;
    figures.replicas = option.layout.replicas;
    figures.searchError = capacity->searchError;
    figures.statisticalError = capacity->statisticalError;
    figures.closedForm = refinedOption.atPeak;
    // At the peak, or as much of it as a fleet that is too small carries.
    system->replicas = replicas;
    const RequestsPerSecond rate = std::min(m_context.workload.peak, refinedOption.capacity);
    if (rate.value() > 0) {
        const auto points = simulatedLatencies(*system, m_load, {rate}, *candidate.state, m_options, m_stop);
        if (!points)
            return std::unexpected(points.error());
        const LoadPoint &point = points->front();
        figures.ttftP50 = point.ttftP50;
        figures.ttftP95 = point.ttftP95;
        figures.ttftP99 = point.ttftP99;
        figures.tpotP50 = point.tpotP50;
        figures.tpotP95 = point.tpotP95;
        figures.tpotP99 = point.tpotP99;
        figures.tail = point.tail;
        figures.requests = point.requests;
        refinedOption.atPeak.ttftP50 = point.ttftP50;
        refinedOption.atPeak.ttftP95 = point.ttftP95;
        refinedOption.atPeak.tpotP95 = point.tpotP95;
        refinedOption.atPeak.tail = point.tail;
    }
    refinedOption.simulated = figures;
    refinedOption.variant = option.variant;
    return std::optional<PlanOption>(std::move(refinedOption));
}

std::vector<Candidate> Refiner::otherSettings(const PlanOption &option)
{
    std::vector<Candidate> others;
    const EngineSettings &now = option.settings;
    const bool paceBinds = option.limit == CapacityLimit::Tpot || option.limit == CapacityLimit::EndToEnd;
    const int budget = paceBinds ? now.maxBatchedTokens / 2 : option.limit == CapacityLimit::Ttft ? now.maxBatchedTokens * 2 : 0;
    if (budget > 0)
        if (auto other = candidateFor(option, {budget, now.maxSequences}))
            others.push_back(*std::move(other));
    if (!paceBinds)
        return others;
    for (const double factor : kCapsOverBatch) {
        const int cap = cappedAt(option.atCapacity.batch * factor / option.layout.dp);
        auto capped = cap < now.maxSequences ? candidateFor(option, now) : std::nullopt;
        if (!capped)
            continue;
        capped->settings.maxSequences = cap;
        // The closed form stays that of the option: it knows no queue before a cap, and only says where the runs begin.
        others.push_back(*std::move(capped));
    }
    return others;
}

Result<bool> Refiner::carriesWithOneLess(const Candidate &candidate, const PlanOption &option)
{
    const int replicas = option.layout.replicas - 1;
    const int left = replicas - m_context.scenario.hardware.redundancy;
    if (left < 1 || m_context.required() > option.capacityPerReplica * (left * kMostGain))
        return false;
    PlanOption probed = option;
    probed.settings = candidate.settings;
    probed.kvCapacityTokensPerReplica = candidate.memory.kvCapacityTokens;
    auto system = simulatedSystem(m_context, probed);
    if (!system)
        return false;
    system->replicas = replicas;
    const RequestsPerSecond rate = m_context.required() * (static_cast<double>(replicas) / left);
    const auto points = simulatedLatencies(*system, m_load, {rate}, *candidate.state, m_options, m_stop);
    if (!points)
        return std::unexpected(points.error());
    return !points->front().overloaded && worstOf(points->front().tail, m_context.targets).ratio <= 1.0;
}

Result<PlanOption> Refiner::withBestSettings(const PlanOption &option)
{
    if (!option.simulated)
        return option;
    PlanOption best = option;
    const bool fixed = isFixedFleet(m_context.scenario);
    for (const Candidate &candidate : otherSettings(option)) {
        if (!fixed) {
            const auto carries = carriesWithOneLess(candidate, best);
            if (!carries)
                return std::unexpected(carries.error());
            if (!*carries)
                continue;
        }
        const std::size_t before = rejected.size();
        auto simulated = simulate(candidate, best);
        if (!simulated)
            return std::unexpected(simulated.error());
        rejected.resize(before);
        // A fixed fleet's capacity differs by less than the search can tell in most settings.
        const double clearly = fixed ? 1.0 + m_options.tolerance : 1.0;
        if (*simulated && (!fixed || (*simulated)->capacity > best.capacity * clearly) && isBetterOption(m_context.scenario, **simulated, best))
            best = **std::move(simulated);
    }
    return best;
}

} // namespace headroom::core
