// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario_plan.h"

namespace headroom::app {

core::Result<ScenarioPlan> planScenario(CommandContext &context, const ScenarioOptions &options, core::PlanningSpace &space)
{
    const auto scenario = options.scenario();
    if (!scenario)
        return std::unexpected(scenario.error());
    auto catalog = context.catalog();
    if (!catalog)
        return std::unexpected(catalog.error());
    auto plan = core::planRefined(*scenario, **catalog, space);
    if (!plan) {
        core::Error error = plan.error();
        error.file = options.file;
        return std::unexpected(std::move(error));
    }
    return ScenarioPlan{*std::move(catalog), *std::move(plan)};
}

} // namespace headroom::app
