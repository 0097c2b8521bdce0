// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/prices/price_overlay.h>
#include <db/values/scenario_record.h>

#include <cstdint>
#include <string>
#include <vector>

namespace headroom::db {

// One import of a price list. The newest that is not undone is the next to be undone.
struct PriceImport {
    std::int64_t id = 0;       // 0: not stored yet
    Timestamp imported{};
    std::string source;        // the file's name
    std::string format;        // core::priceFormatId
    std::string asOf;          // newest date among its prices
    int prices = 0;
    int offers = 0;
    bool undone = false;

    bool operator==(const PriceImport &) const = default;
};

// The person's own prices as they stand.
struct StoredPrices {
    core::PriceOverlay overlay;
    std::vector<PriceImport> imports;   // newest first, undone ones included

    bool operator==(const StoredPrices &) const = default;
};

} // namespace headroom::db
