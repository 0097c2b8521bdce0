// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/fleet_scorer.h>

#include <algorithm>

namespace headroom::core {

bool isFixedFleet(const Scenario &scenario)
{
    return scenario.layout && (scenario.layout->gpus || scenario.layout->replicas);
}

bool isGivenFleet(const Scenario &scenario)
{
    return isFixedFleet(scenario) && !scenario.hardware.gpus.empty();
}

bool isBetterOption(const Scenario &scenario, const PlanOption &a, const PlanOption &b)
{
    if (isFixedFleet(scenario) && a.capacityDegraded != b.capacityDegraded)
        return a.capacityDegraded > b.capacityDegraded;
    if (a.isPriced() != b.isPriced())
        return a.isPriced();
    if (const int order = compare(a.monthlyCost, b.monthlyCost); order != 0)
        return order < 0;
    if (a.gpus() != b.gpus())
        return a.gpus() < b.gpus();
    return a.atPeak.tail.ttft < b.atPeak.tail.ttft;
}

bool FleetScorer::fill(FleetScore &score, RequestsPerSecond perReplica, double utilization) const
{
    const Scenario &scenario = m_context.scenario;
    const Layout &layout = score.layout->layout;
    score.replicas = replicasOf(score, perReplica);
    if (score.replicas < 1)
        return false;
    const int redundancy = scenario.hardware.redundancy;
    const RunningReplicas running = runningReplicas(m_context.week, m_context.workload.peak, perReplica, score.replicas, scenario);
    const auto price = score.priced ? m_prices.cheapest(layout, score.replicas, running, utilization) : m_prices.unknown(layout, score.replicas);
    if (!price)
        return false;
    score.price = *price;
    score.degraded = perReplica * std::max(score.replicas - redundancy, 0);
    score.ttft.reset();
    return true;
}

bool FleetScorer::bound(FleetScore &score, RequestsPerSecond perReplica) const
{
    if (!fill(score, perReplica, 0.0))
        return false;
    // Where instances of different prices stand side by side, one more of them can turn a dear one into a cheap one, so that a
    // lower capacity may cost less: no amount bounds it.
    if (isMixed(m_context.scenario.money))
        score.price.monthly = Money(m_context.scenario.money.currency, 0);
    return true;
}

// Below zero where `a` is better by what counts before the latency.
int FleetScorer::order(const FleetScore &a, const FleetScore &b) const
{
    if (isFixedFleet(m_context.scenario) && a.degraded != b.degraded)
        return a.degraded > b.degraded ? -1 : 1;
    if (const int cost = compare(a.price.monthly, b.price.monthly); cost != 0)
        return cost;
    const int gpusA = a.layout->layout.gpusPerReplica() * a.replicas;
    const int gpusB = b.layout->layout.gpusPerReplica() * b.replicas;
    if (gpusA != gpusB)
        return gpusA < gpusB ? -1 : 1;
    return static_cast<int>(isDefault(b)) - static_cast<int>(isDefault(a));
}

bool FleetScorer::isBoundBetter(const FleetScore &a, const FleetScore &b) const
{
    return order(a, b) < 0;
}

bool FleetScorer::isBetter(FleetScore &a, FleetScore &b) const
{
    if (const int first = order(a, b); first != 0)
        return first < 0;
    const auto ttft = [&](FleetScore &score) {
        if (!score.ttft)
            score.ttft = score.sized->state->atRate(std::min(m_context.workload.peak / score.replicas, score.sized->capacity->point.rate), m_context.targets.tail).tail.ttft;
        return *score.ttft;
    };
    if (ttft(a) != ttft(b))
        return ttft(a) < ttft(b);
    // Twins: the first of the space, in whatever order they are judged.
    return a.layout != b.layout ? a.layout < b.layout : a.sized < b.sized;
}

bool FleetScorer::isOverLimit(const FleetScore &score) const
{
    const std::optional<int> &most = m_context.scenario.hardware.maxGpus;
    return score.price.overPower || (most && score.layout->layout.gpusPerReplica() * score.replicas > *most);
}

} // namespace headroom::core
