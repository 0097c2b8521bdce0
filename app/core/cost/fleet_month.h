// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>

#include <optional>
#include <string_view>

namespace headroom::core {

// A number of GPUs that can work on one model, as somebody sells them on demand, round the clock: in one instance, or in whole
// servers where they are more than a server holds.
struct FleetMonth {
    Offer offer;
    int instances = 0;
    int gpus = 0;        // in those instances: at least as many as were asked for
    Money month;         // of 730 h

    bool operator==(const FleetMonth &) const = default;
};

// The cheapest of the catalog in one currency, prices that are doubted left out; empty where nobody sells this GPU on demand
// or no rate leads to the currency. `gpus` > 0.
std::optional<FleetMonth> cheapestFleetMonth(std::string_view gpu, int gpus, Currency currency, const Catalog &catalog);

} // namespace headroom::core
