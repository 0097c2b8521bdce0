// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/candidate.h>

namespace headroom::core {

Candidate candidateOf(const PlanningContext &context, const PlanningSpace &space, const PreparedFormat &format, const PreparedLayout &layout,
                      SizedLayout &sized)
{
    Candidate candidate;
    candidate.gpu = &context.catalog.gpus[format.gpu];
    candidate.format = format.format;
    candidate.support = format.support;
    candidate.layout = layout.layout;
    candidate.settings = sized.settings;
    candidate.memory = sized.memory;
    candidate.weights = format.weights;
    candidate.holdsContext = sized.holdsContext;
    candidate.noRate = layout.noRate;
    if (sized.serves) {
        candidate.capacity = space.capacity(context, layout, sized);
        candidate.state = sized.state;
    }
    return candidate;
}

Result<SteadyState> steadyStateOf(const PlanningContext &context, const Gpu &gpu, NumberFormat format, const Layout &layout, const EngineSettings &settings)
{
    const EngineSettings chosen = settings.maxBatchedTokens > 0 ? settings : engineDefaults(context.engine, gpu);
    const CheckpointFormat checkpoint = checkpointFormat(context.model, format);
    const double kvBytes = kvBytesPerValue(context.engine, format);
    Layout single = layout;
    single.replicas = 1;
    const MemoryFit memory = fitMemory(context.shape, weightBytes(context.shape, checkpoint), gpu, context.engine, single, kvBytes, context.usualContext(),
                                       extraReserve(context, chosen));
    const bool weightOnly = supportOf(context.engine, gpu, format) == FormatSupport::WeightOnly;
    auto model = StepModel::make(context.shape, checkpoint, weightOnly, gpu, context.engine, single, kvBytes, context.catalog.constants);
    if (!model)
        return std::unexpected(model.error());
    return SteadyState(*std::move(model), context.load, servingLimits(single, chosen, memory.kvCapacityTokens));
}

} // namespace headroom::core
