// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

// Country of a provider's region as a lower-case ISO 3166 code ("de"); empty where it is not known ("", "global").
// Source: region lists in the documentation of AWS, Azure, Google Cloud and Alibaba Cloud, as of 2026-08; a region named after
// its place, "France, FR, EU", states it itself.
std::string_view countryOf(std::string_view region);

// True for a country of the European Union.
bool isInEuropeanUnion(std::string_view country);

// Whether rules of data residency and export control let a region through. An entry is a region's own id ("us-east-1"), a
// country ("de") or "eu"; case does not matter. `allowed` empty: everywhere but `excluded`. A region whose place is not known
// meets no rule about places: it is neither in an allowed country nor outside an excluded one.
bool regionAllowed(const std::vector<std::string> &allowed, const std::vector<std::string> &excluded, std::string_view region);

} // namespace headroom::core
