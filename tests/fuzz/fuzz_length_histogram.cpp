// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a file of lengths or a scenario's line of them holds, reading it ends: with lengths in order and in range that fit into a
// scenario's line and come back out of it, or with an error that says what would be accepted. Built as a libFuzzer target with
// HEADROOM_FUZZ=ON; its seeds are replayed as a test.
#include <core/workload/length_histogram.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace headroom::core;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void inOrder(const std::vector<LengthShare> &shares)
{
    int before = 0;
    for (const LengthShare &share : shares) {
        require(share.tokens > before && share.tokens <= 10'000'000 && share.weight > 0);
        before = share.tokens;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    if (const auto file = parseLengthFile(text, "fuzzed.csv")) {
        require(!file->empty());
        inOrder(*file);
        const auto few = condensed(*file);
        inOrder(few);
        require(few.size() <= kMostHistogramSteps);
        require(histogramText(few).size() <= std::size_t{kMostHistogramCharacters});
    } else {
        require(file.error().detail.find("accepted") != std::string::npos && file.error().file == "fuzzed.csv");
    }
    if (const auto line = parseHistogram(text, "demand.input_histogram"))
        inOrder(*line);
    else
        require(line.error().detail.find("accepted") != std::string::npos);
    return 0;
}
