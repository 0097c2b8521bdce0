// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/derivation/derivation.h>
#include <core/units/money.h>

#include <optional>
#include <string>
#include <vector>

namespace headroom::core {

inline constexpr int kOwnershipMonths = 60;

// One option rented, bought, and replaced by a per-token API, month by month at the planned demand.
struct OwnershipCase {
    int option = 0;                            // 0 the recommended (or closest), n the alternative n - 1
    std::string gpu;
    std::vector<Money> rented;                 // spent up to the end of month 0 .. 60; empty where nothing is for rent
    std::vector<Money> owned;                  // month 0: the purchase; empty where the price or power is not known
    std::vector<Money> api;                    // empty where no price is known
    int servers = 0;
    Money purchase;                            // of all servers, network and tax included
    Money ownMonth;                            // while it is written off, all costs in it
    std::optional<int> breakEvenMonth;         // first month from which owning has cost less than renting, to the end
    std::optional<int> apiBreakEvenMonth;      // and less than the API
    // Share of the hours for which the rented instances would have to run for owning to cost the same a month; over 1: never.
    std::optional<double> flipRunningShare;
    Derivation flipRunningWhy;
    // Mean utilization of the whole fleet at which owning costs the same a month as the API; over 1: never.
    std::optional<double> flipApiUtilization;
    Derivation flipApiWhy;
    double runningShare = 1;                   // of the hours now, by the schedule
    double utilization = 0;                    // now, mean of the week
    std::string apiSource, apiAsOf;            // where the API's price is from; empty: the scenario

    bool operator==(const OwnershipCase &) const = default;
};

} // namespace headroom::core
