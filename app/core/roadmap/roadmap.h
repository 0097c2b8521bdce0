// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/money.h>
#include <core/units/quantity.h>

#include <vector>

namespace headroom::core {

// One month of the road ahead; month 1 is the first one in service.
struct RoadmapMonth {
    int month = 1;
    double factor = 1;             // of the planned peak
    RequestsPerSecond peak;
    int replicas = 0;
    int gpus = 0;
    int instances = 0;
    Money cost;                    // the whole bill

    bool operator==(const RoadmapMonth &) const = default;
};

// Months that run with the same number of replicas.
struct RoadmapPhase {
    int firstMonth = 1, lastMonth = 1;
    double orderMonth = 0;         // when to order, in months from the start of service; 0 or less: before it
    int replicas = 0, gpus = 0, instances = 0;
    int addedReplicas = 0, addedGpus = 0, addedInstances = 0;  // over the phase before; the first phase: all
    RequestsPerSecond peak;        // highest of the phase
    RequestsPerSecond capacity;    // with the redundancy lost
    Money monthlyCost;             // of the last month
    Money purchase;                // of the instances added, of own hardware; else zero
    Money cost;                    // of all its months

    bool operator==(const RoadmapPhase &) const = default;
};

struct BudgetPeriod {
    int year = 1;                  // counted from the start of service
    int quarter = 0;               // 1 .. 4; 0: the whole year
    int months = 0;                // that lie within the horizon
    Money amount;

    bool operator==(const BudgetPeriod &) const = default;
};

struct Roadmap {
    std::vector<RoadmapMonth> months;
    std::vector<RoadmapPhase> phases;
    std::vector<BudgetPeriod> quarters;
    std::vector<BudgetPeriod> years;
    Money total;
    int leadWeeks = 0;
    bool priced = true;            // false: what the fleet costs is not known, and no amount means anything

    bool operator==(const Roadmap &) const = default;
};

} // namespace headroom::core
