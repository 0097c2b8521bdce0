// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog_fixture.h"
#include "support/test_case.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace headroom::core;
using headroom::test::contentOf;
using headroom::test::shippedCatalog;

namespace {

// A whole valid GPU and model, of which tests change one place.
const char kGpu[] = R"({"id":"x1","name":"X1","vendor":"Acme","architecture":"Hopper","memory_gb":80,"memory_bandwidth_gbps":3350,"dense_tflops":{"bf16":989},
"interconnect":{"kind":"nvlink","name":"NVLink4","gbps_per_direction":450,"domain":8},"source":{"text":"test","as_of":"2026-11-01"}})";
const char kModel[] = R"({"id":"m1","name":"M1","architecture":{"hidden":64,"vocab":256,"groups":[{"count":2,
"attention":{"type":"grouped","heads":4,"kv_heads":2,"head_dim":16},"ffn":{"type":"dense","intermediate":128}}]},"native_format":"bf16","source":{"text":"test"}})";
const char kOffer[] = R"({"provider":"acme","region":"r1","instance":"i1","gpu":"h100","gpus":8,"currency":"USD","price":{"ondemand":"12.50"},"source":{"text":"test","as_of":"2026-11-20"}})";

QByteArray list(const char *key, const QByteArray &entry)
{
    return QByteArray("{\"") + key + "\":[" + entry + "]}";
}

} // namespace

class CatalogLoaderTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void mistakesNameTheirField_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *key, QByteArray entry, const char *was, const char *is, const char *field, ErrorCode code = ErrorCode::BadValue) {
            if (!entry.contains(was))
                qFatal("%s: nothing to change", name);
            QTest::newRow(name) << list(key, entry.replace(was, is)) << QString::fromLatin1(field) << static_cast<int>(code);
        };
        row("wrong type", "gpus", kGpu, "\"memory_gb\":80", "\"memory_gb\":\"80\"", "gpus[0].memory_gb");
        row("out of range", "gpus", kGpu, "\"memory_gb\":80", "\"memory_gb\":-1", "gpus[0].memory_gb");
        row("missing", "gpus", kGpu, "\"memory_bandwidth_gbps\":3350,", "", "gpus[0].memory_bandwidth_gbps");
        row("null counts as missing", "gpus", kGpu, "\"memory_bandwidth_gbps\":3350", "\"memory_bandwidth_gbps\":null", "gpus[0].memory_bandwidth_gbps");
        row("unknown field", "gpus", kGpu, "\"vendor\"", "\"colour\":1,\"vendor\"", "gpus[0].colour", ErrorCode::UnknownField);
        row("unknown format", "gpus", kGpu, "\"bf16\":989", "\"fp6\":989", "gpus[0].dense_tflops.fp6", ErrorCode::UnknownField);
        row("nested", "gpus", kGpu, "\"nvlink\"", "\"string\"", "gpus[0].interconnect.kind");
        row("id with spaces", "gpus", kGpu, "\"x1\"", "\"x 1\"", "gpus[0].id");
        row("id that is a path", "models", kModel, "\"m1\"", "\"../m1\"", "models[0].id");
        row("empty id", "models", kModel, "\"m1\"", "\"\"", "models[0].id");
        row("fraction of a layer", "models", kModel, "\"count\":2", "\"count\":2.5", "models[0].architecture.groups[0].count");
        row("no layers", "models", kModel, "\"count\":2", "\"count\":0", "models[0].architecture.groups[0].count");
        row("heads that do not divide", "models", kModel, "\"kv_heads\":2", "\"kv_heads\":3", "models[0].architecture");
        row("unknown attention", "models", kModel, "\"grouped\"", "\"quantum\"", "models[0].architecture.groups[0].attention.type");
        row("unknown native format", "models", kModel, "\"native_format\":\"bf16\"", "\"native_format\":\"fp6\"", "models[0].native_format");
        row("list for an object", "models", kModel, "{\"type\":\"dense\",\"intermediate\":128}", "[]", "models[0].architecture.groups[0].ffn");
        row("price as number", "offers", kOffer, "\"12.50\"", "12.5", "offers[0].price.ondemand");
        row("price of zero", "offers", kOffer, "\"12.50\"", "\"0\"", "offers[0].price.ondemand");
        row("price with exponent", "offers", kOffer, "\"12.50\"", "\"1e3\"", "offers[0].price.ondemand");
        row("no price", "offers", kOffer, "\"ondemand\":\"12.50\"", "", "offers[0].price");
        row("unknown currency", "offers", kOffer, "\"USD\"", "\"JPY\"", "offers[0].currency");
        row("unknown GPU", "offers", kOffer, "\"h100\"", "\"h900\"", "offers[0].gpu", ErrorCode::UnknownId);
        QTest::newRow("not a list") << QByteArray(R"({"gpus":{}})") << "gpus" << static_cast<int>(ErrorCode::BadValue);
        QTest::newRow("entry that is no object") << QByteArray(R"({"models":[7]})") << "models[0]" << static_cast<int>(ErrorCode::BadValue);
        QTest::newRow("unknown list") << QByteArray(R"({"cpus":[]})") << "cpus" << static_cast<int>(ErrorCode::UnknownField);
        QTest::newRow("twice in one file") << QByteArray("{\"gpus\":[") + kGpu + "," + kGpu + "]}" << "gpus[1].id" << static_cast<int>(ErrorCode::BadValue);
        QTest::newRow("offer twice in one file") << QByteArray("{\"offers\":[") + kOffer + "," + kOffer + "]}" << "offers[1]" << static_cast<int>(ErrorCode::BadValue);
        QTest::newRow("key twice in one object") << QByteArray(R"({"gpus":[],"gpus":[]})") << "gpus" << static_cast<int>(ErrorCode::BadValue);
        QTest::newRow("rate of zero") << QByteArray(R"({"exchange_rates":[{"from":"USD","to":"CNY","rate":"0"}]})") << "exchange_rates[0].rate" << static_cast<int>(ErrorCode::BadValue);
    }
    void mistakesNameTheirField()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, field);
        QFETCH(int, code);
        const auto catalog = withOverlayText(*shippedCatalog(), std::string_view(text.constData(), static_cast<std::size_t>(text.size())), "mine.json");
        QVERIFY(!catalog.has_value());
        QCOMPARE(QString::fromStdString(catalog.error().field), field);
        QCOMPARE(static_cast<int>(catalog.error().code), code);
        QCOMPARE(catalog.error().file, std::string("mine.json"));
        QVERIFY(!catalog.error().detail.empty());
    }

    void textThatIsNotJsonNamesTheLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("code");
        QTest::newRow("cut off") << QByteArray("{\n\"gpus\": [\n") << 3 << static_cast<int>(ErrorCode::Syntax);
        QTest::newRow("stray comma") << QByteArray("{\n\"gpus\": [],\n}") << 3 << static_cast<int>(ErrorCode::Syntax);
        QTest::newRow("empty") << QByteArray() << 1 << static_cast<int>(ErrorCode::Syntax);
        QTest::newRow("not UTF-8") << QByteArray("{\"comment\":\"\xff\"}") << 1 << static_cast<int>(ErrorCode::Syntax);
        QTest::newRow("number too large") << QByteArray("{\"gpus\":1e999}") << 0 << static_cast<int>(ErrorCode::Syntax);
        QTest::newRow("too deep") << QByteArray("{\"gpus\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}") << 0 << static_cast<int>(ErrorCode::TooLarge);
        QTest::newRow("another kind of document") << QByteArray("[]") << 0 << static_cast<int>(ErrorCode::BadValue);
    }
    void textThatIsNotJsonNamesTheLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(int, code);
        const auto catalog = withOverlayText(*shippedCatalog(), std::string_view(text.constData(), static_cast<std::size_t>(text.size())), "mine.json");
        QVERIFY(!catalog.has_value());
        QCOMPARE(static_cast<int>(catalog.error().code), code);
        QCOMPARE(catalog.error().line, line);
    }

    void anOverlayReplacesAndAdds()
    {
        const Catalog &base = *shippedCatalog();
        const QByteArray text = "{\"gpus\":[" + QByteArray(kGpu) + "," + QByteArray(kGpu).replace("\"x1\"", "\"l40s\"").replace("\"X1\"", "\"L40S by me\"") + "],\"models\":[" + kModel + "],\"offers\":["
            + QByteArray(kOffer) + "]}";
        const auto catalog = withOverlayText(base, text.constData(), "/some/where/mine.json");
        QVERIFY2(catalog.has_value(), catalog ? "" : catalog.error().detail.c_str());
        QCOMPARE(catalog->gpus.size(), base.gpus.size() + 1);
        QCOMPARE(catalog->models.size(), base.models.size() + 1);
        QCOMPARE(catalog->offers.size(), base.offers.size() + 1);
        QCOMPARE(catalog->findGpu("l40s")->name, std::string("L40S by me"));
        QCOMPARE(catalog->offers.back().gpu, base.findGpu("h100")->id); // aliases become ids
        QCOMPARE(catalog->version, base.version + "+mine");
        QCOMPARE(catalog->pricesAsOf, std::max(base.pricesAsOf, std::string("2026-11-20")));
        QVERIFY(std::ranges::is_sorted(catalog->models, {}, &Model::id) && std::ranges::is_sorted(catalog->gpus, {}, &Gpu::id));

        // The same file again changes nothing but the version.
        const auto again = withOverlayText(*catalog, text.constData(), "mine.json");
        QVERIFY(again.has_value());
        QCOMPARE(again->offers, catalog->offers);
        QCOMPARE(again->models, catalog->models);
    }

    void theBaseStaysAsItWas()
    {
        const Catalog before = *shippedCatalog();
        QVERIFY(!withOverlayText(before, "{\"gpus\":[{\"id\":\"h100-sxm\"}]}", "mine.json").has_value());
        QCOMPARE(before, *shippedCatalog());
    }

    void everyModelReturnsFromItsJson()
    {
        for (const Model &model : shippedCatalog()->models) {
            const auto back = withOverlayText(Catalog{}, "{\"models\":[" + modelToJson(model) + "]}", "one");
            QVERIFY2(back.has_value(), back ? "" : back.error().detail.c_str());
            QCOMPARE(back->models.size(), std::size_t(1));
            QVERIFY2(back->models.front() == model, model.id.c_str());
        }
    }

    void filesThatCannotBeReadAreTold()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const auto missing = loadCatalog(path);
        QVERIFY(!missing.has_value());
        QCOMPARE(static_cast<int>(missing.error().code), static_cast<int>(ErrorCode::NotFound));
        QVERIFY(missing.error().file.ends_with("models.json"));
        const auto isFolder = withOverlay(*shippedCatalog(), path);
        QVERIFY(!isFolder.has_value());
        QCOMPARE(static_cast<int>(isFolder.error().code), static_cast<int>(ErrorCode::Unreadable));
    }
};

QTEST_APPLESS_MAIN(CatalogLoaderTest)
#include "tst_catalog_loader.moc"
