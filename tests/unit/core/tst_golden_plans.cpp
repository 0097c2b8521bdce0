// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/planning/planner.h>

using namespace headroom::core;

namespace {

struct Range {
    double low = 0, high = 0;
};

struct Golden {
    const char *name;
    const char *model;
    const char *gpu;
    FormatChoice format;
    int tp, dp, pp;
    double input, output;
    Range weightsGb;      // per GPU
    Range kvTokens;       // of one replica
    Range tokensPerSecond; // output of one replica, at its capacity without regard to latency
};

// Targets so wide that capacity is throughput.
constexpr double kNoTarget = 3600;

} // namespace
