// SPDX-License-Identifier: GPL-3.0-or-later
#include "../catalog/json_reader.h"
#include "../catalog/json_text.h"

#include <core/accuracy/measured_rows.h>

#include <fmt/format.h>

#include <charconv>

namespace headroom::core {
namespace {

using namespace catalog_json;

Result<std::optional<double>> measuredCell(const CsvTable &table, std::size_t index, const char *column)
{
    const int at = table.column(column);
    if (at < 0)
        return std::optional<double>();
    const std::string &cell = table.rows[index][static_cast<std::size_t>(at)];
    if (cell.empty())
        return std::optional<double>();
    double value = 0;
    const auto [end, bad] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (bad != std::errc() || end != cell.data() + cell.size() || !(value > 0 && value < 1e12))
        return std::unexpected(Error{ErrorCode::BadValue, fmt::format("'{}' in column {}: a number over 0 would be accepted", cell.substr(0, 40), column), {}, column,
                                     table.lines[index]});
    return std::optional(value);
}

std::string textCell(const CsvTable &table, std::size_t index, const char *column)
{
    const int at = table.column(column);
    return at < 0 ? std::string() : table.rows[index][static_cast<std::size_t>(at)];
}

} // namespace

Result<DefectiveRows> readDefectiveRows(std::string_view json, const std::string &file)
{
    const auto parsed = parseJsonText(json, file, {1U << 20U, 16});
    if (!parsed)
        return std::unexpected(parsed.error());
    DefectiveRows result;
    Problems problems{file, {}};
    ObjectReader object(*parsed, "", problems);
    object.text("comment");
    object.list("rows", [&](const Json &item, const std::string &path) {
        ObjectReader entry(item, path, problems);
        DefectiveRows::Entry defect;
        defect.reason = entry.text("reason", true);
        for (const std::string &figure : entry.texts("figures")) {
            if (figure == "tpot")
                defect.figures[at(Figure::Tpot)] = true;
            else if (figure == "ttft")
                defect.figures[at(Figure::Ttft)] = true;
            else if (figure == "throughput")
                defect.figures[at(Figure::Throughput)] = true;
            else
                problems.add(ErrorCode::BadValue, path + ".figures", "tpot, ttft and throughput would be accepted");
        }
        for (const std::string &id : entry.texts("ids")) {
            DefectiveRows::Entry &known = result.byId[id];
            for (std::size_t f = 0; f < kFigureCount; ++f)
                known.figures[f] = known.figures[f] || defect.figures[f];
            known.reason = known.reason.empty() ? defect.reason : known.reason + "; " + defect.reason;
        }
        entry.finish();
    });
    object.finish();
    if (problems.first)
        return std::unexpected(*problems.first);
    return result;
}

Result<std::vector<MeasuredRow>> readMeasuredRows(const CsvTable &table, const DefectiveRows &defective)
{
    std::vector<MeasuredRow> rows;
    rows.reserve(table.rows.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto row = readDeploymentRow(table, i);
        if (!row)
            return std::unexpected(row.error());
        MeasuredRow measured;
        measured.id = textCell(table, i, "id");
        measured.source = textCell(table, i, "source");
        const bool offline = row->loadMode == LoadMode::OfflineMax;
        measured.row = *std::move(row);
        const auto tpot = measuredCell(table, i, "meas_tpot_ms_mean");
        const auto ttft = measuredCell(table, i, "meas_ttft_ms_mean");
        const auto throughput = measuredCell(table, i, "meas_output_tokens_per_s");
        for (const auto *cell : {&tpot, &ttft, &throughput})
            if (!*cell)
                return std::unexpected(cell->error());
        if (*tpot && !offline)
            measured.measured[at(Figure::Tpot)] = **tpot * 1e-3;
        if (*ttft && !offline)
            measured.measured[at(Figure::Ttft)] = **ttft * 1e-3;
        if (offline)
            measured.measured[at(Figure::Throughput)] = *throughput;
        if (const auto known = defective.byId.find(measured.id); known != defective.byId.end()) {
            measured.defective = known->second.figures;
            measured.reason = known->second.reason;
        }
        if (measured.measured[0] || measured.measured[1] || measured.measured[2])
            rows.push_back(std::move(measured));
    }
    return rows;
}

} // namespace headroom::core
