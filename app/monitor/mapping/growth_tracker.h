// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>

namespace headroom::monitor {

struct TimedValue {
    double timeS = 0.0; // Unix seconds
    double value = 0.0;
};

struct Growth {
    double increase = 0.0;
    double seconds = 0.0; // > 0

    double perSecond() const { return increase / seconds; }
};

// How counters grow from one poll to the next. A counter that falls was reset: it then grew by its new value, as Prometheus
// sees it. Remembers only the series of the last poll, so series that come and go do not pile up.
class GrowthTracker {
public:
    // What was observed since the last endPoll() is dropped: a poll that failed halfway leaves no trace.
    void beginPoll() { m_now.clear(); }
    // Nothing for a series that is new, or whose time did not advance.
    std::optional<Growth> observe(std::uint64_t series, TimedValue now);
    // The value of the poll before, if there was one and the series in it.
    std::optional<double> previous(std::uint64_t series) const;
    bool hasPrevious() const { return m_polls > 0; }
    // The poll is over: what was not observed is forgotten.
    void endPoll();

    // The same over points in the order of time.
    static std::optional<Growth> over(std::span<const TimedValue> points);

private:
    std::unordered_map<std::uint64_t, TimedValue> m_before;
    std::unordered_map<std::uint64_t, TimedValue> m_now;
    std::uint64_t m_polls = 0; // that are over
};

} // namespace headroom::monitor
