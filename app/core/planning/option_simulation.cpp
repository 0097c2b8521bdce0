// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/option_simulation.h>
#include <core/workload/length_histogram.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

// The lengths that somebody counted, else the scenario's own spread, or a usual one: no wider than that nineteen requests of twenty keep within the longest context,
// for the cut must not bend the mean.
TokenLengths spread(const std::string &histogram, double mean, const std::optional<double> &p95, double factor, double most)
{
    if (const auto counted = parseHistogram(histogram, {}); counted && !counted->empty())
        return stretchedTo(mean, *counted);
    return logNormalLength(mean, p95.value_or(std::clamp(mean * factor, mean, std::max(mean, most))));
}

} // namespace

BatchDefaults batchDefaults(const Engine &engine, const Gpu &gpu)
{
    for (const GpuBatchDefaults &some : engine.onGpus)
        if ((gpu.memory() >= some.fromMemory && gpu.memory() < some.underMemory) || std::ranges::find(some.architectures, gpu.architecture) != some.architectures.end())
            return {some.maxBatchedTokens, some.maxSequences};
    return {engine.maxBatchedTokens, engine.maxSequences};
}

Result<ServingSystem> servingSystemOf(const PlanningContext &context, const Gpu &gpu, NumberFormat format, const Layout &layout)
{
    Layout single = layout;
    single.replicas = 1;
    const Engine &engine = context.engine;
    const CheckpointFormat checkpoint = checkpointFormat(context.model, format);
    const double kvBytes = kvBytesPerValue(engine, format);
    const double meanTokens = context.load.inputTokens + context.load.outputTokens;
    const MemoryFit memory = fitMemory(context.shape, weightBytes(context.shape, checkpoint), gpu, engine, single, kvBytes, meanTokens);
    auto model = StepModel::make(context.shape, checkpoint, supportOf(engine, gpu, format) == FormatSupport::WeightOnly, gpu, engine, single, kvBytes, context.catalog.constants);
    if (!model)
        return std::unexpected(model.error());
    const BatchDefaults defaults = batchDefaults(engine, gpu);
    ServingPolicy policy;
    policy.maxBatchedTokens = defaults.maxBatchedTokens * layout.dp;
    policy.maxSequences = std::max(1, defaults.maxSequences * layout.dp / layout.pp);
    // Pipeline lanes share one pool of blocks: each gets its part, but never less than one request of the longest context.
    const double pool = memory.kvCapacityTokens * model->efficiency().kvUsable;
    policy.kvTokens = std::max(pool / layout.pp, std::min(context.maxContext + engine.kvBlockTokens, pool));
    policy.kvBlockTokens = engine.kvBlockTokens;
    policy.chunkedPrefill = engine.chunkedPrefill;
    policy.decodePausesForPrefill = engine.decodePausesForPrefill;
    policy.reservedOutputShare = engine.reservedOutputShare;
    policy.cachedInputShare = context.scenario.demand.prefixCacheHitRatio;
    if (!memory.fits || policy.kvTokens < meanTokens + policy.kvBlockTokens)
        return std::unexpected(Error{ErrorCode::BadValue,
            fmt::format("the layout holds nothing: {:.1f} GB of weights on each {} of {:.1f} GB leave a KV cache of {:.0f} tokens, and a mean request has {:.0f}; more GPUs in a replica, or a narrower number format, would be accepted",
                        memory.use.weights.value() / 1e9, gpu.name, memory.use.total.value() / 1e9, policy.kvTokens, meanTokens), {}, "layout", 0});
    return ServingSystem{*std::move(model), policy, layout.replicas, layout.pp, Balancing::LeastOutstanding};
}

CapacityLoad capacityLoadOf(const PlanningContext &context)
{
    const double input = context.load.inputTokens;
    const double output = context.load.outputTokens;
    CapacityLoad load;
    const DemandInputs &demand = context.scenario.demand;
    load.burstiness = demand.burstiness;
    load.input = spread(demand.inputHistogram, input, demand.inputTokensP95, kUsualInputSpread, context.maxContext - output);
    load.output = spread(demand.outputHistogram, output, demand.outputTokensP95, kUsualOutputSpread, context.maxContext - input);
    load.maxContext = static_cast<int>(std::floor(context.maxContext));
    return load;
}

} // namespace headroom::core
