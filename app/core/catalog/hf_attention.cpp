// SPDX-License-Identifier: GPL-3.0-or-later
#include "hf_layers.h"

#include <algorithm>

namespace headroom::core::hf {
namespace {

constexpr int kMostHeads = 4096;
constexpr int kMostDim = 4096;
constexpr int kMostRank = 1 << 20;
constexpr int kMostTokens = 1 << 30;

enum class Looks { All, Sliding, Chunk, Linear };

bool flagOr(ObjectReader &config, const char *key, bool fallback)
{
    return config.has(key) ? config.flag(key) : fallback;
}

bool biasOf(ObjectReader &config, BiasRule rule)
{
    switch (rule) {
    case BiasRule::Always: return true;
    case BiasRule::AttentionBias: return config.flag("attention_bias");
    case BiasRule::UseBias: return flagOr(config, "use_bias", true);
    case BiasRule::Never: break;
    }
    return false;
}

GroupedAttention readGrouped(ObjectReader &config, const Family &family, int hidden)
{
    const bool gemma3 = family.type == "gemma3_text"; // its published configs leave out what equals the class's defaults
    GroupedAttention a;
    a.heads = config.whole("num_attention_heads", 1, kMostHeads, !gemma3, 8);
    a.kvHeads = config.whole("num_key_value_heads", 1, kMostHeads, !family.kvHeadsDefault && !gemma3, gemma3 ? 4 : a.heads);
    if (config.has("head_dim") || family.headDimNeeded)
        a.headDim = config.whole("head_dim", 1, kMostDim);
    else if (gemma3)
        a.headDim = 256;
    else if (a.heads > 0 && hidden % a.heads == 0 && hidden / a.heads <= kMostDim)
        a.headDim = hidden / a.heads;
    else
        config.fail(ErrorCode::BadValue, "num_attention_heads", "without head_dim the heads must divide hidden_size");
    if (a.kvHeads > 0 && a.heads % a.kvHeads != 0)
        config.fail(ErrorCode::BadValue, "num_key_value_heads", "a divisor of num_attention_heads would be accepted");
    a.qkvBias = biasOf(config, family.bias);
    a.outputBias = a.qkvBias && family.biasOnOutput;
    switch (family.qkNorm) {
    case QkNorm::PerHead: a.qkNorm = true; break;
    case QkNorm::AllHeads: a.qkNorm = a.qkNormPerLayer = true; break;
    case QkNorm::KeyPerHead: a.qkNorm = config.flag("use_qk_norm"); break;
    case QkNorm::KeyAllHeads: a.qkNorm = a.qkNormPerLayer = config.flag("use_qk_norm"); break;
    case QkNorm::Never: break;
    }
    if (family.ffn == FfnKind::Llama4)
        config.has("use_qk_norm"); // a norm without weights
    if (const std::string type = config.text("qk_norm_type"); !type.empty() && type != "per_layer")
        config.fail(ErrorCode::Unsupported, "qk_norm_type", "'" + type.substr(0, 40) + "' is not known; per_layer would be accepted");
    a.outputGate = family.outputGate && flagOr(config, "attn_output_gate", true);
    a.sinks = family.ffn == FfnKind::GptOss;
    return a;
}

LatentAttention readLatent(ObjectReader &config, const Family &family)
{
    LatentAttention a;
    a.heads = config.whole("num_attention_heads", 1, kMostHeads);
    config.whole("num_key_value_heads", 1, kMostHeads, false, a.heads); // one latent vector serves all of them
    a.qLoraRank = config.whole("q_lora_rank", 0, kMostRank, false);
    a.kvLoraRank = config.whole("kv_lora_rank", 1, kMostRank);
    a.nopeHeadDim = config.whole("qk_nope_head_dim", 1, kMostDim);
    a.ropeHeadDim = config.whole("qk_rope_head_dim", 1, kMostDim);
    a.valueHeadDim = config.whole("v_head_dim", 1, kMostDim);
    config.whole("head_dim", 0, kMostDim, false); // of rotary positions; says nothing new
    const int queryDim = a.nopeHeadDim + a.ropeHeadDim;
    if (config.whole("qk_head_dim", 1, 2 * kMostDim, false, queryDim) != queryDim)
        config.fail(ErrorCode::BadValue, "qk_head_dim", "the sum of qk_nope_head_dim and qk_rope_head_dim would be accepted");
    if (config.flag("attention_bias"))
        config.fail(ErrorCode::Unsupported, "attention_bias", "biases in latent attention are not counted; false would be accepted");
    if (family.indexer) {
        a.indexHeads = config.whole("index_n_heads", 1, kMostHeads);
        a.indexHeadDim = config.whole("index_head_dim", 1, kMostDim);
        a.indexTopK = config.whole("index_topk", 1, kMostTokens);
    }
    return a;
}

LinearAttention readLinear(ObjectReader &config)
{
    LinearAttention a;
    a.keyHeads = config.whole("linear_num_key_heads", 1, kMostHeads);
    a.valueHeads = config.whole("linear_num_value_heads", 1, kMostHeads);
    a.keyHeadDim = config.whole("linear_key_head_dim", 1, kMostDim);
    a.valueHeadDim = config.whole("linear_value_head_dim", 1, kMostDim);
    a.convKernel = config.whole("linear_conv_kernel_dim", 1, 64);
    const std::string state = config.text("mamba_ssm_dtype");
    if (state == "bfloat16" || state == "float16")
        a.stateBytesPerValue = 2;
    else if (!state.empty() && state != "float32")
        config.fail(ErrorCode::Unsupported, "mamba_ssm_dtype", "'" + state.substr(0, 40) + "' is not known; float32, bfloat16 or float16 would be accepted");
    return a;
}

// One entry a layer from the list of names that newer configs carry.
std::vector<Looks> readLayerTypes(ObjectReader &config, const Family &family, int layers)
{
    std::vector<Looks> looks;
    config.list("layer_types", [&](const Json &item, const std::string &at) {
        const std::string type = item.is_string() ? item.get<std::string>() : std::string();
        if (type == "full_attention" || type == "attention")
            looks.push_back(Looks::All);
        else if (type == "sliding_attention" && family.attention == AttentionKind::Grouped)
            looks.push_back(Looks::Sliding);
        else if (type == "chunked_attention" && family.window == WindowRule::Chunks)
            looks.push_back(Looks::Chunk);
        else if (type == "linear_attention" && family.attention == AttentionKind::LinearHybrid)
            looks.push_back(Looks::Linear);
        else
            config.problems().add(ErrorCode::Unsupported, at, "'" + type.substr(0, 40) + "' is not a kind of layer that is known for " + std::string(family.type));
    });
    if (!config.problems().first && looks.size() != static_cast<std::size_t>(layers))
        config.fail(ErrorCode::BadValue, "layer_types", "as many entries as num_hidden_layers (" + std::to_string(layers) + ") would be accepted");
    looks.resize(static_cast<std::size_t>(layers));
    return looks;
}

// Llama 4: layers without rotary positions look at everything, the others at their chunk.
std::vector<Looks> chunkedLayers(ObjectReader &config, int layers)
{
    std::vector<Looks> looks;
    if (config.has("no_rope_layers") && config.json()["no_rope_layers"].is_array() && !config.json()["no_rope_layers"].empty()) {
        config.list("no_rope_layers", [&](const Json &item, const std::string &) { looks.push_back(item == 0 ? Looks::All : Looks::Chunk); });
        if (looks.size() != static_cast<std::size_t>(layers))
            config.fail(ErrorCode::BadValue, "no_rope_layers", "as many entries as num_hidden_layers would be accepted");
        looks.resize(static_cast<std::size_t>(layers));
        return looks;
    }
    const int interval = config.whole("no_rope_layer_interval", 1, kMostLayers, false, 4);
    for (int i = 0; i < layers; ++i)
        looks.push_back((i + 1) % interval == 0 ? Looks::All : Looks::Chunk);
    return looks;
}

std::vector<Looks> layersByRule(ObjectReader &config, const Family &family, int layers)
{
    std::vector<Looks> looks(static_cast<std::size_t>(layers), Looks::All);
    const auto fill = [&](auto isOther, Looks other) {
        for (int i = 0; i < layers; ++i)
            if (isOther(i))
                looks[static_cast<std::size_t>(i)] = other;
    };
    if (family.attention == AttentionKind::LinearHybrid) {
        const int interval = config.whole("full_attention_interval", 1, kMostLayers, true, 1);
        fill([&](int i) { return (i + 1) % interval != 0; }, Looks::Linear);
        return looks;
    }
    switch (family.window) {
    case WindowRule::AllLayers: {
        if (config.has("sliding_window"))
            fill([](int) { return true; }, Looks::Sliding);
        break;
    }
    case WindowRule::FromMaxWindow: {
        const int first = config.whole("max_window_layers", 0, 100000, false, layers);
        if (flagOr(config, "use_sliding_window", false))
            fill([&](int i) { return i >= first; }, Looks::Sliding);
        break;
    }
    case WindowRule::Alternate: fill([](int i) { return i % 2 == 0; }, Looks::Sliding); break;
    case WindowRule::OnePattern6:
    case WindowRule::OnePattern4: {
        const int usual = family.window == WindowRule::OnePattern6 ? 6 : 4;
        const char *key = config.has("_sliding_window_pattern") ? "_sliding_window_pattern" : "sliding_window_pattern";
        const int pattern = config.whole(key, 1, kMostLayers, false, usual);
        fill([&](int i) { return (i + 1) % pattern != 0; }, Looks::Sliding);
        break;
    }
    case WindowRule::Chunks: return chunkedLayers(config, layers);
    case WindowRule::None: break;
    }
    return looks;
}

std::vector<Looks> readLooks(ObjectReader &config, const Family &family, int layers)
{
    const bool listed = config.has("layer_types");
    if (listed) { // the list says it all; what it was made from is not read again
        for (const char *key : {"full_attention_interval", "max_window_layers", "use_sliding_window", "sliding_window_pattern", "_sliding_window_pattern",
                                "no_rope_layers", "no_rope_layer_interval"})
            config.has(key);
        return readLayerTypes(config, family, layers);
    }
    return layersByRule(config, family, layers);
}

} // namespace

std::vector<Attention> readAttentions(ObjectReader &config, const Family &family, int hidden, int layers)
{
    if (family.attention == AttentionKind::Latent) {
        if (config.has("layer_types"))
            readLayerTypes(config, family, layers);
        return std::vector<Attention>(static_cast<std::size_t>(layers), readLatent(config, family));
    }
    const std::vector<Looks> looks = readLooks(config, family, layers);
    const GroupedAttention full = readGrouped(config, family, hidden);
    const bool slides = std::ranges::count(looks, Looks::Sliding) > 0;
    const bool chunks = std::ranges::count(looks, Looks::Chunk) > 0;
    const int context = config.whole("max_position_embeddings", 1, kMostTokens, false, kMostTokens);

    GroupedAttention sliding = full;
    // Gemma 3 leaves out its class's default, as with heads.
    sliding.window = slides ? config.whole("sliding_window", 1, kMostTokens, family.type != "gemma3_text", 4096) : 0;
    if (!slides && (family.window == WindowRule::FromMaxWindow || family.window == WindowRule::AllLayers || config.has("layer_types")))
        config.has("sliding_window"); // named, but switched off
    if (sliding.window >= context)
        sliding.window = 0;
    GroupedAttention chunk = full;
    if (chunks && config.has("attention_chunk_size")) {
        chunk.window = config.whole("attention_chunk_size", 1, kMostTokens);
        chunk.chunked = chunk.window < context;
        if (!chunk.chunked)
            chunk.window = 0;
    }
    LinearAttention linear;
    if (family.attention == AttentionKind::LinearHybrid)
        linear = readLinear(config);

    std::vector<Attention> attentions;
    for (const Looks look : looks) {
        switch (look) {
        case Looks::All: attentions.emplace_back(full); break;
        case Looks::Sliding: attentions.emplace_back(sliding); break;
        case Looks::Chunk: attentions.emplace_back(chunk); break;
        case Looks::Linear: attentions.emplace_back(linear); break;
        }
    }
    return attentions;
}

} // namespace headroom::core::hf
