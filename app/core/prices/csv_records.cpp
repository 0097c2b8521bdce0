// SPDX-License-Identifier: GPL-3.0-or-later
#include "amount.h"
#include "csv_records.h"

#include <algorithm>

namespace headroom::core::price_reading {
namespace {

constexpr std::size_t kMostCells = 1000;
constexpr std::size_t kLongestCell = 64 * 1024;

} // namespace

bool CsvRecords::more()
{
    if (m_block.empty())
        m_block = m_stream.next();
    return !m_block.empty();
}

std::string &CsvRecords::open()
{
    if (m_used == m_cells.size())
        m_cells.emplace_back();
    m_cells[m_used].clear();
    return m_cells[m_used++];
}

bool CsvRecords::next()
{
    while (more()) {
        m_used = 0;
        m_recordLine = m_line;
        std::string *cell = &open();
        bool quoted = false;
        bool closed = false; // a quote inside a quoted cell: doubled, or the end
        bool ended = false;
        while (!ended && more()) {
            const char c = m_block.front();
            m_block.remove_prefix(1);
            if (c == '\n')
                ++m_line;
            if (c == '\0') {
                m_stream.fail(ErrorCode::Syntax, "a zero byte: this is no text file; a price list as CSV, JSON or YAML in UTF-8 would be accepted", static_cast<int>(m_line));
                return false;
            }
            if (quoted && closed && c == '"') {
                *cell += c;
                closed = false;
            } else if (quoted && !closed) {
                if (c == '"')
                    closed = true;
                else
                    *cell += c;
            } else if (c == m_delimiter) {
                quoted = closed = false;
                if (m_used >= kMostCells) {
                    m_stream.fail(ErrorCode::TooLarge, "the row has over 1,000 cells", static_cast<int>(m_recordLine));
                    return false;
                }
                cell = &open();
            } else if (c == '\n') {
                ended = true;
            } else if (c == '"' && cell->empty() && !quoted) {
                quoted = true;
            } else if (c != '\r') {
                *cell += c;
            }
            if (cell->size() > kLongestCell) {
                m_stream.fail(ErrorCode::Syntax, quoted ? "a quoted cell does not end within 64 KiB" : "a cell is over 64 KiB long", static_cast<int>(m_recordLine));
                return false;
            }
        }
        if (m_stream.error())
            return false;
        if (quoted && !closed && !ended) {
            m_stream.fail(ErrorCode::Syntax, "the file breaks off inside a quoted cell", static_cast<int>(m_recordLine));
            return false;
        }
        if (m_used > 1 || !trimmed(m_cells.front()).empty())
            return true;
    }
    return false;
}

void CsvRecords::takeHeader()
{
    m_header.clear();
    for (std::size_t i = 0; i < m_used; ++i)
        m_header.push_back(lower(trimmed(m_cells[i])));
}

std::string_view CsvRecords::cell(int column) const
{
    if (column < 0 || static_cast<std::size_t>(column) >= m_used)
        return {};
    return trimmed(m_cells[static_cast<std::size_t>(column)]);
}

int CsvRecords::column(std::string_view name) const
{
    const auto found = std::ranges::find(m_header, lower(name));
    return found == m_header.end() ? -1 : static_cast<int>(found - m_header.begin());
}

char sniffDelimiter(std::string_view head)
{
    const std::string_view line = head.substr(0, head.find('\n'));
    char best = ',';
    auto most = std::ranges::count(line, ',');
    for (const char sign : {';', '\t'}) {
        const auto count = std::ranges::count(line, sign);
        if (count > most) {
            most = count;
            best = sign;
        }
    }
    return best;
}

} // namespace headroom::core::price_reading
