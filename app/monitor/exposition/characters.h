// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

// Eight characters as one number, the first one in its lowest byte.
inline std::uint64_t eightAt(const char *text)
{
    std::uint64_t word = 0;
    if constexpr (std::endian::native == std::endian::little)
        std::memcpy(&word, text, 8);
    else
        for (unsigned i = 0; i < 8; ++i)
            word |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
    return word;
}

// How many characters at the start of a quoted text are neither its end, nor an escape, nor beyond ASCII; eight at a time,
// since most of a page are label values.
inline std::size_t plainLength(std::string_view text)
{
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    constexpr std::uint64_t kHighs = 0x8080808080808080U;
    const auto zeros = [](std::uint64_t word) { return (word - kOnes) & ~word; };
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        const std::uint64_t word = eightAt(text.data() + i);
        const std::uint64_t special = (zeros(word ^ (kOnes * '"')) | zeros(word ^ (kOnes * '\\')) | word) & kHighs;
        if (special != 0)
            return i + static_cast<std::size_t>(std::countr_zero(special)) / 8;
    }
    while (i < text.size() && text[i] != '"' && text[i] != '\\' && static_cast<unsigned char>(text[i]) < 0x80U)
        ++i;
    return i;
}

// Well-formed UTF-8 without surrogates and overlong forms.
bool isUtf8(std::string_view text);

// How many characters well-formed UTF-8 has.
std::size_t utf8Length(std::string_view text);

} // namespace headroom::monitor
