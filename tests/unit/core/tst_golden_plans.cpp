// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/planning/planner.h>

using namespace headroom::core;

namespace {

struct Range {
    double low = 0, high = 0;
    bool holds(double value) const { return value >= low && value <= high; }
};

// A deployment that people really run. Ranges come from hand calculations and published figures, not from the engine; they are
// as wide as the error band that the plan states.
struct Golden {
    const char *name;
    const char *model;
    const char *engine;
    const char *gpu;
    FormatChoice format;
    LayoutInputs layout;
    double input, output;   // tokens
    Range weightsGb;        // on one GPU
    Range kvTokens;         // that the cache of one replica holds
    Range tokensPerSecond;  // output of one replica where no latency is asked for; low = 0: none published
};

const Golden kGolden[]{
    // 8.03e9 parameters x 2 bytes = 16.1 GB of 48 GB. Cache of a token: 2 x 32 layers x 8 heads x 128 x 2 bytes = 131 kB; 0.92 x 48 - 16.1
    // - 4 GB = 24 GB hold 184,000. A step reads 16.1 GB at 0.86 TB/s: 19 ms at best, with 200 sequences of cache 30 to 60 ms.
    {"Llama-3.1-8B on one L40S", "llama-3.1-8b", "vllm", "l40s", FormatChoice::Bf16, {{}, 1, 1, {}, 1, 1}, 500, 300, {16.0, 16.2}, {150e3, 200e3}, {1500, 6000}},
    // 141 GB over 4 GPUs. TensorRT-LLM publishes 2,276 (v0.17) and 2,096 (v0.14) tokens/s at 500 in and 2,000 out.
    {"Llama-3.1-70B on four A100", "llama-3.1-70b", "trtllm", "a100-80gb-sxm", FormatChoice::Bf16, {{}, 4, 1, {}, 1, 1}, 500, 2000, {35.0, 36.5}, {450e3, 560e3}, {1500, 3200}},
    // fp8: 70.6 GB and 2 GB of embedding and head in bf16, over 2. Published: 4,116 (v0.14) to 4,418 (v1.2) at 1,000 in and out.
    {"Llama-3.1-70B on two H100", "llama-3.1-70b", "trtllm", "h100-sxm", FormatChoice::Fp8, {{}, 2, 1, {}, 1, 1}, 1000, 1000, {35.0, 37.5}, {380e3, 560e3}, {2900, 6200}},
    // 671e9 parameters, all but embedding, head and norms in fp8: 673 GB over 8 of 141 GB (151e9 bytes). Latent cache, in fp8 as this engine keeps
    // it: 61 layers x 576 bytes = 35 kB a token on every GPU; 0.95 x (151 - 84 - 2) = 61 GB hold 1.76 million. A published run (TensorRT-LLM, 64 at once, 1,024 in and out) gives 64 / 34 ms = 1,900 tokens/s; hundreds at once give more.
    {"DeepSeek-V3 on eight H200", "deepseek-v3", "trtllm", "h200-sxm", FormatChoice::Fp8, {{}, 8, 1, {}, 1, 1}, 1024, 1024, {83.5, 86.5}, {1500e3, 1900e3}, {1900, 16000}},
    // The same weights take 84 of the 96 GB that an H20 has. Under the engine's defaults 0.92 x 96 - 84 - 4 leaves 0.2 GB, at 70 kB a token (bf16
    // cache) some 3,000 tokens: one or two requests at once. Who does it raises the memory fraction or takes two servers.
    {"DeepSeek-V3 on eight H20", "deepseek-v3", "vllm", "h20", FormatChoice::Fp8, {{}, 8, 1, {}, 1, 1}, 1024, 1024, {83.5, 86.5}, {1000, 30e3}, {20, 400}},
    // int8 halves bf16's 1,342 GB to 673 GB; 16 cards of 80 GB in two servers of 8 hold it in two pipeline stages.
    {"DeepSeek-V3 on sixteen A100 in int8", "deepseek-v3", "vllm", "a100-80gb-sxm", FormatChoice::Int8, {{}, 8, 2, {}, 1, 1}, 1024, 1024, {41.5, 43.5}, {400e3, 1200e3}, {600, 9000}},
    // 117e9 parameters, experts in mxfp4 (4.25 bits): 63 GB as published (60.8 GiB), on one card of 80 GB. An H200, with room for many more
    // sequences, gives 6,868 tokens/s (TensorRT-LLM v1.2).
    {"gpt-oss-120b on one H100", "gpt-oss-120b", "vllm", "h100-sxm", FormatChoice::Native, {{}, 1, 1, {}, 1, 1}, 1000, 1000, {60.0, 67.0}, {60e3, 400e3}, {1200, 8000}},
    // 405e9 in fp8 over 8: 51 GB each with 4 GB of embedding and head in bf16. Cache in fp8: 2 x 126 layers x 8 heads x 128 bytes = 258 kB, an eighth of it on each GPU;
    // 0.95 x (85 - 51.5 - 2) = 30 GB hold 930,000. Published: 3,012 (v0.20) and 2,919 (v1.0) at 1,000 in and out.
    {"Llama-3.1-405B on eight H100 in fp8", "llama-3.1-405b", "trtllm", "h100-sxm", FormatChoice::Fp8, {{}, 8, 1, {}, 1, 1}, 1000, 1000, {50.5, 53.0}, {850e3, 1000e3}, {2050, 4300}},
};

Scenario scenarioOf(const Golden &golden)
{
    Scenario s;
    s.model.id = golden.model;
    s.model.engine = golden.engine;
    s.model.format = golden.format;
    s.hardware.gpus = {golden.gpu};
    s.hardware.ttftTarget = 3600; // so wide that capacity is throughput
    s.hardware.tpotTarget = 60;
    s.demand.peakRps = 0.1;
    s.demand.inputTokensMean = golden.input;
    s.demand.outputTokensMean = golden.output;
    s.demand.maxContext = golden.input + golden.output;
    s.layout = golden.layout;
    return s;
}

// The shipped catalog, and somebody who rents out every GPU in servers of eight: whether it is sold is not the question here.
const Catalog &catalog()
{
    static const Catalog all = [] {
        Catalog copy = *headroom::test::shippedCatalog();
        for (const Gpu &gpu : copy.gpus) {
            Offer offer;
            offer.provider = "anybody";
            offer.gpu = gpu.id;
            offer.gpus = 8;
            offer.instance = "eight";
            offer.onDemand = Money(Currency::USD, 8'000'000);
            copy.offers.push_back(offer);
        }
        return copy;
    }();
    return all;
}

} // namespace

class GoldenPlansTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void theEngineStaysWithinHandCalculations_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(std::size(kGolden)); ++i)
            QTest::newRow(kGolden[i].name) << i;
    }
    void theEngineStaysWithinHandCalculations()
    {
        QFETCH(int, index);
        const Golden &golden = kGolden[index];
        const auto plan = headroom::core::plan(scenarioOf(golden), catalog());
        QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
        QVERIFY2(plan->recommended, plan->rejected.empty() ? "no reason" : plan->rejected.front().reason.c_str());
        const PlanOption &option = *plan->recommended;
        const double weights = option.memory.weights.value() / 1e9;
        const double tokens = option.capacityPerReplica.value() * golden.output;
        QVERIFY2(golden.weightsGb.holds(weights), qPrintable(QStringLiteral("weights %1 GB").arg(weights)));
        QVERIFY2(golden.kvTokens.holds(option.kvCapacityTokensPerReplica), qPrintable(QStringLiteral("cache %1 tokens").arg(option.kvCapacityTokensPerReplica)));
        QVERIFY2(golden.tokensPerSecond.holds(tokens), qPrintable(QStringLiteral("%1 tokens/s").arg(tokens)));
    }

    // 673 GB do not fit seven of the 96 GB cards, nor bf16's 1,342 GB sixteen A100.
    void whatDoesNotFitSaysSo_data()
    {
        QTest::addColumn<QString>("gpu");
        QTest::addColumn<int>("gpus");
        QTest::addColumn<int>("format");
        QTest::newRow("seven H20") << "h20" << 7 << int(FormatChoice::Fp8);
        QTest::newRow("sixteen A100 in bf16") << "a100-80gb-sxm" << 16 << int(FormatChoice::Bf16);
    }
    void whatDoesNotFitSaysSo()
    {
        QFETCH(QString, gpu);
        QFETCH(int, gpus);
        QFETCH(int, format);
        Scenario s;
        s.hardware.gpus = {gpu.toStdString()};
        s.model.format = static_cast<FormatChoice>(format);
        s.layout.emplace();
        s.layout->gpus = gpus;
        const auto plan = headroom::core::plan(s, catalog());
        QVERIFY(plan && !plan->recommended);
        QCOMPARE(plan->rejected.front().code, RejectionCode::Memory);
    }
};

QTEST_APPLESS_MAIN(GoldenPlansTest)
#include "tst_golden_plans.moc"
