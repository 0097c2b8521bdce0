// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/schedule.h>
#include <core/cost/week_hours.h>
#include <core/derivation/derivation.h>

#include <algorithm>
#include <numeric>

namespace headroom::core {
namespace {

constexpr int kHoursPerWeek = std::tuple_size_v<WeekProfile>;

// Distinct values of a week's hours, rising, with how many hours have each and how often the week rises to each.
template<class Values, class Add>
void countHours(const Values &hours, Add add)
{
    Values sorted = hours;
    std::ranges::sort(sorted);
    for (auto from = sorted.begin(); from != sorted.end();) {
        const auto to = std::upper_bound(from, sorted.end(), *from);
        int rises = 0;
        for (std::size_t hour = 0; hour < hours.size(); ++hour)
            rises += hours[hour] >= *from && hours[hour == 0 ? hours.size() - 1 : hour - 1] < *from ? 1 : 0;
        add(*from, static_cast<int>(to - from), rises);
        from = to;
    }
}

} // namespace

WeekHours::WeekHours(const WeekProfile &week)
{
    countHours(week, [this](double share, int hours, int rises) { m_levels[m_count++] = {share, hours, rises}; });
    m_meanShare = std::accumulate(week.begin(), week.end(), 0.0) / static_cast<double>(week.size());
    for (std::size_t hour = 0; hour < week.size(); ++hour)
        if (!isWorkingHour(hour))
            m_mostOutsideShare = std::max(m_mostOutsideShare, week[hour]);
}

RunningReplicas runningReplicas(const WeekHours &week, RequestsPerSecond peak, RequestsPerSecond capacityPerReplica, int replicas, const Scenario &scenario)
{
    const int redundancy = scenario.hardware.redundancy;
    const int least = std::min(std::max(1 + redundancy, scenario.money.minReplicas), replicas);
    const auto countAt = [&](double share) {
        const double needed = ceilToWhole(peak * share * (1.0 + scenario.hardware.headroomRatio) / capacityPerReplica) + redundancy;
        return static_cast<int>(std::clamp<double>(needed, least, replicas));
    };
    RunningReplicas running;
    // Levels come in rising order; what runs at several of them alike is one, entered from below the first.
    const auto add = [&](int count, int hours, int rises) {
        if (running.count > 0 && running.levels[running.count - 1].replicas == count)
            running.levels[running.count - 1].hours += hours;
        else
            running.levels[running.count++] = {count, hours, rises};
    };
    switch (scenario.money.capacity) {
    case CapacityPolicy::Hourly:
        for (const WeekHours::Level &level : week)
            add(countAt(level.share), level.hours, level.rises);
        break;
    case CapacityPolicy::Workdays:
        add(countAt(week.mostOutsideShare()), kHoursPerWeek - kWorkingHours, 0);
        add(replicas, kWorkingHours, kWorkingDays);
        break;
    case CapacityPolicy::Always:
        add(replicas, kHoursPerWeek, 0);
        break;
    }
    return running;
}

RunningReplicas runningReplicas(const std::vector<double> &replicasByHour)
{
    RunningReplicas running;
    std::vector<double> hours = replicasByHour;
    hours.resize(std::min<std::size_t>(hours.size(), running.levels.size()));
    countHours(hours, [&](double replicas, int count, int rises) { running.levels[running.count++] = {static_cast<int>(replicas), count, rises}; });
    return running;
}

} // namespace headroom::core
