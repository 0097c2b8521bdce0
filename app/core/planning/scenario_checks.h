// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario_fields.h"

#include <core/units/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

inline constexpr int kMostIdCharacters = 100;
inline constexpr std::size_t kMostIds = 200;

// "0 to 1000000000", "above 0, up to 60"
std::string describeRange(const FieldRange &range);

// One value each; BadValue with the value and what would be accepted. `path` is "demand.users".
Result<void> checkNumber(std::string_view path, double value, const FieldRange &range);
Result<void> checkText(std::string_view path, std::string_view value, int mostCharacters); // well-formed UTF-8 without NUL
Result<void> checkId(std::string_view path, std::string_view value);
Result<void> checkIds(std::string_view path, const std::vector<std::string> &values);

} // namespace headroom::core
