// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

#include <core/planning/plan.h>
#include <db/store/store.h>

namespace headroom::app {

// A plan as what is approved of a stored scenario.
db::Baseline baselineOf(const core::Plan &plan, const core::Catalog &catalog, db::ScenarioId scenario, db::BaselineCause cause);

// Binds a stored scenario to a live source: it is planned as it was left, and frozen. `source` as of `headroom watch`.
core::Result<void> bindScenario(CommandContext &context, db::ScenarioId scenario, const std::string &source, db::Store &store);

// Prints what was approved of a scenario, and what it comes to today.
core::Result<void> printBaselines(CommandContext &context, db::ScenarioId scenario, db::Store &store);
// One line on standard error where something of the scenario was approved.
void mentionBaseline(db::ScenarioId scenario, db::Store &store);

} // namespace headroom::app
