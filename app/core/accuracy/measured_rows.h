// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/deployment_row.h>
#include <core/text/csv.h>
#include <core/units/result.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

// The figures of a row that predictions are compared with.
enum class Figure { Tpot, Ttft, Throughput };
inline constexpr std::size_t kFigureCount = 3;
inline constexpr std::size_t at(Figure figure) { return static_cast<std::size_t>(figure); }

// One published measurement: a deployment under a load, and what was measured. Means; seconds and tokens per second.
struct MeasuredRow {
    std::string id, source;
    DeploymentRow row;
    std::array<std::optional<double>, kFigureCount> measured;  // throughput only of offline_max rows
    std::array<bool, kFigureCount> defective{};                // in the list of defective rows
    std::string reason;                                        // why
};

// Rows taken as defective: id -> which figures and why.
struct DefectiveRows {
    struct Entry {
        std::array<bool, kFigureCount> figures{};
        std::string reason;
    };
    std::map<std::string, Entry, std::less<>> byId;
};

// Reads `{"rows":[{"ids":["d0146"],"figures":["tpot","ttft"],"reason":"..."}]}`; errors name field and file.
Result<DefectiveRows> readDefectiveRows(std::string_view json, const std::string &file);

// A table in the columns of `predict` with `meas_*` columns. A row without any measured figure is left out; a row that cannot
// be read is an error with its line.
Result<std::vector<MeasuredRow>> readMeasuredRows(const CsvTable &table, const DefectiveRows &defective);

} // namespace headroom::core
