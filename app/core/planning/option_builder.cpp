// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/error_band.h>
#include <core/cost/cloud_bill.h>
#include <core/cost/onprem.h>
#include <core/cost/power.h>
#include <core/cost/schedule.h>
#include <core/derivation/derivation.h>
#include <core/planning/fleet_scorer.h>
#include <core/planning/option_builder.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::core {
namespace {

constexpr double kConfidence = 0.8;
constexpr double kSecondsPerMonth = kHoursPerMonth * 3600.0;

// What is bought, with where its price comes from.
OfferUse offerUse(const FleetPrice &price, const PriceList &prices, const Gpu &gpu, const Layout &layout, const RunningReplicas &running,
                  const PlanningContext &context, double meanUtilization)
{
    OfferUse use;
    if (!price.known)
        return use;
    use.count = price.instances;
    if (price.offer) {
        const Offer &offer = *price.offer;
        const MoneyInputs &money = context.scenario.money;
        use.provider = offer.provider;
        use.region = offer.region;
        use.instance = offer.instance;
        use.gpusPerInstance = offer.gpus;
        use.pricePerHour = *offer.price(money.commitment);
        use.source = offer.sourceOf(money.commitment);
        use.asOf = use.source.asOf;
        use.prices = rentalPrices(offer, money.commitment);
        use.parts = rentalParts(use.prices, instanceNeed(layout.gpusPerReplica(), offer.gpus), layout.replicas, running, money);
        return use;
    }
    const double load = loadOfBought(meanUtilization, layout.gpusPerReplica() * layout.replicas, price.gpusBought);
    use.provider = "onprem";
    use.instance = std::to_string(gpu.perServer) + "x " + gpu.name;
    use.gpusPerInstance = gpu.perServer;
    use.pricePerHour = onPremServerMonth(gpu, *prices.own(), context.scenario.ownHardware, load)->total().times(1, kHoursPerMonth);
    use.source = onPremSource(*prices.own());
    use.asOf = use.source.asOf;
    return use;
}

} // namespace

int replicasFor(const PlanningContext &context, RequestsPerSecond capacityPerReplica)
{
    const double needed = ceilToWhole(context.required() / capacityPerReplica);
    return std::max(1, static_cast<int>(std::min(needed, 1e6))) + context.scenario.hardware.redundancy;
}

int replicaCount(const PlanningContext &context, const Layout &layout, RequestsPerSecond capacityPerReplica)
{
    const auto &given = context.scenario.layout;
    if (given && given->replicas)
        return *given->replicas;
    if (given && given->gpus)
        return *given->gpus / layout.gpusPerReplica();
    return replicasFor(context, capacityPerReplica);
}

double meanUtilization(const PlanningContext &context, RequestsPerSecond capacityPerReplica, int replicas)
{
    const double capacity = capacityPerReplica.value() * replicas;
    return capacity > 0 ? context.workload.peak.value() * context.week.meanShare() / capacity : 0.0;
}

PlanOption buildOption(const PlanningContext &context, const Candidate &candidate, const PriceList &prices, int replicas)
{
    const Scenario &scenario = context.scenario;
    const Gpu &gpu = *candidate.gpu;
    const RequestsPerSecond perReplica = candidate.capacity.point.rate;
    PlanOption option;
    option.gpu = gpu.id;
    option.format = candidate.format;
    option.weightOnly = candidate.support == FormatSupport::WeightOnly;
    option.engine = context.engine.id;
    option.settings = candidate.settings;
    option.layout = candidate.layout;
    option.layout.replicas = replicas;
    option.confidence = kConfidence;
    option.capacityPerReplica = perReplica;
    option.capacity = perReplica * replicas;
    option.capacityDegraded = perReplica * std::max(replicas - scenario.hardware.redundancy, 0);
    option.headroomRatio = context.workload.peak.value() > 0 ? option.capacityDegraded / context.workload.peak - 1.0 : 0.0;
    option.atCapacity = candidate.capacity.point;
    option.atPeak = candidate.state->atRate(std::min(context.workload.peak / replicas, perReplica), context.targets.tail);
    option.memory = candidate.memory.use;
    option.kvBytesPerToken = kvBytesPerToken(context.model.architecture, kvBytesPerValue(context.engine, candidate.format));
    option.kvCapacityTokensPerReplica = candidate.memory.kvCapacityTokens;
    option.binding = candidate.capacity.binding;
    option.limit = candidate.capacity.limit;
    option.belowNative = isBelowNative(context.model, candidate.format);
    option.basis = candidate.state->model().efficiency().calibrated ? Basis::Calibrated : Basis::Estimated;
    const Constants &constants = context.catalog.constants;
    const ConstantTraits traits = traitsOf(context.shape, checkpointFormat(context.model, candidate.format), candidate.support == FormatSupport::WeightOnly, gpu, context.engine,
                                           constants.newestVersion(context.engine.id), candidate.layout, kvBytesPerValue(context.engine, candidate.format));
    option.errorBandRatio = errorBand(constants, traits, context.shape, gpu, candidate.layout);
    option.ttftErrorBandRatio = errorBand(constants, traits, context.shape, gpu, candidate.layout, Figure::Ttft);
    const int perReplicaGpus = candidate.layout.gpusPerReplica();
    option.gpusLow = replicasFor(context, perReplica * (1.0 + option.errorBandRatio)) * perReplicaGpus;
    option.gpusHigh = replicasFor(context, perReplica / (1.0 + option.errorBandRatio)) * perReplicaGpus;

    option.replicasByHour = scheduleFor(context.workload, perReplica, replicas, scenario).replicas;
    option.meanUtilization = meanUtilization(context, perReplica, replicas);
    const RunningReplicas running = runningReplicas(context.week, context.workload.peak, perReplica, replicas, scenario);
    const FleetPrice price = prices.cheapest(option.layout, replicas, running, option.meanUtilization).value_or(prices.unknown(option.layout, replicas));
    assert((price.known || isGivenFleet(scenario)) && "only what is sold, or there, becomes an option");
    option.offer = offerUse(price, prices, gpu, option.layout, running, context, option.meanUtilization);
    option.monthlyCost = price.monthly;
    option.monthlyCostAlwaysOn = price.alwaysOn;
    option.gpusBought = price.gpusBought;
    // Tokens of a month: a whole number (under 3e18 within the accepted ranges), so that the division is exact decimal arithmetic.
    const auto tokens = static_cast<std::int64_t>(std::nearbyint(context.workload.mean.value() * kSecondsPerMonth * context.load.outputTokens));
    if (tokens > 0 && option.isPriced())
        option.costPerMillionOutputTokens = option.monthlyCost.times(1'000'000, tokens);
    if (const auto power = serverPower(gpu, option.gpusBought, loadOfBought(option.meanUtilization, option.gpus(), option.gpusBought))) {
        option.powerMean = power->mean;
        option.powerPeak = power->peak;
    }
    return option;
}

} // namespace headroom::core
