// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/prices/price_import.h>

#include <filesystem>
#include <memory>
#include <string>

namespace headroom::app {

// An open price list: its blocks, and what the file system knows of it.
struct PriceFile {
    core::ReadBlock read;
    std::uint64_t bytes = 0;
    std::string date;     // of its last change, ISO, local time
};

// Errors: NotFound, Unreadable (also folders); with the file.
core::Result<PriceFile> openPriceFile(const std::filesystem::path &file);

// The day it is here, ISO.
std::string today();

} // namespace headroom::app
