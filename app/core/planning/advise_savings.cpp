// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/advise_savings.h>
#include <core/planning/planner.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>

#include <algorithm>
#include <functional>

namespace headroom::core {
namespace {

constexpr double kRelaxedTarget = 1.5;
constexpr double kLessHeadroom = 0.5;
constexpr double kUsualPrefixHits = 0.3;   // of chat with a long system prompt: a judgement
constexpr double kSpotShare = 0.5;
constexpr int kContenders = 1;   // of each move: simulated until the first in the order is

struct Move {
    const char *key;
    MovePrice price;
    std::function<bool(Scenario &)> change;   // false: there is nothing to change
    bool together = false;                    // may be part of what is done at once
};

std::vector<Move> movesFor(const Plan &plan)
{
    const PlanOption &now = *plan.recommended;
    const bool rented = !now.offer.isOwn();   // what is bought costs the same at every hour and under every commitment
    const double alwaysRunning = now.replicasByHour.empty() ? 1.0 : *std::ranges::min_element(now.replicasByHour) / now.layout.replicas;
    return {
        {"follow_load", MovePrice::None, [rented](Scenario &s) {
             const bool changes = rented && s.money.capacity != CapacityPolicy::Hourly;
             s.money.capacity = CapacityPolicy::Hourly;
             return changes;
         }, true},
        {"other_gpu", MovePrice::None, [](Scenario &s) {
             const bool changes = !s.hardware.gpus.empty() || !s.hardware.excludeGpus.empty();
             s.hardware.gpus.clear();
             s.hardware.excludeGpus.clear();
             return changes;
         }, true},
        {"other_region", MovePrice::Location, [](Scenario &s) {
             const bool changes = !s.money.offers.empty();
             s.money.offers.clear();
             return changes;
         }},
        {"other_format", MovePrice::Quality, [](Scenario &s) {
             const bool changes = s.model.format != FormatChoice::Any;
             s.model.format = FormatChoice::Any;
             return changes;
         }},
        {"reserve_base", MovePrice::Commitment, [rented, alwaysRunning](Scenario &s) {
             const bool changes = rented && s.money.commitment == Commitment::OnDemand && alwaysRunning > 0;
             s.money.commitment = Commitment::OneYear;
             s.money.committedRatio = alwaysRunning;
             return changes;
         }, true},
        {"one_year", MovePrice::Commitment, [rented](Scenario &s) {
             const bool changes = rented && (s.money.commitment != Commitment::OneYear || s.money.committedRatio < 1);
             s.money.commitment = Commitment::OneYear;
             s.money.committedRatio = 1;
             return changes;
         }},
        {"three_years", MovePrice::Commitment, [rented](Scenario &s) {
             const bool changes = rented && (s.money.commitment != Commitment::ThreeYears || s.money.committedRatio < 1);
             s.money.commitment = Commitment::ThreeYears;
             s.money.committedRatio = 1;
             return changes;
         }},
        {"spot_share", MovePrice::Eviction, [rented](Scenario &s) {
             const bool changes = rented && s.money.commitment == Commitment::OnDemand && s.money.spotRatio < kSpotShare;
             s.money.spotRatio = kSpotShare;
             return changes;
         }},
        {"spot", MovePrice::Eviction, [rented](Scenario &s) {
             const bool changes = rented && s.money.commitment != Commitment::Spot;
             s.money.commitment = Commitment::Spot;
             s.money.committedRatio = 1;
             return changes;
         }},
        {"prefix_cache", MovePrice::Work, [](Scenario &s) {
             const bool changes = s.demand.prefixCacheHitRatio < kUsualPrefixHits;
             s.demand.prefixCacheHitRatio = std::max(s.demand.prefixCacheHitRatio, kUsualPrefixHits);
             return changes;
         }, true},
        {"relaxed_target", MovePrice::Latency, [](Scenario &s) {
             s.hardware.ttftP95Target = std::min(s.hardware.ttftP95Target * kRelaxedTarget, 3600.0);
             s.hardware.tpotP95Target = std::min(s.hardware.tpotP95Target * kRelaxedTarget, 60.0);
             return true;
         }},
        {"less_headroom", MovePrice::Reserve, [](Scenario &s) {
             const bool changes = s.hardware.headroomRatio > 0;
             s.hardware.headroomRatio *= kLessHeadroom;
             return changes;
         }},
        {"own_hardware", MovePrice::Ownership, [](Scenario &s) {
             const bool changes = std::ranges::find(s.money.offers, "onprem") == s.money.offers.end();
             s.money.offers = {"onprem"};
             return changes;
         }},
    };
}

// Planned like `now`: in closed form, or with the contenders simulated, so that the two amounts may be compared.
SavingMove planned(std::string key, MovePrice price, Scenario scenario, const Plan &now, const Catalog &catalog, PlanningSpace &space, std::stop_token stop)
{
    SavingMove move;
    move.key = std::move(key);
    move.price = price;
    const PlanOption &before = *now.recommended;
    move.saving = Money(before.monthlyCost.currency(), 0);
    // Fleets that somebody proposed are judged once, in the plan itself.
    scenario.hardware.considered.clear();
    auto plan = core::plan(scenario, catalog, space, stop);
    if (plan && now.refined)
        plan = refined(*plan, catalog, space, std::move(stop), kContenders);
    scenario.hardware.considered = now.scenario.hardware.considered;
    move.scenario = std::move(scenario);
    if (!plan || !plan->recommended || !plan->meetsDemand)
        return move;
    // A way of paying that leads to another GPU and still costs more: nobody offers it for what is planned.
    const bool paying = price == MovePrice::Commitment || price == MovePrice::Eviction;
    if (paying && plan->recommended->gpu != before.gpu && compare(plan->recommended->monthlyCost, before.monthlyCost) >= 0)
        return move;
    move.option = std::move(plan->recommended);
    move.saving = before.monthlyCost - move.option->monthlyCost;
    move.savingRatio = before.monthlyCost.micros() > 0 ? move.saving.toDouble() / before.monthlyCost.toDouble() : 0.0;
    move.ttftChange = move.option->atPeak.ttftP95 - before.atPeak.ttftP95;
    move.headroomChange = move.option->headroomRatio - before.headroomRatio;
    return move;
}

bool saves(const SavingMove &move)
{
    return move.option && move.saving.micros() > 0;
}

} // namespace

SavingsAdvice adviseSavings(const Plan &plan, const Catalog &catalog, std::stop_token stop)
{
    SavingsAdvice advice;
    if (!plan.recommended || !plan.meetsDemand)
        return advice;
    PlanningSpace space;
    Scenario all = plan.scenario;
    int joined = 0;
    for (const Move &candidate : movesFor(plan)) {
        if (stop.stop_requested()) {
            advice.cancelled = true;
            return advice;
        }
        Scenario changed = plan.scenario;
        if (!candidate.change(changed))
            continue;
        SavingMove move = planned(candidate.key, candidate.price, std::move(changed), plan, catalog, space, stop);
        if (saves(move) && candidate.together) {
            candidate.change(all);
            ++joined;
        }
        (saves(move) ? advice.moves : advice.others).push_back(std::move(move));
    }
    std::ranges::stable_sort(advice.moves, [](const SavingMove &a, const SavingMove &b) { return compare(a.saving, b.saving) > 0; });
    if (joined > 1)
        if (SavingMove move = planned("together", MovePrice::Commitment, std::move(all), plan, catalog, space, stop); saves(move))
            advice.together = std::move(move);
    advice.cancelled = stop.stop_requested();
    return advice;
}

} // namespace headroom::core
