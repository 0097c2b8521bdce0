// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// What the configuration classes of Hugging Face's transformers library (and of publishers that ship their own) mean, one
// row a model_type: which keys count, and what holds when a key is absent. Read from those classes; a model_type that is
// not here is refused.
namespace headroom::core::hf {

enum class AttentionKind { Grouped, Latent, LinearHybrid };
enum class BiasRule { Never, Always, AttentionBias, UseBias };
enum class QkNorm { Never, PerHead, AllHeads, KeyPerHead, KeyAllHeads }; // Key...: where use_qk_norm says so

enum class WindowRule {
    None,             // a window in the config is refused
    AllLayers,        // sliding_window on every layer (Mistral)
    FromMaxWindow,    // use_sliding_window: layers from max_window_layers on (Qwen)
    Alternate,        // every second layer, the first one sliding (Gemma 2, gpt-oss)
    OnePattern6,      // the last of every sliding_window_pattern layers is full; 6 where absent (Gemma 3)
    OnePattern4,      // the same; 4 where absent (Cohere 2)
    Chunks,           // attention_chunk_size on the layers with rotary positions (Llama 4)
};

enum class FfnKind {
    Dense,            // intermediate_size, three matrices
    DenseUngated,     // two matrices
    Mixtral,          // num_local_experts of intermediate_size
    OlmoeExperts,     // num_experts of intermediate_size
    QwenExperts,      // num_experts of moe_intermediate_size on chosen layers
    QwenShared,       // the same with a gated shared expert
    DeepSeek,         // n_routed_experts, n_shared_experts, first dense layers
    Llama4,           // interleaved experts with a shared one
    GptOss,           // biases everywhere
    MiniMax,          // use_routing_bias
};

struct Family {
    std::string_view type;              // model_type
    AttentionKind attention = AttentionKind::Grouped;
    FfnKind ffn = FfnKind::Dense;
    BiasRule bias = BiasRule::Never;    // of q, k and v
    bool biasOnOutput = false;          // the same rule holds for the output projection
    QkNorm qkNorm = QkNorm::Never;
    WindowRule window = WindowRule::None;
    int norms = 2;                      // vectors of `hidden` a layer
    bool tied = false;                  // where tie_word_embeddings is absent
    bool kvHeadsDefault = false;        // without num_key_value_heads: as many as heads
    bool headDimNeeded = false;         // without head_dim: refused, as the class has a default of its own
    bool indexer = false;               // sparse attention through an indexer
    bool routerBias = false;            // always a score correction
    bool outputGate = false;            // always a gate on the attention output
};

const Family *findFamily(std::string_view modelType);

// Why a model_type that is known cannot be sized ("state-space layers ..."); empty where it is simply unknown.
std::string_view whyNot(std::string_view modelType);

std::string knownTypes(); // for messages

} // namespace headroom::core::hf
