// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/planning/option_simulation.h>
#include <core/planning/planner.h>
#include <core/planning/planning_context.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>
#include <core/planning/scenario_json.h>
#include <core/workload/length_histogram.h>

#include <cmath>

using namespace headroom::core;

namespace {

double weightOf(const std::vector<LengthShare> &shares)
{
    double sum = 0;
    for (const LengthShare &share : shares)
        sum += share.weight;
    return sum;
}

double meanOfShares(const std::vector<LengthShare> &shares)
{
    return meanOf({TokenLengths::Kind::Empirical, 1, 1, shares});
}

} // namespace

// Lengths of prompts and answers as somebody counted them.
class LengthHistogramTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void filesAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("one length a line") << QByteArray("300\n100\n100\n") << "100: 66.6667, 300: 33.3333";
        QTest::newRow("counts") << QByteArray("100,3\r\n300,1\r\n") << "100: 75, 300: 25";
        QTest::newRow("header") << QByteArray("tokens,count\n100,1\n200,1\n") << "100: 50, 200: 50";
        QTest::newRow("other order and columns") << QByteArray("Count;day;Tokens\n1;mon;9\n3;tue;7\n") << "7: 75, 9: 25";
        QTest::newRow("a column of a trace") << QByteArray("output_tokens\n12\n12\n") << "12: 100";
        QTest::newRow("tabs") << QByteArray("tokens\tcount\n5\t2.5\n6\t7.5\n") << "5: 25, 6: 75";
        QTest::newRow("marks, remarks, empty lines, zeros") << QByteArray("\xef\xbb\xbf# prompts\n\n10,0\n20,4\n\n") << "20: 100";
    }
    void filesAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, line);
        const auto shares = parseLengthFile(text.toStdString(), "lengths.csv");
        QVERIFY2(shares.has_value(), shares ? "" : shares.error().detail.c_str());
        QCOMPARE(QString::fromStdString(histogramText(*shares)), line);
    }

    void badFilesSayWhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("words") << QByteArray("100\nmany\n") << 2;
        QTest::newRow("no length") << QByteArray("0,4\n") << 1;
        QTest::newRow("too long") << QByteArray("10000001\n") << 1;
        QTest::newRow("a fraction of a token") << QByteArray("tokens\n1.5\n") << 2;
        QTest::newRow("a negative count") << QByteArray("10,1\n20,-1\n") << 2;
        QTest::newRow("not a number") << QByteArray("10,nan\n") << 1;
        QTest::newRow("a cell too few") << QByteArray("10,1\n20\n") << 2;
        QTest::newRow("only zeros") << QByteArray("10,0\n") << 1;
        QTest::newRow("a line without end") << QByteArray(5000, '1') << 1;
    }
    void badFilesSayWhere()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const auto shares = parseLengthFile(text.toStdString(), "lengths.csv");
        QVERIFY(!shares);
        QCOMPARE(shares.error().line, line);
        QCOMPARE(shares.error().file, std::string("lengths.csv"));
        QVERIFY2(shares.error().detail.find("would be accepted") != std::string::npos, shares.error().detail.c_str());
    }

    void manyLengthsBecomeFewStepsOfTheSameMean_data()
    {
        QTest::addColumn<int>("lengths");
        QTest::addColumn<bool>("spike");
        QTest::newRow("few") << 100 << false;
        QTest::newRow("many") << 20000 << false;
        QTest::newRow("a spike at one length") << 20000 << true;
    }
    void manyLengthsBecomeFewStepsOfTheSameMean()
    {
        QFETCH(int, lengths);
        QFETCH(bool, spike);
        std::vector<LengthShare> shares;
        for (int i = 1; i <= lengths; ++i)
            shares.push_back({i, spike && i == 40 ? 1e6 : 1.0 + i % 7});
        const auto few = condensed(shares);
        QVERIFY(few.size() <= kMostHistogramSteps);
        QVERIFY(few.size() >= std::min<std::size_t>(shares.size(), kMostHistogramSteps / 2));
        QVERIFY(std::abs(weightOf(few) / weightOf(shares) - 1) < 1e-9);
        QVERIFY(std::abs(meanOfShares(few) - meanOfShares(shares)) <= 0.5);
        const std::string line = histogramText(few);
        QVERIFY(line.size() <= std::size_t(kMostHistogramCharacters));
        const auto back = parseHistogram(line, "demand.input_histogram");
        QVERIFY(back && back->size() == few.size());
        QVERIFY(std::abs(meanOfShares(*back) / meanOfShares(few) - 1) < 1e-4);
    }

    void linesThatAreNoHistogramAreRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"12", "12:", ": 4", "12: x", "0: 1", "10: 1, 9: 1", "10: 1, 10: 1", "10: 0", "10: -1", "10: nan", "10: 1,, 20: 1"})
            QTest::newRow(line) << QByteArray(line);
    }
    void linesThatAreNoHistogramAreRefused()
    {
        QFETCH(QByteArray, line);
        Scenario scenario;
        scenario.demand.inputHistogram = line.toStdString();
        const auto plan = headroom::core::plan(scenario, *headroom::test::shippedCatalog());
        QVERIFY(!plan);
        QCOMPARE(plan.error().field, std::string("demand.input_histogram"));
        QVERIFY(plan.error().detail.find("would be accepted") != std::string::npos);
    }

    void theShapeIsStretchedToTheMean()
    {
        const auto shares = parseHistogram("100: 50, 300: 50", {});
        QVERIFY(stretchedTo(200, *shares).shares == *shares);
        const TokenLengths wider = stretchedTo(400, *shares);
        QCOMPARE(meanOf(wider), 400.0);
        QCOMPARE(wider.shares.front().tokens, 200);
        QCOMPARE(quantileOf(wider, 0.95), 600.0);
        QCOMPARE(quantileOf(wider, 0.25), 200.0);
    }

    void theScenarioKeepsItAndTheSimulationDrawsFromIt()
    {
        Scenario scenario;
        scenario.model.id = "llama-3.1-8b";
        scenario.demand.peakRps = 10;
        scenario.demand.outputHistogram = "10: 95, 5810: 5";   // the mean of 300, most of it in a few answers
        const auto back = scenarioFromJson(scenarioToJson(scenario));
        QVERIFY(back && *back == scenario);
        const auto context = makePlanningContext(scenario, *headroom::test::shippedCatalog());
        QVERIFY(context);
        const CapacityLoad load = capacityLoadOf(*context);
        QVERIFY(load.output.kind == TokenLengths::Kind::Empirical && load.input.kind == TokenLengths::Kind::LogNormal);
        QVERIFY(std::abs(meanOf(load.output) - 300) <= 0.5);
        PlanningSpace space;
        const auto counted = planRefined(scenario, *headroom::test::shippedCatalog(), space);
        scenario.demand.outputHistogram.clear();
        const auto usual = planRefined(scenario, *headroom::test::shippedCatalog(), space);
        QVERIFY(counted && counted->recommended && usual && usual->recommended);
        QVERIFY(counted->recommended->simulated != usual->recommended->simulated);
    }
};

QTEST_APPLESS_MAIN(LengthHistogramTest)
#include "tst_length_histogram.moc"
