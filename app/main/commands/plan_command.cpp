// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_command.h"
#include "plan_text.h"
#include "scenario_plan.h"

#include <core/planning/plan_json.h>
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
        core::PlanningSpace space;
        const auto planned = planScenario(context, *options, space);
        if (!planned)
            return context.fail(planned.error());
        const core::Plan &plan = planned->plan;
        const core::Catalog &catalog = *planned->catalog;
        const auto sensitivity = context.json ? core::sensitivityOf(plan, catalog, space) : core::Sensitivity();
        context.print(context.json ? core::planToJson(plan, catalog, sensitivity ? &*sensitivity : nullptr) + "\n" : planText(plan, catalog));
        context.exit = planned->exit();
    });
}

} // namespace headroom::app
