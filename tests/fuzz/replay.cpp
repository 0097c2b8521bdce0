// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a libFuzzer target without libFuzzer: the given files as they are, then a fixed number of changes to them, the same in
// every run. Finds less than the fuzzer, but in every build, sanitizers included.
//   NAME RUNS FILE...
#include <core/serving/random.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

constexpr std::size_t kMaxSeedBytes = 4000;
constexpr std::array<std::string_view, 26> kPieces{"{", "}", "\"", "\\", "\n", " ", "#", "# TYPE ", "# EOF\n", "NaN", "+Inf", "-1", "_total", "_bucket", "le=\"", "quantile=\"", "1e400", "\xff", "\xe4\xbd\xa0", ",", "=", "\t", "_sum",
    "_count", " # {a=\"b\"} 1", "[{"};

std::string changed(std::string text, headroom::core::Random &random)
{
    const auto below = [&random](std::size_t limit) { return static_cast<std::size_t>(random.next() % limit); };
    for (std::size_t changes = 1 + below(5); changes > 0 && !text.empty(); --changes) {
        const std::size_t at = below(text.size());
        switch (below(5)) {
        case 0: text[at] = static_cast<char>(below(256)); break;
        case 1: text.erase(at, 1 + below(8)); break;
        case 2: text.insert(at, kPieces[below(kPieces.size())]); break;
        case 3: text.insert(at, text.substr(below(text.size()), below(80))); break;
        default: text.resize(at); break;
        }
    }
    return text;
}

void run(const std::string &text)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(text.data()), text.size());
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<std::string> seeds{"x# TYPE a counter\na_total{b=\"c\"} 1\n# EOF\n", R"(x{"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"a"},"value":[1,"2"]}]}})",
        R"(x{"time":"2026-03-01T12:00:00.000Z","state":"ok","canonical":[{"metric":"gpu.power_w","labels":{"gpu":"0"},"value":350,"unit":"W"}]})"};
    for (int i = 2; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        seeds.push_back("x" + std::string(std::istreambuf_iterator<char>(file), {}).substr(0, kMaxSeedBytes));
    }
    for (const std::string &seed : seeds)
        run(seed);
    headroom::core::Random random(1);
    const int runs = argc > 1 ? std::atoi(argv[1]) : 0;
    for (int i = 0; i < runs; ++i)
        run(changed(seeds[static_cast<std::size_t>(random.next() % seeds.size())], random));
    std::printf("%zu inputs, %d changed ones\n", seeds.size(), runs);
    return 0;
}
