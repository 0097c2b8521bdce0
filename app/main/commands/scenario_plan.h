// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"
#include "scenario_options.h"

#include <core/planning/planning_space.h>
#include <core/planning/refine.h>

#include <memory>

namespace headroom::app {

// A plan and the catalog that it was made with.
struct ScenarioPlan {
    std::shared_ptr<const core::Catalog> catalog;
    core::Plan plan;

    // The exit status of a command whose answer is this plan.
    Exit exit() const { return plan.recommended && plan.meetsDemand ? Exit::Done : Exit::AnswerIsNo; }
    const std::optional<core::PlanOption> &shown() const { return plan.recommended ? plan.recommended : plan.closest; }
};

// The plan of what the options say, its contenders simulated: every command that speaks of "the recommended" means this one.
// Errors name the option, or the file and its field.
core::Result<ScenarioPlan> planScenario(CommandContext &context, const ScenarioOptions &options, core::PlanningSpace &space);

} // namespace headroom::app
