// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "byte_stream.h"

#include <string>
#include <string_view>
#include <vector>

namespace headroom::core::price_reading {

// CSV as price lists write it, record by record: RFC 4180 quoting, any of , ; and tab between cells, LF or CRLF; rows may be
// shorter or longer than the header. Cells over 64 KiB and rows over 1,000 cells are errors of the stream.
class CsvRecords {
public:
    CsvRecords(ByteStream &stream, char delimiter) : m_stream(stream), m_delimiter(delimiter) {}

    // The next record that is not blank; false at the end or after an error.
    bool next();
    // Makes the current record the header: names are found case-insensitively, without outer blanks.
    void takeHeader();

    std::uint64_t line() const { return m_recordLine; }    // on which the record starts
    std::size_t cells() const { return m_used; }
    std::size_t headerCells() const { return m_header.size(); }
    // Cell of a column, trimmed; empty where the row or the header lacks it.
    std::string_view cell(int column) const;
    int column(std::string_view name) const;               // -1: none
    bool hasColumn(std::string_view name) const { return column(name) >= 0; }

private:
    bool more();
    std::string &open();

    ByteStream &m_stream;
    char m_delimiter;
    std::string_view m_block;
    std::vector<std::string> m_cells;   // their memory is kept from record to record
    std::size_t m_used = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_recordLine = 1;
    std::vector<std::string> m_header;
};

// The sign that the first line is divided by.
char sniffDelimiter(std::string_view head);

} // namespace headroom::core::price_reading
