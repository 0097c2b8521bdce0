// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>
#include <core/cost/week_hours.h>
#include <core/serving/steady_state.h>
#include <core/sizing/memory_fit.h>
#include <core/sizing/model_shape.h>
#include <core/units/result.h>

#include <vector>

namespace headroom::core {

// What one planning run looks up once: the scenario's ids resolved against the catalog, and what follows from the demand.
// Holds references: lives no longer than scenario and catalog.
struct PlanningContext {
    const Scenario &scenario;
    const Catalog &catalog;
    const Model &model;
    const Engine &engine;
    ModelShape shape;
    Workload workload;
    ServingLoad load;
    LatencyTargets targets;
    double maxContext = 0;                 // tokens, not over the model's own
    std::vector<const Gpu *> gpus;         // allowed ones
    std::vector<const Gpu *> excluded;
    std::vector<PlanWarning> warnings;
    WeekHours week;                        // of the workload

    // Tokens of a usual request, at which the KV capacity is counted.
    double usualContext() const { return load.inputTokens + load.outputTokens; }
    LayoutInputs givenLayout() const { return scenario.layout.value_or(LayoutInputs{}); }

    // A percentile with the length of the scenario's answers there.
    LatencyTail tailAt(double percentile) const;

    // Rate that the system must carry with the redundancy's replicas lost.
    RequestsPerSecond required() const { return workload.peak * (1.0 + scenario.hardware.headroomRatio); }
};

// Errors: BadValue and UnknownId, with the field and what would be accepted.
Result<PlanningContext> makePlanningContext(const Scenario &scenario, const Catalog &catalog);

FormatSupport supportOf(const Engine &engine, const Gpu &gpu, NumberFormat format);

// Formats to plan on a GPU, best first. Native: only the first that the engine runs there: the checkpoint's own, else the
// nearest that loses least, never under 8 bits unless the checkpoint is.
std::vector<NumberFormat> formatsFor(const PlanningContext &context, const Gpu &gpu);

// Bits of a weight, to tell formats under the native one.
double bitsOf(NumberFormat format);
bool isBelowNative(const Model &model, NumberFormat format);

} // namespace headroom::core
