// SPDX-License-Identifier: GPL-3.0-or-later
#include "growth_tracker.h"

#include <cmath>
#include <utility>

namespace headroom::monitor {

std::optional<Growth> GrowthTracker::observe(std::uint64_t series, TimedValue now)
{
    if (!std::isfinite(now.value))
        return std::nullopt;
    m_now[series] = now;
    const auto before = m_before.find(series);
    if (before == m_before.end())
        return std::nullopt;
    const TimedValue points[]{before->second, now};
    return over(points);
}

std::optional<double> GrowthTracker::previous(std::uint64_t series) const
{
    const auto found = m_before.find(series);
    return found == m_before.end() ? std::nullopt : std::optional(found->second.value);
}

void GrowthTracker::endPoll()
{
    ++m_polls;
    m_before = std::exchange(m_now, {});
}

std::optional<Growth> GrowthTracker::over(std::span<const TimedValue> points)
{
    if (points.size() < 2)
        return std::nullopt;
    Growth growth;
    for (std::size_t i = 1; i < points.size(); ++i)
        growth.increase += points[i].value >= points[i - 1].value ? points[i].value - points[i - 1].value : points[i].value;
    growth.seconds = points.back().timeS - points.front().timeS;
    if (!(growth.seconds > 0.0) || !std::isfinite(growth.increase))
        return std::nullopt;
    return growth;
}

} // namespace headroom::monitor
