// SPDX-License-Identifier: GPL-3.0-or-later
#include "histogram.h"

#include <algorithm>
#include <cmath>

namespace headroom::monitor {

double HistogramBuckets::observations() const
{
    if (!atMost.empty() && std::isinf(atMost.rbegin()->first))
        return atMost.rbegin()->second;
    if (hasCount)
        return count;
    return atMost.empty() ? 0.0 : atMost.rbegin()->second;
}

std::optional<HistogramQuantile> histogramQuantile(const HistogramBuckets &buckets, double quantile)
{
    const double total = buckets.observations();
    if (!(total > 0.0) || buckets.atMost.empty() || std::isinf(buckets.atMost.begin()->first))
        return std::nullopt;
    const double wanted = quantile * total;
    double lower = 0.0;
    double below = 0.0; // observations below the bucket
    bool first = true;
    for (const auto &[bound, atMost] : buckets.atMost) {
        // A bucket scraped between two updates may hold less than the one below it.
        const double held = std::max(atMost, below);
        if (std::isinf(bound))
            break;
        if (held >= wanted) {
            if (first && bound <= 0.0)
                return HistogramQuantile{bound, false};
            const double share = held > below ? (wanted - below) / (held - below) : 1.0;
            return HistogramQuantile{lower + (bound - lower) * share, false};
        }
        lower = bound;
        below = held;
        first = false;
    }
    return HistogramQuantile{lower, true};
}

} // namespace headroom::monitor
