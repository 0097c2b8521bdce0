// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/architecture.h>

#include <optional>
#include <string>
#include <string_view>

namespace headroom::core::catalog_json {

// Ids name files and stand on command lines: 1-100 of a-z, 0-9, '.', '_', '-', beginning with a letter or digit.
bool isId(std::string_view text);
inline constexpr std::string_view kIdRule = "1 to 100 of a-z, 0-9, '.', '_' and '-', beginning with a letter or digit";

// What is wrong with an architecture whose single values are in range: heads that key-value heads do not divide, more
// parameters than any count of them may hold (1e15, far from overflow). Empty: nothing.
std::optional<std::string> architectureProblem(const Architecture &architecture);

} // namespace headroom::core::catalog_json
