// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_command.h"
#include "plan_text.h"
#include "scenario_options.h"

#include <core/planning/plan_json.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>
#include <core/planning/sensitivity.h>

#include <CLI/CLI.hpp>

namespace headroom::app {

void addPlanCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("plan", "Plan: GPUs, latency and cost for a scenario");
    auto options = std::make_shared<ScenarioOptions>();
    options->addTo(*command);
    command->callback([options, &context] {
        context.ran = true;
        const auto scenario = options->scenario();
        if (!scenario)
            return context.fail(scenario.error());
        const auto catalog = context.catalog();
        if (!catalog)
            return context.fail(catalog.error());
        core::PlanningSpace space;
        const auto plan = core::planRefined(*scenario, **catalog, space);
        if (!plan) {
            core::Error error = plan.error();
            error.file = options->file;
            return context.fail(error);
        }
        const auto sensitivity = context.json ? core::sensitivityOf(*plan, **catalog, space) : core::Sensitivity();
        context.print(context.json ? core::planToJson(*plan, **catalog, sensitivity ? &*sensitivity : nullptr) + "\n" : planText(*plan, **catalog));
        context.exit = plan->recommended && plan->meetsDemand ? Exit::Done : Exit::AnswerIsNo;
    });
}

} // namespace headroom::app
