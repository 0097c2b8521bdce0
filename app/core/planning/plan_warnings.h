// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/planning_context.h>

namespace headroom::core {

// What a person should know about the recommended (or closest) option: codes below_native (format, native format),
// weight_only (format, GPU), uncalibrated (GPU, band in percent), low_confidence (GPU), currency_converted (from, to, rate,
// date), onprem_estimate, spare_gpus (bought, used), fleet_left_over
// (left, fleet, GPUs of a replica), fleet_too_small (carried, asked).
void addPlanWarnings(const PlanningContext &context, Plan &plan);

} // namespace headroom::core
