// SPDX-License-Identifier: GPL-3.0-or-later
#include "back_off.h"

#include <algorithm>
#include <cstdint>

namespace headroom::monitor {

std::chrono::milliseconds retryDelay(std::chrono::milliseconds interval, int failures, double random)
{
    constexpr std::chrono::milliseconds kLongest{60000};
    constexpr double kSpread = 0.2;
    const auto longest = std::max(interval, kLongest);
    auto delay = interval;
    for (int i = 1; i < failures && delay < longest; ++i)
        delay *= 2;
    delay = std::min(delay, longest);
    const double factor = 1.0 - kSpread + 2.0 * kSpread * random;
    return std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(delay.count()) * factor));
}

} // namespace headroom::monitor
