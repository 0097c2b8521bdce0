// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace headroom::core {

// The simulators' clock: whole nanoseconds from the start, so that a run adds up the same everywhere.
using Nanoseconds = std::int64_t;
inline constexpr Nanoseconds kNever = std::numeric_limits<Nanoseconds>::max();

// Rounded; cut at 285 years. NaN counts as that, too.
inline Nanoseconds toNanoseconds(double seconds)
{
    return seconds < 9.0e9 ? static_cast<Nanoseconds>(std::llround(std::max(seconds, 0.0) * 1e9)) : static_cast<Nanoseconds>(9'000'000'000'000'000'000);
}

inline double toSeconds(Nanoseconds time)
{
    return static_cast<double>(time) * 1e-9;
}

} // namespace headroom::core
