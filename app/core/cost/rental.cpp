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

struct Usage {
    std::int64_t minutes = 0;
    std::int64_t starts = 0;

    void hour(int running, int before)
    {
        minutes += 60 * static_cast<std::int64_t>(running);
        starts += std::max(0, running - before);
    }
};

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

std::vector<RentalPart> rentalParts(const RentalPrices &prices, const InstanceNeed &need, int replicas, const std::vector<double> &replicasByHour,
                                    const MoneyInputs &money)
{
    const RentalSplit split = rentalSplit(prices, need.instancesFor(replicas), money);
    if ((split.reserved > 0 && !isPrice(prices.committed)) || (split.spot > 0 && !isPrice(prices.spot)) || (split.onDemand > 0 && !isPrice(prices.onDemand)))
        return {};
    Usage spot, onDemand;
    RentalSplit::Running before = split.runningFor(need.instancesFor(replicasByHour.empty() ? replicas : static_cast<int>(replicasByHour.back())));
    for (const double running : replicasByHour) {
        const RentalSplit::Running now = split.runningFor(need.instancesFor(static_cast<int>(running)));
        spot.hour(now.spot, before.spot);
        onDemand.hour(now.onDemand, before.onDemand);
        before = now;
    }
    std::vector<RentalPart> parts;
    if (split.reserved > 0)
        parts.push_back({split.commitment, *prices.committed, split.reserved, split.reserved * kMinutesPerWeek, 0});
    const auto following = [&](Commitment commitment, const std::optional<Money> &price, int instances, const Usage &usage) {
        if (instances <= 0)
            return;
        const std::int64_t start = usage.starts * money.scaleUpMinutes;
        parts.push_back({commitment, *price, instances, usage.minutes + start, start});
    };
    following(Commitment::Spot, prices.spot, split.spot, spot);
    following(Commitment::OnDemand, prices.onDemand, split.onDemand, onDemand);
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
