// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/hold_out.h>

namespace headroom::core {

// Widths of the 80 % band by family from held-out figures: the 80 % quantile of |log(predicted / measured)| over the
// family's rows, drawn towards the quantile over all rows with the weight of 10 rows. The factors for what is new
// compare the folds by deployment with those that leave a model, or a GPU, out altogether.
ErrorBands bandsFrom(const FitRows &rows, const std::vector<RowFigures> &byDeployment, const std::vector<RowFigures> &byModel,
                     const std::vector<RowFigures> &byGpu);

} // namespace headroom::core
