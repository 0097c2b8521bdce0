// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/candidate.h>

#include <optional>

namespace headroom::core {

// What one way of buying costs.
struct PricedOffer {
    OfferUse use;
    Money monthly;            // scenario's currency, following the schedule
    Money alwaysOn;
    int gpusBought = 0;
};

// True where the scenario's offers let this one through ("any", provider, provider/region).
bool offerAllowed(const Scenario &scenario, const Offer &offer);
bool onPremAllowed(const Scenario &scenario);

// Cheapest allowed offer for so many replicas, by the month that follows the schedule; empty where nobody sells this GPU
// in whole instances that hold the layout at the scenario's commitment.
std::optional<PricedOffer> cheapestOffer(const PlanningContext &context, const Gpu &gpu, const Layout &layout,
                                         const std::vector<double> &replicasByHour, double meanUtilization);

// A whole option from a sized candidate: `replicas` of it (redundancy's included), priced. Empty without an offer.
std::optional<PlanOption> buildOption(const PlanningContext &context, const Candidate &candidate, int replicas);

// Replicas for the scenario's peak with headroom and redundancy. capacity > 0.
int replicasFor(const PlanningContext &context, RequestsPerSecond capacityPerReplica);

} // namespace headroom::core
