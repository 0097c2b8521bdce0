// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plannable_scenario.h"
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/planning/charts.h>
#include <core/planning/plan_json.h>
#include <core/planning/planner.h>
#include <core/planning/scenario_json.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace headroom::core;

namespace {

const Catalog &catalog()
{
    return *headroom::test::shippedCatalog();
}

Plan planned(const Scenario &scenario)
{
    const auto plan = headroom::core::plan(scenario, catalog());
    if (!plan)
        qFatal("no plan: %s", plan.error().detail.c_str());
    return *plan;
}

const ConsideredFormat &verdict(const Plan &plan, NumberFormat format)
{
    return *std::ranges::find(plan.considered.front().formats, format, &ConsideredFormat::format);
}

} // namespace

class PlannerTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    // The case that the program began with: 10,000 people, DeepSeek-V3, 75 requests a second, "6x A100, INT8".
    void theSampleCaseIsAnsweredRight()
    {
        Scenario scenario;
        scenario.hardware.considered = {"6x a100-80gb-sxm"};
        const Plan plan = planned(scenario);
        QVERIFY(std::abs(plan.workload.peak.value() - 75.0) < 1e-9);
        QVERIFY(plan.recommended && plan.meetsDemand);
        QCOMPARE(plan.recommended->format, NumberFormat::Fp8);
        QVERIFY(plan.recommended->capacityDegraded.value() >= 75 * 1.2);
        // bf16 and int8 do not fit six cards; 32 and 16 hold them, and int4 needs eight.
        QVERIFY(!verdict(plan, NumberFormat::Bf16).fits && !verdict(plan, NumberFormat::Int8).fits);
        QCOMPARE(std::lround(verdict(plan, NumberFormat::Bf16).weights.value() / 1e9), 1342L);
        QCOMPARE(verdict(plan, NumberFormat::Bf16).smallestGpus, 32);
        QCOMPARE(verdict(plan, NumberFormat::Int8).smallestGpus, 16);
        QVERIFY(!plan.considered.front().carriesPeak);
    }

    void aFixedFleetThatCannotHoldTheModelSaysWhy_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("weights");
        QTest::newRow("bf16") << int(FormatChoice::Bf16) << "1342 GB";
        QTest::newRow("int8") << int(FormatChoice::Int8) << "673 GB";
    }
    void aFixedFleetThatCannotHoldTheModelSaysWhy()
    {
        QFETCH(int, format);
        QFETCH(QString, weights);
        Scenario scenario;
        scenario.hardware.gpus = {"a100-80gb-sxm"};
        scenario.model.format = static_cast<FormatChoice>(format);
        scenario.layout.emplace();
        scenario.layout->gpus = 6;
        const Plan plan = planned(scenario);
        QVERIFY(!plan.recommended);
        QVERIFY(plan.closest);
        QVERIFY(!plan.closest->misses.empty());
        QCOMPARE(plan.rejected.size(), std::size_t(1));
        QCOMPARE(plan.rejected[0].code, RejectionCode::Memory);
        const QString reason = QString::fromStdString(plan.rejected[0].reason);
        QVERIFY2(reason.contains(weights) && reason.contains("480 GB"), qPrintable(reason));
    }

    void aSmallFleetCarriesWhatItCan()
    {
        Scenario scenario;
        scenario.model.id = "llama-3.1-70b";
        scenario.hardware.gpus = {"h100-sxm"};
        scenario.layout.emplace();
        scenario.layout->gpus = 4;
        const Plan plan = planned(scenario);
        QVERIFY(plan.recommended);
        QVERIFY(!plan.meetsDemand);
        QVERIFY(plan.recommended->gpus() <= 4);
        QVERIFY(plan.recommended->capacity.value() > 0);
    }

    void redundancyBuysReplicas()
    {
        Scenario scenario;
        scenario.hardware.gpus = {"h200-sxm"};
        const Plan none = planned(scenario);
        scenario.hardware.redundancy = 2;
        const Plan two = planned(scenario);
        QVERIFY(two.recommended->layout.replicas >= 3);
        QVERIFY(compare(two.recommended->monthlyCost, none.recommended->monthlyCost) > 0);
        QVERIFY(std::abs((two.recommended->capacity - two.recommended->capacityDegraded) / two.recommended->capacityPerReplica - 2) < 1e-9);
        QVERIFY(two.recommended->capacityDegraded.value() >= 75 * 1.2);
    }

    void everyPlanKeepsItsPromises()
    {
        headroom::test::PlannableScenarios scenarios(catalog(), 11);
        int recommended = 0;
        for (int i = 0; i < 120; ++i) {
            const Scenario scenario = scenarios.next();
            const Plan plan = planned(scenario);
            QCOMPARE(plan.recommended.has_value(), !plan.closest.has_value() && plan.recommended.has_value());
            const auto check = [&](const PlanOption &o) {
                QVERIFY(o.gpus() == o.layout.tp * o.layout.pp * o.layout.dp * o.layout.replicas);
                QVERIFY(o.gpusBought >= o.gpus() || scenario.layout);
                QVERIFY(o.gpusLow <= o.gpusHigh);
                QVERIFY(o.meanUtilization >= 0 && std::isfinite(o.meanUtilization));
                QVERIFY(std::isfinite(o.atPeak.ttftP95.value()) && std::isfinite(o.atPeak.tpotP95.value()));
                QVERIFY(compare(o.monthlyCost, o.monthlyCostAlwaysOn) <= 0);
                QVERIFY(o.atPeak.tail.ttft.value() <= scenario.hardware.ttftTarget * 1.001);
                QVERIFY(o.atPeak.tail.tpot.value() <= scenario.hardware.tpotTarget * 1.001);
                QVERIFY(!scenario.hardware.e2eTarget || o.atPeak.tail.e2e.value() <= *scenario.hardware.e2eTarget * 1.001);
                QVERIFY(o.monthlyCost.currency() == scenario.money.currency);
            };
            if (plan.recommended) {
                ++recommended;
                check(*plan.recommended);
                if (plan.meetsDemand)
                    QVERIFY(plan.recommended->capacityDegraded.value() >= plan.workload.peak.value() * (1 + scenario.hardware.headroomRatio) * (1 - 1e-9));
                for (const PlanOption &o : plan.alternatives) {
                    check(o);
                    if (!scenario.layout)
                        QVERIFY(o.isPriced() && compare(plan.recommended->monthlyCost, o.monthlyCost) <= 0);
                }
            }
            for (const int index : plan.pareto)
                QVERIFY(index >= 0 && static_cast<std::size_t>(index) < plan.alternatives.size());
            for (const Rejection &r : plan.rejected)
                QVERIFY(!r.reason.empty() && !r.reasonKey.empty());
            // Each GPU in the running either has an option or a reason.
            const std::size_t gpus = scenario.hardware.gpus.empty() ? catalog().gpus.size() : scenario.hardware.gpus[0] == scenario.hardware.gpus[1] ? 1 : 2;
            QVERIFY(plan.alternatives.size() + (plan.recommended ? 1 : 0) + plan.rejected.size() >= gpus);
        }
        QVERIFY2(recommended > 40, qPrintable(QString::number(recommended)));
    }

    void badInputNamesItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("which");
        QTest::newRow("model") << "model.id" << 0;
        QTest::newRow("gpu") << "hardware.gpus[0]" << 1;
        QTest::newRow("excluded gpu") << "hardware.exclude_gpus[0]" << 2;
        QTest::newRow("engine") << "model.engine" << 3;
        QTest::newRow("workload") << "demand.workload" << 4;
        QTest::newRow("fleet") << "hardware.considered[0]" << 5;
        QTest::newRow("fleet's GPU") << "hardware.considered[0]" << 6;
        QTest::newRow("context") << "demand.input_tokens_mean" << 7;
    }
    void badInputNamesItsField()
    {
        QFETCH(QString, field);
        QFETCH(int, which);
        Scenario s;
        switch (which) {
        case 0: s.model.id = "gpt-9"; break;
        case 1: s.hardware.gpus = {"h900"}; break;
        case 2: s.hardware.excludeGpus = {"h900"}; break;
        case 3: s.model.engine = "notepad"; break;
        case 4: s.demand.workload = "gossip"; break;
        case 5: s.hardware.considered = {"some cards"}; break;
        case 6: s.hardware.considered = {"6x h900"}; break;
        case 7: s.demand.inputTokensMean = 900000; break;
        }
        const auto plan = headroom::core::plan(s, catalog());
        QVERIFY(!plan);
        QCOMPARE(QString::fromStdString(plan.error().field), field);
        QVERIFY(QString::fromStdString(plan.error().detail).contains("would be accepted") || which == 7);
    }

    void aStoppedPlanIsCancelled()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto plan = headroom::core::plan(Scenario{}, catalog(), stop.get_token());
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::Cancelled);
    }

    void theSameQuestionGetsTheSameAnswer()
    {
        QVERIFY(planned(Scenario{}) == planned(Scenario{}));
    }

    void theDocumentHoldsWhatTheContractNames()
    {
        Scenario scenario;
        scenario.hardware.considered = {"6x a100-80gb-sxm"};
        const Plan plan = planned(scenario);
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(planToJson(plan, catalog()))).object();
        for (const char *key : {"scenario", "catalog", "workload", "recommended", "alternatives", "pareto", "closest", "rejected", "warnings"})
            QVERIFY2(json.contains(key), key);
        const QJsonObject option = json["recommended"].toObject();
        for (const char *key : {"gpu", "format", "engine", "tp", "pp", "ep", "dp", "replicas", "gpus", "gpus_low", "gpus_high", "confidence", "gpus_bought", "spare_gpus",
                                "capacity_rps", "capacity_degraded_rps", "headroom_ratio", "ttft_p50_s", "ttft_p95_s", "tpot_p50_s", "tpot_p95_s", "weights_bytes_per_gpu",
                                "kv_bytes_per_token", "kv_capacity_tokens_per_replica", "binding_constraint", "binding_target", "latency_at_target", "variant", "offer", "monthly_cost", "monthly_cost_always_on",
                                "cost_per_million_output_tokens", "mean_utilization_ratio", "power_mean_w", "power_peak_w", "estimate"})
            QVERIFY2(option.contains(key), key);
        // The scenario of the answer is a scenario again, and plans the same.
        const auto back = scenarioFromJson(QJsonDocument(json["scenario"].toObject()).toJson().toStdString());
        QVERIFY(back);
        QVERIFY(*back == scenario);
        QCOMPARE(json["workload"].toObject()["peak_rps"].toDouble(), 75.0);
        QCOMPARE(option["monthly_cost"].toObject()["amount"].toString().toStdString(), plan.recommended->monthlyCost.toDecimalString());
    }

    void chartsAreNotEmpty()
    {
        const Plan plan = planned(Scenario{});
        const PlanCharts charts = chartsFor(*plan.recommended, plan, catalog());
        QVERIFY(charts.costByDemand.size() > 20);
        QVERIFY(charts.throughputByBatch.size() > 20);
        for (const auto *curves : {&charts.ttft, &charts.tpot})
            QVERIFY(curves->size() == 3 && curves->front().points.size() > 20);
        QVERIFY(charts.e2e.empty());
        QCOMPARE(charts.demandByHour.size(), std::size_t(24));
        QCOMPARE(charts.replicasByHour.size(), std::size_t(24));
        // The staircase passes the plan's own cost at its own peak (the middle of the axis).
        QVERIFY(std::abs(charts.costByDemand[charts.costByDemand.size() / 2].y / plan.recommended->monthlyCost.toDouble() - 1) < 1e-6);
    }
};

QTEST_APPLESS_MAIN(PlannerTest)
#include "tst_planner.moc"
