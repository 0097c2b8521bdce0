// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/sizing/memory_fit.h>
#include <core/sizing/step_model.h>

#include <cmath>

using namespace headroom::core;

namespace {

StepModel stepModel(const Catalog &catalog, const char *modelId, const char *gpuId, NumberFormat format, const Layout &layout, const char *engine = "vllm")
{
    const Model &model = *catalog.findModel(modelId);
    return *StepModel::make(shapeOf(model.architecture), checkpointFormat(model, format), false, *catalog.findGpu(gpuId), *catalog.findEngine(engine), layout, 2.0, catalog.constants);
}

StepLoad decodeOf(double sequences, double context)
{
    StepLoad load;
    load.decodeSequences = sequences;
    load.contextTokens = sequences * context;
    return load;
}

} // namespace

class SizingTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    // The seed's arithmetic: all 671 billion parameters must be resident, not 67, and not the 37 active ones.
    void deepSeekV3WeighsWhatAllItsExpertsWeigh()
    {
        const auto catalog = headroom::test::shippedCatalog();
        const Model &model = *catalog->findModel("deepseek-v3");
        const ModelShape shape = shapeOf(model.architecture);
        QCOMPARE(std::lround(static_cast<double>(shape.parameters.total()) / 1e9), 671L);
        QCOMPARE(std::lround(static_cast<double>(activeParameters(model.architecture)) / 1e9), 38L);
        QCOMPARE(std::lround(weightBytes(shape, checkpointFormat(model, NumberFormat::Bf16)).total().value() / 1e9), 1342L);
        const double fp8 = weightBytes(shape, checkpointFormat(model, NumberFormat::Fp8)).total().value() / 1e9;
        QVERIFY2(fp8 > 671 && fp8 < 680, qPrintable(QString::number(fp8)));
        QVERIFY(6 * 80 < fp8);
    }

    void kvCacheOfOneToken_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<double>("bytes");
        QTest::newRow("grouped-query: 2 x 80 layers x 8 heads x 128 x 2 bytes") << "llama-3.1-70b" << 327680.0;
        QTest::newRow("multi-head: 2 x 32 x 32 x 128 x 2") << "llama-2-7b" << 524288.0;
        QTest::newRow("latent: 61 x 576 x 2") << "deepseek-v3" << 70272.0;
    }
    void kvCacheOfOneToken()
    {
        QFETCH(QString, model);
        QFETCH(double, bytes);
        const auto catalog = headroom::test::shippedCatalog();
        QCOMPARE(kvBytesPerToken(catalog->findModel(model.toStdString())->architecture, 2.0).value(), bytes);
    }

    void tensorParallelDividesGroupedHeadsButNotTheLatentCache()
    {
        const auto catalog = headroom::test::shippedCatalog();
        const ModelShape llama = shapeOf(catalog->findModel("llama-3.1-70b")->architecture);
        const ModelShape deepseek = shapeOf(catalog->findModel("deepseek-v3")->architecture);
        const auto bytes = [](const ModelShape &shape, int tp) { return kvBytesPerGpu(shape, {tp, 1, 1, 1, 1}, 2.0, 1000).value(); };
        QCOMPARE(bytes(llama, 8), bytes(llama, 1) / 8);
        QCOMPARE(bytes(llama, 16), bytes(llama, 8)); // replicated past the number of KV heads
        QCOMPARE(bytes(deepseek, 8), bytes(deepseek, 1));
    }

    void windowsCapTheCache()
    {
        const auto catalog = headroom::test::shippedCatalog();
        const ModelShape gpt = shapeOf(catalog->findModel("gpt-oss-120b")->architecture);
        const auto bytes = [&](double context) { return kvBytesPerGpu(gpt, {}, 2.0, context).value(); };
        // 18 of 36 layers look back 128 tokens: past that, a token costs half.
        QCOMPARE((bytes(2000) - bytes(1000)) / 1000, 18 * 2.0 * 8 * 64 * 2.0);
        QCOMPARE(bytes(100), 36 * 2.0 * 8 * 64 * 2.0 * 100);
    }

    void partsOfTheMemoryAddUp()
    {
        const auto catalog = headroom::test::shippedCatalog();
        for (const Gpu &gpu : catalog->gpus)
            for (const Engine &engine : catalog->engines) {
                const Model &model = *catalog->findModel("qwen3-8b");
                const ModelShape shape = shapeOf(model.architecture);
                const MemoryFit fit = fitMemory(shape, weightBytes(shape, checkpointFormat(model, NumberFormat::Bf16)), gpu, engine, {}, 2.0, 800);
                const MemoryUse &use = fit.use;
                QVERIFY(std::abs((use.weights + use.kvCache + use.reserved + use.free - use.total).value()) < 1.0);
                QCOMPARE(fit.fits, fit.use.kvCache.value() > 0);
            }
    }

    void aStepIsItsParts()
    {
        const auto catalog = headroom::test::shippedCatalog();
        const StepModel model = stepModel(*catalog, "deepseek-v3", "h200-sxm", NumberFormat::Fp8, {8, 1, 1, 1, 1});
        StepLoad load = decodeOf(64, 800);
        load.prefillTokens = 500;
        load.prefillPairs = 500 * 250;
        const StepTime step = model.detail(load).sum();
        const Seconds parts = step.gemm + step.attention + step.experts + step.head + step.communication + step.fixed + step.host;
        QVERIFY(std::abs((parts - step.total).value()) < 1e-12);
        QCOMPARE(step.total, model.time(load));
    }

    // One sequence reads every weight once: the step cannot be faster than the bandwidth, nor many times slower.
    void aSmallBatchIsBoundByBandwidth()
    {
        const auto catalog = headroom::test::shippedCatalog();
        const StepModel model = stepModel(*catalog, "llama-3.1-70b", "h200-sxm", NumberFormat::Fp8, {1, 1, 1, 1, 1});
        const double step = model.time(decodeOf(1, 500)).value();
        const double floor = 70.6e9 / 4.8e12;
        QVERIFY2(step > floor && step < 1.8 * floor, qPrintable(QString::number(step)));
    }

    void moreWorkTakesLonger()
    {
        const auto catalog = headroom::test::shippedCatalog();
        for (const char *id : {"llama-3.1-8b", "deepseek-v3.2", "gpt-oss-120b", "qwen3.5-397b-a17b", "llama-4-maverick", "gemma-3-27b"}) {
            const StepModel model = stepModel(*catalog, id, "b200-sxm", NumberFormat::Bf16, {8, 1, 1, 1, 1});
            double last = 0;
            for (const double batch : {1.0, 4.0, 16.0, 64.0, 256.0, 1024.0}) {
                const double step = model.time(decodeOf(batch, 2000)).value();
                QVERIFY2(step > last, id);
                QVERIFY(model.time(decodeOf(batch, 4000)).value() >= step);
                last = step;
            }
        }
    }

    void aGpuWithoutTheRateIsRefused()
    {
        const auto catalog = headroom::test::shippedCatalog();
        const Model &model = *catalog->findModel("qwen3-8b");
        const auto made = StepModel::make(shapeOf(model.architecture), checkpointFormat(model, NumberFormat::Fp8), false, *catalog->findGpu("a100-80gb-sxm"),
                                          *catalog->findEngine("vllm"), {}, 2.0, catalog->constants);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Unsupported);
    }
};

QTEST_APPLESS_MAIN(SizingTest)
#include "tst_sizing.moc"
