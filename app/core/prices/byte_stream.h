// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/prices/price_import.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::core::price_reading {

// A price file block by block: looks at its head without taking it, counts, reports progress, stops when asked, and keeps the
// first error (a read that failed, a request to stop, over 8 GiB).
class ByteStream {
public:
    ByteStream(const ReadBlock &read, const PriceReadControl &control, std::string file);

    // The first bytes (at most 64 KiB), without a byte-order mark.
    std::string_view head();
    // The next block, empty at the end or after an error. Holds until the next call.
    std::string_view next();

    const std::optional<Error> &error() const { return m_error; }
    void fail(ErrorCode code, std::string detail, int line = 0);
    const std::string &file() const { return m_file; }

private:
    std::string_view readBlock(std::vector<char> &into);

    const ReadBlock &m_read;
    const PriceReadControl &m_control;
    std::string m_file;
    std::vector<char> m_head;
    std::vector<char> m_block;
    std::string_view m_waiting;   // of m_head: read, not yet taken
    bool m_headRead = false;
    std::uint64_t m_bytes = 0;
    std::optional<Error> m_error;
};

} // namespace headroom::core::price_reading
