// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/sizing/step_model.h>

#include <cstdint>
#include <vector>

namespace headroom::core {

// How requests come to one replica.
struct Arrivals {
    enum class Kind {
        ClosedLoop,   // `users` at once, each sends its next request when the last is answered
        Poisson,      // open loop at `rate`
        AllAtOnce,    // everything queued at the start
    };
    Kind kind = Kind::ClosedLoop;
    double users = 1;                // whole number
    RequestsPerSecond rate;
    int requests = 100;              // of the run
};

struct LengthDistribution {
    double input = 500;              // tokens
    double output = 300;
    bool uniform80 = false;          // each drawn from [0.8 L, L]; else exactly L
};

// How an engine forms its batches.
struct BatchPolicy {
    double maxBatchedTokens = 8192;  // token budget of a step, all data-parallel ranks together
    double maxSequences = 1024;      // all ranks together
    double kvTokens = 0;             // of the replica (of one lane), after the scheduler's reserve
    double reservedOutputShare = 0.5;   // of the output, set aside at admission: 1 for TensorRT-LLM, whose admission is final
    bool chunkedPrefill = true;      // false: a prompt that does not fit the rest of a step waits (TensorRT-LLM)
    bool decodePausesForPrefill = false; // SGLang
};

struct RequestTrace {
    double arrival = 0, firstToken = 0, end = 0;   // seconds from the start
    int input = 0, output = 0;
};

struct SimulationResult {
    std::vector<RequestTrace> requests;   // in order of arrival
    Seconds duration;                     // start to the last token
    bool fits = true;                     // false: a single request does not fit the KV cache
};

// Continuous batching of one replica, event by event: prompts enter while budget, sequence cap and KV cache allow, every
// step takes the step model's time, and stretches without prefill are jumped to the next completion or arrival in one go.
// The clock counts whole nanoseconds. The same arguments give the same result. Cost: a few microseconds a request.
SimulationResult simulateBatches(const StepModel &model, const Arrivals &arrivals, const LengthDistribution &lengths, const BatchPolicy &policy,
                                 std::uint64_t seed);

} // namespace headroom::core
