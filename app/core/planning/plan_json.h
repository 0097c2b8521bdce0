// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>
#include <core/planning/sensitivity_data.h>

#include <string>

namespace headroom::core {

// The document of `headroom plan --json`: keys as the command line's contract names them, money as decimal strings, missing
// as null. Beside them stand "derivations" of the recommended (or closest) option: one tree for each figure,
// and its "bill", "ownership" and "roadmap".
std::string planToJson(const Plan &plan, const Catalog &catalog, const Sensitivity *sensitivity = nullptr);

} // namespace headroom::core
