// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/serving/operating_point.h>
#include <core/sizing/step_model.h>

#include <functional>
#include <memory>
#include <optional>

namespace headroom::core {

// What the requests of one replica look like, and what it may hold.
struct ServingLoad {
    double inputTokens = 500;        // mean
    double cachedInputTokens = 0;    // of them, answered by the prefix cache
    double outputTokens = 300;       // mean
};

struct ServingLimits {
    double kvTokens = 0;        // KV capacity of the replica in tokens of context, before the scheduler's reserve
    double maxSequences = 1024; // decoding at once
    double maxBatchedTokens = 8192; // token budget of one step
    int lanes = 1;              // pipeline stages: batches in flight at once
    int dataParallel = 1;       // attention data parallel ranks: budget and sequences count for each
};

// Where a percentile stands.
struct LatencyTail {
    double percentile = 0.95;
    double normal = 0;   // quantile of the normal distribution
    double wait = 0;     // share of the running step that is still ahead
    double queue = 0;    // of an exponential wait, over its mean
    double answer = 1;   // tokens of an answer there, over the mean answer; 1 where all are alike

    bool operator==(const LatencyTail &) const = default;
};
inline constexpr LatencyTail kP50{0.50, 0.0, 0.50, 0.6931};      // ln 2
inline constexpr LatencyTail kP90{0.90, 1.2816, 0.90, 2.3026};   // ln 10
inline constexpr LatencyTail kP95{0.95, 1.6449, 0.95, 3.0};      // 3.0: ln 20
inline constexpr LatencyTail kP99{0.99, 2.3263, 0.99, 4.6052};   // ln 100

// percentile in [0.5, 0.99].
LatencyTail latencyTail(double percentile);

struct LatencyTargets {
    Seconds ttft{2.0};
    Seconds tpot{0.1};
    std::optional<Seconds> e2e = {};
    LatencyTail tail = kP95;   // where they hold

    bool operator==(const LatencyTargets &) const = default;
};

// The largest latency over its target, and which one that is.
struct TargetRatio {
    double ratio = 0;
    CapacityLimit limit = CapacityLimit::None;
};
TargetRatio worstOf(const TailLatency &tail, const LatencyTargets &targets);

// Continuous batching with chunked prefill in closed form, at a steady load with Poisson arrivals.
//
// The decode batch B is the parameter: every step finishes B / output requests, so as many prompts enter; the share of
// steps that carry prefill is 1 - exp(-B / output); the mean step follows from the step model, and Little's law gives
// the rate: B = rate x output x step. TPOT is the mean step (p95: at the 95th percentile of a Poisson batch). TTFT is the
// front end, what is left of the running step, the step that carries the prompt together with the others that arrived
// (p95: the 95th percentile of their number), and the wait for the token budget, as a queue with a fixed service time. A whole
// answer's latency is TTFT and TPOT x (output - 1) at their means, and the deviations of the percentile (of the first token, of
// the pace, of the answer's length) as if they were independent: their squares add.
class SteadyState {
public:
    // The first shares a model that many states are made from.
    SteadyState(std::shared_ptr<const StepModel> model, ServingLoad load, ServingLimits limits);
    SteadyState(StepModel model, ServingLoad load, ServingLimits limits);

    // The state with B decoding sequences in the whole replica. B > 0. `tail`: what OperatingPoint::tail is at.
    OperatingPoint atBatch(double batch, const LatencyTail &tail = kP95) const;

    // The state at an arrival rate of the replica, to 1e-6; the rate is cut at saturation().
    OperatingPoint atRate(RequestsPerSecond rate, const LatencyTail &tail = kP95) const;

    // Most sequences that KV cache and sequence cap let decode at once; requests hold input + output/2 tokens on average.
    double batchLimit() const;

    // Highest rate without regard to latency.
    RequestsPerSecond saturation() const { return m_saturation; }
    bool isCappedBySequences() const;   // the engine's sequence cap is what keeps it from a higher one
    double saturationBatch() const { return m_saturationBatch; }   // at which it is reached; 0 where nothing fits

    // Rate, and the latencies that targets are set on, at B sequences: what searches ask, for a part of atBatch()'s cost.
    RequestsPerSecond rateAt(double batch) const;
    TailLatency tailAt(double batch, const LatencyTail &tail = kP95, bool endToEnd = true) const;   // endToEnd false: e2e stays 0

    // What a percentile of the latencies is made of, for derivations.
    struct LatencyParts {
        double promptsPerStep = 0;       // that arrive while one step runs, mean
        double stepsPerPrompt = 1;       // a prompt longer than the budget takes several
        double prompts = 0;              // carried by the step in question, one's own included
        double budgetUsed = 0;           // share of the token budget that prompts take
        double waitShare = 0;            // of the running step that is still ahead
        double queueFactor = 0;          // percentile over mean of the wait for the budget
        Seconds frontEnd;                // engine's request handling
        Seconds meanStep;
        Seconds promptStep;              // the step that carries the prompts
        double promptSteps = 1;          // how many of them
        Seconds budgetWait;              // mean
        Seconds crowdDecodeStep;         // steps at that percentile of the batch
        Seconds crowdPrefillStep;
        double prefillStepShare = 0;

        Seconds ttft() const { return frontEnd + meanStep * waitShare + promptStep * promptSteps + budgetWait * queueFactor; }
        Seconds crowdStep() const { return crowdDecodeStep * (1.0 - prefillStepShare) + crowdPrefillStep * prefillStepShare; }
    };
    LatencyParts partsAt(double batch, const LatencyTail &tail) const;

    // Loads of a step without and with prefill at B sequences (of one lane).
    StepLoad decodeLoad(double batch) const;
    StepLoad prefillLoad(double batch) const;

    struct Capacity {
        OperatingPoint point;
        BindingConstraint binding = BindingConstraint::None;
        CapacityLimit limit = CapacityLimit::None;   // the target that a higher rate, or a single request, misses
        bool feasible = false;   // false: even a single request misses a target
    };
    // Highest rate that meets the targets and fits; B is searched to a relative error of 1e-4.
    Capacity capacity(const LatencyTargets &targets) const;

    // The same; empty as soon as `hopeless` says so of a rate that the capacity is known to stay under.
    std::optional<Capacity> capacityUnless(const LatencyTargets &targets, const std::function<bool(RequestsPerSecond)> &hopeless) const;

    // A single request alone: the lowest latency that the layout can give.
    OperatingPoint alone() const;

    const StepModel &model() const { return *m_model; }
    const ServingLoad &load() const { return m_load; }

private:
    struct Flow;   // what follows from the batch alone
    Flow flowAt(double batch) const;
    StepLoad loadWith(const Flow &flow, double sequences, double prompts) const;
    LatencyParts partsOf(const Flow &flow, Seconds meanStep, Seconds prefillStep, double others, double waitShare, double queueFactor) const;
    double batchForBudget() const;
    Seconds meanTtft(const Flow &flow, Seconds step, Seconds prefillStep) const;
    TailLatency tailOf(const Flow &flow, Seconds step, Seconds prefillStep, const LatencyTail &tail, bool endToEnd) const;

    std::shared_ptr<const StepModel> m_model;
    ServingLoad m_load;
    ServingLimits m_limits;
    RequestsPerSecond m_saturation;
    double m_saturationBatch = 0;
};

} // namespace headroom::core
