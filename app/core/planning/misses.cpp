// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/misses.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

// Peak that so many GPUs of the option carry with headroom and redundancy.
double peakOn(const PlanningContext &context, const PlanOption &option, double gpus)
{
    const double replicas = std::floor(gpus / option.layout.gpusPerReplica()) - context.scenario.hardware.redundancy;
    return std::max(replicas, 0.0) * option.capacityPerReplica.value() / (1.0 + context.scenario.hardware.headroomRatio);
}

std::string orLowerPeak(double peak)
{
    return peak > 0 ? fmt::format(", or a peak of at most {:.3g} requests/s", peak) : std::string();
}

Miss latencyMiss(const char *key, const char *what, Seconds reached, Seconds asked, double percentile)
{
    return {key, reached.value(), asked.value(),
            fmt::format("{} p{:.0f} is {:.3g} s, {:.0f} % over the target of {:.3g} s", what, percentile * 100, reached.value(), (reached / asked - 1.0) * 100, asked.value()),
            fmt::format("a target of at least {:.3g} s, another GPU type or number format, or shorter requests", reached.value())};
}

} // namespace

std::vector<Miss> missesOf(const PlanningContext &context, const PlanOption &option)
{
    const HardwareInputs &hardware = context.scenario.hardware;
    const LatencyTargets &targets = context.targets;
    const TailLatency &tail = option.atPeak.tail;
    std::vector<Miss> misses;
    if (tail.ttft > targets.ttft)
        misses.push_back(latencyMiss("ttft", "time to first token", tail.ttft, targets.ttft, tail.percentile));
    if (tail.tpot > targets.tpot)
        misses.push_back(latencyMiss("tpot", "time per output token", tail.tpot, targets.tpot, tail.percentile));
    if (targets.e2e && tail.e2e > *targets.e2e)
        misses.push_back(latencyMiss("e2e", "the latency of a whole answer", tail.e2e, *targets.e2e, tail.percentile));
    if (hardware.maxGpus && option.gpus() > *hardware.maxGpus)
        misses.push_back({"gpus", static_cast<double>(option.gpus()), static_cast<double>(*hardware.maxGpus),
                          fmt::format("it takes {} GPUs, the limit is {}", option.gpus(), *hardware.maxGpus),
                          fmt::format("a limit of at least {} GPUs{}", option.gpus(), orLowerPeak(peakOn(context, option, *hardware.maxGpus)))});
    if (hardware.maxPowerW && !option.powerPeak)
        misses.push_back({"power_unknown", 0, *hardware.maxPowerW, "its power is not published, so the limit cannot be checked", "no limit on power, or a GPU whose power is published"});
    else if (hardware.maxPowerW && option.powerPeak->value() > *hardware.maxPowerW)
        misses.push_back({"power", option.powerPeak->value(), *hardware.maxPowerW,
                          fmt::format("its servers draw up to {:.0f} W, the limit is {:.0f} W", option.powerPeak->value(), *hardware.maxPowerW),
                          fmt::format("a limit of at least {:.0f} W{}", option.powerPeak->value(),
                                      orLowerPeak(peakOn(context, option, std::floor(option.gpus() * *hardware.maxPowerW / option.powerPeak->value()))))});
    const int fleet = context.givenLayout().gpus.value_or(0);
    if (fleet > 0 && option.gpus() > fleet)
        misses.push_back({"fleet", static_cast<double>(option.gpus()), static_cast<double>(fleet),
                          fmt::format("it takes {} GPUs, the fixed fleet has {}", option.gpus(), fleet), fmt::format("a fleet of at least {} of this GPU", option.gpus())});
    return misses;
}

bool isRelaxation(std::string_view key)
{
    return key == "layout" || key == "regions" || key == "offers" || key == "gpu_choice";
}

void relax(Scenario &scenario, std::string_view key)
{
    if (key == "layout" || key == "gpu_choice")
        scenario.layout.reset();
    if (key == "gpu_choice")
        scenario.hardware.gpus.clear();
    if (key == "regions") {
        scenario.money.regions.clear();
        scenario.money.excludeRegions.clear();
    }
    if (key == "offers") {
        scenario.money.offers.clear();
        scenario.money.commitment = Commitment::OnDemand;
    }
}

Miss relaxationMiss(std::string_view key, const Scenario &asked, const PlanOption &option, const Catalog &catalog)
{
    const auto miss = [&](std::string text, std::string remedy) { return Miss{std::string(key), 0, 0, std::move(text), std::move(remedy)}; };
    const Gpu *gpu = catalog.findGpu(option.gpu);
    const std::string name = gpu ? gpu->name : option.gpu;
    const std::string place = option.offer.region.empty() ? option.offer.provider : option.offer.provider + "/" + option.offer.region;
    if (key == "layout")
        return asked.layout && asked.layout->gpus ? miss(fmt::format("it does not fit the fixed fleet of {} GPUs", *asked.layout->gpus), fmt::format("a fleet of at least {} {}", option.gpus(), name))
                                                  : miss("it does not keep the fixed layout", "leaving the layout to the search");
    if (key == "regions")
        return miss("it is not in the regions that are allowed", fmt::format("allowing {}", place));
    if (key == "offers")
        return miss("it is not among the chosen offers", fmt::format("allowing {} on demand", place));
    return miss("it uses another GPU than those chosen", fmt::format("allowing {}", name));
}

Miss loadMiss(const PlanningContext &context, RequestsPerSecond reached)
{
    const double peak = context.workload.peak.value();
    return {"load", reached.value(), peak, fmt::format("it meets the latency targets only under {:.3g} requests/s a replica", reached.value()),
            fmt::format("wider latency targets than {:.3g} s and {:.3g} s", context.targets.ttft.value(), context.targets.tpot.value())};
}

} // namespace headroom::core
