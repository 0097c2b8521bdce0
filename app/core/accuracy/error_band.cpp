// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/error_band.h>
#include <core/sizing/efficiency.h>

#include <algorithm>

namespace headroom::core {

double errorBand(const Gpu &gpu, bool calibrated, const ModelShape &shape, const Layout &layout)
{
    const bool linear = std::ranges::any_of(shape.attention, [](const AttentionShape &a) { return a.kind == AttentionShape::Kind::Linear; });
    const bool overPcie = layout.tp > 1 && linkFor(gpu, layout.tp * layout.dp).kind == Interconnect::Kind::Pcie;
    if (!calibrated || linear || overPcie || layout.pp >= 4)
        return 0.50;
    return 0.27;
}

} // namespace headroom::core
