// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/model.h>
#include <core/catalog/parameters.h>

#include <vector>

namespace headroom::core {

// An architecture summed up so that a step costs a handful of terms, whatever the number of layers.
struct AttentionShape {
    enum class Kind { Grouped, Latent, Linear };
    Kind kind = Kind::Grouped;
    int layers = 0;
    int heads = 0;
    int kvHeads = 1;           // latent attention: 1, its cache is not divided by tensor parallel ranks
    double valuesPerToken = 0; // cached values of one token and layer, all KV heads; 0 for linear attention
    double indexBytesPerToken = 0; // of an indexer's own keys, one token and layer
    double scoreDim = 0;       // multiply-adds per query head and (query, key) pair in prefill, QK and PV averaged
    double decodeDim = 0;      // the same in decode (latent attention works in the compressed space)
    int window = 0;            // tokens that a layer attends to at most; 0 = all. Chunks count half, see attendedTokens()
    bool chunked = false;
    double stateBytesPerSequence = 0; // linear attention, one layer
};

struct ExpertShape {
    int layers = 0;
    int experts = 0;
    int topK = 0;
    double weightsPerExpert = 0; // parameters of one routed expert
};

struct ModelShape {
    ParameterCount parameters;
    int layers = 0;
    int expertLayers = 0;
    int hidden = 0;
    int vocab = 0;
    int maxTensorParallel = 1;   // largest tp that divides the attention heads (and the vocabulary is padded)
    std::vector<AttentionShape> attention;
    std::vector<ExpertShape> experts;
};

ModelShape shapeOf(const Architecture &architecture);

// Tokens of a context of `context` tokens whose keys a decode step reads in these layers (sparse: at most the index's choice).
double attendedTokens(const AttentionShape &attention, double context);

// Tokens that stay in the cache: a window caps them, an index does not.
double cachedTokens(const AttentionShape &attention, double context);

// True where tp ranks can share the attention heads evenly: every kind of head count is divisible by tp.
bool dividesHeads(const Architecture &architecture, int tp);

} // namespace headroom::core
