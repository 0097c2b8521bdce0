// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/deployment_row.h>

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace headroom::core {
namespace {

// Cells of one row by column name; the first problem is kept.
class Cells {
public:
    Cells(const CsvTable &table, std::size_t index) : m_table(table), m_index(index) {}

    std::string text(const char *column) const
    {
        const int at = m_table.column(column);
        return at < 0 ? std::string() : m_table.rows[m_index][static_cast<std::size_t>(at)];
    }

    std::optional<double> number(const char *column, double low, double high)
    {
        const std::string cell = text(column);
        if (cell.empty())
            return std::nullopt;
        double value = 0;
        const auto [end, bad] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (bad != std::errc() || end != cell.data() + cell.size() || !(value >= low && value <= high)) {
            fail(column, fmt::format("'{}' in column {}: a number from {} to {} would be accepted", cell.substr(0, 40), column, low, high));
            return std::nullopt;
        }
        return value;
    }

    std::optional<int> whole(const char *column, int low, int high)
    {
        const auto value = number(column, low, high);
        if (value && *value != std::floor(*value)) {
            fail(column, fmt::format("{} in column {}: a whole number would be accepted", *value, column));
            return std::nullopt;
        }
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    }

    void fail(const char *column, std::string what)
    {
        if (!m_problem)
            m_problem = Error{ErrorCode::BadValue, std::move(what), {}, column, m_table.lines[m_index]};
    }

    const std::optional<Error> &problem() const { return m_problem; }

private:
    const CsvTable &m_table;
    std::size_t m_index;
    std::optional<Error> m_problem;
};

} // namespace

Result<DeploymentRow> readDeploymentRow(const CsvTable &table, std::size_t index)
{
    Cells cells(table, index);
    DeploymentRow row;
    row.model = cells.text("model");
    row.gpu = cells.text("gpu");
    row.engine = cells.text("engine");
    row.engineVersion = cells.text("engine_version");
    if (row.engineVersion.size() > 100)
        cells.fail("engine_version", "column engine_version holds over 100 characters");
    if (row.engine.empty())
        row.engine = "vllm";
    if (const std::string format = cells.text("format"); !format.empty()) {
        if (const auto parsed = parseFormat(format))
            row.format = *parsed;
        else
            cells.fail("format", parsed.error().detail);
    } else {
        cells.fail("format", "column format is empty: bf16, fp8, int8, int4 or fp4 would be accepted");
    }
    if (const std::string format = cells.text("kv_format"); !format.empty() && format != "auto") {
        if (const auto parsed = parseFormat(format))
            row.kvFormat = *parsed;
        else
            cells.fail("kv_format", parsed.error().detail);
    }
    row.gpus = cells.whole("gpus", 1, 100000).value_or(0);
    row.tp = cells.whole("tp", 1, 1024);
    row.pp = cells.whole("pp", 1, 1024);
    row.ep = cells.whole("ep", 1, 4096);
    row.dp = cells.whole("dp", 1, 4096);
    row.inputTokens = cells.number("input_tokens", 1, 1e7).value_or(0);
    row.outputTokens = cells.number("output_tokens", 1, 1e6).value_or(0);
    const std::string lengths = cells.text("length_dist");
    row.uniform80 = lengths == "uniform80";
    if (!lengths.empty() && lengths != "fixed" && lengths != "uniform80")
        cells.fail("length_dist", fmt::format("'{}' in column length_dist: fixed or uniform80 would be accepted", lengths));
    row.concurrency = cells.number("concurrency", 1, 1e6).value_or(0);
    row.rateRps = cells.number("rate_rps", 1e-6, 1e6).value_or(0);
    row.requests = cells.whole("requests", 1, 1'000'000);
    const std::string mode = cells.text("load_mode");
    if (mode == "fixed_rate")
        row.loadMode = LoadMode::FixedRate;
    else if (mode == "offline_max")
        row.loadMode = LoadMode::OfflineMax;
    else if (!mode.empty() && mode != "fixed_concurrency")
        cells.fail("load_mode", fmt::format("'{}' in column load_mode: fixed_concurrency, fixed_rate or offline_max would be accepted", mode));
    if (!cells.problem()) {
        if (row.inputTokens <= 0 || row.outputTokens <= 0)
            cells.fail("input_tokens", "columns input_tokens and output_tokens must hold numbers over 0");
        else if (row.loadMode == LoadMode::FixedConcurrency && row.concurrency <= 0)
            cells.fail("concurrency", "column concurrency is empty; fixed_concurrency needs the number of users");
        else if (row.loadMode == LoadMode::FixedRate && row.rateRps <= 0)
            cells.fail("rate_rps", "column rate_rps is empty; fixed_rate needs requests per second");
        else if (row.gpus == 0 && !row.tp)
            cells.fail("gpus", "columns gpus and tp are both empty; one of them must say how many GPUs there are");
    }
    if (cells.problem())
        return std::unexpected(*cells.problem());
    return row;
}

} // namespace headroom::core
