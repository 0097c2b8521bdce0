// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/candidate.h>
#include <core/planning/price_list.h>

namespace headroom::core {

// A whole option from a sized candidate: `replicas` of it (redundancy's included), at the cheapest price of a list that sells it.
PlanOption buildOption(const PlanningContext &context, const Candidate &candidate, const PriceList &prices, int replicas);

// Replicas for the scenario's peak with headroom and redundancy. capacity > 0.
int replicasFor(const PlanningContext &context, RequestsPerSecond capacityPerReplica);

// Replicas under the scenario: what the demand needs, or what a given fleet holds (0: not one).
int replicaCount(const PlanningContext &context, const Layout &layout, RequestsPerSecond capacityPerReplica);

// Demand over the capacity of all replicas, averaged over the week.
double meanUtilization(const PlanningContext &context, RequestsPerSecond capacityPerReplica, int replicas);

} // namespace headroom::core
