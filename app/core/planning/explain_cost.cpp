// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/cloud_bill.h>
#include <core/cost/exchange.h>
#include <core/cost/onprem.h>
#include <core/cost/power.h>
#include <core/derivation/build.h>
#include <core/planning/explain_parts.h>

#include <map>

namespace headroom::core {

using namespace derive;

namespace {

Unit unitOf(Currency currency)
{
    return currency == Currency::CNY ? Unit::Cny : currency == Currency::EUR ? Unit::Eur : Unit::Usd;
}

Unit hourlyUnitOf(Currency currency)
{
    return currency == Currency::CNY ? Unit::CnyPerHour : currency == Currency::EUR ? Unit::EurPerHour : Unit::UsdPerHour;
}

// In the scenario's currency: unchanged, or times the dated rate.
Derivation converted(Derivation amount, Currency from, const ExplainContext &c)
{
    const Currency to = c.plan.scenario.money.currency;
    const auto rate = conversionRate(c.catalog, from, to);
    if (from == to || !rate)
        return amount;
    return product("converted_amount", unitOf(to), std::move(amount), fact("exchange_rate", rate->rate, Unit::Rate, rate->source));
}

Derivation onPremMonth(const ExplainContext &c)
{
    const OnPremAssumptions &a = onPremAssumptions();
    const Source source = c.option.offer.source;
    const double kilowatts = serverPower(c.gpu, c.gpu.perServer, 0.0)->peak.value() / 1000.0;
    const double meanKilowatts = serverPower(c.gpu, c.gpu.perServer, c.option.meanUtilization)->mean.value() / 1000.0;
    const auto server = [&] {
        return product("server_price", Unit::Usd, fact("card_price", c.gpu.purchasePrice->toDouble(), Unit::Usd, c.gpu.purchaseSource),
                       fact("gpus_per_server", c.gpu.perServer, Unit::Count, c.gpu.source), fact("server_factor", a.serverFactor, Unit::Ratio, source));
    };
    auto depreciation = quotient("depreciation", Unit::Usd, product("depreciated_value", Unit::Usd, server(), fact("depreciated_share", 1.0 - a.residualShare, Unit::Ratio, source)),
                                 fact("depreciation_months", a.depreciationMonths, Unit::Count, source));
    auto support = quotient("support", Unit::Usd, product("support_a_year", Unit::Usd, server(), fact("support_share", a.supportPerYear, Unit::Ratio, source)),
                            constant("months_a_year", 12, Unit::Count));
    auto colocation = product("colocation", Unit::Usd, fact("server_kilowatts", kilowatts, Unit::Count, c.gpu.source), fact("colocation_per_kilowatt", a.colocationPerKwMonth, Unit::Usd, source));
    auto energy = product("energy", Unit::Usd, fact("mean_kilowatts", meanKilowatts, Unit::Count, c.gpu.source), fact("pue", a.pue, Unit::Ratio, source),
                          constant("hours_per_month", kHoursPerMonth, Unit::Hours), fact("price_per_kwh", a.electricityPerKwh, Unit::Usd, source));
    return product("own_hardware_month", Unit::Usd, sum("server_month", Unit::Usd, std::move(depreciation), std::move(support), std::move(colocation), std::move(energy)),
                   input("servers", c.option.offer.count, Unit::Count));
}

// Instance hours of a week: for each number of instances, the hours of the week's profile that need it.
Derivation instanceHours(const ExplainContext &c)
{
    const InstanceNeed need = instanceNeed(c.option.layout.gpusPerReplica(), c.option.offer.gpusPerInstance);
    std::map<int, int> hoursWith;
    for (const double replicas : c.option.replicasByHour)
        ++hoursWith[need.instancesFor(static_cast<int>(replicas))];
    Derivation total{"instance_hours_per_week", Operation::Sum, 0.0, Unit::Hours, {}, {}};
    for (const auto &[instances, hours] : hoursWith)
        total.operands.push_back(product("hours_with_instances", Unit::Hours, input("instances_running", instances, Unit::Count),
                                         constant("hours_of_week", hours, Unit::Hours, "the week's profile '" + c.plan.scenario.demand.dayProfile + "'")));
    total.value = evaluate(total);
    return total;
}

} // namespace

Derivation explainMonthlyCost(const ExplainContext &c)
{
    const OfferUse &offer = c.option.offer;
    const Currency native = offer.pricePerHour.currency();
    if (offer.provider == "onprem") {
        auto cost = converted(onPremMonth(c), Currency::USD, c);
        cost.key = "monthly_cost";
        return cost;
    }
    auto price = fact("price_per_hour", offer.pricePerHour.toDouble(), hourlyUnitOf(native), offer.source);
    const Commitment commitment = c.plan.scenario.money.commitment;
    // The closest plan may be on demand although the scenario asks for a commitment: then it follows the schedule.
    const bool committed = (commitment == Commitment::OneYear || commitment == Commitment::ThreeYears) && c.option.monthlyCost == c.option.monthlyCostAlwaysOn;
    auto month = constant("hours_per_month", kHoursPerMonth, Unit::Hours, "8,760 / 12");
    Derivation nativeCost = committed
        ? product("instances_month", unitOf(native), std::move(price), input("instances", offer.count, Unit::Count), std::move(month))
        : product("instances_month", unitOf(native), std::move(price),
                  quotient("instance_hours_per_month", Unit::Hours, product("instance_hours_scaled", Unit::Hours, instanceHours(c), std::move(month)),
                           constant("hours_per_week", 168, Unit::Hours)));
    auto cost = converted(std::move(nativeCost), native, c);
    cost.key = "monthly_cost";
    return cost;
}

Derivation explainCostPerMillion(const ExplainContext &c)
{
    auto tokens = quotient("million_output_tokens", Unit::Count,
                           product("output_tokens_per_month", Unit::Tokens, explainMeanRate(c.plan), input("output_tokens", c.planning.load.outputTokens, Unit::Tokens),
                                   constant("seconds_per_month", kHoursPerMonth * 3600.0, Unit::Seconds, "730 h")),
                           constant("million", 1e6, Unit::None));
    return quotient("cost_per_million_output_tokens", unitOf(c.plan.scenario.money.currency), explainMonthlyCost(c), std::move(tokens));
}

Derivation explainPower(const ExplainContext &c)
{
    return product("power_peak", Unit::Watts, input("gpus_bought", c.option.gpusBought, Unit::Count),
                   fact("gpu_power", c.gpu.tdp ? c.gpu.tdp->value() : 0.0, Unit::Watts, c.gpu.source),
                   constant("server_power_factor", kServerPowerFactor, Unit::Ratio, "server over its GPUs: 8x H100 10.2 kW / 5.6 kW; DGX A100 2.03, DGX B200 1.79"));
}

} // namespace headroom::core
