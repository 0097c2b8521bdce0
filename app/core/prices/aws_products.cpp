// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws_products.h"

#include <fmt/format.h>

#include <charconv>

namespace headroom::core::price_reading {

void AwsProduct::clear(std::uint64_t number)
{
    row = number;
    for (std::string *text : {&instance, &region, &gpus, &system, &software, &tenancy, &capacity, &market, &family})
        text->clear();
}

std::string awsProvider(std::string_view region)
{
    return region.starts_with("cn-") ? "aws-cn" : "aws"; // China's prices are in CNY and of another company
}

std::optional<Commitment> awsTerm(std::string_view length)
{
    if (length.starts_with('1'))
        return Commitment::OneYear;
    if (length.starts_with('3'))
        return Commitment::ThreeYears;
    return std::nullopt;
}

std::string_view instanceOfUsage(std::string_view usageType)
{
    constexpr std::string_view kBox = "BoxUsage:";
    const auto found = usageType.find(kBox);
    if (found == std::string_view::npos || (found > 0 && usageType[found - 1] != '-'))
        return {};
    return usageType.substr(found + kBox.size());
}

std::optional<AwsInstance> rentedInstance(const AwsProduct &product, PriceCollector &collector)
{
    if (product.instance.empty() || product.gpus.empty() || product.gpus == "NA" || product.gpus == "0") {
        collector.skip(product.row, PriceSkip::NoGpu, product.instance, "no GPU in it");
        return std::nullopt;
    }
    const auto isOther = [](const std::string &stated, std::string_view wanted) { return !stated.empty() && stated != wanted; };
    if (isOther(product.system, "Linux") || isOther(product.software, "NA") || isOther(product.tenancy, "Shared") || isOther(product.capacity, "Used") || isOther(product.market, "OnDemand")) {
        collector.skip(product.row, PriceSkip::OtherProduct, product.instance,
                       fmt::format("{}: not plain Linux on shared hardware ({} {} {} {} {})", product.instance, product.system, product.software, product.tenancy, product.capacity, product.market));
        return std::nullopt;
    }
    const std::string provider = awsProvider(product.region);
    const auto type = collector.gpuNames().ofInstance(provider, product.instance);
    if (!type) {
        collector.skip(product.row, PriceSkip::UnknownGpu, product.instance, fmt::format("{}: which GPUs it holds is not known", product.instance), {product.instance});
        return std::nullopt;
    }
    int count = 0;
    const auto [end, problem] = std::from_chars(product.gpus.data(), product.gpus.data() + product.gpus.size(), count);
    if (problem != std::errc() || end != product.gpus.data() + product.gpus.size() || count != type->count) {
        collector.skip(product.row, PriceSkip::Unreadable, product.instance, fmt::format("{}: the list says {} GPUs, known are {}", product.instance, product.gpus.substr(0, 20), type->count));
        return std::nullopt;
    }
    return AwsInstance{product.row, provider, product.region, product.instance, type->gpu, count};
}

} // namespace headroom::core::price_reading
