// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/serving/latency_summary.h>

#include <algorithm>
#include <numeric>

namespace headroom::core {
namespace {

// Linear interpolation between order statistics; values sorted and not empty.
double quantile(const std::vector<double> &sorted, double q)
{
    const double position = q * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(position);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (sorted[high] - sorted[low]) * (position - static_cast<double>(low));
}

std::optional<Percentiles> percentiles(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    std::ranges::sort(values);
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    return Percentiles{Seconds(mean), Seconds(quantile(values, 0.5)), Seconds(quantile(values, 0.99))};
}

} // namespace

LatencySummary summarize(const SimulationResult &result)
{
    std::vector<double> ttft;
    std::vector<double> tpot;
    double tokens = 0;
    for (const RequestTrace &r : result.requests) {
        ttft.push_back(r.firstToken - r.arrival);
        if (r.output > 1)
            tpot.push_back((r.end - r.firstToken) / (r.output - 1));
        tokens += r.output;
    }
    LatencySummary summary;
    summary.ttft = percentiles(std::move(ttft));
    summary.tpot = percentiles(std::move(tpot));
    if (result.duration.value() > 0)
        summary.output = TokensPerSecond(tokens / result.duration.value());
    return summary;
}

} // namespace headroom::core
