// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::db {

// What a stretch of time of one series sums up to, in the whole numbers of its field.
struct RollUp {
    std::int64_t at = 0;       // number of the stretch since 1970
    std::int64_t count = 0;    // values in it, above 0
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t sum = 0;

    bool operator==(const RollUp &) const = default;
};

// How long the stretches of a level are, and how long the row that holds them. Level 0 are the polls themselves.
struct RollUpLevel {
    int level;
    std::int64_t stepS;
    std::int64_t rowS;
};
inline constexpr RollUpLevel kMinutes{1, 60, 6 * 3600};
inline constexpr RollUpLevel kHours{2, 3600, 10 * 24 * 3600};
inline constexpr std::size_t kMostRollUps = 360; // in one row

// Sums up values (kNoValue: none) by `stepS`. `times` in Unix ms, rising.
std::vector<RollUp> rollUp(std::span<const std::int64_t> times, std::span<const std::int64_t> values, std::int64_t stepS);
// Adds `more` to `all`; both in order of time, and so is the outcome. Stretches of the same number become one.
void mergeRollUps(std::vector<RollUp> &all, std::span<const RollUp> more);

std::string packRollUps(std::span<const RollUp> all);
// False where the bytes are none; at most kMostRollUps.
bool unpackRollUps(std::string_view bytes, std::vector<RollUp> &all);

} // namespace headroom::db
