// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/layout_space.h>
#include <core/planning/rejection_reasons.h>

#include <fmt/format.h>

#include <algorithm>

namespace headroom::core {
namespace {

double gb(Bytes bytes)
{
    return bytes.value() / 1e9;
}

// The format that a GPU is refused for: the one asked for, or the checkpoint's.
NumberFormat askedFormat(const PlanningContext &context)
{
    return fixedFormat(context.scenario.model.format).value_or(context.model.nativeFormat);
}

Rejection rejection(const Gpu &gpu, NumberFormat format, RejectionCode code, std::string key, std::string reason, std::vector<double> values = {})
{
    Rejection r;
    r.gpu = gpu.id;
    r.format = format;
    r.code = code;
    r.reason = std::move(reason);
    r.reasonKey = std::move(key);
    r.values = std::move(values);
    return r;
}

} // namespace

int smallestFit(const PlanningContext &context, const Gpu &gpu, NumberFormat format)
{
    const WeightBytes weights = weightBytes(context.shape, checkpointFormat(context.model, format));
    const double kvBytes = kvBytesPerValue(context.engine, format);
    for (const Layout &layout : layoutsFor(context, gpu, {})) {
        const MemoryFit fit = fitMemory(context.shape, weights, gpu, context.engine, layout, kvBytes, context.maxContext);
        if (fit.fits && kvBytesPerGpu(context.shape, layout, kvBytes, context.maxContext) <= fit.use.kvCache)
            return layout.gpusPerReplica();
    }
    return 0;
}

Rejection excludedReason(const PlanningContext &context, const Gpu &gpu)
{
    return rejection(gpu, askedFormat(context), RejectionCode::Excluded, "excluded", fmt::format("{} is excluded by the scenario", gpu.name));
}

Rejection unsupportedReason(const PlanningContext &context, const Gpu &gpu)
{
    const NumberFormat format = askedFormat(context);
    std::string note;
    for (const SupportEntry &entry : context.engine.support)
        if (entry.gpuArchitecture == gpu.architecture && entry.format == format)
            note = entry.note;
    return rejection(gpu, format, RejectionCode::Support, "unsupported",
                     fmt::format("{} {} does not run {} on {} ({}){}{}", context.engine.name, context.engine.version, formatId(format), gpu.name,
                                 gpu.architecture, note.empty() ? "" : ": ", note));
}

Rejection noLayoutReason(const PlanningContext &context, const Gpu &gpu, NumberFormat format)
{
    const LayoutInputs given = context.scenario.layout.value_or(LayoutInputs{});
    return rejection(gpu, format, RejectionCode::Layout, "no_layout",
                     fmt::format("no layout of {} splits the model's attention heads evenly over the given {}", gpu.name,
                                 given.gpus ? fmt::format("{} GPUs", *given.gpus) : std::string("layout")),
                     {static_cast<double>(given.gpus.value_or(0))});
}

Rejection doesNotFitReason(const PlanningContext &context, const Candidate &largest)
{
    const Gpu &gpu = *largest.gpu;
    const int given = context.scenario.layout ? context.scenario.layout->gpus.value_or(0) : 0;
    const int gpus = std::max(largest.layout.gpusPerReplica(), given);
    const Bytes memory = gpu.memory() * static_cast<double>(gpus);
    const Bytes weights = largest.weights.total();
    if (largest.holdsContext)
        return rejection(gpu, largest.format, RejectionCode::Support, "no_rate", largest.noRate);
    if (largest.memory.fits) {
        const Bytes need = kvBytesPerGpu(context.shape, largest.layout, kvBytesPerValue(context.engine, largest.format), context.maxContext);
        return rejection(gpu, largest.format, RejectionCode::Memory, "context_does_not_fit",
            fmt::format("the weights fit on {}x {}, but one request of {:.0f} tokens needs {:.1f} GB of KV cache on each GPU and {:.1f} GB are left",
                        gpus, gpu.name, context.maxContext, gb(need), gb(largest.memory.use.kvCache)),
            {context.maxContext, need.value(), largest.memory.use.kvCache.value()});
    }
    const int smallest = smallestFit(context, gpu, largest.format);
    const std::string instead = smallest > 0 ? fmt::format("the smallest layout of this GPU that fits has {}", smallest)
                                             : std::string("no layout of up to 64 of this GPU fits");
    // Weights may be under the sum of the memories and yet not fit: each GPU keeps a reserve, and splits are not free.
    return rejection(gpu, largest.format, RejectionCode::Memory, "does_not_fit",
        fmt::format("{} weights are {:.0f} GB; {}x {} hold {:.0f} GB, of which the engine leaves {:.0f} GB for weights and KV cache; {}", formatId(largest.format),
                    gb(weights), gpus, gpu.name, gb(memory),
                    std::max(0.0, gb(memory) * context.engine.memoryFraction.value() - gb(context.engine.reservedPerGpu) * gpus), instead),
        {weights.value(), static_cast<double>(gpus), memory.value(), static_cast<double>(smallest)});
}

Rejection tooSlowReason(const PlanningContext &, const Candidate &candidate, const LatencyTargets &targets)
{
    const OperatingPoint &p = candidate.capacity.point;
    const auto reason = [&](const char *key, const char *what, Seconds best, Seconds target) {
        return rejection(*candidate.gpu, candidate.format, RejectionCode::Latency, key,
            fmt::format("even an idle replica of {}x {} needs {:.3g} s {} at p{:.0f}, the target is {:.3g} s", candidate.layout.gpusPerReplica(),
                        candidate.gpu->name, best.value(), what, targets.tail.percentile * 100, target.value()),
            {best.value(), target.value(), targets.tail.percentile});
    };
    switch (worstOf(p.tail, targets).limit) {
    case CapacityLimit::Ttft: return reason("too_slow_ttft", "to the first token", p.tail.ttft, targets.ttft);
    case CapacityLimit::EndToEnd: return reason("too_slow_e2e", "for a whole answer", p.tail.e2e, targets.e2e.value_or(Seconds(0)));
    default: return reason("too_slow_tpot", "per output token", p.tail.tpot, targets.tpot);
    }
}

Rejection unpricedReason(const PlanningContext &context, const Candidate &candidate)
{
    return rejection(*candidate.gpu, candidate.format, RejectionCode::Price, "no_price",
        fmt::format("no {} price in the catalog for {} in the chosen offers and regions (a replica takes {})", commitmentId(context.scenario.money.commitment),
                    candidate.gpu->name, candidate.layout.gpusPerReplica()),
        {static_cast<double>(candidate.layout.gpusPerReplica())});
}

Rejection overLimitReason(const PlanningContext &context, const PlanOption &option)
{
    const Gpu &gpu = *context.catalog.findGpu(option.gpu);
    if (const auto &most = context.scenario.hardware.maxGpus; most && option.gpus() > *most)
        return rejection(gpu, option.format, RejectionCode::Layout, "over_gpus",
                         fmt::format("the demand takes {} {}, the limit is {}", option.gpus(), gpu.name, *most), {static_cast<double>(option.gpus()), static_cast<double>(*most)});
    const double limit = context.scenario.hardware.maxPowerW.value_or(0);
    if (!option.powerPeak)
        return rejection(gpu, option.format, RejectionCode::Power, "over_power",
                         fmt::format("the power of {} is not published, so a limit of {:.0f} W cannot be checked", gpu.name, limit), {0.0, limit});
    return rejection(gpu, option.format, RejectionCode::Power, "over_power",
        fmt::format("{}x {} draw up to {:.0f} W with their servers, the limit is {:.0f} W", option.gpusBought, gpu.name, option.powerPeak->value(), limit),
        {option.powerPeak->value(), limit});
}

} // namespace headroom::core
