// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/chart_data.h>
#include <core/planning/plan.h>

namespace headroom::core {

// The curves of the Plan page for one option (the recommended or closest one). Cost: a few hundred step times.
PlanCharts chartsFor(const PlanOption &option, const Plan &plan, const Catalog &catalog);

} // namespace headroom::core
