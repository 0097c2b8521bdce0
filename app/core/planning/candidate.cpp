// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/candidate.h>

namespace headroom::core {
namespace {

ServingLimits limitsOf(const PlanningContext &context, const Layout &layout, double kvTokens)
{
    ServingLimits limits;
    limits.kvTokens = kvTokens;
    limits.maxSequences = context.engine.maxSequences;
    limits.maxBatchedTokens = context.engine.maxBatchedTokens;
    limits.lanes = layout.pp;
    limits.dataParallel = layout.dp;
    return limits;
}

// Context of a usual request, at which the KV capacity is counted in tokens.
double usualContext(const PlanningContext &context)
{
    return context.load.inputTokens + context.load.outputTokens;
}

} // namespace

Candidate sizeCandidate(const PlanningContext &context, const Gpu &gpu, NumberFormat format, const Layout &layout,
                        const LatencyTargets &targets)
{
    Candidate candidate;
    candidate.gpu = &gpu;
    candidate.format = format;
    candidate.support = supportOf(context.engine, gpu, format);
    candidate.layout = layout;
    const CheckpointFormat checkpoint = checkpointFormat(context.model, format);
    const double kvBytes = kvBytesPerValue(context.engine, format);
    candidate.weights = weightBytes(context.shape, checkpoint);
    candidate.memory = fitMemory(context.shape, candidate.weights, gpu, context.engine, layout, kvBytes, usualContext(context));
    // The cache is counted per data-parallel rank: the longest request must fit one of them.
    const Bytes longest = kvBytesPerGpu(context.shape, layout, kvBytes, context.maxContext);
    candidate.holdsContext = candidate.memory.fits && longest <= candidate.memory.use.kvCache;
    if (!candidate.holdsContext)
        return candidate;
    auto model = StepModel::make(context.shape, checkpoint, candidate.support == FormatSupport::WeightOnly, gpu, context.engine, layout, kvBytes, context.catalog.constants);
    if (!model) {
        candidate.noRate = model.error().detail;
        return candidate;
    }
    candidate.state.emplace(*std::move(model), context.load, limitsOf(context, layout, candidate.memory.kvCapacityTokens));
    candidate.capacity = candidate.state->capacity(targets);
    return candidate;
}

Result<SteadyState> steadyStateOf(const PlanningContext &context, const Gpu &gpu, NumberFormat format, const Layout &layout)
{
    const CheckpointFormat checkpoint = checkpointFormat(context.model, format);
    const double kvBytes = kvBytesPerValue(context.engine, format);
    const MemoryFit memory = fitMemory(context.shape, weightBytes(context.shape, checkpoint), gpu, context.engine, layout, kvBytes, usualContext(context));
    const bool weightOnly = supportOf(context.engine, gpu, format) == FormatSupport::WeightOnly;
    auto model = StepModel::make(context.shape, checkpoint, weightOnly, gpu, context.engine, layout, kvBytes, context.catalog.constants);
    if (!model)
        return std::unexpected(model.error());
    return SteadyState(*std::move(model), context.load, limitsOf(context, layout, memory.kvCapacityTokens));
}

} // namespace headroom::core
