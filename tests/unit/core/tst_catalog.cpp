// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog_fixture.h"
#include "support/test_case.h"

#include <core/catalog/parameters.h>

#include <algorithm>
#include <map>
#include <set>

using namespace headroom::core;
using headroom::test::contentOf;
using headroom::test::shippedCatalog;

namespace {

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

// Every id and alias of the entries, with the id that it belongs to; a double one fails.
template<class Entry>
void checkNames(const std::vector<Entry> &entries)
{
    std::map<std::string, std::string> owner;
    for (const Entry &entry : entries) {
        std::vector<std::string> names = entry.aliases;
        names.push_back(entry.id);
        names.push_back(entry.name);
        for (const std::string &name : names) {
            const auto [place, isNew] = owner.emplace(lower(name), entry.id);
            QVERIFY2(isNew || place->second == entry.id, (name + " is a name of " + entry.id + " and of " + place->second).c_str());
        }
    }
}

bool hasSource(const Source &source)
{
    return source.text.size() > 10 && !source.asOf.empty();
}

} // namespace

class CatalogTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto &catalog = shippedCatalog();
        QVERIFY2(catalog.has_value(), catalog ? "" : (catalog.error().file + ": " + catalog.error().detail).c_str());
    }

    void holdsEveryIdOfTheContract()
    {
        const QByteArray list = contentOf(QStringLiteral(HEADROOM_SHARED_DATA "/facts/ids.csv"));
        if (list.isEmpty())
            QSKIP("facts/ids.csv is not on this machine");
        int checked = 0;
        for (const QByteArray &line : list.split('\n')) {
            const QList<QByteArray> cells = line.trimmed().split(',');
            if (cells.size() < 2 || cells[0] == "kind")
                continue;
            const std::string id = cells[1].toStdString();
            const std::string upper = cells[1].toUpper().toStdString();
            bool known = false;
            if (cells[0] == "model")
                known = shippedCatalog()->findModel(id) && shippedCatalog()->findModel(upper) == shippedCatalog()->findModel(id) && shippedCatalog()->findModel(id)->id == id;
            else if (cells[0] == "gpu")
                known = shippedCatalog()->findGpu(id) && shippedCatalog()->findGpu(upper) == shippedCatalog()->findGpu(id) && shippedCatalog()->findGpu(id)->id == id;
            else if (cells[0] == "engine")
                known = shippedCatalog()->findEngine(id) && shippedCatalog()->findEngine(upper) == shippedCatalog()->findEngine(id);
            else if (cells[0] == "format")
                known = parseFormat(id) && parseFormat(upper);
            QVERIFY2(known, line.constData());
            ++checked;
        }
        QVERIFY(checked > 80);
    }

    void knowsCommonSpellings_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        QTest::newRow("H100") << "H100" << "h100-sxm";
        QTest::newRow("a100-80gb") << "A100-80GB" << "a100-80gb-sxm";
        QTest::newRow("RTX 4090") << "rtx 4090" << "rtx-4090";
        QTest::newRow("MI300X") << "MI300X" << "mi300x";
        QTest::newRow("repository") << "deepseek-ai/DeepSeek-V3" << "deepseek-v3";
        QTest::newRow("instruct") << "meta-llama/Llama-3.1-8B-Instruct" << "llama-3.1-8b";
        QTest::newRow("quantized copy") << "Qwen/Qwen3-235B-A22B-FP8" << "qwen3-235b-a22b";
        QTest::newRow("display name") << "H100 SXM" << "h100-sxm";
        QTest::newRow("as the driver reports it") << "NVIDIA A100-SXM4-80GB" << "a100-80gb-sxm";
        QTest::newRow("engine") << "TensorRT-LLM" << "trtllm";
    }
    void knowsCommonSpellings()
    {
        QFETCH(QString, name);
        QFETCH(QString, id);
        const std::string text = name.toStdString();
        const Catalog &catalog = *shippedCatalog();
        const Model *model = catalog.findModel(text);
        const Gpu *gpu = catalog.findGpu(text);
        const Engine *engine = catalog.findEngine(text);
        QCOMPARE(QString::fromStdString(model ? model->id : gpu ? gpu->id : engine ? engine->id : std::string()), id);
    }

    void everyNameBelongsToOneEntry()
    {
        checkNames(shippedCatalog()->models);
        checkNames(shippedCatalog()->gpus);
        checkNames(shippedCatalog()->engines);
    }

    void unknownNamesAreNotFound()
    {
        QVERIFY(!shippedCatalog()->findModel("deepseek"));
        QVERIFY(!shippedCatalog()->findGpu(""));
        QVERIFY(!shippedCatalog()->findEngine("vllm2"));
    }

    void everyFactNamesSourceAndDate()
    {
        const Catalog &catalog = *shippedCatalog();
        for (const Model &model : catalog.models) {
            QVERIFY2(hasSource(model.source), model.id.c_str());
            for (const CheckpointFormat &format : model.formats)
                QVERIFY2(!format.source.text.empty(), model.id.c_str());
        }
        for (const Gpu &gpu : catalog.gpus) {
            QVERIFY2(hasSource(gpu.source), gpu.id.c_str());
            QVERIFY2(!gpu.purchasePrice || hasSource(gpu.purchaseSource), gpu.id.c_str());
        }
        for (const Engine &engine : catalog.engines) {
            QVERIFY2(hasSource(engine.source), engine.id.c_str());
            for (const SupportEntry &entry : engine.support)
                QVERIFY2(hasSource(entry.source), (engine.id + " " + entry.gpuArchitecture).c_str());
        }
        for (const Offer &offer : catalog.offers)
            QVERIFY2(hasSource(offer.source), (offer.provider + " " + offer.instance).c_str());
        for (const ExchangeRate &rate : catalog.exchangeRates)
            QVERIFY(hasSource(rate.source) && rate.source.confidence == "low");
        QVERIFY(!catalog.version.empty() && catalog.oldestPriceAsOf < catalog.pricesAsOf);
    }

    // A pair that is left out would read as "not supported" without a reason.
    void supportIsStatedForEveryGenerationAndFormat()
    {
        std::set<std::string> generations;
        for (const Gpu &gpu : shippedCatalog()->gpus)
            generations.insert(gpu.architecture);
        for (const Engine &engine : shippedCatalog()->engines)
            for (const std::string &generation : generations)
                for (const NumberFormat format : kNumberFormats) {
                    const auto matches = [&](const SupportEntry &e) { return e.gpuArchitecture == generation && e.format == format; };
                    QVERIFY2(std::ranges::count_if(engine.support, matches) == 1, (engine.id + " " + generation + " " + std::string(formatId(format))).c_str());
                }
    }

    void supportFollowsTheArithmetic_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("gpu");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("support");
        const int native = static_cast<int>(FormatSupport::Native), weights = static_cast<int>(FormatSupport::WeightOnly), none = static_cast<int>(FormatSupport::None);
        QTest::newRow("fp8 on A100 is weights only") << "vllm" << "a100-80gb-sxm" << "fp8" << weights;
        QTest::newRow("no fp8 on A100 with TensorRT-LLM") << "trtllm" << "a100-80gb-sxm" << "fp8" << none;
        QTest::newRow("int8 on A100") << "vllm" << "a100-80gb-sxm" << "int8" << native;
        QTest::newRow("fp8 on L40S") << "vllm" << "l40s" << "fp8" << native;
        QTest::newRow("fp8 on H100") << "sglang" << "h100-sxm" << "fp8" << native;
        QTest::newRow("fp4 on H100 is weights only") << "vllm" << "h100-sxm" << "fp4" << weights;
        QTest::newRow("fp4 on B200") << "trtllm" << "b200-sxm" << "fp4" << native;
        QTest::newRow("no int8 on B200") << "vllm" << "b200-sxm" << "int8" << none;
        QTest::newRow("no int8 on B300") << "sglang" << "b300-sxm" << "int8" << none;
        QTest::newRow("fp8 on MI300X") << "vllm" << "mi300x" << "fp8" << native;
        QTest::newRow("TensorRT-LLM not on AMD") << "trtllm" << "mi300x" << "bf16" << none;
        QTest::newRow("16 bits on V100") << "vllm" << "v100-32gb-sxm" << "bf16" << native;
        QTest::newRow("int8 on Ascend") << "vllm" << "ascend-910b" << "int8" << native;
    }
    void supportFollowsTheArithmetic()
    {
        QFETCH(QString, engine);
        QFETCH(QString, gpu);
        QFETCH(QString, format);
        QFETCH(int, support);
        const Engine *e = shippedCatalog()->findEngine(engine.toStdString());
        const Gpu *g = shippedCatalog()->findGpu(gpu.toStdString());
        QVERIFY(e && g);
        const NumberFormat f = *parseFormat(format.toStdString());
        const auto entry = std::ranges::find_if(e->support, [&](const SupportEntry &s) { return s.gpuArchitecture == g->architecture && s.format == f; });
        QVERIFY(entry != e->support.end());
        QCOMPARE(static_cast<int>(entry->support), support);
        // What is computed natively has a rate to compute with.
        if (entry->support == FormatSupport::Native)
            QVERIFY(g->denseRates.contains(f));
    }

    void nativeFormatsHaveRates()
    {
        for (const Engine &engine : shippedCatalog()->engines)
            for (const SupportEntry &entry : engine.support)
                for (const Gpu &gpu : shippedCatalog()->gpus)
                    if (entry.support == FormatSupport::Native && gpu.architecture == entry.gpuArchitecture)
                        QVERIFY2(gpu.denseRates.contains(entry.format), (engine.id + " " + gpu.id + " " + std::string(formatId(entry.format))).c_str());
    }

    // Values that peers or vendors' headlines get wrong.
    void gpuFactsAreDenseAndOneWay()
    {
        const Catalog &catalog = *shippedCatalog();
        const Gpu &h100 = *catalog.findGpu("h100-sxm");
        QCOMPARE(h100.denseRates.at(NumberFormat::Bf16).value(), 989e12);
        QCOMPARE(h100.denseRates.at(NumberFormat::Fp8).value(), 1979e12);
        QVERIFY(!h100.denseRates.contains(NumberFormat::Fp4));
        QCOMPARE(h100.memoryBandwidth.value(), 3350e9);
        QCOMPARE(h100.interconnect->perDirection.value(), 450e9);
        QCOMPARE(h100.interconnect->domain, 8);
        const Gpu &a100 = *catalog.findGpu("a100-80gb-sxm");
        QVERIFY(!a100.denseRates.contains(NumberFormat::Fp8));
        QCOMPARE(a100.memoryBandwidth.value(), 2039e9);
        QCOMPARE(catalog.findGpu("gb200")->interconnect->domain, 72);
        QCOMPARE(catalog.findGpu("a100-80gb-pcie")->interconnect->domain, 2);
        QVERIFY(!catalog.findGpu("l40s")->interconnect);
        QCOMPARE(catalog.findGpu("h800-sxm")->interconnect->perDirection.value(), 200e9);
        QCOMPARE(catalog.findGpu("b300-sxm")->denseRates.at(NumberFormat::Int8).value(), 153.5e12);
        QVERIFY(catalog.findGpu("ascend-910b")->source.confidence == "low");
        for (const Gpu &gpu : catalog.gpus)
            QVERIFY2(gpu.memory().value() <= gpu.memoryLabel.value() * 1.08 && gpu.memory().value() > gpu.memoryLabel.value() * 0.9, gpu.id.c_str());
    }

    void offersAreManyPricedAndDated()
    {
        const Catalog &catalog = *shippedCatalog();
        std::set<std::string> providers, regions, currencies;
        std::size_t priced = 0;
        for (const Offer &offer : catalog.offers) {
            providers.insert(offer.provider);
            regions.insert(offer.provider + "/" + offer.region);
            const Gpu *gpu = catalog.findGpu(offer.gpu);
            QVERIFY2(gpu && gpu->id == offer.gpu, offer.gpu.c_str());
            for (const Commitment commitment : kCommitments)
                if (const auto &price = offer.price(commitment)) {
                    ++priced;
                    currencies.insert(std::string(currencyCode(price->currency())));
                    // A price per GPU and hour outside of this is a slip of the decimal point or a node's price for a card.
                    const double dollars = price->toDouble() / (price->currency() == Currency::CNY ? 7.2 : 1.0) / offer.gpus;
                    QVERIFY2(dollars > 0.03 && dollars < 30, (offer.provider + " " + offer.instance).c_str());
                }
        }
        QVERIFY(priced >= 200);
        QVERIFY(providers.size() >= 8);
        QVERIFY(regions.size() >= 15);
        QVERIFY(currencies.contains("CNY") && currencies.contains("USD"));
    }

    void chineseCloudsKeepTheirCurrency()
    {
        const auto gn7e = std::ranges::find_if(shippedCatalog()->offers, [](const Offer &o) { return o.instance == "ecs.gn7e-c16g1.4xlarge" && o.region == "cn-beijing"; });
        QVERIFY(gn7e != shippedCatalog()->offers.end());
        QCOMPARE(gn7e->onDemand->currency(), Currency::CNY);
        QCOMPARE(gn7e->onDemand->toDecimalString(4), std::string("34.7420"));
    }
};

QTEST_APPLESS_MAIN(CatalogTest)
#include "tst_catalog.moc"
