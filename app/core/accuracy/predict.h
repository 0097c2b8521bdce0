// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/deployment.h>
#include <core/serving/latency_summary.h>

namespace headroom::core {

// What the engine expects of one row. Latencies of the whole run, the start included; throughput of the whole system.
struct Prediction {
    std::optional<Percentiles> ttft;   // empty for offline_max
    std::optional<Percentiles> tpot;
    TokensPerSecond output;
    double lowRatio = 0, highRatio = 0; // the row's main figure lies between predicted x low and x high at 80 %
    double firstTokenBand = 0;          // relative width at 80 % of the mean time to first token: 0.5 is a factor of 1.5 either way
    Layout layout;                      // with replicas
    std::string note;                   // what was assumed; may be empty
};

// Simulates the row: a closed loop, Poisson arrivals, or everything at once. Errors say why there is no prediction.
// Deterministic, whatever thread it runs on. Cost: under a millisecond for a usual row.
Result<Prediction> predictRow(const DeploymentRow &row, const Catalog &catalog);

// Requests of the row's run: as stated, or the usual number of its load mode.
int requestCount(const DeploymentRow &row);

// The same for one layout under given constants.
Result<Prediction> predictLayout(const DeploymentRow &row, const Deployment &deployment, const Layout &layout, const Efficiency &efficiency);

} // namespace headroom::core
