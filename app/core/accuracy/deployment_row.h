// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/catalog/number_format.h>
#include <core/text/csv.h>
#include <core/units/result.h>

#include <optional>
#include <string>

namespace headroom::core {

enum class LoadMode { FixedConcurrency, FixedRate, OfflineMax };

// One deployment under one load, as a row of the command line's `predict` names it.
struct DeploymentRow {
    std::string model, gpu, engine;
    std::string engineVersion;                 // empty: not stated
    NumberFormat format = NumberFormat::Bf16;
    std::optional<NumberFormat> kvFormat;      // empty: the engine's usual choice
    int gpus = 0;                              // 0: follows from the layout
    std::optional<int> tp, pp, ep, dp;
    double inputTokens = 0, outputTokens = 0;
    bool uniform80 = false;
    double concurrency = 0;                    // of the whole system
    double rateRps = 0;
    LoadMode loadMode = LoadMode::FixedConcurrency;
    std::optional<int> requests;
};

// Reads row `index`. An error says which cell it is and what would be accepted; missing columns count as empty cells.
Result<DeploymentRow> readDeploymentRow(const CsvTable &table, std::size_t index);

} // namespace headroom::core
