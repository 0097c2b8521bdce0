// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/billing.h>
#include <core/cost/cloud_bill.h>
#include <core/cost/compare_ownership.h>
#include <core/cost/onprem.h>
#include <core/cost/power.h>
#include <core/derivation/build.h>

#include <algorithm>

namespace headroom::core {

using namespace derive;

namespace {

std::vector<Money> everyMonth(const Money &month)
{
    std::vector<Money> spent;
    spent.reserve(kOwnershipMonths + 1);
    for (int m = 0; m <= kOwnershipMonths; ++m)
        spent.push_back(month.times(m));
    return spent;
}

// First month from which `own` stays at or under `other`; empty where it never does, or is not under it at the end.
std::optional<int> breakEven(const std::vector<Money> &own, const std::vector<Money> &other)
{
    if (own.empty() || own.size() != other.size() || compare(own.back(), other.back()) > 0)
        return std::nullopt;
    std::size_t month = own.size() - 1;
    while (month > 0 && compare(own[month - 1], other[month - 1]) <= 0)
        --month;
    return static_cast<int>(month);
}

struct Owned {
    std::vector<Money> spent;
    int servers = 0;
    Money purchase;
    Money month;            // while it is written off
    Money monthIdle;        // the same at no utilization: what does not depend on the load
};

std::optional<Owned> owned(const PlanOption &option, const Plan &plan, const Catalog &catalog)
{
    const Gpu *gpu = catalog.findGpu(option.gpu);
    const auto prices = gpu ? onPremPrices(*gpu, plan.scenario, catalog) : std::nullopt;
    const OwnHardwareInputs &own = plan.scenario.ownHardware;
    const int servers = gpu ? instanceNeed(option.layout.gpusPerReplica(), gpu->perServer).instancesFor(option.layout.replicas) : 0;
    const double load = gpu ? loadOfBought(option.meanUtilization, option.gpus(), servers * gpu->perServer) : 0.0;
    const auto month = prices ? onPremServerMonth(*gpu, *prices, own, load) : std::nullopt;
    const auto idle = prices ? onPremServerMonth(*gpu, *prices, own, 0.0) : std::nullopt;
    if (!month || !idle || option.layout.tp > gpu->perServer)
        return std::nullopt;
    Owned result;
    result.servers = servers;
    result.purchase = onPremPurchase(*prices, own).times(result.servers);
    result.month = month->total().times(result.servers);
    result.monthIdle = idle->total().times(result.servers);
    const Money running = (month->support + month->colocation + month->energy + month->software + month->staff).times(result.servers);
    const Money hardware = prices->server.timesRatio(1.0 + own.networkRatio).times(result.servers);
    Money spent = result.purchase;
    result.spent.push_back(spent);
    for (int m = 1; m <= kOwnershipMonths; ++m) {
        // Book value in the middle of the month.
        const double age = std::min((m - 0.5) / own.depreciationMonths, 1.0);
        spent += running + hardware.timesRatio((1.0 - (1.0 - own.residualRatio) * age) * own.capitalRatio / 12.0);
        result.spent.push_back(spent);
    }
    return result;
}

} // namespace

OwnershipCase compareOwnership(const Plan &plan, const Catalog &catalog, int index)
{
    OwnershipCase result;
    result.option = index;
    const PlanOption *option = index > 0 ? &plan.alternatives.at(static_cast<std::size_t>(index - 1)) : plan.recommended ? &*plan.recommended : plan.closest ? &*plan.closest : nullptr;
    if (!option)
        return result;
    result.gpu = option->gpu;
    result.utilization = option->meanUtilization;
    const Unit money = unitOf(plan.scenario.money.currency);
    const auto own = owned(*option, plan, catalog);
    if (own) {
        result.owned = own->spent;
        result.servers = own->servers;
        result.purchase = own->purchase;
        result.ownMonth = own->month;
    }
    if (option->isPriced() && !option->offer.isOwn()) {
        const MonthAtDemand month = monthAtDemand(*option, plan, catalog, 1.0);
        // The plan's own replicas, which a fixed fleet may have chosen.
        const Money around = month.total - month.compute;
        result.rented = everyMonth(option->monthlyCost + around);
        if (option->monthlyCostAlwaysOn.micros() > 0) {
            result.runningShare = option->monthlyCost.toDouble() / option->monthlyCostAlwaysOn.toDouble();
            if (own) {
                result.flipRunningWhy = quotient("flip_running_share", Unit::Ratio,
                    difference("own_month_less_extras", money, constant("own_month", own->month.toDouble(), money, "see the bill of own hardware"), constant("extras_month", around.toDouble(), money, "storage, egress, load balancer and support of the rented plan")),
                    constant("always_on_month", option->monthlyCostAlwaysOn.toDouble(), money, "the rented instances round the clock"));
                result.flipRunningShare = result.flipRunningWhy.value;
            }
        }
    }
    if (const auto api = apiMonth(plan, catalog)) {
        result.api = everyMonth(api->amount);
        result.apiSource = api->source.text;
        result.apiAsOf = api->source.asOf;
        if (own && option->meanUtilization > 0) {
            // own(u) = idle + u x slope, api(u) = u x full: equal at idle / (full - slope).
            const double u = option->meanUtilization;
            auto full = quotient("api_at_full_use", money, api->why, constant("utilization", u, Unit::Ratio, "mean of the week: demand over capacity"));
            auto slope = quotient("own_energy_at_full_use", money, difference("own_month_of_load", money, constant("own_month", own->month.toDouble(), money, "see the bill of own hardware"),
                                                                              constant("own_month_idle", own->monthIdle.toDouble(), money, "the same without load")),
                                  constant("utilization", u, Unit::Ratio, "mean of the week: demand over capacity"));
            auto perUse = difference("api_less_energy", money, std::move(full), std::move(slope));
            if (perUse.value > 0) {
                result.flipApiWhy = quotient("flip_api_utilization", Unit::Ratio, constant("own_month_idle", own->monthIdle.toDouble(), money, "the same without load"), std::move(perUse));
                result.flipApiUtilization = result.flipApiWhy.value;
            }
        }
    }
    result.breakEvenMonth = breakEven(result.owned, result.rented);
    result.apiBreakEvenMonth = breakEven(result.owned, result.api);
    return result;
}

std::vector<OwnershipCase> compareOwnerships(const Plan &plan, const Catalog &catalog, int most)
{
    std::vector<OwnershipCase> cases;
    const int options = (plan.recommended || plan.closest ? 1 : 0) + static_cast<int>(plan.alternatives.size());
    for (int i = 0; i < options && std::ssize(cases) < most; ++i)
        if (i == 0 || !plan.alternatives[static_cast<std::size_t>(i - 1)].variant)
            cases.push_back(compareOwnership(plan, catalog, i));
    return cases;
}

} // namespace headroom::core
