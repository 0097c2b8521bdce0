// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/sizing/step_model.h>

namespace headroom::core {

// How an engine forms its batches and keeps its cache, for one replica (with pipeline parallelism: for one lane of it).
struct ServingPolicy {
    int maxBatchedTokens = 8192;       // token budget of a step, all data parallel ranks together
    int maxSequences = 1024;           // running at once, all ranks together
    double kvTokens = 0;               // what the scheduler may fill; whole blocks count
    int kvBlockTokens = 16;            // 1 .. 65,536
    bool chunkedPrefill = true;        // false: a prompt that does not fit the rest of a step waits
    bool decodePausesForPrefill = false;
    // Of the output, set aside at admission. 0: a sequence takes blocks as it grows, and when none is left the latest one
    // is preempted: it loses its blocks, waits first in line and computes prompt and answer so far again. 1: never needed.
    double reservedOutputShare = 0;
    double cachedInputShare = 0;       // of each prompt, answered by the prefix cache; [0, 1)
};

enum class Balancing { RoundRobin, LeastOutstanding };

// Replicas of one layout behind a load balancer.
struct ServingSystem {
    StepModel model;
    ServingPolicy policy;
    int replicas = 1;      // 1 .. 100,000
    int lanes = 1;         // pipeline stages: batches that a replica has in flight, each with its own scheduler
    Balancing balancing = Balancing::LeastOutstanding;

    int servers() const { return replicas * lanes; }
};

} // namespace headroom::core
