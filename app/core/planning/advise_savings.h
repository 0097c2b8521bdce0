// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/savings.h>

#include <stop_token>

namespace headroom::core {

// Replans the scenario with one thing changed at a time: GPU, format, commitment, what is committed, schedule, region, spot
// share, prefix caching, relaxed latency target, less spare capacity, own hardware. About a dozen plans, on two threads; the same
// answer whatever their number. Stops between layouts
// when `stop` is requested. Empty without a recommended option. Pure; any thread.
SavingsAdvice adviseSavings(const Plan &plan, const Catalog &catalog, std::stop_token stop = {});

} // namespace headroom::core
