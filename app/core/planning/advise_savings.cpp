// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/advise_savings.h>
#include <core/planning/planner.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

namespace headroom::core {
namespace {

constexpr double kRelaxedTarget = 1.5;
constexpr double kLessHeadroom = 0.5;
constexpr double kUsualPrefixHits = 0.3;   // of chat with a long system prompt: a judgement
constexpr double kSpotShare = 0.5;
constexpr unsigned kThreads = 2;
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
             s.hardware.ttftTarget = std::min(s.hardware.ttftTarget * kRelaxedTarget, 3600.0);
             s.hardware.tpotTarget = std::min(s.hardware.tpotTarget * kRelaxedTarget, 60.0);
             if (s.hardware.e2eTarget)
                 s.hardware.e2eTarget = std::min(*s.hardware.e2eTarget * kRelaxedTarget, 36000.0);
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
SavingMove plannedMove(std::string key, MovePrice price, Scenario scenario, const Plan &now, const Catalog &catalog, PlanningSpace &space, std::stop_token stop)
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
    if (!plan || !plan->recommended || !plan->meetsDemand || !plan->recommended->isPriced())
        return move;
    // A way of paying that leads to another GPU and still costs more: nobody offers it for what is planned.
    const bool paying = price == MovePrice::Commitment || price == MovePrice::Eviction;
    if (paying && plan->recommended->gpu != before.gpu && compare(plan->recommended->monthlyCost, before.monthlyCost) >= 0)
        return move;
    move.option = std::move(plan->recommended);
    move.saving = before.monthlyCost - move.option->monthlyCost;
    move.savingRatio = before.monthlyCost.micros() > 0 ? move.saving.toDouble() / before.monthlyCost.toDouble() : 0.0;
    move.ttftChange = move.option->atPeak.tail.ttft - before.atPeak.tail.ttft;
    move.headroomChange = move.option->headroomRatio - before.headroomRatio;
    return move;
}

// What each move comes to, in the order of the moves; empty where there is nothing to change, or it was stopped. No move needs
// another's answer, and a plan does not depend on what a space holds: threads take the next move that none has taken.
std::vector<std::optional<SavingMove>> planEach(const std::vector<Move> &moves, const Plan &plan, const Catalog &catalog, const std::stop_token &stop)
{
    std::vector<std::optional<SavingMove>> planned(moves.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        PlanningSpace space;
        for (std::size_t i = next++; i < moves.size() && !stop.stop_requested(); i = next++) {
            Scenario changed = plan.scenario;
            if (moves[i].change(changed))
                planned[i] = plannedMove(moves[i].key, moves[i].price, std::move(changed), plan, catalog, space, stop);
        }
    };
    {
        std::vector<std::jthread> beside;
        for (unsigned i = 1; i < std::min(kThreads, std::max(1U, std::thread::hardware_concurrency())); ++i)
            beside.emplace_back(work);
        work();
    }
    return planned;
}

bool saves(const SavingMove &move)
{
    return move.option && move.saving.micros() > 0;
}

} // namespace

SavingsAdvice adviseSavings(const Plan &plan, const Catalog &catalog, std::stop_token stop)
{
    SavingsAdvice advice;
    if (!plan.recommended || !plan.meetsDemand || !plan.recommended->isPriced())
        return advice;
    const std::vector<Move> candidates = movesFor(plan);
    std::vector<std::optional<SavingMove>> planned = planEach(candidates, plan, catalog, stop);
    if (stop.stop_requested()) {
        advice.cancelled = true;
        return advice;
    }
    Scenario all = plan.scenario;
    int joined = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (!planned[i])
            continue;
        SavingMove move = *std::move(planned[i]);
        if (saves(move) && candidates[i].together) {
            candidates[i].change(all);
            ++joined;
        }
        (saves(move) ? advice.moves : advice.others).push_back(std::move(move));
    }
    std::ranges::stable_sort(advice.moves, [](const SavingMove &a, const SavingMove &b) { return compare(a.saving, b.saving) > 0; });
    PlanningSpace space;
    if (joined > 1)
        if (SavingMove move = plannedMove("together", MovePrice::Commitment, std::move(all), plan, catalog, space, stop); saves(move))
            advice.together = std::move(move);
    advice.cancelled = stop.stop_requested();
    return advice;
}

} // namespace headroom::core
