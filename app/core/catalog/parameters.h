// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/model.h>
#include <core/units/quantity.h>

#include <cstdint>
#include <string>

namespace headroom::core {

// Parameters by tensor group, counted from the architecture. Pure functions; thread-safe.
struct ParameterCount {
    std::int64_t embedding = 0;      // input embedding
    std::int64_t lmHead = 0;         // 0 where tied
    std::int64_t attention = 0;      // projections of all layers, indexer included
    std::int64_t denseFfn = 0;       // dense FFN layers
    std::int64_t sharedExperts = 0;
    std::int64_t routedExperts = 0;  // all of them
    std::int64_t routers = 0;
    std::int64_t norms = 0;          // norms, biases and other vectors

    std::int64_t total() const
    {
        return embedding + lmHead + attention + denseFfn + sharedExperts + routedExperts + routers + norms;
    }
    bool operator==(const ParameterCount &) const = default;
};

ParameterCount countParameters(const Architecture &architecture);

// Parameters that one token passes through: all, but of the routed experts only topK / experts. Counts embeddings and LM head.
std::int64_t activeParameters(const Architecture &architecture);

// The same by the publisher's convention (Model::activeCount): what publishedActiveParamsB is compared with.
std::int64_t activeParametersAsPublished(const Model &model);

// KV-cache bytes of one token at full context, one copy for the whole model, for a cache of `bytesPerValue` (bf16: 2):
// grouped attention 2 L kvHeads headDim b; latent attention L (kvLoraRank + ropeHeadDim) b; windowed layers count like
// full ones here (their cap is memory()'s business); linear layers 0. An indexer adds indexHeadDim bytes (fp8) + 4 a layer.
Bytes kvBytesPerToken(const Architecture &architecture, double bytesPerValue);

// "mha", "gqa" (also multi-query), "mla", "hybrid" (linear or windowed layers beside full ones), "sparse" (an indexer picks tokens).
std::string attentionClass(const Architecture &architecture);

// How the model's tensors stand when served in `format`: the entry of model.formats, or else the default rule: every
// projection and expert in `format`, the rest bf16.
CheckpointFormat checkpointFormat(const Model &model, NumberFormat format);

// Stored bytes of one attention and one routed-expert weight in such a checkpoint.
double bytesPerAttentionWeight(const CheckpointFormat &format);
double bytesPerExpertWeight(const CheckpointFormat &format);

} // namespace headroom::core
