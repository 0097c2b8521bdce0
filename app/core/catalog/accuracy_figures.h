// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace headroom::core {

// |predicted / measured - 1| of one figure over some measurements.
struct AccuracyFigure {
    int rows = 0;                  // 0: none of them measures it
    double median = 0, mean = 0;
    double insideBand = -1;        // share inside the 80 % band; negative: no band is stated

    bool operator==(const AccuracyFigure &) const = default;
};

// A line of the shipped error report.
struct AccuracyEntry {
    std::string holdOut;           // "none", "deployment", "model", "gpu": what the constants had not seen
    std::string by;                // "": all; "source", "gpu", "class", "engine", "load", "model"
    std::string key;
    AccuracyFigure tpot, ttft, throughput;

    bool operator==(const AccuracyEntry &) const = default;
};

} // namespace headroom::core
