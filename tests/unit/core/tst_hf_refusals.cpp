// SPDX-License-Identifier: GPL-3.0-or-later
#include "hf_import_fixture.h"
#include "support/test_case.h"

using namespace headroom::core;
using headroom::test::changed;
using headroom::test::imported;
using headroom::test::json;
using headroom::test::view;

// What the import of a config does not know, or must not be hurt by.
class HfRefusalsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
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
        QJsonObject outer = headroom::test::seed("llama4");
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

QTEST_APPLESS_MAIN(HfRefusalsTest)
#include "tst_hf_refusals.moc"
