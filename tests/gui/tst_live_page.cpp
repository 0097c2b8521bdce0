// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/live_fixture.h"

#include "support/test_case.h"

#include <present/texts/live_texts.h>
#include <ui/charts/time_series_chart.h>
#include <ui/pages/live/live_page.h>
#include <ui/theme/theme.h>
#include <ui/widgets/badge.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/heat_map.h>
#include <ui/widgets/tile.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace headroom;
using namespace headroom::ui;

// Drives the real Live page with mouse and keyboard; only the snapshots are made here.
class LivePageTest : public test::TestCase {
Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

    void withoutASourceThePageLeadsToTheFirstOne();
    void aWrongAddressIsToldInOneSentenceAndNothingIsAdded();
    void sourceIsAddedAndRemovedByHand();
    void demoButtonStartsAndStopsAndTheLabelIsAlwaysThere();
    void figuresReachTilesFleetAndCharts();
    void missingMetricsSayThatTheyAreNotPublished();
    void clickOnACellShowsItsMachineAndBack();
    void fleetColoursChangeTheirMeaning();
    void failingSourceIsToldWithItsReason();
    void tableSortsByFigures();
    void hiddenPageStillKnowsWhatHappened();
    void gallery();

private:
    template<class T>
    static T *child(QWidget &page, const char *name)
    {
        T *found = page.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }
};

void LivePageTest::withoutASourceThePageLeadsToTheFirstOne()
{
    test::LiveFixture live;
    LivePage page(live.model);
    page.resize(1200, 800);
    page.show();
    QVERIFY(child<QWidget>(page, "live.empty")->isVisible());
    QVERIFY(!child<QWidget>(page, "live.content")->isVisible());
    auto *address = child<QWidget>(page, "live.first")->findChild<QLineEdit *>(QStringLiteral("live.address"));
    QTest::keyClicks(address, QStringLiteral("http://gpu-1:9400/metrics"));
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(live.model.configs().size(), std::size_t{1});
    QVERIFY(child<QWidget>(page, "live.content")->isVisible());
}

void LivePageTest::aWrongAddressIsToldInOneSentenceAndNothingIsAdded()
{
    test::LiveFixture live;
    LivePage page(live.model);
    page.resize(1200, 800);
    page.show();
    auto *panel = child<QWidget>(page, "live.first");
    QTest::keyClicks(panel->findChild<QLineEdit *>(QStringLiteral("live.address")), QStringLiteral("ftp://x"));
    QTest::mouseClick(panel->findChild<QPushButton *>(QStringLiteral("live.add")), Qt::LeftButton);
    QVERIFY(live.model.configs().empty());
    const QString text = panel->findChild<QLabel *>(QStringLiteral("live.message"))->text();
    QVERIFY2(text.contains(QStringLiteral("ftp://x")) && text.contains(QStringLiteral("http://host:9400/metrics")), qPrintable(text));
}

void LivePageTest::sourceIsAddedAndRemovedByHand()
{
    test::LiveFixture live;
    live.watch({"http://gpu-1:9400/metrics"});
    LivePage page(live.model);
    page.resize(1200, 1400);
    page.show();
    QSignalSpy edited(&live.model, &present::LiveViewModel::sourcesEdited);
    auto *content = child<QWidget>(page, "live.content");
    auto *address = content->findChild<QLineEdit *>(QStringLiteral("live.address"));
    QTest::keyClicks(address, QStringLiteral("http://gpu-2:8000/metrics"));
    QTest::mouseClick(content->findChild<QPushButton *>(QStringLiteral("live.add")), Qt::LeftButton);
    QCOMPARE(live.model.configs().size(), std::size_t{2});
    QVERIFY(address->text().isEmpty());
    auto *table = content->findChild<QTableView *>(QStringLiteral("live.sources"));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    QTest::mouseClick(content->findChild<QPushButton *>(QStringLiteral("live.remove")), Qt::LeftButton);
    QCOMPARE(live.model.configs().size(), std::size_t{1});
    QCOMPARE(edited.size(), 2);
}

void LivePageTest::demoButtonStartsAndStopsAndTheLabelIsAlwaysThere()
{
    test::LiveFixture live;
    LivePage page(live.model);
    page.resize(1200, 1400);
    page.show();
    QVERIFY(!child<Badge>(page, "live.demoBadge")->isVisible());
    QTest::mouseClick(child<QWidget>(page, "live.first")->findChild<QPushButton *>(QStringLiteral("live.demo")), Qt::LeftButton);
    QVERIFY(live.model.watchesDemo());
    QVERIFY(child<Badge>(page, "live.demoBadge")->isVisible());
    QVERIFY(child<Banner>(page, "live.demoBanner")->isVisible());
    QTest::mouseClick(child<QWidget>(page, "live.content")->findChild<QPushButton *>(QStringLiteral("live.demo")), Qt::LeftButton);
    QVERIFY(!live.model.watchesDemo());
    QVERIFY(!child<Banner>(page, "live.demoBanner")->isVisible());
}

void LivePageTest::figuresReachTilesFleetAndCharts()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 40, 2, 4);
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    QCOMPARE(child<Tile>(page, "live.tile.gpus")->content().value, QStringLiteral("8"));
    QVERIFY(!child<Tile>(page, "live.tile.utilization")->content().value.isEmpty());
    QVERIFY(!child<Tile>(page, "live.tile.requests")->content().value.isEmpty());
    auto *fleet = child<HeatMap>(page, "live.fleet");
    QCOMPARE(fleet->rows().size(), 2);
    QCOMPARE(fleet->rows().at(0).cells.size(), 4);
    for (const char *name : {"live.chart.utilization", "live.chart.memory", "live.chart.power", "live.chart.temperature", "live.chart.running", "live.chart.waiting"}) {
        const auto &data = child<TimeSeriesChart>(page, name)->data();
        QCOMPARE(data.series.size(), 2);
        QVERIFY2(data.series.at(0).points.size() >= 40, name);
        QVERIFY(!child<TimeSeriesChart>(page, name)->accessibleDescription().isEmpty());
    }
}

void LivePageTest::missingMetricsSayThatTheyAreNotPublished()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 5, 1, 2, test::LiveFixture::GpuOnly);
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    QCOMPARE(child<Tile>(page, "live.tile.requests")->content().note, present::LiveTexts::notPublished());
    QVERIFY(child<TimeSeriesChart>(page, "live.chart.running")->isEmpty());
    QVERIFY(!child<TimeSeriesChart>(page, "live.chart.power")->isEmpty());
}

void LivePageTest::clickOnACellShowsItsMachineAndBack()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 10, 3, 4);
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    auto *fleet = child<HeatMap>(page, "live.fleet");
    QTest::mouseClick(fleet, Qt::LeftButton, {}, fleet->cellRect(1, 2).center());
    QCOMPARE(page.selection().node, fleet->rows().at(1).label);
    QCOMPARE(child<TimeSeriesChart>(page, "live.chart.utilization")->data().series.size(), 4);
    QCOMPARE(child<QComboBox>(page, "live.node.list")->currentText(), fleet->rows().at(1).label);
    QTest::keyClick(fleet, Qt::Key_Return);
    QVERIFY(page.selection().node.isEmpty());
    QCOMPARE(child<TimeSeriesChart>(page, "live.chart.utilization")->data().series.size(), 3);
}

void LivePageTest::fleetColoursChangeTheirMeaning()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 3, 1, 2);
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    auto *fleet = child<HeatMap>(page, "live.fleet");
    const QString before = fleet->rows().at(0).cells.at(0).description;
    QTest::mouseClick(child<QAbstractButton>(page, "live.fleetQuantity.temperature"), Qt::LeftButton);
    QVERIFY(fleet->rows().at(0).cells.at(0).description != before);
    QVERIFY(fleet->rows().at(0).cells.at(0).description.contains(QStringLiteral("°C")));
}

void LivePageTest::failingSourceIsToldWithItsReason()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 5, 1, 2);
    live.fail("http://a/metrics", monitor::FailureReason::Down);
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    auto *banner = child<Banner>(page, "live.failBanner");
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(QStringLiteral("Nothing answers")), qPrintable(banner->text()));
    QVERIFY2(child<Tile>(page, "live.tile.utilization")->content().value.isEmpty(), "a silent source's last word is not what is so now");
    live.feed("http://a/metrics", 1, 1, 2);
    page.refresh();
    QVERIFY(!banner->isVisible());
}

void LivePageTest::tableSortsByFigures()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 3, 2, 8);
    LivePage page(live.model);
    page.resize(1300, 1500);
    page.show();
    auto *table = child<QTableView>(page, "live.gpus");
    auto *header = table->horizontalHeader();
    const int column = present::GpuTableModel::Utilization;
    const QPoint heading(header->sectionViewportPosition(column) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, heading);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, heading);
    double last = 2.0;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const double value = table->model()->index(row, column).data(present::GpuTableModel::SortRole).toDouble();
        QVERIFY(value <= last || header->sortIndicatorOrder() == Qt::AscendingOrder);
        last = value;
    }
    QCOMPARE(header->sortIndicatorSection(), column);
}

void LivePageTest::hiddenPageStillKnowsWhatHappened()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    page.hide();
    live.feed("http://a/metrics", 30, 1, 2);
    page.show();
    QVERIFY(child<TimeSeriesChart>(page, "live.chart.utilization")->data().series.at(0).points.size() >= 30);
}

void LivePageTest::gallery()
{
    const QString folder = qEnvironmentVariable("HEADROOM_GALLERY");
    if (folder.isEmpty())
        QSKIP("Set HEADROOM_GALLERY to a folder to get pictures of the page.");
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        applyTheme(*qApp, mode);
        const QString theme = mode == ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark");
        test::LiveFixture live;
        LivePage page(live.model);
        page.resize(1364, 848);
        page.show();
        QVERIFY(page.grab().save(folder + QStringLiteral("/live-empty-%1.png").arg(theme)));
        live.watch({"http://a/metrics", "demo:"});
        live.feed("http://a/metrics", 60, 6, 8);
        live.fail("http://a/metrics", monitor::FailureReason::None, 20);
        live.feed("http://a/metrics", 60, 6, 8);
        page.refresh();
        QTest::qWait(100);
        QVERIFY(page.grab().save(folder + QStringLiteral("/live-%1.png").arg(theme)));
        page.resize(1364, 1560);
        QTest::qWait(100);
        QVERIFY(page.grab().save(folder + QStringLiteral("/live-tall-%1.png").arg(theme)));
        page.resize(800, 1900);
        QTest::qWait(100);
        QVERIFY(page.grab().save(folder + QStringLiteral("/live-narrow-%1.png").arg(theme)));
    }
    applyTheme(*qApp, ThemeMode::Light);
}

QTEST_MAIN(LivePageTest)
#include "tst_live_page.moc"
