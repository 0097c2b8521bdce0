// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/derivation/build.h>
#include <core/planning/explain_parts.h>

#include <numeric>

namespace headroom::core {

using namespace derive;

Derivation explainPeak(const Plan &plan)
{
    const DemandInputs &demand = plan.scenario.demand;
    if (plan.workload.peakOverridden)
        return input("peak_rps", plan.workload.peak.value(), Unit::RequestsPerSecond);
    auto perHour = product("requests_per_hour", Unit::RequestsPerHour, input("users", demand.users, Unit::People),
                           input("adoption", demand.adoptionRatio, Unit::Ratio),
                           input("requests_per_user_hour", demand.requestsPerUserHour, Unit::RequestsPerHour));
    auto mean = quotient("working_hour_rps", Unit::RequestsPerSecond, std::move(perHour), constant("seconds_per_hour", 3600, Unit::Seconds));
    return product("peak_rps", Unit::RequestsPerSecond, std::move(mean),
                   constant("peak_factor", plan.workload.peakFactor, Unit::Ratio, "busiest minutes over the mean working hour of this workload: a judgement"));
}

Derivation explainMeanRate(const Plan &plan)
{
    const auto &week = plan.workload.week;
    const double mean = std::accumulate(week.begin(), week.end(), 0.0) / static_cast<double>(week.size());
    return product("mean_rps", Unit::RequestsPerSecond, explainPeak(plan),
                   constant("week_mean_share", mean, Unit::Ratio, "mean of the week's profile '" + plan.scenario.demand.dayProfile + "'"));
}

Derivation explainReplicas(const ExplainContext &c)
{
    const LayoutInputs given = c.plan.scenario.layout.value_or(LayoutInputs{});
    const double perReplica = c.option.layout.gpusPerReplica();
    if (given.replicas && *given.replicas == c.option.layout.replicas)
        return input("replicas", *given.replicas, Unit::Count);
    if (given.gpus && *given.gpus / c.option.layout.gpusPerReplica() == c.option.layout.replicas)
        return node(Operation::Floor, "replicas", Unit::Count,
                    quotient("fleet_over_replica", Unit::Count, input("fleet_gpus", *given.gpus, Unit::Count), input("gpus_per_replica", perReplica, Unit::Count)));
    auto required = product("required_rps", Unit::RequestsPerSecond, explainPeak(c.plan),
                            sum("one_plus_headroom", Unit::Ratio, constant("one", 1, Unit::None), input("headroom_wanted", c.plan.scenario.hardware.headroomRatio, Unit::Ratio)));
    auto needed = node(Operation::Ceil, "replicas_for_demand", Unit::Count,
                       quotient("demand_over_capacity", Unit::Count, std::move(required), explainCapacity(c)));
    return sum("replicas", Unit::Count, node(Operation::Maximum, "replicas_at_least_one", Unit::Count, constant("one", 1, Unit::Count), std::move(needed)),
               input("redundant_replicas", c.plan.scenario.hardware.redundancy, Unit::Count));
}

Derivation explainGpus(const ExplainContext &c)
{
    const Layout &layout = c.option.layout;
    return product("gpus", Unit::Count, explainReplicas(c),
                   product("gpus_per_replica", Unit::Count, input("tensor_parallel", layout.tp, Unit::Count), input("pipeline_parallel", layout.pp, Unit::Count),
                           input("data_parallel", layout.dp, Unit::Count)));
}

Derivation explainHeadroom(const ExplainContext &c)
{
    if (c.plan.workload.peak.value() <= 0)
        return constant("headroom", 0, Unit::Ratio, "without demand there is no headroom to state");
    auto left = difference("replicas_left", Unit::Count, explainReplicas(c), input("redundant_replicas", c.plan.scenario.hardware.redundancy, Unit::Count));
    auto carried = product("capacity_degraded_rps", Unit::RequestsPerSecond, explainCapacity(c),
                           node(Operation::Maximum, "replicas_left_at_least_none", Unit::Count, constant("none", 0, Unit::Count), std::move(left)));
    return difference("headroom", Unit::Ratio, quotient("capacity_over_peak", Unit::Ratio, std::move(carried), explainPeak(c.plan)), constant("one", 1, Unit::None));
}

Derivation explainUtilization(const ExplainContext &c)
{
    return quotient("mean_utilization", Unit::Ratio, explainMeanRate(c.plan),
                    product("capacity_rps", Unit::RequestsPerSecond, explainCapacity(c), explainReplicas(c)));
}

} // namespace headroom::core
