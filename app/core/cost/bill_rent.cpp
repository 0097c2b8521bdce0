// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/bill_lines.h>
#include <core/cost/billing.h>
#include <core/cost/exchange.h>
#include <core/cost/rental.h>
#include <core/derivation/build.h>

#include <map>

namespace headroom::core {

using namespace derive;

namespace {

int runningOf(const RentalSplit::Running &running, Commitment commitment)
{
    return commitment == Commitment::Spot ? running.spot : commitment == Commitment::OnDemand ? running.onDemand : running.reserved;
}

// Instance hours of a usual week that follow the load: for each number of instances the hours that need it, and what is paid
// before instances serve.
Derivation followingHours(const BillBasis &b, const RentalPart &part)
{
    const InstanceNeed need = instanceNeed(b.option.layout.gpusPerReplica(), b.use.gpusPerInstance);
    const RentalSplit split = rentalSplit(b.use.prices, b.use.count, b.plan.scenario.money);
    std::map<int, int> hoursWith;
    for (const double replicas : b.replicasByHour)
        ++hoursWith[runningOf(split.runningFor(need.instancesFor(static_cast<int>(replicas))), part.commitment)];
    Derivation total{"instance_hours_per_week", Operation::Sum, 0.0, Unit::Hours, {}, {}};
    for (const auto &[instances, hours] : hoursWith)
        total.operands.push_back(product("hours_with_instances", Unit::Hours, input("instances_running", instances, Unit::Count),
                                         constant("hours_of_week", hours, Unit::Hours, "the week's profile '" + b.plan.scenario.demand.dayProfile + "'")));
    const int minutes = b.plan.scenario.money.scaleUpMinutes;
    if (part.startMinutes > 0)
        total.operands.push_back(product("scale_up_hours", Unit::Hours, constant("starts_per_week", static_cast<double>(part.startMinutes) / minutes, Unit::Count, "the week's profile"),
                                         quotient("scale_up_time", Unit::Hours, input("scale_up_minutes", minutes, Unit::Count), constant("minutes_per_hour", 60, Unit::Count))));
    total.value = evaluate(total);
    return total;
}

Derivation treeOf(const BillBasis &b, const RentalPart &part)
{
    const Currency native = part.pricePerHour.currency();
    auto price = fact("price_per_hour", part.pricePerHour.toDouble(), hourlyUnitOf(native), b.use.source);
    auto month = constant("hours_per_month", kHoursPerMonth, Unit::Hours, "8,760 / 12");
    const bool reserved = part.commitment == Commitment::OneYear || part.commitment == Commitment::ThreeYears;
    Derivation tree = reserved
        ? product("instances_month", unitOf(native), std::move(price), input("instances", part.instances, Unit::Count), std::move(month))
        : product("instances_month", unitOf(native), std::move(price),
                  quotient("instance_hours_per_month", Unit::Hours, product("instance_hours_scaled", Unit::Hours, followingHours(b, part), std::move(month)),
                           constant("hours_per_week", 168, Unit::Hours)));
    return convertedTree(b, std::move(tree), native);
}

} // namespace

Unit hourlyUnitOf(Currency currency)
{
    return currency == Currency::CNY ? Unit::CnyPerHour : currency == Currency::EUR ? Unit::EurPerHour : Unit::UsdPerHour;
}

Unit unitOf(Currency currency)
{
    return currency == Currency::CNY ? Unit::Cny : currency == Currency::EUR ? Unit::Eur : Unit::Usd;
}

std::optional<Money> convertedMoney(const BillBasis &basis, const Money &amount)
{
    return convert(basis.catalog, amount, basis.plan.scenario.money.currency);
}

Derivation convertedTree(const BillBasis &basis, Derivation tree, Currency from)
{
    const Currency to = basis.plan.scenario.money.currency;
    const auto rate = conversionRate(basis.catalog, from, to);
    if (from == to || !rate)
        return tree;
    return product("converted_amount", unitOf(to), std::move(tree), fact("exchange_rate", rate->rate, Unit::Rate, rate->source));
}

std::vector<BillLine> rentLines(const BillBasis &basis)
{
    std::vector<BillLine> lines;
    for (const RentalPart &part : basis.use.parts) {
        BillLine line;
        line.key = "rent_" + std::string(commitmentId(part.commitment));
        line.amount = convertedMoney(basis, monthOf(part));
        line.price = part.pricePerHour;
        line.quantity = static_cast<double>(part.minutesPerWeek) / 60.0 * kHoursPerMonth / 168.0;
        line.quantityUnit = Unit::Hours;
        if (basis.withTrees)
            line.why = treeOf(basis, part);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace headroom::core
