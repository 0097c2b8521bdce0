// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/layout_space.h>
#include <core/planning/option_simulation.h>
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

std::vector<int> budgetsOf(const EngineSettings &defaults)
{
    std::vector<int> budgets{defaults.maxBatchedTokens};
    std::ranges::copy_if(kBudgets, std::back_inserter(budgets), [&](int budget) { return budget != defaults.maxBatchedTokens; });
    return budgets;
}

bool same(const ServingLoad &a, const ServingLoad &b)
{
    return a.inputTokens == b.inputTokens && a.cachedInputTokens == b.cachedInputTokens && a.outputTokens == b.outputTokens;
}

} // namespace

EngineSettings engineDefaults(const Engine &engine, const Gpu &gpu)
{
    const BatchDefaults defaults = batchDefaults(engine, gpu);
    return {defaults.maxBatchedTokens, defaults.maxSequences};
}

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

int PlanningSpace::settingsCount(const Engine &engine, const Gpu &gpu)
{
    return static_cast<int>(budgetsOf(engineDefaults(engine, gpu)).size() * (1 + kCapFactors.size()));
}

void PlanningSpace::enter(const PlanningContext &context, const LatencyTargets &targets, const LayoutInputs &given)
{
    if (m_model != context.model || m_engine != context.engine || m_given != given || m_gpus != context.catalog.gpus
        || m_constants != context.catalog.constants) {
        m_model = context.model;
        m_engine = context.engine;
        m_given = given;
        m_gpus = context.catalog.gpus;
        m_constants = context.catalog.constants;
        m_formats.clear();
        m_formats.resize(m_gpus.size() * kNumberFormats.size());
    }
    if (!same(m_load, context.load) || m_maxContext != context.maxContext) {
        m_load = context.load;
        m_maxContext = context.maxContext;
        ++m_sizing;
    }
    if (m_targets != targets) {
        m_targets = targets;
        ++m_targeting;
    }
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
    if (prepared.sizedFor == m_sizing && !prepared.sized.empty()) {
        if (prepared.targetedFor != m_targeting)
            for (SizedLayout &sized : prepared.sized) {
                sized.capacity.reset();
                sized.atMost = sized.bound;
            }
        prepared.targetedFor = m_targeting;
        return prepared.sized;
    }
    prepared.sizedFor = m_sizing;
    prepared.targetedFor = m_targeting;
    prepared.sized.clear();
    const EngineSettings defaults = engineDefaults(context.engine, context.catalog.gpus[format.gpu]);
    SizedLayout own = sizedFor(context, format, prepared, defaults);
    // What does not fit with the engine's own budget fits with none.
    if (!own.serves) {
        prepared.sized.push_back(std::move(own));
        return prepared.sized;
    }
    own.bound = own.atMost = state(context, prepared, own).saturation();
    const bool capped = own.state->isCappedBySequences();
    const RequestsPerSecond ownBound = own.bound;
    prepared.sized.push_back(std::move(own));
    const auto add = [&](const EngineSettings &settings, bool bounded) {
        SizedLayout sized = sizedFor(context, format, prepared, settings);
        if (!sized.serves)
            return;
        // A smaller budget lets no more prompts in: what bounds the larger one bounds it too.
        sized.bound = sized.atMost = bounded ? ownBound : state(context, prepared, sized).saturation();
        prepared.sized.push_back(std::move(sized));
    };
    for (const int budget : budgetsOf(defaults)) {
        if (budget != defaults.maxBatchedTokens)
            add({budget, defaults.maxSequences}, budget < defaults.maxBatchedTokens);
        for (const double factor : kCapFactors)
            if (capped && factor > 1)
                add({budget, static_cast<int>(defaults.maxSequences * factor)}, false);
    }
    return prepared.sized;
}

SizedLayout PlanningSpace::sizedFor(const PlanningContext &context, const PreparedFormat &format, PreparedLayout &prepared, const EngineSettings &settings) const
{
    const Gpu &gpu = context.catalog.gpus[format.gpu];
    SizedLayout sized;
    sized.settings = settings;
    sized.memory = fitMemory(context.shape, format.weights, gpu, context.engine, prepared.layout, format.kvBytes, context.usualContext(), extraReserve(context, settings));
    // The cache is counted per data-parallel rank: the longest request must fit one of them.
    sized.holdsContext = sized.memory.fits && kvBytesPerGpu(context.shape, prepared.layout, format.kvBytes, context.maxContext) <= sized.memory.use.kvCache;
    if (sized.holdsContext && !prepared.model && prepared.noRate.empty()) {
        auto model = StepModel::make(context.shape, format.checkpoint, format.support == FormatSupport::WeightOnly, gpu, context.engine, prepared.layout, format.kvBytes, context.catalog.constants);
        if (model)
            prepared.model = std::make_shared<const StepModel>(*std::move(model));
        else
            prepared.noRate = model.error().detail;
    }
    sized.serves = sized.holdsContext && prepared.model;
    return sized;
}

const SteadyState &PlanningSpace::state(const PlanningContext &context, const PreparedLayout &layout, SizedLayout &sized) const
{
    if (!sized.state)
        sized.state.emplace(layout.model, context.load, servingLimits(layout.layout, sized.settings, sized.memory.kvCapacityTokens));
    return *sized.state;
}

const SteadyState::Capacity *PlanningSpace::capacityUnless(const PlanningContext &context, const PreparedLayout &layout, SizedLayout &sized,
                                                           const std::function<bool(RequestsPerSecond)> &hopeless) const
{
    if (!sized.capacity)
        sized.capacity = state(context, layout, sized).capacityUnless(m_targets, [&](RequestsPerSecond rate) {
            sized.atMost = std::min(sized.atMost, rate);
            return hopeless(rate);
        });
    return sized.capacity ? &*sized.capacity : nullptr;
}

const SteadyState::Capacity &PlanningSpace::capacity(const PlanningContext &context, const PreparedLayout &layout, SizedLayout &sized) const
{
    if (!sized.capacity)
        sized.capacity = state(context, layout, sized).capacity(m_targets);
    return *sized.capacity;
}

} // namespace headroom::core
