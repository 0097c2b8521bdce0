// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws_products.h"

#include <string>
#include <vector>

namespace headroom::core::price_reading {

// One offer term of the AWS price list with its price dimensions: an hourly one and, for what is paid ahead, an upfront one.
struct AwsTerm {
    struct Dimension {
        std::string unit, currency, amount;
    };
    bool reserved = false;
    std::string length, option, offeringClass, effective;
    std::vector<Dimension> dimensions;

    void clear();
};

// Adds the price of `instance` under `term`: reserved = hourly + upfront / (years x 8,760). Convertible reservations are dearer and
// left out. `published` is the list's own date.
void addAwsTerm(const AwsInstance &instance, const AwsTerm &term, const std::string &published, PriceCollector &collector);

} // namespace headroom::core::price_reading
