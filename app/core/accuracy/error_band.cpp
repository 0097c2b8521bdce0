// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/error_band.h>
#include <core/sizing/efficiency.h>

#include <algorithm>

namespace headroom::core {
namespace {

std::string engineAndFormat(const ConstantTraits &traits)
{
    return '|' + traits[KeyPart::Engine] + '|' + traits[KeyPart::Format];
}

// What makes a deployment hard to predict, as the end of a key; empty: nothing.
std::string hardPart(const ModelShape &shape, const Gpu &gpu, const Layout &layout)
{
    const bool linear = std::ranges::any_of(shape.attention, [](const AttentionShape &a) { return a.kind == AttentionShape::Kind::Linear; });
    const Link link = linkFor(gpu, layout.tp * layout.dp);
    std::string part;
    if (linear)
        part += "|linear";
    if (layout.tp > 1 && link.network)
        part += "|network";
    else if (layout.tp > 1 && link.kind == Interconnect::Kind::Pcie)
        part += "|pcie";
    if (layout.pp >= 4)
        part += "|pipeline";
    return part;
}

// The widths of one figure.
struct FigureBands {
    double overall, newModel, newFamily;
    double ErrorBands::Family::*family;
};

FigureBands figureBands(const ErrorBands &bands, Figure figure)
{
    switch (figure) {
    case Figure::Tpot: break;
    case Figure::Ttft: return {bands.firstToken, bands.newModelFirstToken, bands.newFamilyFirstToken, &ErrorBands::Family::firstToken};
    case Figure::Throughput: return {bands.throughput, bands.newModelThroughput, bands.newFamilyThroughput, &ErrorBands::Family::throughput};
    }
    return {bands.latency, bands.newModel, bands.newFamily, &ErrorBands::Family::latency};
}

} // namespace

bool isHardToPredict(const ModelShape &shape, const Gpu &gpu, const Layout &layout)
{
    return !hardPart(shape, gpu, layout).empty();
}

std::string bandOfGpu(const ConstantTraits &traits, const ModelShape &shape, const Gpu &gpu, const Layout &layout)
{
    return traits[KeyPart::Gpu] + engineAndFormat(traits) + hardPart(shape, gpu, layout);
}

std::string bandOfArchitecture(const ConstantTraits &traits, const ModelShape &shape, const Gpu &gpu, const Layout &layout)
{
    return traits[KeyPart::Architecture] + engineAndFormat(traits) + hardPart(shape, gpu, layout);
}

std::string bandShape(const ConstantTraits &traits, const ModelShape &shape)
{
    return traits[KeyPart::Architecture] + engineAndFormat(traits) + '|' + std::to_string(shape.layers) + 'x' + std::to_string(shape.hidden) + 'x'
        + std::to_string(shape.expertLayers);
}

double errorBand(const Constants &constants, const ConstantTraits &traits, const ModelShape &shape, const Gpu &gpu, const Layout &layout, Figure figure)
{
    const ErrorBands &bands = constants.bands;
    const FigureBands of = figureBands(bands, figure);
    const double wider = bands.shapes.contains(bandShape(traits, shape)) ? 1.0 : of.newModel;
    for (const std::string &key : {bandOfGpu(traits, shape, gpu, layout), bandOfArchitecture(traits, shape, gpu, layout)})
        if (const auto family = bands.families.find(key); family != bands.families.end())
            return wider * family->second.*(of.family);
    const double width = wider * of.newFamily * of.overall;
    const std::string architecture = traits[KeyPart::Architecture] + '|';
    const auto ofArchitecture = bands.families.lower_bound(architecture);
    const bool known = ofArchitecture != bands.families.end() && ofArchitecture->first.starts_with(architecture);
    return known && !isHardToPredict(shape, gpu, layout) ? width : std::max(width, bands.leastUnknown);
}

} // namespace headroom::core
