// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/hold_out.h>

namespace headroom::core {

// Widths of the 80 % band from held-out figures: the quantile of |log(predicted / measured)| by architecture, engine and
// format, drawn towards the quantile over all rows with the weight of 10 rows; by GPU, drawn towards its architecture's in
// the same way; where a deployment is hard to predict (isHardToPredict), towards ErrorBands::leastUnknown. The factors for what is new compare the folds by deployment with those that leave a model, or a GPU, out
// altogether. Rows with use[i] = false take no part (so that a part's own rows do not set its width).
ErrorBands bandsFrom(const FitRows &rows, const std::vector<RowFigures> &byDeployment, const std::vector<RowFigures> &byModel,
                     const std::vector<RowFigures> &byGpu, const std::vector<bool> &use);

} // namespace headroom::core
