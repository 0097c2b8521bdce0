// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a packed metrics page holds, unpacking it ends: with no more than was allowed, or with an error that names the file.
// Built as a libFuzzer target with HEADROOM_FUZZ=ON; its seeds are replayed as a test.
#include "gunzip.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t kMost = 64 * 1024;
    const auto page = headroom::app::gunzip(std::string_view(reinterpret_cast<const char *>(data), size), kMost, "page.gz");
    if (page ? page->size() > kMost : page.error().file != "page.gz")
        std::abort();
    return 0;
}
