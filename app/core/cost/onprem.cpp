// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/cloud_bill.h>
#include <core/cost/exchange.h>
#include <core/cost/onprem.h>
#include <core/cost/power.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

Money dollars(double amount)
{
    return Money(Currency::USD, static_cast<std::int64_t>(std::llround(amount * 1e6)));
}

struct Priced {
    Money amount;
    Source source;
};

// In the scenario's currency: what the scenario gives, else the published figure.
std::optional<Priced> priced(const std::optional<double> &given, std::string_view key, Currency currency, const Catalog &catalog)
{
    if (given)
        return Priced{Money(currency, static_cast<std::int64_t>(std::llround(*given * 1e6))), {}};
    const PublishedRange *published = findPublishedRange(key);
    const auto amount = convert(catalog, dollars(published->usual), currency);
    if (!amount)
        return std::nullopt;
    return Priced{*amount, {published->source, published->asOf, "low"}};
}

} // namespace

const std::vector<PublishedRange> &publishedRanges()
{
    static const std::vector<PublishedRange> ranges{
        {"network_ratio", 0.10, 0.12, 0.50, "optics, cables and switches 10-15 % of hardware; with an InfiniBand fabric 46-51k USD for each H100, a half more (cluster quotes)", "2026-08"},
        {"depreciation_months", 36, 48, 72, "annual reports: Microsoft and Alphabet 6 years, Amazon 5 to 6, Meta 5.5; critics argue for 3; 4 is a judgement", "2025-12"},
        {"residual_ratio", 0.0, 0.10, 0.35, "judgement; one resale study has 25-35 % after 36 months", "2026-08"},
        {"capital_ratio", 0.04, 0.08, 0.15, "judgement: a company's usual weighted cost of capital", "2026-08"},
        {"electricity_per_kwh", 0.05, 0.0806, 0.30, "US industrial mean (EIA)", "2023"},
        {"pue", 1.10, 1.54, 1.80, "world average, Uptime Institute survey 2025; new buildings 1.3 and below", "2025"},
        {"colocation_per_kw_month", 150, 184.06, 250, "CBRE, North America, primary markets, 250-500 kW, H2 2024; global 217.30 in Q1 2025", "2024-12"},
        {"support_ratio", 0.05, 0.10, 0.15, "judgement: hardware support contracts 8-15 % a year", "2026-08"},
        {"software_per_gpu_year", 0, 0, 4500, "open-source engines cost nothing; NVIDIA AI Enterprise lists 4,500 USD a GPU and year", "2025"},
        {"staff_per_server_year", 2000, 6000, 20000, "judgement: a twentieth of an engineer at 120,000 USD a year for each server", "2026-08"},
    };
    return ranges;
}

const PublishedRange *findPublishedRange(std::string_view key)
{
    const auto &ranges = publishedRanges();
    const auto found = std::ranges::find_if(ranges, [&](const PublishedRange &range) { return key == range.key; });
    return found == ranges.end() ? nullptr : &*found;
}

std::optional<OnPremPrices> onPremPrices(const Gpu &gpu, const Scenario &scenario, const Catalog &catalog)
{
    const OwnHardwareInputs &own = scenario.ownHardware;
    const Currency currency = scenario.money.currency;
    OnPremPrices prices;
    if (own.serverPrice) {
        prices.server = Money(currency, static_cast<std::int64_t>(std::llround(*own.serverPrice * 1e6)));
    } else {
        if (!gpu.purchasePrice)
            return std::nullopt;
        const auto cards = convert(catalog, gpu.purchasePrice->times(gpu.perServer), currency);
        if (!cards)
            return std::nullopt;
        prices.server = cards->timesRatio(kServerOverCards);
        prices.serverSource = gpu.purchaseSource;
    }
    const auto take = [&](const std::optional<double> &given, std::string_view key, Money &amount, Source &source) {
        const auto found = priced(given, key, currency, catalog);
        if (found) {
            amount = found->amount;
            source = found->source;
        }
        return found.has_value();
    };
    if (!take(own.colocationPerKwMonth, "colocation_per_kw_month", prices.kilowattMonth, prices.kilowattMonthSource)
        || !take(own.electricityPerKwh, "electricity_per_kwh", prices.kilowattHour, prices.kilowattHourSource)
        || !take(own.softwarePerGpuYear, "software_per_gpu_year", prices.softwareGpuYear, prices.softwareSource)
        || !take(own.staffPerServerYear, "staff_per_server_year", prices.staffServerYear, prices.staffSource))
        return std::nullopt;
    return prices;
}

std::optional<OnPremMonth> onPremServerMonth(const Gpu &gpu, const OnPremPrices &prices, const OwnHardwareInputs &own, double meanLoad)
{
    const auto power = serverPower(gpu, gpu.perServer, meanLoad);
    if (!power)
        return std::nullopt;
    const Money hardware = prices.server.timesRatio(1.0 + own.networkRatio);
    OnPremMonth month;
    month.depreciation = hardware.timesRatio((1.0 - own.residualRatio) / own.depreciationMonths);
    month.capital = hardware.timesRatio((1.0 + own.residualRatio) / 2.0 * own.capitalRatio / 12.0);
    month.support = hardware.timesRatio(own.supportRatio / 12.0);
    month.colocation = prices.kilowattMonth.timesRatio(power->peak.value() / 1000.0);
    month.energy = prices.kilowattHour.timesRatio(power->mean.value() / 1000.0 * own.pue * kHoursPerMonth);
    month.software = prices.softwareGpuYear.times(gpu.perServer, 12);
    month.staff = prices.staffServerYear.times(1, 12);
    month.tax = hardware.timesRatio(own.taxRatio / own.depreciationMonths);
    return month;
}

Money onPremPurchase(const OnPremPrices &prices, const OwnHardwareInputs &own)
{
    return prices.server.timesRatio((1.0 + own.networkRatio) * (1.0 + own.taxRatio));
}

Source onPremSource(const OnPremPrices &prices)
{
    if (prices.serverSource.text.empty())
        return {"the scenario's price of a server, and its running costs", {}, {}};
    return {"estimate: card price of the catalog x 1.30 for the server (8x H100 HGX 310-317k USD, Aug 2024), and the scenario's running costs", "2026-08", "low"};
}

} // namespace headroom::core
