// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/constant_fit.h>

#include <string>
#include <vector>

namespace headroom::core {

// Which rows are predicted by constants that did not see them together.
enum class HoldOut {
    None,         // in sample
    Deployment,   // K folds of deployments: model, GPU, engine version, format, layout; DeepSeek-V3 and -R1 are one model
    ModelOnGpu,   // each (model, GPU) by the rest
    Gpu,          // each GPU by the rest
};
std::string_view holdOutId(HoldOut holdOut);   // "none", "deployment", "model", "gpu"

// Key of the group that a row is held out with.
std::string holdOutKey(const MeasuredRow &row, HoldOut holdOut);

// Rows by fold, in the order of their keys; Deployment puts a key into the fold that a hash of its text names.
std::vector<std::vector<std::size_t>> holdOutFolds(const FitRows &rows, HoldOut holdOut, int folds);

// Figures of every row, each predicted by constants solved without its fold, from one linearisation around the full fit
// (there is no pull towards it) and, for folds by deployment, options.foldRounds of the fit's own rounds after that. None:
// figures under `full`.
std::vector<RowFigures> heldOutFigures(const FitRows &rows, const Linearisation &full, HoldOut holdOut, int folds, const FitOptions &options);

} // namespace headroom::core
