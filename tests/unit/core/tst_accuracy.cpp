// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/accuracy/accuracy_study.h>
#include <core/accuracy/predict.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

using namespace headroom::core;

namespace {

constexpr const char *kHeader = "id,source,model,gpu,gpus,tp,pp,ep,dp,engine,engine_version,format,kv_format,input_tokens,output_tokens,length_dist,concurrency,rate_rps,"
                                "load_mode,requests,meas_ttft_ms_mean,meas_tpot_ms_mean,meas_output_tokens_per_s\n";

// A table whose measurements are what the engine would predict under other constants.
std::vector<MeasuredRow> syntheticRows(const Catalog &truth)
{
    std::string csv = kHeader;
    int id = 0;
    for (const char *model : {"llama-3.1-8b", "llama-3.1-70b", "qwen3-32b"})
        for (const int tp : {1, 2, 4})   // one GPU tells the layers from the all-reduces
            for (const int users : {1, 4, 16, 64})
                csv += fmt::format("s{},made,{},h200-sxm,{},{},1,1,1,vllm,0.19.0,fp8,,1024,256,fixed,{},,fixed_concurrency,{},1,1,\n", id++, model, tp, tp, users, 4 * users);
    auto rows = *readMeasuredRows(*parseCsv(csv, "made.csv"), {});
    for (MeasuredRow &row : rows) {
        const auto p = predictRow(row.row, truth);
        row.measured[at(Figure::Tpot)] = p->tpot->mean.value();
        row.measured[at(Figure::Ttft)] = p->ttft->mean.value();
    }
    return rows;
}

Catalog withChangedConstants()
{
    Catalog truth = *headroom::test::shippedCatalog();
    truth.constants[Constant::GemmBandwidth].base *= 0.8;
    truth.constants[Constant::Layer].base *= 1.4;
    truth.constants[Constant::Request].base *= 2;
    return truth;
}

StudyOptions fitting(int threads)
{
    StudyOptions options;
    options.data = "made.csv";
    options.version = "test";
    options.fit = true;
    options.folds = 3;
    options.threads = threads;
    return options;
}

std::string shared(const char *name)
{
    QFile file(QStringLiteral(HEADROOM_SHARED_DATA "/accuracy/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string resource(const char *name)
{
    QFile file(QStringLiteral(HEADROOM_SOURCE_DIR "/resources/accuracy/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class AccuracyTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void aFitRecoversTheConstantsBehindItsRows()
    {
        const Catalog truth = withChangedConstants();
        StudyOptions options = fitting(2);
        options.fitting.priorWeight = 0.01; // 36 rows could not move constants that are held where 2,000 put them
        const Study study = studyAccuracy(syntheticRows(truth), *headroom::test::shippedCatalog(), options);
        const FitRows rows(study.rows, truth, 1);
        const ConstantTraits &traits = rows.traits(0);
        const auto ratio = [&](Constant c) { return study.constants[c].at(traits) / truth.constants[c].at(traits); };
        QVERIFY2(std::abs(ratio(Constant::GemmBandwidth) - 1) < 0.08, qPrintable(QString::number(ratio(Constant::GemmBandwidth))));
        QVERIFY2(std::abs(ratio(Constant::Layer) - 1) < 0.10, qPrintable(QString::number(ratio(Constant::Layer))));
        QVERIFY2(std::abs(ratio(Constant::Request) - 1) < 0.15, qPrintable(QString::number(ratio(Constant::Request))));
        const FigureErrors &tpot = study.report.evaluations.front().total.figures[at(Figure::Tpot)];
        QCOMPARE(tpot.kept.rows, 36);
        QVERIFY2(tpot.kept.median < 0.01, qPrintable(QString::number(tpot.kept.median)));
    }

    void theReportHasTheSameBytesForAnyNumberOfThreads()
    {
        const Catalog truth = withChangedConstants();
        const auto report = [&](int threads) {
            const Study study = studyAccuracy(syntheticRows(truth), *headroom::test::shippedCatalog(), fitting(threads));
            return accuracyReportJson(study.report) + constantsToJson(study.constants) + accuracyCsv(study.report, study.rows);
        };
        const std::string one = report(1);
        QVERIFY(one.size() > 1000);
        QCOMPARE(report(3), one);
    }

    void defectiveRowsCountOnlyWhereAllRowsAreAsked()
    {
        auto rows = syntheticRows(*headroom::test::shippedCatalog());
        const auto defective = readDefectiveRows(R"({"rows":[{"ids":["s3"],"figures":["tpot"],"reason":"made up"}]})", "list.json");
        QVERIFY(defective);
        *rows[3].measured[at(Figure::Tpot)] *= 3;
        rows[3].defective = defective->byId.at("s3").figures;
        StudyOptions options;
        options.data = "made.csv";
        const Study study = studyAccuracy(std::move(rows), *headroom::test::shippedCatalog(), options);
        const FigureErrors &tpot = study.report.evaluations.front().total.figures[at(Figure::Tpot)];
        QCOMPARE(tpot.kept.rows, 35);
        QCOMPARE(tpot.all.rows, 36);
        QVERIFY(tpot.kept.mean < 1e-6 && tpot.all.mean > 0.01);
    }

    void listsOfDefectiveRowsAreChecked_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("field");
        QTest::newRow("no reason") << R"({"rows":[{"ids":["d1"],"figures":["tpot"]}]})" << "rows[0].reason";
        QTest::newRow("unknown figure") << R"({"rows":[{"ids":["d1"],"figures":["speed"],"reason":"x"}]})" << "rows[0].figures";
        QTest::newRow("unknown key") << R"({"row":[]})" << "row";
    }
    void listsOfDefectiveRowsAreChecked()
    {
        QFETCH(QString, json);
        QFETCH(QString, field);
        const auto list = readDefectiveRows(json.toStdString(), "list.json");
        QVERIFY(!list);
        QCOMPARE(QString::fromStdString(list.error().field), field);
    }

    void deploymentsAreHeldOutWhole()
    {
        const Catalog &catalog = *headroom::test::shippedCatalog();
        const FitRows rows(syntheticRows(catalog), catalog, 1);
        for (const HoldOut holdOut : {HoldOut::Deployment, HoldOut::ModelOnGpu, HoldOut::Gpu}) {
            std::map<std::string, std::size_t> foldOf;
            std::size_t held = 0;
            const auto folds = holdOutFolds(rows, holdOut, 4);
            for (std::size_t f = 0; f < folds.size(); ++f)
                for (const std::size_t row : folds[f]) {
                    const auto [place, isNew] = foldOf.try_emplace(holdOutKey(rows.rows()[row], holdOut), f);
                    QCOMPARE(place->second, f);
                    ++held;
                }
            QCOMPARE(held, rows.rows().size());
        }
    }

    // The report that is shipped says what the shipped constants do on the measurements.
    void theShippedReportIsThatOfTheShippedConstants()
    {
        const std::string csv = shared("development.csv");
        if (csv.empty())
            QSKIP("the published measurements are not beside this checkout (HEADROOM_SHARED_DATA)");
        const QJsonObject report = QJsonDocument::fromJson(QByteArray::fromStdString(resource("report.json"))).object();
        const auto defective = readDefectiveRows(resource("defective_rows.json"), "defective_rows.json");
        QVERIFY(defective);
        StudyOptions options;
        options.threads = 2;
        const auto &catalog = *headroom::test::shippedCatalog();
        const Study study = studyAccuracy(*readMeasuredRows(*parseCsv(csv, "development.csv"), *defective), catalog, options);
        QCOMPARE(report[QStringLiteral("constants")].toObject()[QStringLiteral("version")].toString().toStdString(), catalog.constants.version);
        QCOMPARE(report[QStringLiteral("rows")].toInt(), study.report.rows);
        QVERIFY(study.report.unpredicted.size() * 50 < static_cast<std::size_t>(study.report.rows));
        const QJsonObject total = report[QStringLiteral("evaluations")].toArray().first().toObject()[QStringLiteral("total")].toObject();
        const auto &figures = study.report.evaluations.front().total.figures;
        for (const auto &[name, figure] : {std::pair("tpot", Figure::Tpot), std::pair("ttft", Figure::Ttft), std::pair("throughput", Figure::Throughput)}) {
            const QJsonObject stated = total[QLatin1String(name)].toObject();
            QCOMPARE(stated[QStringLiteral("rows")].toInt(), figures[at(figure)].kept.rows);
            QVERIFY2(std::abs(stated[QStringLiteral("median_error_ratio")].toDouble() - figures[at(figure)].kept.median) < 0.003, name);
            QVERIFY2(std::abs(stated[QStringLiteral("mean_error_ratio")].toDouble() - figures[at(figure)].kept.mean) < 0.005, name);
        }
    }
};

QTEST_APPLESS_MAIN(AccuracyTest)
#include "tst_accuracy.moc"
