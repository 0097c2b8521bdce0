// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <core/units/result.h>
#include <core/workload/workload.h>

namespace headroom::core {

// People -> requests: peak = users x adoption x requests per user and hour / 3600 x the workload's peak factor, unless
// the peak itself is given; mean = peak x mean of the week's profile. Errors: UnknownId for a preset that is not there, BadValue for a
// 95th percentile that contradicts its mean.
Result<Workload> workloadOf(const DemandInputs &demand);

} // namespace headroom::core
