// SPDX-License-Identifier: GPL-3.0-or-later
#include "hf_family.h"

#include <algorithm>
#include <array>
#include <utility>

namespace headroom::core::hf {
namespace {

using enum AttentionKind;
using B = BiasRule;
using Q = QkNorm;
using W = WindowRule;
using F = FfnKind;

constexpr std::array kFamilies{
    Family{.type = "llama", .bias = B::AttentionBias, .biasOnOutput = true, .kvHeadsDefault = true},
    Family{.type = "llama4_text", .ffn = F::Llama4, .bias = B::AttentionBias, .biasOnOutput = true, .window = W::Chunks, .headDimNeeded = true},
    Family{.type = "mistral", .window = W::AllLayers},
    Family{.type = "ministral3", .window = W::AllLayers, .headDimNeeded = true},
    Family{.type = "mixtral", .ffn = F::Mixtral, .window = W::AllLayers},
    Family{.type = "qwen2", .bias = B::Always, .window = W::FromMaxWindow},
    Family{.type = "qwen2_vl", .bias = B::Always, .window = W::FromMaxWindow},
    Family{.type = "qwen2_vl_text", .bias = B::Always, .window = W::FromMaxWindow},
    Family{.type = "qwen2_5_vl", .bias = B::Always, .window = W::FromMaxWindow},
    Family{.type = "qwen2_5_vl_text", .bias = B::Always, .window = W::FromMaxWindow},
    Family{.type = "qwen2_moe", .ffn = F::QwenShared, .bias = B::Always, .window = W::FromMaxWindow},
    Family{.type = "qwen3", .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::PerHead, .window = W::FromMaxWindow, .headDimNeeded = true},
    Family{.type = "qwen3_vl_text", .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::PerHead, .headDimNeeded = true},
    Family{.type = "qwen3_moe", .ffn = F::QwenExperts, .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::PerHead, .window = W::FromMaxWindow,
           .headDimNeeded = true},
    Family{.type = "qwen3_vl_moe_text", .ffn = F::QwenExperts, .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::PerHead, .headDimNeeded = true},
    Family{.type = "qwen3_next", .attention = LinearHybrid, .ffn = F::QwenShared, .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::PerHead,
           .headDimNeeded = true, .outputGate = true},
    Family{.type = "qwen3_5_text", .attention = LinearHybrid, .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::PerHead, .headDimNeeded = true,
           .outputGate = true},
    Family{.type = "qwen3_5_moe_text", .attention = LinearHybrid, .ffn = F::QwenShared, .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::PerHead,
           .headDimNeeded = true, .outputGate = true},
    Family{.type = "mimo", .bias = B::AttentionBias, .window = W::FromMaxWindow},
    Family{.type = "deepseek_v2", .attention = Latent, .ffn = F::DeepSeek},
    Family{.type = "deepseek_v3", .attention = Latent, .ffn = F::DeepSeek, .routerBias = true},
    Family{.type = "deepseek_v32", .attention = Latent, .ffn = F::DeepSeek, .indexer = true, .routerBias = true},
    Family{.type = "kimi_k2", .attention = Latent, .ffn = F::DeepSeek, .routerBias = true},
    Family{.type = "glm_moe_dsa", .attention = Latent, .ffn = F::DeepSeek, .indexer = true, .routerBias = true},
    Family{.type = "glm4_moe_lite", .attention = Latent, .ffn = F::DeepSeek, .routerBias = true},
    Family{.type = "glm4_moe", .ffn = F::DeepSeek, .bias = B::AttentionBias, .qkNorm = Q::KeyPerHead, .routerBias = true},
    Family{.type = "glm", .bias = B::AttentionBias, .headDimNeeded = true},
    Family{.type = "glm4", .bias = B::AttentionBias, .norms = 4, .headDimNeeded = true},
    Family{.type = "dots1", .ffn = F::DeepSeek, .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::PerHead, .window = W::FromMaxWindow},
    Family{.type = "gpt_oss", .ffn = F::GptOss, .bias = B::AttentionBias, .biasOnOutput = true, .window = W::Alternate, .headDimNeeded = true},
    Family{.type = "minimax_m2", .ffn = F::MiniMax, .qkNorm = Q::KeyAllHeads, .headDimNeeded = true},
    Family{.type = "gemma", .bias = B::AttentionBias, .biasOnOutput = true, .tied = true, .headDimNeeded = true},
    Family{.type = "gemma2", .bias = B::AttentionBias, .biasOnOutput = true, .window = W::Alternate, .norms = 4, .tied = true, .headDimNeeded = true},
    Family{.type = "gemma3_text", .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::PerHead, .window = W::OnePattern6, .norms = 4, .tied = true},
    Family{.type = "phi3", .window = W::AllLayers, .kvHeadsDefault = true},
    Family{.type = "cohere", .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::KeyAllHeads, .norms = 1, .tied = true, .kvHeadsDefault = true},
    Family{.type = "cohere2", .bias = B::AttentionBias, .biasOnOutput = true, .window = W::OnePattern4, .norms = 1, .tied = true, .kvHeadsDefault = true},
    Family{.type = "granite", .bias = B::AttentionBias, .biasOnOutput = true, .kvHeadsDefault = true},
    Family{.type = "granitemoe", .ffn = F::Mixtral, .bias = B::AttentionBias, .biasOnOutput = true, .kvHeadsDefault = true},
    Family{.type = "olmo2", .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::AllHeads, .kvHeadsDefault = true},
    Family{.type = "olmoe", .ffn = F::OlmoeExperts, .bias = B::AttentionBias, .biasOnOutput = true, .qkNorm = Q::AllHeads, .kvHeadsDefault = true},
    Family{.type = "starcoder2", .ffn = F::DenseUngated, .bias = B::UseBias, .biasOnOutput = true, .window = W::AllLayers, .norms = 4, .tied = true},
    Family{.type = "smollm3", .bias = B::AttentionBias, .biasOnOutput = true, .window = W::FromMaxWindow, .tied = true},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 34> kRefused{{
    {"mamba", "state-space layers (Mamba) have no key-value cache and are not sized yet"},
    {"mamba2", "state-space layers (Mamba 2) have no key-value cache and are not sized yet"},
    {"falcon_mamba", "state-space layers (Mamba) have no key-value cache and are not sized yet"},
    {"falcon_h1", "state-space layers beside attention are not sized yet"},
    {"jamba", "state-space layers beside attention are not sized yet"},
    {"bamba", "state-space layers beside attention are not sized yet"},
    {"zamba", "state-space layers beside attention are not sized yet"},
    {"zamba2", "state-space layers beside attention are not sized yet"},
    {"nemotron_h", "state-space layers beside attention are not sized yet"},
    {"granitemoehybrid", "state-space layers beside attention are not sized yet"},
    {"rwkv", "recurrent layers (RWKV) are not sized yet"},
    {"rwkv5", "recurrent layers (RWKV) are not sized yet"},
    {"rwkv6", "recurrent layers (RWKV) are not sized yet"},
    {"rwkv7", "recurrent layers (RWKV) are not sized yet"},
    {"recurrent_gemma", "recurrent layers (Griffin) are not sized yet"},
    {"xlstm", "recurrent layers (xLSTM) are not sized yet"},
    {"kimi_linear", "Kimi delta attention beside latent attention is not sized yet"},
    {"minimax", "lightning attention is not sized yet"},
    {"minimax_text_01", "lightning attention is not sized yet"},
    {"minimax_m1", "lightning attention is not sized yet"},
    {"gemma3n_text", "per-layer embeddings and shared key-value layers (Gemma 3n) are not sized yet"},
    {"mllama_text_model", "cross-attention layers (Llama 3.2 Vision) are not sized yet"},
    {"t5", "this is an encoder-decoder model; decoder-only models would be accepted"},
    {"mt5", "this is an encoder-decoder model; decoder-only models would be accepted"},
    {"umt5", "this is an encoder-decoder model; decoder-only models would be accepted"},
    {"t5gemma", "this is an encoder-decoder model; decoder-only models would be accepted"},
    {"bart", "this is an encoder-decoder model; decoder-only models would be accepted"},
    {"mbart", "this is an encoder-decoder model; decoder-only models would be accepted"},
    {"whisper", "this is an encoder-decoder model; decoder-only models would be accepted"},
    {"bert", "this is an encoder without decoder; decoder-only models would be accepted"},
    {"roberta", "this is an encoder without decoder; decoder-only models would be accepted"},
    {"xlm-roberta", "this is an encoder without decoder; decoder-only models would be accepted"},
    {"modernbert", "this is an encoder without decoder; decoder-only models would be accepted"},
    {"gpt2", "learned position embeddings and layers of GPT-2 are not sized yet"},
}};

} // namespace

const Family *findFamily(std::string_view modelType)
{
    const auto known = std::ranges::find(kFamilies, modelType, &Family::type);
    return known == kFamilies.end() ? nullptr : &*known;
}

std::string_view whyNot(std::string_view modelType)
{
    const auto known = std::ranges::find(kRefused, modelType, &std::pair<std::string_view, std::string_view>::first);
    return known == kRefused.end() ? std::string_view() : known->second;
}

std::string knownTypes()
{
    std::string all;
    for (const Family &family : kFamilies)
        all += (all.empty() ? "" : ", ") + std::string(family.type);
    return all;
}

} // namespace headroom::core::hf
