// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/quantity.h>

namespace headroom::core {

// One engine step at the operating point, by operator. The parts add up to `total`.
struct StepTime {
    Seconds gemm, attention, experts, head, communication, fixed, host, total;

    bool operator==(const StepTime &) const = default;
};

} // namespace headroom::core
