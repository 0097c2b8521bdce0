// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/cloud_extras.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace headroom::core {
namespace {

struct Rates {
    std::string_view provider;
    double storage, egress, balancer;   // USD; below 0: not known
    const char *storageSource;
    const char *egressSource;
    const char *balancerSource;
};

// Lowest tier of use, without what is free of charge at first.
constexpr std::array kRates{
    Rates{"aws", 0.08, 0.09, 0.0225, "Amazon EBS gp3, us-east-1, list price", "AWS data transfer out to the internet, first 10 TB a month, list price",
          "AWS Application Load Balancer, us-east-1, list price without capacity units"},
    Rates{"azure", -1, 0.087, 0.025, "", "Azure bandwidth, first 10 TB a month, list price", "Azure Load Balancer Standard, first rules, list price"},
    Rates{"gcp", 0.10, 0.12, 0.025, "Google Cloud balanced persistent disk, list price", "Google Cloud Premium Tier internet egress, first TB a month, list price",
          "Google Cloud forwarding rule, list price"},
    Rates{"lambda", -1, 0, -1, "", "Lambda states no charge for egress", ""},
    Rates{"coreweave", -1, 0, -1, "", "CoreWeave states no charge for egress", ""},
    Rates{"runpod", -1, 0, -1, "", "RunPod states no charge for egress", ""},
    Rates{"nebius", -1, 0, -1, "", "Nebius states no charge for network traffic of instances", ""},
};
constexpr const char *kRatesAsOf = "2026-06";

std::optional<Money> dollars(double amount)
{
    if (amount < 0)
        return std::nullopt;
    return Money(Currency::USD, static_cast<std::int64_t>(std::llround(amount * 1e6)));
}

} // namespace

CloudExtras cloudExtras(std::string_view provider)
{
    const auto found = std::ranges::find(kRates, provider, &Rates::provider);
    if (found == kRates.end())
        return {};
    return {dollars(found->storage), dollars(found->egress), dollars(found->balancer), {found->storageSource, kRatesAsOf, {}}, {found->egressSource, kRatesAsOf, {}},
            {found->balancerSource, kRatesAsOf, {}}};
}

std::optional<ApiPrice> apiPrice(std::string_view modelId)
{
    // The API serves the newest model of the line under one name; its price stands for the line.
    if (modelId.starts_with("deepseek-v3"))
        return ApiPrice{*dollars(0.56), *dollars(0.07), *dollars(1.68), {"DeepSeek API price list, deepseek-chat (V3.1)", "2025-09-05", {}}};
    return std::nullopt;
}

} // namespace headroom::core
