// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/serving/batch_simulation.h>

#include <optional>

namespace headroom::core {

struct Percentiles {
    Seconds mean, p50, p99;
};

// TTFT: request sent to first token. TPOT: (end - first token) / (output tokens - 1), requests of one token left out.
struct LatencySummary {
    std::optional<Percentiles> ttft;
    std::optional<Percentiles> tpot;
    TokensPerSecond output;     // all output tokens over the whole run
};

LatencySummary summarize(const SimulationResult &result);

} // namespace headroom::core
