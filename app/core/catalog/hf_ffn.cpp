// SPDX-License-Identifier: GPL-3.0-or-later
#include "hf_layers.h"

#include <algorithm>
#include <functional>
#include <set>

namespace headroom::core::hf {
namespace {

constexpr int kMostWidth = 1 << 20;
constexpr int kMostExperts = 65536;

using HasExperts = std::function<bool(int)>;

std::vector<Ffn> mixed(int layers, const HasExperts &hasExperts, const ExpertFfn &experts, const DenseFfn &dense)
{
    std::vector<Ffn> all;
    for (int i = 0; i < layers; ++i)
        all.push_back(hasExperts(i) ? Ffn(experts) : Ffn(dense));
    return all;
}

bool anyDense(int layers, const HasExperts &hasExperts)
{
    for (int i = 0; i < layers; ++i)
        if (!hasExperts(i))
            return true;
    return false;
}

DenseFfn readDense(ObjectReader &config, const char *width, bool gated = true)
{
    DenseFfn f;
    f.intermediate = config.whole(width, 1, kMostWidth);
    f.gated = gated;
    if (const std::string type = gated ? std::string() : config.text("mlp_type"); !type.empty() && type != "default")
        config.fail(ErrorCode::Unsupported, "mlp_type", "'" + type.substr(0, 40) + "' is not known; default would be accepted");
    f.bias = config.has("mlp_bias") ? config.flag("mlp_bias") : !gated && (!config.has("use_bias") || config.flag("use_bias"));
    return f;
}

ExpertFfn readExperts(ObjectReader &config, const char *count, const char *width)
{
    ExpertFfn f;
    f.experts = config.whole(count, 1, kMostExperts);
    f.topK = config.whole("num_experts_per_tok", 1, kMostExperts);
    f.intermediate = config.whole(width, 1, kMostWidth);
    if (f.topK > f.experts)
        config.fail(ErrorCode::BadValue, "num_experts_per_tok", std::string("at most ") + count + " would be accepted");
    return f;
}

// Layer numbers in a list such as mlp_only_layers.
std::set<int> readLayerNumbers(ObjectReader &config, const char *key)
{
    std::set<int> numbers;
    config.list(key, [&](const Json &item, const std::string &at) {
        const double number = item.is_number() ? item.get<double>() : -1;
        if (number >= 0 && number < kMostLayers && number == static_cast<int>(number))
            numbers.insert(static_cast<int>(number));
        else
            config.problems().add(ErrorCode::BadValue, at, "the number of a layer would be accepted");
    });
    return numbers;
}

std::vector<Ffn> readQwen(ObjectReader &config, const Family &family, int layers)
{
    ExpertFfn experts = readExperts(config, "num_experts", "moe_intermediate_size");
    if (family.ffn == FfnKind::QwenShared) {
        experts.sharedIntermediate = config.whole("shared_expert_intermediate_size", 1, kMostWidth);
        experts.sharedGate = true;
    }
    const int step = config.whole("decoder_sparse_step", 1, kMostLayers, false, 1);
    const std::set<int> denseLayers = readLayerNumbers(config, "mlp_only_layers");
    const HasExperts hasExperts = [&](int i) { return !denseLayers.contains(i) && (i + 1) % step == 0; };
    config.has("intermediate_size"); // stated even where no layer uses it
    const DenseFfn dense = anyDense(layers, hasExperts) ? readDense(config, "intermediate_size") : DenseFfn{};
    return mixed(layers, hasExperts, experts, dense);
}

std::vector<Ffn> readDeepSeek(ObjectReader &config, const Family &family, int layers)
{
    ExpertFfn experts = readExperts(config, "n_routed_experts", "moe_intermediate_size");
    const int shared = config.whole("n_shared_experts", 0, 1024, false);
    const double sharedWidth = static_cast<double>(shared) * experts.intermediate;
    if (sharedWidth > kMostWidth)
        config.fail(ErrorCode::BadValue, "n_shared_experts", "the shared experts together are wider than 1048576");
    else
        experts.sharedIntermediate = static_cast<int>(sharedWidth);
    const std::string method = config.text("topk_method");
    if (!method.empty() && method != "noaux_tc" && method != "greedy" && method != "group_limited_greedy")
        config.fail(ErrorCode::Unsupported, "topk_method", "'" + method.substr(0, 40) + "' is not known; noaux_tc, greedy or group_limited_greedy would be accepted");
    experts.routerBias = method.empty() ? family.routerBias : method == "noaux_tc";
    const int first = config.whole("first_k_dense_replace", 0, kMostLayers, false);
    const int every = config.whole("moe_layer_freq", 1, kMostLayers, false, 1);
    const HasExperts hasExperts = [&](int i) { return i >= first && i % every == 0; };
    config.has("intermediate_size");
    const DenseFfn dense = anyDense(layers, hasExperts) ? readDense(config, "intermediate_size") : DenseFfn{};
    return mixed(layers, hasExperts, experts, dense);
}

std::vector<Ffn> readLlama4(ObjectReader &config, int layers)
{
    ExpertFfn experts = readExperts(config, "num_local_experts", "intermediate_size");
    experts.sharedIntermediate = experts.intermediate;
    std::set<int> expertLayers = readLayerNumbers(config, "moe_layers");
    const int step = config.whole("interleave_moe_layer_step", 1, kMostLayers, expertLayers.empty(), 1);
    const HasExperts hasExperts = [&](int i) { return expertLayers.empty() ? (i + 1) % step == 0 : expertLayers.contains(i); };
    config.has("intermediate_size_mlp");
    const DenseFfn dense = anyDense(layers, hasExperts) ? readDense(config, "intermediate_size_mlp") : DenseFfn{};
    return mixed(layers, hasExperts, experts, dense);
}

std::vector<Ffn> readMiniMax(ObjectReader &config, int layers)
{
    ExpertFfn experts = readExperts(config, "num_local_experts", "intermediate_size");
    experts.routerBias = config.flag("use_routing_bias");
    if (config.whole("shared_intermediate_size", 0, kMostWidth, false) > 0)
        config.fail(ErrorCode::Unsupported, "shared_intermediate_size", "a shared expert is not known for minimax_m2; 0 would be accepted");
    config.list("attn_type_list", [&](const Json &item, const std::string &at) {
        if (item != 1)
            config.problems().add(ErrorCode::Unsupported, at, "lightning attention is not sized yet; 1 (full attention) would be accepted");
    });
    return std::vector<Ffn>(static_cast<std::size_t>(layers), experts);
}

std::vector<Ffn> readGptOss(ObjectReader &config, int layers)
{
    ExpertFfn experts = readExperts(config, "num_local_experts", "intermediate_size");
    experts.bias = true;
    if (config.whole("experts_per_token", 1, kMostExperts, false, experts.topK) != experts.topK)
        config.fail(ErrorCode::BadValue, "experts_per_token", "the same as num_experts_per_tok would be accepted");
    return std::vector<Ffn>(static_cast<std::size_t>(layers), experts);
}

} // namespace

std::vector<Ffn> readFfns(ObjectReader &config, const Family &family, int layers)
{
    const auto everywhere = [&](const auto &ffn) { return std::vector<Ffn>(static_cast<std::size_t>(layers), ffn); };
    switch (family.ffn) {
    case FfnKind::Dense: return everywhere(readDense(config, "intermediate_size"));
    case FfnKind::DenseUngated: return everywhere(readDense(config, "intermediate_size", false));
    case FfnKind::Mixtral: return everywhere(readExperts(config, "num_local_experts", "intermediate_size"));
    case FfnKind::OlmoeExperts: return everywhere(readExperts(config, "num_experts", "intermediate_size"));
    case FfnKind::QwenExperts:
    case FfnKind::QwenShared: return readQwen(config, family, layers);
    case FfnKind::DeepSeek: return readDeepSeek(config, family, layers);
    case FfnKind::Llama4: return readLlama4(config, layers);
    case FfnKind::GptOss: return readGptOss(config, layers);
    case FfnKind::MiniMax: return readMiniMax(config, layers);
    }
    return {};
}

std::vector<LayerGroup> grouped(const std::vector<Attention> &attentions, const std::vector<Ffn> &ffns, int norms)
{
    std::vector<LayerGroup> groups;
    for (std::size_t i = 0; i < attentions.size() && i < ffns.size(); ++i) {
        const auto same = std::ranges::find_if(groups, [&](const LayerGroup &g) { return g.attention == attentions[i] && g.ffn == ffns[i]; });
        if (same != groups.end())
            ++same->count;
        else
            groups.push_back({1, attentions[i], ffns[i], norms});
    }
    return groups;
}

} // namespace headroom::core::hf
