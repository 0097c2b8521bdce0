// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/live_fixture.h"
#include "support/test_case.h"

#include <present/format/figure_format.h>
#include <present/live/live_csv.h>
#include <present/texts/live_table_texts.h>

using namespace headroom;
using namespace headroom::present;
using enum monitor::CanonicalMetric;

namespace {

LiveView viewOf(const LiveViewModel &model, LiveSection section, double window = 3600)
{
    LiveSelection selection;
    selection.section = section;
    selection.windowSeconds = window;
    return model.view(selection);
}

QString cell(const LiveTable &table, std::size_t row, std::size_t column)
{
    return row < table.rows.size() && column < table.rows[row].cells.size() ? table.rows[row].cells[column].text : QStringLiteral("(none)");
}

core::Money usd(const char *amount)
{
    return core::Money::parse(core::Currency::USD, amount).value();
}

// One GPU of one machine that draws a steady power and is used or not.
monitor::Snapshot one(std::int64_t timeMs, double watts, double util)
{
    monitor::Snapshot snapshot;
    snapshot.sourceId = "http://a/metrics";
    snapshot.timeMs = timeMs;
    snapshot.subjects = {{"gpu-1", 0, "GPU-a", "", "", "", "", ""}};
    snapshot.samples = {{GpuPowerW, 0, 0, false, watts}, {GpuUtilRatio, 0, 0, false, util}, {GpuMemUsedBytes, 0, 0, false, 60e9}, {GpuMemTotalBytes, 0, 0, false, 80e9}};
    return snapshot;
}

} // namespace

class LiveTablesTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void energyIsPowerOverTimeAndGapsCountForNothing()
    {
        test::LiveFixture live;
        live.watch({"http://a/metrics"});
        live.model.setFacts({{}, {}, usd("0.20"), usd("2.50")});
        // Half an hour of 1 kW, ten minutes of silence, ten minutes of 1 kW; a poll each ten seconds.
        for (int i = 0; i <= 180; ++i)
            live.model.take(one(live.nowMs += 10000, 1000, 0.8));
        live.nowMs += 600'000;
        for (int i = 0; i <= 60; ++i)
            live.model.take(one(live.nowMs += 10000, 1000, 0.8));
        live.model.flush();
        const LiveView view = viewOf(live.model, LiveSection::Energy);
        QCOMPARE(view.tables.size(), std::size_t(2));
        QCOMPARE(cell(view.tables[0], 0, 0), QStringLiteral("gpu-1"));
        QVERIFY(std::abs(view.tables[0].rows[0].cells[3].order - 40 * 60 * 1000.0) < 1.0); // J
        QCOMPARE(cell(view.tables[0], 0, 3), LiveTableTexts::kwh(2.4e6));
        QCOMPARE(view.tables[0].rows[0].cells[4].order, 0.133333); // 2/3 kWh
        QVERIFY(view.tables[1].rows.empty());
        QVERIFY(!view.tables[1].emptyText.isEmpty());
    }

    void aBoardOfTwoExportersCountsOnce()
    {
        test::LiveFixture live;
        live.watch({"http://a/metrics", "http://b/metrics"});
        for (int i = 0; i <= 60; ++i) {
            auto snapshot = one(live.nowMs += 10000, 600, 0.5);
            live.model.take(snapshot);
            snapshot.sourceId = "http://b/metrics";
            live.model.take(snapshot);
        }
        live.model.flush();
        const LiveView view = viewOf(live.model, LiveSection::Energy);
        QCOMPARE(view.tables[0].rows.size(), std::size_t(1));
        QVERIFY(std::abs(view.tables[0].rows[0].cells[3].order - 600 * 600.0) < 1.0);
        QCOMPARE(cell(view.tables[0], 0, 4), FigureFormat::missing()); // no price
    }

    void idleGpusAreFoundWithWhatTheyCost()
    {
        test::LiveFixture live;
        live.watch({"http://a/metrics"});
        live.model.setFacts({{}, {}, std::nullopt, usd("3")});
        for (int i = 0; i <= 360; ++i)
            live.model.take(one(live.nowMs += 10000, 90, i < 90 ? 0.9 : 0.01));
        live.model.flush();
        const LiveView view = viewOf(live.model, LiveSection::Energy, 7200);
        const LiveTable &idle = view.tables[1];
        QCOMPARE(idle.rows.size(), std::size_t(1));
        QVERIFY(std::abs(idle.rows[0].cells[2].order - 0.75) < 0.01);
        QVERIFY(std::abs(idle.rows[0].cells[5].order - 0.75 * 3) < 0.02);
        QCOMPARE(idle.rows[0].cells[4].tone, TextTone::Warning); // memory is held
        QVERIFY2(idle.summary.contains(QStringLiteral("$")), qPrintable(idle.summary));
    }

    void servingShowsEachModelWithTheWorstOfItsEngines()
    {
        test::LiveFixture live;
        live.watch({"http://a/metrics"});
        monitor::Snapshot snapshot;
        snapshot.sourceId = "http://a/metrics";
        snapshot.timeMs = live.nowMs;
        for (const char *replica : {"0", "1"})
            snapshot.subjects.push_back({"gpu-1", -1, "", "", "", "llama", "vllm", replica});
        snapshot.samples = {{ServingRequestsRunning, 0, 0, false, 10}, {ServingRequestsRunning, 1, 0, false, 5}, {ServingRequestsWaiting, 1, 0, false, 3},
                            {ServingKvCacheRatio, 0, 0, false, 0.4},   {ServingKvCacheRatio, 1, 0, false, 0.95}, {ServingTtftS, 0, 0.95F, false, 0.5},
                            {ServingTtftS, 1, 0.95F, true, 30},        {ServingTtftS, 0, 0.5F, false, 0.2},      {ServingPreemptionsPerS, 1, 0, false, 0.1}};
        live.model.take(snapshot);
        live.model.flush();
        const LiveTable table = viewOf(live.model, LiveSection::Serving).tables.at(0);
        QCOMPARE(table.rows.size(), std::size_t(3));
        QCOMPARE(cell(table, 0, 2), QStringLiteral("15"));
        QCOMPARE(cell(table, 0, 3), QStringLiteral("3"));
        QCOMPARE(table.rows[0].cells[4].order, 0.95);
        QVERIFY2(cell(table, 0, 9).contains(QStringLiteral("> 30")), qPrintable(cell(table, 0, 9)));
        QCOMPARE(cell(table, 0, 8), QStringLiteral("6")); // a minute
        QCOMPARE(cell(table, 1, 10), FigureFormat::missing());
    }

    void healthTellsTheWorstFirstWithMeaningAndAdvice()
    {
        test::LiveFixture live;
        live.watch({"http://a/metrics"});
        live.model.setFacts({{{79, {"GPU has fallen off the bus", "restart_machine"}}, {31, {"GPU memory page fault", "restart_app"}}}, {}, {}, {}});
        const auto poll = [&](double first, double second) {
            monitor::Snapshot snapshot;
            snapshot.sourceId = "http://a/metrics";
            snapshot.timeMs = live.nowMs += 5000;
            snapshot.subjects = {{"gpu-1", 0, "GPU-a", "", "", "", "", ""}, {"gpu-1", 1, "GPU-b", "", "", "", "", ""}};
            snapshot.samples = {{GpuXidCode, 0, 0, false, first}, {GpuXidCode, 1, 0, false, second}, {GpuEccCorrected, 0, 0, false, 4}, {GpuThermalThrottleRatio, 1, 0, false, 0.2},
                                {GpuPowerThrottleRatio, 1, 0, false, 0.001}};
            live.model.take(snapshot);
        };
        poll(31, 0);
        poll(31, 79);
        live.model.flush();
        const LiveTable table = viewOf(live.model, LiveSection::Health).tables.at(0);
        QCOMPARE(table.rows.size(), std::size_t(4));
        QCOMPARE(cell(table, 0, 2), QStringLiteral("XID 79"));
        QCOMPARE(table.rows[0].cells[2].tone, TextTone::Error);
        QCOMPARE(cell(table, 0, 3), QStringLiteral("GPU has fallen off the bus"));
        QCOMPARE(cell(table, 0, 4), LiveTableTexts::xidAdvice("restart_machine"));
        QVERIFY(cell(table, 1, 2).contains(QStringLiteral("20")));
        QVERIFY2(cell(table, 2, 2).contains(QStringLiteral("before")), qPrintable(cell(table, 2, 2))); // it stood there when we came
    }

    void alertsAreListedWithTheirSubjectAndMarkedInCharts()
    {
        test::LiveFixture live;
        live.watch({"http://a/metrics"});
        live.feed("http://a/metrics", 20, 1, 2);
        monitor::AlertRule rule;
        rule.id = "gpu_temperature_high";
        rule.metric = GpuTempC;
        live.model.setFacts({{}, {rule}, {}, {}});
        monitor::Alert alert{rule.id, "http://a/metrics", {"gpu-8", 1, "GPU-x", "", "", "", "", ""}, monitor::AlertSeverity::Warning, monitor::AlertState::Firing,
                             live.nowMs - 60000, live.nowMs - 30000, 0, 91, false, 0};
        live.model.setAlerts({{QStringLiteral("k"), alert}});
        LiveView view = viewOf(live.model, LiveSection::Alerts);
        QCOMPARE(view.alertsFiring, 1);
        QCOMPARE(view.tables.at(0).rows.at(0).key, QStringLiteral("k"));
        QVERIFY(cell(view.tables[0], 0, 2).contains(QStringLiteral("gpu-8")));
        QCOMPARE(cell(view.tables[0], 0, 4), QStringLiteral("91 °C"));
        QCOMPARE(view.events.size(), std::size_t(1));
        QCOMPARE(view.events[0].time, double(alert.firedMs) / 1000.0);
        alert.acknowledged = true;
        live.model.setAlerts({{QStringLiteral("k"), alert}});
        view = viewOf(live.model, LiveSection::Overview);
        QCOMPARE(view.alertsFiring, 0);
        QCOMPARE(view.events.size(), std::size_t(1));
    }

    void whatFiresTogetherIsOneMark()
    {
        test::LiveFixture live;
        live.watch({"http://a/metrics"});
        live.feed("http://a/metrics", 100, 1, 1);
        monitor::AlertRule rule;
        rule.id = "gpu_temperature_high";
        live.model.setFacts({{}, {rule}, {}, {}});
        std::vector<LiveAlert> alerts;
        const auto fire = [&](int gpu, std::int64_t at, monitor::AlertSeverity severity) {
            monitor::Alert alert;
            alert.ruleId = "gpu_temperature_high";
            alert.subject = {"n", gpu, "GPU-" + std::to_string(gpu), "", "", "", "", ""};
            alert.state = monitor::AlertState::Firing;
            alert.severity = severity;
            alert.sinceMs = alert.firedMs = at;
            alerts.push_back({QString::number(gpu), alert});
        };
        for (int gpu = 0; gpu < 1000; ++gpu)
            fire(gpu, live.nowMs - 200'000 + gpu, gpu == 500 ? monitor::AlertSeverity::Critical : monitor::AlertSeverity::Warning);
        fire(5000, live.nowMs - 60'000, monitor::AlertSeverity::Warning);
        live.model.setAlerts(alerts);
        live.model.flush();
        LiveView view = viewOf(live.model, LiveSection::Overview, 480);
        QCOMPARE(view.events.size(), std::size_t(2));
        QVERIFY2(view.events[0].text.contains(QStringLiteral("999")), qPrintable(view.events[0].text));
        QVERIFY(view.events[0].tone == TextTone::Error); // one of them is critical
        QVERIFY(!view.events[1].text.contains(QStringLiteral("more")));
        QVERIFY(view.events[1].tone == TextTone::Warning);
        // However many there are, a chart is not covered with them.
        for (int i = 0; i < 5000; ++i)
            fire(10000 + i, live.nowMs - 470'000 + 90 * i, monitor::AlertSeverity::Warning);
        live.model.setAlerts(alerts);
        live.model.flush();
        view = viewOf(live.model, LiveSection::Overview, 480);
        QVERIFY2(view.events.size() > 20 && view.events.size() <= 61, qPrintable(QString::number(view.events.size())));
    }

    void whatLiesFurtherBackComesFromTheStore()
    {
        test::LiveFixture live;
        live.watch({"http://a/metrics"});
        std::vector<PastQuestion> asked;
        std::function<void(PastAnswer)> answer;
        live.model.setPastReader([&](const PastQuestion &question, std::function<void(PastAnswer)> done) {
            asked.push_back(question);
            answer = std::move(done);
        });
        live.feed("http://a/metrics", 20, 1, 1);
        LiveSelection day;
        day.windowSeconds = 86400;
        live.model.look(day);
        QCOMPARE(asked.size(), std::size_t(1));
        QCOMPARE(asked[0].to - asked[0].from, 86400.0);
        live.model.look(day); // one question at a time
        QCOMPARE(asked.size(), std::size_t(1));
        const double now = double(live.nowMs) / 1000.0;
        PastAnswer past{asked[0], {}};
        past.histories.emplace("http://a/metrics", LiveHistory::of({now - 80000, now - 40000, now - 10}, {{"gpu-8", 0, "GPU-x", "", "", "", "", ""}}, {{GpuUtilRatio, 0, {0.1F, 0.2F, 0.3F}}}));
        answer(past);
        const LiveView view = live.model.view(day);
        QCOMPARE(view.charts.at(0).lines.size(), std::size_t(1));
        QVERIFY(view.charts[0].lines[0].points.first().x() <= now - 80000);
        live.model.look(day);
        QCOMPARE(asked.size(), std::size_t(1)); // it is known
        live.nowMs += 400'000;
        live.model.look(day);
        QCOMPARE(asked.size(), std::size_t(2)); // time went on
    }

    // Two GPUs of one machine, each value the mean of a stretch: the band holds what both did in it.
    void stretchesOfTheStoreAreDrawnWithTheirExtremes()
    {
        test::LiveFixture live;
        live.watch({"http://a/metrics"});
        std::function<void(PastAnswer)> answer;
        PastQuestion asked;
        live.model.setPastReader([&](const PastQuestion &question, std::function<void(PastAnswer)> done) {
            asked = question;
            answer = std::move(done);
        });
        live.feed("http://a/metrics", 2, 1, 1);
        LiveSelection day;
        day.windowSeconds = 86400;
        live.model.look(day);
        const double now = double(live.nowMs) / 1000.0;
        const float nan = std::nanf("");
        const std::vector<monitor::Subject> gpus{{"n", 0, "GPU-0", "", "", "", "", ""}, {"n", 1, "GPU-1", "", "", "", "", ""}};
        answer({asked, {{"http://a/metrics", LiveHistory::of({now - 900, now - 600, now - 300}, gpus,
                {{GpuUtilRatio, 0, {0.5F, 0.5F, nan}, {0.1F, 0.4F, nan}, {0.9F, 0.6F, nan}}, {GpuUtilRatio, 1, {0.7F, nan, nan}, {0.3F, nan, nan}, {1.0F, nan, nan}},
                 {GpuPowerW, 0, {100, 100, 100}, {90, 90, 90}, {300, 110, 110}}, {GpuPowerW, 1, {200, 200, 200}, {190, 190, 190}, {400, 210, 210}}})}}});
        const LiveView view = live.model.view(day);
        const LiveLine &use = view.charts.at(0).lines.at(0);
        QCOMPARE(use.low.size(), use.points.size());
        QCOMPARE(use.high.size(), use.points.size());
        QVERIFY(std::abs(use.points[0].y() - 0.6) < 1e-6 && std::abs(use.low[0].y() - 0.2) < 1e-6 && std::abs(use.high[0].y() - 0.95) < 1e-6);
        QVERIFY(std::abs(use.high[1].y() - 0.6) < 1e-6); // of the one that has a value
        QVERIFY(std::isnan(use.points[2].y()) && std::isnan(use.low[2].y()) && std::isnan(use.high[2].y()));
        const LiveLine &power = view.charts.at(2).lines.at(0);
        QCOMPARE(power.high[0].y(), 700.0);
        QCOMPARE(power.low[1].y(), 280.0);
        // What is in memory are single values.
        LiveSelection now5;
        now5.windowSeconds = 5;
        QVERIFY(live.model.view(now5).charts.at(0).lines.at(0).high.isEmpty());
    }

    void aRestartLeavesOnlyItsGap()
    {
        test::LiveFixture live;
        live.watch({"http://a/metrics"});
        std::function<void(PastAnswer)> answer;
        live.model.setPastReader([&](const PastQuestion &, std::function<void(PastAnswer)> done) { answer = std::move(done); });
        live.model.recall();
        live.feed("http://a/metrics", 10, 1, 1); // polled before the store has answered
        const double now = double(live.nowMs) / 1000.0;
        const monitor::Subject gpu = live.snapshot("http://a/metrics", 1, 1).subjects[0];
        std::vector<double> times;
        std::vector<float> values;
        for (int i = 0; i < 100; ++i) {
            times.push_back(now - 1000 + 5 * i);
            values.push_back(i == 99 ? std::nanf("") : 0.25F);
        }
        answer({{now - 3600, now, 10000}, {{"http://a/metrics", LiveHistory::of(times, {gpu}, {{GpuUtilRatio, 0, values}})}}});
        LiveSelection selection;
        selection.windowSeconds = 3600;
        const auto points = live.model.view(selection).charts.at(0).lines.at(0).points;
        QVERIFY(points.size() > 105);
        QCOMPARE(points.first().y(), 0.25);
        QVERIFY(std::ranges::any_of(points, [](const QPointF &point) { return std::isnan(point.y()); }));
    }

    void csvHasWhatIsShownAndNoFormulas()
    {
        LiveView view;
        view.from = 100;
        view.to = 200;
        LiveChart chart;
        chart.quantity = LiveQuantity::Power;
        chart.lines.push_back({QStringLiteral("=cmd()"), {{90, 1}, {100, 2.5}, {150, std::nan("")}, {200, 3}, {210, 4}}});
        view.charts.push_back(chart);
        LiveTable table;
        table.columns = {{QStringLiteral("A \"b\""), false, false}};
        table.rows.push_back({QStringLiteral("k"), {{QStringLiteral("x,y"), 0, TextTone::Neutral}}});
        view.tables.push_back(table);
        QCOMPARE(liveCsv(view), QByteArray("time,quantity,series,value\r\n"
                                           "1970-01-01T00:01:40.000Z,power,\"'=cmd()\",2.5\r\n"
                                           "1970-01-01T00:03:20.000Z,power,\"'=cmd()\",3\r\n"
                                           "\r\n\"A \"\"b\"\"\"\r\n\"x,y\"\r\n"));
    }

    void pricesAndAddressesAreChecked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("price");
        QTest::addColumn<bool>("webhook");
        QTest::newRow("empty") << QString() << true << true;
        QTest::newRow("price") << QStringLiteral("0.12") << true << false;
        QTest::newRow("negative") << QStringLiteral("-1") << false << false;
        QTest::newRow("words") << QStringLiteral("cheap") << false << false;
        QTest::newRow("https") << QStringLiteral("https://chat.example/hook") << false << true;
        QTest::newRow("password in it") << QStringLiteral("https://u:p@chat.example/hook") << false << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false << false;
        QTest::newRow("variable") << QStringLiteral("env:ALERT_HOOK") << false << true;
        QTest::newRow("no variable") << QStringLiteral("env:1 2") << false << false;
    }

    void pricesAndAddressesAreChecked()
    {
        QFETCH(QString, text);
        QFETCH(bool, price);
        QFETCH(bool, webhook);
        QCOMPARE(isLivePrice(text), price);
        QCOMPARE(isLiveWebhook(text), webhook);
    }
};

QTEST_GUILESS_MAIN(LiveTablesTest)
#include "tst_live_tables.moc"
