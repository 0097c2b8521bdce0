// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"
#include "unit/present/fake_shelf.h"

#include <present/compare/compare_model.h>
#include <present/plan/plan_worker.h>
#include <ui/charts/line_chart.h>
#include <ui/charts/parallel_chart.h>
#include <ui/pages/compare/compare_page.h>
#include <ui/pages/money/money_page.h>
#include <ui/theme/theme.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTreeView>

#include <cmath>

using namespace headroom;

namespace {

core::Scenario sample()
{
    core::Scenario scenario;
    scenario.title = "Open";
    scenario.model.id = "llama-3.1-70b";
    scenario.hardware.gpus = {"h100-sxm"};
    scenario.demand.peakRps = 20;
    scenario.growth = {0.5, 0.06, "", {}, 24};
    return scenario;
}

struct Fixture {
    Fixture() : worker(present::coreEngine()), session(test::shippedCatalog(), worker), model(session, shelf), compare(model), costs(session)
    {
        core::Scenario other = sample();
        other.title = "Twice the people";
        other.demand.peakRps = 40;
        stored = shelf.put(other);
        session.openNew(sample());
        settle();
        for (QWidget *page : std::initializer_list<QWidget *>{&compare, &costs})
            page->resize(1204, 748);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return session.isSettled() && !model.isBusy(); }, 20000);
    }
    static void press(QWidget &page, const char *name) { QTest::mouseClick(page.findChild<QAbstractButton *>(QString::fromLatin1(name)), Qt::LeftButton); }
    static void pressCell(QTableView *table, int row, int column)
    {
        const QModelIndex index = table->model()->index(row, column);
        table->scrollTo(index);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
    }

    test::FakeShelf shelf;
    present::PlanWorker worker;
    present::ScenarioSession session;
    present::CompareModel model;
    ui::ComparePage compare;
    ui::MoneyPage costs;
    db::ScenarioId stored = 0;
};

} // namespace

class CostsPagesTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::ThemeMode::Light); }

    void aChartOfManyShowsTheBaselineAndTheSelectedOne()
    {
        Fixture f;
        f.compare.show();
        for (int i = 0; i < 10; ++i) {
            core::Scenario other = sample();
            other.demand.peakRps = 5.0 * (i + 1);
            f.model.addScenario(QStringLiteral("x.%1").arg(i), other, QStringLiteral("Scenario %1").arg(i));
        }
        QTRY_COMPARE(f.model.rowCount(), 11);
        QVERIFY(f.settle());
        auto *chart = f.compare.findChild<ui::ParallelChart *>();
        f.model.pin(10);
        f.compare.findChild<QTableView *>(QStringLiteral("compare.table"))->setCurrentIndex(f.model.index(9, 1));
        QTRY_COMPARE(chart->data().lines.size(), qsizetype(8));
        QStringList names;
        for (const ui::ParallelLine &line : chart->data().lines)
            names << line.name;
        QVERIFY2(names.contains(QStringLiteral("Scenario 9")) && names.contains(QStringLiteral("Scenario 8")), qPrintable(names.join(QLatin1Char(','))));
        QVERIFY2(chart->data().summary.contains(QStringLiteral("8")) && chart->data().summary.contains(QStringLiteral("11")), qPrintable(chart->data().summary));
    }

    void aStoredScenarioIsAddedFromTheMenu()
    {
        Fixture f;
        f.compare.show();
        auto *button = f.compare.findChild<QPushButton *>(QStringLiteral("compare.add"));
        f.model.listStored();
        QTRY_VERIFY(f.compare.findChild<QAction *>(QStringLiteral("compare.add.%1").arg(f.stored)));
        QVERIFY(button->menu());
        f.compare.findChild<QAction *>(QStringLiteral("compare.add.%1").arg(f.stored))->trigger();
        QTRY_COMPARE(f.model.rowCount(), 2);
        QVERIFY(f.settle());
        auto *chart = f.compare.findChild<ui::ParallelChart *>();
        QTRY_COMPARE(chart->data().lines.size(), qsizetype(2));
        QCOMPARE(chart->data().axes.size(), qsizetype(f.model.columns().size()));
        for (const ui::ParallelLine &line : chart->data().lines)
            for (const double share : line.shares)
                QVERIFY(std::isnan(share) || (share >= 0 && share <= 1));
    }

    void oneClickLeadsFromACellToItsDerivation()
    {
        Fixture f;
        f.compare.show();
        auto *table = f.compare.findChild<QTableView *>(QStringLiteral("compare.table"));
        auto *panel = f.compare.findChild<QWidget *>(QStringLiteral("derivation"));
        QVERIFY(!panel->isVisible());
        for (int column = 1; column < f.model.columnCount(); ++column) {
            Fixture::pressCell(table, 0, column);
            QVERIFY2(panel->isVisible(), qPrintable(f.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
        }
        // It follows the scenario, and Escape closes it.
        f.session.setValue(QStringLiteral("demand.peak_rps"), 60.0);
        QVERIFY(f.settle());
        QVERIFY(panel->isVisible());
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
    }

    void theKeyboardAloneIsEnough()
    {
        Fixture f;
        f.compare.show();
        auto *table = f.compare.findChild<QTableView *>(QStringLiteral("compare.table"));
        table->setFocus(Qt::TabFocusReason);
        table->setCurrentIndex(f.model.index(0, 1));
        QTest::keyClick(table, Qt::Key_Right);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(f.compare.findChild<QWidget *>(QStringLiteral("derivation"))->isVisible());
    }

    void whatWouldCostLessIsAButton()
    {
        Fixture f;
        f.compare.show();
        Fixture::press(f.compare, "compare.moves");
        QVERIFY(f.settle());
        QTRY_VERIFY(f.model.rowCount() > 2);
        auto *table = f.compare.findChild<QTableView *>(QStringLiteral("compare.table"));
        Fixture::pressCell(table, 1, 0);
        Fixture::press(f.compare, "compare.pin");
        QCOMPARE(f.model.baselineRow(), 1);
        const int rows = f.model.rowCount();
        Fixture::press(f.compare, "compare.remove");
        QCOMPARE(f.model.rowCount(), rows - 1);
        QCOMPARE(f.model.baselineRow(), 0);
        Fixture::press(f.compare, "compare.moves");
        QCOMPARE(f.model.rowCount(), 1);
    }

    void columnsAreChosenInAMenu()
    {
        Fixture f;
        f.compare.show();
        const int before = f.model.columnCount();
        f.compare.findChild<QAction *>(QStringLiteral("compare.column.five_years"))->trigger();
        QCOMPARE(f.model.columnCount(), before + 1);
        Fixture::press(f.compare, "compare.copy");
        QCOMPARE(QGuiApplication::clipboard()->text().section(u'\n', 0, 0).count(u'\t'), before);
    }

    void everyLineOfTheBillIsExplained()
    {
        Fixture f;
        f.costs.show();
        auto *bill = f.costs.findChild<QTableView *>(QStringLiteral("costs.bill"));
        auto *panel = f.costs.findChild<QWidget *>(QStringLiteral("derivation"));
        QVERIFY(bill->model()->rowCount() >= 6);
        for (int row = 0; row < bill->model()->rowCount(); ++row) {
            const auto derivation = present::MoneyViewBuilder(*f.session.answer()).billDerivation(row);
            QVERIFY(derivation && !derivation->key.empty());
        }
        Fixture::pressCell(bill, 0, 0);
        QVERIFY(panel->isVisible());
        auto *tree = panel->findChild<QTreeView *>();
        QVERIFY(tree->model()->rowCount() > 0);
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
    }

    void theCostsFollowTheScenario()
    {
        Fixture f;
        f.costs.show();
        auto *bill = f.costs.findChild<QTableView *>(QStringLiteral("costs.bill"));
        auto *phases = f.costs.findChild<QTableView *>(QStringLiteral("costs.phases"));
        auto *road = f.costs.findChild<ui::LineChart *>(QStringLiteral("costs.road"));
        auto *spent = f.costs.findChild<ui::LineChart *>(QStringLiteral("costs.spent"));
        const QString before = bill->model()->index(0, 3).data().toString();
        const int phasesBefore = phases->model()->rowCount();
        QVERIFY(phasesBefore > 1);
        QVERIFY(spent->data().series.size() >= 2);
        QCOMPARE(road->data().series.first().points.size(), qsizetype(25));
        f.session.setValue(QStringLiteral("demand.peak_rps"), 100.0);
        QVERIFY(f.settle());
        QVERIFY(bill->model()->index(0, 3).data().toString() != before);
        f.session.setValue(QStringLiteral("growth.monthly_ratio"), 0.0);
        QVERIFY(f.settle());
        QCOMPARE(phases->model()->rowCount(), 1);
    }

    // The page scrolls; no table hides rows in a frame of its own.
    void everyTableShowsAllItsRows()
    {
        Fixture f;
        f.costs.show();
        f.session.setValue(QStringLiteral("demand.peak_rps"), 30.0);
        QVERIFY(f.settle());
        for (const char *name : {"costs.bill", "costs.owned", "costs.phases", "costs.budget"}) {
            auto *table = f.costs.findChild<QTableView *>(QString::fromLatin1(name));
            const int last = table->model()->rowCount() - 1;
            QVERIFY2(last >= 0, name);
            QTRY_VERIFY2(table->visualRect(table->model()->index(last, 0)).bottom() <= table->viewport()->height(), name);
            QTRY_VERIFY2(table->parentWidget()->height() >= table->height(), name);
        }
    }

    void bothPagesDrawInBothThemes()
    {
        for (const ui::ThemeMode mode : {ui::ThemeMode::Light, ui::ThemeMode::Dark}) {
            ui::applyTheme(*qApp, mode);
            Fixture f;
            f.compare.show();
            f.costs.show();
            Fixture::press(f.compare, "compare.moves");
            QVERIFY(f.settle());
            QVERIFY(!f.compare.grab().isNull() && !f.costs.grab().isNull());
        }
        ui::applyTheme(*qApp, ui::ThemeMode::Light);
    }
};

QTEST_MAIN(CostsPagesTest)
#include "tst_costs_pages.moc"
