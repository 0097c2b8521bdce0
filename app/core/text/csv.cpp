// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/text/csv.h>

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace headroom::core {
namespace {

std::string_view trimmed(std::string_view text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

bool sameName(std::string_view a, std::string_view b)
{
    return std::ranges::equal(trimmed(a), trimmed(b), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

// Reads one record from `rest`; counts the lines it spans.
struct Reader {
    std::string_view rest;
    int line = 1;
    const CsvLimits &limits;
    const char *problem = nullptr;

    std::vector<std::string> record()
    {
        std::vector<std::string> cells(1);
        bool quoted = false;
        while (!rest.empty()) {
            const char c = rest.front();
            rest.remove_prefix(1);
            if (c == '\n')
                ++line;
            if (quoted) {
                if (c != '"') {
                    cells.back() += c;
                } else if (rest.starts_with('"')) {
                    cells.back() += '"';
                    rest.remove_prefix(1);
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cells.back().empty()) {
                quoted = true;
            } else if (c == ',') {
                cells.emplace_back();
            } else if (c == '\n') {
                return cells;
            } else if (c != '\r' || !rest.starts_with('\n')) {
                cells.back() += c;
            }
            if (cells.back().size() > limits.cell || cells.size() > limits.columns) {
                problem = cells.size() > limits.columns ? "too many columns" : "a cell is too long";
                return cells;
            }
        }
        if (quoted)
            problem = "a quoted cell does not end";
        return cells;
    }
};

} // namespace

int CsvTable::column(std::string_view name) const
{
    const auto found = std::ranges::find_if(header, [&](const std::string &h) { return sameName(h, name); });
    return found == header.end() ? -1 : static_cast<int>(found - header.begin());
}

Result<CsvTable> parseCsv(std::string_view text, std::string_view fileName, const CsvLimits &limits)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    Reader reader{text, 1, limits};
    CsvTable table;
    const auto failed = [&](ErrorCode code, int line, std::string what) {
        return std::unexpected(Error{code, std::move(what), std::string(fileName), {}, line});
    };
    while (!reader.rest.empty()) {
        const int line = reader.line;
        std::vector<std::string> cells = reader.record();
        if (reader.problem)
            return failed(ErrorCode::Syntax, line, reader.problem);
        if (cells.size() == 1 && trimmed(cells.front()).empty())
            continue;
        if (table.header.empty()) {
            table.header = std::move(cells);
            continue;
        }
        if (cells.size() != table.header.size())
            return failed(ErrorCode::Syntax, line, fmt::format("the row has {} cells, the header {}", cells.size(), table.header.size()));
        if (table.rows.size() >= limits.rows)
            return failed(ErrorCode::TooLarge, line, fmt::format("more than {} rows", limits.rows));
        table.rows.push_back(std::move(cells));
        table.lines.push_back(line);
    }
    if (table.header.empty())
        return failed(ErrorCode::Syntax, 1, "the file is empty; a CSV file with a header line would be accepted");
    return table;
}

std::string csvCell(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace headroom::core
