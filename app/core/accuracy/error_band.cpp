// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/error_band.h>
#include <core/sizing/efficiency.h>

#include <algorithm>

namespace headroom::core {

std::string bandFamily(const ConstantTraits &traits)
{
    return traits[KeyPart::Architecture] + '|' + traits[KeyPart::Engine] + '|' + traits[KeyPart::Format];
}

std::string bandShape(const ConstantTraits &traits, const ModelShape &shape)
{
    return bandFamily(traits) + '|' + std::to_string(shape.layers) + 'x' + std::to_string(shape.hidden) + 'x' + std::to_string(shape.expertLayers);
}

double errorBand(const Constants &constants, const ConstantTraits &traits, const ModelShape &shape, const Gpu &gpu, const Layout &layout, Figure figure)
{
    const ErrorBands &bands = constants.bands;
    const bool throughput = figure == Figure::Throughput;
    double width = throughput ? bands.throughput : bands.latency;
    const auto family = bands.families.find(bandFamily(traits));
    if (family != bands.families.end())
        width = throughput ? family->second.throughput : family->second.latency;
    else
        width *= bands.newFamily;
    if (!bands.shapes.contains(bandShape(traits, shape)))
        width *= bands.newModel;
    const std::string architecture = traits[KeyPart::Architecture] + '|';
    const auto ofArchitecture = bands.families.lower_bound(architecture);
    const bool unknown = ofArchitecture == bands.families.end() || !ofArchitecture->first.starts_with(architecture);
    const bool linear = std::ranges::any_of(shape.attention, [](const AttentionShape &a) { return a.kind == AttentionShape::Kind::Linear; });
    const bool overPcie = layout.tp > 1 && linkFor(gpu, layout.tp * layout.dp).kind == Interconnect::Kind::Pcie;
    if (unknown || linear || overPcie || layout.pp >= 4 || gpu.vendor != "NVIDIA")
        width = std::max(width, bands.leastUnknown);
    return width;
}

} // namespace headroom::core
