// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/cost/ownership.h>
#include <core/planning/plan.h>

#include <vector>

namespace headroom::core {

// Cash spent on the option over five years: rented, the whole bill each month; owned, the purchase on the first day, then
// what runs (support, colocation, energy, software, staff) and the cost of capital on the book value, which falls in a
// straight line to the residual. Servers are kept to the end; what they could be sold for is not counted, in favour of
// renting. `option` is plan.recommended (0) or plan.alternatives[option - 1]. Pure; any thread.
OwnershipCase compareOwnership(const Plan &plan, const Catalog &catalog, int option = 0);

// Recommended and alternatives, at most `most`.
std::vector<OwnershipCase> compareOwnerships(const Plan &plan, const Catalog &catalog, int most = 8);

// What a month's tokens cost at the per-token API of the scenario, or of the model's makers; empty without a price.
struct ApiMonth {
    Money amount;
    Derivation why;
    Source source;   // no text: the scenario gave the price
};
std::optional<ApiMonth> apiMonth(const Plan &plan, const Catalog &catalog);

} // namespace headroom::core
