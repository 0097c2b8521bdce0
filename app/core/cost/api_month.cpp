// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/billing.h>
#include <core/cost/cloud_extras.h>
#include <core/cost/compare_ownership.h>
#include <core/cost/exchange.h>
#include <core/derivation/build.h>

#include <cmath>

namespace headroom::core {

using namespace derive;

namespace {

Money given(double amount, Currency currency)
{
    return Money(currency, static_cast<std::int64_t>(std::llround(amount * 1e6)));
}

} // namespace

std::optional<ApiMonth> apiMonth(const Plan &plan, const Catalog &catalog)
{
    const MoneyInputs &money = plan.scenario.money;
    const DemandInputs &demand = plan.scenario.demand;
    const Currency currency = money.currency;
    const auto listed = apiPrice(plan.scenario.model.id);
    if ((!money.apiInputPerMillion || !money.apiOutputPerMillion) && !listed)
        return std::nullopt;
    ApiMonth month;
    const auto pick = [&](const std::optional<double> &own, const Money ApiPrice::*member) -> std::optional<Money> {
        if (own)
            return given(*own, currency);
        month.source = listed->source;
        return convert(catalog, (*listed).*member, currency);
    };
    const auto in = pick(money.apiInputPerMillion, &ApiPrice::inputPerMillion);
    const auto out = pick(money.apiOutputPerMillion, &ApiPrice::outputPerMillion);
    // A prefix that the API has seen is cheaper there too; a price of one's own is for all input tokens alike.
    const auto cached = money.apiInputPerMillion ? in : pick(std::nullopt, &ApiPrice::cachedInputPerMillion);
    if (!in || !out || !cached)
        return std::nullopt;
    const double millions = requestsPerMonth(plan) / 1e6;
    const double hit = demand.prefixCacheHitRatio;
    const Unit unit = unitOf(currency);
    const auto part = [&](const char *key, const char *priceKey, double tokens, const Money &price) {
        month.amount += price.timesRatio(millions * tokens);
        auto count = product("million_tokens", Unit::Count, constant("million_requests_per_month", millions, Unit::Count, "mean requests per second x 3,600 x 730 / 1,000,000"),
                             input("tokens_each", tokens, Unit::Tokens));
        auto amount = month.source.text.empty() ? input(priceKey, price.toDouble(), unit) : fact(priceKey, price.toDouble(), unit, month.source);
        month.why.operands.push_back(product(key, unit, std::move(count), std::move(amount)));
    };
    month.amount = Money(currency, 0);
    month.why = {"api_month", Operation::Sum, 0.0, unit, {}, {}};
    part("api_input", "api_input_price", demand.inputTokensMean * (1.0 - hit), *in);
    if (hit > 0)
        part("api_cached_input", "api_cached_input_price", demand.inputTokensMean * hit, *cached);
    part("api_output", "api_output_price", demand.outputTokensMean, *out);
    month.why.value = evaluate(month.why);
    return month;
}

} // namespace headroom::core
