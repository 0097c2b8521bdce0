// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace headroom::monitor {

// A histogram as an exporter keeps it: cumulative only when it is printed.
class DemoHistogram {
public:
    explicit DemoHistogram(std::span<const double> bounds) : m_bounds(bounds), m_counts(bounds.size() + 1, 0) {}

    void observe(double value, std::uint64_t times = 1)
    {
        const auto bucket = static_cast<std::size_t>(std::ranges::lower_bound(m_bounds, value) - m_bounds.begin());
        m_counts[bucket] += times;
        m_count += times;
        m_sum += value * static_cast<double>(times);
    }

    std::span<const double> bounds() const { return m_bounds; }
    std::uint64_t inBucket(std::size_t bucket) const { return m_counts[bucket]; }
    std::uint64_t count() const { return m_count; }
    double sum() const { return m_sum; }

private:
    std::span<const double> m_bounds;
    std::vector<std::uint64_t> m_counts; // the last one is above every bound
    std::uint64_t m_count = 0;
    double m_sum = 0.0;
};

} // namespace headroom::monitor
