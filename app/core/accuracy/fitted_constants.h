// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/fit_rows.h>

namespace headroom::core {

// Fitted parameters as the catalog's constants. Offsets under half a percent are left out: they say nothing. The newest
// version of an engine is the highest release with at least 20 rows behind it.
Constants constantsOf(const FitRows &rows, const std::vector<double> &values, std::string version, Source source);

// Numbers of free parameters: constants (bases), and offsets that the constants hold.
struct ConstantCount {
    int bases = 0;
    int offsets = 0;
};
ConstantCount countConstants(const Constants &constants);

} // namespace headroom::core
