// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/serving/serving_simulation.h>
#include <core/serving/steady_state.h>

#include <optional>
#include <vector>

namespace headroom::core {

// A figure of a finite run, and where the figure of an endless one lies at 95 %.
struct Estimate {
    Seconds value, low, high;
    bool operator==(const Estimate &) const = default;
};

struct LatencyFigures {
    Estimate mean, p50, p90, p95, p99;
    bool operator==(const LatencyFigures &) const = default;
};

// What every request of a load should keep. Empty: not asked for.
struct RequestTargets {
    Seconds ttft{2.0};
    Seconds tpot{0.1};
    std::optional<Seconds> e2e;
};

// TTFT: request sent to first token. TPOT: (end - first token) / (output tokens - 1), answers of one token left out. ITL: gap
// between successive tokens, each counting once. E2E: request sent to last token.
struct ServingReport {
    int requests = 0;
    Seconds duration;                      // of the window, see SimulationOutcome
    RequestsPerSecond throughput;          // requests that ended in the window / its duration
    TokensPerSecond output;                // output tokens that came out in it / its duration
    std::optional<LatencyFigures> ttft, tpot, itl, e2e;   // of the measured requests; empty where there is nothing to measure
    double goodShare = 0;                  // of the measured requests, that meet every target
    RequestsPerSecond goodput;             // throughput x goodShare
    double kvOccupancyMean = 0, kvOccupancyMax = 0;
    std::int64_t preemptions = 0;
    int queueMax = 0;
    bool overloaded = false;               // open loop: the queue grew for as long as the run lasted; latencies are those of this run only

    bool operator==(const ServingReport &) const = default;
};

// `open`: the load was an open loop. Cost: sorting the requests four times.
//
// Percentiles interpolate between order statistics (position q (n - 1)). Their intervals come from batch means of the share of
// values under the percentile, over 5 to 20 stretches of the run, each of two mean residences where the run is long enough for
// that (neighbours that are slow together must not count twice), turned back into values; never under the binomial error,
// which stands alone under 200 values.
ServingReport reportOf(const SimulationOutcome &outcome, const RequestTargets &targets, bool open);

// Latencies of the measured requests in order of arrival, seconds.
std::vector<double> timesToFirstToken(const SimulationOutcome &outcome);
std::vector<double> timesPerOutputToken(const SimulationOutcome &outcome);   // answers of one token left out
std::vector<double> timesEndToEnd(const SimulationOutcome &outcome);

// The percentile as reportOf() takes it, without sorting everything. q in [0, 1]; empty values: empty.
std::optional<double> percentileOf(std::vector<double> values, double q);

// The same with its interval, of values of this outcome in the order of the run. q in [0, 1]; values not empty.
Estimate percentileEstimate(const std::vector<double> &run, double q, const SimulationOutcome &outcome);

// queueGrows() of serving_simulation.h for this run. Only an open loop's means anything.
bool queueGrows(const SimulationOutcome &outcome);

} // namespace headroom::core
