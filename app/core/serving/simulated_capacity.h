// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/serving/serving_simulation.h>
#include <core/serving/steady_state.h>

#include <optional>
#include <stop_token>
#include <vector>

namespace headroom::core {

// The requests of a system whose rate is sought.
struct CapacityLoad {
    TokenLengths input, output;
    double burstiness = 1;          // coefficient of variation of the arrival gaps; 0 .. 10
    int maxContext = 0;             // as in SimulatedLoad
};

// What a share `percentile` of the requests must keep.
struct CapacityTargets {
    double percentile = 0.95;       // 0.5 .. 0.99
    Seconds ttft{2.0};
    Seconds tpot{0.1};
    std::optional<Seconds> e2e;
};

struct CapacityOptions {
    int requests = 2000;            // measured in each probe: 2,000 place a p95 to a few percent; 200 .. 100,000
    double tolerance = 0.02;        // the search ends when the bracket is this narrow, relative; 0.001 .. 0.5
    int mostProbes = 12;
    std::uint64_t seed = 1;
    double percentile = 0.95;       // that LoadPoint::tail is at; a search takes its targets'
    // A run measures at least what comes in so long (up to 8,000 requests), for the load must go on until a long answer ends: a
    // shorter run calms down under it. 0: `requests` alone, which is enough for first token and pace. A search takes its target's.
    Seconds residence{0};
};

// The system at one rate.
struct LoadPoint {
    RequestsPerSecond rate;         // of the whole system
    int requests = 0;               // measured
    Seconds ttftP50, ttftP95, ttftP99;
    Seconds tpotP50, tpotP95, tpotP99;
    Seconds e2eP50, e2eP95, e2eP99;
    TailLatency tail;
    double kvOccupancyMax = 0;
    std::int64_t preemptions = 0;
    bool overloaded = false;        // the queue grew all the time: the latencies say only how long the run was
    bool operator==(const LoadPoint &) const = default;
};

struct SimulatedCapacity {
    using Limit = CapacityLimit;

    bool feasible = false;          // false: even a trickle misses a target
    RequestsPerSecond rate;         // highest that was seen to meet the targets, whole system
    LoadPoint point;                // at it (feasible), or at the trickle
    Limit limit = Limit::None;      // what the first rate that is too high misses
    BindingConstraint binding = BindingConstraint::None;   // behind the limit: what a person could lift
    double searchError = 0;         // (lowest rate that misses - rate) / rate
    double statisticalError = 0;    // of the rate at 95 %: what the percentile's own uncertainty moves it by, relative
    int probes = 0;
    bool operator==(const SimulatedCapacity &) const = default;
};

// Highest Poisson (or burstier, see CapacityLoad) arrival rate at which the whole system meets the targets and its queue does
// not grow. All probes meet the same crowd (common random numbers), so that a faster system does not look slower by chance.
// `closedForm` is of one replica of the same layout and load: its capacity is where the search starts, and its steady states
// are what the probes begin in. Further probes close in by interpolation of the worst latency over its target. Systems of
// more than eight replicas are represented by eight with their share of the load: the little that a balancer gains beyond is left out.
//
// Typical cost: four to seven probes of 2,000 requests, 5 to 20 ms in all (those with thousands of sequences under way cost
// most: they are simulated, too). Deterministic; any thread.
// Errors: BadValue as simulateServing(), and for targets or options out of range; Cancelled.
Result<SimulatedCapacity> simulatedCapacity(const ServingSystem &system, const CapacityLoad &load, const CapacityTargets &targets,
                                            const SteadyState &closedForm, const CapacityOptions &options = {}, std::stop_token stop = {});

// The system at each of these rates (of the whole system, in any order), for a chart of latency over load; requests, seed, the
// crowd and what `closedForm` is for as above.
Result<std::vector<LoadPoint>> simulatedLatencies(const ServingSystem &system, const CapacityLoad &load, const std::vector<RequestsPerSecond> &rates,
                                                  const SteadyState &closedForm, const CapacityOptions &options = {}, std::stop_token stop = {});

} // namespace headroom::core
