// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace headroom::ui {

// The default locale's digits and group separators, at most `decimals` places, without trailing zeros.
QString numberText(double value, int decimals);

// Reads what numberText() writes, plain digits, and a final k, M or G; rounds to `decimals` places. Nothing for any other text.
std::optional<double> parseNumberText(const QString &text, int decimals);

} // namespace headroom::ui
