// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/sizing/efficiency.h>

#include <algorithm>

namespace headroom::core {
namespace {

constexpr std::string_view kMeasured =
    "fit on published measurements (InferenceMAX / AIConfigurator silicon sample 2025-2026, TensorRT-LLM performance overviews v0.11-v1.2); headroom accuracy shows its error";
constexpr std::string_view kGeneral = "general value, no measurement of this GPU generation, format and engine: mean of those that were measured";

std::string_view generationOf(const Gpu &gpu)
{
    // B300 and GB300 run the kernels of their predecessors.
    return gpu.architecture == "Blackwell Ultra" ? std::string_view("Blackwell") : std::string_view(gpu.architecture);
}

std::string linkKey(const Link &link)
{
    if (link.network)
        return "network";
    switch (link.kind) {
    case Interconnect::Kind::NvLink: return "nvlink" + std::to_string(link.generation);
    case Interconnect::Kind::Pcie: return "pcie" + std::to_string(link.generation);
    case Interconnect::Kind::InfinityFabric: return "infinity_fabric";
    case Interconnect::Kind::Ethernet: return "ethernet";
    case Interconnect::Kind::Other: break;
    }
    return "other";
}

std::string formatKey(NumberFormat format, bool weightOnly)
{
    return std::string(formatId(format)) + (weightOnly && format != NumberFormat::Bf16 ? "-weights" : "");
}

std::string attentionKey(const ModelShape &shape)
{
    using Kind = AttentionShape::Kind;
    const auto has = [&](auto test) { return std::ranges::any_of(shape.attention, test); };
    if (has([](const AttentionShape &a) { return a.kind == Kind::Linear; }))
        return "linear";
    if (has([](const AttentionShape &a) { return a.kind == Kind::Latent; }))
        return "latent";
    return has([](const AttentionShape &a) { return a.window > 0; }) ? "windowed" : "grouped";
}

std::string classKey(const ModelShape &shape)
{
    const std::string attention = attentionKey(shape);
    if (attention == "linear")
        return "hybrid";
    if (attention == "latent")
        return "mla";
    return shape.experts.empty() ? "dense" : "moe";
}

// "1.2.0rc2.post1" is of release 1.2.
std::string releaseOf(std::string_view version)
{
    const auto first = version.find('.');
    if (first == std::string_view::npos)
        return std::string(version);
    const auto second = version.find_first_not_of("0123456789", first + 1);
    return std::string(version.substr(0, second));
}

} // namespace

BytesPerSecond networkRate(const Gpu &gpu)
{
    return BytesPerSecond(gpu.interconnect && gpu.interconnect->domain >= 8 ? 50e9 : 12.5e9);
}

Link linkFor(const Gpu &gpu, int ranks)
{
    if (gpu.interconnect && ranks <= gpu.interconnect->domain)
        return {gpu.interconnect->perDirection, gpu.interconnect->kind, false, gpu.interconnect->generation};
    if (ranks > gpu.perServer)
        return {networkRate(gpu), Interconnect::Kind::Ethernet, true, 0};
    // One-way rate of a x16 slot: generation 3 16 GB/s, doubling with each.
    const int generation = std::clamp(gpu.pcieGeneration, 3, 6);
    return {BytesPerSecond(static_cast<double>(2 << generation) * 1e9), Interconnect::Kind::Pcie, false, generation};
}

ConstantTraits traitsOf(const ModelShape &shape, const CheckpointFormat &format, bool weightOnly, const Gpu &gpu, const Engine &engine,
                        std::string_view version, const Layout &layout, double kvBytesPerValue)
{
    const ParameterCount &p = shape.parameters;
    const bool weights = weightOnly || format.format == NumberFormat::Int4;
    const NumberFormat dense = p.attention > p.denseFfn + p.sharedExperts ? format.attention : format.denseFfn;
    ConstantTraits traits;
    traits[KeyPart::Architecture] = generationOf(gpu);
    traits[KeyPart::Gpu] = gpu.id;
    traits[KeyPart::Format] = formatKey(format.format, weights);
    traits[KeyPart::DenseFormat] = formatKey(dense, weights);
    traits[KeyPart::ExpertFormat] = formatKey(format.experts, weights);
    traits[KeyPart::KvFormat] = kvBytesPerValue > 1.5 ? "bf16" : kvBytesPerValue > 0.9 ? "fp8" : "fp4";
    traits[KeyPart::Engine] = engine.id;
    const std::string stated = version.empty() ? "unstated" : std::string(version);
    traits[KeyPart::Release] = engine.id + ' ' + releaseOf(stated);
    traits[KeyPart::Version] = engine.id + ' ' + stated;
    traits[KeyPart::ModelClass] = classKey(shape);
    traits[KeyPart::Attention] = attentionKey(shape);
    const int ranks = layout.tp * layout.dp;
    traits[KeyPart::Link] = linkKey(linkFor(gpu, ranks));
    traits[KeyPart::Ranks] = std::to_string(ranks);
    return traits;
}

Efficiency efficiencyOf(const ConstantArray &values)
{
    const auto at = [&](Constant constant) { return values[static_cast<std::size_t>(constant)]; };
    const double overall = at(Constant::Overall);
    Efficiency e;
    // No kernel beats its datasheet by much; experts may, where fewer of them are touched than uniform routing says.
    e.gemmCompute = std::min(at(Constant::GemmCompute) / overall, 1.0);
    e.gemmBandwidth = std::min(at(Constant::GemmBandwidth) / overall, 1.1);
    e.expertCompute = std::min(at(Constant::ExpertCompute) / overall, 1.0);
    e.expertBandwidth = std::min(at(Constant::ExpertBandwidth) / overall, 1.5);
    e.decodeAttention = std::min(at(Constant::DecodeAttention) / overall, 1.1);
    e.prefillAttention = std::min(at(Constant::PrefillAttention) / overall, 1.0);
    e.layerMicroseconds = at(Constant::Layer) * overall;
    e.expertLayerMicroseconds = at(Constant::ExpertLayer) * overall;
    e.prefillLayerMicroseconds = at(Constant::PrefillLayer) * overall;
    e.allReduceMicroseconds = at(Constant::AllReduce) * overall;
    e.linkShare = std::min(at(Constant::LinkShare) / overall, 1.0);
    e.activationPasses = at(Constant::ActivationPasses) * overall;
    e.gemmTokenOffset = at(Constant::GemmTokenOffset);
    e.expertTokenOffset = at(Constant::ExpertTokenOffset);
    e.hostMilliseconds = at(Constant::Host);
    e.hostSequenceMicroseconds = at(Constant::HostSequence);
    e.requestMilliseconds = at(Constant::Request);
    e.requestTokenMicroseconds = at(Constant::RequestToken);
    e.kvUsable = std::min(at(Constant::KvUsable), 1.0);
    e.warmUp = at(Constant::WarmUp);
    e.firstTokenSteps = at(Constant::FirstTokenSteps);
    e.expertPasses = at(Constant::ExpertPasses) * overall;
    e.routingSpread = std::clamp(at(Constant::RoutingSpread), 0.3, 1.0);
    return e;
}

Efficiency efficiencyFor(const Constants &constants, const ConstantTraits &traits)
{
    ConstantArray values;
    for (std::size_t i = 0; i < kConstantCount; ++i)
        values[i] = constants.values[i].at(traits);
    Efficiency e = efficiencyOf(values);
    e.calibrated = constants.bands.families.contains(traits[KeyPart::Architecture] + '|' + traits[KeyPart::Engine] + '|' + traits[KeyPart::Format]);
    e.source = e.calibrated ? kMeasured : kGeneral;
    return e;
}

} // namespace headroom::core
