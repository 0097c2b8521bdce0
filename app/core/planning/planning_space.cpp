// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/layout_space.h>
#include <core/planning/planning_space.h>

#include <algorithm>
#include <array>

namespace headroom::core {
namespace {

// Token budgets beside the engine's own: what its documentation names for low latency and for throughput.
constexpr std::array kBudgets{2048, 4096, 8192, 16384};
// Sequence caps, relative to the engine's own.
constexpr std::array kCapFactors{0.25, 0.5, 2.0, 4.0};
// Hidden states that a step's activations hold at their peak beside the engine's reserve, which counts its own budget: residual
// stream, projections and the gated FFN's two halves. A judgement.
constexpr double kLiveActivations = 10;

std::vector<int> budgetsOf(const Engine &engine)
{
    std::vector<int> budgets{engine.maxBatchedTokens};
    std::ranges::copy_if(kBudgets, std::back_inserter(budgets), [&](int budget) { return budget != engine.maxBatchedTokens; });
    return budgets;
}

bool same(const ServingLoad &a, const ServingLoad &b)
{
    return a.inputTokens == b.inputTokens && a.cachedInputTokens == b.cachedInputTokens && a.outputTokens == b.outputTokens;
}

bool same(const LatencyTargets &a, const LatencyTargets &b)
{
    return a.ttftP95 == b.ttftP95 && a.tpotP95 == b.tpotP95;
}

} // namespace

Bytes extraReserve(const PlanningContext &context, const EngineSettings &settings)
{
    const double more = std::max(settings.maxBatchedTokens - context.engine.maxBatchedTokens, 0);
    return Bytes(more * context.shape.hidden * 2.0 * kLiveActivations);
}

ServingLimits servingLimits(const Layout &layout, const EngineSettings &settings, double kvTokens)
{
    ServingLimits limits;
    limits.kvTokens = kvTokens;
    limits.maxSequences = settings.maxSequences;
    limits.maxBatchedTokens = settings.maxBatchedTokens;
    limits.lanes = layout.pp;
    limits.dataParallel = layout.dp;
    return limits;
}

int PlanningSpace::settingsCount(const Engine &engine)
{
    return static_cast<int>(budgetsOf(engine).size() * (1 + kCapFactors.size()));
}

void PlanningSpace::enter(const PlanningContext &context, const LatencyTargets &targets, const LayoutInputs &given)
{
    if (m_model != context.model || m_engine != context.engine || m_given != given || m_gpus != context.catalog.gpus) {
        m_model = context.model;
        m_engine = context.engine;
        m_given = given;
        m_gpus = context.catalog.gpus;
        m_formats.clear();
        m_formats.resize(m_gpus.size() * kNumberFormats.size());
    }
    if (same(m_load, context.load) && same(m_targets, targets) && m_maxContext == context.maxContext)
        return;
    m_load = context.load;
    m_targets = targets;
    m_maxContext = context.maxContext;
    ++m_sizing;
}

PlanningSpace &PlanningSpace::relaxed()
{
    if (!m_relaxed)
        m_relaxed = std::make_unique<PlanningSpace>();
    return *m_relaxed;
}

PreparedFormat &PlanningSpace::prepared(const PlanningContext &context, const Gpu &gpu, NumberFormat format)
{
    const auto index = static_cast<std::size_t>(&gpu - context.catalog.gpus.data());
    auto &slot = m_formats[index * kNumberFormats.size() + static_cast<std::size_t>(format)];
    if (slot)
        return *slot;
    slot = std::make_unique<PreparedFormat>();
    slot->gpu = index;
    slot->format = format;
    slot->support = supportOf(context.engine, gpu, format);
    slot->checkpoint = checkpointFormat(context.model, format);
    slot->weights = weightBytes(context.shape, slot->checkpoint);
    slot->kvBytes = kvBytesPerValue(context.engine, format);
    for (const Layout &layout : layoutsFor(context, gpu, m_given))
        slot->layouts.push_back({layout, nullptr, {}, {}, 0});
    return *slot;
}

std::vector<SizedLayout> &PlanningSpace::sized(const PlanningContext &context, PreparedFormat &format, PreparedLayout &prepared)
{
    if (prepared.sizedFor == m_sizing && !prepared.sized.empty())
        return prepared.sized;
    const Gpu &gpu = context.catalog.gpus[format.gpu];
    prepared.sizedFor = m_sizing;
    prepared.sized.clear();
    // The cache is counted per data-parallel rank: the longest request must fit one of them.
    const Bytes longest = kvBytesPerGpu(context.shape, prepared.layout, format.kvBytes, context.maxContext);
    const auto size = [&](const EngineSettings &settings) -> SizedLayout & {
        SizedLayout &sized = prepared.sized.emplace_back();
        sized.settings = settings;
        sized.memory = fitMemory(context.shape, format.weights, gpu, context.engine, prepared.layout, format.kvBytes, context.usualContext(),
                                 extraReserve(context, settings));
        sized.holdsContext = sized.memory.fits && longest <= sized.memory.use.kvCache;
        if (sized.holdsContext && !prepared.model && prepared.noRate.empty()) {
            auto model = StepModel::make(context.shape, format.checkpoint, format.support == FormatSupport::WeightOnly, gpu, context.engine, prepared.layout, format.kvBytes);
            if (model)
                prepared.model = std::make_shared<const StepModel>(*std::move(model));
            else
                prepared.noRate = model.error().detail;
        }
        if (sized.holdsContext && prepared.model)
            sized.state.emplace(prepared.model, context.load, servingLimits(prepared.layout, settings, sized.memory.kvCapacityTokens));
        return sized;
    };
    for (const int budget : budgetsOf(context.engine)) {
        const EngineSettings settings{budget, context.engine.maxSequences};
        const SizedLayout &first = size(settings);
        if (!first.state) {
            if (prepared.sized.size() == 1) // what does not fit with the engine's own budget fits with none
                break;
            prepared.sized.pop_back();
            continue;
        }
        if (!first.state->isCappedBySequences())
            continue;
        for (const double factor : kCapFactors)
            if (factor > 1)
                size({budget, static_cast<int>(context.engine.maxSequences * factor)});
    }
    return prepared.sized;
}

const SteadyState::Capacity &PlanningSpace::capacity(SizedLayout &sized) const
{
    if (!sized.capacity)
        sized.capacity = sized.state->capacity(m_targets);
    return *sized.capacity;
}

} // namespace headroom::core
