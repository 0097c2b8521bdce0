// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace headroom::core::hf {

// A small subset of regular expressions, matched by backtracking within a budget of steps (std::regex recurses without
// bound on hostile input). Anchored at the beginning like Python's re.match.
bool expressionIsKnown(std::string_view expression);
bool expressionMatches(std::string_view expression, std::string_view text, std::int64_t &budget);

} // namespace headroom::core::hf
