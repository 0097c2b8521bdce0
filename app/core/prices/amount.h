// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/money.h>

#include <string>
#include <string_view>

namespace headroom::core::price_reading {

struct Amount {
    enum class Kind { Absent, Zero, Good, Negative, TooLarge, Ambiguous, NotANumber };
    Kind kind = Kind::Absent;
    Money money;

    bool usable() const { return kind == Kind::Good; }
};

// A price as files write it: "32.7726000000", "1e-05", " 4.20 ", "$3.99"; "1,234.56" and "1.234,56"; "1,234" alone could be
// either and is Ambiguous. Rounded half to even to a millionth; at most a million an hour.
Amount parseAmount(Currency currency, std::string_view text);

std::string_view trimmed(std::string_view text);
std::string lower(std::string_view text);
bool isUtf8(std::string_view text);
// Text that may stand in a catalog: UTF-8, no control characters, 1 to 200 bytes.
bool isPlainText(std::string_view text);

} // namespace headroom::core::price_reading
