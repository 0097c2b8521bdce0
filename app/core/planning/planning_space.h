// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/planning_context.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace headroom::core {

// One replica of a layout under engine settings, sized for a load: does it fit, and what does it carry?
struct SizedLayout {
    EngineSettings settings;
    MemoryFit memory;
    bool holdsContext = false;             // one request of the longest context fits the KV cache
    bool serves = false;                   // it does, and the GPU states the rates of its arithmetic
    RequestsPerSecond bound;               // no more than this is carried, whatever the targets; 0 unless it serves
    RequestsPerSecond atMost;              // nor than this under the targets entered
    std::optional<SteadyState> state;      // once it was asked for
    std::optional<SteadyState::Capacity> capacity;   // likewise, under the targets entered
};

// One layout of a GPU x format. What depends on no demand is made once: the step model.
struct PreparedLayout {
    Layout layout;                         // replicas = 1
    std::shared_ptr<const StepModel> model;
    std::string noRate;                    // why there is no model
    std::vector<SizedLayout> sized;        // the engine's own settings first
    std::uint64_t sizedFor = 0;            // which load and targets `sized` is for
    std::uint64_t targetedFor = 0;
};

struct PreparedFormat {
    std::size_t gpu = 0;                   // index in the catalog
    NumberFormat format = NumberFormat::Bf16;
    FormatSupport support = FormatSupport::None;
    CheckpointFormat checkpoint;
    WeightBytes weights;
    double kvBytes = 2;                    // of one cached value
    std::vector<PreparedLayout> layouts;   // fewest GPUs first
};

// What the engine sets on a GPU if nobody says otherwise.
EngineSettings engineDefaults(const Engine &engine, const Gpu &gpu);

// GPU memory that settings take beside the engine's own reserve, which counts its own token budget.
Bytes extraReserve(const PlanningContext &context, const EngineSettings &settings);
ServingLimits servingLimits(const Layout &layout, const EngineSettings &settings, double kvTokens);

// The design space of one model under one engine, kept from one plan to the next so that a slider's move costs only what it
// changes: step models stay while model, engine, GPUs and given layout do, capacities while lengths, targets and context do.
// Whatever is kept was made from values that are compared, so a plan with a space equals one without. Not thread-safe but for
// different GPUs after enter(): each thread that plans owns one. A few megabytes once filled.
class PlanningSpace {
public:
    // Before anything else of a plan: drops what no longer holds.
    void enter(const PlanningContext &context, const LatencyTargets &targets, const LayoutInputs &given);

    // Made on first use. The context and targets are those last entered; references live until enter() is called again.
    PreparedFormat &prepared(const PlanningContext &context, const Gpu &gpu, NumberFormat format);

    // The layout under each of the settings worth asking about, sized for the load. A smaller sequence cap never carries more in
    // closed form, and a larger one only where the cap is what is full: neither is sized then.
    std::vector<SizedLayout> &sized(const PlanningContext &context, PreparedFormat &format, PreparedLayout &layout);

    // For a `sized` of `layout` that serves.
    const SteadyState &state(const PlanningContext &context, const PreparedLayout &layout, SizedLayout &sized) const;
    const SteadyState::Capacity &capacity(const PlanningContext &context, const PreparedLayout &layout, SizedLayout &sized) const;

    // The same; nullptr as soon as `hopeless` says so of a rate that the capacity stays under, which `atMost` then is.
    const SteadyState::Capacity *capacityUnless(const PlanningContext &context, const PreparedLayout &layout, SizedLayout &sized,
                                                const std::function<bool(RequestsPerSecond)> &hopeless) const;

    // A space beside this one for questions that leave the scenario: other targets, no fixed layout. Made on first use.
    PlanningSpace &relaxed();

    // How many settings every layout is judged under, those included that need no sizing.
    static int settingsCount(const Engine &engine, const Gpu &gpu);

private:
    SizedLayout sizedFor(const PlanningContext &context, const PreparedFormat &format, PreparedLayout &prepared, const EngineSettings &settings) const;

    // What the step models are made from.
    std::vector<Gpu> m_gpus;
    Constants m_constants;
    std::optional<Model> m_model;
    std::optional<Engine> m_engine;
    LayoutInputs m_given;
    // What the capacities are made from.
    ServingLoad m_load;
    LatencyTargets m_targets;
    double m_maxContext = 0;
    std::uint64_t m_sizing = 0;
    std::uint64_t m_targeting = 0;

    std::vector<std::unique_ptr<PreparedFormat>> m_formats;   // by GPU and format
    std::unique_ptr<PlanningSpace> m_relaxed;
};

} // namespace headroom::core
