// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/derivation/derivation_ids.h>
#include <core/planning/explain.h>
#include <core/planning/money_json.h>
#include <core/planning/plan_json.h>
#include <core/planning/quality_note.h>
#include <core/planning/scenario_json.h>

#include <nlohmann/json.hpp>

#include <cmath>

namespace headroom::core {
namespace {

using Json = nlohmann::ordered_json;

// JSON has no non-finite numbers: the contract writes them as strings.
Json number(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    return value;
}

Json money(const Money &amount)
{
    return {{"amount", amount.toDecimalString()}, {"currency", std::string(currencyCode(amount.currency()))}};
}

// Prices of an hour have more than two decimals; a month is made of them.
Json rate(const Money &amount)
{
    return {{"amount", amount.toDecimalString(6)}, {"currency", std::string(currencyCode(amount.currency()))}};
}

Json text(const std::string &value)
{
    return value.empty() ? Json(nullptr) : Json(value);
}

Json simulatedJson(const SimulatedFigures &s)
{
    return {{"requests", s.requests}, {"seed", s.seed}, {"search_error_ratio", number(s.searchError)}, {"statistical_error_ratio", number(s.statisticalError)},
            {"ttft_p99_s", number(s.ttftP99.value())}, {"tpot_p99_s", number(s.tpotP99.value())},
            {"closed_form_ttft_p95_s", number(s.closedForm.ttftP95.value())}, {"closed_form_tpot_p95_s", number(s.closedForm.tpotP95.value())}};
}

Json sensitivityJson(const Sensitivity &sensitivity)
{
    const auto end = [](const SensitivityEnd &e) {
        Json json;
        if (e.format)
            json["format"] = std::string(formatChoiceId(*e.format));
        else
            json["value"] = number(e.value);
        json["monthly_cost"] = e.feasible ? money(e.monthlyCost) : Json(nullptr);
        json["gpus"] = e.feasible ? Json(e.gpus) : Json(nullptr);
        return json;
    };
    Json all = Json::array();
    for (const SensitivityBar &bar : sensitivity.bars)
        all.push_back({{"input", std::string(sensitivityInputId(bar.input))}, {"base", bar.input == SensitivityInput::Format ? Json(nullptr) : number(bar.base)},
                       {"low", end(bar.low)}, {"high", end(bar.high)}});
    return all;
}

Json optionJson(const PlanOption &option)
{
    Json json;
    json["gpu"] = option.gpu;
    json["format"] = std::string(formatId(option.format));
    json["weight_only"] = option.weightOnly;
    json["engine"] = option.engine;
    json["engine_settings"] = {{"max_batched_tokens", option.settings.maxBatchedTokens}, {"max_sequences", option.settings.maxSequences}};
    json["tp"] = option.layout.tp;
    json["pp"] = option.layout.pp;
    json["ep"] = option.layout.ep;
    json["dp"] = option.layout.dp;
    json["replicas"] = option.layout.replicas;
    json["gpus"] = option.gpus();
    json["gpus_low"] = option.gpusLow;
    json["gpus_high"] = option.gpusHigh;
    json["confidence"] = option.confidence;
    json["gpus_bought"] = option.gpusBought;
    json["spare_gpus"] = option.spareGpus();
    json["capacity_rps"] = number(option.capacity.value());
    json["capacity_degraded_rps"] = number(option.capacityDegraded.value());
    json["headroom_ratio"] = number(option.headroomRatio);
    json["ttft_p50_s"] = number(option.atPeak.ttftP50.value());
    json["ttft_p95_s"] = number(option.atPeak.ttftP95.value());
    json["tpot_p50_s"] = number((option.simulated ? option.simulated->tpotP50 : option.atPeak.tpotMean).value());
    json["tpot_p95_s"] = number(option.atPeak.tpotP95.value());
    const TailLatency &tail = option.atPeak.tail;
    json["latency_at_target"] = {{"percentile_ratio", number(tail.percentile)}, {"ttft_s", number(tail.ttft.value())}, {"tpot_s", number(tail.tpot.value())}, {"e2e_s", number(tail.e2e.value())}};
    json["weights_bytes_per_gpu"] = number(option.memory.weights.value());
    json["kv_bytes_per_token"] = number(option.kvBytesPerToken.value());
    json["kv_capacity_tokens_per_replica"] = number(option.kvCapacityTokensPerReplica);
    json["binding_constraint"] = std::string(bindingConstraintId(option.binding));
    json["binding_target"] = std::string(capacityLimitId(option.limit));
    json["variant"] = option.variant;
    json["offer"] = !option.isPriced() ? Json(nullptr) : Json{{"provider", option.offer.provider}, {"region", text(option.offer.region)}, {"instance", option.offer.instance},
                     {"count", option.offer.count}, {"as_of", text(option.offer.asOf)}, {"gpus_per_instance", option.offer.gpusPerInstance},
                     {"price_per_hour", rate(option.offer.pricePerHour)}, {"source", option.offer.source.text}};
    json["monthly_cost"] = option.isPriced() ? money(option.monthlyCost) : Json(nullptr);
    json["monthly_cost_always_on"] = option.isPriced() ? money(option.monthlyCostAlwaysOn) : Json(nullptr);
    json["cost_per_million_output_tokens"] = option.costPerMillionOutputTokens ? money(*option.costPerMillionOutputTokens) : Json(nullptr);
    json["mean_utilization_ratio"] = number(option.meanUtilization);
    json["power_mean_w"] = option.powerMean ? number(option.powerMean->value()) : Json(nullptr);
    json["power_peak_w"] = option.powerPeak ? number(option.powerPeak->value()) : Json(nullptr);
    json["simulated"] = option.simulated ? simulatedJson(*option.simulated) : Json(nullptr);
    json["estimate"] = {{"basis", std::string(basisId(option.basis))}, {"error_band_ratio", number(option.errorBandRatio)},
                        {"ttft_error_band_ratio", number(option.ttftErrorBandRatio)}};
    if (option.belowNative) {
        const QualityNote note = qualityNoteOf(option.format);
        json["quality"] = {{"note", note.text}, {"source", note.source.text}, {"as_of", note.source.asOf}};
    }
    if (!option.misses.empty()) {
        for (const Miss &miss : option.misses) {
            json["misses"].push_back(miss.text);
            json["misses_detail"].push_back({{"what", miss.key}, {"reached", miss.asked > 0 ? number(miss.reached) : Json(nullptr)}, {"asked", miss.asked > 0 ? number(miss.asked) : Json(nullptr)}, {"change", miss.remedy}});
        }
    }
    return json;
}

bool isMoney(Figure figure)
{
    return figure == Figure::MonthlyCost || figure == Figure::CostPerMillionOutputTokens;
}

// Latencies are explained at the percentile of the targets, and named by it.
std::string derivationKey(Figure figure, const Plan &plan)
{
    std::string key(figureId(figure));
    if (const auto at = key.find("p95"); at != std::string::npos)
        key.replace(at, 3, targetPercentileId(plan.scenario.hardware.percentile));
    return key;
}

Json derivationJson(const Derivation &derivation)
{
    Json json{{"key", derivation.key}, {"operation", std::string(operationId(derivation.operation))}, {"value", number(derivation.value)},
              {"unit", std::string(unitId(derivation.unit))}};
    if (!derivation.source.text.empty())
        json["source"] = derivation.source.text;
    if (!derivation.source.asOf.empty())
        json["as_of"] = derivation.source.asOf;
    for (const Derivation &operand : derivation.operands)
        json["operands"].push_back(derivationJson(operand));
    return json;
}

Json consideredJson(const ConsideredFleet &fleet)
{
    Json formats = Json::array();
    for (const ConsideredFormat &f : fleet.formats)
        formats.push_back({{"format", std::string(formatId(f.format))}, {"supported", f.supported}, {"fits", f.fits}, {"weights_bytes", f.weights.value()},
                           {"fleet_memory_bytes", f.fleetMemory.value()}, {"smallest_gpus", f.smallestGpus > 0 ? Json(f.smallestGpus) : Json(nullptr)},
                           {"capacity_rps", number(f.capacity.value())}});
    return {{"gpu", fleet.gpu}, {"gpus", fleet.gpus}, {"carries_peak", fleet.carriesPeak}, {"formats", std::move(formats)}};
}

} // namespace

std::string planToJson(const Plan &plan, const Catalog &catalog, const Sensitivity *sensitivity)
{
    Json json;
    json["scenario"] = Json::parse(scenarioToJson(plan.scenario));
    json["catalog"] = {{"version", plan.catalogVersion}, {"prices_as_of", text(plan.pricesAsOf)}};
    json["calibration"] = {{"version", plan.calibration}};
    json["workload"] = {{"mean_rps", number(plan.workload.mean.value())}, {"peak_rps", number(plan.workload.peak.value())},
                        {"input_tokens_mean", number(plan.workload.inputMean.value())}, {"output_tokens_mean", number(plan.workload.outputMean.value())},
                        {"peak_factor", number(plan.workload.peakFactor)}, {"peak_overridden", plan.workload.peakOverridden}};
    json["recommended"] = plan.recommended ? optionJson(*plan.recommended) : Json(nullptr);
    json["meets_demand"] = plan.recommended.has_value() && plan.meetsDemand;
    json["alternatives"] = Json::array();
    for (const PlanOption &option : plan.alternatives)
        json["alternatives"].push_back(optionJson(option));
    json["pareto"] = plan.pareto;
    json["closest"] = plan.closest ? optionJson(*plan.closest) : Json(nullptr);
    json["rejected"] = Json::array();
    for (const Rejection &r : plan.rejected)
        json["rejected"].push_back({{"gpu", r.gpu}, {"format", std::string(formatId(r.format))}, {"code", std::string(rejectionCodeId(r.code))}, {"reason", r.reason}});
    json["considered"] = Json::array();
    for (const ConsideredFleet &fleet : plan.considered)
        json["considered"].push_back(consideredJson(fleet));
    json["warnings"] = Json::array();
    for (const PlanWarning &warning : plan.warnings)
        json["warnings"].push_back({{"code", warning.code}, {"text", warning.text}});
    json["refined"] = plan.refined;
    if (sensitivity)
        json["sensitivity"] = sensitivityJson(*sensitivity);
    json["layouts_scored"] = plan.layoutsScored;
    json["options_scored"] = plan.optionsScored;
    if (const auto &shown = plan.recommended ? plan.recommended : plan.closest)
        for (const Figure figure : kFigures)
            json["derivations"][derivationKey(figure, plan)] = isMoney(figure) && !shown->isPriced() ? Json(nullptr) : derivationJson(explain(figure, *shown, plan, catalog));
    const Json moneySide = Json::parse(moneyToJson(plan, catalog));
    for (const char *key : {"bill", "ownership", "roadmap"}) // savings are a dozen plans more: the command `bill` has them
        json[key] = moneySide.value(key, Json(nullptr));
    return json.dump(2);
}

} // namespace headroom::core
