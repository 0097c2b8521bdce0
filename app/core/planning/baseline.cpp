// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/baseline.h>
#include <core/planning/planner.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace headroom::core {
namespace {

using Json = nlohmann::json;

std::string textOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

int wholeOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? found->get<int>() : 0;
}

// A finite number; empty for anything else (what is not finite is written as text).
std::optional<double> numberOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

Result<Money> moneyOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_object())
        return std::unexpected(Error{ErrorCode::Damaged, "", {}, key, 0});
    const auto currency = parseCurrency(textOf(*found, "currency"));
    if (!currency)
        return std::unexpected(currency.error());
    return Money::parse(*currency, textOf(*found, "amount"));
}

ApprovedFigures figuresOf(const PlanOption &option, const Plan &plan)
{
    ApprovedFigures figures{plan.catalogVersion, plan.pricesAsOf, option.gpu, std::string(formatId(option.format)), option.engine,
                            option.layout.tp, option.layout.pp, option.layout.ep, option.layout.dp, option.layout.replicas, option.gpus(),
                            option.offer.provider, option.offer.region, option.offer.instance, option.offer.count, option.offer.asOf, option.offer.pricePerHour, {},
                            plan.workload.peak.value(), option.atPeak.ttftP95.value(), option.atPeak.tpotP95.value(), option.isPriced()};
    // To the cent, as it was stored and printed: what is compared is what was approved.
    figures.monthly = Money::parse(option.monthlyCost.currency(), option.monthlyCost.toDecimalString()).value_or(option.monthlyCost);
    return figures;
}

// Whether the approved option was simulated: then it is held against simulated ones, for the closed form gives other hours.
bool wasSimulated(std::string_view planJson)
{
    const Json json = Json::parse(planJson, nullptr, false);
    for (const char *key : {"recommended", "closest"})
        if (json.is_object() && json.contains(key) && json[key].is_object())
            return json[key].contains("simulated") && json[key]["simulated"].is_object();
    return false;
}

Result<Plan> planAgain(const Scenario &scenario, const Catalog &catalog, bool simulated, const std::stop_token &stop)
{
    PlanningSpace space;
    return simulated ? planRefined(scenario, catalog, space, stop) : plan(scenario, catalog, stop);
}

bool isOfApproved(const Offer &offer, const ApprovedFigures &approved)
{
    return offer.provider == approved.provider && offer.region == approved.region && offer.instance == approved.instance && offer.gpu == approved.gpu;
}

} // namespace

std::optional<ApprovedFigures> approvedFigures(const Plan &plan)
{
    const auto &option = plan.recommended ? plan.recommended : plan.closest;
    return option ? std::optional(figuresOf(*option, plan)) : std::nullopt;
}

Result<ApprovedFigures> approvedFigures(std::string_view planJson)
{
    const auto damaged = [](const char *what) { return std::unexpected(Error{ErrorCode::Damaged, std::string("the stored plan is none: ") + what, {}, {}, 0}); };
    const Json json = Json::parse(planJson, nullptr, false);
    if (!json.is_object() || !json.contains("catalog") || !json["catalog"].is_object())
        return damaged("no JSON object with a catalog");
    const Json *option = nullptr;
    for (const char *key : {"recommended", "closest"})
        if (!option && json.contains(key) && json[key].is_object())
            option = &json[key];
    if (!option || !option->contains("offer") || !((*option)["offer"].is_object() || (*option)["offer"].is_null()))
        return damaged("neither recommended nor closest");
    const Json &offer = (*option)["offer"];
    ApprovedFigures figures;
    figures.catalogVersion = textOf(json["catalog"], "version");
    figures.pricesAsOf = textOf(json["catalog"], "prices_as_of");
    figures.gpu = textOf(*option, "gpu");
    figures.format = textOf(*option, "format");
    figures.engine = textOf(*option, "engine");
    for (const auto &[key, field] : {std::pair{"tp", &ApprovedFigures::tp}, {"pp", &ApprovedFigures::pp}, {"ep", &ApprovedFigures::ep}, {"dp", &ApprovedFigures::dp},
                                     {"replicas", &ApprovedFigures::replicas}, {"gpus", &ApprovedFigures::gpus}})
        figures.*field = wholeOf(*option, key);
    if (json.contains("workload") && json["workload"].is_object())
        figures.peakRps = numberOf(json["workload"], "peak_rps");
    figures.ttftP95S = numberOf(*option, "ttft_p95_s");
    figures.tpotP95S = numberOf(*option, "tpot_p95_s");
    figures.priced = offer.is_object();
    if (!figures.priced)
        return figures.replicas < 1 ? damaged("no replicas") : Result<ApprovedFigures>(figures);
    figures.provider = textOf(offer, "provider");
    figures.region = textOf(offer, "region");
    figures.instance = textOf(offer, "instance");
    figures.instances = wholeOf(offer, "count");
    figures.priceAsOf = textOf(offer, "as_of");
    const auto perHour = moneyOf(offer, "price_per_hour");
    const auto monthly = moneyOf(*option, "monthly_cost");
    if (!perHour || !monthly || figures.replicas < 1)
        return damaged("no price or no replicas");
    figures.perHour = *perHour;
    figures.monthly = *monthly;
    return figures;
}

Result<BaselineReview> reviewBaseline(const Scenario &scenario, std::string_view planJson, const Catalog &catalog, std::stop_token stop)
{
    auto approved = approvedFigures(planJson);
    if (!approved)
        return std::unexpected(approved.error());
    BaselineReview review;
    review.approved = *std::move(approved);
    const ApprovedFigures &was = review.approved;
    const auto nameOf = [&](const std::string &id) { const Gpu *gpu = catalog.findGpu(id); return gpu ? gpu->name : id; };
    review.gpuName = nameOf(was.gpu);

    Scenario same = scenario;
    same.layout = LayoutInputs{{}, was.tp, was.pp, was.ep, was.dp, was.replicas};
    same.hardware.gpus = {was.gpu};
    same.hardware.excludeGpus.clear();
    same.hardware.maxPowerW.reset();
    same.hardware.considered.clear();
    if (was.priced)
        same.money.offers = {was.provider};
    if (const auto format = parseFormatChoice(was.format))
        same.model.format = *format;
    Catalog only = catalog;
    if (was.priced)
        std::erase_if(only.offers, [&](const Offer &offer) { return !isOfApproved(offer, was); });
    const bool simulated = wasSimulated(planJson);
    const auto priced = planAgain(same, only, simulated, stop);
    if (priced && priced->recommended && (priced->recommended->isPriced() || !was.priced))
        review.sameFleetNow = approvedFigures(*priced);
    else if (!priced && priced.error().code == ErrorCode::Cancelled)
        return std::unexpected(priced.error());

    const auto fresh = planAgain(scenario, catalog, simulated, stop);
    if (!fresh && fresh.error().code == ErrorCode::Cancelled)
        return std::unexpected(fresh.error());
    if (!fresh)
        review.recommendedProblem = fresh.error().detail;
    else if (!fresh->recommended)
        review.recommendedProblem = "nothing meets every requirement any more";
    else
        review.recommendedNow = approvedFigures(*fresh);
    if (review.recommendedNow)
        review.recommendedGpuName = nameOf(review.recommendedNow->gpu);
    return review;
}

} // namespace headroom::core
