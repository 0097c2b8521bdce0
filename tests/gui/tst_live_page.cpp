// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/live_fixture.h"

#include "support/test_case.h"

#include <present/i18n/language.h>
#include <present/texts/live_texts.h>
#include <ui/charts/time_series_chart.h>
#include <ui/pages/live/alert_dialogs.h>
#include <ui/pages/live/live_page.h>
#include <ui/pages/live/live_sections.h>
#include <ui/pages/live/source_dialog.h>
#include <ui/theme/theme.h>
#include <ui/widgets/badge.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/heat_map.h>
#include <ui/widgets/tile.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QWheelEvent>

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
    void partsOfThePageAreChosenByHand();
    void timeMovesByButtonsMouseAndKeyboard();
    void cursorsStandAtTheSameMoment();
    void alertsAreAcknowledgedAndSilencedByHand();
    void rulesAreEditedByHand();
    void pricesAndWebhookAreCheckedAsTheyAreTyped();
    void thousandsOfCellsArePaintedAtOnce();
    void aPageThatWasNeverShownLeavesNothing();
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
    QCOMPARE(child<QTableView>(page, "live.gpus")->model()->rowCount(), 4); // from the machine to its GPUs
    QTest::keyClick(fleet, Qt::Key_Return);
    QVERIFY(page.selection().node.isEmpty());
    QCOMPARE(child<QTableView>(page, "live.gpus")->model()->rowCount(), 12);
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

void LivePageTest::partsOfThePageAreChosenByHand()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 30, 2, 4);
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    QVERIFY(child<HeatMap>(page, "live.fleet")->isVisible());
    QTest::mouseClick(child<QAbstractButton>(page, "live.section.serving"), Qt::LeftButton);
    QCOMPARE(page.selection().section, present::LiveSection::Serving);
    QVERIFY(!child<HeatMap>(page, "live.fleet")->isVisible());
    auto *serving = child<QTableView>(page, "live.serving");
    QVERIFY(serving->isVisible());
    QCOMPARE(serving->model()->rowCount(), 3); // the model and its two engines
    QVERIFY(!child<TimeSeriesChart>(page, "live.serving.chart.kv_cache")->isEmpty());
    QTest::mouseClick(child<QAbstractButton>(page, "live.section.energy"), Qt::LeftButton);
    QCOMPARE(child<QTableView>(page, "live.energy")->model()->rowCount(), 2);
    QTest::mouseClick(child<QAbstractButton>(page, "live.section.health"), Qt::LeftButton);
    QVERIFY(child<QLabel>(page, "live.health.empty")->isVisible());
    QVERIFY(!child<QLabel>(page, "live.health.empty")->text().isEmpty());
    QTest::mouseClick(child<QAbstractButton>(page, "live.section.overview"), Qt::LeftButton);
    QVERIFY(child<HeatMap>(page, "live.fleet")->isVisible());
}

void LivePageTest::timeMovesByButtonsMouseAndKeyboard()
{
    test::LiveFixture live;
    live.nowMs = QDateTime::currentMSecsSinceEpoch() - 720 * 5000;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 700, 1, 2);
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    QTest::mouseClick(child<QAbstractButton>(page, "live.window.5"), Qt::LeftButton);
    QCOMPARE(page.selection().windowSeconds, 300.0);
    auto *chart = child<TimeSeriesChart>(page, "live.chart.utilization");
    const double now = double(live.nowMs) / 1000.0;
    QVERIFY(!child<QAbstractButton>(page, "live.later")->isEnabled());
    QTest::mouseClick(child<QAbstractButton>(page, "live.earlier"), Qt::LeftButton);
    QCOMPARE(page.selection().end, now - 150);
    QVERIFY(child<QLabel>(page, "live.range")->isVisible());
    QCOMPARE(chart->data().to, now - 150);
    for (const auto &point : chart->data().series.at(0).points)
        QVERIFY(point.x() <= now - 150 + 10);
    // Live again.
    QTest::mouseClick(child<QAbstractButton>(page, "live.follow"), Qt::LeftButton);
    QCOMPARE(page.selection().end, 0.0);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Plus);
    QCOMPARE(page.selection().windowSeconds, 150.0);
    QVERIFY(page.selection().end > 0);
    QTest::keyClick(chart, Qt::Key_PageUp);
    QTest::keyClick(chart, Qt::Key_Minus);
    QCOMPARE(page.selection().windowSeconds, 300.0);
    QTest::keyClick(chart, Qt::Key_L);
    QCOMPARE(page.selection().end, 0.0);
    // Dragging to the right goes back in time.
    const QPoint middle = chart->rect().center();
    QTest::mousePress(chart, Qt::LeftButton, {}, middle);
    QTest::mouseMove(chart, middle + QPoint(20, 0));
    QMouseEvent move(QEvent::MouseMove, QPointF(middle + QPoint(120, 0)), chart->mapToGlobal(QPointF(middle + QPoint(120, 0))), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(chart, &move);
    QTest::mouseRelease(chart, Qt::LeftButton, {}, middle + QPoint(120, 0));
    QVERIFY(page.selection().end > 0 && page.selection().end < now - 20);
    const double before = page.selection().windowSeconds;
    QWheelEvent wheel(QPointF(middle), chart->mapToGlobal(QPointF(middle)), {}, QPoint(0, 120), Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(chart, &wheel);
    QVERIFY(page.selection().windowSeconds < before);
}

void LivePageTest::cursorsStandAtTheSameMoment()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 60, 1, 2);
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    auto *power = child<TimeSeriesChart>(page, "live.chart.power");
    auto *memory = child<TimeSeriesChart>(page, "live.chart.memory");
    power->setFocus();
    QTest::keyClick(power, Qt::Key_End);
    QVERIFY(!power->reading().isEmpty());
    QCOMPARE(memory->reading().section(QLatin1Char('\n'), 0, 0), power->reading().section(QLatin1Char('\n'), 0, 0));
    QTest::keyClick(power, Qt::Key_Escape);
    QVERIFY(memory->reading().isEmpty());
}

void LivePageTest::alertsAreAcknowledgedAndSilencedByHand()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 5, 1, 2);
    std::vector<present::LiveAlert> alerts;
    for (const char *key : {"one", "two"})
        alerts.push_back({QLatin1String(key), {key, "http://a/metrics", {"gpu-8", 1, "GPU-x", "", "", "", "", ""}, monitor::AlertSeverity::Critical, monitor::AlertState::Firing,
                                               live.nowMs, live.nowMs, 0, 1, false, 0}});
    live.model.setAlerts(alerts);
    live.model.flush();
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    auto *segment = child<QAbstractButton>(page, "live.section.alerts");
    QVERIFY2(segment->text().contains(QLatin1Char('2')), qPrintable(segment->text()));
    QTest::mouseClick(segment, Qt::LeftButton);
    auto *acknowledge = child<QPushButton>(page, "live.alerts.acknowledge");
    QVERIFY(!acknowledge->isEnabled());
    auto *table = child<QTableView>(page, "live.alerts");
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
    QSignalSpy seen(&page.sections(), &LiveSections::acknowledged);
    QSignalSpy silenced(&page.sections(), &LiveSections::silenced);
    QTest::mouseClick(acknowledge, Qt::LeftButton);
    QCOMPARE(seen.value(0).value(0).toString(), QStringLiteral("two"));
    auto *silence = child<QPushButton>(page, "live.alerts.silence");
    silence->setFocus();
    QTest::keyClick(silence, Qt::Key_Space);
    QCOMPARE(silenced.size(), 0); // how long and why is asked for
    QTest::mouseClick(child<QAbstractButton>(page, "silence.for.168"), Qt::LeftButton);
    QTest::keyClicks(child<QLineEdit>(page, "silence.comment"), QStringLiteral("board is replaced on Friday"));
    QTest::mouseClick(child<QAbstractButton>(page, "silence.save"), Qt::LeftButton);
    QCOMPARE(silenced.size(), 1);
    QCOMPARE(silenced.at(0).at(0).toString(), QStringLiteral("two"));
    QCOMPARE(silenced.at(0).at(1).toDouble(), 7 * 86400.0);
    QCOMPARE(silenced.at(0).at(2).toString(), QStringLiteral("board is replaced on Friday"));
    QTRY_VERIFY(!page.findChild<QWidget *>(QStringLiteral("silence")));
    QTest::mouseClick(silence, Qt::LeftButton);
    QTest::mouseClick(child<QAbstractButton>(page, "silence.for.own"), Qt::LeftButton);
    auto *hours = child<QLineEdit>(page, "silence.hours");
    hours->clear();
    QTest::keyClicks(hours, QStringLiteral("soon"));
    QTest::mouseClick(child<QAbstractButton>(page, "silence.save"), Qt::LeftButton);
    QCOMPARE(silenced.size(), 1);
    QVERIFY(child<QLabel>(page, "silence.problem")->isVisible());
    hours->clear();
    QTest::keyClicks(hours, QStringLiteral("36"));
    QTest::mouseClick(child<QAbstractButton>(page, "silence.save"), Qt::LeftButton);
    QCOMPARE(silenced.size(), 2);
    QCOMPARE(silenced.at(1).at(1).toDouble(), 36 * 3600.0);
}

void LivePageTest::rulesAreEditedByHand()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    monitor::AlertRule hot;
    hot.id = "gpu_temperature_high";
    hot.threshold = 85;
    hot.clear = 80;
    hot.forSeconds = 300;
    monitor::AlertRule full = hot;
    full.id = "own_1";
    full.summary = "Mine";
    full.metric = monitor::CanonicalMetric::ServingKvCacheRatio;
    full.threshold = 0.95;
    full.clear = 0.95;
    present::LiveFacts facts;
    facts.rules = {hot, full};
    facts.shipped = {hot};
    live.model.setFacts(facts);
    LivePage page(live.model);
    page.resize(1300, 1400);
    page.show();
    QTest::mouseClick(child<QAbstractButton>(page, "live.section.alerts"), Qt::LeftButton);
    auto *table = child<QTableView>(page, "live.rules");
    QCOMPARE(table->model()->rowCount(), 2);
    const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
    QVERIFY2(cell(0, 1).contains(QStringLiteral("85 °C")) && cell(0, 1).contains(QStringLiteral("5 min")) && cell(0, 1).contains(QStringLiteral("80 °C")), qPrintable(cell(0, 1)));
    QVERIFY2(cell(1, 1).contains(QStringLiteral("95 %")), qPrintable(cell(1, 1)));
    auto *edit = child<QAbstractButton>(page, "live.rules.edit");
    QVERIFY(!edit->isEnabled());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    QVERIFY(edit->isEnabled() && !child<QAbstractButton>(page, "live.rules.reset")->isEnabled());
    QSignalSpy saved(&page.sections(), &LiveSections::ruleSaved);
    QSignalSpy removed(&page.sections(), &LiveSections::ruleRemoved);
    QSignalSpy reset(&page.sections(), &LiveSections::rulesResetWanted);
    const auto type = [&page](const char *name, const QString &text) {
        auto *field = child<QLineEdit>(page, name);
        field->clear();
        QTest::keyClicks(field, text);
    };
    QTest::mouseClick(edit, Qt::LeftButton);
    QVERIFY(!child<QWidget>(page, "rule.quantity")->isVisible()); // what a shipped rule watches is not to be changed
    QCOMPARE(child<QLineEdit>(page, "rule.threshold")->text(), QStringLiteral("85"));
    type("rule.threshold", QStringLiteral("hot"));
    QTest::mouseClick(child<QAbstractButton>(page, "rule.save"), Qt::LeftButton);
    QVERIFY(saved.isEmpty() && child<QLabel>(page, "rule.problem")->isVisible());
    type("rule.threshold", QStringLiteral("75")); // now "over at" lies on the wrong side
    QTest::mouseClick(child<QAbstractButton>(page, "rule.save"), Qt::LeftButton);
    QVERIFY(saved.isEmpty());
    type("rule.clear", QStringLiteral("70"));
    type("rule.minutes", QStringLiteral("2"));
    QTest::mouseClick(child<QAbstractButton>(page, "rule.severity.critical"), Qt::LeftButton);
    QTest::mouseClick(child<QAbstractButton>(page, "rule.save"), Qt::LeftButton);
    QCOMPARE(saved.size(), 1);
    const monitor::AlertRule colder = present::applied(hot, saved.at(0).at(0).value<present::RuleDraft>());
    QCOMPARE(colder.threshold, 75.0);
    QCOMPARE(colder.clear, 70.0);
    QCOMPARE(colder.forSeconds, 120.0);
    QCOMPARE(colder.severity, monitor::AlertSeverity::Critical);
    QCOMPARE(colder.metric, hot.metric);
    QTRY_VERIFY(!page.findChild<QWidget *>(QStringLiteral("rule")));
    // The list shows what is in force, and that it is not as it shipped.
    facts.rules[0] = colder;
    live.model.setFacts(facts);
    live.model.flush();
    QTRY_VERIFY2(cell(0, 1).contains(QStringLiteral("75 °C")), qPrintable(cell(0, 1)));
    QVERIFY(child<QAbstractButton>(page, "live.rules.reset")->isEnabled());
    QTest::mouseClick(child<QAbstractButton>(page, "live.rules.reset"), Qt::LeftButton);
    QCOMPARE(reset.at(0).at(0).toString(), QStringLiteral("gpu_temperature_high"));
    QTest::mouseClick(child<QAbstractButton>(page, "live.rules.switch"), Qt::LeftButton);
    QVERIFY(!saved.at(1).at(0).value<present::RuleDraft>().enabled);
    QTest::mouseClick(child<QAbstractButton>(page, "live.rules.resetAll"), Qt::LeftButton);
    QVERIFY(reset.at(1).at(0).toString().isEmpty());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
    QTest::mouseClick(child<QAbstractButton>(page, "live.rules.remove"), Qt::LeftButton);
    QCOMPARE(removed.at(0).at(0).toString(), QStringLiteral("own_1"));
    // A new one, from the keyboard.
    auto *add = child<QAbstractButton>(page, "live.rules.add");
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Space);
    QTest::keyClicks(child<QLineEdit>(page, "rule.name"), QStringLiteral("Slow first token"));
    auto *quantity = child<QComboBox>(page, "rule.quantity.list");
    const int ttft = quantity->findText(QStringLiteral("Time to first token, p95"));
    QVERIFY(ttft >= 0);
    quantity->setCurrentIndex(ttft);
    emit quantity->activated(ttft);
    type("rule.threshold", QStringLiteral("1.5"));
    QTest::keyClick(child<QLineEdit>(page, "rule.threshold"), Qt::Key_Return);
    QCOMPARE(saved.size(), 3);
    const monitor::AlertRule slow = present::applied({}, saved.at(2).at(0).value<present::RuleDraft>());
    QCOMPARE(slow.metric, monitor::CanonicalMetric::ServingTtftS);
    QCOMPARE(slow.quantile, 0.95F);
    QCOMPARE(slow.threshold, 1.5);
    QCOMPARE(slow.clear, 1.5);
    QCOMPARE(slow.forSeconds, 300.0);
    QCOMPARE(slow.summary, std::string("Slow first token"));
}

void LivePageTest::pricesAndWebhookAreCheckedAsTheyAreTyped()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 5, 1, 2);
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    QSignalSpy edited(&page.sections(), &LiveSections::preferencesEdited);
    QTest::mouseClick(child<QAbstractButton>(page, "live.section.energy"), Qt::LeftButton);
    auto *kwh = child<QLineEdit>(page, "live.price.kwh");
    QTest::keyClicks(kwh, QStringLiteral("cheap"));
    QTest::keyClick(kwh, Qt::Key_Return);
    QVERIFY(edited.isEmpty());
    QVERIFY(!child<QLabel>(page, "live.price.message")->text().isEmpty());
    kwh->clear();
    QTest::keyClicks(kwh, QStringLiteral("0.15"));
    QTest::keyClick(kwh, Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.at(0).at(0).value<present::LivePreferences>().kwhPrice, QStringLiteral("0.15"));
    QVERIFY(child<QLabel>(page, "live.price.message")->text().isEmpty());
    QTest::mouseClick(child<QAbstractButton>(page, "live.section.alerts"), Qt::LeftButton);
    auto *webhook = child<QLineEdit>(page, "live.alerts.webhook");
    QTest::keyClicks(webhook, QStringLiteral("ftp://x"));
    QTest::keyClick(webhook, Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    webhook->clear();
    QTest::keyClicks(webhook, QStringLiteral("env:HOOK"));
    QTest::keyClick(webhook, Qt::Key_Return);
    QCOMPARE(edited.size(), 2);
    QCOMPARE(edited.at(1).at(0).value<present::LivePreferences>().webhook, QStringLiteral("env:HOOK"));
}

void LivePageTest::thousandsOfCellsArePaintedAtOnce()
{
    test::LiveFixture live;
    live.watch({"http://a/metrics"});
    live.feed("http://a/metrics", 2, 500, 8);
    LivePage page(live.model);
    page.resize(1300, 900);
    page.show();
    auto *fleet = child<HeatMap>(page, "live.fleet");
    QCOMPARE(fleet->rows().size(), 500);
    const QRect first = fleet->cellRect(0, 0);
    const QRect next = fleet->cellRect(1, 0);
    QVERIFY2(next.top() - first.top() < 20, "a large fleet stands close");
    fleet->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 400; ++i)
        QTest::keyClick(fleet, Qt::Key_Down);
    QCOMPARE(fleet->currentCell().y(), 400);
    QVERIFY(fleet->accessibleName().contains(fleet->rows().at(400).label));
    QTest::keyClick(fleet, Qt::Key_Return);
    QCOMPARE(page.selection().node, fleet->rows().at(400).label);
}

// What is left would hear of a language or a theme after the model that it shows.
void LivePageTest::aPageThatWasNeverShownLeavesNothing()
{
    const QWidgetList before = QApplication::allWidgets();
    {
        test::LiveFixture live;
        LivePage page(live.model);
        QVERIFY(QApplication::allWidgets().size() > before.size());
    }
    QCOMPARE(QApplication::allWidgets().size(), before.size());
}

void LivePageTest::gallery()
{
    const QString folder = qEnvironmentVariable("HEADROOM_GALLERY");
    if (folder.isEmpty())
        QSKIP("Set HEADROOM_GALLERY to a folder to get pictures of the page.");
    present::Language language;
    language.select(qEnvironmentVariable("HEADROOM_GALLERY_LANGUAGE", QStringLiteral("en")));
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
        page.resize(1364, 848);
        present::LiveFacts facts;
        facts.rules = {};
        for (const char *id : {"source_down", "gpu_gone", "gpu_temperature_high", "gpu_memory_nearly_full", "kv_cache_pressure", "queue_growing", "ttft_over_target"}) {
            facts.rules.push_back({});
            facts.rules.back().id = id;
            facts.rules.back().threshold = 85;
            facts.rules.back().clear = 80;
            facts.rules.back().forSeconds = 300;
        }
        facts.rules[5].enabled = false;
        facts.shipped = facts.rules;
        facts.rules[3].threshold = 90;
        live.model.setFacts(facts);
        for (const auto &[section, name] : {std::pair(present::LiveSection::Serving, "serving"), std::pair(present::LiveSection::Energy, "energy"),
                                            std::pair(present::LiveSection::Health, "health"), std::pair(present::LiveSection::Alerts, "alerts")}) {
            present::LiveSelection selection;
            selection.section = section;
            page.setSelection(selection);
            QTest::qWait(100);
            QVERIFY(page.grab().save(folder + QStringLiteral("/live-%1-%2.png").arg(QLatin1String(name), theme)));
        }
        QTest::mouseClick(child<QAbstractButton>(page, "live.rules.add"), Qt::LeftButton);
        QTest::qWait(50);
        QVERIFY(child<QWidget>(page, "rule")->grab().save(folder + QStringLiteral("/live-rule-%1.png").arg(theme)));
        child<QDialog>(page, "rule")->reject();
        SilenceDialog silence(&page);
        silence.show();
        QTest::qWait(50);
        QVERIFY(silence.grab().save(folder + QStringLiteral("/live-silence-%1.png").arg(theme)));
        present::SourceDraft draft;
        draft.address = QStringLiteral("https://mimir.example/prometheus");
        draft.access = present::SourceDraft::Access::Basic;
        draft.place = monitor::SecretPlace::File;
        live.model.setSecrets({{}, false, false, "Unknown error"});
        SourceDialog dialog(live.model, draft, &page);
        dialog.show();
        QTest::qWait(50);
        child<QComboBox>(dialog, "source.place.list")->setCurrentIndex(1);
        emit child<QComboBox>(dialog, "source.place.list")->activated(1);
        QTest::mouseClick(child<QPushButton>(dialog, "source.save"), Qt::LeftButton);
        QTest::qWait(50);
        QVERIFY(dialog.grab().save(folder + QStringLiteral("/live-source-%1.png").arg(theme)));
        page.setSelection({});
        page.resize(800, 1900);
        QTest::qWait(100);
        QVERIFY(page.grab().save(folder + QStringLiteral("/live-narrow-%1.png").arg(theme)));
    }
    applyTheme(*qApp, ThemeMode::Light);
}

QTEST_MAIN(LivePageTest)
#include "tst_live_page.moc"
