// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/candidate.h>
#include <core/planning/plan.h>

namespace headroom::core {

// One sentence with its numbers for each way in which an option drops out. Keys and values (SI units):
//   excluded                         -
//   unsupported                      -
//   no_layout                        GPUs given (0: none given)
//   does_not_fit                     weights bytes, GPUs of the largest layout, their memory bytes, smallest GPUs that fit (0: none up to 64)
//   context_does_not_fit             longest context tokens, KV bytes of it on one GPU, KV bytes that one GPU has
//   no_rate                          -
//   too_slow_ttft, too_slow_tpot, too_slow_e2e   best seconds, target seconds, percentile (0.95)
//   no_price                         GPUs of one replica
//   over_power                       watts, limit watts
//   over_gpus                        GPUs, limit
Rejection excludedReason(const PlanningContext &context, const Gpu &gpu);
Rejection unsupportedReason(const PlanningContext &context, const Gpu &gpu);
Rejection noLayoutReason(const PlanningContext &context, const Gpu &gpu, NumberFormat format);
Rejection doesNotFitReason(const PlanningContext &context, const Candidate &largest);
Rejection tooSlowReason(const PlanningContext &context, const Candidate &candidate, const LatencyTargets &targets);
Rejection unpricedReason(const PlanningContext &context, const Candidate &candidate);
// Of an option that breaks the scenario's limit on GPUs or power.
Rejection overLimitReason(const PlanningContext &context, const PlanOption &option);

// Fewest GPUs of one type on which weights and one request of the longest context fit, whatever the scenario's layout
// says; 0: none up to 64.
int smallestFit(const PlanningContext &context, const Gpu &gpu, NumberFormat format);

} // namespace headroom::core
