// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/rental.h>
#include <core/derivation/derivation.h>

#include <algorithm>

namespace headroom::core {
namespace {

constexpr std::int64_t kMinutesPerWeek = 168 * 60;

bool isReserved(Commitment commitment)
{
    return commitment == Commitment::OneYear || commitment == Commitment::ThreeYears;
}

bool isPrice(const std::optional<Money> &price)
{
    return price && price->micros() > 0;
}

} // namespace

RentalSplit::Running RentalSplit::runningFor(int instances) const
{
    Running running;
    running.reserved = reserved;
    const int flexible = std::max(0, instances - reserved);
    running.spot = std::min(flexible, spot);
    running.onDemand = flexible - running.spot;
    return running;
}

RentalPrices rentalPrices(const Offer &offer, Commitment commitment)
{
    return {commitment, offer.price(commitment), offer.onDemand, offer.spot};
}

RentalSplit rentalSplit(const RentalPrices &prices, int instances, const MoneyInputs &money)
{
    RentalSplit split;
    split.commitment = prices.commitment;
    const int committed = prices.commitment == Commitment::OnDemand ? 0 : std::min(instances, static_cast<int>(ceilToWhole(money.committedRatio * instances)));
    const int rest = instances - committed;
    if (isReserved(prices.commitment)) {
        split.reserved = committed;
        split.spot = isPrice(prices.spot) ? static_cast<int>(floorToWhole(money.spotRatio * rest)) : 0;
    } else {
        split.spot = committed + (isPrice(prices.spot) ? static_cast<int>(floorToWhole(money.spotRatio * rest)) : 0);
    }
    split.onDemand = instances - split.reserved - split.spot;
    return split;
}

bool isMixed(const MoneyInputs &money)
{
    return money.spotRatio > 0 || (money.commitment != Commitment::OnDemand && money.committedRatio < 1);
}

RentalUsage rentalUsage(const RentalPrices &prices, const InstanceNeed &need, int replicas, const RunningReplicas &running, const MoneyInputs &money)
{
    RentalUsage usage;
    usage.split = rentalSplit(prices, need.instancesFor(replicas), money);
    RentalSplit::Running below = running.count > 0 ? usage.split.runningFor(need.instancesFor(running.begin()->replicas)) : RentalSplit::Running{};
    for (const RunningReplicas::Level &level : running) {
        const RentalSplit::Running now = usage.split.runningFor(need.instancesFor(level.replicas));
        usage.spot.minutes += 60 * static_cast<std::int64_t>(now.spot) * level.hours;
        usage.onDemand.minutes += 60 * static_cast<std::int64_t>(now.onDemand) * level.hours;
        // Whenever so many are reached from below, what the level has beyond the one under it starts.
        usage.spot.starts += static_cast<std::int64_t>(now.spot - below.spot) * level.rises;
        usage.onDemand.starts += static_cast<std::int64_t>(now.onDemand - below.onDemand) * level.rises;
        below = now;
    }
    return usage;
}

bool isPriced(const RentalUsage &usage, const RentalPrices &prices)
{
    const RentalSplit &split = usage.split;
    return (split.reserved == 0 || isPrice(prices.committed)) && (split.spot == 0 || isPrice(prices.spot)) && (split.onDemand == 0 || isPrice(prices.onDemand));
}

std::vector<RentalPart> rentalParts(const RentalPrices &prices, const InstanceNeed &need, int replicas, const RunningReplicas &running, const MoneyInputs &money)
{
    std::vector<RentalPart> parts;
    const RentalUsage usage = rentalUsage(prices, need, replicas, running, money);
    if (isPriced(usage, prices))
        visitRentalParts(usage, prices, money.scaleUpMinutes, [&parts](const RentalPart &part) { parts.push_back(part); });
    return parts;
}

Money monthOf(const RentalPart &part)
{
    return part.pricePerHour.times(part.minutesPerWeek * kHoursPerMonth, kMinutesPerWeek);
}

Money alwaysOnMonthOf(const RentalPart &part)
{
    return alwaysOnMonth(part.pricePerHour, part.instances);
}

} // namespace headroom::core
