// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/exchange.h>
#include <core/planning/plan_warnings.h>
#include <core/prices/freshness.h>
#include <core/planning/quality_note.h>

#include <fmt/format.h>

namespace headroom::core {

void addPlanWarnings(const PlanningContext &context, Plan &plan)
{
    const std::optional<PlanOption> &shown = plan.recommended ? plan.recommended : plan.closest;
    if (!shown)
        return;
    const PlanOption &option = *shown;
    const Gpu &gpu = *context.catalog.findGpu(option.gpu);
    const auto warn = [&](std::string code, std::string text, std::vector<std::string> arguments) {
        plan.warnings.push_back({std::move(code), std::move(text), std::move(arguments)});
    };
    const auto warnBelowNative = [&](NumberFormat format) {
        const QualityNote note = qualityNoteOf(format);
        warn("below_native", fmt::format("{} holds fewer bits than the checkpoint's own {}: check answer quality before buying; {} ({}, {})", formatId(format),
                                         formatId(context.model.nativeFormat), note.text, note.source.text, note.source.asOf),
             {std::string(formatId(format)), std::string(formatId(context.model.nativeFormat))});
    };
    // Each format under the native one is named once, whether recommended or an alternative.
    for (const NumberFormat format : kNumberFormats) {
        bool used = option.format == format && option.belowNative;
        for (const PlanOption &other : plan.alternatives)
            used = used || (other.format == format && other.belowNative);
        if (used)
            warnBelowNative(format);
    }
    if (option.weightOnly)
        warn("weight_only", fmt::format("{} has no {} arithmetic: weights are stored in it and computed in bf16", gpu.name, formatId(option.format)),
             {std::string(formatId(option.format)), gpu.name});
    if (option.errorBandRatio > 0.3)
        warn("uncalibrated", fmt::format("few or no published measurements stand behind this combination on {}: the figures may be a factor {:.2f} off", gpu.name,
                                         1.0 + option.errorBandRatio),
             {gpu.name, fmt::format("{:.0f}", option.errorBandRatio * 100)});
    if (gpu.source.confidence == "low")
        warn("low_confidence", fmt::format("public sources disagree on {}: {}", gpu.name, gpu.notes), {gpu.name, gpu.notes});
    const Currency from = option.offer.pricePerHour.currency();
    const Currency to = context.scenario.money.currency;
    if (option.isPriced() && from != to)
        if (const auto rate = conversionRate(context.catalog, from, to))
            warn("currency_converted", fmt::format("prices in {} are converted at {:.4g} {} ({} {})", currencyCode(from), rate->rate, currencyCode(to),
                                                   rate->source.text, rate->source.asOf),
                 {std::string(currencyCode(from)), std::string(currencyCode(to)), fmt::format("{:.4g}", rate->rate), rate->source.asOf});
    if (!option.isPriced())
        warn("no_price", fmt::format("nobody sells {} in the catalog's offers, and its price as own hardware is not known: costs are missing", gpu.name), {gpu.name});
    if (option.isPriced() && option.offer.provider != "onprem" && isStale(option.offer.asOf, context.catalog.readOn))
        warn("stale_prices", fmt::format("the price of {} {} is of {}, {} days ago: look it up again before buying", option.offer.provider, option.offer.instance, option.offer.asOf,
                                         ageInDays(option.offer.asOf, context.catalog.readOn).value_or(0)),
             {option.offer.provider, option.offer.instance, option.offer.asOf, std::to_string(ageInDays(option.offer.asOf, context.catalog.readOn).value_or(0))});
    if (option.offer.provider == "onprem")
        warn("onprem_estimate", "own hardware is priced from published estimates, not from a quote", {});
    if (option.spareGpus() > 0)
        warn("spare_gpus", fmt::format("{} GPUs are bought in whole instances and {} are used", option.gpusBought, option.gpus()),
             {std::to_string(option.gpusBought), std::to_string(option.gpus())});
    const int fleet = context.givenLayout().gpus.value_or(0);
    if (const int left = fleet - option.gpus(); plan.recommended && left > 0)
        warn("fleet_left_over", fmt::format("{} of the fleet's {} GPUs are left over: they do not make up another replica of {}", left, fleet, option.layout.gpusPerReplica()),
             {std::to_string(left), std::to_string(fleet), std::to_string(option.layout.gpusPerReplica())});
    if (plan.recommended && !plan.meetsDemand)
        warn("fleet_too_small", fmt::format("the fixed fleet carries {:.3g} requests/s, asked are {:.3g} with headroom", option.capacityDegraded.value(),
                                            context.required().value()),
             {fmt::format("{:.4g}", option.capacityDegraded.value()), fmt::format("{:.4g}", context.required().value())});
}

} // namespace headroom::core
