// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/offer.h>

#include <string>

namespace headroom::core {

// One price of an offer: what one hour of a whole instance costs under one commitment, with its own date and source. An
// Offer is what the points of one provider, region, instance and GPU add up to.
struct PricePoint {
    std::string provider;
    std::string region;      // "" where the provider has none
    std::string instance;
    std::string gpu;         // Gpu::id
    int gpus = 0;            // in one instance
    Commitment commitment = Commitment::OnDemand;
    Money perHour;           // above zero, in the provider's own currency
    Source source;           // asOf is the day the price held; confidence "low": used only where the provider is named

    bool operator==(const PricePoint &) const = default;
};

} // namespace headroom::core
