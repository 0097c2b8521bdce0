// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/derivation/derivation.h>

#include <string_view>

namespace headroom::core {

std::string_view operationId(Operation operation); // "product", as in the JSON
std::string_view unitId(Unit unit);                // "requests/s"

} // namespace headroom::core
