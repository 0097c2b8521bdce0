// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/workload/workload.h>

#include <array>
#include <cstddef>

namespace headroom::core {

// A week's profile summed up: its distinct loads, and how many hours have each. What follows from hour to hour alone (cost,
// replicas that run) needs no more, and a week has a dozen of them instead of 168 hours.
class WeekHours {
public:
    WeekHours() = default;
    explicit WeekHours(const WeekProfile &week);

    struct Level {
        double share = 0;   // of the peak
        int hours = 0;
    };
    const Level *begin() const { return m_levels.data(); }
    const Level *end() const { return m_levels.data() + m_count; }
    double meanShare() const { return m_meanShare; }   // over the week

private:
    std::array<Level, std::tuple_size_v<WeekProfile>> m_levels{};
    std::size_t m_count = 0;
    double m_meanShare = 0;
};

// How many replicas run for how many hours of the week. The same rule as scheduleFor().
struct RunningReplicas {
    struct Level {
        int replicas = 0;
        int hours = 0;
    };
    std::array<Level, std::tuple_size_v<WeekProfile>> levels{};
    std::size_t count = 0;

    const Level *begin() const { return levels.data(); }
    const Level *end() const { return levels.data() + count; }
};
RunningReplicas runningReplicas(const WeekHours &week, RequestsPerSecond peak, RequestsPerSecond capacityPerReplica, int replicas, int redundancy,
                                double headroomRatio);

} // namespace headroom::core
