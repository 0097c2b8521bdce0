// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/accuracy_report.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace headroom::core {
namespace {

ErrorSummary summaryOf(std::vector<double> errors)
{
    ErrorSummary summary;
    summary.rows = static_cast<int>(errors.size());
    if (errors.empty())
        return summary;
    std::ranges::sort(errors);
    const auto quantile = [&](double q) {
        const double position = q * static_cast<double>(errors.size() - 1);
        const auto low = static_cast<std::size_t>(position);
        const std::size_t high = std::min(low + 1, errors.size() - 1);
        return errors[low] + (errors[high] - errors[low]) * (position - static_cast<double>(low));
    };
    summary.median = quantile(0.5);
    summary.p90 = quantile(0.9);
    summary.mean = std::accumulate(errors.begin(), errors.end(), 0.0) / static_cast<double>(errors.size());
    return summary;
}

std::string_view loadId(LoadMode mode)
{
    switch (mode) {
    case LoadMode::FixedConcurrency: break;
    case LoadMode::FixedRate: return "fixed_rate";
    case LoadMode::OfflineMax: return "offline_max";
    }
    return "fixed_concurrency";
}

// A source's name without its edition: "TensorRT-LLM perf overview v1.0" keeps it, since editions differ in protocol.
std::string groupKey(const FitRows &rows, std::size_t row, std::string_view by)
{
    const MeasuredRow &measured = rows.rows()[row];
    if (by == "source")
        return measured.source;
    if (by == "gpu")
        return measured.row.gpu;
    if (by == "engine")
        return measured.row.engine;
    if (by == "load")
        return std::string(loadId(measured.row.loadMode));
    if (by == "class")
        return rows.traits(row)[KeyPart::ModelClass];
    return measured.row.model;
}

GroupErrors groupOf(const FitRows &rows, const std::vector<RowOutcome> &outcomes, const std::vector<std::size_t> &which, std::string key)
{
    GroupErrors group;
    group.key = std::move(key);
    for (std::size_t f = 0; f < kFigureCount; ++f) {
        std::vector<double> kept;
        std::vector<double> all;
        FigureErrors &figure = group.figures[f];
        for (const std::size_t i : which) {
            const RowOutcome &outcome = outcomes[i];
            if (!outcome.ratios[f])
                continue;
            const double error = std::abs(*outcome.ratios[f] - 1.0);
            all.push_back(error);
            if (rows.rows()[outcome.row].defective[f])
                continue;
            kept.push_back(error);
            figure.inBand += std::abs(std::log(*outcome.ratios[f])) <= std::log1p(outcome.bands[f]) ? 1 : 0;
            figure.bandWidth += outcome.bands[f];
        }
        if (!kept.empty())
            figure.bandWidth /= static_cast<double>(kept.size());
        figure.kept = summaryOf(std::move(kept));
        figure.all = summaryOf(std::move(all));
    }
    return group;
}

} // namespace

std::vector<Unpredicted> unpredictedRows(const FitRows &rows, const std::vector<RowFigures> &figures)
{
    std::vector<Unpredicted> all;
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (!figures[i].predicted)
            all.push_back({rows.rows()[i].id, rows.problem(i).empty() ? "the model does not fit these GPUs" : rows.problem(i)});
    return all;
}

Evaluation evaluate(const FitRows &rows, const std::vector<RowFigures> &figures, HoldOut holdOut, int folds, const BandOf &band)
{
    Evaluation evaluation;
    evaluation.holdOut = holdOut;
    evaluation.folds = folds;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        RowOutcome outcome;
        outcome.row = i;
        for (std::size_t f = 0; f < kFigureCount; ++f)
            if (const auto &measured = rows.rows()[i].measured[f]; measured && figures[i].predicted) {
                outcome.ratios[f] = std::exp(figures[i].logs[f]) / *measured;
                outcome.bands[f] = band(i, static_cast<Figure>(f));
            }
        evaluation.outcomes.push_back(outcome);
    }
    std::vector<std::size_t> everything(evaluation.outcomes.size());
    std::iota(everything.begin(), everything.end(), std::size_t{0});
    evaluation.total = groupOf(rows, evaluation.outcomes, everything, {});
    for (const char *by : {"source", "gpu", "class", "engine", "load", "model"}) {
        std::map<std::string, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < evaluation.outcomes.size(); ++i)
            if (rows.deployment(i))
                groups[groupKey(rows, i, by)].push_back(i);
        Grouping grouping{by, {}};
        for (const auto &[key, which] : groups)
            grouping.groups.push_back(groupOf(rows, evaluation.outcomes, which, key));
        evaluation.groupings.push_back(std::move(grouping));
    }
    return evaluation;
}

} // namespace headroom::core
