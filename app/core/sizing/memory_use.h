// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/quantity.h>

namespace headroom::core {

// What one GPU's memory holds. weights + kvCache + reserved + free = total.
struct MemoryUse {
    Bytes total;
    Bytes weights;
    Bytes kvCache;      // what the engine sets aside for it
    Bytes reserved;     // activations, graphs, communication buffers
    Bytes free;

    bool operator==(const MemoryUse &) const = default;
};

} // namespace headroom::core
