// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog_fixture.h"
#include "support/test_case.h"

#include <core/catalog/hf_import.h>
#include <core/catalog/parameters.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace headroom::core;
using headroom::test::contentOf;
using headroom::test::shippedCatalog;

namespace {

const QString kSeeds = QStringLiteral(HEADROOM_SOURCE_DIR "/tests/fuzz/seeds/hf_import/");
const QString kReal = QStringLiteral(HEADROOM_SHARED_DATA "/models/");

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

Result<Model> imported(const QByteArray &config, const QByteArray &quant = {})
{
    HfConfigText text{view(config), std::nullopt, "config.json"};
    if (!quant.isEmpty())
        text.quantConfig = view(quant);
    return importHfConfig(text, "imported");
}

// A seed with keys changed; an undefined value removes the key.
QByteArray changed(const char *seed, std::initializer_list<std::pair<QString, QJsonValue>> changes)
{
    QJsonObject object = QJsonDocument::fromJson(contentOf(kSeeds + QString::fromLatin1(seed) + QStringLiteral(".json"))).object();
    for (const auto &[key, value] : changes) {
        if (value.isUndefined())
            object.remove(key);
        else
            object.insert(key, value);
    }
    return QJsonDocument(object).toJson();
}

QJsonValue json(const QByteArray &text)
{
    return QJsonDocument::fromJson("[" + text + "]").array().at(0);
}

const GroupedAttention &groupedOf(const Model &model, std::size_t group)
{
    return std::get<GroupedAttention>(model.architecture.groups.at(group).attention);
}

int asInt(NumberFormat format)
{
    return static_cast<int>(format);
}

} // namespace

class HfImportTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void realConfigsAreImported_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(kReal);
        int rows = 0;
        for (const QString &name : folder.entryList({QStringLiteral("*_config.json")}, QDir::Files))
            if (!name.contains(QLatin1String("hf_quant_config"))) {
                QTest::newRow(qPrintable(name)) << folder.filePath(name);
                ++rows;
            }
        if (rows == 0)
            QTest::newRow("no files") << QString();
    }
    void realConfigsAreImported()
    {
        QFETCH(QString, file);
        if (file.isEmpty())
            QSKIP("captured config.json files are not on this machine");
        const QString sibling = QString(file).replace(QLatin1String("_config.json"), QLatin1String("_hf_quant_config.json"));
        const auto model = imported(contentOf(file), contentOf(sibling));
        QVERIFY2(model.has_value(), model ? "" : model.error().detail.c_str());

        // Where the catalog holds the same model, by the repository's name, both agree.
        const QString repository = QFileInfo(file).fileName().remove(QLatin1String("_config.json")).replace(QLatin1String("--"), QLatin1String("/"));
        const Model *known = shippedCatalog()->findModel(repository.toStdString());
        if (!known)
            return;
        const Architecture &expected = known->architecture;
        QCOMPARE(model->architecture.layers(), expected.layers());
        QCOMPARE(countParameters(model->architecture), countParameters(expected));
        QCOMPARE(activeParameters(model->architecture), activeParameters(expected));
        QCOMPARE(kvBytesPerToken(model->architecture, 2.0).value(), kvBytesPerToken(expected, 2.0).value());
        QCOMPARE(attentionClass(model->architecture), attentionClass(expected));
        QVERIFY(std::ranges::is_permutation(model->architecture.groups, expected.groups));
        // The checkpoint's own format stands in the catalog with the same tensors in it.
        const CheckpointFormat checkpoint = checkpointFormat(*model, model->nativeFormat), catalogued = checkpointFormat(*known, model->nativeFormat);
        QCOMPARE(asInt(checkpoint.attention), asInt(catalogued.attention));
        QCOMPARE(asInt(checkpoint.experts), asInt(catalogued.experts));
        QVERIFY(std::abs(bytesPerAttentionWeight(checkpoint) - bytesPerAttentionWeight(catalogued)) < 1e-3);
        QVERIFY(std::abs(bytesPerExpertWeight(checkpoint) - bytesPerExpertWeight(catalogued)) < 1e-3);
        const ParameterCount count = countParameters(expected);
        if (count.denseFfn + count.sharedExperts > 0)
            QCOMPARE(asInt(checkpoint.denseFfn), asInt(catalogued.denseFfn));
    }

    void seedsAreImportedUnlessNamedRefused()
    {
        const QDir folder(kSeeds);
        QVERIFY(folder.entryList(QDir::Files).size() > 30);
        for (const QString &name : folder.entryList(QDir::Files)) {
            const auto model = imported(contentOf(folder.filePath(name)));
            QVERIFY2(model.has_value() != name.startsWith(QLatin1String("refused")), qPrintable(name + QLatin1String(": ") + QString::fromStdString(model ? "imported" : model.error().detail)));
        }
    }

    void keyValueHeadsMakeTheKind_data()
    {
        QTest::addColumn<QJsonValue>("kvHeads");
        QTest::addColumn<int>("expected");
        QTest::addColumn<QString>("kind");
        QTest::newRow("MQA") << QJsonValue(1) << 1 << "gqa";
        QTest::newRow("GQA") << QJsonValue(2) << 2 << "gqa";
        QTest::newRow("MHA") << QJsonValue(4) << 4 << "mha";
        QTest::newRow("absent is MHA for Llama") << QJsonValue(QJsonValue::Undefined) << 4 << "mha";
        QTest::newRow("null is absent") << QJsonValue(QJsonValue::Null) << 4 << "mha";
    }
    void keyValueHeadsMakeTheKind()
    {
        QFETCH(QJsonValue, kvHeads);
        QFETCH(int, expected);
        QFETCH(QString, kind);
        const auto model = imported(changed("llama", {{QStringLiteral("num_key_value_heads"), kvHeads}}));
        QVERIFY2(model.has_value(), model ? "" : model.error().detail.c_str());
        QCOMPARE(groupedOf(*model, 0).kvHeads, expected);
        QCOMPARE(QString::fromStdString(attentionClass(model->architecture)), kind);
    }

    void embeddingsAreTiedWhereTheConfigOrItsClassSaysSo()
    {
        const QString key = QStringLiteral("tie_word_embeddings");
        QVERIFY(!imported(changed("llama", {{key, QJsonValue::Undefined}}))->architecture.tiedEmbeddings);
        QVERIFY(imported(changed("llama", {{key, true}}))->architecture.tiedEmbeddings);
        QVERIFY(imported(changed("gemma2", {}))->architecture.tiedEmbeddings);
        QVERIFY(!imported(changed("gemma2", {{key, false}}))->architecture.tiedEmbeddings);
        // Beside a text_config the outer key counts.
        QJsonObject outer = QJsonDocument::fromJson(contentOf(kSeeds + QStringLiteral("llama4.json"))).object();
        QJsonObject inner = outer[QStringLiteral("text_config")].toObject();
        inner.remove(key);
        outer[QStringLiteral("text_config")] = inner;
        outer[key] = true;
        QVERIFY(imported(QJsonDocument(outer).toJson())->architecture.tiedEmbeddings);
    }

    void windowsStandOnTheRightLayers()
    {
        const auto mistral = imported(changed("mistral_window", {}));
        QCOMPARE(mistral->architecture.groups.size(), std::size_t(1));
        QCOMPARE(groupedOf(*mistral, 0).window, 1024);
        QCOMPARE(groupedOf(*imported(changed("mistral_window", {{QStringLiteral("sliding_window"), QJsonValue::Null}})), 0).window, 0);
        QCOMPARE(groupedOf(*imported(changed("mistral_window", {{QStringLiteral("sliding_window"), 4096}})), 0).window, 0); // as long as the context

        const auto qwen = imported(changed("qwen2", {}));
        QCOMPARE(qwen->architecture.groups.at(0).count, 2);
        QCOMPARE(groupedOf(*qwen, 0).window, 0);
        QCOMPARE(groupedOf(*qwen, 1).window, 512);
        QVERIFY(groupedOf(*qwen, 0).qkvBias && !groupedOf(*qwen, 0).outputBias);
        QCOMPARE(imported(changed("qwen2", {{QStringLiteral("use_sliding_window"), false}}))->architecture.groups.size(), std::size_t(1));

        const auto gemma = imported(changed("gemma3_text", {{QStringLiteral("sliding_window_pattern"), QJsonValue::Undefined}, {QStringLiteral("num_hidden_layers"), 12}}));
        QCOMPARE(gemma->architecture.groups.at(0).count, 10);
        QCOMPARE(gemma->architecture.groups.at(1).count, 2);
        QCOMPARE(gemma->architecture.groups.at(0).normsPerLayer, 4);

        const auto llama4 = imported(changed("llama4", {}));
        QVERIFY2(llama4.has_value(), llama4 ? "" : llama4.error().detail.c_str());
        // Layers 0-3: dense chunked, experts chunked, dense chunked, experts full.
        QCOMPARE(llama4->architecture.groups.size(), std::size_t(3));
        QVERIFY(groupedOf(*llama4, 0).chunked && groupedOf(*llama4, 0).window == 1024);
        QCOMPARE(groupedOf(*llama4, 2).window, 0);
        QCOMPARE(std::get<ExpertFfn>(llama4->architecture.groups.at(1).ffn).sharedIntermediate, 128);
        QCOMPARE(std::get<DenseFfn>(llama4->architecture.groups.at(0).ffn).intermediate, 256);

        const auto oss = imported(changed("gpt_oss", {}));
        QCOMPARE(groupedOf(*oss, 0).window, 128);
        QCOMPARE(groupedOf(*oss, 1).window, 0);
        QVERIFY(groupedOf(*oss, 0).sinks && groupedOf(*oss, 0).outputBias);
    }

    void gemma3MayLeaveOutWhatItsClassKnows()
    {
        // As the published 4B config does.
        const auto model = imported(R"({"model_type":"gemma3","text_config":{"model_type":"gemma3_text","hidden_size":2560,"intermediate_size":10240,"num_hidden_layers":34,
            "sliding_window":1024,"rope_scaling":{"factor":8.0,"rope_type":"linear"}},"torch_dtype":"bfloat16","vision_config":{"hidden_size":1152}})");
        QVERIFY2(model.has_value(), model ? "" : model.error().detail.c_str());
        QCOMPARE(groupedOf(*model, 0).heads, 8);
        QCOMPARE(groupedOf(*model, 0).kvHeads, 4);
        QCOMPARE(groupedOf(*model, 0).headDim, 256);
        const double billions = static_cast<double>(countParameters(model->architecture).total()) / 1e9;
        QVERIFY2(std::abs(billions - 3.88) < 0.04, qPrintable(QString::number(billions))); // 4.3B with the vision tower of 0.42
        QVERIFY(!model->warnings.empty());
    }

    void expertsStandOnTheRightLayers()
    {
        const auto deepseek = imported(changed("deepseek_v3_fp8", {}));
        QCOMPARE(deepseek->architecture.groups.at(0).count, 1);
        QVERIFY(std::holds_alternative<DenseFfn>(deepseek->architecture.groups.at(0).ffn));
        const auto &experts = std::get<ExpertFfn>(deepseek->architecture.groups.at(1).ffn);
        QVERIFY(experts.routerBias && experts.sharedIntermediate == 32 && experts.topK == 2);
        QVERIFY(!std::get<ExpertFfn>(imported(changed("deepseek_v2", {}))->architecture.groups.at(1).ffn).routerBias);
        QCOMPARE(std::get<LatentAttention>(imported(changed("deepseek_v2", {}))->architecture.groups.at(0).attention).qLoraRank, 0);

        const auto qwen = imported(changed("qwen3_moe_fp8", {{QStringLiteral("mlp_only_layers"), QJsonArray{1}}, {QStringLiteral("decoder_sparse_step"), 2}}));
        QVERIFY2(qwen.has_value(), qwen ? "" : qwen.error().detail.c_str());
        QCOMPARE(qwen->architecture.groups.at(0).count, 3); // layers 0 and 2 by step, 1 by the list
        QCOMPARE(qwen->architecture.groups.at(1).count, 1);

        const auto next = imported(changed("qwen3_next", {}));
        QCOMPARE(next->architecture.groups.at(0).count, 3);
        QVERIFY(std::holds_alternative<LinearAttention>(next->architecture.groups.at(0).attention));
        QVERIFY(groupedOf(*next, 1).outputGate && std::get<ExpertFfn>(next->architecture.groups.at(1).ffn).sharedGate);
    }

    void quantizationIsReadByTensor_data()
    {
        QTest::addColumn<QJsonValue>("quantization");
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("attention");
        QTest::addColumn<int>("dense");
        QTest::addColumn<int>("experts");
        QTest::addColumn<double>("attentionBytes");
        QTest::addColumn<double>("expertBytes");
        const int bf16 = asInt(NumberFormat::Bf16), fp8 = asInt(NumberFormat::Fp8), int8 = asInt(NumberFormat::Int8), int4 = asInt(NumberFormat::Int4), fp4 = asInt(NumberFormat::Fp4);
        const auto row = [](const char *name, const char *text, int format, int attention, int dense, int experts, double attentionBytes, double expertBytes) {
            QTest::newRow(name) << json(text) << format << attention << dense << experts << attentionBytes << expertBytes;
        };
        row("fp8 in blocks", R"({"quant_method":"fp8","fmt":"e4m3","weight_block_size":[128,128]})", fp8, fp8, fp8, fp8, 1, 1);
        row("fp8 but attention", R"({"quant_method":"fp8","modules_to_not_convert":["lm_head","self_attn"]})", fp8, bf16, fp8, fp8, 2, 1);
        row("a gate is not a gate_proj", R"({"quant_method":"fp8","modules_to_not_convert":["gate","lm_head"]})", fp8, fp8, fp8, fp8, 1, 1);
        row("one layer's attention", R"({"quant_method":"fp8","ignored_layers":["model.layers.0.self_attn"]})", fp8, bf16, fp8, fp8, 1.25, 1);
        row("mxfp4 is for experts", R"({"quant_method":"mxfp4"})", fp4, bf16, bf16, fp4, 2, 17.0 / 32);
        row("nvfp4 without attention", R"({"quant_method":"modelopt","quant_algo":"NVFP4","ignore":["lm_head","model.layers.*.self_attn*"]})", fp4, bf16, fp4, fp4, 2, 0.5625);
        row("modelopt without its name", R"({"quant_algo":"FP8","ignore":["lm_head"],"producer":{"name":"modelopt"}})", fp8, fp8, fp8, fp8, 1, 1);
        row("int4 experts", R"({"quant_method":"compressed-tensors","config_groups":{"group_0":{"targets":["Linear"],"input_activations":null,"weights":{"num_bits":4,"type":"int",
            "group_size":32,"symmetric":true}}},"ignore":["lm_head","re:.*self_attn.*","re:.*shared_experts.*","re:.*mlp\\.(gate|up|gate_up|down)_proj.*"]})",
            int4, bf16, bf16, int4, 2, 0.5625);
        row("targets by expression", R"({"quant_method":"compressed-tensors","config_groups":{"group_0":{"targets":["re:.*experts\\.\\d+\\..*"],"input_activations":{},
            "weights":{"num_bits":8,"type":"float"}}}})", fp8, bf16, bf16, fp8, 2, 1);
        row("int8", R"({"quant_method":"compressed-tensors","config_groups":{"g":{"targets":["Linear"],"input_activations":{"num_bits":8},"weights":{"num_bits":8,"type":"int"}}},
            "ignore":["lm_head"]})", int8, int8, int8, int8, 1, 1);
        row("gptq", R"({"quant_method":"gptq","bits":4,"group_size":128,"sym":false})", int4, int4, int4, int4, 0.5 + 2.5 / 128, 0.5 + 2.5 / 128);
        row("awq", R"({"quant_method":"awq","bits":4,"group_size":64,"zero_point":true,"modules_to_not_convert":["mlp.shared_experts"]})", int4, int4, bf16, int4, 0.5 + 2.5 / 64, 0.5 + 2.5 / 64);
        row("empty is none", "{}", bf16, bf16, bf16, bf16, 2, 2);
    }
    void quantizationIsReadByTensor()
    {
        QFETCH(QJsonValue, quantization);
        QFETCH(int, format);
        QFETCH(int, attention);
        QFETCH(int, dense);
        QFETCH(int, experts);
        QFETCH(double, attentionBytes);
        QFETCH(double, expertBytes);
        const auto model = imported(changed("deepseek_v2", {{QStringLiteral("quantization_config"), quantization}}));
        QVERIFY2(model.has_value(), model ? "" : model.error().detail.c_str());
        QCOMPARE(asInt(model->nativeFormat), format);
        const CheckpointFormat checkpoint = checkpointFormat(*model, model->nativeFormat);
        QCOMPARE(asInt(checkpoint.attention), attention);
        QCOMPARE(asInt(checkpoint.denseFfn), dense);
        QCOMPARE(asInt(checkpoint.experts), experts);
        QCOMPARE(bytesPerAttentionWeight(checkpoint), attentionBytes);
        QCOMPARE(bytesPerExpertWeight(checkpoint), expertBytes);
    }

    void theQuantConfigFileIsReadToo()
    {
        const QByteArray nvfp4 = R"({"producer":{"name":"modelopt"},"quantization":{"quant_algo":"NVFP4","kv_cache_quant_algo":"FP8","group_size":16,"exclude_modules":["lm_head"]}})";
        const auto model = imported(changed("deepseek_v2", {}), nvfp4);
        QVERIFY2(model.has_value(), model ? "" : model.error().detail.c_str());
        QCOMPARE(asInt(model->nativeFormat), asInt(NumberFormat::Fp4));
        const auto onlyCache = imported(changed("deepseek_v2", {}), R"({"quantization":{"quant_algo":null,"kv_cache_quant_algo":"FP8"}})");
        QCOMPARE(asInt(onlyCache->nativeFormat), asInt(NumberFormat::Bf16));
        const auto contradicting = imported(changed("deepseek_v3_fp8", {}), nvfp4);
        QVERIFY(!contradicting.has_value());
        QCOMPARE(contradicting.error().file, std::string("hf_quant_config.json"));
        QVERIFY(!imported(changed("deepseek_v2", {}), "{").has_value());
    }

    void whatIsNotKnownIsRefused_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &config, const char *field, ErrorCode code) {
            QTest::newRow(name) << config << QString::fromLatin1(field) << static_cast<int>(code);
        };
        const auto set = [](const char *seed, const char *key, const QJsonValue &value) { return changed(seed, {{QString::fromLatin1(key), value}}); };
        const QJsonValue gone(QJsonValue::Undefined);
        using enum ErrorCode;
        row("Mamba", set("llama", "model_type", QStringLiteral("mamba2")), "model_type", Unsupported);
        row("RWKV", set("llama", "model_type", QStringLiteral("rwkv6")), "model_type", Unsupported);
        row("Jamba", set("llama", "model_type", QStringLiteral("jamba")), "model_type", Unsupported);
        row("unheard of", set("llama", "model_type", QStringLiteral("llama9")), "model_type", Unsupported);
        row("no type", set("llama", "model_type", gone), "model_type", BadValue);
        row("type as number", set("llama", "model_type", 7), "model_type", BadValue);
        row("encoder-decoder", set("llama", "is_encoder_decoder", true), "is_encoder_decoder", Unsupported);
        row("unknown layer type", set("gpt_oss", "layer_types", QJsonArray{QStringLiteral("full_attention"), QStringLiteral("mamba")}), "layer_types[1]", Unsupported);
        row("linear layers in Qwen3", set("qwen3", "layer_types", QJsonArray{QStringLiteral("linear_attention")}), "layer_types[0]", Unsupported);
        row("layer types for other layers", set("gpt_oss", "layer_types", QJsonArray{QStringLiteral("full_attention")}), "layer_types", BadValue);
        row("lightning attention", set("minimax_m2_nvfp4", "attn_type_list", QJsonArray{1, 0, 1, 1}), "attn_type_list[1]", Unsupported);
        row("experts in Llama", set("llama", "num_local_experts", 8), "num_local_experts", Unsupported);
        row("window in Llama", set("llama", "sliding_window", 4096), "sliding_window", Unsupported);
        row("shared layers", set("llama", "num_kv_shared_layers", 2), "num_kv_shared_layers", Unsupported);
        row("more shared experts", set("minimax_m2_nvfp4", "shared_intermediate_size", 64), "shared_intermediate_size", Unsupported);
        row("biases in MLA", set("deepseek_v2", "attention_bias", true), "attention_bias", Unsupported);
        row("unknown routing", set("deepseek_v2", "topk_method", QStringLiteral("oracle")), "topk_method", Unsupported);
        row("unknown dtype", set("llama", "torch_dtype", QStringLiteral("int3")), "torch_dtype", Unsupported);
        for (const char *key : {"n_routed_experts", "num_experts_per_tok", "moe_intermediate_size"})
            row(qPrintable(QStringLiteral("MoE without ") + QLatin1String(key)), set("deepseek_v2", key, gone), key, BadValue);
        row("Mixtral without experts", set("mixtral", "num_local_experts", gone), "num_local_experts", BadValue);
        row("MLA without rank", set("deepseek_v2", "kv_lora_rank", gone), "kv_lora_rank", BadValue);
        row("DSA without its choice", set("deepseek_v32", "index_topk", gone), "index_topk", BadValue);
        row("no head_dim where needed", set("qwen3", "head_dim", gone), "head_dim", BadValue);
        row("more chosen than there are", set("mixtral", "num_experts_per_tok", 9), "num_experts_per_tok", BadValue);
        row("negative", set("llama", "num_hidden_layers", -4), "num_hidden_layers", BadValue);
        row("zero", set("llama", "num_attention_heads", 0), "num_attention_heads", BadValue);
        row("fraction", set("llama", "hidden_size", 64.5), "hidden_size", BadValue);
        row("text for a number", set("llama", "hidden_size", QStringLiteral("64")), "hidden_size", BadValue);
        row("huge", set("llama", "hidden_size", 1e18), "hidden_size", BadValue);
        row("a billion layers", set("llama", "num_hidden_layers", 1000000000), "num_hidden_layers", BadValue);
        row("heads that do not divide", set("llama", "num_key_value_heads", 3), "num_key_value_heads", BadValue);
        row("text_config of a number", set("llama4", "text_config", 3), "model_type", Unsupported);
        row("bitsandbytes", set("llama", "quantization_config", json(R"({"quant_method":"bitsandbytes","load_in_8bit":true})")), "quantization_config.quant_method", Unsupported);
        row("unknown method", set("llama", "quantization_config", json(R"({"quant_method":"aqlm"})")), "quantization_config.quant_method", Unsupported);
        row("no method", set("llama", "quantization_config", json(R"({"bits":4})")), "quantization_config.quant_method", Unsupported);
        row("three bits", set("llama", "quantization_config", json(R"({"quant_method":"gptq","bits":3})")), "quantization_config.bits", Unsupported);
        row("e5m2", set("llama", "quantization_config", json(R"({"quant_method":"fp8","fmt":"e5m2"})")), "quantization_config.fmt", Unsupported);
        row("mixed precision", set("llama", "quantization_config", json(R"({"quant_method":"modelopt","quant_algo":"MIXED_PRECISION"})")), "quantization_config.quant_algo", Unsupported);
        row("two formats", set("llama", "quantization_config", json(R"({"quant_method":"compressed-tensors","config_groups":{"a":{"targets":["Linear"],"weights":{"num_bits":4,"type":"int"}},
            "b":{"targets":["Linear"],"weights":{"num_bits":8,"type":"int"}}}})")), "quantization_config.config_groups", Unsupported);
        row("mxfp4 without experts", set("llama", "quantization_config", json(R"({"quant_method":"mxfp4"})")), "quantization_config", Unsupported);
        row("expression with a repeated group", set("llama", "quantization_config", json(R"({"quant_method":"compressed-tensors","config_groups":{"a":{"targets":["Linear"],
            "weights":{"num_bits":8,"type":"float"}}},"ignore":["re:(a*)*b"]})")), "quantization_config", Unsupported);
        row("quantization that is a list", set("llama", "quantization_config", QJsonArray{1}), "quantization_config", BadValue);
        row("not an object", "[]", "", BadValue);
        row("nothing", "", "", Syntax);
    }
    void whatIsNotKnownIsRefused()
    {
        QFETCH(QByteArray, config);
        QFETCH(QString, field);
        QFETCH(int, code);
        const auto model = imported(config);
        QVERIFY(!model.has_value());
        QCOMPARE(QString::fromStdString(model.error().field), field);
        QCOMPARE(static_cast<int>(model.error().code), code);
        QCOMPARE(model.error().file, std::string("config.json"));
        QVERIFY(model.error().detail.size() > 15);
    }

    void keysInATextPartAreNamedWithIt()
    {
        QJsonObject outer = QJsonDocument::fromJson(contentOf(kSeeds + QStringLiteral("llama4.json"))).object();
        QJsonObject inner = outer[QStringLiteral("text_config")].toObject();
        inner.remove(QStringLiteral("num_local_experts"));
        outer[QStringLiteral("text_config")] = inner;
        const auto model = imported(QJsonDocument(outer).toJson());
        QVERIFY(!model.has_value());
        QCOMPARE(model.error().field, std::string("text_config.num_local_experts"));
    }

    void keysThatSizeNothingAreNotRefused()
    {
        const auto model = imported(changed("llama", {{QStringLiteral("attention_dropout"), 0.1}, {QStringLiteral("rope_scaling"), QJsonObject{{QStringLiteral("factor"), 8}}},
                                                      {QStringLiteral("transformers_version"), QStringLiteral("9")}, {QStringLiteral("num_local_experts"), 0}}));
        QVERIFY2(model.has_value(), model ? "" : model.error().detail.c_str());
        QVERIFY(model->warnings.empty());
        const auto odd = imported(changed("llama", {{QStringLiteral("favourite_colour"), QStringLiteral("blue")}}));
        QVERIFY(odd.has_value());
        QCOMPARE(odd->warnings.size(), std::size_t(1));
    }

    void idsAreChecked()
    {
        const QByteArray config = changed("llama", {});
        for (const char *id : {"", "../x", "a b", "A", "-x", "x/y"}) {
            const auto model = importHfConfig({view(config), std::nullopt, "config.json"}, id);
            QVERIFY2(!model.has_value(), id);
            QCOMPARE(model.error().field, std::string("id"));
        }
        QVERIFY(importHfConfig({view(config), std::nullopt, "config.json"}, "my-model.v2_x").has_value());
    }

    void hostileTextsEndInTime_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::newRow("over the limit") << QByteArray(17 * 1024 * 1024, ' ');
        QTest::newRow("deep") << "{\"a\":" + QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']') + "}";
        QByteArray names;
        for (int i = 0; i < 4000; ++i)
            names += "\"*x" + QByteArray::number(i) + "*y*\",";
        names.chop(1);
        QTest::newRow("many wildcards") << changed("llama", {{QStringLiteral("num_hidden_layers"), 2000}, {QStringLiteral("quantization_config"),
                                              json("{\"quant_method\":\"modelopt\",\"quant_algo\":\"FP8\",\"ignore\":[" + names + "]}")}});
        QTest::newRow("catastrophic expression") << changed("llama", {{QStringLiteral("num_hidden_layers"), 2000}, {QStringLiteral("quantization_config"),
            json(R"({"quant_method":"compressed-tensors","config_groups":{"a":{"targets":["Linear"],"weights":{"num_bits":8,"type":"float"}}},"ignore":["re:.*.*.*.*.*.*.*.*.*.*!"]})")}});
    }
    void hostileTextsEndInTime()
    {
        QFETCH(QByteArray, config);
        const auto model = imported(config);
        QVERIFY(!model.has_value());
        QCOMPARE(static_cast<int>(model.error().code), static_cast<int>(ErrorCode::TooLarge));
    }
};

QTEST_APPLESS_MAIN(HfImportTest)
#include "tst_hf_import.moc"
