// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "price_collector.h"

#include <optional>
#include <string>
#include <string_view>

namespace headroom::core::price_reading {

// What the AWS price list says of one product, as far as it matters here.
struct AwsProduct {
    std::uint64_t row = 0;
    std::string instance, region, gpus, system, software, tenancy, capacity, market, family;

    void clear(std::uint64_t number);
};

// A rented GPU instance with Linux on shared hardware; `subject` names it in remarks.
struct AwsInstance {
    std::uint64_t row = 0;
    std::string provider, region, instance;
    const Gpu *gpu = nullptr;
    int count = 0;
};

// Empty, and the collector told why, for every other product of the list.
std::optional<AwsInstance> rentedInstance(const AwsProduct &product, PriceCollector &collector);
// The instance behind a usage type of Savings Plans, "EUW3-BoxUsage:p5.48xlarge". Empty for other usage.
std::string_view instanceOfUsage(std::string_view usageType);
std::string awsProvider(std::string_view region);
// "1yr", "1", "1 year" -> OneYear.
std::optional<Commitment> awsTerm(std::string_view length);

} // namespace headroom::core::price_reading
