// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/billing.h>
#include <core/cost/onprem.h>
#include <core/roadmap/plan_roadmap.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace headroom::core {
namespace {

constexpr double kWeeksPerMonth = 52.0 / 12.0;
constexpr int kRentedLeadWeeks = 2;   // a quota is raised: a judgement
constexpr int kOwnLeadWeeks = 16;     // servers with current GPUs: a judgement
constexpr std::size_t kMostSteps = 24;

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::unexpected<Error> badStep(std::string_view step)
{
    return std::unexpected(Error{ErrorCode::BadValue,
        fmt::format("growth.steps '{}': a month from 1 to 120, a colon and a factor above 0 up to 1000, as in \"6: 1.5, 13: 2\", would be accepted", step), {}, "growth.steps", 0});
}

template<class T>
bool parseAll(std::string_view text, T &value)
{
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size();
}

void addPhase(Roadmap &roadmap, const RoadmapMonth &month, const PlanOption &option, int redundancy, const Money &serverPurchase)
{
    const RoadmapPhase *before = roadmap.phases.empty() ? nullptr : &roadmap.phases.back();
    if (before && before->replicas == month.replicas) {
        RoadmapPhase &phase = roadmap.phases.back();
        phase.lastMonth = month.month;
        phase.peak = std::max(phase.peak, month.peak);
        phase.monthlyCost = month.cost;
        phase.cost += month.cost;
        return;
    }
    RoadmapPhase phase;
    phase.firstMonth = phase.lastMonth = month.month;
    phase.orderMonth = (month.month - 1) - roadmap.leadWeeks / kWeeksPerMonth;
    phase.replicas = month.replicas;
    phase.gpus = month.gpus;
    phase.instances = month.instances;
    phase.addedReplicas = month.replicas - (before ? before->replicas : 0);
    phase.addedGpus = month.gpus - (before ? before->gpus : 0);
    phase.addedInstances = month.instances - (before ? before->instances : 0);
    phase.peak = month.peak;
    phase.capacity = option.capacityPerReplica * (month.replicas - redundancy);
    phase.monthlyCost = phase.cost = month.cost;
    phase.purchase = serverPurchase.times(std::max(phase.addedInstances, 0));
    roadmap.phases.push_back(phase);
}

void addBudget(std::vector<BudgetPeriod> &periods, int year, int quarter, const Money &amount)
{
    if (periods.empty() || periods.back().year != year || periods.back().quarter != quarter)
        periods.push_back({year, quarter, 0, Money(amount.currency(), 0)});
    ++periods.back().months;
    periods.back().amount += amount;
}

} // namespace

Result<std::vector<GrowthStep>> parseGrowthSteps(std::string_view text)
{
    std::vector<GrowthStep> steps;
    text = trimmed(text);
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find_first_of(",;"), text.size());
        const std::string_view part = trimmed(text.substr(0, comma));
        text = comma < text.size() ? trimmed(text.substr(comma + 1)) : std::string_view();
        const std::size_t colon = part.find(':');
        GrowthStep step;
        if (colon == std::string_view::npos || !parseAll(trimmed(part.substr(0, colon)), step.month) || !parseAll(trimmed(part.substr(colon + 1)), step.factor)
            || step.month < 1 || step.month > 120 || !(step.factor > 0 && step.factor <= 1000) || steps.size() >= kMostSteps)
            return badStep(part);
        steps.push_back(step);
    }
    return steps;
}

double growthFactor(const GrowthInputs &growth, const std::vector<GrowthStep> &steps, int month)
{
    double factor = growth.startRatio * std::pow(1.0 + growth.monthlyRatio, month - 1);
    for (const GrowthStep &step : steps)
        if (step.month <= month)
            factor *= step.factor;
    return std::min(factor, 1e6);
}

Result<Roadmap> roadmapOf(const PlanOption &option, const Plan &plan, const Catalog &catalog)
{
    const GrowthInputs &growth = plan.scenario.growth;
    const auto steps = parseGrowthSteps(growth.steps);
    if (!steps)
        return std::unexpected(steps.error());
    const Currency currency = plan.scenario.money.currency;
    Roadmap roadmap;
    roadmap.priced = option.isPriced();
    roadmap.leadWeeks = growth.leadWeeks.value_or(option.offer.isOwn() || !option.isPriced() ? kOwnLeadWeeks : kRentedLeadWeeks);
    roadmap.total = Money(currency, 0);
    Money serverPurchase(currency, 0);
    if (option.offer.isOwn())
        if (const Gpu *gpu = catalog.findGpu(option.gpu))
            if (const auto prices = onPremPrices(*gpu, plan.scenario, catalog))
                serverPurchase = onPremPurchase(*prices, plan.scenario.ownHardware);
    for (int m = 1; m <= growth.horizonMonths; ++m) {
        const double factor = growthFactor(growth, *steps, m);
        const MonthAtDemand at = monthAtDemand(option, plan, catalog, factor);
        const RoadmapMonth month{m, factor, at.peak, at.replicas, at.gpus, at.instances, at.total};
        roadmap.months.push_back(month);
        roadmap.total += month.cost;
        addPhase(roadmap, month, option, plan.scenario.hardware.redundancy, serverPurchase);
        const int year = (m - 1) / 12 + 1;
        addBudget(roadmap.quarters, year, (m - 1) % 12 / 3 + 1, month.cost);
        addBudget(roadmap.years, year, 0, month.cost);
    }
    return roadmap;
}

} // namespace headroom::core
