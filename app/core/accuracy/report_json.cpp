// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/report_json.h>
#include <core/text/csv.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace headroom::core {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char *, kFigureCount> kFigures{"tpot", "ttft", "throughput"};

// Four decimals: a report that is checked in must not change with the last bits.
double rounded(double value)
{
    return std::round(value * 1e4) / 1e4;
}

Json summaryJson(const ErrorSummary &summary)
{
    return {{"rows", summary.rows}, {"median_error_ratio", rounded(summary.median)}, {"mean_error_ratio", rounded(summary.mean)}, {"p90_error_ratio", rounded(summary.p90)}};
}

Json groupJson(const GroupErrors &group)
{
    Json json = Json::object();
    for (std::size_t f = 0; f < kFigureCount; ++f) {
        const FigureErrors &errors = group.figures[f];
        if (errors.all.rows == 0)
            continue;
        Json figure = summaryJson(errors.kept);
        figure["all_rows"] = summaryJson(errors.all);
        if (errors.kept.rows > 0) {
            figure["inside_band_ratio"] = rounded(errors.coverage());
            figure["mean_band_ratio"] = rounded(errors.bandWidth);
        }
        json[kFigures[f]] = std::move(figure);
    }
    return json;
}

} // namespace

std::string accuracyReportJson(const AccuracyReport &report)
{
    Json json{{"data", report.data}, {"rows", report.rows},
              {"constants", {{"version", report.constantsVersion}, {"bases", report.constants.bases}, {"offsets", report.constants.offsets}}},
              {"evaluations", Json::array()}, {"unpredicted", Json::array()}, {"defective", Json::array()}};
    for (const Evaluation &evaluation : report.evaluations) {
        Json one{{"hold_out", std::string(holdOutId(evaluation.holdOut))}, {"folds", evaluation.folds}, {"total", groupJson(evaluation.total)}};
        for (const Grouping &grouping : evaluation.groupings) {
            Json groups = Json::object();
            for (const GroupErrors &group : grouping.groups)
                groups[group.key] = groupJson(group);
            one["by"][grouping.by] = std::move(groups);
        }
        json["evaluations"].push_back(std::move(one));
    }
    for (const Unpredicted &row : report.unpredicted)
        json["unpredicted"].push_back({{"id", row.id}, {"reason", row.reason}});
    for (const auto &[id, reason] : report.defective)
        json["defective"].push_back({{"id", id}, {"reason", reason}});
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string accuracyCsv(const AccuracyReport &report, const std::vector<MeasuredRow> &rows)
{
    std::string csv = "hold_out,id,source";
    for (const char *figure : kFigures)
        csv += fmt::format(",{0}_ratio,{0}_band,{0}_defective", figure);
    csv += '\n';
    for (const Evaluation &evaluation : report.evaluations)
        for (const RowOutcome &outcome : evaluation.outcomes) {
            const MeasuredRow &row = rows[outcome.row];
            csv += fmt::format("{},{},{}", holdOutId(evaluation.holdOut), csvCell(row.id), csvCell(row.source));
            for (std::size_t f = 0; f < kFigureCount; ++f)
                csv += outcome.ratios[f] ? fmt::format(",{:.4f},{:.4f},{}", *outcome.ratios[f], 1.0 + outcome.bands[f], row.defective[f] ? "yes" : "no") : std::string(",,,");
            csv += '\n';
        }
    return csv;
}

} // namespace headroom::core
