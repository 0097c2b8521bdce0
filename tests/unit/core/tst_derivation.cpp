// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plannable_scenario.h"
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/derivation/build.h>
#include <core/planning/explain.h>
#include <core/planning/planner.h>

#include <cmath>

using namespace headroom::core;
using namespace headroom::core::derive;

class DerivationTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void combinesOperands_data()
    {
        QTest::addColumn<int>("operation");
        QTest::addColumn<double>("expected");
        QTest::newRow("sum") << int(Operation::Sum) << 11.0;
        QTest::newRow("difference") << int(Operation::Difference) << 5.0;
        QTest::newRow("product") << int(Operation::Product) << 16.0;
        QTest::newRow("quotient") << int(Operation::Quotient) << 4.0;
        QTest::newRow("minimum") << int(Operation::Minimum) << 1.0;
        QTest::newRow("maximum") << int(Operation::Maximum) << 8.0;
        QTest::newRow("smooth maximum") << int(Operation::SmoothMaximum) << std::cbrt(512.0 + 8.0 + 1.0);
    }
    void combinesOperands()
    {
        QFETCH(int, operation);
        QFETCH(double, expected);
        const auto tree = node(static_cast<Operation>(operation), "x", Unit::None, constant("a", 8, Unit::None), constant("b", 2, Unit::None), constant("c", 1, Unit::None));
        QCOMPARE(evaluate(tree), expected);
        QCOMPARE(tree.value, expected);
    }

    void wholeNumbersSurviveRounding()
    {
        QCOMPARE(ceilToWhole(7.0 + 1e-12), 7.0);
        QCOMPARE(ceilToWhole(7.0001), 8.0);
        QCOMPARE(floorToWhole(7.0 - 1e-12), 7.0);
        QCOMPARE(evaluate(node(Operation::Ceil, "x", Unit::None, constant("a", 6.25, Unit::None))), 7.0);
        QCOMPARE(evaluate(node(Operation::Exponential, "x", Unit::None, constant("a", 0, Unit::None))), 1.0);
    }

    // The promise behind "Why?": every tree of every option evaluates to the figure that is shown.
    void treesGiveTheFigures()
    {
        const auto catalog = headroom::test::shippedCatalog();
        headroom::test::PlannableScenarios scenarios(*catalog, 7);
        int planned = 0;
        int figures = 0;
        for (int i = 0; i < 200; ++i) {
            const auto plan = headroom::core::plan(scenarios.next(), *catalog);
            QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
            const auto &option = plan->recommended ? plan->recommended : plan->closest;
            if (!option)
                continue;
            ++planned;
            for (const Figure figure : kFigures) {
                // The closest option was found with a relaxed scenario: its count of replicas follows from that one.
                if (!plan->recommended && figure != Figure::PeakRps && figure != Figure::WeightsPerGpu)
                    continue;
                if (figure == Figure::CostPerMillionOutputTokens && !option->costPerMillionOutputTokens)
                    continue;
                const Derivation tree = explain(figure, *option, *plan, *catalog);
                const double shown = figureValue(figure, *option, *plan);
                if (figure == Figure::MonthlyCost && !option->isPriced()) {
                    QVERIFY(std::isnan(shown) && std::isnan(evaluate(tree))); // nobody sells it: missing, never zero
                    continue;
                }
                // Money is rounded to a millionth where the tree is not.
                const double tolerance = std::max(std::abs(shown) * 1e-6, 2e-6);
                QVERIFY2(std::abs(evaluate(tree) - shown) <= tolerance,
                         qPrintable(QStringLiteral("scenario %1 %2: tree %3, shown %4").arg(i).arg(QString::fromUtf8(figureId(figure).data())).arg(evaluate(tree), 0, 'g', 12).arg(shown, 0, 'g', 12)));
                QCOMPARE(tree.value, evaluate(tree));
                ++figures;
            }
        }
        QVERIFY2(planned > 120, qPrintable(QString::number(planned)));
        QVERIFY(figures > 1000);
    }
};

QTEST_APPLESS_MAIN(DerivationTest)
#include "tst_derivation.moc"
