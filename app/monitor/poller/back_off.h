// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace headroom::monitor {

// How long to wait after the `failures`-th failure in a row (1 or more): the interval, doubled with each further one, up to a
// minute or the interval if that is longer; spread by 20 % either way with `random` (0 <= x < 1), so that many sources that
// failed together do not come back together.
std::chrono::milliseconds retryDelay(std::chrono::milliseconds interval, int failures, double random);

} // namespace headroom::monitor
