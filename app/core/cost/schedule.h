// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <core/workload/workload.h>

#include <vector>

namespace headroom::core {

// Replicas that each hour of the week needs.
struct CapacitySchedule {
    std::vector<double> replicas;      // 168 whole numbers
    double meanUtilization = 0;        // demand over the capacity of all replicas, averaged over the week
};

// Replicas that follow the demand as the scenario's money.capacity says: enough for the hour's demand with headroom, plus the
// redundancy, never more than `replicas`, nor fewer than money.min_replicas (at least one with the redundancy).
// capacityPerReplica > 0.
CapacitySchedule scheduleFor(const Workload &workload, RequestsPerSecond capacityPerReplica, int replicas, const Scenario &scenario);

// The working hours of CapacityPolicy::Workdays: Monday to Friday, 7 to 20.
bool isWorkingHour(std::size_t hourOfWeek);
inline constexpr int kWorkingDays = 5;
inline constexpr int kWorkingHours = kWorkingDays * 13;   // of a week

} // namespace headroom::core
