// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>

#include <string>

namespace headroom::app {

// A plan as a page of plain English text for a terminal.
std::string planText(const core::Plan &plan, const core::Catalog &catalog);

} // namespace headroom::app
