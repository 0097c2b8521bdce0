// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::db {

inline constexpr std::int64_t kNoValue = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t kMostValue = std::int64_t(1) << 45U; // so that the sum of a day cannot overflow
inline constexpr std::size_t kBlockRows = 480;                     // a row a poll; 40 minutes at 5 s

// The polls of one source that are not yet in chunks: a row for each, a column for each series; about a byte a value. What a
// row does not have is no value, so that a gap stays a gap.
class HeadBlock {
public:
    struct Column {
        std::int64_t series = 0;
        std::uint16_t field = 0;
        std::size_t firstRow = 0;      // before it there was no such series
        std::int64_t last = 0;
        std::string codes;             // a varint a row: 0 for no value, else 1 + zigzag(difference to the value before)
        bool stored = false;           // its chunk and its roll-ups are in the database
    };

    explicit HeadBlock(std::int64_t source, std::int64_t firstMs) : m_source(source), m_startS(firstMs / 1000) {}

    std::int64_t source() const { return m_source; }
    std::int64_t startS() const { return m_startS; }  // names the block
    const std::vector<std::int64_t> &times() const { return m_times; } // Unix ms, rising
    std::vector<Column> &columns() { return m_columns; }
    const std::vector<Column> &columns() const { return m_columns; }

    std::size_t addColumn(std::int64_t series, std::uint16_t field);
    // One row: a value (or kNoValue) for each column. The codes are appended to `written` too.
    void addRow(std::int64_t timeMs, std::span<const std::int64_t> values, std::string &written);
    // The same from such codes; false where they are none. `in` is moved past them.
    bool takeRow(std::int64_t timeMs, std::string_view &in);

    // As many as times().
    std::vector<std::int64_t> values(const Column &column) const;

private:
    std::int64_t m_source;
    std::int64_t m_startS;
    std::vector<std::int64_t> m_times;
    std::vector<Column> m_columns;
};

// A column as it stands in a chunk: which rows have a value, and the values.
std::string packColumn(std::span<const std::int64_t> values);
// `rows` values; false where the bytes are no column of that many rows.
bool unpackColumn(std::string_view bytes, std::size_t rows, std::vector<std::int64_t> &values);

} // namespace headroom::db
