// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/serving/bracket.h>
#include <core/serving/steady_state.h>
#include <core/workload/token_lengths.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

constexpr double kMedianQueue = 0.7; // ln 2
constexpr double kSmallestBatch = 1e-6;
constexpr double kBudgetShare = 0.98; // of the token budget, beyond which a queue of prompts grows without end

double poissonTail(double mean, const LatencyTail &tail)
{
    return mean + tail.normal * std::sqrt(std::max(mean, 0.0));
}

// What a step spends most of its time on, as the constraint that a person could lift.
BindingConstraint dominantCost(const StepDetail &detail)
{
    double compute = detail.prefillAttention.value();
    double memory = detail.activations.value();
    const auto add = [&](const OperatorTime &one) {
        (one.compute > one.memory ? compute : memory) += one.time().value();
    };
    add(detail.dense);
    add(detail.head);
    std::ranges::for_each(detail.experts, add);
    std::ranges::for_each(detail.decodeAttention, add);
    const double communication = (detail.communication + detail.pipeline).value();
    if (communication > compute && communication > memory)
        return BindingConstraint::Communication;
    return compute > memory ? BindingConstraint::Compute : BindingConstraint::Bandwidth;
}

StepDetail moreFrequent(const StepDetail &decode, const StepDetail &prefill, double share)
{
    return share > 0.5 ? prefill : decode;
}

StepTime mix(const StepTime &a, const StepTime &b, double shareOfB)
{
    const auto m = [&](Seconds x, Seconds y) { return x * (1.0 - shareOfB) + y * shareOfB; };
    return {m(a.gemm, b.gemm), m(a.attention, b.attention), m(a.experts, b.experts), m(a.head, b.head),
            m(a.communication, b.communication), m(a.fixed, b.fixed), m(a.host, b.host), m(a.total, b.total)};
}

} // namespace

LatencyTail latencyTail(double percentile)
{
    for (const LatencyTail &tail : {kP50, kP90, kP95, kP99})
        if (percentile == tail.percentile)
            return tail;
    return {percentile, normalQuantile(percentile), percentile, -std::log1p(-percentile)};
}

TargetRatio worstOf(const TailLatency &tail, const LatencyTargets &targets)
{
    TargetRatio worst{tail.ttft / targets.ttft, CapacityLimit::Ttft};
    if (const double tpot = tail.tpot / targets.tpot; tpot > worst.ratio)
        worst = {tpot, CapacityLimit::Tpot};
    if (targets.e2e)
        if (const double e2e = tail.e2e / *targets.e2e; e2e > worst.ratio)
            worst = {e2e, CapacityLimit::EndToEnd};
    return worst;
}

SteadyState::SteadyState(StepModel model, ServingLoad load, ServingLimits limits)
    : SteadyState(std::make_shared<const StepModel>(std::move(model)), load, limits)
{
}

SteadyState::SteadyState(std::shared_ptr<const StepModel> model, ServingLoad load, ServingLimits limits)
    : m_model(std::move(model)), m_load(load), m_limits(limits)
{
    // The rate grows with the batch until something is full: the highest sits at the limit, or where the token budget ends.
    const double batch = std::min(batchLimit(), batchForBudget());
    if (batch <= kSmallestBatch)
        return;
    m_saturationBatch = batch;
    m_saturation = rateAt(batch);
}

double SteadyState::batchLimit() const
{
    const double tokensPerRequest = m_load.inputTokens + m_load.outputTokens / 2.0;
    const double byKv = m_limits.kvTokens * m_model->efficiency().kvUsable / tokensPerRequest;
    // The cache must hold the crowd of a busy moment, not the mean: solve b + z sqrt(b) = limit.
    const double limit = std::max(std::min(byKv, m_limits.maxSequences * m_limits.dataParallel), 0.0);
    const double root = (-kP95.normal + std::sqrt(kP95.normal * kP95.normal + 4.0 * limit)) / 2.0;
    return limit < 1.0 ? 0.0 : std::max(root * root, std::min(limit, 1.0));
}

bool SteadyState::isCappedBySequences() const
{
    const double byKv = m_limits.kvTokens * m_model->efficiency().kvUsable / (m_load.inputTokens + m_load.outputTokens / 2.0);
    return m_saturationBatch > 0 && m_limits.maxSequences * m_limits.dataParallel < byKv && batchLimit() < batchForBudget();
}

// Sequences at which those that decode and the prompts that must enter fill the token budget of a step.
double SteadyState::batchForBudget() const
{
    const double prompt = m_load.inputTokens - m_load.cachedInputTokens;
    return m_limits.lanes * kBudgetShare * m_limits.maxBatchedTokens * m_limits.dataParallel / (1.0 + prompt / m_load.outputTokens);
}

struct SteadyState::Flow {
    double lane = 0;              // sequences of one pipeline lane
    double prompt = 1;            // tokens that a prompt computes
    double past = 0;              // tokens that the prefix cache holds of it
    double budget = 1;            // tokens a step has for prompts
    double context = 0;
    double promptsPerStep = 0;
    double stepsPerPrompt = 1;
    double prefillStepShare = 0;
    double promptsPerPrefillStep = 1;
};

SteadyState::Flow SteadyState::flowAt(double batch) const
{
    Flow flow;
    flow.lane = batch / m_limits.lanes;
    flow.prompt = std::max(m_load.inputTokens - m_load.cachedInputTokens, 1.0);
    flow.past = m_load.cachedInputTokens;
    flow.budget = std::max(m_limits.maxBatchedTokens * m_limits.dataParallel - flow.lane, 64.0);
    flow.context = m_load.inputTokens + m_load.outputTokens / 2.0;
    flow.promptsPerStep = flow.lane / m_load.outputTokens;
    flow.stepsPerPrompt = std::max(1.0, flow.prompt / flow.budget);
    flow.prefillStepShare = 1.0 - std::exp(-flow.promptsPerStep * flow.stepsPerPrompt);
    flow.promptsPerPrefillStep = flow.prefillStepShare > 0 ? flow.promptsPerStep / flow.prefillStepShare : 1.0;
    return flow;
}

StepLoad SteadyState::loadWith(const Flow &flow, double sequences, double prompts) const
{
    StepLoad load;
    load.decodeSequences = sequences;
    load.contextTokens = sequences * flow.context;
    load.prefillTokens = std::min(prompts * flow.prompt, flow.budget);
    load.prefillPairs = load.prefillTokens * (flow.past + flow.prompt / 2.0);
    load.finishedPrefills = load.prefillTokens / flow.prompt;
    load.largestPrefill = std::min(flow.prompt, load.prefillTokens);
    return load;
}

StepLoad SteadyState::decodeLoad(double batch) const
{
    return loadWith(flowAt(batch), batch / m_limits.lanes, 0.0);
}

StepLoad SteadyState::prefillLoad(double batch) const
{
    const Flow flow = flowAt(batch);
    return loadWith(flow, flow.lane, flow.promptsPerPrefillStep);
}

SteadyState::LatencyParts SteadyState::partsOf(const Flow &flow, Seconds meanStep, Seconds prefillStep, double others, double waitShare,
                                               double queueFactor) const
{
    const Efficiency &e = m_model->efficiency();
    LatencyParts parts;
    parts.promptsPerStep = flow.promptsPerStep;
    parts.stepsPerPrompt = flow.stepsPerPrompt;
    parts.prefillStepShare = flow.prefillStepShare;
    parts.prompts = 1.0 + others;
    parts.budgetUsed = std::min(flow.promptsPerStep * flow.prompt / flow.budget, 0.995);
    parts.waitShare = waitShare;
    parts.queueFactor = queueFactor;
    parts.frontEnd = Seconds(e.requestMilliseconds * 1e-3 + e.requestTokenMicroseconds * 1e-6 * m_load.inputTokens);
    parts.meanStep = meanStep;
    parts.promptStep = m_model->time(loadWith(flow, flow.lane, parts.prompts));
    parts.promptSteps = std::max(1.0, parts.prompts * flow.prompt / flow.budget);
    parts.budgetWait = prefillStep * (parts.budgetUsed / (2.0 * (1.0 - parts.budgetUsed)));
    return parts;
}

SteadyState::LatencyParts SteadyState::partsAt(double batch, const LatencyTail &tail) const
{
    const Flow flow = flowAt(batch);
    const OperatingPoint point = atBatch(batch);
    LatencyParts parts = partsOf(flow, point.step.total, point.prefillStep, poissonTail(flow.promptsPerStep, tail), tail.wait, tail.queue);
    const double crowd = poissonTail(flow.lane, tail);
    parts.crowdDecodeStep = m_model->time(loadWith(flow, crowd, 0.0));
    parts.crowdPrefillStep = m_model->time(loadWith(flow, crowd, flow.promptsPerPrefillStep));
    return parts;
}

RequestsPerSecond SteadyState::rateAt(double batch) const
{
    const Flow flow = flowAt(batch);
    const Seconds decodeStep = m_model->time(loadWith(flow, flow.lane, 0.0));
    const Seconds prefillStep = m_model->time(loadWith(flow, flow.lane, flow.promptsPerPrefillStep));
    const Seconds step = decodeStep * (1.0 - flow.prefillStepShare) + prefillStep * flow.prefillStepShare;
    return RequestsPerSecond(batch / (m_load.outputTokens * step.value()));
}

Seconds SteadyState::meanTtft(const Flow &flow, Seconds step, Seconds prefillStep) const
{
    return partsOf(flow, step, prefillStep, flow.promptsPerStep, 0.5, 1.0).ttft();
}

TailLatency SteadyState::tailOf(const Flow &flow, Seconds step, Seconds prefillStep, const LatencyTail &tail, bool endToEnd) const
{
    const double crowd = poissonTail(flow.lane, tail);
    const Seconds crowdStep = m_model->time(loadWith(flow, crowd, 0.0)) * (1.0 - flow.prefillStepShare)
        + m_model->time(loadWith(flow, crowd, flow.promptsPerPrefillStep)) * flow.prefillStepShare;
    TailLatency found{tail.percentile, partsOf(flow, step, prefillStep, poissonTail(flow.promptsPerStep, tail), tail.wait, tail.queue).ttft(), std::max(step, crowdStep), {}};
    if (!endToEnd)
        return found;
    const Seconds ttft = meanTtft(flow, step, prefillStep);
    const double gaps = std::max(m_load.outputTokens - 1.0, 0.0);
    const auto square = [](double deviation) { return deviation * std::abs(deviation); };
    const double spread = square((found.ttft - ttft).value()) + square((found.tpot - step).value() * gaps) + square(step.value() * m_load.outputTokens * (tail.answer - 1.0));
    found.e2e = Seconds(std::max((ttft + step * gaps).value() + std::copysign(std::sqrt(std::abs(spread)), spread), found.ttft.value()));
    return found;
}

TailLatency SteadyState::tailAt(double batch, const LatencyTail &tail, bool endToEnd) const
{
    const Flow flow = flowAt(batch);
    const Seconds decodeStep = m_model->time(loadWith(flow, flow.lane, 0.0));
    const Seconds prefillStep = m_model->time(loadWith(flow, flow.lane, flow.promptsPerPrefillStep));
    return tailOf(flow, decodeStep * (1.0 - flow.prefillStepShare) + prefillStep * flow.prefillStepShare, prefillStep, tail, endToEnd);
}

OperatingPoint SteadyState::atBatch(double batch, const LatencyTail &tail) const
{
    const Flow flow = flowAt(batch);
    const StepTime decodeStep = m_model->detail(loadWith(flow, flow.lane, 0.0)).sum();
    const StepTime prefillStep = m_model->detail(loadWith(flow, flow.lane, flow.promptsPerPrefillStep)).sum();

    OperatingPoint point;
    point.batch = batch;
    point.context = flow.context;
    point.prefillStepShare = flow.prefillStepShare;
    point.promptsPerPrefillStep = flow.promptsPerPrefillStep;
    point.prefillTokensPerStep = std::min(flow.promptsPerStep * flow.prompt, flow.budget);
    point.decodeStep = decodeStep.total;
    point.prefillStep = prefillStep.total;
    point.step = mix(decodeStep, prefillStep, flow.prefillStepShare);
    const Seconds step = point.step.total;
    point.rate = RequestsPerSecond(batch / (m_load.outputTokens * step.value()));
    point.tpotMean = step;
    point.tail = tailOf(flow, step, prefillStep.total, tail, true);
    const TailLatency p95 = tail.percentile == kP95.percentile ? point.tail : tailOf(flow, step, prefillStep.total, kP95, false);
    point.tpotP95 = p95.tpot;
    point.ttftP95 = p95.ttft;
    LatencyParts middle = partsOf(flow, step, prefillStep.total, flow.promptsPerStep, 0.5, 1.0);
    point.ttftMean = middle.ttft();
    middle.queueFactor = kMedianQueue;
    point.ttftP50 = middle.ttft();
    return point;
}

OperatingPoint SteadyState::atRate(RequestsPerSecond rate, const LatencyTail &tail) const
{
    if (m_saturationBatch <= 0)
        return {};
    if (rate >= m_saturation)
        return atBatch(m_saturationBatch, tail);
    const auto above = [&](double batch) { return (rateAt(batch) - rate).value(); };
    const Bracket found = narrow({0, m_saturationBatch, -rate.value(), (m_saturation - rate).value()}, 1e-6, above);
    return atBatch(std::max((found.low + found.high) / 2, 1e-9), tail);
}

OperatingPoint SteadyState::alone() const
{
    return atBatch(kSmallestBatch);
}

SteadyState::Capacity SteadyState::capacity(const LatencyTargets &targets) const
{
    return *capacityUnless(targets, {});
}

std::optional<SteadyState::Capacity> SteadyState::capacityUnless(const LatencyTargets &targets, const std::function<bool(RequestsPerSecond)> &hopeless) const
{
    Capacity result;
    if (m_saturationBatch <= 0) {
        result.binding = BindingConstraint::KvMemory;
        return result;
    }
    // Above zero where a target is missed, and by which share.
    const auto worst = [&](double batch) { return worstOf(tailAt(batch, targets.tail, targets.e2e.has_value()), targets); };
    const auto miss = [&](double batch) { return worst(batch).ratio - 1.0; };
    Bracket bracket{kSmallestBatch, m_saturationBatch, 0, miss(m_saturationBatch)};
    if (bracket.atHigh <= 0) {
        result.point = atBatch(m_saturationBatch, targets.tail);
        result.limit = CapacityLimit::Throughput;
        result.feasible = true;
        const bool kvFull = m_saturationBatch >= 0.999 * batchLimit() && m_limits.kvTokens * m_model->efficiency().kvUsable
            / (m_load.inputTokens + m_load.outputTokens / 2.0) < m_limits.maxSequences * m_limits.dataParallel;
        result.binding = kvFull ? BindingConstraint::KvMemory : BindingConstraint::Queueing;
        return result;
    }
    bracket.atLow = miss(bracket.low);
    if (bracket.atLow > 0) {
        result.point = atBatch(bracket.low, targets.tail);
        result.limit = worst(bracket.low).limit;
        result.binding = result.point.tail.ttft > targets.ttft && result.point.tail.tpot <= targets.tpot ? BindingConstraint::Compute : dominantCost(m_model->detail(decodeLoad(1.0)));
        return result;
    }
    // What misses lies above the capacity.
    bool givenUp = hopeless && hopeless(m_saturation);
    bracket = narrow(bracket, 1e-4, [&](double batch) {
        if (givenUp)
            return 1.0;
        const double missed = miss(batch);
        givenUp = missed > 0 && hopeless && hopeless(rateAt(batch));
        return missed;
    });
    if (givenUp)
        return std::nullopt;
    result.point = atBatch(bracket.low, targets.tail);
    result.feasible = true;
    result.limit = worst(bracket.high).limit;
    result.binding = result.limit == CapacityLimit::Ttft ? BindingConstraint::Queueing
                               : dominantCost(moreFrequent(m_model->detail(decodeLoad(bracket.low)), m_model->detail(prefillLoad(bracket.low)), result.point.prefillStepShare));
    return result;
}

} // namespace headroom::core
