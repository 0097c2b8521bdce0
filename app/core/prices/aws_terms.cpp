// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws_terms.h"

#include <fmt/format.h>

namespace headroom::core::price_reading {

void AwsTerm::clear()
{
    reserved = false;
    for (std::string *text : {&length, &option, &offeringClass, &effective})
        text->clear();
    dimensions.clear();
}

void addAwsTerm(const AwsInstance &instance, const AwsTerm &term, const std::string &published, PriceCollector &collector)
{
    const std::string subject = fmt::format("{} {} {}", instance.provider, instance.instance, instance.region);
    RawPrice raw;
    raw.row = instance.row;
    raw.provider = instance.provider;
    raw.region = instance.region;
    raw.instance = instance.instance;
    raw.gpu = instance.gpu;
    raw.gpus = instance.count;
    raw.asOf = isoDateOf(term.effective);
    if (raw.asOf < published)
        raw.asOf.clear(); // in force since then, and still so on the list's day
    Commitment commitment = Commitment::OnDemand;
    int years = 0;
    if (term.reserved) {
        const auto length = awsTerm(term.length);
        if (!length || term.offeringClass == "convertible")
            return;
        commitment = *length;
        years = commitment == Commitment::OneYear ? 1 : 3;
        raw.zone = term.option;
        raw.detail = fmt::format("reserved, {}", isPlainText(term.option) ? term.option : "upfront not stated");
    }
    std::optional<Money> hourly;
    std::optional<Money> upfront;
    bool hourlyStated = false; // all upfront: an hour costs 0
    for (const AwsTerm::Dimension &dimension : term.dimensions) {
        const auto currency = parseCurrency(dimension.currency);
        if (!currency)
            return collector.skip(instance.row, PriceSkip::UnknownCurrency, subject, fmt::format("{}: the currency '{}' is not one of USD, CNY and EUR", subject, dimension.currency.substr(0, 10)),
                                  {dimension.currency.substr(0, 10)});
        if (dimension.unit == "Hrs" || dimension.unit == "Hours") {
            hourlyStated = true;
            if (term.reserved) {
                const Amount amount = parseAmount(*currency, dimension.amount);
                if (amount.kind == Amount::Kind::Good || amount.kind == Amount::Kind::Zero)
                    hourly = amount.money;
            } else {
                hourly = collector.price(instance.row, *currency, dimension.amount, subject, "on-demand");
            }
        } else if (term.reserved && dimension.unit == "Quantity") {
            const auto point = dimension.amount.find('.');
            const auto total = Money::parse(*currency, point == std::string::npos ? dimension.amount : dimension.amount.substr(0, point + 7));
            if (total && total->micros() >= 0)
                upfront = total->times(1, static_cast<std::int64_t>(years) * 8760);
        } else {
            return collector.skip(instance.row, PriceSkip::NotHourly, subject, fmt::format("{}: priced per {}, not per hour", subject, dimension.unit.substr(0, 20)), {dimension.unit.substr(0, 20)});
        }
    }
    if (hourly && upfront && hourly->currency() == upfront->currency())
        *hourly += *upfront;
    else if (!hourly && upfront && !hourlyStated)
        hourly = upfront;
    if (!hourly || hourly->micros() <= 0)
        return term.reserved ? void() : collector.skip(instance.row, PriceSkip::NoPrice, subject, subject + ": no price");
    raw.prices[static_cast<std::size_t>(commitment)] = hourly;
    collector.add(std::move(raw));
}

} // namespace headroom::core::price_reading
