// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/derivation/derivation.h>
#include <core/planning/week_hours.h>

#include <algorithm>
#include <numeric>

namespace headroom::core {

WeekHours::WeekHours(const WeekProfile &week)
{
    WeekProfile sorted = week;
    std::ranges::sort(sorted);
    for (const double share : sorted) {
        if (m_count == 0 || m_levels[m_count - 1].share != share)
            m_levels[m_count++] = {share, 0};
        ++m_levels[m_count - 1].hours;
    }
    m_meanShare = std::accumulate(week.begin(), week.end(), 0.0) / static_cast<double>(week.size());
}

RunningReplicas runningReplicas(const WeekHours &week, RequestsPerSecond peak, RequestsPerSecond capacityPerReplica, int replicas, int redundancy,
                                double headroomRatio)
{
    RunningReplicas running;
    for (const WeekHours::Level &level : week) {
        const double needed = ceilToWhole(peak * level.share * (1.0 + headroomRatio) / capacityPerReplica) + redundancy;
        const int count = static_cast<int>(std::clamp<double>(needed, std::min(1 + redundancy, replicas), replicas));
        if (running.count > 0 && running.levels[running.count - 1].replicas == count)
            running.levels[running.count - 1].hours += level.hours;
        else
            running.levels[running.count++] = {count, level.hours};
    }
    return running;
}

} // namespace headroom::core
