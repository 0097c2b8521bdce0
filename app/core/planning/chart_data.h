// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace headroom::core {

struct ChartPoint {
    double x = 0;
    double y = 0;
    bool operator==(const ChartPoint &) const = default;
};

// One percentile of a latency. x: requests/s of the system, y: seconds, up to saturation.
struct LatencyCurve {
    double percentile = 0.95;
    std::vector<ChartPoint> points;
    bool operator==(const LatencyCurve &) const = default;
};

// What the Plan page draws about one option.
struct PlanCharts {
    std::vector<ChartPoint> costByDemand;        // x: peak requests/s (0 .. twice the peak), y: monthly cost, scenario's currency; a staircase
    std::vector<ChartPoint> throughputByBatch;   // x: decoding sequences of one replica, y: output tokens/s of one replica
    double batchAtPeak = 0;                      // operating point on it
    double batchLimitByKv = 0;                   // where the KV cache is full
    // Lowest percentile first: 50, 95, 99 and that of the scenario's targets.
    std::vector<LatencyCurve> ttft, tpot;
    std::vector<LatencyCurve> e2e;               // empty without a target for it
    bool simulated = false;                      // the three above
    double capacityRps = 0;
    std::vector<double> demandByHour;            // 24 values of a weekday, requests/s
    std::vector<double> replicasByHour;          // 24 values of a weekday

    bool operator==(const PlanCharts &) const = default;
};

} // namespace headroom::core
