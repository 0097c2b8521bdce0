// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/cost/cloud_bill.h>
#include <core/cost/rental_part.h>
#include <core/cost/week_hours.h>
#include <core/planning/scenario.h>

#include <vector>

namespace headroom::core {

// How the instances at the peak are divided. Reserved ones run round the clock; of those that follow the load, spot
// instances start first because they are cheaper.
struct RentalSplit {
    Commitment commitment = Commitment::OnDemand;
    int reserved = 0;
    int spot = 0;
    int onDemand = 0;

    struct Running {
        int reserved = 0, spot = 0, onDemand = 0;
    };
    // When `instances` are needed.
    Running runningFor(int instances) const;
};

RentalPrices rentalPrices(const Offer &offer, Commitment commitment);
RentalSplit rentalSplit(const RentalPrices &prices, int instances, const MoneyInputs &money);

// True where instances of different prices stand side by side.
bool isMixed(const MoneyInputs &money);

// What the hours of a week come to, by way of paying.
struct RentalUsage {
    struct Following {
        std::int64_t minutes = 0;   // of a week, serving
        std::int64_t starts = 0;
    };
    RentalSplit split;
    Following spot, onDemand;
};
RentalUsage rentalUsage(const RentalPrices &prices, const InstanceNeed &need, int replicas, const RunningReplicas &running, const MoneyInputs &money);

// True where every price that the usage needs is there.
bool isPriced(const RentalUsage &usage, const RentalPrices &prices);

// Calls visit(const RentalPart &) for each part of a usage that is priced; an instance that starts is paid `scaleUpMinutes`
// before it serves.
template<class Visit>
void visitRentalParts(const RentalUsage &usage, const RentalPrices &prices, int scaleUpMinutes, Visit visit)
{
    constexpr std::int64_t kMinutesPerWeek = 168 * 60;
    if (usage.split.reserved > 0)
        visit(RentalPart{usage.split.commitment, *prices.committed, usage.split.reserved, usage.split.reserved * kMinutesPerWeek, 0});
    const auto following = [&](Commitment commitment, const std::optional<Money> &price, int instances, const RentalUsage::Following &part) {
        const std::int64_t start = part.starts * scaleUpMinutes;
        if (instances > 0)
            visit(RentalPart{commitment, *price, instances, part.minutes + start, start});
    };
    following(Commitment::Spot, prices.spot, usage.split.spot, usage.spot);
    following(Commitment::OnDemand, prices.onDemand, usage.split.onDemand, usage.onDemand);
}

// The parts of a week; empty where a price that is needed is missing or zero.
std::vector<RentalPart> rentalParts(const RentalPrices &prices, const InstanceNeed &need, int replicas, const RunningReplicas &running,
                                    const MoneyInputs &money);

// A month of 730 hours of usual weeks: price x minutes x 730 / (168 x 60), rounded once. In the price's currency.
Money monthOf(const RentalPart &part);
// The same with every instance running round the clock.
Money alwaysOnMonthOf(const RentalPart &part);

} // namespace headroom::core
