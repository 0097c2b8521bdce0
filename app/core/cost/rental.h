// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/cost/cloud_bill.h>
#include <core/cost/rental_part.h>
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

// The parts that the hours of a week come to; an instance that starts is paid `scaleUpMinutes` before it serves. Empty where
// a price that is needed is missing or zero.
std::vector<RentalPart> rentalParts(const RentalPrices &prices, const InstanceNeed &need, int replicas, const std::vector<double> &replicasByHour,
                                    const MoneyInputs &money);

// A month of 730 hours of usual weeks: price x minutes x 730 / (168 x 60), rounded once. In the price's currency.
Money monthOf(const RentalPart &part);
// The same with every instance running round the clock.
Money alwaysOnMonthOf(const RentalPart &part);

} // namespace headroom::core
