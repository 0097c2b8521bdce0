// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/scenario.h>
#include <core/units/money.h>

#include <optional>
#include <vector>

namespace headroom::core {

// A published figure with the range that public sources give; what a person may move a field within and still be near them.
// Amounts are in US dollars.
struct PublishedRange {
    const char *key;       // "electricity_per_kwh"
    double low, usual, high;
    const char *source;
    const char *asOf;
};
const std::vector<PublishedRange> &publishedRanges();
const PublishedRange *findPublishedRange(std::string_view key); // nullptr where unknown

// Server without its network over the price of its cards: 8x H100 HGX 310-317k USD over 8 x 30k.
inline constexpr double kServerOverCards = 1.30;

// Prices of own hardware in one currency: those that the scenario gives, else the published ones at the catalog's rate.
struct OnPremPrices {
    Money server;              // with its GPUs, without network
    Money kilowattMonth;       // colocation
    Money kilowattHour;
    Money softwareGpuYear;
    Money staffServerYear;
    Source serverSource, kilowattMonthSource, kilowattHourSource, softwareSource, staffSource; // no text: the scenario gave it
};
// Empty where neither the scenario nor the catalog knows the server's price, or a rate is missing.
std::optional<OnPremPrices> onPremPrices(const Gpu &gpu, const Scenario &scenario, const Catalog &catalog);

// What one server of `gpu.perServer` GPUs costs a month while it is written off, in the prices' currency.
struct OnPremMonth {
    Money depreciation, capital, support, colocation, energy, software, staff, tax;

    Money total() const { return depreciation + capital + support + colocation + energy + software + staff + tax; }
    bool operator==(const OnPremMonth &) const = default;
};

// Purchase: (1 + network) x server. Depreciation: (1 - residual) x purchase / months. Capital: a year's rate / 12 on the mean
// book value (1 + residual) / 2. Support: a year's share / 12. Colocation: highest kilowatts. Energy: mean kilowatts x PUE x
// 730 h, at the mean load of the GPUs bought (loadOfBought). Tax on the purchase is written off with it. Empty where the GPU's power is not published.
std::optional<OnPremMonth> onPremServerMonth(const Gpu &gpu, const OnPremPrices &prices, const OwnHardwareInputs &own, double meanLoad);

// What is paid for one server on the first day, tax included.
Money onPremPurchase(const OnPremPrices &prices, const OwnHardwareInputs &own);

// Source line of an offer of own hardware.
Source onPremSource(const OnPremPrices &prices);

} // namespace headroom::core
