// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <core/units/money.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

// An input that is moved to see what it does to the answer.
enum class SensitivityInput { Peak, InputTokens, OutputTokens, TtftTarget, TpotTarget, EndToEndTarget, Headroom, PrefixCacheHits, Format, Prices };
inline constexpr std::array kSensitivityInputs{
    SensitivityInput::Peak, SensitivityInput::InputTokens, SensitivityInput::OutputTokens, SensitivityInput::TtftTarget, SensitivityInput::TpotTarget,
    SensitivityInput::EndToEndTarget, SensitivityInput::Headroom, SensitivityInput::PrefixCacheHits, SensitivityInput::Format, SensitivityInput::Prices};
std::string_view sensitivityInputId(SensitivityInput input);   // "peak_rps", "input_tokens_mean", ...

// One end of a bar: the input at one value, and the best plan for it.
struct SensitivityEnd {
    double value = 0;                    // in the input's own unit (SI); prices: the factor; Format: 0
    std::optional<FormatChoice> format;  // Format only
    bool feasible = false;               // false: no plan meets every requirement there; cost and GPUs are void
    Money monthlyCost;
    int gpus = 0;
    std::string gpu;                     // what is recommended there

    bool operator==(const SensitivityEnd &) const = default;
};

struct SensitivityBar {
    SensitivityInput input = SensitivityInput::Peak;
    double base = 0;                     // the scenario's own value
    SensitivityEnd low, high;            // the lower and the higher value of the input

    // How far apart the ends cost, the scenario's own cost among them; an end without a plan counts as nothing.
    double swing(const Money &base) const;
    bool operator==(const SensitivityBar &) const = default;
};

// Which input moves the cost most: each is moved down and up by a stated step while the others stay, and the scenario planned anew.
struct Sensitivity {
    Money baseCost;                      // of the scenario itself, in closed form
    int baseGpus = 0;
    std::vector<SensitivityBar> bars;    // widest first

    bool operator==(const Sensitivity &) const = default;
};

} // namespace headroom::core
