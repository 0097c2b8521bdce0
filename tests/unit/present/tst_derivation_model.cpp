// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plannable_scenario.h"
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/planning/explain.h>
#include <core/planning/planner.h>
#include <present/derivation/derivation_model.h>
#include <present/derivation/derivation_sentences.h>
#include <present/derivation/derivation_texts.h>
#include <present/derivation/derivation_words.h>

#include <QAbstractItemModelTester>
#include <QSet>

#include <map>

using namespace headroom::present;
using namespace headroom::core;

namespace {

const Catalog &catalog()
{
    return *headroom::test::shippedCatalog();
}

void visit(const Derivation &node, const auto &each)
{
    each(node);
    for (const Derivation &operand : node.operands)
        visit(operand, each);
}

int nodesOf(const Derivation &node)
{
    int count = 0;
    visit(node, [&](const Derivation &) { ++count; });
    return count;
}

int rowsOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    int rows = model.rowCount(parent);
    for (int row = 0; row < model.rowCount(parent); ++row)
        rows += rowsOf(model, model.index(row, 0, parent));
    return rows;
}

} // namespace

class DerivationModelTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void theModelKeepsTheRulesOfItemModels()
    {
        DerivationModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Plan plan = *headroom::core::plan({}, catalog());
        for (const Figure figure : kFigures) {
            const Derivation tree = explain(figure, *plan.recommended, plan, catalog());
            model.setDerivation(tree);
            QCOMPARE(rowsOf(model), nodesOf(tree));
            const QModelIndex root = model.index(0, 0);
            const double value = figureValue(figure, *plan.recommended, plan);
            QVERIFY(std::abs(root.data(DerivationModel::NumberRole).toDouble() - value) <= 1e-9 * std::abs(value) + 1e-6); // money is kept to a millionth
            QVERIFY(!root.siblingAtColumn(DerivationModel::Value).data().toString().isEmpty());
        }
        model.retranslate();
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    // Whatever the engine explains can be said: a key without wording would show its raw name.
    void everyKeyOfRandomPlansHasWords()
    {
        headroom::test::PlannableScenarios scenarios(catalog(), 11);
        QSet<QString> unknown;
        int plans = 0;
        for (int i = 0; i < 120; ++i) {
            const auto plan = headroom::core::plan(scenarios.next(), catalog());
            if (!plan)
                continue;
            const PlanOption *option = plan->recommended ? &*plan->recommended : plan->closest ? &*plan->closest : nullptr;
            if (!option)
                continue;
            ++plans;
            for (const Figure figure : kFigures)
                visit(explain(figure, *option, *plan, catalog()), [&](const Derivation &node) {
                    if (!DerivationTexts::knows(node.key))
                        unknown.insert(QString::fromStdString(node.key));
                    if (DerivationTexts::value(node).isEmpty() || (node.operands.empty() && DerivationTexts::source(node).isEmpty()))
                        unknown.insert(QStringLiteral("silent: ") + QString::fromStdString(node.key));
                });
        }
        QVERIFY(plans > 60);
        QVERIFY2(unknown.isEmpty(), qPrintable(QStringList(unknown.values()).join(QStringLiteral(", "))));
    }

    void anUnknownKeyIsShownAsItIs()
    {
        QCOMPARE(DerivationTexts::label("phase_of_the_moon"), QStringLiteral("phase_of_the_moon"));
        QVERIFY(!DerivationTexts::knows("phase_of_the_moon"));
    }

    void noKeyHasTwoWordings()
    {
        std::map<std::string, int> seen;
        for (const DerivationWord &word : derivationWords())
            ++seen[word.key];
        for (const auto &[key, count] : seen)
            QVERIFY2(count == 1, key.c_str());
    }

    void theSentenceOfThePeakReadsAsArithmetic()
    {
        const Plan plan = *headroom::core::plan({}, catalog());
        const Derivation tree = explain(Figure::PeakRps, *plan.recommended, plan, catalog());
        QStringList sentences = derivationSentences(tree);
        for (QString &sentence : sentences)
            sentence.replace(QChar(0x00a0), u' ');
        QCOMPARE(sentences.at(0), QStringLiteral("Peak load = Load of a mean working hour × Peak factor = 30/s × 2.5 = 75/s"));
        QVERIFY(sentences.contains(QStringLiteral("Users: 10,000 people (chosen in the scenario)")));
        QCOMPARE(derivationSentences(tree, 0).size(), 1);
        QCOMPARE(derivationOutline(tree).count(u'\n'), nodesOf(tree));
    }

    void formulasShowTheirOperation_data()
    {
        QTest::addColumn<int>("operation");
        QTest::addColumn<QString>("text");
        QTest::newRow("sum") << static_cast<int>(Operation::Sum) << QStringLiteral("2 + 3");
        QTest::newRow("difference") << static_cast<int>(Operation::Difference) << QStringLiteral("2 − 3");
        QTest::newRow("product") << static_cast<int>(Operation::Product) << QStringLiteral("2 × 3");
        QTest::newRow("quotient") << static_cast<int>(Operation::Quotient) << QStringLiteral("2 ÷ 3");
        QTest::newRow("minimum") << static_cast<int>(Operation::Minimum) << QStringLiteral("min(2, 3)");
        QTest::newRow("maximum") << static_cast<int>(Operation::Maximum) << QStringLiteral("max(2, 3)");
        QTest::newRow("smooth") << static_cast<int>(Operation::SmoothMaximum) << QStringLiteral("∛(2³ + 3³)");
    }
    void formulasShowTheirOperation()
    {
        QFETCH(int, operation);
        Derivation node{"replicas", static_cast<Operation>(operation), 0, Unit::Count, {},
                        {{"one", Operation::Constant, 2, Unit::Count, {}, {}}, {"one", Operation::Constant, 3, Unit::Count, {}, {}}}};
        node.value = evaluate(node);
        QTEST(DerivationTexts::formulaInNumbers(node), "text");
    }

    void aSourceCarriesItsDate()
    {
        Derivation fact{"gpu_memory", Operation::Fact, 80e9, Unit::Bytes, {"datasheet", "2024-05", "low"}, {}};
        QCOMPARE(DerivationTexts::source(fact), QStringLiteral("datasheet (as of 2024-05); public sources disagree"));
    }
};

QTEST_MAIN(DerivationModelTest)
#include "tst_derivation_model.moc"
