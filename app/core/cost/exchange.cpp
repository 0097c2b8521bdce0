// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/exchange.h>

namespace headroom::core {

std::optional<ConversionRate> conversionRate(const Catalog &catalog, Currency from, Currency to)
{
    if (from == to)
        return ConversionRate{1.0, {}};
    for (const ExchangeRate &known : catalog.exchangeRates) {
        if (known.from == from && known.to == to)
            return ConversionRate{known.rate.toDouble(), known.source};
        if (known.from == to && known.to == from && known.rate.micros() != 0)
            return ConversionRate{1.0 / known.rate.toDouble(), known.source};
    }
    // Through the dollar, which every rate of the catalog touches.
    if (from != Currency::USD && to != Currency::USD) {
        const auto first = conversionRate(catalog, from, Currency::USD);
        const auto second = conversionRate(catalog, Currency::USD, to);
        if (first && second)
            return ConversionRate{first->rate * second->rate, first->source};
    }
    return std::nullopt;
}

std::optional<Money> convert(const Catalog &catalog, const Money &amount, Currency to)
{
    const auto rate = conversionRate(catalog, amount.currency(), to);
    if (!rate)
        return std::nullopt;
    return Money(to, amount.timesRatio(rate->rate).micros());
}

} // namespace headroom::core
