// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/catalog/parameters.h>
#include <core/sizing/efficiency.h>

#include <cmath>

using namespace headroom::core;

namespace {

ConstantTraits traits(const char *gpu, const char *version, const char *model = "llama-3.1-70b")
{
    const Catalog &catalog = *headroom::test::shippedCatalog();
    const Model &m = *catalog.findModel(model);
    return traitsOf(shapeOf(m.architecture), checkpointFormat(m, NumberFormat::Fp8), false, *catalog.findGpu(gpu), *catalog.findEngine("vllm"), version, {4, 1, 1, 1, 1}, 2.0);
}

} // namespace

class ConstantsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void whatIsWrittenReadsBackEqual()
    {
        const Catalog &catalog = *headroom::test::shippedCatalog();
        const auto again = withOverlayText(catalog, constantsToJson(catalog.constants), "again.json");
        QVERIFY(again);
        QVERIFY(again->constants == catalog.constants);
    }

    void anOverlayChangesOnlyTheConstantsThatItNames()
    {
        const Catalog &catalog = *headroom::test::shippedCatalog();
        const auto calibrated = withOverlayText(catalog, R"({"constants":{"version":"mine","values":{"layer_us":{"base":50,"offsets":[{"by":["gpu"],"keys":{"h100-sxm":0.1}}]}}}})",
                                                "mine.json");
        QVERIFY(calibrated);
        QCOMPARE(calibrated->constants.version, std::string("mine"));
        QVERIFY(std::abs(calibrated->constants[Constant::Layer].at(traits("h100-sxm", "")) - 50 * std::exp(0.1)) < 1e-9);
        QCOMPARE(calibrated->constants[Constant::Layer].at(traits("h200-sxm", "")), 50.0);
        QVERIFY(calibrated->constants[Constant::GemmCompute] == catalog.constants[Constant::GemmCompute]);
        QVERIFY(calibrated->constants.bands == catalog.constants.bands);
        // The name of the calibration follows the values, not only the version that is stated.
        QVERIFY(catalog.calibration.starts_with(catalog.constants.version + "-"));
        QVERIFY(calibrated->calibration.starts_with("mine-"));
        const auto again = withOverlayText(catalog, R"({"constants":{"version":"mine","values":{"layer_us":{"base":51}}}})", "mine.json");
        QVERIFY(again && again->calibration.starts_with("mine-") && again->calibration != calibrated->calibration);
        const auto pricesOnly = withOverlayText(catalog, R"({"exchange_rates":[]})", "p.json");
        QVERIFY(pricesOnly);
        QCOMPARE(pricesOnly->calibration, catalog.calibration);
    }

    void badConstantsAreRefusedWithTheirField_data()
    {
        QTest::addColumn<QString>("constants");
        QTest::addColumn<QString>("field");
        QTest::newRow("no version") << R"({"values":{}})" << "constants.version";
        QTest::newRow("unknown constant") << R"({"version":"x","values":{"speed":{"base":1}}})" << "constants.values.speed";
        QTest::newRow("negative base") << R"({"version":"x","values":{"layer_us":{"base":-1}}})" << "constants.values.layer_us.base";
        QTest::newRow("a model's name is no key") << R"({"version":"x","values":{"layer_us":{"base":1,"offsets":[{"by":["model"],"keys":{}}]}}})" << "constants.values.layer_us.offsets[0].by";
        QTest::newRow("wild offset") << R"({"version":"x","values":{"layer_us":{"base":1,"offsets":[{"by":["gpu"],"keys":{"h20":99}}]}}})"
                                     << "constants.values.layer_us.offsets[0].keys.h20";
        QTest::newRow("no keys") << R"({"version":"x","values":{"layer_us":{"base":1,"offsets":[{"by":["gpu"]}]}}})" << "constants.values.layer_us.offsets[0].keys";
        QTest::newRow("not an object") << R"([1])" << "constants";
    }
    void badConstantsAreRefusedWithTheirField()
    {
        QFETCH(QString, constants);
        QFETCH(QString, field);
        const auto catalog = withOverlayText(*headroom::test::shippedCatalog(), "{\"constants\":" + constants.toStdString() + "}", "bad.json");
        QVERIFY(!catalog);
        QCOMPARE(QString::fromStdString(catalog.error().field), field);
    }

    void modelsOfOneShapeHaveOneSetOfConstants()
    {
        const ConstantTraits a = traits("h100-sxm", "0.19.0");
        const ConstantTraits b = traits("h100-sxm", "0.19.0", "deepseek-r1-distill-llama-70b");
        QVERIFY(a.parts == b.parts);
    }

    void shippedConstantsArePhysical()
    {
        const Catalog &catalog = *headroom::test::shippedCatalog();
        for (const Gpu &gpu : catalog.gpus)
            for (const Engine &engine : catalog.engines) {
                const Model &model = *catalog.findModel("deepseek-v3");
                const Efficiency e = efficiencyFor(catalog.constants, traitsOf(shapeOf(model.architecture), checkpointFormat(model, NumberFormat::Fp8), false, gpu, engine, "", {8, 1, 8, 1, 1}, 1.0));
                for (const double share : {e.gemmCompute, e.gemmBandwidth, e.expertCompute, e.expertBandwidth, e.decodeAttention, e.prefillAttention, e.linkShare, e.kvUsable})
                    QVERIFY2(share > 0.01 && share <= 1.5, gpu.id.c_str());
                QVERIFY2(e.layerMicroseconds > 1 && e.layerMicroseconds < 1000, gpu.id.c_str());
            }
    }

    // A replica that spans servers goes over the network, whatever stands inside them.
    void linksFollowTheNumberOfRanks()
    {
        const Catalog &catalog = *headroom::test::shippedCatalog();
        const Gpu &h100 = *catalog.findGpu("h100-sxm");
        QCOMPARE(linkFor(h100, 8).kind, Interconnect::Kind::NvLink);
        QVERIFY(linkFor(h100, 16).network);
        QCOMPARE(linkFor(h100, 16).perDirection.value(), 50e9);
        const Gpu &l40s = *catalog.findGpu("l40s");
        QCOMPARE(linkFor(l40s, 4).kind, Interconnect::Kind::Pcie);
        QCOMPARE(linkFor(l40s, 4).perDirection.value(), 32e9);
        QVERIFY(linkFor(l40s, 16).perDirection < linkFor(l40s, 4).perDirection);
        QVERIFY(!linkFor(*catalog.findGpu("gb200"), 32).network);
    }
};

QTEST_APPLESS_MAIN(ConstantsTest)
#include "tst_constants.moc"
