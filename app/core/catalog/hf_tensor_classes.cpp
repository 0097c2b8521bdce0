// SPDX-License-Identifier: GPL-3.0-or-later
#include "hf_quantization.h"
#include "name_pattern.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

// Which classes of tensors a quantization scheme leaves in 16 bits, by the names that checkpoints give them.
namespace headroom::core::hf {
namespace {

// Weights of one class, and those of them that are quantized.
struct Share {
    double all = 0, quantized = 0;

    bool none() const { return all <= 0 || quantized < 0.01 * all; }
    bool whole() const { return all > 0 && quantized > 0.99 * all; }
    double meanBytes(double quantizedBytes) const { return whole() ? quantizedBytes : (quantized * quantizedBytes + (all - quantized) * 2.0) / all; }
};

class Classes {
public:
    Classes(const QuantizationScheme &scheme, const NamePatterns &kept, const NamePatterns &targets, bool allLinear)
        : m_scheme(scheme), m_kept(kept), m_targets(targets), m_allLinear(allLinear)
    {
    }

    void addAttention(int layer, const GroupedAttention &a, double hidden)
    {
        const double query = hidden * a.heads * a.headDim, keyValue = hidden * a.kvHeads * a.headDim;
        add(attention, query * (a.outputGate ? 2 : 1), layer, {"self_attn.q_proj", "self_attn.qkv_proj", "self_attn.query_key_value"});
        add(attention, 2 * keyValue, layer, {"self_attn.k_proj", "self_attn.qkv_proj", "self_attn.query_key_value"});
        add(attention, query, layer, {"self_attn.o_proj", "self_attn.dense"});
    }

    void addAttention(int layer, const LatentAttention &a, double hidden)
    {
        const double queryDim = static_cast<double>(a.heads) * (a.nopeHeadDim + a.ropeHeadDim);
        if (a.qLoraRank > 0) {
            add(attention, hidden * a.qLoraRank, layer, {"self_attn.q_a_proj", "self_attn.fused_qkv_a_proj_with_mqa"});
            add(attention, a.qLoraRank * queryDim, layer, {"self_attn.q_b_proj"});
        } else {
            add(attention, hidden * queryDim, layer, {"self_attn.q_proj"});
        }
        add(attention, hidden * (a.kvLoraRank + a.ropeHeadDim), layer, {"self_attn.kv_a_proj_with_mqa", "self_attn.fused_qkv_a_proj_with_mqa"});
        add(attention, static_cast<double>(a.kvLoraRank) * a.heads * (a.nopeHeadDim + a.valueHeadDim), layer, {"self_attn.kv_b_proj"});
        add(attention, static_cast<double>(a.heads) * a.valueHeadDim * hidden, layer, {"self_attn.o_proj"});
        if (a.indexTopK > 0) {
            const double rank = a.qLoraRank > 0 ? a.qLoraRank : hidden;
            add(attention, rank * a.indexHeads * a.indexHeadDim, layer, {"self_attn.indexer.wq_b"});
            add(attention, hidden * a.indexHeadDim, layer, {"self_attn.indexer.wk"});
            add(attention, hidden * a.indexHeads, layer, {"self_attn.indexer.weights_proj", "self_attn.indexers_proj"});
        }
    }

    void addAttention(int layer, const LinearAttention &a, double hidden)
    {
        const double key = static_cast<double>(a.keyHeads) * a.keyHeadDim, value = static_cast<double>(a.valueHeads) * a.valueHeadDim;
        add(attention, hidden * (2 * key + value), layer, {"linear_attn.in_proj_qkv", "linear_attn.in_proj_qkvz"});
        add(attention, hidden * value, layer, {"linear_attn.in_proj_z", "linear_attn.in_proj_qkvz"});
        add(attention, hidden * value, layer, {"linear_attn.out_proj"});
    }

    void addFfn(int layer, const DenseFfn &f, double hidden)
    {
        const double each = hidden * f.intermediate;
        add(dense, each * (f.gated ? 2 : 1), layer, {"mlp.gate_proj", "mlp.up_proj", "mlp.gate_up_proj", "mlp.c_fc", "feed_forward.gate_proj"});
        add(dense, each, layer, {"mlp.down_proj", "mlp.c_proj", "feed_forward.down_proj"});
    }

    void addFfn(int layer, const ExpertFfn &f, double hidden)
    {
        const double each = hidden * f.intermediate * f.experts;
        // Expert 0 speaks for all of its layer.
        add(experts, 2 * each, layer, {"mlp.experts.0.gate_proj", "mlp.experts.gate_up_proj", "block_sparse_moe.experts.0.w1", "feed_forward.experts.gate_up_proj"});
        add(experts, each, layer, {"mlp.experts.0.down_proj", "mlp.experts.down_proj", "block_sparse_moe.experts.0.w2", "feed_forward.experts.down_proj"});
        const double shared = hidden * f.sharedIntermediate;
        add(dense, 2 * shared, layer, {"mlp.shared_experts.gate_proj", "mlp.shared_expert.gate_proj", "feed_forward.shared_expert.gate_proj"}, !m_scheme.expertsOnly);
        add(dense, shared, layer, {"mlp.shared_experts.down_proj", "mlp.shared_expert.down_proj", "feed_forward.shared_expert.down_proj"});
    }

    Share attention, dense, experts;

private:
    // The tensor is kept where any of the names that it goes by is.
    void add(Share &share, double weights, int layer, std::initializer_list<const char *> names, bool may = true)
    {
        if (weights <= 0)
            return;
        share.all += weights;
        if (!may || (m_scheme.expertsOnly && &share != &experts))
            return;
        const std::string prefix = "layers." + std::to_string(layer) + ".";
        const auto listed = [&](const NamePatterns &patterns) {
            return std::ranges::any_of(names, [&](const char *name) { return patterns.match(prefix + name); });
        };
        if (!listed(m_kept) && (m_allLinear || listed(m_targets)))
            share.quantized += weights;
    }

    const QuantizationScheme &m_scheme;
    const NamePatterns &m_kept;
    const NamePatterns &m_targets;
    bool m_allLinear;
};

// Mixed classes compute in 16 bits, to be careful; their bytes are the mean.
NumberFormat formatOf(const Share &share, NumberFormat quantized)
{
    return share.whole() ? quantized : NumberFormat::Bf16;
}

} // namespace

Result<CheckpointFormat> checkpointOf(const QuantizationScheme &scheme, const std::vector<Attention> &attentions, const std::vector<Ffn> &ffns, int hidden,
                                      const std::string &path, const std::string &file, std::vector<std::string> &warnings)
{
    const auto inConfig = [&](Error error) {
        error.file = file;
        error.field = path;
        error.detail = path + ": " + error.detail;
        return std::unexpected(std::move(error));
    };
    const bool allLinear = scheme.targets.empty() || std::ranges::find(scheme.targets, "Linear") != scheme.targets.end();
    const auto kept = NamePatterns::make(scheme.kept);
    if (!kept)
        return inConfig(kept.error());
    const auto targets = NamePatterns::make(allLinear ? std::vector<std::string>{} : scheme.targets);
    if (!targets)
        return inConfig(targets.error());

    Classes classes(scheme, *kept, *targets, allLinear);
    for (std::size_t i = 0; i < attentions.size() && i < ffns.size(); ++i) {
        std::visit([&](const auto &a) { classes.addAttention(static_cast<int>(i), a, hidden); }, attentions[i]);
        std::visit([&](const auto &f) { classes.addFfn(static_cast<int>(i), f, hidden); }, ffns[i]);
    }
    if (kept->exhausted() || targets->exhausted())
        return inConfig({ErrorCode::TooLarge, "the lists of modules take too long to match", {}, {}, 0});
    if (classes.attention.none() && classes.dense.none() && classes.experts.none())
        return inConfig({ErrorCode::Unsupported, "it names " + scheme.method + " but leaves every projection and expert in 16 bits", {}, {}, 0});

    CheckpointFormat format;
    format.format = scheme.format;
    format.attention = formatOf(classes.attention, scheme.format);
    format.denseFfn = formatOf(classes.dense, scheme.format);
    format.experts = classes.experts.all > 0 ? formatOf(classes.experts, scheme.format) : scheme.format;
    format.published = true;
    const auto bytesOf = [&](const Share &share, NumberFormat whole) {
        const double bytes = share.none() ? 0.0 : share.meanBytes(scheme.bytesPerWeight);
        return std::abs(bytes - bytesPerWeight(whole)) < 1e-9 ? 0.0 : bytes;
    };
    format.bytesPerAttentionWeight = bytesOf(classes.attention, format.attention);
    format.bytesPerExpertWeight = bytesOf(classes.experts, format.experts);
    if (!classes.dense.none() && !classes.dense.whole())
        warnings.emplace_back("some dense layers or shared experts are quantized and others are not: all are counted in 16 bits");
    else if (classes.dense.whole() && std::abs(scheme.bytesPerWeight - bytesPerWeight(scheme.format)) > 0.02)
        warnings.emplace_back("the dense layers' scales are counted with the usual size of a group");
    return format;
}

} // namespace headroom::core::hf
