// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/derivation/derivation.h>
#include <core/sizing/memory_fit.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

constexpr double kBf16Bytes = 2.0;

} // namespace

WeightBytes weightBytes(const ModelShape &shape, const CheckpointFormat &format)
{
    const ParameterCount &p = shape.parameters;
    const auto bytes = [](std::int64_t count, double each) { return Bytes(static_cast<double>(count) * each); };
    WeightBytes weights;
    weights.attention = bytes(p.attention, bytesPerAttentionWeight(format));
    weights.denseFfn = bytes(p.denseFfn, bytesPerWeight(format.denseFfn));
    weights.sharedExperts = bytes(p.sharedExperts, bytesPerWeight(format.denseFfn));
    weights.routedExperts = bytes(p.routedExperts, bytesPerExpertWeight(format));
    weights.kept = bytes(p.embedding + p.lmHead + p.norms + p.routers, kBf16Bytes);
    return weights;
}

Bytes weightBytesPerGpu(const WeightBytes &weights, const Layout &layout)
{
    const double dense = static_cast<double>(layout.tp) * layout.pp;
    return (weights.attention + weights.denseFfn + weights.sharedExperts + weights.kept) / dense
        + weights.routedExperts / static_cast<double>(layout.gpusPerReplica());
}

Bytes kvBytesPerGpu(const ModelShape &shape, const Layout &layout, double kvBytesPerValue, double context)
{
    double bytes = 0;
    for (const AttentionShape &a : shape.attention) {
        const double ranks = a.kind == AttentionShape::Kind::Latent ? 1.0 : std::min(layout.tp, a.kvHeads);
        const double tokens = cachedTokens(a, context);
        bytes += a.layers * (a.valuesPerToken * kvBytesPerValue / ranks * tokens + a.indexBytesPerToken * tokens);
        bytes += a.layers * a.stateBytesPerSequence / ranks;
    }
    return Bytes(bytes / layout.pp);
}

MemoryFit fitMemory(const ModelShape &shape, const WeightBytes &weights, const Gpu &gpu, const Engine &engine, const Layout &layout,
                    double kvBytesPerValue, double context, Bytes extraReserve)
{
    MemoryFit fit;
    fit.use.total = gpu.memory();
    fit.use.weights = weightBytesPerGpu(weights, layout);
    fit.use.reserved = engine.reservedPerGpu + extraReserve;
    const Bytes forCache = engine.fractionOfFree ? (fit.use.total - fit.use.weights - fit.use.reserved) * engine.memoryFraction.value()
                                                 : fit.use.total * engine.memoryFraction.value() - fit.use.weights - fit.use.reserved;
    fit.fits = forCache.value() > 0;
    fit.use.kvCache = std::max(forCache, Bytes(0));
    fit.use.free = fit.use.total - fit.use.weights - fit.use.reserved - fit.use.kvCache;
    const Bytes perSequence = kvBytesPerGpu(shape, layout, kvBytesPerValue, context);
    fit.kvBytesPerTokenPerGpu = perSequence / std::max(context, 1.0);
    if (fit.fits && perSequence.value() > 0)
        fit.kvCapacityTokens = floorToWhole(fit.use.kvCache / perSequence * context) * layout.dp;
    return fit;
}

double kvBytesPerValue(const Engine &engine, NumberFormat format)
{
    const bool fp8Cache = engine.id == "trtllm" && (format == NumberFormat::Fp8 || format == NumberFormat::Fp4);
    return fp8Cache ? 1.0 : kBf16Bytes;
}

} // namespace headroom::core
