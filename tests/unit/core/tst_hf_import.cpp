// SPDX-License-Identifier: GPL-3.0-or-later
#include "hf_import_fixture.h"
#include "support/test_case.h"

#include <core/catalog/parameters.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

using namespace headroom::core;
using headroom::test::changed;
using headroom::test::contentOf;
using headroom::test::imported;
using headroom::test::json;
using headroom::test::shippedCatalog;

namespace {

const QString kReal = QStringLiteral(HEADROOM_SHARED_DATA "/models/");

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

    // Shapes as their publishers ship them, with the totals that they state (billions, to the digit given).
    void familiesComeToTheirPublishedTotals_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<double>("total");
        QTest::addColumn<double>("active");
        const auto row = [](const char *name, double total, double active, const char *keys) { QTest::newRow(name) << QByteArray(keys) << total << active; };
        row("Gemma 2 27B", 27.2, 27.2, R"("model_type":"gemma2","hidden_size":4608,"num_hidden_layers":46,"num_attention_heads":32,"num_key_value_heads":16,"head_dim":128,
            "intermediate_size":36864,"vocab_size":256000,"sliding_window":4096)");
        row("Phi-3 mini", 3.82, 3.82, R"("model_type":"phi3","hidden_size":3072,"num_hidden_layers":32,"num_attention_heads":32,"num_key_value_heads":32,"intermediate_size":8192,
            "vocab_size":32064,"sliding_window":2047)");
        row("StarCoder2 15B", 15.96, 15.96, R"("model_type":"starcoder2","hidden_size":6144,"num_hidden_layers":40,"num_attention_heads":48,"num_key_value_heads":4,
            "intermediate_size":24576,"vocab_size":49152,"sliding_window":4096,"use_bias":true,"mlp_type":"default","norm_type":"layer_norm","tie_word_embeddings":false)");
        row("OLMo 2 7B", 7.30, 7.30, R"("model_type":"olmo2","hidden_size":4096,"num_hidden_layers":32,"num_attention_heads":32,"intermediate_size":11008,"vocab_size":100352)");
        row("Command R", 35.0, 35.0, R"("model_type":"cohere","hidden_size":8192,"num_hidden_layers":40,"num_attention_heads":64,"num_key_value_heads":64,
            "intermediate_size":22528,"vocab_size":256000,"use_qk_norm":false,"logit_scale":0.0625)");
        row("DeepSeek-V2-Lite", 15.7, 2.66, R"("model_type":"deepseek_v2","hidden_size":2048,"num_hidden_layers":27,"num_attention_heads":16,"intermediate_size":10944,
            "moe_intermediate_size":1408,"n_routed_experts":64,"n_shared_experts":2,"num_experts_per_tok":6,"first_k_dense_replace":1,"moe_layer_freq":1,"kv_lora_rank":512,
            "q_lora_rank":null,"qk_nope_head_dim":128,"qk_rope_head_dim":64,"v_head_dim":128,"vocab_size":102400,"topk_method":"greedy")");
        row("Qwen3-Next 80B-A3B", 79.7, 3.88, R"("model_type":"qwen3_next","hidden_size":2048,"num_hidden_layers":48,"num_attention_heads":16,"num_key_value_heads":2,"head_dim":256,
            "intermediate_size":5120,"moe_intermediate_size":512,"num_experts":512,"num_experts_per_tok":10,"shared_expert_intermediate_size":512,"mlp_only_layers":[],
            "full_attention_interval":4,"linear_conv_kernel_dim":4,"linear_key_head_dim":128,"linear_num_key_heads":16,"linear_num_value_heads":32,
            "linear_value_head_dim":128,"vocab_size":151936)");
        row("OLMoE", 6.92, 1.28, R"("model_type":"olmoe","hidden_size":2048,"num_hidden_layers":16,"num_attention_heads":16,"num_key_value_heads":16,"intermediate_size":1024,
            "num_experts":64,"num_experts_per_tok":8,"vocab_size":50304)");
        row("dots.llm1", 142.8, 14.0, R"("model_type":"dots1","hidden_size":4096,"num_hidden_layers":62,"num_attention_heads":32,"num_key_value_heads":32,"head_dim":128,
            "intermediate_size":10944,"moe_intermediate_size":1408,"n_routed_experts":128,"n_shared_experts":2,"num_experts_per_tok":6,"first_k_dense_replace":1,
            "vocab_size":152064,"topk_method":"noaux_tc","sliding_window":null)");
        row("Granite 3 8B", 8.17, 8.17, R"("model_type":"granite","hidden_size":4096,"num_hidden_layers":40,"num_attention_heads":32,"num_key_value_heads":8,
            "intermediate_size":12800,"vocab_size":49155,"tie_word_embeddings":true,"attention_multiplier":0.0078125)");
    }
    void familiesComeToTheirPublishedTotals()
    {
        QFETCH(QByteArray, keys);
        QFETCH(double, total);
        QFETCH(double, active);
        const auto model = imported("{\"max_position_embeddings\":32768,\"torch_dtype\":\"bfloat16\"," + keys + "}");
        QVERIFY2(model.has_value(), model ? "" : model.error().detail.c_str());
        QVERIFY2(model->warnings.empty(), model->warnings.empty() ? "" : model->warnings.front().c_str());
        const double counted = static_cast<double>(countParameters(model->architecture).total()) / 1e9;
        QVERIFY2(std::abs(counted / total - 1) < 0.002, qPrintable(QString::number(counted)));
        QVERIFY(std::abs(static_cast<double>(activeParameters(model->architecture)) / 1e9 / active - 1) < 0.005);
    }

    void seedsAreImportedUnlessNamedRefused()
    {
        const QDir folder(headroom::test::seedPath(""));
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
        QJsonObject outer = headroom::test::seed("llama4");
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
};

QTEST_APPLESS_MAIN(HfImportTest)
#include "tst_hf_import.moc"
