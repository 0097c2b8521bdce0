// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/planning_space.h>

namespace headroom::core {

// "6x a100-80gb-sxm" -> what becomes of that fleet in every format. Errors: BadValue, UnknownId (field hardware.considered[i]).
Result<std::vector<ConsideredFleet>> judgeConsidered(const PlanningContext &context, PlanningSpace &space);

} // namespace headroom::core
