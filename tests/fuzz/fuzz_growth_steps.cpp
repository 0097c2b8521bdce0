// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed as steps of growth, reading it ends: with steps in range and in order, or with an error that says what would
// be accepted. The demand of every month is then a number.
#include <core/planning/scenario.h>
#include <core/roadmap/plan_roadmap.h>

#include <cmath>
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
    const auto steps = parseGrowthSteps(std::string_view(reinterpret_cast<const char *>(data), size));
    if (!steps) {
        require(steps.error().field == "growth.steps" && steps.error().detail.find("accepted") != std::string::npos);
        return 0;
    }
    for (const GrowthStep &step : *steps)
        require(step.month >= 1 && step.month <= 120 && step.factor > 0 && step.factor <= 1000);
    GrowthInputs growth;
    for (const int month : {1, 12, 120})
        require(!std::isnan(growthFactor(growth, *steps, month)) && growthFactor(growth, *steps, month) >= 0);
    return 0;
}
