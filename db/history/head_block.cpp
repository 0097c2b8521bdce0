// SPDX-License-Identifier: GPL-3.0-or-later
#include "head_block.h"

#include "int_codec.h"

namespace headroom::db {

std::size_t HeadBlock::addColumn(std::int64_t series, std::uint16_t field)
{
    m_columns.push_back({series, field, m_times.size(), 0, {}, false});
    return m_columns.size() - 1;
}

void HeadBlock::addRow(std::int64_t timeMs, std::span<const std::int64_t> values, std::string &written)
{
    m_times.push_back(timeMs);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        Column &column = m_columns[i];
        const std::size_t before = column.codes.size();
        if (values[i] == kNoValue) {
            column.codes.push_back(0);
        } else {
            putVarint(column.codes, zigzag(values[i] - column.last) + 1);
            column.last = values[i];
        }
        written.append(column.codes, before);
    }
}

bool HeadBlock::takeRow(std::int64_t timeMs, std::string_view &in)
{
    for (Column &column : m_columns) {
        std::uint64_t code = 0;
        if (!takeVarint(in, code))
            return false;
        putVarint(column.codes, code);
        if (code > 0)
            column.last += unzigzag(code - 1);
        if (column.last > kMostValue || column.last < -kMostValue)
            return false;
    }
    m_times.push_back(timeMs);
    return true;
}

std::vector<std::int64_t> HeadBlock::values(const Column &column) const
{
    std::vector<std::int64_t> all(m_times.size(), kNoValue);
    std::string_view codes = column.codes;
    std::int64_t last = 0;
    std::uint64_t code = 0;
    for (std::size_t row = column.firstRow; row < all.size() && takeVarint(codes, code); ++row) {
        if (code == 0)
            continue;
        last += unzigzag(code - 1);
        all[row] = last;
    }
    return all;
}

std::string packColumn(std::span<const std::int64_t> values)
{
    // Runs of rows with and without a value, in turn, beginning with those that have one.
    std::vector<std::uint64_t> runs;
    std::vector<std::int64_t> present;
    present.reserve(values.size());
    bool has = true;
    std::uint64_t length = 0;
    for (const std::int64_t value : values) {
        if ((value != kNoValue) != has) {
            runs.push_back(length);
            length = 0;
            has = !has;
        }
        ++length;
        if (has)
            present.push_back(value);
    }
    runs.push_back(length);
    std::string out;
    putVarint(out, runs.size());
    for (const std::uint64_t run : runs)
        putVarint(out, run);
    putInts(out, present);
    return out;
}

bool unpackColumn(std::string_view bytes, std::size_t rows, std::vector<std::int64_t> &values)
{
    std::uint64_t count = 0;
    if (!takeVarint(bytes, count) || count > rows + 1)
        return false;
    std::vector<std::uint64_t> runs(count);
    std::uint64_t total = 0;
    for (std::uint64_t &run : runs) {
        if (!takeVarint(bytes, run) || run > rows)
            return false;
        total += run;
    }
    static thread_local std::vector<std::int64_t> present;
    if (total != rows || !takeInts(bytes, rows, present) || !bytes.empty())
        return false;
    if (count == 1) {
        values = present;
        return values.size() == rows;
    }
    values.assign(rows, kNoValue);
    std::size_t row = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        for (std::uint64_t j = 0; j < runs[i]; ++j, ++row) {
            if (i % 2 == 1)
                continue;
            if (next == present.size())
                return false;
            values[row] = present[next++];
        }
    }
    return next == present.size();
}

} // namespace headroom::db
