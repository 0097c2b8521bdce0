// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/bill_lines.h>
#include <core/cost/billing.h>
#include <core/cost/rental.h>
#include <core/cost/schedule.h>
#include <core/derivation/build.h>
#include <core/planning/explain_parts.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace headroom::core {

using namespace derive;

namespace {

constexpr double kSecondsPerMonth = kHoursPerMonth * 3600.0;

Money sumOf(const std::vector<BillLine> &lines, Currency currency)
{
    Money total(currency, 0);
    for (const BillLine &line : lines)
        if (line.amount)
            total += *line.amount;
    return total;
}

std::vector<BillLine> computeLines(const BillBasis &basis)
{
    return basis.use.isOwn() ? ownLines(basis) : rentLines(basis);
}

BillBasis plannedBasis(const PlanOption &option, const Plan &plan, const Catalog &catalog)
{
    return {option, plan, catalog, option.offer, option.layout.replicas, option.replicasByHour, option.meanUtilization, 1.0, true};
}

// Whole numbers of a month, so that a division by them is exact decimal arithmetic; beyond 9e18 there is no such month.
std::int64_t whole(double value)
{
    return static_cast<std::int64_t>(std::nearbyint(std::clamp(value, 0.0, 9e18)));
}

std::vector<UnitCost> unitCosts(const Money &total, const Derivation &why, const Plan &plan)
{
    std::vector<UnitCost> units;
    const DemandInputs &demand = plan.scenario.demand;
    const double requests = requestsPerMonth(plan);
    const Unit money = unitOf(total.currency());
    const auto perMillion = [&](const char *key, const char *tokensKey, double tokens) {
        const std::int64_t count = whole(requests * tokens);
        if (count <= 0)
            return;
        auto month = product("tokens_per_month", Unit::Tokens, explainMeanRate(plan), input(tokensKey, tokens, Unit::Tokens), constant("seconds_per_month", kSecondsPerMonth, Unit::Seconds, "730 h"));
        units.push_back({key, total.times(1'000'000, count),
                         quotient(key, money, why, quotient("million_tokens", Unit::Count, std::move(month), constant("million", 1e6, Unit::None)))});
    };
    perMillion("per_million_output_tokens", "output_tokens", demand.outputTokensMean);
    perMillion("per_million_input_tokens", "input_tokens", demand.inputTokensMean);
    if (const std::int64_t count = whole(requests); count > 0)
        units.push_back({"per_request", total.times(1, count),
                         quotient("per_request", money, why, product("requests_per_month", Unit::Count, explainMeanRate(plan), constant("seconds_per_month", kSecondsPerMonth, Unit::Seconds, "730 h")))});
    if (const std::int64_t users = whole(demand.users); users > 0 && !plan.workload.peakOverridden)
        units.push_back({"per_user", total.times(1, users), quotient("per_user", money, why, input("users", demand.users, Unit::People))});
    return units;
}

Derivation sumTree(const char *key, const std::vector<BillLine> &lines, Currency currency)
{
    Derivation tree{key, Operation::Sum, 0.0, unitOf(currency), {}, {}};
    for (const BillLine &line : lines)
        if (line.amount)
            tree.operands.push_back(line.why);
    tree.value = evaluate(tree);
    return tree;
}

} // namespace

double requestsPerMonth(const Plan &plan, double factor)
{
    return plan.workload.mean.value() * factor * kSecondsPerMonth;
}

Bill billFor(const PlanOption &option, const Plan &plan, const Catalog &catalog)
{
    const Currency currency = plan.scenario.money.currency;
    const BillBasis basis = plannedBasis(option, plan, catalog);
    Bill bill;
    bill.priced = option.isPriced();
    if (!bill.priced) {
        bill.total = bill.alwaysOn = bill.compute = Money(currency, 0);
        bill.lines.emplace_back().key = "fleet";
        bill.lines.back().why = leaf(Operation::Constant, "no_price", std::numeric_limits<double>::quiet_NaN(), unitOf(currency));
        return bill;
    }
    bill.lines = computeLines(basis);
    for (BillLine &line : bill.lines)
        line.why.key = line.key;
    bill.compute = sumOf(bill.lines, currency);
    bill.alwaysOn = option.monthlyCostAlwaysOn;
    std::ranges::move(extraLines(basis, bill.compute), std::back_inserter(bill.lines));
    bill.total = sumOf(bill.lines, currency);
    bill.why = sumTree("bill_total", bill.lines, currency);
    bill.units = unitCosts(bill.total, bill.why, plan);
    return bill;
}

Derivation computeTree(const PlanOption &option, const Plan &plan, const Catalog &catalog)
{
    std::vector<BillLine> lines = computeLines(plannedBasis(option, plan, catalog));
    // One way of paying needs no sum of one.
    if (lines.size() == 1)
        return std::move(lines.front().why);
    for (BillLine &line : lines)
        line.why.key = line.key;
    return sumTree("monthly_cost", lines, plan.scenario.money.currency);
}

Derivation alwaysOnTree(const PlanOption &option, const Plan &plan, const Catalog &catalog)
{
    const BillBasis basis = plannedBasis(option, plan, catalog);
    if (option.offer.isOwn())
        return computeTree(option, plan, catalog);
    Derivation tree{"always_on_month", Operation::Sum, 0.0, unitOf(plan.scenario.money.currency), {}, {}};
    for (const RentalPart &part : option.offer.parts) {
        const Currency native = part.pricePerHour.currency();
        tree.operands.push_back(convertedTree(basis, product("instances_month", unitOf(native), fact("price_per_hour", part.pricePerHour.toDouble(), hourlyUnitOf(native), option.offer.source),
                                                             input("instances", part.instances, Unit::Count), constant("hours_per_month", kHoursPerMonth, Unit::Hours, "8,760 / 12")),
                                              native));
    }
    tree.value = evaluate(tree);
    return tree;
}

MonthAtDemand monthAtDemand(const PlanOption &option, const Plan &plan, const Catalog &catalog, double factor)
{
    const Scenario &scenario = plan.scenario;
    MonthAtDemand month;
    month.peak = plan.workload.peak * factor;
    const double needed = std::max(1.0, ceilToWhole(month.peak * (1.0 + scenario.hardware.headroomRatio) / option.capacityPerReplica));
    month.replicas = static_cast<int>(std::min(needed, 1e6)) + scenario.hardware.redundancy;
    month.gpus = month.replicas * option.layout.gpusPerReplica();
    const InstanceNeed need = instanceNeed(option.layout.gpusPerReplica(), std::max(option.offer.gpusPerInstance, 1));
    month.instances = need.instancesFor(month.replicas);
    Workload workload = plan.workload;
    workload.peak = month.peak;
    const CapacitySchedule schedule = scheduleFor(workload, option.capacityPerReplica, month.replicas, scenario);
    month.meanUtilization = schedule.meanUtilization;
    if (!option.isPriced()) {
        month.compute = month.total = Money(scenario.money.currency, 0);
        return month;
    }
    OfferUse use = option.offer;
    use.count = month.instances;
    if (!use.isOwn())
        use.parts = rentalParts(use.prices, need, month.replicas, runningReplicas(schedule.replicas), scenario.money);
    const BillBasis basis{option, plan, catalog, use, month.replicas, schedule.replicas, schedule.meanUtilization, factor, false};
    month.lines = computeLines(basis);
    month.compute = sumOf(month.lines, scenario.money.currency);
    std::ranges::move(extraLines(basis, month.compute), std::back_inserter(month.lines));
    month.total = sumOf(month.lines, scenario.money.currency);
    return month;
}

} // namespace headroom::core
