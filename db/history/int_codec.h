// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::db {

// Whole numbers in few bytes. A list is reduced by its greatest common divisor; then whichever is shortest of its values
// around their mean, their differences or the differences of those is written in Rice codes, with a parameter for every 32
// numbers. Numbers are within +-2^54, so that no difference overflows.

void putVarint(std::string &out, std::uint64_t value);
// False at the end of the text or where no varint stands; `in` is moved past it otherwise.
bool takeVarint(std::string_view &in, std::uint64_t &value);

constexpr std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U);
}

constexpr std::int64_t unzigzag(std::uint64_t code)
{
    return static_cast<std::int64_t>(code >> 1U) ^ -static_cast<std::int64_t>(code & 1U);
}

void putInts(std::string &out, std::span<const std::int64_t> values);
// At most `most` numbers. False for what putInts() does not write; `in` is moved past it otherwise.
bool takeInts(std::string_view &in, std::size_t most, std::vector<std::int64_t> &values);

} // namespace headroom::db
