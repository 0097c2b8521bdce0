// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/error_band.h>
#include <core/cost/cloud_bill.h>
#include <core/cost/exchange.h>
#include <core/cost/onprem.h>
#include <core/cost/power.h>
#include <core/cost/schedule.h>
#include <core/derivation/derivation.h>
#include <core/planning/option_builder.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace headroom::core {
namespace {

constexpr double kConfidence = 0.8;
constexpr double kSecondsPerMonth = kHoursPerMonth * 3600.0;

bool sameText(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

bool isOnPrem(std::string_view entry)
{
    return sameText(entry, "onprem");
}

std::optional<PricedOffer> onPremOffer(const PlanningContext &context, const Gpu &gpu, const Layout &layout, int replicas, double meanUtilization)
{
    const auto month = onPremServerMonth(gpu, meanUtilization);
    if (!month || layout.tp > gpu.perServer)
        return std::nullopt;
    const int servers = instanceNeed(layout.gpusPerReplica(), gpu.perServer).instancesFor(replicas);
    const auto total = convert(context.catalog, month->total().times(servers), context.scenario.money.currency);
    if (!total)
        return std::nullopt;
    PricedOffer priced;
    priced.use.provider = "onprem";
    priced.use.instance = std::to_string(gpu.perServer) + "x " + gpu.name;
    priced.use.count = servers;
    priced.use.gpusPerInstance = gpu.perServer;
    priced.use.pricePerHour = month->total().times(1, kHoursPerMonth);
    priced.use.asOf = onPremAsOf();
    priced.use.source = {onPremSource(), onPremAsOf(), "low"};
    priced.monthly = priced.alwaysOn = *total; // bought servers cost the same at night
    priced.gpusBought = servers * gpu.perServer;
    return priced;
}

} // namespace

bool offerAllowed(const Scenario &scenario, const Offer &offer)
{
    const auto &wanted = scenario.money.offers;
    // A marketplace's median is nothing one can order at: it counts only where the person names the provider.
    if (wanted.empty())
        return offer.source.confidence != "low";
    return std::ranges::any_of(wanted, [&](const std::string &entry) {
        const auto slash = entry.find('/');
        const std::string_view provider = std::string_view(entry).substr(0, slash);
        if (!sameText(provider, offer.provider))
            return false;
        return slash == std::string::npos || sameText(std::string_view(entry).substr(slash + 1), offer.region);
    });
}

bool onPremAllowed(const Scenario &scenario)
{
    return std::ranges::any_of(scenario.money.offers, isOnPrem);
}

std::optional<PricedOffer> cheapestOffer(const PlanningContext &context, const Gpu &gpu, const Layout &layout,
                                         const std::vector<double> &replicasByHour, double meanUtilization)
{
    const Scenario &scenario = context.scenario;
    const int replicas = layout.replicas;
    std::optional<PricedOffer> best;
    const auto keep = [&](PricedOffer priced) {
        if (!best || compare(priced.monthly, best->monthly) < 0)
            best = std::move(priced);
    };
    for (const Offer &offer : context.catalog.offers) {
        if (offer.gpu != gpu.id || offer.gpus <= 0 || !offerAllowed(scenario, offer))
            continue;
        const auto &price = offer.price(scenario.money.commitment);
        // A tensor-parallel group lives inside one instance. A replica spans instances only as whole servers of GPUs that
        // are built for it: single-GPU instances have no network between them that could carry it.
        const int perReplica = layout.gpusPerReplica();
        const bool spans = perReplica > offer.gpus;
        if (!price || price->micros() <= 0 || layout.tp > offer.gpus
            || (spans && (perReplica % offer.gpus != 0 || offer.gpus < gpu.perServer || offer.gpus < 4 || !gpu.interconnect)))
            continue;
        const InstanceNeed need = instanceNeed(perReplica, offer.gpus);
        PricedOffer priced;
        const int count = need.instancesFor(replicas);
        const Money always = alwaysOnMonth(*price, count);
        // What is reserved is paid for day and night.
        const bool committed = scenario.money.commitment == Commitment::OneYear || scenario.money.commitment == Commitment::ThreeYears;
        const auto monthly = convert(context.catalog, committed ? always : scheduledMonth(*price, need, replicasByHour), scenario.money.currency);
        const auto alwaysOn = convert(context.catalog, always, scenario.money.currency);
        if (!monthly || !alwaysOn)
            continue;
        priced.use = {offer.provider, offer.region, offer.instance, count, offer.gpus, *price, offer.source.asOf, offer.source};
        priced.monthly = *monthly;
        priced.alwaysOn = *alwaysOn;
        priced.gpusBought = count * offer.gpus;
        keep(std::move(priced));
    }
    if (onPremAllowed(scenario))
        if (auto priced = onPremOffer(context, gpu, layout, replicas, meanUtilization))
            keep(*std::move(priced));
    return best;
}

int replicasFor(const PlanningContext &context, RequestsPerSecond capacityPerReplica)
{
    const double needed = ceilToWhole(context.required() / capacityPerReplica);
    return std::max(1, static_cast<int>(std::min(needed, 1e6))) + context.scenario.hardware.redundancy;
}

std::optional<PlanOption> buildOption(const PlanningContext &context, const Candidate &candidate, int replicas)
{
    const Scenario &scenario = context.scenario;
    const Gpu &gpu = *candidate.gpu;
    const RequestsPerSecond perReplica = candidate.capacity.point.rate;
    PlanOption option;
    option.gpu = gpu.id;
    option.format = candidate.format;
    option.weightOnly = candidate.support == FormatSupport::WeightOnly;
    option.engine = context.engine.id;
    option.layout = candidate.layout;
    option.layout.replicas = replicas;
    option.confidence = kConfidence;
    option.capacityPerReplica = perReplica;
    option.capacity = perReplica * replicas;
    option.capacityDegraded = perReplica * std::max(replicas - scenario.hardware.redundancy, 0);
    option.headroomRatio = context.workload.peak.value() > 0 ? option.capacityDegraded / context.workload.peak - 1.0 : 0.0;
    option.atCapacity = candidate.capacity.point;
    option.atPeak = candidate.state->atRate(std::min(context.workload.peak / replicas, perReplica));
    option.memory = candidate.memory.use;
    option.kvBytesPerToken = kvBytesPerToken(context.model.architecture, kvBytesPerValue(context.engine, candidate.format));
    option.kvCapacityTokensPerReplica = candidate.memory.kvCapacityTokens;
    option.binding = candidate.capacity.binding;
    option.belowNative = isBelowNative(context.model, candidate.format);
    option.errorBandRatio = errorBand(context.catalog.constants, traitsOf(context.shape, checkpointFormat(context.model, candidate.format), candidate.support == FormatSupport::WeightOnly, gpu,
                                                                              context.engine, context.catalog.constants.newestVersion(context.engine.id), candidate.layout,
                                                                              kvBytesPerValue(context.engine, candidate.format)),
                                      context.shape, gpu, candidate.layout);
    const int perReplicaGpus = candidate.layout.gpusPerReplica();
    option.gpusLow = replicasFor(context, perReplica * (1.0 + option.errorBandRatio)) * perReplicaGpus;
    option.gpusHigh = replicasFor(context, perReplica / (1.0 + option.errorBandRatio)) * perReplicaGpus;

    const CapacitySchedule schedule = scheduleFor(context.workload, perReplica, replicas, scenario.hardware.redundancy, scenario.hardware.headroomRatio);
    option.replicasByHour = schedule.replicas;
    option.meanUtilization = schedule.meanUtilization;

    auto priced = cheapestOffer(context, gpu, option.layout, schedule.replicas, schedule.meanUtilization);
    if (!priced)
        return std::nullopt;
    option.offer = std::move(priced->use);
    option.monthlyCost = priced->monthly;
    option.monthlyCostAlwaysOn = priced->alwaysOn;
    option.gpusBought = priced->gpusBought;
    // Tokens of a month: a whole number (under 3e18 within the accepted ranges), so that the division is exact decimal arithmetic.
    const auto tokens = static_cast<std::int64_t>(std::nearbyint(context.workload.mean.value() * kSecondsPerMonth * context.load.outputTokens));
    if (tokens > 0)
        option.costPerMillionOutputTokens = option.monthlyCost.times(1'000'000, tokens);
    if (const auto power = serverPower(gpu, option.gpusBought, schedule.meanUtilization)) {
        option.powerMean = power->mean;
        option.powerPeak = power->peak;
    }
    return option;
}

} // namespace headroom::core
