// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/serving/steady_state.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

constexpr double kZ95 = 1.6449; // 95th percentile of the normal distribution
constexpr double kP95Wait = 0.95;   // of the running step
constexpr double kP95Queue = 3.0;   // ln 20: p95 over mean of an exponential wait
constexpr double kMedianQueue = 0.7; // ln 2
constexpr int kBisections = 40;

double poissonP95(double mean)
{
    return mean + kZ95 * std::sqrt(std::max(mean, 0.0));
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

SteadyState::SteadyState(StepModel model, ServingLoad load, ServingLimits limits)
    : m_model(std::move(model)), m_load(load), m_limits(limits)
{
    // The rate grows with the batch until something is full; the highest sits at the limit, or where the token budget ends.
    double low = 1e-6;
    double high = batchLimit();
    if (high <= low)
        return;
    if (!fits(high)) {
        for (int i = 0; i < kBisections; ++i) {
            const double middle = (low + high) / 2;
            (fits(middle) ? low : high) = middle;
        }
        high = low;
    }
    m_saturationBatch = high;
    m_saturation = atBatch(high).rate;
}

double SteadyState::batchLimit() const
{
    const double tokensPerRequest = m_load.inputTokens + m_load.outputTokens / 2.0;
    const double byKv = m_limits.kvTokens * m_model.efficiency().kvUsable / tokensPerRequest;
    // The cache must hold the crowd of a busy moment, not the mean: solve b + z sqrt(b) = limit.
    const double limit = std::max(std::min(byKv, m_limits.maxSequences * m_limits.dataParallel), 0.0);
    const double root = (-kZ95 + std::sqrt(kZ95 * kZ95 + 4.0 * limit)) / 2.0;
    return limit < 1.0 ? 0.0 : std::max(root * root, std::min(limit, 1.0));
}

// True while the prompts that must enter leave room in the token budget of a step.
bool SteadyState::fits(double batch) const
{
    const double perLane = batch / m_limits.lanes;
    const double prompt = m_load.inputTokens - m_load.cachedInputTokens;
    return perLane + perLane / m_load.outputTokens * prompt < 0.98 * m_limits.maxBatchedTokens * m_limits.dataParallel;
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

SteadyState::LatencyParts SteadyState::partsAt(const Flow &flow, Seconds meanStep, Seconds prefillStep, double others, double waitShare,
                                               double queueFactor) const
{
    const Efficiency &e = m_model.efficiency();
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
    parts.promptStep = m_model.time(loadWith(flow, flow.lane, parts.prompts));
    parts.promptSteps = std::max(1.0, parts.prompts * flow.prompt / flow.budget);
    parts.budgetWait = prefillStep * (parts.budgetUsed / (2.0 * (1.0 - parts.budgetUsed)));
    return parts;
}

SteadyState::LatencyParts SteadyState::p95Parts(double batch) const
{
    const Flow flow = flowAt(batch);
    const OperatingPoint point = atBatch(batch);
    LatencyParts parts = partsAt(flow, point.step.total, point.prefillStep, poissonP95(flow.promptsPerStep), kP95Wait, kP95Queue);
    const double crowd = poissonP95(flow.lane);
    parts.crowdDecodeStep = m_model.time(loadWith(flow, crowd, 0.0));
    parts.crowdPrefillStep = m_model.time(loadWith(flow, crowd, flow.promptsPerPrefillStep));
    return parts;
}

OperatingPoint SteadyState::atBatch(double batch) const
{
    const Flow flow = flowAt(batch);
    const StepTime decodeStep = m_model.detail(loadWith(flow, flow.lane, 0.0)).sum();
    const StepTime prefillStep = m_model.detail(loadWith(flow, flow.lane, flow.promptsPerPrefillStep)).sum();

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
    const double crowd = poissonP95(flow.lane);
    const Seconds crowdStep = m_model.time(loadWith(flow, crowd, 0.0)) * (1.0 - flow.prefillStepShare)
        + m_model.time(loadWith(flow, crowd, flow.promptsPerPrefillStep)) * flow.prefillStepShare;
    point.tpotP95 = std::max(step, crowdStep);
    point.ttftMean = partsAt(flow, step, prefillStep.total, flow.promptsPerStep, 0.5, 1.0).ttft();
    point.ttftP50 = partsAt(flow, step, prefillStep.total, flow.promptsPerStep, 0.5, kMedianQueue).ttft();
    point.ttftP95 = partsAt(flow, step, prefillStep.total, poissonP95(flow.promptsPerStep), kP95Wait, kP95Queue).ttft();
    return point;
}

OperatingPoint SteadyState::atRate(RequestsPerSecond rate) const
{
    if (m_saturationBatch <= 0)
        return {};
    if (rate >= m_saturation)
        return atBatch(m_saturationBatch);
    double low = 0;
    double high = m_saturationBatch;
    for (int i = 0; i < kBisections; ++i) {
        const double middle = (low + high) / 2;
        (atBatch(middle).rate < rate ? low : high) = middle;
        if (high - low < 1e-6 * high)
            break;
    }
    return atBatch(std::max((low + high) / 2, 1e-9));
}

OperatingPoint SteadyState::alone() const
{
    return atBatch(1e-6);
}

SteadyState::Capacity SteadyState::capacity(const LatencyTargets &targets) const
{
    Capacity result;
    if (m_saturationBatch <= 0) {
        result.binding = BindingConstraint::KvMemory;
        return result;
    }
    const auto meets = [&](const OperatingPoint &p) { return p.ttftP95 <= targets.ttftP95 && p.tpotP95 <= targets.tpotP95; };
    const OperatingPoint top = atBatch(m_saturationBatch);
    if (meets(top)) {
        result.point = top;
        result.feasible = true;
        const bool kvFull = m_saturationBatch >= 0.999 * batchLimit() && m_limits.kvTokens * m_model.efficiency().kvUsable
            / (m_load.inputTokens + m_load.outputTokens / 2.0) < m_limits.maxSequences * m_limits.dataParallel;
        result.binding = kvFull ? BindingConstraint::KvMemory : BindingConstraint::Queueing;
        return result;
    }
    double low = 1e-6;
    double high = m_saturationBatch;
    const OperatingPoint single = atBatch(low);
    if (!meets(single)) {
        result.point = single;
        result.binding = single.tpotP95 > targets.tpotP95 ? dominantCost(m_model.detail(decodeLoad(1.0))) : BindingConstraint::Compute;
        return result;
    }
    for (int i = 0; i < kBisections && high - low > 1e-4 * high; ++i) {
        const double middle = (low + high) / 2;
        (meets(atBatch(middle)) ? low : high) = middle;
    }
    result.point = atBatch(low);
    result.feasible = true;
    const bool ttftBinds = atBatch(high).ttftP95 > targets.ttftP95;
    result.binding = ttftBinds ? BindingConstraint::Queueing
                               : dominantCost(moreFrequent(m_model.detail(decodeLoad(low)), m_model.detail(prefillLoad(low)), result.point.prefillStepShare));
    return result;
}

} // namespace headroom::core
