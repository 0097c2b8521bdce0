// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace headroom::core {

// List prices were cut by 33 to 44 % in one day of June 2025 (AWS p4d, p4de, p5): after this many days a price is to be looked up again.
inline constexpr int kStaleAfterDays = 90;

// "2026-07-20", or as much of it as is known ("2026-07", "2026": the last day counts). Empty for what is no date.
std::optional<int> daysFromEpoch(std::string_view isoDate);
// Age of a price in days; negative where the date has not come. Empty where either is no date.
std::optional<int> ageInDays(std::string_view asOf, std::string_view today);
bool isStale(std::string_view asOf, std::string_view today);

} // namespace headroom::core
