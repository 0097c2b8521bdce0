// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace headroom::present {

// English source texts of one derivation key (context "DerivationTexts"). `note` stands in for a source where the engine
// gives none, or gives an explanation rather than a source; may be empty.
struct DerivationWord {
    const char *key;
    const char *label;
    const char *note = "";
};

const DerivationWord *findDerivationWord(std::string_view key); // nullptr where unknown
std::span<const DerivationWord> derivationWords();

} // namespace headroom::present
