// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace headroom::app {

// Whether a file begins as gzip does.
bool isGzip(std::string_view bytes);

// What a gzip file holds, all members of it; at most `maxBytes`, whatever the file promises. Errors with `file`: TooLarge,
// Damaged (broken off, or not as its checksum says).
core::Result<std::string> gunzip(std::string_view bytes, std::size_t maxBytes, const std::string &file);

} // namespace headroom::app
