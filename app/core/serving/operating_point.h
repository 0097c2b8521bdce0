// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/sizing/step_time.h>
#include <core/units/quantity.h>

#include <string_view>

namespace headroom::core {

// What stops a replica from carrying more.
enum class BindingConstraint { None, KvMemory, WeightsMemory, Compute, Bandwidth, Communication, Queueing };
std::string_view bindingConstraintId(BindingConstraint constraint);   // "kv_memory", ...

// What the first load that is too high misses.
enum class CapacityLimit { None, Ttft, Tpot, EndToEnd, Throughput };
std::string_view capacityLimitId(CapacityLimit limit);   // "none", "ttft", "tpot", "e2e", "throughput"

// Latencies at one percentile.
struct TailLatency {
    double percentile = 0.95;
    Seconds ttft, tpot;
    Seconds e2e;               // of a whole answer: sent to last token

    bool operator==(const TailLatency &) const = default;
};

// A replica at a load.
struct OperatingPoint {
    RequestsPerSecond rate;    // of one replica
    double batch = 0;          // decoding sequences, mean
    double context = 0;        // tokens of a decoding sequence, mean
    double prefillTokensPerStep = 0; // mean over the steps
    double prefillStepShare = 0;     // share of the steps that carry prefill
    double promptsPerPrefillStep = 0; // mean of those steps
    StepTime step;             // mean over the steps
    Seconds decodeStep;        // a step without prefill
    Seconds prefillStep;       // a step with it
    Seconds ttftMean, ttftP50, ttftP95;
    Seconds tpotMean, tpotP95;
    TailLatency tail;          // at the percentile that was asked for

    bool operator==(const OperatingPoint &) const = default;
};

} // namespace headroom::core
