// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

namespace headroom::core::hf {

// What a key that no reader asked for means for the sizes.
enum class KeyMeaning {
    None,     // known to change no tensor (token ids, rotary positions, training and sampling settings), or switched off
    Unknown,  // not known, and its name does not speak of tensors: worth a warning
    Sizes,    // not known, and its name speaks of layers, heads, experts ...: the config is refused
};

KeyMeaning meaningOf(std::string_view key, const nlohmann::json &value);

} // namespace headroom::core::hf
