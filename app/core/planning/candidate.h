// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/planning_space.h>

#include <optional>
#include <string>

namespace headroom::core {

// One replica of a layout, sized: does it fit, and what does it carry?
struct Candidate {
    const Gpu *gpu = nullptr;
    NumberFormat format = NumberFormat::Bf16;
    FormatSupport support = FormatSupport::None;
    Layout layout;                       // replicas = 1
    EngineSettings settings;
    MemoryFit memory;
    WeightBytes weights;
    std::optional<SteadyState> state;    // empty where it does not fit, or the GPU states no rate
    SteadyState::Capacity capacity;
    bool holdsContext = false;           // one request of the longest context fits the KV cache
    std::string noRate;                  // why there is no state although it fits
};

// A copy out of the space, its capacity searched for.
Candidate candidateOf(const PlanningContext &context, const PlanningSpace &space, const PreparedFormat &format, const PreparedLayout &layout,
                      SizedLayout &sized);

// The serving model of a layout that is known to fit (an option of a plan, say), under the engine's own settings where
// `settings` are zero; Unsupported as StepModel::make.
Result<SteadyState> steadyStateOf(const PlanningContext &context, const Gpu &gpu, NumberFormat format, const Layout &layout, const EngineSettings &settings = {});

} // namespace headroom::core
