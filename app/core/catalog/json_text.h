// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace headroom::core::catalog_json {

struct JsonLimits {
    std::size_t mostBytes = 0;
    int deepest = 0;
};

// Text from outside as JSON: no exception leaves, nesting and size are bounded, and a key given twice in one object is an
// error (readers disagree on which one counts). Errors: TooLarge, Syntax (with the line), BadValue for a double key.
Result<nlohmann::json> parseJsonText(std::string_view text, const std::string &file, JsonLimits limits);

} // namespace headroom::core::catalog_json
