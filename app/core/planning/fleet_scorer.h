// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/option_builder.h>
#include <core/planning/planning_space.h>
#include <core/planning/price_list.h>

#include <optional>

namespace headroom::core {

// A layout with as many replicas as the scenario needs: what it comes to, without the bookkeeping of a whole option.
struct FleetScore {
    PreparedLayout *layout = nullptr;
    SizedLayout *sized = nullptr;
    FleetPrice price;
    int replicas = 0;
    RequestsPerSecond degraded;            // carried with the redundancy's replicas lost
    bool priced = true;                    // false: a fleet that is there, and nobody sells
    std::optional<Seconds> ttft;           // at the peak, once two scores tie
};

class FleetScorer {
public:
    FleetScorer(const PlanningContext &context, const Gpu &gpu, const PriceList &prices)
        : m_context(context), m_prices(prices), m_defaults(core::engineDefaults(context.engine, gpu))
    {
    }

    // Fills a score for a capacity of one replica; false where the fleet has no room for one, or nobody sells what has to be bought. A bound is not
    // above the score at any lower capacity.
    bool score(FleetScore &score, RequestsPerSecond perReplica) const { return fill(score, perReplica, meanUtilization(m_context, perReplica, replicasOf(score, perReplica))); }
    bool bound(FleetScore &score, RequestsPerSecond perReplica) const;

    // By the order of isBetterOption(). Among equals the engine's own settings win (they are what has been measured), then the
    // faster first token, then the first of the format's layouts and settings. Of one format.
    bool isBetter(FleetScore &a, FleetScore &b) const;

    // The same for bounds: false where a tie is possible.
    bool isBoundBetter(const FleetScore &a, const FleetScore &b) const;

    // Of the scenario's limits on power and on the number of GPUs.
    bool isOverLimit(const FleetScore &score) const;

private:
    int replicasOf(const FleetScore &score, RequestsPerSecond perReplica) const { return replicaCount(m_context, score.layout->layout, perReplica); }
    bool fill(FleetScore &score, RequestsPerSecond perReplica, double utilization) const;
    int order(const FleetScore &a, const FleetScore &b) const;
    bool isDefault(const FleetScore &score) const { return score.sized->settings == m_defaults; }

    const PlanningContext &m_context;
    const PriceList &m_prices;
    EngineSettings m_defaults;
};

// True where a scenario's layout fixes how many GPUs or replicas there are.
bool isFixedFleet(const Scenario &scenario);

// True where such a fleet is of GPUs that the scenario names: it is there, whether anybody sells it or not.
bool isGivenFleet(const Scenario &scenario);

// Which of two options is to be recommended: a fixed fleet should carry as much as it can; else the cheaper one wins, then the
// smaller, then the one that gives the first token sooner.
bool isBetterOption(const Scenario &scenario, const PlanOption &a, const PlanOption &b);

} // namespace headroom::core
