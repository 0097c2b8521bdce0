// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_text.h"

#include <fmt/format.h>

#include <ranges>

namespace headroom::app {
namespace {

using core::Money;
using core::Plan;
using core::PlanOption;

std::string money(const std::optional<Money> &price)
{
    if (!price)
        return "no price";
    const Money &amount = *price;
    std::string digits = amount.toDecimalString(0);
    for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > (digits.starts_with('-') ? 1 : 0); i -= 3)
        digits.insert(static_cast<std::size_t>(i), ",");
    return fmt::format("{} {}", digits, core::currencyCode(amount.currency()));
}

std::string layoutText(const PlanOption &option)
{
    std::string split = fmt::format("tensor parallel {}", option.layout.tp);
    if (option.layout.pp > 1)
        split += fmt::format(", pipeline parallel {}", option.layout.pp);
    if (option.layout.dp > 1)
        split += fmt::format(", attention data parallel {}", option.layout.dp);
    if (option.layout.ep > 1)
        split += fmt::format(", expert parallel {}", option.layout.ep);
    return split;
}

std::string gpuName(const std::string &id, const core::Catalog &catalog)
{
    const core::Gpu *gpu = catalog.findGpu(id);
    return gpu ? gpu->name : id;
}

const char *limitText(core::CapacityLimit limit)
{
    switch (limit) {
    case core::CapacityLimit::Ttft: return "the target for the first token";
    case core::CapacityLimit::Tpot: return "the target for each further token";
    case core::CapacityLimit::EndToEnd: return "the target for a whole answer";
    case core::CapacityLimit::Throughput: return "no target: beyond its capacity the queue grows without end";
    case core::CapacityLimit::None: break;
    }
    return "nothing";
}

std::string optionText(const PlanOption &option, const Plan &plan, const core::Catalog &catalog)
{
    std::string out;
    out += fmt::format("  {} GPUs {} ({} replicas of {}: {}), {} on {}\n", option.gpus(), gpuName(option.gpu, catalog), option.layout.replicas,
                       option.layout.gpusPerReplica(), layoutText(option), core::formatId(option.format), option.engine);
    if (!option.isPriced())
        out += fmt::format("  {:<22}no price: nobody sells this GPU in the chosen offers\n", "cost");
    else
        out += fmt::format("  {:<22}{} a month following the demand, {} always on; {}{} {}x {}, price of {}\n", "cost", money(option.monthlyCost),
                       money(option.monthlyCostAlwaysOn), option.offer.provider, option.offer.region.empty() ? "" : "/" + option.offer.region, option.offer.count,
                       option.offer.instance, option.offer.asOf.empty() ? "unknown date" : option.offer.asOf);
    if (option.costPerMillionOutputTokens)
        out += fmt::format("  {:<22}{} {} per million output tokens at {:.0f} % mean utilization\n", "", option.costPerMillionOutputTokens->toDecimalString(),
                           core::currencyCode(option.costPerMillionOutputTokens->currency()), option.meanUtilization * 100);
    out += fmt::format("  {:<22}{:.1f} requests/s ({:.1f} with the redundancy lost) for a peak of {:.1f}: headroom {:.0f} %\n", "capacity", option.capacity.value(),
                       option.capacityDegraded.value(), plan.workload.peak.value(), option.headroomRatio * 100);
    const core::TailLatency &tail = option.atPeak.tail;
    out += fmt::format("  {:<22}first token {:.2f} s (median {:.2f} s), each further {:.0f} ms, a whole answer {:.1f} s, at p{:.0f} and peak load; {}\n", "latency", tail.ttft.value(),
                       option.atPeak.ttftP50.value(), tail.tpot.value() * 1e3, tail.e2e.value(), tail.percentile * 100,
                       option.simulated ? fmt::format("simulated, {} requests", option.simulated->requests) : std::string("closed form"));
    out += fmt::format("  {:<22}weights {:.1f} GB, KV cache {:.1f} GB ({:.0f} tokens a replica), reserve {:.1f} GB, free {:.1f} GB of {:.1f} GB\n", "memory per GPU",
                       option.memory.weights.value() / 1e9, option.memory.kvCache.value() / 1e9, option.kvCapacityTokensPerReplica, option.memory.reserved.value() / 1e9,
                       option.memory.free.value() / 1e9, option.memory.total.value() / 1e9);
    if (option.powerPeak)
        out += fmt::format("  {:<22}{:.1f} kW at most, {:.1f} kW on average (servers, without PUE)\n", "power", option.powerPeak->value() / 1e3, option.powerMean->value() / 1e3);
    out += fmt::format("  {:<22}{} tokens a step, {} sequences at once\n", "engine settings", option.settings.maxBatchedTokens, option.settings.maxSequences);
    if (option.limit != core::CapacityLimit::None)
        out += fmt::format("  {:<22}{}\n", "first to be missed", limitText(option.limit));
    out += fmt::format("  {:<22}{}; {}, may be a factor {:.2f} off: {} to {} GPUs at {:.0f} %\n", "bound by", core::bindingConstraintId(option.binding), core::basisId(option.basis),
                       1 + option.errorBandRatio, option.gpusLow, option.gpusHigh, option.confidence * 100);
    for (const core::Miss &miss : option.misses)
        out += fmt::format("  {:<22}{}; would do: {}\n", "misses", miss.text, miss.remedy);
    return out;
}

std::string consideredText(const core::ConsideredFleet &fleet, const core::Catalog &catalog)
{
    std::string out = fmt::format("Proposed: {}x {}\n", fleet.gpus, gpuName(fleet.gpu, catalog));
    for (const core::ConsideredFormat &f : fleet.formats) {
        std::string verdict;
        if (!f.supported)
            verdict = "not run by the engine on this GPU";
        else if (!f.fits)
            verdict = "does not fit";
        else
            verdict = fmt::format("fits, carries {:.1f} requests/s", f.capacity.value());
        const std::string smallest = f.smallestGpus > 0 ? fmt::format("smallest that holds it: {}", f.smallestGpus) : std::string("no layout of up to 64 holds it");
        out += fmt::format("  {:<6}weights {:.0f} GB, memory {:.0f} GB: {}; {}\n", core::formatId(f.format), f.weights.value() / 1e9, f.fleetMemory.value() / 1e9, verdict, smallest);
    }
    return out;
}

} // namespace

std::string planText(const Plan &plan, const core::Catalog &catalog)
{
    const core::DemandInputs &demand = plan.scenario.demand;
    std::string out = plan.scenario.title + "\n\n";
    if (plan.workload.peakOverridden)
        out += fmt::format("Peak: {:.1f} requests/s as given", plan.workload.peak.value());
    else
        out += fmt::format("Peak: {:.0f} users x {:.0f} % x {:g} requests an hour / 3,600 x peak factor {:g} = {:.1f} requests/s", demand.users, demand.adoptionRatio * 100,
                           demand.requestsPerUserHour, plan.workload.peakFactor, plan.workload.peak.value());
    out += fmt::format(" of {:.0f} input and {:.0f} output tokens; mean of the week {:.1f} requests/s\n\n", plan.workload.inputMean.value(), plan.workload.outputMean.value(),
                       plan.workload.mean.value());
    if (plan.recommended) {
        out += plan.meetsDemand ? "Recommended\n" : "Best that the fixed fleet can do (too little for the demand)\n";
        out += optionText(*plan.recommended, plan, catalog);
    } else {
        out += "Nothing meets every requirement.\n";
        if (plan.closest)
            out += "Closest\n" + optionText(*plan.closest, plan, catalog);
    }
    if (!plan.alternatives.empty()) {
        out += "\nAlternatives\n";
        for (const PlanOption &option : plan.alternatives | std::views::filter([](const PlanOption &o) { return !o.variant; }) | std::views::take(8))
            out += fmt::format("  {:>4} GPUs {:<22} {:<5} {:>18} a month  first token {:.2f} s  {}{}\n", option.gpus(), gpuName(option.gpu, catalog), core::formatId(option.format),
                               money(option.cost()), option.atPeak.tail.ttft.value(), option.offer.provider, option.offer.region.empty() ? "" : "/" + option.offer.region);
    }
    for (const core::ConsideredFleet &fleet : plan.considered)
        out += "\n" + consideredText(fleet, catalog);
    if (!plan.rejected.empty()) {
        out += "\nLeft out\n";
        for (const core::Rejection &r : plan.rejected)
            out += fmt::format("  {:<22} {:<5} {}\n", gpuName(r.gpu, catalog), core::formatId(r.format), r.reason);
    }
    if (!plan.warnings.empty()) {
        out += "\nPlease note\n";
        for (const core::PlanWarning &warning : plan.warnings)
            out += "  " + warning.text + "\n";
    }
    out += fmt::format("\nCatalog {}, prices as of {}, calibration {}.\n", plan.catalogVersion, plan.pricesAsOf.empty() ? "unknown" : plan.pricesAsOf, plan.calibration);
    return out;
}

} // namespace headroom::app
