// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plannable_scenario.h"
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/planning/charts.h>
#include <core/planning/explain.h>
#include <core/planning/plan_json.h>
#include <core/planning/planner.h>
#include <present/i18n/language.h>
#include <present/proposal/proposal_builder.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace headroom;
using core::Figure;

namespace {

// Recomputes a tree of the JSON document from its leaves.
double evaluated(const QJsonObject &node)
{
    const QString operation = node["operation"].toString();
    const QJsonArray operands = node["operands"].toArray();
    if (operands.isEmpty() || operation == u"search")
        return node["value"].toDouble();
    QList<double> values;
    for (const QJsonValue &operand : operands)
        values.append(evaluated(operand.toObject()));
    double result = values.first();
    for (const double value : values.mid(1)) {
        if (operation == u"sum")
            result += value;
        else if (operation == u"difference")
            result -= value;
        else if (operation == u"product")
            result *= value;
        else if (operation == u"quotient")
            result /= value;
        else if (operation == u"minimum")
            result = std::min(result, value);
        else if (operation == u"maximum")
            result = std::max(result, value);
    }
    if (operation == u"ceil")
        return core::ceilToWhole(result);
    if (operation == u"floor")
        return core::floorToWhole(result);
    if (operation == u"exponential")
        return std::exp(result);
    if (operation == u"smooth_maximum") {
        double cubes = 0;
        for (const double value : values)
            cubes += value * value * value;
        return std::cbrt(cubes);
    }
    return result;
}

bool near(double a, double b)
{
    return std::abs(a - b) <= std::max(std::abs(b) * 1e-6, 5.0001e-3); // money is shown to the cent, and an amount may lie half a cent off
}

const present::ProposalFigures *figuresOf(const present::ProposalDocument &document)
{
    for (const present::ProposalBlock &block : document.blocks)
        if (const auto *figures = std::get_if<present::ProposalFigures>(&block))
            return figures;
    return nullptr;
}

} // namespace

class ProposalBuilderTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    // What is printed and what the JSON says are the figures that the trees give.
    void printedFiguresAreThoseOfTheTrees()
    {
        const auto catalog = headroom::test::shippedCatalog();
        headroom::test::PlannableScenarios scenarios(*catalog, 23);
        const present::FigureFormat format{QLocale(QLocale::English, QLocale::UnitedStates)};
        int compared = 0;
        for (int i = 0; i < 200; ++i) {
            const auto plan = core::plan(scenarios.next(), *catalog);
            QVERIFY(plan);
            if (!plan->recommended)
                continue;
            const core::PlanOption &option = *plan->recommended;
            const auto tree = [&](Figure figure) { return core::evaluate(core::explain(figure, option, *plan, *catalog)); };
            const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(core::planToJson(*plan, *catalog))).object();
            const QJsonObject recommended = json["recommended"].toObject();
            const QJsonObject trees = json["derivations"].toObject();
            QVERIFY(near(evaluated(trees["gpus"].toObject()), recommended["gpus"].toDouble()));
            if (option.isPriced())
                QVERIFY(near(evaluated(trees["monthly_cost"].toObject()), recommended["monthly_cost"].toObject()["amount"].toString().toDouble()));
            else
                QVERIFY(trees["monthly_cost"].isNull() && recommended["monthly_cost"].isNull());
            const QString ttft = QStringLiteral("ttft_%1_s").arg(QLatin1String(core::targetPercentileId(plan->scenario.hardware.percentile).data()));
            QVERIFY(near(evaluated(trees[ttft].toObject()), recommended["latency_at_target"].toObject()["ttft_s"].toDouble()));
            QVERIFY(near(evaluated(trees["headroom_ratio"].toObject()), recommended["headroom_ratio"].toDouble()));
            QVERIFY(near(evaluated(trees["weights_bytes_per_gpu"].toObject()), recommended["weights_bytes_per_gpu"].toDouble()));

            const core::PlanCharts charts = core::chartsFor(option, *plan, *catalog);
            present::ProposalBuilder builder(*plan, charts, *catalog, format, QLocale(QLocale::English), QDate(2026, 11, 24));
            const present::ProposalDocument document = builder.build();
            const present::ProposalFigures *figures = figuresOf(document);
            QVERIFY(figures);
            QCOMPARE(figures->figures.size(), qsizetype(5));
            QCOMPARE(figures->figures[0].value, format.count(tree(Figure::Gpus)));
            QCOMPARE(figures->figures[2].value, format.seconds(core::Seconds(tree(Figure::TtftP95))));
            QCOMPARE(figures->figures[3].value, format.percent(tree(Figure::Headroom)));
            // Money is rounded once, from the exact amount; the tree is within a millionth of it.
            QCOMPARE(figures->figures[1].value, option.isPriced() ? format.money(option.monthlyCost) : QStringLiteral("no price"));
            if (option.isPriced())
                QVERIFY(near(tree(Figure::MonthlyCost), option.monthlyCost.toDouble()));
            ++compared;
        }
        QVERIFY2(compared > 80, qPrintable(QString::number(compared)));
    }

    // A fleet that nobody sells has no amount anywhere, least of all a zero.
    void aFleetWithoutAPriceHasNoAmounts()
    {
        core::Catalog catalog = *headroom::test::shippedCatalog();
        std::erase_if(catalog.offers, [](const core::Offer &offer) { return offer.gpu == "h100-sxm"; });
        for (core::Gpu &gpu : catalog.gpus)
            if (gpu.id == "h100-sxm")
                gpu.purchasePrice.reset();
        core::Scenario scenario;
        scenario.model.id = "llama-3.1-70b";
        scenario.demand.peakRps = 20;
        scenario.hardware.gpus = {"h100-sxm"};
        scenario.layout.emplace();
        scenario.layout->gpus = 16;
        const auto plan = core::plan(scenario, catalog);
        QVERIFY(plan && plan->recommended && !plan->recommended->isPriced());
        const core::PlanCharts charts = core::chartsFor(*plan->recommended, *plan, catalog);
        const present::FigureFormat format{QLocale(QLocale::English, QLocale::UnitedStates)};
        const present::ProposalDocument document = present::ProposalBuilder(*plan, charts, catalog, format, QLocale(QLocale::English), QDate(2026, 11, 24)).build();
        QCOMPARE(figuresOf(document)->figures[1].value, QStringLiteral("no price"));
        QStringList words;
        for (const present::ProposalBlock &block : document.blocks) {
            if (const auto *paragraph = std::get_if<present::ProposalParagraph>(&block))
                words << paragraph->text;
            if (const auto *table = std::get_if<present::ProposalTable>(&block))
                for (const QStringList &row : table->rows)
                    words << row;
        }
        // The API's bill is known, and the only one.
        for (const QString &word : std::as_const(words))
            QVERIFY2(!word.contains(QStringLiteral("$0")) || word.contains(QStringLiteral("$0.0")), qPrintable(word));
        QVERIFY(words.filter(QStringLiteral("Nobody sells this GPU")).size() >= 2);
    }

    void bothLanguagesSayTheSame()
    {
        const auto catalog = headroom::test::shippedCatalog();
        core::Scenario scenario;
        scenario.hardware.considered = {"6x a100-80gb-sxm"};
        const auto plan = core::plan(scenario, *catalog);
        QVERIFY(plan && plan->recommended);
        const core::PlanCharts charts = core::chartsFor(*plan->recommended, *plan, *catalog);
        present::Language language;
        qsizetype blocks = 0;
        for (const QString &id : present::Language::ids()) {
            language.select(id);
            const present::FigureFormat format(language.locale());
            const present::ProposalDocument document = present::ProposalBuilder(*plan, charts, *catalog, format, language.locale(), QDate(2026, 11, 24)).build();
            blocks = blocks == 0 ? document.blocks.size() : blocks;
            QCOMPARE(document.blocks.size(), blocks);
            for (const present::ProposalBlock &block : document.blocks)
                if (const auto *table = std::get_if<present::ProposalTable>(&block))
                    for (const QStringList &row : table->rows) {
                        QVERIFY(table->header.isEmpty() || row.size() == table->header.size());
                        for (const QString &cell : row)
                            QVERIFY2(!cell.contains(u'%') || cell.contains(QRegularExpression(QStringLiteral("\\d[\\s\\x{00a0}\\x{202f}]?%"))), qPrintable(cell)); // no place left unfilled
                    }
        }
    }
};

QTEST_GUILESS_MAIN(ProposalBuilderTest)
#include "tst_proposal_builder.moc"
