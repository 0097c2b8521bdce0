// SPDX-License-Identifier: GPL-3.0-or-later
#include "characters.h"

#include <algorithm>

namespace headroom::monitor {

bool isUtf8(std::string_view text)
{
    const auto byte = [&text](std::size_t i) { return i < text.size() ? static_cast<unsigned>(static_cast<unsigned char>(text[i])) : 0U; };
    const auto follows = [&byte](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    std::size_t i = 0;
    while (i < text.size()) {
        const unsigned lead = byte(i);
        if (lead < 0x80U) {
            i += 1;
        } else if (lead >= 0xC2U && lead <= 0xDFU && follows(i + 1)) {
            i += 2;
        } else if (lead >= 0xE0U && lead <= 0xEFU && follows(i + 1) && follows(i + 2)) {
            if ((lead == 0xE0U && byte(i + 1) < 0xA0U) || (lead == 0xEDU && byte(i + 1) > 0x9FU))
                return false;
            i += 3;
        } else if (lead >= 0xF0U && lead <= 0xF4U && follows(i + 1) && follows(i + 2) && follows(i + 3)) {
            if ((lead == 0xF0U && byte(i + 1) < 0x90U) || (lead == 0xF4U && byte(i + 1) > 0x8FU))
                return false;
            i += 4;
        } else {
            return false;
        }
    }
    return true;
}

std::size_t utf8Length(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace headroom::monitor
