// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/error_band.h>
#include <core/accuracy/fit_bands.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace headroom::core {
namespace {

constexpr double kConfidence = 0.81;  // a little over 0.8: what is drawn together is narrow for the rest
constexpr double kShrinkRows = 10;

// The quantile of few values is narrow on others: as in conformal prediction, n of them are read at (n + 1) / n of the level.
double quantile(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const auto n = static_cast<double>(values.size());
    const double position = std::min(kConfidence * (n + 1.0) / n, 1.0) * (n - 1.0);
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
    std::array<double, kFigureCount> overall{};
    for (const Figure figure : {Figure::Tpot, Figure::Ttft, Figure::Throughput})
        overall[at(figure)] = quantile(misses(rows, byDeployment, figure, use));
    bands.latency = std::expm1(overall[at(Figure::Tpot)]);
    bands.firstToken = std::expm1(overall[at(Figure::Ttft)]);
    bands.throughput = std::expm1(overall[at(Figure::Throughput)]);
    const auto factor = [&](const std::vector<RowFigures> &figures, Figure figure) {
        const double known = overall[at(figure)];
        return known > 0 ? std::clamp(std::expm1(quantile(misses(rows, figures, figure, use))) / std::expm1(known), 1.0, 5.0) : 1.0;
    };
    bands.newModel = factor(byModel, Figure::Tpot);
    bands.newFamily = factor(byGpu, Figure::Tpot);
    bands.newModelFirstToken = factor(byModel, Figure::Ttft);
    bands.newFamilyFirstToken = factor(byGpu, Figure::Ttft);
    bands.newModelThroughput = factor(byModel, Figure::Throughput);
    bands.newFamilyThroughput = factor(byGpu, Figure::Throughput);
    struct Group {
        std::vector<std::size_t> rows;
        std::string above;        // of a GPU: its architecture
        bool hard = false;
    };
    std::map<std::string, Group> architectures;
    std::map<std::string, Group> gpus;
    for (std::size_t i = 0; i < rows.rows().size(); ++i)
        if (const Deployment *d = rows.deployment(i); d && use[i]) {
            const std::string architecture = bandOfArchitecture(rows.traits(i), d->shape, d->gpu, rows.layout(i));
            architectures[architecture].rows.push_back(i);
            architectures[architecture].hard = isHardToPredict(d->shape, d->gpu, rows.layout(i));
            Group &gpu = gpus[bandOfGpu(rows.traits(i), d->shape, d->gpu, rows.layout(i))];
            gpu.above = architecture;
            gpu.rows.push_back(i);
            bands.shapes.insert(bandShape(rows.traits(i), d->shape));
        }
    const auto width = [&](const Group &group, Figure figure, double towards) {
        return std::expm1(drawn(misses(rows, byDeployment, figure, use, &group.rows), towards));
    };
    for (const auto &[key, group] : architectures) {
        // What is hard to predict must show by its own rows that it is not.
        const auto towards = [&](Figure figure) { return group.hard ? std::max(overall[at(figure)], std::log1p(bands.leastUnknown)) : overall[at(figure)]; };
        bands.families[key] = {static_cast<int>(group.rows.size()), width(group, Figure::Tpot, towards(Figure::Tpot)), width(group, Figure::Throughput, towards(Figure::Throughput)),
                               width(group, Figure::Ttft, towards(Figure::Ttft))};
    }
    for (const auto &[key, group] : gpus) {
        const ErrorBands::Family &above = bands.families.at(group.above);
        bands.families[key] = {static_cast<int>(group.rows.size()), width(group, Figure::Tpot, std::log1p(above.latency)),
                               width(group, Figure::Throughput, std::log1p(above.throughput)), width(group, Figure::Ttft, std::log1p(above.firstToken))};
    }
    return bands;
}

} // namespace headroom::core
