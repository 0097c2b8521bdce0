// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/cloud_extras.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace headroom::core {
namespace {

// A price of a list, or none: US dollars, below 0 where no source that could be read states it.
struct Rate {
    double amount = -1;
    const char *source = "";
    const char *asOf = "";        // day it was read; empty: the page has none
    const char *confidence = "";  // "low": not the provider's own page, or an example on it
};

struct Rates {
    std::string_view provider;
    Rate storage, egress, balancer;
};

// Lowest tier of use, without what is free of charge at first.
constexpr std::array kRates{
    Rates{"aws",
          {0.08, "Amazon EBS gp3, the example on aws.amazon.com/ebs/pricing; its region is not named", "", "low"},
          {0.09, "data transfer out to the internet, first 10 TB a month, as thundercompute.com lists it", "2026-06-01", "low"},
          {0.0225, "Application Load Balancer, us-east-1, without capacity units, aws.amazon.com/elasticloadbalancing/pricing", "2026-09-20", ""}},
    Rates{"azure",
          {},
          {0.087, "data transfer out to the internet, first 10 TB a month, as c3x.dev lists it; thundercompute.com has about 0.09", "2026-06-01", "low"},
          {}},
    Rates{"gcp",
          {0.10, "zonal balanced persistent disk, Iowa: 30 GiB for 3.00 USD in Google's calculator", "2023-05-18", "low"},
          {0.12, "Premium Tier to North America, 1 to 1,024 GiB a month, cloud.google.com/vpc/network-pricing", "2026-09-20", ""},
          {0.025, "global forwarding rules, first five, cloud.google.com/load-balancing/pricing", "2026-09-20", ""}},
    Rates{"lambda", {}, {0, "instances, clusters and filesystems are what is billed: docs.lambda.ai/public-cloud/billing", "2026-06", ""}, {}},
    Rates{"coreweave",
          {0.07, "distributed file storage, coreweave.com/pricing", "2026-09-20", ""},
          {0, "egress is free, coreweave.com/pricing", "2026-09-20", ""},
          {}},
    Rates{"runpod",
          {0.10, "storage of a running pod, docs.runpod.io/get-started/billing-information", "", ""},
          {0, "no fee for data ingress or egress, docs.runpod.io/pods/pricing", "", ""},
          {}},
    Rates{"nebius", {}, {0, "standard networking is free, as thundercompute.com lists it", "2026-06-01", "low"}, {}},
};

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
    const auto source = [](const Rate &rate) { return rate.amount < 0 ? Source{} : Source{rate.source, rate.asOf, rate.confidence}; };
    return {dollars(found->storage.amount), dollars(found->egress.amount), dollars(found->balancer.amount), source(found->storage), source(found->egress), source(found->balancer)};
}

std::optional<ApiPrice> apiPrice(std::string_view modelId)
{
    // The API serves the newest model of the line under one name; its price stands for the line.
    if (modelId.starts_with("deepseek-v3"))
        return ApiPrice{*dollars(0.56), *dollars(0.07), *dollars(1.68), {"deepseek-chat (V3.1), api-docs.deepseek.com/quick_start/pricing", "2025-09-05", {}}};
    return std::nullopt;
}

} // namespace headroom::core
