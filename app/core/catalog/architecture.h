// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>
#include <vector>

namespace headroom::core {

// The shape of a decoder-only language model, by groups of equal layers. Counts are of whole tensors before any
// parallel split. Text decoder with embeddings and LM head; no vision tower, no multi-token-prediction layers.

// Multi-head, grouped-query and multi-query attention.
struct GroupedAttention {
    int heads = 0;
    int kvHeads = 0;
    int headDim = 0;
    int window = 0;          // tokens a layer looks back: 0 = all; else sliding window or chunk
    bool chunked = false;    // the window is a chunk (Llama 4): on average half of it is looked at
    bool qkvBias = false;
    bool outputBias = false;
    bool qkNorm = false;     // RMS norm of q and k per head (headDim each); see qkNormPerLayer
    bool qkNormPerLayer = false; // the norm spans all heads (MiniMax M2): heads*headDim + kvHeads*headDim weights
    bool outputGate = false; // q projection twice as wide (Qwen3.5)
    bool sinks = false;      // one learned sink a head (gpt-oss)

    bool operator==(const GroupedAttention &) const = default;
};

// Multi-head latent attention (DeepSeek). qLoraRank 0: q is projected directly. With indexTopK > 0 an indexer picks
// that many past tokens (DeepSeek sparse attention, GLM-5): indexHeads x indexHeadDim queries, one indexHeadDim key a token.
struct LatentAttention {
    int heads = 0;
    int qLoraRank = 0;
    int kvLoraRank = 0;
    int nopeHeadDim = 0;
    int ropeHeadDim = 0;
    int valueHeadDim = 0;
    int indexHeads = 0;
    int indexHeadDim = 0;
    int indexTopK = 0;

    bool operator==(const LatentAttention &) const = default;
};

// Gated linear attention (gated delta net, Qwen3-Next / Qwen3.5): a state of fixed size per sequence instead of a KV cache.
struct LinearAttention {
    int keyHeads = 0;
    int valueHeads = 0;
    int keyHeadDim = 0;
    int valueHeadDim = 0;
    int convKernel = 0;
    int stateBytesPerValue = 4; // float32 state

    bool operator==(const LinearAttention &) const = default;
};

using Attention = std::variant<GroupedAttention, LatentAttention, LinearAttention>;

struct DenseFfn {
    int intermediate = 0;
    bool gated = true;  // three matrices (SwiGLU); false: two
    bool bias = false;

    bool operator==(const DenseFfn &) const = default;
};

struct ExpertFfn {
    int experts = 0;             // routed
    int topK = 0;
    int intermediate = 0;        // of one routed expert
    int sharedIntermediate = 0;  // all shared experts together; 0 = none
    bool gated = true;
    bool bias = false;           // biases on expert matrices and router (gpt-oss)
    bool routerBias = false;     // score correction, one value an expert (DeepSeek-V3)
    bool sharedGate = false;     // a scalar gate before the shared expert (Qwen)

    bool operator==(const ExpertFfn &) const = default;
};

using Ffn = std::variant<DenseFfn, ExpertFfn>;

struct LayerGroup {
    int count = 0;
    Attention attention;
    Ffn ffn;
    int normsPerLayer = 2; // norm vectors of `hidden` width in one layer (Gemma 3: 4)

    bool operator==(const LayerGroup &) const = default;
};

struct Architecture {
    int hidden = 0;
    int vocab = 0;
    bool tiedEmbeddings = false; // the LM head is the embedding
    std::vector<LayerGroup> groups;

    int layers() const
    {
        int sum = 0;
        for (const auto &group : groups)
            sum += group.count;
        return sum;
    }

    bool operator==(const Architecture &) const = default;
};

} // namespace headroom::core
