// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/cost/bill.h>
#include <core/planning/plan.h>

namespace headroom::core {

// A month of an option of a plan with every line's derivation; `catalog` is the one the plan was made with. Pure; any thread.
Bill billFor(const PlanOption &option, const Plan &plan, const Catalog &catalog);

// The same month if the peak were `factor` times the planned one: replicas, instances, schedule and traffic follow. Without
// derivations; made to be called hundreds of times.
struct MonthAtDemand {
    RequestsPerSecond peak;
    int replicas = 0;
    int gpus = 0;
    int instances = 0;
    double meanUtilization = 0;
    Money compute;   // instances or servers
    Money total;     // the whole bill
    std::vector<BillLine> lines;   // without trees

    bool operator==(const MonthAtDemand &) const = default;
};
MonthAtDemand monthAtDemand(const PlanOption &option, const Plan &plan, const Catalog &catalog, double factor);

// Tree of the plan's monthly cost: instances or servers alone.
Derivation computeTree(const PlanOption &option, const Plan &plan, const Catalog &catalog);

// Tree of the monthly cost with every instance running round the clock.
Derivation alwaysOnTree(const PlanOption &option, const Plan &plan, const Catalog &catalog);

// Requests of a month of 730 hours at the mean of the week's profile, times `factor`.
double requestsPerMonth(const Plan &plan, double factor = 1.0);

Unit unitOf(Currency currency);
Unit hourlyUnitOf(Currency currency);

} // namespace headroom::core
