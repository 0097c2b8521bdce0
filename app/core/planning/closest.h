// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/search.h>

#include <optional>
#include <stop_token>

namespace headroom::core {

// Where nothing meets every requirement: the option that comes nearest, with what it misses. Relaxed in this order: the
// power limit, the latency targets (just as far as the fastest layout needs), the fixed fleet, the choice of offers.
std::optional<PlanOption> closestOption(const PlanningContext &context, const SearchResult &found, PlanningSpace &space, std::stop_token stop);

} // namespace headroom::core
