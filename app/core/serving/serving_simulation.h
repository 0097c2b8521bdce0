// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/serving/arrival_process.h>
#include <core/serving/serving_system.h>
#include <core/workload/token_lengths.h>

#include <optional>
#include <stop_token>
#include <vector>

namespace headroom::core {

inline constexpr int kMostSimulatedRequests = 1'000'000;
inline constexpr int kMostSimulatedServers = 4096;

// What comes to the system.
struct SimulatedLoad {
    ArrivalProcess arrivals;
    TokenLengths input, output;
    int maxContext = 0;              // longest request, tokens: longer draws are cut (the answer first); 0: what the cache holds
    int requests = 1000;             // measured; 1 .. kMostSimulatedRequests
    int warmup = 0;                  // come before them and are not measured; not for AllAtOnce
    // Open loop: begin with the sequences under way that a system at this rate has where an answer's token takes so long.
    std::optional<Seconds> steadyTpot;
};

// A request of a recorded load.
struct RecordedRequest {
    Nanoseconds time = 0;            // from the start, not before the last one's
    int input = 1, output = 1;
    bool operator==(const RecordedRequest &) const = default;
};

struct ServedRequest {
    Nanoseconds arrival = 0, firstToken = 0, end = 0;
    int input = 0, output = 0;
    bool operator==(const ServedRequest &) const = default;
};

struct GapCount {
    Nanoseconds gap = 0;
    std::int64_t count = 0;
    bool operator==(const GapCount &) const = default;
};

// One run. Figures of "the window": from the first measured arrival to the last one's successor (an open loop that the
// system carries), or to the end of the last measured request (the others, and an open loop whose queue grows).
struct SimulationOutcome {
    std::vector<ServedRequest> requests;   // the measured ones, in order of arrival
    std::vector<GapCount> gaps;            // between their tokens, unsorted
    Nanoseconds windowBegin = 0, windowEnd = 0;
    std::int64_t completions = 0;          // in the window, of any request
    double outputTokens = 0;               // that came out in the window
    double kvOccupancyMean = 0;            // of the blocks of all replicas; [0, 1]
    double kvOccupancyMax = 0;             // of the fullest replica
    double inFlightMean = 0;               // requests in the system, waiting ones included
    int inFlightMiddle = 0, inFlightEnd = 0;   // when half of the measured requests had come, and when all had
    double decodingMean = 0;               // sequences decoding, all replicas
    std::int64_t preemptions = 0;          // in the window
    int queueMax = 0;                      // most requests that waited at once for admission, whole system, in the window
    std::int64_t steps = 0;                // simulated, jumps counting as one
    std::int64_t blocksLeft = 0;           // in use at the end: 0 where everything is answered (AllAtOnce, a recorded load)
    int replicas = 1;

    bool operator==(const SimulationOutcome &) const = default;
};

// True where the requests under way became more while the second half of the measured ones came, by more than chance makes
// them: one in a hundred of all, and three standard deviations of a Poisson number.
bool queueGrows(int requests, int inFlightMiddle, int inFlightEnd);

// Continuous batching over the system's replicas, event by event: a step carries the decodes of its replica and prompts as
// budget, sequence cap and KV blocks allow, and takes the step model's time; stretches without prefill are jumped to the next
// completion, arrival or full cache. Open loop: the load goes on until the last measured request is answered (at most twice
// as many requests), so that the end of the run is not quieter than its middle. The same arguments give the same bytes, on any
// thread. Cost: about a microsecond a request; memory about 100 bytes a request.
// Errors: BadValue (a field out of range, a request that no empty cache holds), TooLarge (over 200 million steps), Cancelled.
Result<SimulationOutcome> simulateServing(const ServingSystem &system, const SimulatedLoad &load, std::uint64_t seed, std::stop_token stop = {});

// The same for a recorded load: every request is measured, the system begins empty. Every request must fit an empty cache.
Result<SimulationOutcome> simulateRecorded(const ServingSystem &system, const std::vector<RecordedRequest> &load, std::stop_token stop = {});

} // namespace headroom::core
