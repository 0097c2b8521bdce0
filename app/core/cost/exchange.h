// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/units/money.h>

#include <optional>

namespace headroom::core {

// The catalog's dated rate from one currency to another (1 for the same; the inverse where only that is known); nullptr
// and empty where there is none.
struct ConversionRate {
    double rate = 1.0;
    Source source;
};
std::optional<ConversionRate> conversionRate(const Catalog &catalog, Currency from, Currency to);

// `amount` in another currency; empty without a rate.
std::optional<Money> convert(const Catalog &catalog, const Money &amount, Currency to);

} // namespace headroom::core
