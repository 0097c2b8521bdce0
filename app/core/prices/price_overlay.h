// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/offer.h>
#include <core/prices/price_point.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace headroom::core {

// What a person has agreed with a provider: a discount off its list, or a price of one's own. Empty words mean any.
struct PriceContract {
    std::int64_t id = 0;                     // 0: not stored yet
    std::string name;                        // "frame contract 2026-17"
    std::string provider;                    // needed
    std::string region;
    std::string instance;                    // needed for a price
    std::string gpu;                         // Gpu::id; needed for a price of an instance that the catalog does not hold
    int gpus = 0;                            // the same
    std::optional<Commitment> commitment;    // empty: a discount off all, a price on demand
    std::optional<std::int64_t> discountMillionths;   // 120'000: 12 % off; 1 .. 999'999
    std::optional<Money> perHour;            // of one instance; either this or a discount
    std::string validFrom, validUntil;       // ISO dates, both inclusive; empty: open
    std::string note;

    bool operator==(const PriceContract &) const = default;
};

// A person's own layer over the shipped catalog: what was imported, then rates of exchange, then contracts.
struct PriceOverlay {
    std::vector<PricePoint> imported;        // a later point replaces an earlier one of the same offer and commitment
    std::vector<PriceContract> contracts;
    std::vector<ExchangeRate> rates;
    std::string version;                     // names this state ("prices-3.1"); empty with nothing in it

    bool empty() const { return imported.empty() && contracts.empty() && rates.empty(); }
    bool operator==(const PriceOverlay &) const = default;
};

} // namespace headroom::core
