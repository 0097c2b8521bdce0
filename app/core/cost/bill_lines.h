// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/cost/bill.h>
#include <core/planning/plan.h>

#include <vector>

namespace headroom::core {

// What the lines of one month follow from: an option as planned, or at another demand.
struct BillBasis {
    const PlanOption &option;
    const Plan &plan;
    const Catalog &catalog;
    const OfferUse &use;                          // counts and parts at this demand
    int replicas = 0;
    const std::vector<double> &replicasByHour;
    double meanUtilization = 0;
    double factor = 1.0;                          // of the planned peak
    bool withTrees = true;
};

// Instances by way of paying, or servers by kind of cost; then what stands around them.
std::vector<BillLine> rentLines(const BillBasis &basis);
std::vector<BillLine> ownLines(const BillBasis &basis);
std::vector<BillLine> extraLines(const BillBasis &basis, const Money &compute);

// An amount of another currency in the scenario's: the money, and the tree with the dated rate.
std::optional<Money> convertedMoney(const BillBasis &basis, const Money &amount);
Derivation convertedTree(const BillBasis &basis, Derivation tree, Currency from);

} // namespace headroom::core
