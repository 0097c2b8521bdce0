// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/sizing/model_shape.h>

#include <algorithm>

namespace headroom::core {
namespace {

AttentionShape shapeOfLayers(const GroupedAttention &a, int layers)
{
    AttentionShape shape;
    shape.kind = AttentionShape::Kind::Grouped;
    shape.layers = layers;
    shape.heads = a.heads;
    shape.kvHeads = a.kvHeads;
    shape.valuesPerToken = 2.0 * a.kvHeads * a.headDim;
    shape.scoreDim = a.headDim;
    shape.decodeDim = a.headDim;
    shape.window = a.window;
    shape.chunked = a.chunked;
    return shape;
}

AttentionShape shapeOfLayers(const LatentAttention &a, int layers)
{
    AttentionShape shape;
    shape.kind = AttentionShape::Kind::Latent;
    shape.layers = layers;
    shape.heads = a.heads;
    shape.kvHeads = 1;
    shape.valuesPerToken = a.kvLoraRank + a.ropeHeadDim;
    shape.scoreDim = (a.nopeHeadDim + a.ropeHeadDim + a.valueHeadDim) / 2.0;
    shape.decodeDim = (2.0 * a.kvLoraRank + a.ropeHeadDim) / 2.0;
    shape.window = a.indexTopK;
    // fp8 keys with a float32 scale (DeepSeek-V3.2's indexer)
    shape.indexBytesPerToken = a.indexTopK > 0 ? a.indexHeadDim + 4.0 : 0.0;
    return shape;
}

AttentionShape shapeOfLayers(const LinearAttention &a, int layers)
{
    AttentionShape shape;
    shape.kind = AttentionShape::Kind::Linear;
    shape.layers = layers;
    shape.heads = a.valueHeads;
    shape.kvHeads = a.valueHeads;
    const double state = static_cast<double>(a.valueHeads) * a.keyHeadDim * a.valueHeadDim * a.stateBytesPerValue;
    const double conv = (2.0 * a.keyHeads * a.keyHeadDim + static_cast<double>(a.valueHeads) * a.valueHeadDim) * std::max(a.convKernel - 1, 0) * 2.0;
    shape.stateBytesPerSequence = state + conv;
    // A chunked scan touches state per token like attention over one key dimension.
    shape.scoreDim = a.keyHeadDim;
    return shape;
}

int headsOf(const Attention &attention)
{
    return std::visit([](const auto &a) {
        if constexpr (requires { a.heads; })
            return a.heads;
        else
            return a.valueHeads;
    }, attention);
}

} // namespace

ModelShape shapeOf(const Architecture &architecture)
{
    ModelShape shape;
    shape.parameters = countParameters(architecture);
    shape.layers = architecture.layers();
    shape.hidden = architecture.hidden;
    shape.vocab = architecture.vocab;
    for (const LayerGroup &group : architecture.groups) {
        AttentionShape attention = std::visit([&](const auto &a) { return shapeOfLayers(a, group.count); }, group.attention);
        const auto same = std::ranges::find_if(shape.attention, [&](const AttentionShape &other) {
            return other.kind == attention.kind && other.heads == attention.heads && other.kvHeads == attention.kvHeads
                && other.valuesPerToken == attention.valuesPerToken && other.window == attention.window && other.chunked == attention.chunked;
        });
        if (same == shape.attention.end())
            shape.attention.push_back(attention);
        else
            same->layers += group.count;

        if (const auto *experts = std::get_if<ExpertFfn>(&group.ffn)) {
            shape.expertLayers += group.count;
            const double weights = (experts->gated ? 3.0 : 2.0) * architecture.hidden * experts->intermediate;
            const auto known = std::ranges::find_if(shape.experts, [&](const ExpertShape &other) {
                return other.experts == experts->experts && other.topK == experts->topK && other.weightsPerExpert == weights;
            });
            if (known == shape.experts.end())
                shape.experts.push_back({group.count, experts->experts, experts->topK, weights});
            else
                known->layers += group.count;
        }
    }
    for (int tp = 1; tp <= 64; tp *= 2)
        if (dividesHeads(architecture, tp))
            shape.maxTensorParallel = tp;
    return shape;
}

double attendedTokens(const AttentionShape &attention, double context)
{
    if (attention.window <= 0)
        return context;
    if (attention.chunked) // inside a chunk the look-back grows from 0 to the chunk's length
        return context <= attention.window ? context : attention.window / 2.0;
    return std::min(context, static_cast<double>(attention.window));
}

double cachedTokens(const AttentionShape &attention, double context)
{
    // An indexer chooses among all past tokens, so all of them stay.
    if (attention.window <= 0 || attention.indexBytesPerToken > 0)
        return context;
    return std::min(context, static_cast<double>(attention.window));
}

bool dividesHeads(const Architecture &architecture, int tp)
{
    return std::ranges::all_of(architecture.groups, [tp](const LayerGroup &group) { return headsOf(group.attention) % tp == 0; });
}

} // namespace headroom::core
