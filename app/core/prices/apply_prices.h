// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/prices/price_overlay.h>
#include <core/units/result.h>

#include <string_view>

namespace headroom::core {

// A copy of `base` with the overlay on top, and `today` as the day it was read on. Points and contracts whose GPU the catalog does
// not hold are left out; contracts that are not in force on `today` too. Every price keeps its own currency, date and source.
Catalog withPrices(const Catalog &base, const PriceOverlay &overlay, std::string_view today);

// BadValue, with the field, where a contract is incomplete or contradicts itself.
Result<void> validate(const PriceContract &contract, const Catalog &catalog);
Result<void> validate(const ExchangeRate &rate);

} // namespace headroom::core
