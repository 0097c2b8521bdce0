// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/offer.h>
#include <core/units/money.h>

#include <cstdint>
#include <optional>

namespace headroom::core {

// One way in which rented instances are paid: at this price for so many minutes of a usual week, all instances together.
struct RentalPart {
    Commitment commitment = Commitment::OnDemand;
    Money pricePerHour;                // of one instance, in the offer's own currency
    int instances = 0;                 // at most at once
    std::int64_t minutesPerWeek = 0;
    std::int64_t startMinutes = 0;     // of them: paid before they serve

    bool operator==(const RentalPart &) const = default;
};

// Prices of one instance type that a mix may need.
struct RentalPrices {
    Commitment commitment = Commitment::OnDemand;
    std::optional<Money> committed;    // at `commitment`
    std::optional<Money> onDemand;
    std::optional<Money> spot;

    bool operator==(const RentalPrices &) const = default;
};

} // namespace headroom::core
