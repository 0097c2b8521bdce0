// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/derivation/build.h>
#include <core/planning/explain_parts.h>

#include <algorithm>

namespace headroom::core {

using namespace derive;

namespace {

// (compute^3 + memory^3)^(1/3) with work, rate and efficiency apart. The work is what the step model put in.
Derivation roofline(const char *key, const OperatorTime &time, double rate, double computeShare, double bandwidth, double memoryShare,
                    const ExplainContext &c)
{
    const std::string efficiencySource(c.state.model().efficiency().source);
    auto compute = quotient(std::string(key) + "_compute", Unit::Seconds, fact("operations", time.compute.value() * rate * computeShare, Unit::Flops, c.planning.model.source),
                            product("reached_rate", Unit::FlopsPerSecond, fact("dense_rate", rate, Unit::FlopsPerSecond, c.gpu.source),
                                    constant("compute_efficiency", computeShare, Unit::Ratio, efficiencySource)));
    auto memory = quotient(std::string(key) + "_memory", Unit::Seconds, fact("bytes_read", time.memory.value() * bandwidth * memoryShare, Unit::Bytes, c.planning.model.source),
                           product("reached_bandwidth", Unit::BytesPerSecond, fact("memory_bandwidth", bandwidth, Unit::BytesPerSecond, c.gpu.source),
                                   constant("memory_efficiency", memoryShare, Unit::Ratio, efficiencySource)));
    return node(Operation::SmoothMaximum, key, Unit::Seconds, std::move(compute), std::move(memory));
}

Derivation explainStep(const char *key, const StepLoad &load, const ExplainContext &c)
{
    const StepModel &model = c.state.model();
    const Efficiency &e = model.efficiency();
    const StepDetail d = model.detail(load);
    const std::string source(e.source);
    const double bandwidth = c.gpu.memoryBandwidth.value();
    const auto rateOf = [&](NumberFormat format) {
        const auto found = c.gpu.denseRates.find(c.option.weightOnly || format == NumberFormat::Int4 ? NumberFormat::Bf16 : format);
        return found == c.gpu.denseRates.end() ? 1.0 : found->second.value();
    };
    const CheckpointFormat format = checkpointFormat(c.planning.model, c.option.format);
    const double bf16 = rateOf(NumberFormat::Bf16);
    Derivation step = sum(key, Unit::Seconds, roofline("dense_gemm", d.dense, rateOf(format.denseFfn), e.gemmCompute, bandwidth, e.gemmBandwidth, c));
    for (const OperatorTime &expert : d.experts)
        step.operands.push_back(roofline("experts", expert, rateOf(format.experts), e.expertCompute, bandwidth, e.expertBandwidth, c));
    step.operands.push_back(roofline("lm_head", d.head, bf16, 0.7, bandwidth, e.gemmBandwidth, c));
    for (const OperatorTime &attention : d.decodeAttention)
        step.operands.push_back(roofline("decode_attention", attention, bf16, 0.6, bandwidth, e.decodeAttention, c));
    if (load.prefillTokens > 0)
        step.operands.push_back(quotient("prefill_attention", Unit::Seconds,
            fact("operations", d.prefillAttention.value() * bf16 * e.prefillAttention, Unit::Flops, c.planning.model.source),
            product("reached_rate", Unit::FlopsPerSecond, fact("dense_rate", bf16, Unit::FlopsPerSecond, c.gpu.source),
                    constant("compute_efficiency", e.prefillAttention, Unit::Ratio, source))));
    step.operands.push_back(constant("activations", d.activations.value(), Unit::Seconds, source));
    step.operands.push_back(constant("fixed_per_layer", d.layers.value(), Unit::Seconds, source));
    if ((d.communication + d.pipeline).value() > 0)
        step.operands.push_back(constant("communication", (d.communication + d.pipeline).value(), Unit::Seconds, source));
    step.operands.push_back(constant("host", d.host.value(), Unit::Seconds, source));
    step.value = evaluate(step);
    return step;
}

Derivation prefillShare(const SteadyState::LatencyParts &parts)
{
    auto arriving = product("negative_prompts_in_step", Unit::None, constant("minus_one", -1, Unit::None),
                            constant("prompts_per_step", parts.promptsPerStep, Unit::Count, "batch over output tokens: every finished request is followed by a new one"),
                            constant("steps_per_prompt", parts.stepsPerPrompt, Unit::Count, "prompt over the step's token budget, at least one"));
    return difference("prefill_step_share", Unit::Ratio, constant("one", 1, Unit::None), node(Operation::Exponential, "no_prompt_probability", Unit::Ratio, std::move(arriving)));
}

Derivation decodeShare(const SteadyState::LatencyParts &parts)
{
    return difference("decode_step_share", Unit::Ratio, constant("one", 1, Unit::None), prefillShare(parts));
}

Derivation meanStep(double batch, const ExplainContext &c)
{
    const SteadyState::LatencyParts parts = c.state.partsAt(batch, c.planning.targets.tail);
    return sum("mean_step", Unit::Seconds, product("decode_part", Unit::Seconds, explainStep("decode_step", c.state.decodeLoad(batch), c), decodeShare(parts)),
               product("prefill_part", Unit::Seconds, explainStep("prefill_step", c.state.prefillLoad(batch), c), prefillShare(parts)));
}

// A figure that came out of a simulation: what was run, and what the closed form says of the same, which it is not made from.
Derivation simulated(const char *key, double value, Unit unit, Derivation closedForm, const ExplainContext &c)
{
    const SimulatedFigures &s = *c.option.simulated;
    closedForm.key = "closed_form";
    auto found = leaf(Operation::Search, key, value, unit, {"discrete-event simulation of continuous batching behind a balancer; lengths lognormal, arrivals Poisson", {}, {}});
    found.operands = {constant("simulated_requests", s.requests, Unit::Count, "measured in each run, after a warm-up"),
                      constant("simulation_seed", static_cast<double>(s.seed), Unit::None), constant("simulated_replicas", s.replicas, Unit::Count), std::move(closedForm)};
    return found;
}

// "ttft_p99": the figure at the percentile of the targets.
std::string keyOf(const char *figure, const ExplainContext &c)
{
    return std::string(figure) + '_' + std::string(targetPercentileId(c.plan.scenario.hardware.percentile));
}

Derivation closedTtft(const ExplainContext &c);
Derivation closedEndToEnd(const ExplainContext &c);
Derivation closedTpot(const ExplainContext &c);
Derivation closedCapacity(const ExplainContext &c);

} // namespace

Derivation explainCapacity(const ExplainContext &c)
{
    if (!c.option.simulated)
        return closedCapacity(c);
    auto tree = simulated("capacity_per_replica", c.option.capacityPerReplica.value(), Unit::RequestsPerSecond, closedCapacity(c), c);
    tree.operands.push_back(constant("simulation_search_error", c.option.simulated->searchError, Unit::Ratio, "the next higher rate that was tried misses a target"));
    return tree;
}

Derivation explainTtft(const ExplainContext &c)
{
    return c.option.simulated ? simulated(keyOf("ttft", c).c_str(), c.option.atPeak.tail.ttft.value(), Unit::Seconds, closedTtft(c), c) : closedTtft(c);
}

Derivation explainTpot(const ExplainContext &c)
{
    return c.option.simulated ? simulated(keyOf("tpot", c).c_str(), c.option.atPeak.tail.tpot.value(), Unit::Seconds, closedTpot(c), c) : closedTpot(c);
}

Derivation explainEndToEnd(const ExplainContext &c)
{
    return c.option.simulated ? simulated(keyOf("e2e", c).c_str(), c.option.atPeak.tail.e2e.value(), Unit::Seconds, closedEndToEnd(c), c) : closedEndToEnd(c);
}

namespace {

// The means as they are, the percentile's deviations from them as if they were independent.
Derivation closedEndToEnd(const ExplainContext &c)
{
    const OperatingPoint point = c.state.atBatch(c.option.atPeak.batch, c.planning.targets.tail);
    const double gaps = std::max(c.planning.load.outputTokens - 1.0, 0.0);
    const double mean = point.ttftMean.value() + point.tpotMean.value() * gaps;
    return sum(keyOf("e2e", c), Unit::Seconds, constant("ttft_mean", point.ttftMean.value(), Unit::Seconds, "mean time to first token at the peak"),
               product("tokens_mean", Unit::Seconds, constant("tpot_mean", point.tpotMean.value(), Unit::Seconds, "mean step at the peak"),
                       constant("further_tokens", gaps, Unit::Tokens, "of a mean answer, after the first")),
               constant("e2e_deviation", point.tail.e2e.value() - mean, Unit::Seconds,
                        "of the first token, the pace and the answer's length at the percentile of the targets, as if independent: their squares add"));
}

Derivation closedCapacity(const ExplainContext &c)
{
    // A simulated option stands at another batch than the closed form's own capacity.
    const double batch = c.option.simulated ? c.state.capacity(c.planning.targets).point.batch : c.option.atCapacity.batch;
    auto found = leaf(Operation::Search, "batch_at_capacity", batch, Unit::Count);
    found.operands = {input("ttft_target", c.plan.scenario.hardware.ttftTarget, Unit::Seconds), input("tpot_target", c.plan.scenario.hardware.tpotTarget, Unit::Seconds),
                      fact("kv_capacity_tokens", c.option.kvCapacityTokensPerReplica, Unit::Tokens, c.planning.engine.source)};
    if (c.plan.scenario.hardware.e2eTarget)
        found.operands.push_back(input("e2e_target", *c.plan.scenario.hardware.e2eTarget, Unit::Seconds));
    return quotient("capacity_per_replica", Unit::RequestsPerSecond, std::move(found),
                    product("request_time", Unit::Seconds, input("output_tokens", c.planning.load.outputTokens, Unit::Tokens), meanStep(batch, c)));
}

Derivation closedTtft(const ExplainContext &c)
{
    const double batch = c.option.atPeak.batch;
    const SteadyState::LatencyParts parts = c.state.partsAt(batch, c.planning.targets.tail);
    const Efficiency &e = c.state.model().efficiency();
    const std::string source(e.source);
    auto frontEnd = sum("front_end", Unit::Seconds, constant("front_end_request", e.requestMilliseconds * 1e-3, Unit::Seconds, source),
                        product("front_end_tokens", Unit::Seconds, constant("front_end_per_token", e.requestTokenMicroseconds * 1e-6, Unit::Seconds, source),
                                input("input_tokens", c.planning.load.inputTokens, Unit::Tokens)));
    const char *queue = "closed form: prompts wait for the token budget as in a queue with fixed service time; a percentile is some means of it";
    return sum(keyOf("ttft", c), Unit::Seconds, std::move(frontEnd),
               product("running_step", Unit::Seconds, meanStep(batch, c), constant("wait_share", parts.waitShare, Unit::Ratio, "what is left of the running step at the percentile of the targets")),
               product("own_prefill", Unit::Seconds, constant("step_with_prompts", parts.promptStep.value(), Unit::Seconds, source),
                       constant("prefill_steps", parts.promptSteps, Unit::Count, "prompts that arrive together at the percentile of the targets, over the token budget")),
               product("budget_wait", Unit::Seconds, constant("budget_wait_mean", parts.budgetWait.value(), Unit::Seconds, queue),
                       constant("queue_factor", parts.queueFactor, Unit::Ratio, queue)));
}

Derivation closedTpot(const ExplainContext &c)
{
    const double batch = c.option.atPeak.batch;
    const SteadyState::LatencyParts parts = c.state.partsAt(batch, c.planning.targets.tail);
    const std::string source(c.state.model().efficiency().source);
    auto crowd = sum("crowded_step", Unit::Seconds,
                     product("decode_part", Unit::Seconds, constant("crowded_decode_step", parts.crowdDecodeStep.value(), Unit::Seconds, source), decodeShare(parts)),
                     product("prefill_part", Unit::Seconds, constant("crowded_prefill_step", parts.crowdPrefillStep.value(), Unit::Seconds, source), prefillShare(parts)));
    return node(Operation::Maximum, keyOf("tpot", c), Unit::Seconds, meanStep(batch, c), std::move(crowd));
}

} // namespace

} // namespace headroom::core
