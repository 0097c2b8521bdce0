// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/hold_out.h>

#include <functional>
#include <string>
#include <vector>

namespace headroom::core {

// |predicted / measured - 1| over some rows.
struct ErrorSummary {
    int rows = 0;
    double median = 0, mean = 0, p90 = 0;
};

struct FigureErrors {
    ErrorSummary kept;      // without the rows taken as defective
    ErrorSummary all;
    int inBand = 0;         // of the kept rows: measurements inside the 80 % band
    double bandWidth = 0;   // mean over the kept rows: 0.12 is a factor of 1.12

    double coverage() const { return kept.rows > 0 ? static_cast<double>(inBand) / kept.rows : 0.0; }
};

struct GroupErrors {
    std::string key;                                  // "" for all rows
    std::array<FigureErrors, kFigureCount> figures;
};

// A way of grouping rows: "source", "gpu", "class", "engine", "load", "model".
struct Grouping {
    std::string by;
    std::vector<GroupErrors> groups;
};

// One row's outcome; ratio = predicted / measured.
struct RowOutcome {
    std::size_t row = 0;
    std::array<std::optional<double>, kFigureCount> ratios;
    std::array<double, kFigureCount> bands{};          // relative width at 80 %
};

struct Evaluation {
    HoldOut holdOut = HoldOut::None;
    int folds = 0;                     // of how many parts each was predicted by the rest
    GroupErrors total;
    std::vector<Grouping> groupings;
    std::vector<RowOutcome> outcomes;
};

struct Unpredicted {
    std::string id, reason;
};
std::vector<Unpredicted> unpredictedRows(const FitRows &rows, const std::vector<RowFigures> &figures);

// What the 80 % band of a row is taken to be, by figure.
using BandOf = std::function<double(std::size_t row, Figure figure)>;

Evaluation evaluate(const FitRows &rows, const std::vector<RowFigures> &figures, HoldOut holdOut, int folds, const BandOf &band);

} // namespace headroom::core
