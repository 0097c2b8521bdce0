// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/live_fixture.h"
#include "support/test_case.h"

#include <present/texts/live_texts.h>

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSortFilterProxyModel>

using namespace headroom;
using namespace headroom::present;
using monitor::CanonicalMetric;
using test::LiveFixture;

class LiveViewModelTest : public test::TestCase {
Q_OBJECT

private slots:
    void historyIsBoundedAndForgetsWhatIsGone();
    void aPollThatFailedLeavesAGap();
    void aLateSourceKeepsItsLastValues();
    void machinesAreSortedAsPeopleNumberThem();
    void aMachinesLineJoinsItsGpus();
    void boardPowerOfMigInstancesCountsOnce();
    void twoExportersOfOneMachineAreNotAddedUp();
    void moreMachinesThanColoursAreSaid();
    void errorCodeThatWasThereBeforeIsNoNews();
    void addressesAreCheckedAndNotWatchedTwice();
    void snapshotsOfARemovedSourceAreDropped();
    void everyFailureHasASentenceWithTheName_data();
    void everyFailureHasASentenceWithTheName();
    void modelsKeepTheRulesOfItemModels();
    void changesAreToldAtMostTenTimesASecond();
    void theWindowGrowsToItsLength();
    void aThousandGpusAreViewedQuickly();

private:
    static const LiveTile &tile(const LiveView &view, const QString &id)
    {
        for (const LiveTile &candidate : view.tiles)
            if (candidate.id == id)
                return candidate;
        qFatal("no tile %s", qPrintable(id));
    }
    static const LiveChart &chart(const LiveView &view, LiveQuantity quantity)
    {
        for (const LiveChart &candidate : view.charts)
            if (candidate.quantity == quantity)
                return candidate;
        qFatal("no chart");
    }
};

void LiveViewModelTest::historyIsBoundedAndForgetsWhatIsGone()
{
    LiveHistory history(100);
    LiveFixture live;
    for (int i = 0; i < 400; ++i) {
        live.nowMs += 5000;
        history.push(live.snapshot("a", i < 50 ? 2 : 1, 2));
    }
    QVERIFY(history.times().size() <= 125);
    QVERIFY(std::is_sorted(history.times().begin(), history.times().end()));
    QCOMPARE(history.subjects().size(), std::size_t{3}); // two GPUs and an engine of the machine that is left
    for (const LiveHistory::Column &column : history.columns()) {
        QCOMPARE(column.values.size(), history.times().size());
        QVERIFY(column.subject < history.subjects().size());
    }
    QVERIFY(history.latest(CanonicalMetric::GpuUtilRatio, 0).has_value());
}

void LiveViewModelTest::aPollThatFailedLeavesAGap()
{
    LiveFixture live;
    live.watch({"http://a"});
    live.feed("http://a", 10, 1, 1);
    live.fail("http://a", monitor::FailureReason::Timeout, 3);
    live.feed("http://a", 10, 1, 1);
    const LiveView view = live.model.view({});
    const auto &points = chart(view, LiveQuantity::Utilization).lines.at(0).points;
    QCOMPARE(std::count_if(points.begin(), points.end(), [](const QPointF &point) { return std::isnan(point.y()); }), 3);
    // Polls that never came are a gap as well.
    live.nowMs += 60000;
    live.feed("http://a", 2, 1, 1);
    const LiveView later = live.model.view({});
    const auto &more = chart(later, LiveQuantity::Utilization).lines.at(0).points;
    QCOMPARE(std::count_if(more.begin(), more.end(), [](const QPointF &point) { return std::isnan(point.y()); }), 4);
}

void LiveViewModelTest::aLateSourceKeepsItsLastValues()
{
    LiveFixture live;
    live.watch({"http://a"});
    live.feed("http://a", 3, 1, 2);
    monitor::Snapshot late;
    late.sourceId = "http://a";
    late.state = monitor::SourceState::Late;
    late.timeMs = live.nowMs + 6000;
    live.model.take(late);
    live.model.flush();
    QVERIFY(tile(live.model.view({}), QStringLiteral("utilization")).number.has_value());
    QCOMPARE(live.model.sources().index(0, SourceListModel::State).data().toString(), LiveTexts::stateWord(static_cast<int>(monitor::SourceState::Late)));
    live.fail("http://a", monitor::FailureReason::Down);
    QVERIFY(!tile(live.model.view({}), QStringLiteral("utilization")).number.has_value());
}

void LiveViewModelTest::machinesAreSortedAsPeopleNumberThem()
{
    LiveFixture live;
    live.watch({"http://a"});
    live.feed("http://a", 1, 4, 1); // gpu-8 to gpu-11
    const LiveView view = live.model.view({});
    QCOMPARE(view.nodes, (QStringList{QStringLiteral("gpu-8"), QStringLiteral("gpu-9"), QStringLiteral("gpu-10"), QStringLiteral("gpu-11")}));
    QCOMPARE(view.fleet.front().node, QStringLiteral("gpu-8"));
    QCOMPARE(view.fleet.back().node, QStringLiteral("gpu-11"));
}

void LiveViewModelTest::aMachinesLineJoinsItsGpus()
{
    LiveFixture live;
    live.watch({"http://a"});
    live.nowMs += 5000;
    monitor::Snapshot snapshot;
    snapshot.sourceId = "http://a";
    snapshot.timeMs = live.nowMs;
    for (int gpu = 0; gpu < 2; ++gpu) {
        snapshot.subjects.push_back({"n", gpu, "", "", "", "", "", ""});
        const auto subject = static_cast<std::uint32_t>(gpu);
        snapshot.samples.push_back({CanonicalMetric::GpuUtilRatio, subject, 0.0F, false, gpu == 0 ? 0.25 : 0.75});
        snapshot.samples.push_back({CanonicalMetric::GpuPowerW, subject, 0.0F, false, 300});
        snapshot.samples.push_back({CanonicalMetric::GpuTempC, subject, 0.0F, false, gpu == 0 ? 50.0 : 70.0});
    }
    live.model.take(snapshot);
    live.model.flush();
    const LiveView view = live.model.view({});
    QCOMPARE(chart(view, LiveQuantity::Utilization).lines.at(0).points.last().y(), 0.5);   // mean
    QCOMPARE(chart(view, LiveQuantity::Power).lines.at(0).points.last().y(), 600.0);       // sum
    QCOMPARE(chart(view, LiveQuantity::Temperature).lines.at(0).points.last().y(), 70.0);  // highest
    QCOMPARE(*tile(view, QStringLiteral("utilization")).number, 0.5);
    QCOMPARE(*tile(view, QStringLiteral("power")).number, 600.0);
    LiveSelection one;
    one.node = QStringLiteral("n");
    const LiveView apart = live.model.view(one);
    QCOMPARE(chart(apart, LiveQuantity::Power).lines.size(), std::size_t{2});
    QCOMPARE(chart(apart, LiveQuantity::Memory).emptyText, LiveTexts::notPublished());
}

void LiveViewModelTest::boardPowerOfMigInstancesCountsOnce()
{
    LiveFixture live;
    live.watch({"http://a"});
    live.nowMs += 5000;
    monitor::Snapshot snapshot;
    snapshot.sourceId = "http://a";
    snapshot.timeMs = live.nowMs;
    for (int slice = 0; slice < 7; ++slice) {
        snapshot.subjects.push_back({"n", 0, "GPU-1", "1g.10gb/" + std::to_string(slice), "", "", "", ""});
        snapshot.samples.push_back({CanonicalMetric::GpuPowerW, static_cast<std::uint32_t>(slice), 0.0F, false, 400});
        snapshot.samples.push_back({CanonicalMetric::GpuEngineActiveRatio, static_cast<std::uint32_t>(slice), 0.0F, false, 0.1 * slice});
    }
    live.model.take(snapshot);
    live.model.flush();
    const LiveView view = live.model.view({});
    QCOMPARE(*tile(view, QStringLiteral("power")).number, 400.0);
    QCOMPARE(chart(view, LiveQuantity::Power).lines.at(0).points.last().y(), 400.0);
    QCOMPARE(*tile(view, QStringLiteral("gpus")).number, 7.0);
    QVERIFY(qAbs(*tile(view, QStringLiteral("utilization")).number - 0.3) < 1e-6);
}

void LiveViewModelTest::twoExportersOfOneMachineAreNotAddedUp()
{
    LiveFixture live;
    live.watch({"http://a", "http://b"});
    live.nowMs += 5000;
    live.model.take(live.snapshot("http://a", 1, 4, LiveFixture::GpuOnly));
    live.model.take(live.snapshot("http://b", 1, 4, LiveFixture::GpuOnly));
    live.model.flush();
    const LiveView view = live.model.view({});
    QCOMPARE(*tile(view, QStringLiteral("gpus")).number, 4.0);
    QCOMPARE(chart(view, LiveQuantity::Power).lines.size(), std::size_t{1});
    QVERIFY(chart(view, LiveQuantity::Power).lines.at(0).points.last().y() < 4 * 700.0);
}

void LiveViewModelTest::moreMachinesThanColoursAreSaid()
{
    LiveFixture live;
    live.watch({"http://a"});
    live.feed("http://a", 2, 20, 1);
    const LiveView view = live.model.view({});
    QCOMPARE(chart(view, LiveQuantity::Power).lines.size(), std::size_t{8});
    QCOMPARE(chart(view, LiveQuantity::Power).note, LiveTexts::moreLines(12));
    QCOMPARE(view.fleet.size(), std::size_t{20});
}

void LiveViewModelTest::errorCodeThatWasThereBeforeIsNoNews()
{
    LiveFixture live;
    live.watch({"http://a"});
    const auto push = [&live](double code) {
        live.nowMs += 5000;
        monitor::Snapshot snapshot = live.snapshot("http://a", 1, 1, LiveFixture::GpuOnly);
        snapshot.samples.push_back({CanonicalMetric::GpuXidCode, 0, 0.0F, false, code});
        live.model.take(snapshot);
        live.model.flush();
    };
    push(43);
    push(43);
    QVERIFY(!live.model.view({}).fleet.at(0).cells.at(0).alarming);
    push(79);
    QVERIFY(live.model.view({}).fleet.at(0).cells.at(0).alarming);
    QCOMPARE(live.model.view({}).fleet.at(0).cells.at(0).text, LiveTexts::xid(79));
}

void LiveViewModelTest::addressesAreCheckedAndNotWatchedTwice()
{
    LiveFixture live;
    QSignalSpy edited(&live.model, &LiveViewModel::sourcesEdited);
    QCOMPARE(live.model.addSource(QString()), LiveTexts::emptyAddress());
    QCOMPARE(live.model.addSource(QStringLiteral("gopher://x")), LiveTexts::notASource(QStringLiteral("gopher://x")));
    QVERIFY(live.model.addSource(QStringLiteral("  http://a  ")).isEmpty());
    QCOMPARE(live.model.addSource(QStringLiteral("http://a")), LiveTexts::alreadyWatched(QStringLiteral("http://a")));
    QVERIFY(live.model.addSource(QStringLiteral("demo:")).isEmpty());
    QVERIFY(!live.model.addSource(QStringLiteral("demo:4x8")).isEmpty());
    QVERIFY(live.model.isDemo());
    QCOMPARE(edited.size(), 2);
    live.model.stopDemo();
    QVERIFY(!live.model.isDemo());
    QVERIFY(live.model.removeSource(QStringLiteral("http://a")));
    QVERIFY(!live.model.removeSource(QStringLiteral("http://a")));
    QVERIFY(!live.model.view({}).anySource);
}

void LiveViewModelTest::snapshotsOfARemovedSourceAreDropped()
{
    LiveFixture live;
    live.watch({"http://a"});
    live.feed("http://a", 3, 1, 2);
    live.model.removeSource(QStringLiteral("http://a"));
    live.feed("http://a", 1, 1, 2);
    QVERIFY(live.model.histories().empty());
    QCOMPARE(live.model.gpus().rowCount(), 0);
}

void LiveViewModelTest::everyFailureHasASentenceWithTheName_data()
{
    QTest::addColumn<int>("reason");
    using enum monitor::FailureReason;
    for (const monitor::FailureReason reason : {Down, Timeout, Unauthorized, HttpStatus, Redirects, Tls, TooLarge, NotMetrics, BadContent, NothingKnown, File, Ended, NotAvailable})
        QTest::newRow(monitor::failureReasonName(reason).data()) << static_cast<int>(reason);
}

void LiveViewModelTest::everyFailureHasASentenceWithTheName()
{
    QFETCH(int, reason);
    LiveFixture live;
    live.watch({"http://a"});
    live.fail("http://a", static_cast<monitor::FailureReason>(reason));
    const QString sentence = live.model.sources().index(0, SourceListModel::Detail).data().toString();
    QVERIFY(sentence.endsWith(QLatin1Char('.')));
    QVERIFY(!sentence.contains(QLatin1Char('%')));
}

void LiveViewModelTest::modelsKeepTheRulesOfItemModels()
{
    LiveFixture live;
    QAbstractItemModelTester sources(&live.model.sources(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester gpus(&live.model.gpus(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&live.model.gpus());
    sorted.setSortRole(GpuTableModel::SortRole);
    sorted.sort(GpuTableModel::Power, Qt::DescendingOrder);
    live.watch({"http://a", "http://b"});
    live.feed("http://a", 3, 2, 4);
    live.feed("http://b", 3, 5, 2);
    QVERIFY(sorted.index(0, GpuTableModel::Power).data(GpuTableModel::SortRole).toDouble() >= sorted.index(5, GpuTableModel::Power).data(GpuTableModel::SortRole).toDouble());
    live.fail("http://b", monitor::FailureReason::Down);
    live.model.tick();
    live.watch({"http://b", "http://c"});
    live.model.removeSource(QStringLiteral("http://b"));
    live.model.retranslate();
}

void LiveViewModelTest::changesAreToldAtMostTenTimesASecond()
{
    LiveFixture live;
    live.watch({"http://a"});
    QSignalSpy changed(&live.model, &LiveViewModel::changed);
    for (int i = 0; i < 50; ++i) {
        live.nowMs += 5000;
        live.model.take(live.snapshot("http://a", 1, 1));
    }
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
}

void LiveViewModelTest::theWindowGrowsToItsLength()
{
    LiveFixture live;
    live.watch({"http://a"});
    const auto length = [&live] {
        const LiveView view = live.model.view({});
        return view.to - view.from;
    };
    QCOMPARE(length(), 60.0);
    live.feed("http://a", 61, 1, 1);
    QCOMPARE(length(), 300.0);
    live.feed("http://a", 400, 1, 1);
    QCOMPARE(length(), 900.0);
}

void LiveViewModelTest::aThousandGpusAreViewedQuickly()
{
    LiveFixture live;
    live.watch({"http://a"});
    live.feed("http://a", 200, 128, 8);
    QElapsedTimer timer;
    timer.start();
    constexpr int kRounds = 10;
    for (int i = 0; i < kRounds; ++i)
        live.model.view({});
    qInfo("1,024 GPUs, 200 polls: %.1f ms a view", static_cast<double>(timer.elapsed()) / kRounds);
    QCOMPARE(live.model.gpus().rowCount(), 1024);
}

QTEST_GUILESS_MAIN(LiveViewModelTest)
#include "tst_live_view_model.moc"
