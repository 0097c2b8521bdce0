// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <present/i18n/language.h>
#include <present/library/price_importer.h>
#include <present/library/price_preview_model.h>
#include <present/texts/price_texts.h>
#include <present/texts/scenario_texts.h>

#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace headroom;
using namespace headroom::present;

// A price list is read beside the GUI thread and shown line by line.
class PriceImporterTest : public headroom::test::TestCase {
Q_OBJECT

private:
    static QString written(const QTemporaryDir &folder, const QByteArray &content)
    {
        const QString path = folder.filePath(QStringLiteral("own.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return path;
    }

private slots:
    void aFileBecomesAPreview()
    {
        const QTemporaryDir folder;
        PriceImporter importer;
        QSignalSpy ready(&importer, &PriceImporter::ready);
        QSignalSpy progressed(&importer, &PriceImporter::progressed);
        importer.read(written(folder, "provider,instance,gpu,gpus,currency,price\nmyhost,HGX,h100-sxm,8,USD,20\nmyhost,x,h900,8,USD,1\n"), test::shippedCatalog());
        QVERIFY(importer.isReading());
        QVERIFY(ready.wait());
        QVERIFY(!importer.isReading());
        QCOMPARE(progressed.last().first().toDouble(), 1.0);
        const auto preview = ready.first().first().value<PricePreviewPtr>();
        QCOMPARE(preview->sourceName, std::string("own.csv"));
        PricePreviewModel model;
        model.setPreview(preview);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, PricePreviewModel::What).data().toString(), QStringLiteral("New"));
        QCOMPARE(model.index(0, PricePreviewModel::Offer).data().toString(), QStringLiteral("myhost HGX"));
        QVERIFY(model.index(0, PricePreviewModel::After).data().toString().contains(QStringLiteral("20")));
        QVERIFY(model.index(1, PricePreviewModel::Remark).data().toString().contains(QStringLiteral("h900")));
        model.setPreview(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void aFailureIsTold_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        QTest::newRow("prose") << QByteArray("Dear Sir or Madam") << int(core::ErrorCode::Syntax);
        QTest::newRow("whose?") << QByteArray("InstanceType,AcceleratorName,AcceleratorCount,Price,Region\nx,H100,8,20,eu\n") << int(core::ErrorCode::BadValue);
    }
    void aFailureIsTold()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, code);
        const QTemporaryDir folder;
        PriceImporter importer;
        QSignalSpy failed(&importer, &PriceImporter::failed);
        importer.read(written(folder, content), test::shippedCatalog());
        QVERIFY(failed.wait());
        const auto error = failed.first().first().value<core::Error>();
        QCOMPARE(int(error.code), code);
        QVERIFY(PriceTexts::failed(error).startsWith(QStringLiteral("own.csv")));
        importer.read(folder.filePath(QStringLiteral("nowhere.csv")), test::shippedCatalog());
        QVERIFY(failed.wait());
        QCOMPARE(failed.last().first().value<core::Error>().code, core::ErrorCode::NotFound);
    }

    void readingIsCancelled()
    {
        const QTemporaryDir folder;
        PriceImporter importer;
        QSignalSpy failed(&importer, &PriceImporter::failed);
        QSignalSpy ready(&importer, &PriceImporter::ready);
        importer.read(written(folder, "provider,instance,gpu,gpus,currency,price\n" + QByteArray("myhost,HGX,h100-sxm,8,USD,20\n").repeated(400'000)), test::shippedCatalog());
        importer.cancel();
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<core::Error>().code, core::ErrorCode::Cancelled);
        QVERIFY(ready.isEmpty());
    }

    // Every id that the core may send has a sentence in both languages.
    void everyRemarkHasASentence()
    {
        Language language;
        for (const QString &id : Language::ids()) {
            language.select(id);
            QStringList sentences;
            for (int skip = 0; skip <= int(core::PriceSkip::NoPartner); ++skip)
                sentences << PriceTexts::remark({1, 1, std::string(core::priceSkipId(core::PriceSkip(skip))), {}, "REASON", {"x"}});
            for (int doubt = 0; doubt <= int(core::PriceDoubt::OlderThanKnown); ++doubt)
                sentences << PriceTexts::remark({1, 1, std::string(core::priceDoubtId(core::PriceDoubt(doubt))), {}, "REASON", {"x"}});
            for (const QString &sentence : sentences)
                QVERIFY2(!sentence.isEmpty() && !sentence.contains(QStringLiteral("REASON")) && !sentence.contains(QStringLiteral("%1")), qPrintable(sentence));
            QCOMPARE(QSet<QString>(sentences.begin(), sentences.end()).size(), sentences.size());
        }
        language.select(QStringLiteral("en"));
    }

    void anApprovalIsComparedWithToday()
    {
        db::Baseline baseline;
        baseline.revision = 3;
        baseline.catalogVersion = "2026.11.1";
        core::BaselineReview review;
        review.approved.gpu = "h100-sxm";
        review.approved.gpus = 8;
        review.approved.monthly = core::Money(core::Currency::USD, 40'000'000'000);
        QVERIFY(ScenarioTexts::approval(baseline, review).contains(QStringLiteral("no price")));
        review.sameFleetNow = review.approved;
        QVERIFY(ScenarioTexts::approval(baseline, review).contains(QStringLiteral("the same")));
        review.sameFleetNow->monthly = core::Money(core::Currency::USD, 30'000'000'000);
        QVERIFY(ScenarioTexts::approval(baseline, review).contains(QStringLiteral("−25")));
        review.sameFleetNow->monthly = core::Money(core::Currency::USD, 50'000'000'000);
        QVERIFY(ScenarioTexts::approval(baseline, review).contains(QStringLiteral("+25")));
        QVERIFY(!ScenarioTexts::approval(baseline, review).contains(QStringLiteral("best plan")));
        review.recommendedNow = review.approved;
        review.recommendedNow->gpu = "h200-sxm";
        QVERIFY(ScenarioTexts::approval(baseline, review).contains(QStringLiteral("best plan")));
    }
};

QTEST_GUILESS_MAIN(PriceImporterTest)
#include "tst_price_importer.moc"
