// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan_page_fixture.h"
#include "support/test_case.h"

#include <ui/charts/line_chart.h>
#include <ui/charts/scatter_chart.h>
#include <ui/charts/tornado_chart.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/segmented_control.h>
#include <ui/widgets/tile.h>

#include <QAbstractButton>
#include <QScrollArea>

#include <algorithm>
#include <cmath>

using namespace headroom;
using test::PlanPageFixture;

// The charts that compare: every option's cost against its latency, what moves the cost, latency against load.
class PlanTradesTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::ThemeMode::Light); }
    void aClickOnAPointShowsThatOption();
    void thePointsAreReachedByKeyboard();
    void anInputThatChangesGoesBackToTheRecommendedOption();
    void whatMovesTheCostIsDrawnAndSaid();
    void latencyHasThreePercentilesTargetAndCapacity();
    void latencyBeginsWithTheTargetThatBindsAndCanBeSwitched();
    void theSimulatedAnswerKeepsTheTilesInTheirPlaces();

private:
    template<class W>
    static W *chart(PlanPageFixture &f, const char *name)
    {
        auto *found = f.page.findChild<W *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no chart %s", name);
        f.page.findChild<QScrollArea *>(QStringLiteral("plan.answer"))->ensureWidgetVisible(found);
        QTest::qWait(0);
        return found;
    }
    static int pointOfAnAlternative(const PlanPageFixture &f)
    {
        const auto &points = f.view().pareto.points;
        const auto found = std::ranges::find_if(points, [](const present::ScatterPointView &point) { return point.alternative >= 0; });
        return static_cast<int>(found - points.begin());
    }
};

void PlanTradesTest::aClickOnAPointShowsThatOption()
{
    PlanPageFixture f;
    auto *pareto = chart<ui::ScatterChart>(f, "plan.pareto.chart");
    QVERIFY(f.view().pareto.points.size() > 3);
    const int point = pointOfAnAlternative(f);
    const present::ScatterPointView wanted = f.view().pareto.points[static_cast<std::size_t>(point)];
    const QString cost = f.tile(core::Figure::MonthlyCost).value;
    // The mouse brings the cursor to the point, the press chooses it.
    const QPoint at = pareto->pixelOf(point).toPoint();
    QTest::mouseMove(pareto, at);
    QTest::mouseClick(pareto, Qt::LeftButton, {}, at);
    QVERIFY(f.model.selected() >= 0);
    QCOMPARE(*f.tile(core::Figure::MonthlyCost).number, wanted.x);
    QVERIFY(f.tile(core::Figure::MonthlyCost).value != cost);
    auto *banner = f.page.findChild<ui::Banner *>(QStringLiteral("banner.selected"));
    QVERIFY(banner && banner->isVisible() && banner->text().contains(wanted.label));
    // Its derivation is that of the figure shown.
    QVERIFY(std::abs(f.model.derivation(core::Figure::MonthlyCost)->value - wanted.x) <= 1e-6 * wanted.x);
    emit banner->linkActivated();
    QCOMPARE(f.model.selected(), -1);
    QCOMPARE(f.tile(core::Figure::MonthlyCost).value, cost);
}

void PlanTradesTest::thePointsAreReachedByKeyboard()
{
    PlanPageFixture f;
    auto *pareto = chart<ui::ScatterChart>(f, "plan.pareto.chart");
    pareto->setFocus(Qt::TabFocusReason);
    QTest::keyClick(pareto, Qt::Key_Home);
    const int count = static_cast<int>(f.view().pareto.points.size());
    const int target = pointOfAnAlternative(f);
    for (int i = 0; i < target; ++i)
        QTest::keyClick(pareto, Qt::Key_Right);
    QCOMPARE(pareto->reading(), f.view().pareto.points[static_cast<std::size_t>(target)].details);
    QCOMPARE(pareto->accessibleDescription(), pareto->reading());
    QTest::keyClick(pareto, Qt::Key_Return);
    QCOMPARE(f.model.selected(), f.view().pareto.points[static_cast<std::size_t>(target)].alternative);
    QTest::keyClick(pareto, Qt::Key_End);
    QCOMPARE(pareto->reading(), f.view().pareto.points[static_cast<std::size_t>(count - 1)].details);
}

void PlanTradesTest::anInputThatChangesGoesBackToTheRecommendedOption()
{
    PlanPageFixture f;
    f.model.select(0);
    QCOMPARE(f.model.selected(), 0);
    f.session.setValue(QStringLiteral("demand.users"), 20000.0);
    QVERIFY(f.settle());
    QCOMPARE(f.model.selected(), -1);
}

void PlanTradesTest::whatMovesTheCostIsDrawnAndSaid()
{
    PlanPageFixture f(test::sampleScenario(), {1204, 748}, present::coreEngine());
    auto *tornado = chart<ui::TornadoChart>(f, "plan.tornado.chart");
    QCOMPARE(static_cast<std::size_t>(tornado->data().rows.size()), core::kSensitivityInputs.size() - 1);   // a whole answer has no target here
    QVERIFY(!tornado->accessibleDescription().isEmpty());
    double before = 1e300;
    for (const present::TornadoBarView &bar : f.view().tornado.bars) {
        QVERIFY(!bar.label.isEmpty() && !bar.lowInput.isEmpty() && !bar.highInput.isEmpty() && bar.lowInput != bar.highInput);
        const double base = f.view().tornado.base;
        double least = base;
        double most = base;
        for (const double end : {bar.low, bar.high})
            if (std::isfinite(end)) {
                least = std::min(least, end);
                most = std::max(most, end);
            }
        QVERIFY(most - least <= before);
        before = most - least;
    }
    tornado->setFocus(Qt::TabFocusReason);
    QTest::keyClick(tornado, Qt::Key_Home);
    QVERIFY(tornado->reading().contains(f.view().tornado.bars.front().label));
    QVERIFY(tornado->reading().contains(f.view().tornado.bars.front().highText));
}

void PlanTradesTest::latencyHasThreePercentilesTargetAndCapacity()
{
    PlanPageFixture f;
    auto *latency = chart<ui::LineChart>(f, "plan.latency.chart");
    QCOMPARE(latency->data().series.size(), 3);
    QVERIFY(latency->data().target && latency->data().marker);
    QCOMPARE(latency->data().verticals.size(), 2); // the peak and the capacity
    for (const ui::LineSeries &series : latency->data().series)
        QVERIFY2(series.points.size() >= 5, qPrintable(series.name));
    // Each percentile has a stroke of its own: colour is not the only sign.
    QVERIFY(latency->data().series[0].dash != latency->data().series[1].dash || latency->data().series[0].emphasized);
    QVERIFY(latency->data().series[1].dash != latency->data().series[2].dash);
}

void PlanTradesTest::latencyBeginsWithTheTargetThatBindsAndCanBeSwitched()
{
    PlanPageFixture f(test::sampleScenario(), {1204, 748}, present::coreEngine());
    const present::PlanView &view = f.view();
    auto *latency = chart<ui::LineChart>(f, "plan.latency.chart");
    auto *choice = f.page.findChild<ui::SegmentedControl *>(QStringLiteral("plan.latency.switch"));
    QVERIFY(choice && choice->isVisible());
    QCOMPARE(choice->choices().size(), 2);
    const present::LatencyView &binding = view.latency[static_cast<std::size_t>(view.latencyBinding)];
    QCOMPARE(choice->current(), binding.id);
    QCOMPARE(latency->data().target->value, binding.chart.target->value);
    for (const present::LatencyView &shown : view.latency) {
        QTest::mouseClick(static_cast<QWidget *>(choice->segment(shown.id)), Qt::LeftButton);
        QCOMPARE(choice->current(), shown.id);
        QCOMPARE(latency->data().series.size(), 3);
        QCOMPARE(latency->data().target->value, shown.chart.target->value);
        QCOMPARE(latency->data().marker->point.y(), shown.chart.point->y);
        // The operating point lies on the curve of the targets' percentile.
        const auto &main = shown.chart.curves.front().points;
        const auto at = std::ranges::find(main, shown.chart.point->x, &core::ChartPoint::x);
        QVERIFY(at != main.end() && qAbs(at->y / shown.chart.point->y - 1) < 1e-6);
    }
    // What was chosen stays when the answer moves.
    const QString chosen = choice->current();
    f.session.setValue(QStringLiteral("demand.users"), 12000.0);
    QVERIFY(f.settle());
    QCOMPARE(choice->current(), chosen);
}

void PlanTradesTest::theSimulatedAnswerKeepsTheTilesInTheirPlaces()
{
    PlanPageFixture f(test::sampleScenario(), {1204, 748}, present::coreEngine());
    QVERIFY(f.session.answer()->plan->refined);
    const auto lines = f.tile(core::Figure::TtftP95).lines;
    QVERIFY(std::ranges::any_of(lines, [](const present::ToneLine &line) { return line.text.endsWith(QStringLiteral("simulated")); }));
    QStringList ids;
    for (const ui::Tile *tile : f.page.findChildren<ui::Tile *>())
        ids.append(tile->objectName());
    f.session.setValue(QStringLiteral("hardware.headroom_ratio"), 0.6);
    QVERIFY(QTest::qWaitFor([&] { return !f.session.isPlanning(); }, 20000)); // the closed form's answer
    QStringList then;
    for (const ui::Tile *tile : f.page.findChildren<ui::Tile *>())
        then.append(tile->objectName());
    QCOMPARE(then, ids);
    QVERIFY(f.settle());
    QVERIFY(f.session.answer()->sensitivity);
}

QTEST_MAIN(PlanTradesTest)
#include "tst_plan_trades.moc"
