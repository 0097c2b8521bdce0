// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/error_band.h>
#include <core/accuracy/fit_bands.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace headroom::core {
namespace {

constexpr double kConfidence = 0.82;  // a little over 0.8: quantiles of few rows are narrow on others
constexpr double kShrinkRows = 10;

double quantile(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const double position = kConfidence * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(position);
    const std::size_t high = std::min(low + 1, values.size() - 1);
    return values[low] + (values[high] - values[low]) * (position - static_cast<double>(low));
}

// |log error| of one figure over the rows that count.
std::vector<double> misses(const FitRows &rows, const std::vector<RowFigures> &figures, Figure figure, const std::vector<bool> &use, const std::vector<std::size_t> *only = nullptr)
{
    std::vector<double> all;
    const auto take = [&](std::size_t i) {
        const MeasuredRow &row = rows.rows()[i];
        if (use[i] && figures[i].predicted && row.measured[at(figure)] && !row.defective[at(figure)])
            all.push_back(std::abs(figures[i].logs[at(figure)] - std::log(*row.measured[at(figure)])));
    };
    if (only)
        std::ranges::for_each(*only, take);
    else
        for (std::size_t i = 0; i < figures.size(); ++i)
            take(i);
    return all;
}

double drawn(const std::vector<double> &group, double towards)
{
    const auto n = static_cast<double>(group.size());
    return (n * quantile(group) + kShrinkRows * towards) / (n + kShrinkRows);
}

} // namespace

ErrorBands bandsFrom(const FitRows &rows, const std::vector<RowFigures> &byDeployment, const std::vector<RowFigures> &byModel,
                     const std::vector<RowFigures> &byGpu, const std::vector<bool> &use)
{
    ErrorBands bands;
    const double latency = quantile(misses(rows, byDeployment, Figure::Tpot, use));
    const double throughput = quantile(misses(rows, byDeployment, Figure::Throughput, use));
    bands.latency = std::expm1(latency);
    bands.throughput = std::expm1(throughput);
    const auto factor = [&](const std::vector<RowFigures> &figures, Figure figure, double known) {
        return known > 0 ? std::clamp(std::expm1(quantile(misses(rows, figures, figure, use))) / std::expm1(known), 1.0, 5.0) : 1.0;
    };
    bands.newModel = factor(byModel, Figure::Tpot, latency);
    bands.newFamily = factor(byGpu, Figure::Tpot, latency);
    bands.newModelThroughput = factor(byModel, Figure::Throughput, throughput);
    bands.newFamilyThroughput = factor(byGpu, Figure::Throughput, throughput);
    std::map<std::string, std::vector<std::size_t>> architectures;
    std::map<std::string, std::pair<std::string, std::vector<std::size_t>>> gpus;
    for (std::size_t i = 0; i < rows.rows().size(); ++i)
        if (const Deployment *d = rows.deployment(i); d && use[i]) {
            const std::string architecture = bandOfArchitecture(rows.traits(i), d->shape, d->gpu, rows.layout(i));
            architectures[architecture].push_back(i);
            auto &gpu = gpus[bandOfGpu(rows.traits(i), d->shape, d->gpu, rows.layout(i))];
            gpu.first = architecture;
            gpu.second.push_back(i);
            bands.shapes.insert(bandShape(rows.traits(i), d->shape));
        }
    const auto add = [&](const std::string &key, const std::vector<std::size_t> &which, double latencyTowards, double throughputTowards) {
        bands.families[key] = {static_cast<int>(which.size()), std::expm1(drawn(misses(rows, byDeployment, Figure::Tpot, use, &which), latencyTowards)),
                               std::expm1(drawn(misses(rows, byDeployment, Figure::Throughput, use, &which), throughputTowards))};
    };
    for (const auto &[key, which] : architectures)
        add(key, which, latency, throughput);
    for (const auto &[key, gpu] : gpus) {
        const ErrorBands::Family &above = bands.families.at(gpu.first);
        add(key, gpu.second, std::log1p(above.latency), std::log1p(above.throughput));
    }
    return bands;
}

} // namespace headroom::core
