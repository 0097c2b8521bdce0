// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/plan.h>

#include <optional>
#include <vector>

namespace headroom::core {

// Indices of the alternatives that no other option (nor the recommended one) beats in cost, time to first token, headroom
// and power at once. Unknown power counts as the highest.
std::vector<int> paretoFront(const std::optional<PlanOption> &recommended, const std::vector<PlanOption> &alternatives);

} // namespace headroom::core
