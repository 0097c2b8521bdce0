// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

#include <core/planning/plan.h>
#include <db/store/store.h>

namespace headroom::app {

// A plan as what is approved of a stored scenario.
db::Baseline baselineOf(const core::Plan &plan, const core::Catalog &catalog, db::ScenarioId scenario, db::BaselineCause cause);

// Prints what was approved of a scenario, and what it comes to today.
core::Result<void> printBaselines(CommandContext &context, db::ScenarioId scenario, db::Store &store);
// One line on standard error where something of the scenario was approved.
void mentionBaseline(db::ScenarioId scenario, db::Store &store);

} // namespace headroom::app
