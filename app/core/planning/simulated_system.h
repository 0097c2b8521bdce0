// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/option_simulation.h>

namespace headroom::core {

// An option of a plan as the simulator takes it: its layout and replicas under its own settings. Errors: those of servingSystemOf().
Result<ServingSystem> simulatedSystem(const PlanningContext &context, const PlanOption &option);

} // namespace headroom::core
