// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/candidate.h>
#include <core/planning/plan.h>
#include <core/planning/price_list.h>
#include <core/serving/simulated_capacity.h>

#include <map>
#include <optional>
#include <stop_token>

namespace headroom::core {

// Simulates options of one plan: their capacity under the context's targets, and with it the replicas, the cost and the latencies
// at the peak. Refers to context and space, which it enters. One thread.
class Refiner {
public:
    Refiner(const PlanningContext &context, PlanningSpace &space, std::stop_token stop);

    // The option simulated; empty, and `rejected` has the reason, where a trickle already misses a target. An option that is not of
    // this space comes back as it is. Errors: those of the simulation, Cancelled.
    Result<std::optional<PlanOption>> simulate(const PlanOption &option);

    // A simulated option under other token budgets and sequence caps where the simulation may judge them differently: a cap near
    // what decodes at once keeps crowds out of a step, which matters where the pace of an answer is what binds; a budget moves what
    // the first token waits for. Each is asked first, in one run, whether it carries the peak on a replica less (a given fleet:
    // more than now); the best that does, else the option. A handful of runs at most.
    Result<PlanOption> withBestSettings(const PlanOption &option);

    const PriceList &pricesOf(const Gpu &gpu);

    std::vector<Rejection> rejected;

private:
    std::optional<Candidate> candidateFor(const PlanOption &option, const EngineSettings &settings);
    Result<std::optional<PlanOption>> simulate(Candidate candidate, const PlanOption &option);
    std::vector<Candidate> otherSettings(const PlanOption &option);
    Result<bool> carriesWithOneLess(const Candidate &candidate, const PlanOption &option);
    CapacityTargets targets() const;

    const PlanningContext &m_context;
    PlanningSpace &m_space;
    std::stop_token m_stop;
    CapacityLoad m_load;
    CapacityOptions m_options;
    std::map<const Gpu *, PriceList> m_prices;
};

} // namespace headroom::core
