// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/catalog/parameters.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

using Count = std::int64_t;

struct LayerCount {
    Count attention = 0, denseFfn = 0, shared = 0, routed = 0, router = 0, norms = 0;
};

void count(const GroupedAttention &a, Count hidden, LayerCount &layer)
{
    const Count query = Count(a.heads) * a.headDim;
    const Count keyValue = Count(a.kvHeads) * a.headDim;
    layer.attention += hidden * (query * (a.outputGate ? 2 : 1) + 2 * keyValue) + query * hidden;
    if (a.qkvBias)
        layer.norms += query + 2 * keyValue;
    if (a.outputBias)
        layer.norms += hidden;
    if (a.qkNorm)
        layer.norms += a.qkNormPerLayer ? query + keyValue : 2 * Count(a.headDim);
    if (a.sinks)
        layer.norms += a.heads;
}

void count(const LatentAttention &a, Count hidden, LayerCount &layer)
{
    const Count queryDim = Count(a.heads) * (a.nopeHeadDim + a.ropeHeadDim);
    if (a.qLoraRank > 0) {
        layer.attention += hidden * a.qLoraRank + a.qLoraRank * queryDim;
        layer.norms += a.qLoraRank;
    } else {
        layer.attention += hidden * queryDim;
    }
    layer.attention += hidden * (a.kvLoraRank + a.ropeHeadDim);
    layer.norms += a.kvLoraRank;
    layer.attention += Count(a.kvLoraRank) * a.heads * (a.nopeHeadDim + a.valueHeadDim);
    layer.attention += Count(a.heads) * a.valueHeadDim * hidden;
    if (a.indexTopK > 0) {
        const Count queryRank = a.qLoraRank > 0 ? a.qLoraRank : hidden;
        layer.attention += queryRank * a.indexHeads * a.indexHeadDim + hidden * a.indexHeadDim + hidden * a.indexHeads;
        layer.norms += 2 * Count(a.indexHeadDim); // layer norm of the index key: weight and bias
    }
}

void count(const LinearAttention &a, Count hidden, LayerCount &layer)
{
    const Count key = Count(a.keyHeads) * a.keyHeadDim;
    const Count value = Count(a.valueHeads) * a.valueHeadDim;
    // q, k, v and the output gate; the two per-head gates; the output projection; the short convolution over q, k, v.
    layer.attention += hidden * (2 * key + 2 * value) + hidden * 2 * a.valueHeads + value * hidden + (2 * key + value) * a.convKernel;
    layer.norms += 2 * Count(a.valueHeads) + a.valueHeadDim; // decay, its bias, and the gated norm
}

void count(const DenseFfn &f, Count hidden, LayerCount &layer)
{
    layer.denseFfn += (f.gated ? 3 : 2) * hidden * f.intermediate;
    if (f.bias)
        layer.norms += (f.gated ? 2 : 1) * Count(f.intermediate) + hidden;
}

void count(const ExpertFfn &f, Count hidden, LayerCount &layer)
{
    const Count matrices = f.gated ? 3 : 2;
    layer.routed += matrices * hidden * f.intermediate * f.experts;
    layer.shared += matrices * hidden * f.sharedIntermediate;
    layer.router += hidden * f.experts;
    if (f.routerBias)
        layer.norms += f.experts;
    if (f.sharedGate)
        layer.router += hidden;
    if (f.bias) // biases of every expert matrix and of the router
        layer.norms += Count(f.experts) * ((f.gated ? 2 : 1) * Count(f.intermediate) + hidden) + f.experts;
}

} // namespace

ParameterCount countParameters(const Architecture &architecture)
{
    ParameterCount total;
    const Count hidden = architecture.hidden;
    total.embedding = hidden * architecture.vocab;
    total.lmHead = architecture.tiedEmbeddings ? 0 : total.embedding;
    total.norms = hidden; // the last one
    for (const LayerGroup &group : architecture.groups) {
        LayerCount layer;
        layer.norms = Count(group.normsPerLayer) * hidden;
        std::visit([&](const auto &attention) { count(attention, hidden, layer); }, group.attention);
        std::visit([&](const auto &ffn) { count(ffn, hidden, layer); }, group.ffn);
        total.attention += group.count * layer.attention;
        total.denseFfn += group.count * layer.denseFfn;
        total.sharedExperts += group.count * layer.shared;
        total.routedExperts += group.count * layer.routed;
        total.routers += group.count * layer.router;
        total.norms += group.count * layer.norms;
    }
    return total;
}

std::int64_t activeParameters(const Architecture &architecture)
{
    const ParameterCount total = countParameters(architecture);
    Count idle = 0;
    for (const LayerGroup &group : architecture.groups)
        if (const auto *experts = std::get_if<ExpertFfn>(&group.ffn)) {
            const Count each = (experts->gated ? 3 : 2) * Count(architecture.hidden) * experts->intermediate;
            idle += group.count * each * (experts->experts - std::min(experts->topK, experts->experts));
        }
    return total.total() - idle;
}

std::string_view activeCountId(ActiveCount count)
{
    switch (count) {
    case ActiveCount::WithoutInputEmbedding: return "without_input_embedding";
    case ActiveCount::WithoutEmbeddings: return "without_embeddings";
    case ActiveCount::All: break;
    }
    return "all";
}

std::int64_t activeParametersAsPublished(const Model &model)
{
    const Count active = activeParameters(model.architecture);
    const ParameterCount count = countParameters(model.architecture);
    switch (model.activeCount) {
    case ActiveCount::WithoutInputEmbedding: return active - count.embedding;
    case ActiveCount::WithoutEmbeddings: return active - count.embedding - count.lmHead;
    case ActiveCount::All: break;
    }
    return active;
}

Bytes kvBytesPerToken(const Architecture &architecture, double bytesPerValue)
{
    double bytes = 0;
    for (const LayerGroup &group : architecture.groups) {
        if (const auto *a = std::get_if<GroupedAttention>(&group.attention)) {
            bytes += group.count * 2.0 * a->kvHeads * a->headDim * bytesPerValue;
        } else if (const auto *latent = std::get_if<LatentAttention>(&group.attention)) {
            bytes += group.count * (latent->kvLoraRank + latent->ropeHeadDim) * bytesPerValue;
            if (latent->indexTopK > 0)
                bytes += group.count * (latent->indexHeadDim + 4.0);
        }
    }
    return Bytes(bytes);
}

std::string attentionClass(const Architecture &architecture)
{
    bool linear = false, windowed = false, full = false, latent = false, sparse = false, shared = false;
    for (const LayerGroup &group : architecture.groups) {
        if (const auto *a = std::get_if<GroupedAttention>(&group.attention)) {
            (a->window > 0 ? windowed : full) = true;
            shared = shared || a->kvHeads < a->heads;
        } else if (const auto *l = std::get_if<LatentAttention>(&group.attention)) {
            latent = true;
            sparse = sparse || l->indexTopK > 0;
        } else {
            linear = true;
        }
    }
    if (linear || (windowed && full))
        return "hybrid";
    if (sparse)
        return "sparse";
    if (latent)
        return "mla";
    return shared ? "gqa" : "mha";
}

CheckpointFormat checkpointFormat(const Model &model, NumberFormat format)
{
    for (const CheckpointFormat &known : model.formats)
        if (known.format == format)
            return known;
    CheckpointFormat rule;
    rule.format = rule.attention = rule.denseFfn = rule.experts = format;
    rule.source = {"rule: projections and experts in the format; embedding, LM head, norms and routers in bf16", {}, {}};
    return rule;
}

double bytesPerAttentionWeight(const CheckpointFormat &format)
{
    return format.bytesPerAttentionWeight > 0 ? format.bytesPerAttentionWeight : bytesPerWeight(format.attention);
}

double bytesPerExpertWeight(const CheckpointFormat &format)
{
    return format.bytesPerExpertWeight > 0 ? format.bytesPerExpertWeight : bytesPerWeight(format.experts);
}

} // namespace headroom::core
