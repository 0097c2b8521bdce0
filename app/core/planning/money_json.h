// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>
#include <core/planning/savings.h>

#include <string>

namespace headroom::core {

// {"bill","ownership","roadmap","savings"} of the recommended (or closest) option: money as decimal strings, missing as null.
// "savings" is null without advice. The empty object without an option.
std::string moneyToJson(const Plan &plan, const Catalog &catalog, const SavingsAdvice *advice = nullptr);

} // namespace headroom::core
