// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/planning/charts.h>
#include <core/planning/explain.h>
#include <core/planning/planner.h>
#include <core/planning/planning_context.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>
#include <core/planning/candidate.h>
#include <core/planning/scenario_json.h>

#include <algorithm>
#include <cmath>

using namespace headroom::core;

namespace {

const Catalog &catalog()
{
    return *headroom::test::shippedCatalog();
}

Scenario scenarioOf(const QString &model, const QString &gpu, double peak)
{
    Scenario s;
    s.model.id = model.toStdString();
    if (!gpu.isEmpty())
        s.hardware.gpus = {gpu.toStdString()};
    s.demand.peakRps = peak;
    return s;
}

Plan planned(const Scenario &scenario, bool simulate = false)
{
    PlanningSpace space;
    const auto plan = simulate ? planRefined(scenario, catalog(), space) : headroom::core::plan(scenario, catalog(), space);
    if (!plan)
        qFatal("no plan: %s", plan.error().detail.c_str());
    return *plan;
}

} // namespace

// Which latency targets a scenario may set, and where they hold.
class PlanningTargetsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void scenarios()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("gpu");
        QTest::addColumn<double>("peak");
        QTest::newRow("dense on H100") << "llama-3.1-70b" << "h100-sxm" << 20.0;
        QTest::newRow("small on L40S") << "llama-3.1-8b" << "l40s" << 40.0;
        QTest::newRow("mixture of experts, any GPU") << "deepseek-v3" << "" << 75.0;
    }

    void aHigherPercentileNeverNeedsFewerGpus_data() { scenarios(); }
    void aHigherPercentileNeverNeedsFewerGpus()
    {
        QFETCH(QString, model);
        QFETCH(QString, gpu);
        QFETCH(double, peak);
        for (const bool simulate : {false, true}) {
            double cost = 0;
            int gpus = 0;
            for (const TargetPercentile percentile : {TargetPercentile::P50, TargetPercentile::P90, TargetPercentile::P95, TargetPercentile::P99}) {
                Scenario scenario = scenarioOf(model, gpu, peak);
                scenario.hardware.ttftTarget = 0.5;
                scenario.hardware.tpotTarget = 0.05;
                scenario.hardware.percentile = percentile;
                const Plan plan = planned(scenario, simulate);
                QVERIFY2(plan.recommended, targetPercentileId(percentile).data());
                QCOMPARE(plan.recommended->atPeak.tail.percentile, shareOf(percentile));
                QVERIFY2(plan.recommended->monthlyCost.toDouble() >= cost, targetPercentileId(percentile).data());
                if (!gpu.isEmpty())
                    QVERIFY2(plan.recommended->gpus() >= gpus, targetPercentileId(percentile).data());
                cost = plan.recommended->monthlyCost.toDouble();
                gpus = plan.recommended->gpus();
            }
        }
    }

    // The closed form's percentiles of one operating point.
    void percentilesOfAStateAreInOrder_data() { scenarios(); }
    void percentilesOfAStateAreInOrder()
    {
        QFETCH(QString, model);
        QFETCH(double, peak);
        Scenario scenario = scenarioOf(model, {}, peak);
        scenario.hardware.e2eTarget = 1000;
        const Plan plan = planned(scenario);
        const auto context = makePlanningContext(scenario, catalog());
        const PlanOption &option = *plan.recommended;
        const auto state = steadyStateOf(*context, *catalog().findGpu(option.gpu), option.format, option.layout, option.settings);
        QVERIFY(state);
        TailLatency before{0, {}, {}, {}};
        for (const double percentile : {0.5, 0.9, 0.95, 0.99}) {
            const TailLatency tail = state->tailAt(option.atCapacity.batch, context->tailAt(percentile));
            QCOMPARE(tail.percentile, percentile);
            QVERIFY(tail.ttft > before.ttft && tail.tpot >= before.tpot && tail.e2e > before.e2e);
            QVERIFY(tail.e2e >= tail.ttft);
            before = tail;
        }
        QCOMPARE(state->atBatch(option.atCapacity.batch).tail.ttft, state->atBatch(option.atCapacity.batch).ttftP95);
    }

    // A target for the whole answer under what first token and pace come to binds, and says that it does.
    void aTargetForTheWholeAnswerBindsAndIsNamed_data() { scenarios(); }
    void aTargetForTheWholeAnswerBindsAndIsNamed()
    {
        QFETCH(QString, model);
        QFETCH(QString, gpu);
        QFETCH(double, peak);
        for (const bool simulate : {false, true}) {
            Scenario scenario = scenarioOf(model, gpu, peak);
            const Plan free = planned(scenario, simulate);
            QVERIFY(free.recommended);
            QVERIFY(free.recommended->limit != CapacityLimit::EndToEnd);
            // Under what each answer would take if both other targets were used up, and under what it takes at the peak now.
            scenario.hardware.e2eTarget = free.recommended->atPeak.tail.e2e.value() * 0.9;
            QVERIFY(*scenario.hardware.e2eTarget < scenario.hardware.ttftTarget + scenario.hardware.tpotTarget * scenario.demand.outputTokensMean * 3);
            // The same layout: another may be so much faster that the other targets bind again.
            const Layout &layout = free.recommended->layout;
            scenario.hardware.gpus = {free.recommended->gpu};
            scenario.layout = LayoutInputs{{}, layout.tp, layout.pp, layout.ep, layout.dp, {}};
            const Plan bound = planned(scenario, simulate);
            QVERIFY(bound.recommended);
            QCOMPARE(std::string(capacityLimitId(bound.recommended->limit)), std::string("e2e"));
            QVERIFY(bound.recommended->atPeak.tail.e2e.value() <= *scenario.hardware.e2eTarget);
            QVERIFY(bound.recommended->monthlyCost.toDouble() >= free.recommended->monthlyCost.toDouble() * (1 - 1e-9));
        }
    }

    void aWideTargetForTheWholeAnswerChangesNothing()
    {
        Scenario scenario = scenarioOf(QStringLiteral("llama-3.1-70b"), QStringLiteral("h100-sxm"), 20);
        Plan before = planned(scenario);
        scenario.hardware.e2eTarget = 3000;
        Plan after = planned(scenario);
        QVERIFY(after.recommended == before.recommended);
    }

    void anImpossibleTargetForTheWholeAnswerIsTheReason()
    {
        Scenario scenario = scenarioOf(QStringLiteral("llama-3.1-70b"), QStringLiteral("h100-sxm"), 20);
        scenario.hardware.e2eTarget = 0.2;
        for (const bool simulate : {false, true}) {
            const Plan plan = planned(scenario, simulate);
            QVERIFY(!plan.recommended && plan.closest);
            QCOMPARE(plan.rejected.front().reasonKey, std::string("too_slow_e2e"));
            QVERIFY(plan.rejected.front().reason.find("for a whole answer at p95") != std::string::npos);
            const auto miss = std::ranges::find(plan.closest->misses, "e2e", &Miss::key);
            QVERIFY(miss != plan.closest->misses.end());
            QCOMPARE(miss->asked, 0.2);
            QCOMPARE(miss->reached, plan.closest->atPeak.tail.e2e.value());
            QVERIFY(!miss->remedy.empty());
        }
    }

    void targetsSurviveTheRoundTrip_data()
    {
        QTest::addColumn<int>("percentile");
        QTest::addColumn<double>("e2e");
        QTest::newRow("p50, none") << 0 << 0.0;
        QTest::newRow("p90") << 1 << 12.5;
        QTest::newRow("p95") << 2 << 0.001;
        QTest::newRow("p99") << 3 << 36000.0;
    }
    void targetsSurviveTheRoundTrip()
    {
        QFETCH(int, percentile);
        QFETCH(double, e2e);
        Scenario scenario;
        scenario.hardware.percentile = static_cast<TargetPercentile>(percentile);
        if (e2e > 0)
            scenario.hardware.e2eTarget = e2e;
        const auto back = scenarioFromJson(scenarioToJson(scenario));
        QVERIFY(back && *back == scenario);
        QVERIFY(parseTargetPercentile("97").error().detail.find("would be accepted") != std::string::npos);
        QCOMPARE(*parseTargetPercentile("99"), TargetPercentile::P99);
        QCOMPARE(*parseTargetPercentile("P50"), TargetPercentile::P50);
    }

    void theDerivationsOfLatencyGiveTheFigures_data()
    {
        QTest::addColumn<int>("percentile");
        QTest::newRow("p50") << 0;
        QTest::newRow("p95") << 2;
        QTest::newRow("p99") << 3;
    }
    void theDerivationsOfLatencyGiveTheFigures()
    {
        QFETCH(int, percentile);
        Scenario scenario = scenarioOf(QStringLiteral("llama-3.1-70b"), QStringLiteral("h100-sxm"), 20);
        scenario.hardware.percentile = static_cast<TargetPercentile>(percentile);
        scenario.hardware.e2eTarget = 60;
        for (const bool simulate : {false, true}) {
            const Plan plan = planned(scenario, simulate);
            for (const Figure figure : {Figure::TtftP95, Figure::TpotP95, Figure::EndToEnd}) {
                const Derivation tree = explain(figure, *plan.recommended, plan, catalog());
                const double value = figureValue(figure, *plan.recommended, plan);
                QVERIFY2(std::abs(evaluate(tree) / value - 1) < 1e-6, tree.key.c_str());
                QVERIFY2(tree.key.ends_with(targetPercentileId(scenario.hardware.percentile)), tree.key.c_str());
            }
        }
    }

    void chartsHaveEveryPercentileOfEachTarget()
    {
        Scenario scenario = scenarioOf(QStringLiteral("llama-3.1-70b"), QStringLiteral("h100-sxm"), 20);
        scenario.hardware.percentile = TargetPercentile::P90;
        scenario.hardware.e2eTarget = 60;
        for (const bool simulate : {false, true}) {
            const Plan plan = planned(scenario, simulate);
            const PlanCharts charts = chartsFor(*plan.recommended, plan, catalog());
            QCOMPARE(charts.simulated, simulate);
            for (const auto *curves : {&charts.ttft, &charts.tpot, &charts.e2e}) {
                QCOMPARE(curves->size(), std::size_t(4));
                for (std::size_t i = 0; i < curves->size(); ++i) {
                    QVERIFY((*curves)[i].points.size() >= 8);
                    if (i > 0)
                        for (std::size_t p = 0; p < (*curves)[i].points.size(); ++p)
                            QVERIFY((*curves)[i].points[p].y >= (*curves)[i - 1].points[p].y);
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(PlanningTargetsTest)
#include "tst_planning_targets.moc"
