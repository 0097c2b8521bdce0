// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_shelf.h"
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <present/compare/compare_model.h>
#include <present/texts/compare_texts.h>
#include <present/texts/field_texts.h>

#include <cmath>

using namespace headroom;
using present::CompareColumn;
using present::CompareColumns;
using present::CompareModel;

namespace {

core::Scenario titled(const char *title, double peak)
{
    core::Scenario scenario;
    scenario.title = title;
    scenario.model.id = "llama-3.1-70b";
    scenario.demand.peakRps = peak;
    return scenario;
}

struct Fixture {
    Fixture() : worker(present::coreEngine()), session(test::shippedCatalog(), worker), model(session, shelf)
    {
        small = shelf.put(titled("Small", 5));
        large = shelf.put(titled("Large", 50));
        session.openNew(titled("Open", 20));
        settle();
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return session.isSettled() && !model.isBusy(); }, 20000);
    }
    void addBoth()
    {
        model.addStored(small);
        QTest::qWait(5); // the shelf answers in its order
        model.addStored(large);
        QVERIFY(QTest::qWaitFor([this] { return model.rowCount() == 3; }, 5000));
        settle();
    }
    QString text(int row, CompareColumn column) const
    {
        for (int c = 1; c < model.columnCount(); ++c)
            if (model.columnAt(c) == column)
                return model.index(row, c).data().toString();
        return QStringLiteral("no such column");
    }

    test::FakeShelf shelf;
    present::PlanWorker worker;
    present::ScenarioSession session;
    CompareModel model;
    db::ScenarioId small = 0, large = 0;
};

} // namespace

class CompareModelTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void theOpenScenarioStandsFirst()
    {
        Fixture f;
        QCOMPARE(f.model.rowCount(), 1);
        QVERIFY(f.model.compared(0));
        QCOMPARE(f.model.baselineRow(), 0);
        QVERIFY(f.model.index(0, 0).data().toString().startsWith(QStringLiteral("Open\n")));
        QVERIFY(!f.model.canRemove(0));
        f.session.setValue(QStringLiteral("demand.peak_rps"), 40.0);
        QVERIFY(f.settle());
        QCOMPARE(f.model.compared(0)->plan.workload.peak.value(), 40.0);
    }

    void storedOnesAreAddedAndTakenOut()
    {
        Fixture f;
        f.addBoth();
        QCOMPARE(f.model.rowCount(), 3);
        QCOMPARE(f.model.compared(1)->plan.workload.peak.value(), 5.0);
        QCOMPARE(f.model.compared(2)->plan.workload.peak.value(), 50.0);
        f.model.addStored(f.small); // is there already
        f.settle();
        QCOMPARE(f.model.rowCount(), 3);
        f.model.pin(2);
        f.model.remove(1);
        QCOMPARE(f.model.rowCount(), 2);
        QCOMPARE(f.model.baselineRow(), 1);     // still the large one
        f.model.remove(1);
        QCOMPARE(f.model.baselineRow(), 0);     // the open one takes over
    }

    void differencesAreAgainstTheBaseline()
    {
        Fixture f;
        f.addBoth();
        const core::Money open = f.model.compared(0)->bill.total, large = f.model.compared(2)->bill.total;
        QVERIFY(core::compare(large, open) > 0);
        QVERIFY(!f.text(0, CompareColumn::Bill).contains(u'\n'));
        const QString difference = f.text(2, CompareColumn::Bill).section(u'\n', 1);
        QVERIFY2(difference.startsWith(QStringLiteral("+$")) && difference.contains(u'%'), qPrintable(difference));
        const QString utilization = f.text(2, CompareColumn::Utilization).section(u'\n', 1);
        QVERIFY2(utilization.endsWith(QStringLiteral(" points")) && !utilization.contains(u'%'), qPrintable(utilization));
        f.model.pin(2);
        QVERIFY(!f.text(2, CompareColumn::Bill).contains(u'\n'));
        QVERIFY(f.text(0, CompareColumn::Bill).section(u'\n', 1).startsWith(QStringLiteral("−$")));
        QVERIFY(f.model.index(2, 0).data().toString().contains(present::CompareTexts::baseline()));
    }

    void theBestIsMarkedByASign()
    {
        Fixture f;
        f.addBoth();
        QVERIFY(f.model.isBest(1, CompareColumn::Bill));      // the small one costs least
        QVERIFY(f.text(1, CompareColumn::Bill).startsWith(QStringLiteral("★ ")));
        QVERIFY(!f.text(2, CompareColumn::Bill).startsWith(QStringLiteral("★ ")));
        QCOMPARE(*f.model.goodness(1, CompareColumn::Bill), 1.0);
        QCOMPARE(*f.model.goodness(2, CompareColumn::Bill), 0.0);
        for (const CompareColumn column : present::kCompareColumns)
            for (int row = 0; row < 3; ++row)
                if (const auto good = f.model.goodness(row, column))
                    QVERIFY(*good >= 0 && *good <= 1);
        // A column of equal values has no best.
        f.model.remove(2);
        f.model.remove(1);
        QVERIFY(!f.model.isBest(0, CompareColumn::Bill));
    }

    void moneyOfAnotherCurrencyIsNotCompared()
    {
        Fixture f;
        core::Scenario yuan = titled("Yuan", 5);
        yuan.money.currency = core::Currency::CNY;
        f.model.addScenario(QStringLiteral("stored.99"), yuan, QStringLiteral("Yuan"));
        QVERIFY(f.settle());
        QVERIFY(!f.model.goodness(1, CompareColumn::Bill));
        QVERIFY(f.text(1, CompareColumn::Bill).contains(u'¥') && !f.text(1, CompareColumn::Bill).contains(u'\n'));
        QVERIFY(f.model.goodness(1, CompareColumn::Gpus)); // GPUs are
    }

    void columnsAreChosen()
    {
        Fixture f;
        const int before = f.model.columnCount();
        f.model.setShown(CompareColumn::FiveYears, true);
        QCOMPARE(f.model.columnCount(), before + 1);
        QCOMPARE(f.model.columns().back(), CompareColumn::FiveYears);
        for (const CompareColumn column : present::kCompareColumns)
            f.model.setShown(column, false);
        QCOMPARE(f.model.columnCount(), 2); // one stays
        for (const CompareColumn column : present::kCompareColumns)
            f.model.setShown(column, true);
        QVERIFY(std::ranges::is_sorted(f.model.columns()));
    }

    // One press from a cell to its derivation, which gives the cell's value.
    void everyCellIsExplained()
    {
        Fixture f;
        for (const CompareColumn column : present::kCompareColumns)
            f.model.setShown(column, true);
        for (int c = 1; c < f.model.columnCount(); ++c) {
            const CompareColumn column = f.model.columnAt(c);
            const auto value = CompareColumns::value(column, *f.model.compared(0));
            const auto derivation = f.model.derivation(f.model.index(0, c));
            QVERIFY2(value && derivation, qPrintable(CompareColumns::id(column)));
            const double given = core::evaluate(*derivation);
            QVERIFY2(std::abs(given - *value) <= 1e-4 * std::max(std::abs(*value), 1e-2), qPrintable(QStringLiteral("%1: %2, not %3").arg(CompareColumns::id(column)).arg(given).arg(*value)));
        }
        QVERIFY(!f.model.derivation(f.model.index(0, 0)));
    }

    void whatWouldCostLessComesAndGoes()
    {
        Fixture f;
        f.addBoth();
        f.model.showMoves(true);
        QVERIFY(f.settle());
        QVERIFY(f.model.rowCount() > 3);
        for (int row = 3; row < f.model.rowCount(); ++row) {
            QVERIFY(f.model.index(row, 0).data(CompareModel::KeyRole).toString().startsWith(QStringLiteral("move.")));
            QVERIFY2(core::compare(f.model.compared(row)->shown()->monthlyCost, f.model.compared(0)->shown()->monthlyCost) < 0,
                     qPrintable(QStringLiteral("%1: %2, open %3").arg(f.model.index(row, 0).data(CompareModel::KeyRole).toString()).arg(f.model.compared(row)->shown()->monthlyCost.toDouble()).arg(f.model.compared(0)->shown()->monthlyCost.toDouble())));
        }
        f.model.showMoves(false);
        QCOMPARE(f.model.rowCount(), 3);
    }

    void whatIsComparedOutlivesTheProgram()
    {
        Fixture f;
        f.addBoth();
        f.model.setShown(CompareColumn::Power, false);
        f.model.pin(2);
        const QString state = f.model.state();
        CompareModel later(f.session, f.shelf);
        later.restore(state, 0);
        QTRY_COMPARE_WITH_TIMEOUT(later.rowCount(), 3, 5000);
        QTRY_COMPARE_WITH_TIMEOUT(later.baselineRow(), 2, 5000);
        QVERIFY(!later.isShown(CompareColumn::Power));
        QCOMPARE(later.state(), state);
        QTRY_VERIFY_WITH_TIMEOUT(!later.isBusy(), 20000);
        // The open scenario is no row of its own; what is no number of one is passed over; a baseline that never comes is none.
        CompareModel third(f.session, f.shelf);
        third.restore(QStringLiteral(R"({"columns":["bill","nonsense"],"scenarios":[%1,%2,-4,"x"],"pinned":"stored.987"})").arg(f.small).arg(f.large), f.small);
        QTRY_COMPARE_WITH_TIMEOUT(third.rowCount(), 2, 5000);
        QCOMPARE(third.columns(), std::vector{CompareColumn::Bill});
        QCOMPARE(third.baselineRow(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!third.isBusy(), 20000);
    }

    void whatIsNoStateChangesNothing()
    {
        Fixture f;
        const QString before = f.model.state();
        for (const char *state : {"", "{", "[]", "null", R"({"columns":7,"scenarios":{"a":1},"pinned":[],"moves":"yes"})", R"({"columns":[]})"}) {
            f.model.restore(QString::fromLatin1(state), 0);
            QCOMPARE(f.model.state(), before);
        }
    }

    void aScenarioThatCannotBePlannedSaysWhy()
    {
        Fixture f;
        core::Scenario bad = titled("Bad", 5);
        bad.model.id = "no-such-model";
        f.model.addScenario(QStringLiteral("stored.98"), bad, QStringLiteral("Bad"));
        QVERIFY(f.settle());
        QVERIFY(!f.model.compared(1));
        const QString name = f.model.index(1, 0).data().toString();
        QVERIFY2(name.startsWith(QStringLiteral("Bad\n")) && name.section(u'\n', 1).contains(present::FieldTexts::label(QStringLiteral("model.id"))), qPrintable(name));
        QCOMPARE(f.text(1, CompareColumn::Bill), QStringLiteral("—"));
    }
};

QTEST_GUILESS_MAIN(CompareModelTest)
#include "tst_compare_model.moc"
