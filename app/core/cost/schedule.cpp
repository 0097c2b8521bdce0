// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/schedule.h>
#include <core/derivation/derivation.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {

bool isWorkingHour(std::size_t hourOfWeek)
{
    return hourOfWeek < 120 && hourOfWeek % 24 >= 7 && hourOfWeek % 24 < 20;
}

CapacitySchedule scheduleFor(const Workload &workload, RequestsPerSecond capacityPerReplica, int replicas, const Scenario &scenario)
{
    const int redundancy = scenario.hardware.redundancy;
    const int least = std::min(std::max(1 + redundancy, scenario.money.minReplicas), replicas);
    const CapacityPolicy policy = scenario.money.capacity;
    CapacitySchedule schedule;
    schedule.replicas.reserve(workload.week.size());
    double demand = 0;
    double mostOutside = least; // of the hours outside working hours
    for (std::size_t hour = 0; hour < workload.week.size(); ++hour) {
        const RequestsPerSecond load = workload.peak * workload.week[hour];
        demand += load.value();
        const double needed = ceilToWhole(load * (1.0 + scenario.hardware.headroomRatio) / capacityPerReplica) + redundancy;
        const double running = policy == CapacityPolicy::Always ? replicas : std::clamp<double>(needed, least, replicas);
        schedule.replicas.push_back(running);
        if (!isWorkingHour(hour))
            mostOutside = std::max(mostOutside, running);
    }
    if (policy == CapacityPolicy::Workdays)
        for (std::size_t hour = 0; hour < schedule.replicas.size(); ++hour)
            schedule.replicas[hour] = isWorkingHour(hour) ? replicas : mostOutside;
    const double count = static_cast<double>(workload.week.size());
    schedule.meanUtilization = replicas > 0 ? demand / count / (capacityPerReplica.value() * replicas) : 0.0;
    return schedule;
}

} // namespace headroom::core
