// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/constant_fit.h>
#include <core/accuracy/normal_equations.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

struct Observation {
    std::vector<NormalEquations::Term> terms;
    double target = 0;      // sum of slopes x parameters that would meet the measurement
    double weight = 0;
};

std::vector<Observation> observationsOf(const FitRows &rows, const Linearisation &around, const std::vector<bool> &use, const FitOptions &options)
{
    std::vector<Observation> all;
    for (std::size_t i = 0; i < around.rows.size(); ++i) {
        if (!use[i] || !around.figures[i].predicted)
            continue;
        const std::size_t row = around.rows[i];
        const MeasuredRow &measured = rows.rows()[row];
        for (std::size_t f = 0; f < kFigureCount; ++f) {
            if (!measured.measured[f] || measured.defective[f])
                continue;
            Observation one;
            one.weight = options.weights[f];
            one.target = std::log(*measured.measured[f]) - around.figures[i].logs[f];
            for (std::size_t c = 0; c < kConstantCount; ++c) {
                const double slope = around.slopes[i].by[f][c];
                if (slope == 0)
                    continue;
                for (const std::size_t p : rows.parametersOf(row, static_cast<Constant>(c))) {
                    one.terms.push_back({p, slope});
                    one.target += slope * around.centre[p];
                }
            }
            std::ranges::sort(one.terms, {}, &NormalEquations::Term::parameter);
            all.push_back(std::move(one));
        }
    }
    return all;
}

double residual(const Observation &one, const std::vector<double> &values)
{
    double sum = -one.target;
    for (const auto &term : one.terms)
        sum += term.slope * values[term.parameter];
    return sum;
}

} // namespace

Linearisation linearise(const FitRows &rows, std::vector<std::size_t> which, std::vector<double> centre, const FitOptions &options)
{
    Linearisation result;
    result.figures = rows.predict(which, centre);
    result.slopes = rows.slopes(which, centre, options.step);
    result.rows = std::move(which);
    result.centre = std::move(centre);
    return result;
}

std::vector<double> solveLinearised(const FitRows &rows, const Linearisation &around, const std::vector<bool> &use, const FitOptions &options)
{
    const std::vector<Observation> observations = observationsOf(rows, around, use, options);
    const auto &parameters = rows.parameters();
    std::vector<double> values = around.centre;
    for (int iteration = 0; iteration < options.reweightings; ++iteration) {
        NormalEquations equations(parameters.size());
        for (const Observation &one : observations)
            equations.add(one.terms, one.target, one.weight / std::max(std::abs(residual(one, values)), options.smoothing));
        for (std::size_t p = 0; p < parameters.size(); ++p)
            equations.addPrior(p, parameters[p].prior, options.priorWeight / (2.0 * parameters[p].sigma * parameters[p].sigma));
        std::vector<double> next = equations.solve();
        if (next.empty())
            return values;
        values = std::move(next);
    }
    return values;
}

double fitLoss(const FitRows &rows, const std::vector<std::size_t> &which, const std::vector<double> &values, const FitOptions &options)
{
    const std::vector<RowFigures> figures = rows.predict(which, values);
    double sum = 0;
    for (std::size_t i = 0; i < which.size(); ++i) {
        const MeasuredRow &measured = rows.rows()[which[i]];
        for (std::size_t f = 0; f < kFigureCount; ++f) {
            if (!figures[i].predicted || !measured.measured[f] || measured.defective[f])
                continue;
            const double error = std::abs(figures[i].logs[f] - std::log(*measured.measured[f]));
            sum += options.weights[f] * (error < options.smoothing ? error * error / (2.0 * options.smoothing) : error - options.smoothing / 2.0);
        }
    }
    const auto &parameters = rows.parameters();
    for (std::size_t p = 0; p < parameters.size(); ++p) {
        const double away = (values[p] - parameters[p].prior) / parameters[p].sigma;
        sum += options.priorWeight * away * away / 4.0;
    }
    return sum;
}

std::vector<double> fitConstants(const FitRows &rows, const std::vector<std::size_t> &which, std::vector<double> start, const FitOptions &options)
{
    std::vector<double> values = std::move(start);
    const std::vector<bool> all(which.size(), true);
    double loss = fitLoss(rows, which, values, options);
    for (int round = 0; round < options.rounds; ++round) {
        const Linearisation around = linearise(rows, which, values, options);
        const std::vector<double> next = solveLinearised(rows, around, all, options);
        // The loss is not linear: of the whole way and shorter ones, the best is taken.
        std::vector<double> best = values;
        for (double share = 1.0; share > 0.2; share *= 0.6) {
            std::vector<double> tried = values;
            for (std::size_t p = 0; p < values.size(); ++p)
                tried[p] += std::clamp(share * (next[p] - values[p]), -options.longestStep, options.longestStep);
            const double reached = fitLoss(rows, which, tried, options);
            if (reached < loss) {
                loss = reached;
                best = std::move(tried);
            } else if (best != values) {
                break;
            }
        }
        if (best == values)
            break;
        values = std::move(best);
    }
    return values;
}

} // namespace headroom::core
