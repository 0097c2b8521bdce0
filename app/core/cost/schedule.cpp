// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/schedule.h>
#include <core/derivation/derivation.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {

CapacitySchedule scheduleFor(const Workload &workload, RequestsPerSecond capacityPerReplica, int replicas, int redundancy, double headroomRatio)
{
    CapacitySchedule schedule;
    schedule.replicas.reserve(workload.week.size());
    double hours = 0;
    double demand = 0;
    for (const double share : workload.week) {
        const RequestsPerSecond load = workload.peak * share;
        const double needed = ceilToWhole(load * (1.0 + headroomRatio) / capacityPerReplica) + redundancy;
        const double running = std::clamp<double>(needed, std::min(1 + redundancy, replicas), replicas);
        schedule.replicas.push_back(running);
        hours += running;
        demand += load.value();
    }
    const double count = static_cast<double>(workload.week.size());
    schedule.replicaHoursRatio = replicas > 0 ? hours / (replicas * count) : 1.0;
    schedule.meanUtilization = replicas > 0 ? demand / count / (capacityPerReplica.value() * replicas) : 0.0;
    return schedule;
}

} // namespace headroom::core
