// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/fleet_scorer.h>
#include <core/planning/option_builder.h>
#include <core/planning/rejection_reasons.h>
#include <core/planning/search.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <thread>

namespace headroom::core {
namespace {

double slowness(const SteadyState::Capacity &capacity, const LatencyTargets &targets)
{
    return worstOf(capacity.point.tail, targets).ratio;
}

// The search of one GPU x format.
class FormatSearch {
public:
    FormatSearch(const PlanningContext &context, const LatencyTargets &targets, PlanningSpace &space, const Gpu &gpu, PreparedFormat &format,
                 const PriceList &prices, SearchResult &result)
        : m_context(context), m_targets(targets), m_space(space), m_gpu(gpu), m_format(format), m_prices(prices), m_scorer(context, gpu, prices), m_result(result)
    {
    }

    void run(const std::stop_token &stop);

private:
    void collect();
    void searchBestFirst(const std::stop_token &stop);
    void judge(FleetScore &score);
    void report();
    Candidate candidate(const FleetScore &score) const { return candidateOf(m_context, m_space, m_format, *score.layout, *score.sized); }

    const PlanningContext &m_context;
    const LatencyTargets &m_targets;
    PlanningSpace &m_space;
    const Gpu &m_gpu;
    PreparedFormat &m_format;
    const PriceList &m_prices;
    FleetScorer m_scorer;
    SearchResult &m_result;
    std::vector<FleetScore> m_bounds;         // of what fits and is sold, to be searched
    std::vector<FleetScore> m_unsold;         // of a fleet that is there and nobody sells: what is searched then
    std::optional<FleetScore> m_best;
    std::optional<FleetScore> m_bestOverLimit;
    std::optional<FleetScore> m_leastSlow;
    std::optional<FleetScore> m_unpriced;
    PreparedLayout *m_largest = nullptr;      // that does not fit
};

void FormatSearch::collect()
{
    const int settings = PlanningSpace::settingsCount(m_context.engine, m_gpu);
    for (PreparedLayout &layout : m_format.layouts) {
        m_result.layoutsScored += settings;
        m_result.optionsScored += settings * m_prices.count();
        std::vector<SizedLayout> &sized = m_space.sized(m_context, m_format, layout);
        if (!sized.front().serves) {
            if (!m_largest || layout.layout.gpusPerReplica() >= m_largest->layout.gpusPerReplica())
                m_largest = &layout;
            continue;
        }
        const bool sold = m_prices.sells(layout.layout);
        for (SizedLayout &one : sized) {
            FleetScore score{&layout, &one, {}, 0, {}, sold, {}};
            if (!sold) {
                if (!m_unpriced)
                    m_unpriced = score;
                if (isGivenFleet(m_context.scenario) && m_scorer.bound(score, one.atMost))
                    m_unsold.push_back(score);
                continue;
            }
            if (m_scorer.bound(score, one.atMost))
                m_bounds.push_back(score);
        }
    }
    if (m_bounds.empty())
        m_bounds = std::move(m_unsold);
}

void FormatSearch::judge(FleetScore &score)
{
    // The search for a capacity ends where it is known to be too low to win.
    const SteadyState::Capacity *found = m_space.capacityUnless(m_context, *score.layout, *score.sized, [&](RequestsPerSecond rate) {
        FleetScore bound = score;
        return m_best && m_scorer.bound(bound, rate) && m_scorer.isBoundBetter(*m_best, bound);
    });
    if (!found)
        return;
    const SteadyState::Capacity &capacity = *found;
    if (!capacity.feasible) {
        if (!m_leastSlow || slowness(capacity, m_targets) < slowness(*m_leastSlow->sized->capacity, m_targets))
            m_leastSlow = score;
        return;
    }
    if (!m_scorer.score(score, capacity.point.rate))
        return;
    auto &slot = m_scorer.isOverLimit(score) ? m_bestOverLimit : m_best;
    if (!slot || m_scorer.isBetter(score, *slot))
        slot = score;
}

// A bound is a score at a capacity that the layout cannot exceed: no layout comes out better than its bound.
void FormatSearch::searchBestFirst(const std::stop_token &stop)
{
    const auto better = [&](const FleetScore &a, const FleetScore &b) { return m_scorer.isBoundBetter(a, b); };
    std::ranges::make_heap(m_bounds, [&](const FleetScore &a, const FleetScore &b) { return better(b, a); });
    while (!m_bounds.empty()) {
        std::ranges::pop_heap(m_bounds, [&](const FleetScore &a, const FleetScore &b) { return better(b, a); });
        FleetScore score = m_bounds.back();
        m_bounds.pop_back();
        if (m_best && better(*m_best, score))
            return;
        // What is over the limit at its best is so at its worst; the cheapest of them is kept, in case nothing is within.
        if (m_bestOverLimit && m_scorer.isOverLimit(score))
            continue;
        if (stop.stop_requested()) {
            m_result.cancelled = true;
            return;
        }
        judge(score);
    }
}

void FormatSearch::report()
{
    if (m_best) {
        m_result.options.push_back(buildOption(m_context, candidate(*m_best), m_prices, m_best->replicas));
    } else if (m_bestOverLimit) {
        PlanOption option = buildOption(m_context, candidate(*m_bestOverLimit), m_prices, m_bestOverLimit->replicas);
        m_result.rejected.push_back(overLimitReason(m_context, option));
        m_result.overLimit.push_back(std::move(option));
    } else if (m_leastSlow) {
        m_result.tooSlow.push_back(candidate(*m_leastSlow));
        m_result.rejected.push_back(tooSlowReason(m_context, m_result.tooSlow.back(), m_targets));
    } else if (m_unpriced) {
        const Candidate unpriced = candidate(*m_unpriced);
        if (unpriced.capacity.feasible) {
            m_result.rejected.push_back(unpricedReason(m_context, unpriced));
        } else {
            m_result.rejected.push_back(tooSlowReason(m_context, unpriced, m_targets));
            m_result.tooSlow.push_back(unpriced);
        }
    } else if (m_largest) {
        m_result.rejected.push_back(doesNotFitReason(m_context, candidateOf(m_context, m_space, m_format, *m_largest, m_largest->sized.front())));
    } else {
        m_result.rejected.push_back(noLayoutReason(m_context, m_gpu, m_format.format));
    }
}

void FormatSearch::run(const std::stop_token &stop)
{
    collect();
    searchBestFirst(stop);
    if (!m_result.cancelled)
        report();
}

} // namespace

namespace {

void searchGpu(const PlanningContext &context, const LatencyTargets &targets, PlanningSpace &space, const Gpu &gpu, SearchResult &result, const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        result.cancelled = true;
        return;
    }
    if (std::ranges::find(context.excluded, &gpu) != context.excluded.end()) {
        result.rejected.push_back(excludedReason(context, gpu));
        return;
    }
    const std::vector<NumberFormat> formats = formatsFor(context, gpu);
    if (formats.empty()) {
        result.rejected.push_back(unsupportedReason(context, gpu));
        return;
    }
    const PriceList prices(context, gpu);
    for (const NumberFormat format : formats) {
        FormatSearch(context, targets, space, gpu, space.prepared(context, gpu, format), prices, result).run(stop);
        if (result.cancelled)
            return;
    }
}

template<class T>
void append(std::vector<T> &to, std::vector<T> &from)
{
    std::ranges::move(from, std::back_inserter(to));
}

} // namespace

SearchResult searchSpace(const PlanningContext &context, const LatencyTargets &targets, PlanningSpace &space, std::stop_token stop)
{
    space.enter(context, targets, context.givenLayout());
    // What a space holds of a GPU is touched by the search of this GPU alone: threads take the next that none has taken, and the
    // answers are put together in the catalog's order. One format each is not worth a thread.
    std::vector<SearchResult> found(context.gpus.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < found.size(); i = next++)
            searchGpu(context, targets, space, *context.gpus[i], found[i], stop);
    };
    {
        std::jthread beside;
        if (context.scenario.model.format == FormatChoice::Any && found.size() > 1 && std::thread::hardware_concurrency() > 1)
            beside = std::jthread(work);
        work();
    }
    SearchResult result;
    for (SearchResult &one : found) {
        append(result.options, one.options);
        append(result.rejected, one.rejected);
        append(result.tooSlow, one.tooSlow);
        append(result.overLimit, one.overLimit);
        result.layoutsScored += one.layoutsScored;
        result.optionsScored += one.optionsScored;
        result.cancelled = result.cancelled || one.cancelled;
    }
    if (result.cancelled)
        return result;
    const auto best = [&](const PlanOption &a, const PlanOption &b) { return isBetterOption(context.scenario, a, b); };
    std::ranges::stable_sort(result.options, best);
    return result;
}

} // namespace headroom::core
