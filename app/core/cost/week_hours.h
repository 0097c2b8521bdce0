// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <core/workload/workload.h>

#include <array>
#include <cstddef>
#include <vector>

namespace headroom::core {

// A week's profile summed up: its distinct loads, how many hours have each, and how often the load rises to it. What follows
// from hour to hour (cost, replicas that run, starts) needs no more, and a week has a dozen of them instead of 168 hours.
class WeekHours {
public:
    WeekHours() = default;
    explicit WeekHours(const WeekProfile &week);

    struct Level {
        double share = 0;   // of the peak; rising
        int hours = 0;
        int rises = 0;      // hours that have at least this load after one that had less; the week follows itself
    };
    const Level *begin() const { return m_levels.data(); }
    const Level *end() const { return m_levels.data() + m_count; }
    double meanShare() const { return m_meanShare; }               // over the week
    double mostOutsideShare() const { return m_mostOutsideShare; } // of the hours outside working hours, see schedule.h

private:
    std::array<Level, std::tuple_size_v<WeekProfile>> m_levels{};
    std::size_t m_count = 0;
    double m_meanShare = 0;
    double m_mostOutsideShare = 0;
};

// How many replicas run for how many hours of the week, and how often they grow to so many.
struct RunningReplicas {
    struct Level {
        int replicas = 0;   // rising
        int hours = 0;
        int rises = 0;
    };
    std::array<Level, std::tuple_size_v<WeekProfile>> levels{};
    std::size_t count = 0;

    const Level *begin() const { return levels.data(); }
    const Level *end() const { return levels.data() + count; }
};

// The same rule as scheduleFor(), without its 168 hours.
RunningReplicas runningReplicas(const WeekHours &week, RequestsPerSecond peak, RequestsPerSecond capacityPerReplica, int replicas, const Scenario &scenario);

// Of a schedule's hours: at most 168 whole numbers.
RunningReplicas runningReplicas(const std::vector<double> &replicasByHour);

} // namespace headroom::core
