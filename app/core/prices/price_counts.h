// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/prices/price_preview.h>

#include <cstddef>
#include <vector>

namespace headroom::core {

// What an import of this preview stores.
std::vector<PricePoint> pricesToStore(const PricePreview &preview, bool alsoDoubted);
// Offers (provider, region, instance, GPU) among price points.
std::size_t countOffers(const std::vector<PricePoint> &points);
std::size_t countChangedOffers(const PricePreview &preview);

} // namespace headroom::core
