// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/derivation/derivation.h>
#include <core/planning/plan.h>
#include <core/planning/planning_context.h>
#include <core/serving/steady_state.h>

namespace headroom::core {

// What every tree of one option needs: the option, its plan, and the serving model made again from the catalog.
struct ExplainContext {
    const PlanOption &option;
    const Plan &plan;
    const Catalog &catalog;
    const PlanningContext &planning;
    const Gpu &gpu;
    const SteadyState &state;
};

// Trees, one file for each subject. Keys are the quantities' names; present holds the wording.
Derivation explainPeak(const Plan &plan);
Derivation explainMeanRate(const Plan &plan);
Derivation explainReplicas(const ExplainContext &context);
Derivation explainGpus(const ExplainContext &context);
Derivation explainHeadroom(const ExplainContext &context);
Derivation explainUtilization(const ExplainContext &context);
Derivation explainWeights(const ExplainContext &context);
Derivation explainKvCapacity(const ExplainContext &context);
Derivation explainCapacity(const ExplainContext &context);
Derivation explainTtft(const ExplainContext &context);
Derivation explainTpot(const ExplainContext &context);
Derivation explainEndToEnd(const ExplainContext &context);
Derivation explainMonthlyCost(const ExplainContext &context);
Derivation explainCostPerMillion(const ExplainContext &context);
Derivation explainPower(const ExplainContext &context);

} // namespace headroom::core
