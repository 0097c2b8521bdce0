// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/prices/price_counts.h>

#include <array>
#include <set>
#include <tuple>

namespace headroom::core {
namespace {

using OfferKey = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;

OfferKey keyOf(const PricePoint &point)
{
    return {point.provider, point.region, point.instance, point.gpu};
}

} // namespace

std::string_view priceFormatId(PriceFormat format)
{
    constexpr std::array<std::string_view, 9> kIds{"skypilot_csv", "aws_list_json", "aws_list_csv", "aws_savings_plans_json", "aws_savings_plans_csv",
                                                   "azure_retail_json", "gcp_pricing_yaml", "alibaba_json", "plain_csv"};
    return kIds.at(static_cast<std::size_t>(format));
}

std::string_view priceSkipId(PriceSkip skip)
{
    constexpr std::array<std::string_view, 10> kIds{"no_gpu", "unknown_gpu", "fraction_of_gpu", "no_price", "not_hourly", "other_product", "duplicate",
                                                    "unknown_currency", "unreadable", "no_partner"};
    return kIds.at(static_cast<std::size_t>(skip));
}

std::string_view priceDoubtId(PriceDoubt doubt)
{
    constexpr std::array<std::string_view, 10> kIds{"on_demand_below_spot", "no_spot_market", "zero", "off_siblings", "old", "future", "contradictory", "big_change",
                                                   "older_than_known", "more_pages"};
    return kIds.at(static_cast<std::size_t>(doubt));
}

std::vector<PricePoint> pricesToStore(const PricePreview &preview, bool alsoDoubted)
{
    std::vector<PricePoint> points = preview.added;
    for (const PriceChange &change : preview.changed)
        points.push_back(change.after);
    points.insert(points.end(), preview.confirmed.begin(), preview.confirmed.end());
    if (alsoDoubted)
        points.insert(points.end(), preview.heldBack.begin(), preview.heldBack.end());
    return points;
}

std::size_t countOffers(const std::vector<PricePoint> &points)
{
    std::set<OfferKey> keys;
    for (const PricePoint &point : points)
        keys.insert(keyOf(point));
    return keys.size();
}

std::size_t countChangedOffers(const PricePreview &preview)
{
    std::set<OfferKey> keys;
    for (const PriceChange &change : preview.changed)
        keys.insert(keyOf(change.after));
    return keys.size();
}

} // namespace headroom::core
