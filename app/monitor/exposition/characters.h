// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace headroom::monitor {

enum CharacterClass : std::uint8_t { kLabelStart = 1, kLabelPart = 2, kNameStart = 4, kNamePart = 8, kBlank = 16 };

inline constexpr std::array<std::uint8_t, 256> kCharacterClasses = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        const bool digit = c >= '0' && c <= '9';
        int bits = 0;
        if (letter)
            bits |= kLabelStart | kLabelPart | kNameStart | kNamePart;
        if (digit)
            bits |= kLabelPart | kNamePart;
        if (c == ':')
            bits |= kNameStart | kNamePart;
        if (c == ' ' || c == '\t')
            bits |= kBlank;
        table[c] = static_cast<std::uint8_t>(bits);
    }
    return table;
}();

constexpr bool isOf(char c, CharacterClass wanted)
{
    return (kCharacterClasses[static_cast<unsigned char>(c)] & wanted) != 0;
}

// Well-formed UTF-8 without surrogates and overlong forms.
bool isUtf8(std::string_view text);

// How many characters well-formed UTF-8 has.
std::size_t utf8Length(std::string_view text);

} // namespace headroom::monitor
