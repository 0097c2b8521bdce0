// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

struct CsvLimits {
    std::size_t rows = 1'000'000;
    std::size_t columns = 1000;
    std::size_t cell = 64 * 1024;   // bytes
};

struct CsvTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;   // each as wide as the header
    std::vector<int> lines;                       // 1-based line on which each row starts

    // Column of a name (case-insensitive, outer blanks ignored); -1 where absent.
    int column(std::string_view name) const;
};

// RFC 4180 with a header: quoted cells with doubled quotes and line breaks, CRLF or LF, a byte-order mark skipped, empty
// lines skipped. A row that is too short or too long is an error with its line. Pure.
Result<CsvTable> parseCsv(std::string_view text, std::string_view fileName, const CsvLimits &limits = {});

// A cell as it must be written: quoted where it holds a comma, a quote or a line break.
std::string csvCell(std::string_view text);

} // namespace headroom::core
