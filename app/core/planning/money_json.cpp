// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/billing.h>
#include <core/cost/compare_ownership.h>
#include <core/derivation/derivation_ids.h>
#include <core/planning/money_json.h>
#include <core/roadmap/plan_roadmap.h>

#include <nlohmann/json.hpp>

namespace headroom::core {
namespace {

using Json = nlohmann::ordered_json;

Json money(const Money &amount, int decimals = 2)
{
    return {{"amount", amount.toDecimalString(decimals)}, {"currency", std::string(currencyCode(amount.currency()))}};
}

template<class T>
Json orNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json billJson(const Bill &bill)
{
    Json lines = Json::array();
    for (const BillLine &line : bill.lines)
        lines.push_back({{"key", line.key}, {"quantity", line.quantity}, {"unit", std::string(unitId(line.quantityUnit))},
                         {"price", line.price ? money(*line.price, 6) : Json(nullptr)}, {"amount", line.amount ? money(*line.amount) : Json(nullptr)}});
    Json units = Json::object();
    for (const UnitCost &unit : bill.units)
        units[unit.key] = money(unit.amount, 6);
    if (!bill.priced)
        return {{"lines", std::move(lines)}, {"compute", nullptr}, {"total", nullptr}, {"always_on", nullptr}, {"unit_costs", std::move(units)}};
    return {{"lines", std::move(lines)}, {"compute", money(bill.compute)}, {"total", money(bill.total)}, {"always_on", money(bill.alwaysOn)}, {"unit_costs", std::move(units)}};
}

Json curve(const std::vector<Money> &months)
{
    if (months.empty())
        return nullptr;
    Json amounts = Json::array();
    for (const Money &month : months)
        amounts.push_back(month.toDecimalString());
    return amounts;
}

Json ownershipJson(const OwnershipCase &c)
{
    const Currency currency = c.ownMonth.currency();
    return {{"gpu", c.gpu}, {"servers", c.servers}, {"purchase", c.owned.empty() ? Json(nullptr) : money(c.purchase)}, {"own_month", c.owned.empty() ? Json(nullptr) : money(c.ownMonth)},
            {"currency", std::string(currencyCode(currency))}, {"rented_cumulative", curve(c.rented)}, {"owned_cumulative", curve(c.owned)}, {"api_cumulative", curve(c.api)},
            {"break_even_month", orNull(c.breakEvenMonth)}, {"api_break_even_month", orNull(c.apiBreakEvenMonth)}, {"flip_running_ratio", orNull(c.flipRunningShare)},
            {"flip_api_utilization_ratio", orNull(c.flipApiUtilization)}, {"running_ratio", c.runningShare}, {"mean_utilization_ratio", c.utilization}};
}

Json roadmapJson(const Roadmap &roadmap)
{
    Json phases = Json::array();
    const auto amount = [&](const Money &value) { return roadmap.priced ? money(value) : Json(nullptr); };
    for (const RoadmapPhase &p : roadmap.phases)
        phases.push_back({{"first_month", p.firstMonth}, {"last_month", p.lastMonth}, {"order_month", p.orderMonth}, {"replicas", p.replicas}, {"gpus", p.gpus}, {"instances", p.instances},
                          {"added_gpus", p.addedGpus}, {"peak_rps", p.peak.value()}, {"capacity_rps", p.capacity.value()}, {"monthly_cost", amount(p.monthlyCost)}, {"purchase", amount(p.purchase)},
                          {"cost", amount(p.cost)}});
    const auto periods = [&](const std::vector<BudgetPeriod> &all) {
        Json json = Json::array();
        for (const BudgetPeriod &p : all)
            json.push_back({{"year", p.year}, {"quarter", p.quarter > 0 ? Json(p.quarter) : Json(nullptr)}, {"months", p.months}, {"amount", amount(p.amount)}});
        return json;
    };
    return {{"lead_weeks", roadmap.leadWeeks}, {"phases", std::move(phases)}, {"quarters", periods(roadmap.quarters)}, {"years", periods(roadmap.years)}, {"total", amount(roadmap.total)}};
}

std::string_view priceId(MovePrice price)
{
    switch (price) {
    case MovePrice::Latency: return "latency";
    case MovePrice::Quality: return "quality";
    case MovePrice::Eviction: return "eviction";
    case MovePrice::Commitment: return "commitment";
    case MovePrice::Reserve: return "reserve";
    case MovePrice::Ownership: return "ownership";
    case MovePrice::Location: return "location";
    case MovePrice::Work: return "work";
    case MovePrice::None: break;
    }
    return "none";
}

Json moveJson(const SavingMove &move)
{
    Json json{{"key", move.key}, {"price", std::string(priceId(move.price))}};
    if (!move.option) {
        json["monthly_cost"] = nullptr;
        return json;
    }
    json["gpu"] = move.option->gpu;
    json["format"] = std::string(formatId(move.option->format));
    json["gpus"] = move.option->gpus();
    json["monthly_cost"] = money(move.option->monthlyCost);
    json["saving"] = money(move.saving);
    json["saving_ratio"] = move.savingRatio;
    json["ttft_p95_change_s"] = move.ttftChange.value();
    json["headroom_change_ratio"] = move.headroomChange;
    return json;
}

Json adviceJson(const SavingsAdvice *advice)
{
    if (!advice)
        return nullptr;
    const auto list = [](const std::vector<SavingMove> &moves) {
        Json json = Json::array();
        for (const SavingMove &move : moves)
            json.push_back(moveJson(move));
        return json;
    };
    return {{"moves", list(advice->moves)}, {"without_saving", list(advice->others)}, {"together", advice->together ? moveJson(*advice->together) : Json(nullptr)}};
}

} // namespace

std::string moneyToJson(const Plan &plan, const Catalog &catalog, const SavingsAdvice *advice)
{
    const auto &shown = plan.recommended ? plan.recommended : plan.closest;
    if (!shown)
        return "{}";
    Json json;
    json["bill"] = billJson(billFor(*shown, plan, catalog));
    json["ownership"] = ownershipJson(compareOwnership(plan, catalog));
    const auto roadmap = roadmapOf(*shown, plan, catalog);
    json["roadmap"] = roadmap ? roadmapJson(*roadmap) : Json(nullptr);
    json["savings"] = adviceJson(advice);
    return json.dump(2);
}

} // namespace headroom::core
