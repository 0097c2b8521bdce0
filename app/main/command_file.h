// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <cstddef>
#include <filesystem>
#include <string>

namespace headroom::app {

// A whole file that a person named, at most `limit` bytes. Errors: NotFound, Unreadable (also folders), TooLarge; with the file.
core::Result<std::string> readFile(const std::filesystem::path &file, std::size_t limit);

// Writes beside the target and renames over it: a reader sees the old file or the new one. Error: Unwritable.
core::Result<void> writeFile(const std::filesystem::path &file, const std::string &content);

} // namespace headroom::app
