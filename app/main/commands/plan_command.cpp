// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_command.h"
#include "plan_text.h"
#include "scenario_options.h"

#include <core/planning/plan_json.h>
#include <core/planning/planner.h>

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
        const auto plan = core::plan(*scenario, **catalog);
        if (!plan) {
            core::Error error = plan.error();
            error.file = options->file;
            return context.fail(error);
        }
        context.print(context.json ? core::planToJson(*plan, **catalog) + "\n" : planText(*plan, **catalog));
        context.exit = plan->recommended && plan->meetsDemand ? Exit::Done : Exit::AnswerIsNo;
    });
}

} // namespace headroom::app
