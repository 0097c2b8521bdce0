// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/fit_rows.h>

namespace headroom::core {

struct FitOptions {
    std::array<double, kFigureCount> weights{1.0, 0.35, 1.0};   // of TPOT, TTFT, throughput
    double smoothing = 0.03;      // |log error| under which the loss is quadratic
    int rounds = 6;               // new linearisations
    int foldRounds = 2;           // further rounds of every fold by deployment, from its linearised solution
    int reweightings = 8;         // inside one
    double step = 0.05;           // of the differences, in the logarithm
    double priorWeight = 1.0;     // on all of the priors together
    double longestStep = 0.7;     // of one parameter in one round
};

// Figures and slopes of some rows around a point: what a round of the fit, and every hold-out solved from it, works on.
struct Linearisation {
    std::vector<std::size_t> rows;
    std::vector<double> centre;
    std::vector<RowFigures> figures;
    std::vector<RowSlopes> slopes;
};
Linearisation linearise(const FitRows &rows, std::vector<std::size_t> which, std::vector<double> centre, const FitOptions &options);

// Parameters that minimize sum w |log(predicted / measured)| (smoothed) + sum (x - prior)^2 / (4 sigma^2) over the rows of the
// linearisation with use[i] (aligned with its rows). Defective figures do not count. There is no pull towards the centre.
// Iteratively reweighted ridge regression. Deterministic.
std::vector<double> solveLinearised(const FitRows &rows, const Linearisation &around, const std::vector<bool> &use, const FitOptions &options);

// What the fit minimizes, without approximation.
double fitLoss(const FitRows &rows, const std::vector<std::size_t> &which, const std::vector<double> &values, const FitOptions &options);

// Rounds of linearisation and solution over `which`, from `start`.
std::vector<double> fitConstants(const FitRows &rows, const std::vector<std::size_t> &which, std::vector<double> start, const FitOptions &options);

} // namespace headroom::core
