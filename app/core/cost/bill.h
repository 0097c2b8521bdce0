// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/derivation/derivation.h>
#include <core/units/money.h>

#include <optional>
#include <string>
#include <vector>

namespace headroom::core {

// One line of a month's bill. Keys: rent_ondemand, rent_spot, rent_1y, rent_3y, storage, egress, load_balancer, support;
// fleet (GPUs that are there and that nobody sells);
// own_depreciation, own_capital, own_support, own_colocation, own_energy, own_software, own_staff, own_tax.
struct BillLine {
    std::string key;
    std::optional<Money> amount;   // empty: the price is not known; the line is shown and counts nothing
    double quantity = 0;           // of `price`, a month: instance hours, GB, kWh ...; 0 where the line is a share of another
    Unit quantityUnit = Unit::None;
    std::optional<Money> price;    // of one, in the currency that it is quoted in
    Derivation why;

    bool operator==(const BillLine &) const = default;
};

struct UnitCost {
    std::string key;               // per_million_input_tokens, per_million_output_tokens, per_request, per_user
    Money amount;
    Derivation why;

    bool operator==(const UnitCost &) const = default;
};

// The whole month: what is rented or owned and what stands around it, in the scenario's currency.
struct Bill {
    std::vector<BillLine> lines;
    Money total;                   // of the lines that have an amount, exactly
    Derivation why;
    Money alwaysOn;                // what the instances would cost round the clock; of own hardware the same as they do
    Money compute;                 // of it the instances or servers: the plan's monthly cost
    std::vector<UnitCost> units;   // the whole bill over what is served; empty without demand
    bool priced = true;            // false: what the fleet costs is not known, and no amount means anything

    bool operator==(const Bill &) const = default;
};

} // namespace headroom::core
