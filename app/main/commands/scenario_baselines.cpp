// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario_baselines.h"

#include <core/planning/baseline.h>
#include <core/planning/plan_json.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>
#include <monitor/sources/source_address.h>

#include <QDateTime>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace headroom::app {
namespace {

using Json = nlohmann::ordered_json;

std::string isoTime(db::Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs).toStdString();
}

Json moneyJson(const core::Money &money, int decimals = 2)
{
    return {{"amount", money.toDecimalString(decimals)}, {"currency", std::string(core::currencyCode(money.currency()))}};
}

Json figuresJson(const std::optional<core::ApprovedFigures> &figures)
{
    if (!figures)
        return nullptr;
    const core::ApprovedFigures &f = *figures;
    const auto orNull = [](const std::string &text) { return text.empty() ? Json(nullptr) : Json(text); };
    return {{"gpu", f.gpu}, {"format", f.format}, {"gpus", f.gpus}, {"replicas", f.replicas},
            {"offer", !f.priced ? Json(nullptr) : Json{{"provider", f.provider}, {"region", orNull(f.region)}, {"instance", f.instance}, {"count", f.instances}, {"as_of", orNull(f.priceAsOf)}, {"price_per_hour", moneyJson(f.perHour, 6)}}},
            {"monthly_cost", f.priced ? moneyJson(f.monthly) : Json(nullptr)}};
}

// What the approved fleet costs more or less today.
Json differenceJson(const core::BaselineReview &review)
{
    if (!review.sameFleetNow || !review.sameFleetNow->priced || !review.approved.priced || review.sameFleetNow->monthly.currency() != review.approved.monthly.currency())
        return nullptr;
    const core::Money difference = review.sameFleetNow->monthly - review.approved.monthly;
    const double before = review.approved.monthly.toDouble();
    return {{"monthly_cost", moneyJson(difference)}, {"ratio", before > 0 ? Json(difference.toDouble() / before) : Json(nullptr)}};
}

std::string shown(const core::ApprovedFigures &f)
{
    if (!f.priced)
        return fmt::format("{} x {} in {}, no price", f.gpus, f.gpu, f.format);
    return fmt::format("{} x {} in {}, {} {} {} x {}, {} {} a month", f.gpus, f.gpu, f.format, f.instances, f.provider, f.instance, f.region, f.monthly.toDecimalString(), core::currencyCode(f.monthly.currency()));
}

} // namespace

db::Baseline baselineOf(const core::Plan &plan, const core::Catalog &catalog, db::ScenarioId scenario, db::BaselineCause cause)
{
    db::Baseline baseline;
    baseline.scenarioId = scenario;
    baseline.cause = cause;
    baseline.scenario = plan.scenario;
    baseline.plan = core::planToJson(plan, catalog);
    baseline.catalogVersion = catalog.version;
    baseline.pricesAsOf = catalog.pricesAsOf;
    baseline.calibration = catalog.calibration;
    return baseline;
}

core::Result<void> bindScenario(CommandContext &context, db::ScenarioId scenario, const std::string &source, db::Store &store)
{
    const auto config = monitor::parseSourceAddress(source);
    if (!config)
        return std::unexpected(config.error());
    const auto stored = store.scenarios().load(scenario);
    if (!stored)
        return std::unexpected(stored.error());
    const auto catalog = context.catalog();
    if (!catalog)
        return std::unexpected(catalog.error());
    core::PlanningSpace space;
    const auto plan = core::planRefined(stored->scenario, **catalog, space);
    if (!plan)
        return std::unexpected(plan.error());
    if (!core::approvedFigures(*plan))
        return std::unexpected(core::Error{core::ErrorCode::BadValue, "the scenario has no plan that could be watched", {}, {}, 0});
    const auto binding = store.baselines().bind(baselineOf(*plan, **catalog, scenario, db::BaselineCause::LiveSource), config->id);
    if (!binding)
        return std::unexpected(binding.error());
    if (context.json)
        context.print(Json{{"id", scenario}, {"source", binding->source}, {"baseline", binding->baseline.id}, {"calibration", binding->baseline.calibration}}.dump(2) + "\n");
    else
        std::fprintf(stderr, "headroom: frozen as baseline %lld of scenario %lld, watched at %s\n", static_cast<long long>(binding->baseline.id), static_cast<long long>(scenario), binding->source.c_str());
    return {};
}

core::Result<void> printBaselines(CommandContext &context, db::ScenarioId scenario, db::Store &store)
{
    const auto stored = store.scenarios().load(scenario);
    if (!stored)
        return std::unexpected(stored.error());
    const auto baselines = store.baselines().list(scenario);
    if (!baselines)
        return std::unexpected(baselines.error());
    const auto catalog = context.catalog();
    if (!catalog)
        return std::unexpected(catalog.error());
    const auto bindings = store.baselines().bindings();
    if (!bindings)
        return std::unexpected(bindings.error());
    const auto sourceOf = [&](std::int64_t id) {
        const auto bound = std::ranges::find_if(*bindings, [&](const db::LiveBinding &b) { return b.baseline.id == id; });
        return bound == bindings->end() ? std::string() : bound->source;
    };
    Json all = Json::array();
    std::string text;
    for (const db::Baseline &baseline : *baselines) {
        const auto review = core::reviewBaseline(baseline.scenario, baseline.plan, **catalog);
        if (!review)
            return std::unexpected(review.error());
        all.push_back({{"id", baseline.id}, {"revision", baseline.revision}, {"frozen", isoTime(baseline.frozen)}, {"cause", std::string(db::baselineCauseId(baseline.cause))},
                       {"catalog", {{"version", baseline.catalogVersion}, {"prices_as_of", baseline.pricesAsOf}}}, {"calibration", baseline.calibration}, {"watched_at", sourceOf(baseline.id).empty() ? Json(nullptr) : Json(sourceOf(baseline.id))},
                       {"approved", figuresJson(review->approved)}, {"same_fleet_now", figuresJson(review->sameFleetNow)}, {"recommended_now", figuresJson(review->recommendedNow)},
                       {"difference", differenceJson(*review)}, {"problem", review->recommendedProblem.empty() ? Json(nullptr) : Json(review->recommendedProblem)}});
        text += fmt::format("baseline {} of {} ({}, revision {}, catalog {}, calibration {})\n  approved:        {}\n  the same today:  {}\n  best today:      {}\n", baseline.id, isoTime(baseline.frozen),
                            db::baselineCauseId(baseline.cause), baseline.revision, baseline.catalogVersion, baseline.calibration, shown(review->approved),
                            review->sameFleetNow ? shown(*review->sameFleetNow) : std::string("no price any more"),
                            review->recommendedNow ? shown(*review->recommendedNow) : review->recommendedProblem);
    }
    context.print(context.json ? Json{{"id", scenario}, {"catalog", {{"version", (*catalog)->version}, {"prices_as_of", (*catalog)->pricesAsOf}}}, {"baselines", std::move(all)}}.dump(2) + "\n" : text);
    if (baselines->empty())
        std::fputs("headroom: nothing of this scenario was approved yet; issuing a proposal freezes a baseline\n", stderr);
    return {};
}

void mentionBaseline(db::ScenarioId scenario, db::Store &store)
{
    const auto baselines = store.baselines().list(scenario);
    if (baselines && !baselines->empty())
        std::fprintf(stderr, "headroom: %zu baseline(s) of this scenario are approved, the newest of %s; `headroom scenarios show %lld --baseline` compares with today\n", baselines->size(),
                     isoTime(baselines->front().frozen).c_str(), static_cast<long long>(scenario));
}

} // namespace headroom::app
