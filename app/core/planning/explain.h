// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/derivation/derivation.h>
#include <core/planning/figure.h>
#include <core/planning/plan.h>

namespace headroom::core {

// The tree behind one figure of an option of a plan. evaluate() of it equals figureValue() to 1e-9 (relative).
// `catalog` must be the one the plan was made with. Pure; any thread.
Derivation explain(Figure figure, const PlanOption &option, const Plan &plan, const Catalog &catalog);

// The figure itself, in the SI unit of its derivation (money: in units of the scenario's currency).
double figureValue(Figure figure, const PlanOption &option, const Plan &plan);

} // namespace headroom::core
