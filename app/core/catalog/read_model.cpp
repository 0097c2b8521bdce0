// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry_checks.h"
#include "read_entries.h"

#include <algorithm>
#include <array>

namespace headroom::core::catalog_json {
namespace {

constexpr int kMostHeads = 4096;
constexpr int kMostWidth = 1 << 20;
constexpr std::array kActiveCounts{ActiveCount::All, ActiveCount::WithoutInputEmbedding, ActiveCount::WithoutEmbeddings};

Attention readAttention(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    const std::string type = object.text("type", true);
    Attention attention;
    if (type == "grouped") {
        GroupedAttention a;
        a.heads = object.whole("heads", 1, kMostHeads);
        a.kvHeads = object.whole("kv_heads", 1, kMostHeads);
        a.headDim = object.whole("head_dim", 1, 4096);
        a.window = object.whole("window", 0, 1 << 24, false);
        a.chunked = object.flag("chunked");
        a.qkvBias = object.flag("qkv_bias");
        a.outputBias = object.flag("output_bias");
        a.qkNorm = object.flag("qk_norm");
        a.qkNormPerLayer = object.flag("qk_norm_per_layer");
        a.outputGate = object.flag("output_gate");
        a.sinks = object.flag("sinks");
        attention = a;
    } else if (type == "latent") {
        LatentAttention a;
        a.heads = object.whole("heads", 1, kMostHeads);
        a.qLoraRank = object.whole("q_lora_rank", 0, kMostWidth, false);
        a.kvLoraRank = object.whole("kv_lora_rank", 1, kMostWidth);
        a.nopeHeadDim = object.whole("nope_head_dim", 1, 4096);
        a.ropeHeadDim = object.whole("rope_head_dim", 0, 4096);
        a.valueHeadDim = object.whole("value_head_dim", 1, 4096);
        a.indexHeads = object.whole("index_heads", 0, kMostHeads, false);
        a.indexHeadDim = object.whole("index_head_dim", 0, 4096, false);
        a.indexTopK = object.whole("index_top_k", 0, 1 << 24, false);
        attention = a;
    } else if (type == "linear") {
        LinearAttention a;
        a.keyHeads = object.whole("key_heads", 1, kMostHeads);
        a.valueHeads = object.whole("value_heads", 1, kMostHeads);
        a.keyHeadDim = object.whole("key_head_dim", 1, 4096);
        a.valueHeadDim = object.whole("value_head_dim", 1, 4096);
        a.convKernel = object.whole("conv_kernel", 0, 64, false);
        a.stateBytesPerValue = object.whole("state_bytes_per_value", 1, 8, false, 4);
        attention = a;
    } else {
        problems.add(ErrorCode::BadValue, path + ".type", "grouped, latent or linear would be accepted");
    }
    object.finish();
    return attention;
}

Ffn readFfn(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    const std::string type = object.text("type", true);
    Ffn ffn;
    const bool ungated = object.flag("ungated");
    if (type == "dense") {
        DenseFfn f;
        f.intermediate = object.whole("intermediate", 1, kMostWidth);
        f.gated = !ungated;
        f.bias = object.flag("bias");
        ffn = f;
    } else if (type == "experts") {
        ExpertFfn f;
        f.experts = object.whole("experts", 1, 65536);
        f.topK = object.whole("top_k", 1, 65536);
        f.intermediate = object.whole("intermediate", 1, kMostWidth);
        f.sharedIntermediate = object.whole("shared_intermediate", 0, kMostWidth, false);
        f.gated = !ungated;
        f.bias = object.flag("bias");
        f.routerBias = object.flag("router_bias");
        f.sharedGate = object.flag("shared_gate");
        if (f.topK > f.experts)
            problems.add(ErrorCode::BadValue, path + ".top_k", "at most the number of experts would be accepted");
        ffn = f;
    } else {
        problems.add(ErrorCode::BadValue, path + ".type", "dense or experts would be accepted");
    }
    object.finish();
    return ffn;
}

Architecture readArchitecture(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    Architecture architecture;
    architecture.hidden = object.whole("hidden", 1, kMostWidth);
    architecture.vocab = object.whole("vocab", 1, 1 << 26);
    architecture.tiedEmbeddings = object.flag("tied_embeddings");
    object.list("groups", [&](const Json &item, const std::string &at) {
        ObjectReader group(item, at, problems);
        LayerGroup g;
        g.count = group.whole("count", 1, 100000);
        g.attention = readAttention(group.child("attention"), at + ".attention", problems);
        g.ffn = readFfn(group.child("ffn"), at + ".ffn", problems);
        g.normsPerLayer = group.whole("norms_per_layer", 0, 64, false, 2);
        group.finish();
        architecture.groups.push_back(std::move(g));
    });
    if (architecture.groups.empty())
        problems.add(ErrorCode::BadValue, path + ".groups", "at least one group of layers would be accepted");
    if (const auto problem = architectureProblem(architecture))
        problems.add(ErrorCode::BadValue, path, *problem);
    object.finish();
    return architecture;
}

CheckpointFormat readCheckpoint(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    CheckpointFormat format;
    format.format = readFormat(object, "format");
    format.attention = readFormat(object, "attention", format.format);
    format.denseFfn = readFormat(object, "dense_ffn", format.format);
    format.experts = readFormat(object, "experts", format.format);
    format.bytesPerAttentionWeight = object.number("bytes_per_attention_weight", 0, 4, false);
    format.bytesPerExpertWeight = object.number("bytes_per_expert_weight", 0, 4, false);
    format.published = object.flag("published");
    format.source = readSource(object);
    object.finish();
    return format;
}

Json write(const Source &source)
{
    Json json{{"text", source.text}};
    if (!source.asOf.empty())
        json["as_of"] = source.asOf;
    if (!source.confidence.empty())
        json["confidence"] = source.confidence;
    return json;
}

template<class Value>
void put(Json &json, const char *key, Value value)
{
    if (value != Value{})
        json[key] = value;
}

Json write(const GroupedAttention &a)
{
    Json json{{"type", "grouped"}, {"heads", a.heads}, {"kv_heads", a.kvHeads}, {"head_dim", a.headDim}};
    put(json, "window", a.window);
    put(json, "chunked", a.chunked);
    put(json, "qkv_bias", a.qkvBias);
    put(json, "output_bias", a.outputBias);
    put(json, "qk_norm", a.qkNorm);
    put(json, "qk_norm_per_layer", a.qkNormPerLayer);
    put(json, "output_gate", a.outputGate);
    put(json, "sinks", a.sinks);
    return json;
}

Json write(const LatentAttention &a)
{
    Json json{{"type", "latent"}, {"heads", a.heads}, {"kv_lora_rank", a.kvLoraRank}, {"nope_head_dim", a.nopeHeadDim}, {"rope_head_dim", a.ropeHeadDim},
              {"value_head_dim", a.valueHeadDim}};
    put(json, "q_lora_rank", a.qLoraRank);
    put(json, "index_heads", a.indexHeads);
    put(json, "index_head_dim", a.indexHeadDim);
    put(json, "index_top_k", a.indexTopK);
    return json;
}

Json write(const LinearAttention &a)
{
    return {{"type", "linear"}, {"key_heads", a.keyHeads}, {"value_heads", a.valueHeads}, {"key_head_dim", a.keyHeadDim}, {"value_head_dim", a.valueHeadDim},
            {"conv_kernel", a.convKernel}, {"state_bytes_per_value", a.stateBytesPerValue}};
}

Json write(const DenseFfn &f)
{
    Json json{{"type", "dense"}, {"intermediate", f.intermediate}};
    put(json, "ungated", !f.gated);
    put(json, "bias", f.bias);
    return json;
}

Json write(const ExpertFfn &f)
{
    Json json{{"type", "experts"}, {"experts", f.experts}, {"top_k", f.topK}, {"intermediate", f.intermediate}};
    put(json, "shared_intermediate", f.sharedIntermediate);
    put(json, "ungated", !f.gated);
    put(json, "bias", f.bias);
    put(json, "router_bias", f.routerBias);
    put(json, "shared_gate", f.sharedGate);
    return json;
}

} // namespace

Source readSource(ObjectReader &parent)
{
    Source source;
    if (!parent.has("source"))
        return source;
    ObjectReader object(parent.child("source"), parent.path("source"), parent.problems());
    source.text = object.text("text", true);
    source.asOf = object.text("as_of");
    source.confidence = object.text("confidence");
    object.finish();
    return source;
}

NumberFormat readFormat(ObjectReader &object, const char *key, NumberFormat fallback)
{
    if (!object.has(key))
        return fallback;
    const auto format = parseFormat(object.text(key));
    if (!format) {
        object.problems().add(ErrorCode::BadValue, object.path(key), "bf16, fp8, int8, int4 or fp4 would be accepted");
        return fallback;
    }
    return *format;
}

Model readModel(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    Model model;
    model.id = object.text("id", true);
    model.name = object.text("name", true);
    model.aliases = object.texts("aliases");
    model.architecture = readArchitecture(object.child("architecture"), object.path("architecture"), problems);
    model.nativeFormat = readFormat(object, "native_format");
    object.list("formats", [&](const Json &item, const std::string &at) { model.formats.push_back(readCheckpoint(item, at, problems)); });
    model.maxContext = object.whole("max_context", 0, 1 << 30, false);
    if (object.has("published_total_params_b"))
        model.publishedTotalParamsB = object.number("published_total_params_b", 0, 1e6);
    if (object.has("published_active_params_b"))
        model.publishedActiveParamsB = object.number("published_active_params_b", 0, 1e6);
    if (object.has("active_counts")) {
        const std::string counts = object.text("active_counts");
        const auto known = std::ranges::find(kActiveCounts, counts, activeCountId);
        if (known == kActiveCounts.end())
            problems.add(ErrorCode::BadValue, object.path("active_counts"), "all, without_input_embedding or without_embeddings would be accepted");
        else
            model.activeCount = *known;
    }
    model.licence = object.text("licence");
    model.warnings = object.texts("warnings");
    model.source = readSource(object);
    object.finish();
    return model;
}

Json writeModel(const Model &model)
{
    Json json{{"id", model.id}, {"name", model.name}};
    put(json, "aliases", model.aliases);
    Json groups = Json::array();
    for (const LayerGroup &g : model.architecture.groups) {
        Json group{{"count", g.count}, {"norms_per_layer", g.normsPerLayer}};
        group["attention"] = std::visit([](const auto &a) { return write(a); }, g.attention);
        group["ffn"] = std::visit([](const auto &f) { return write(f); }, g.ffn);
        groups.push_back(std::move(group));
    }
    json["architecture"] = {{"hidden", model.architecture.hidden}, {"vocab", model.architecture.vocab}, {"groups", std::move(groups)}};
    put(json["architecture"], "tied_embeddings", model.architecture.tiedEmbeddings);
    json["native_format"] = std::string(formatId(model.nativeFormat));
    for (const CheckpointFormat &f : model.formats) {
        Json format{{"format", std::string(formatId(f.format))}, {"attention", std::string(formatId(f.attention))},
                    {"dense_ffn", std::string(formatId(f.denseFfn))}, {"experts", std::string(formatId(f.experts))}, {"source", write(f.source)}};
        put(format, "bytes_per_attention_weight", f.bytesPerAttentionWeight);
        put(format, "bytes_per_expert_weight", f.bytesPerExpertWeight);
        put(format, "published", f.published);
        json["formats"].push_back(std::move(format));
    }
    put(json, "max_context", model.maxContext);
    if (model.publishedTotalParamsB)
        json["published_total_params_b"] = *model.publishedTotalParamsB;
    if (model.publishedActiveParamsB)
        json["published_active_params_b"] = *model.publishedActiveParamsB;
    if (model.activeCount != ActiveCount::All)
        json["active_counts"] = std::string(activeCountId(model.activeCount));
    put(json, "licence", model.licence);
    put(json, "warnings", model.warnings);
    json["source"] = write(model.source);
    return json;
}

} // namespace headroom::core::catalog_json
