// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a trace holds, reading it ends: with requests in order, in range, or with an error that says where and what would
// be accepted. Built as a libFuzzer target with HEADROOM_FUZZ=ON; its seeds are replayed as a test.
#include <core/workload/recorded_load.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace headroom::core;
    const auto load = parseRecordedLoad(std::string_view(reinterpret_cast<const char *>(data), size), "fuzzed.csv");
    if (!load) {
        require(load.error().detail.find("accepted") != std::string::npos && load.error().file == "fuzzed.csv");
        return 0;
    }
    require(!load->empty());
    Nanoseconds last = 0;
    for (const RecordedRequest &r : *load) {
        require(r.time >= last && r.input >= 1 && r.output >= 1 && r.input <= 10'000'000 && r.output <= 10'000'000);
        last = r.time;
    }
    return 0;
}
