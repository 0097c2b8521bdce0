// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

namespace headroom::monitor {

// Cumulative buckets of one distribution, added up over the series (replicas, reasons) of one subject.
struct HistogramBuckets {
    std::map<double, double> atMost; // bound -> observations at or below it; the last bound may be +Inf
    double sum = 0.0;
    double count = 0.0;
    bool hasSum = false;
    bool hasCount = false;

    // All observations: the count, else the bucket +Inf.
    double observations() const;
};

struct HistogramQuantile {
    double value = 0.0;
    bool aboveTop = false; // above the highest finite bound, which is then the value
};

// As Prometheus's histogram_quantile: linear within a bucket, the lowest one from 0 where its bound is positive. Where a
// page leaves out the bucket +Inf, the count stands for it. Nothing where nothing was observed or no bound is finite.
std::optional<HistogramQuantile> histogramQuantile(const HistogramBuckets &buckets, double quantile);

} // namespace headroom::monitor
