// SPDX-License-Identifier: GPL-3.0-or-later
#include "serving_simulation_fixture.h"
#include "support/test_case.h"

#include <core/planning/option_simulation.h>
#include <core/planning/candidate.h>
#include <core/planning/planner.h>
#include <core/serving/simulated_capacity.h>

#include <cmath>

using namespace headroom::core;
using headroom::test::llama70;

namespace {

constexpr double kKv = 400000;

CapacityLoad chat()
{
    return {logNormalLength(500, 1000), logNormalLength(300, 900), 1, 8192};
}

SteadyState closedForm(const ServingSystem &system, double kvTokens = kKv)
{
    return SteadyState(system.model, {500, 0, 300}, {kvTokens, 1024, 8192, 1, 1});
}

SimulatedCapacity capacityOf(const ServingSystem &system, const CapacityTargets &targets, double kvTokens = kKv, const CapacityLoad &load = chat())
{
    auto capacity = simulatedCapacity(system, load, targets, closedForm(system, kvTokens));
    return capacity ? *capacity : SimulatedCapacity();
}

} // namespace

class SimulatedCapacityTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void theRateMeetsItsTargetsAndALittleMoreDoesNot_data()
    {
        QTest::addColumn<double>("ttft");
        QTest::addColumn<double>("tpot");
        QTest::addColumn<double>("e2e");
        QTest::addColumn<int>("limit");
        QTest::newRow("tokens") << 2.0 << 0.025 << 0.0 << int(SimulatedCapacity::Limit::Tpot);
        QTest::newRow("first token") << 0.13 << 0.1 << 0.0 << int(SimulatedCapacity::Limit::Ttft);
        QTest::newRow("whole answer") << 2.0 << 0.1 << 20.0 << int(SimulatedCapacity::Limit::EndToEnd);
    }
    void theRateMeetsItsTargetsAndALittleMoreDoesNot()
    {
        QFETCH(double, ttft);
        QFETCH(double, tpot);
        QFETCH(double, e2e);
        QFETCH(int, limit);
        const ServingSystem system = llama70();
        CapacityTargets targets{0.95, Seconds(ttft), Seconds(tpot), {}};
        if (e2e > 0)
            targets.e2e = Seconds(e2e);
        const SimulatedCapacity c = capacityOf(system, targets);
        QVERIFY(c.feasible);
        QCOMPARE(int(c.limit), limit);
        QVERIFY(c.binding != BindingConstraint::None);
        QVERIFY(c.searchError > 0 && c.searchError <= 0.02 + 1e-9);
        QVERIFY(c.point.ttftP95.value() <= ttft && c.point.tpotP95.value() <= tpot);
        QVERIFY(c.probes <= 12);
        // The end of the bracket that misses, seen again.
        const auto above = simulatedLatencies(system, chat(), {c.rate * (1 + c.searchError)}, closedForm(system));
        QVERIFY(above->front().ttftP95.value() > ttft || above->front().tpotP95.value() > tpot || (e2e > 0 && above->front().e2eP95.value() > e2e));
    }

    void aLongRunAgreesWithinTheStatedError()
    {
        const ServingSystem system = llama70();
        const CapacityTargets targets{0.95, Seconds(2), Seconds(0.025), {}};
        const SimulatedCapacity usual = capacityOf(system, targets);
        const auto longer = simulatedCapacity(system, chat(), targets, closedForm(system), {40000, 0.005, 20, 77});
        const double difference = std::abs(usual.rate / longer->rate - 1);
        QVERIFY2(difference <= usual.searchError + usual.statisticalError + longer->searchError + longer->statisticalError,
                 qPrintable(QString("%1 off, stated %2 + %3").arg(difference).arg(usual.searchError).arg(usual.statisticalError)));
    }

    void moreReplicasNeverCarryLess()
    {
        const CapacityTargets targets{0.95, Seconds(0.5), Seconds(0.03), {}};
        double last = 0;
        for (const int replicas : {1, 2, 3, 4, 6, 8, 12, 100}) {
            const SimulatedCapacity c = capacityOf(llama70(kKv, replicas), targets);
            // Each one's share does not fall, within what the search may be off.
            QVERIFY2(c.rate.value() / replicas >= last * (1 - 0.02 - c.statisticalError), qPrintable(QString::number(replicas)));
            last = std::max(last, c.rate.value() / replicas);
        }
    }

    void stricterTargetsAndLongerRequestsNeverCarryMore()
    {
        const ServingSystem system = llama70();
        double last = HUGE_VAL;
        for (const double tpot : {0.05, 0.03, 0.02, 0.015}) {
            const double rate = capacityOf(system, {0.95, Seconds(1), Seconds(tpot), {}}).rate.value();
            QVERIFY(rate <= last * 1.02);
            last = rate;
        }
        last = HUGE_VAL;
        for (const double input : {200.0, 1000.0, 4000.0, 7000.0}) {
            CapacityLoad load = chat();
            load.input = fixedLength(input);
            const SteadyState state(system.model, {input, 0, 300}, {kKv, 1024, 8192, 1, 1});
            const double rate = simulatedCapacity(system, load, {0.95, Seconds(1), Seconds(0.03), {}}, state)->rate.value();
            QVERIFY2(rate <= last * 1.02, qPrintable(QString::number(input)));
            last = rate;
        }
    }

    void burstsCostCapacity()
    {
        CapacityLoad bursty = chat();
        bursty.burstiness = 4;
        const CapacityTargets targets{0.95, Seconds(0.2), Seconds(0.1), {}};
        QVERIFY(capacityOf(llama70(), targets, kKv, bursty).rate < capacityOf(llama70(), targets).rate * 0.95);
    }

    void aSmallCacheIsNamed()
    {
        const SimulatedCapacity c = capacityOf(llama70(12000), {0.95, Seconds(2), Seconds(0.1), {}}, 12000);
        QVERIFY(c.feasible);
        QCOMPARE(c.binding, BindingConstraint::KvMemory);
    }

    void whatNoRateMeetsIsInfeasible()
    {
        const SimulatedCapacity c = capacityOf(llama70(), {0.95, Seconds(2), Seconds(0.001), {}});
        QVERIFY(!c.feasible);
        QCOMPARE(c.limit, SimulatedCapacity::Limit::Tpot);
        QVERIFY(c.point.tpotP95.value() > 0.001);
        QCOMPARE(c.rate.value(), 0.0);
    }

    void badTargetsAndOptionsAreSaid()
    {
        const ServingSystem system = llama70();
        const SteadyState state = closedForm(system);
        for (const CapacityTargets &targets : {CapacityTargets{0.3, Seconds(2), Seconds(0.1), {}}, CapacityTargets{0.95, Seconds(-2), Seconds(0.1), {}},
                                               CapacityTargets{0.95, Seconds(2), Seconds(std::nan("")), {}}, CapacityTargets{0.95, Seconds(2), Seconds(0.1), Seconds(0)}})
            QCOMPARE(simulatedCapacity(system, chat(), targets, state).error().code, ErrorCode::BadValue);
        QCOMPARE(simulatedCapacity(system, chat(), {}, state, {5, 0.02, 12, 1}).error().code, ErrorCode::BadValue);
        std::stop_source source;
        source.request_stop();
        QCOMPARE(simulatedCapacity(system, chat(), {}, state, {}, source.get_token()).error().code, ErrorCode::Cancelled);
    }

    void theSameQuestionHasTheSameAnswer()
    {
        QVERIFY(capacityOf(llama70(kKv, 3), {}) == capacityOf(llama70(kKv, 3), {}));
    }

    void latencyGrowsOverTheLoad()
    {
        const ServingSystem system = llama70(kKv, 2);
        const SteadyState state = closedForm(system);
        std::vector<RequestsPerSecond> rates;
        for (int i = 1; i <= 9; ++i)
            rates.push_back(state.saturation() * (2 * 0.1 * i));
        const auto points = simulatedLatencies(system, chat(), rates, state);
        QCOMPARE(points->size(), rates.size());
        for (std::size_t i = 0; i < points->size(); ++i) {
            const LoadPoint &p = (*points)[i];
            QVERIFY(p.ttftP50 <= p.ttftP95 && p.ttftP95 <= p.ttftP99 && p.tpotP50 <= p.tpotP95 && p.tpotP95 <= p.tpotP99);
            if (i > 0)
                QVERIFY(p.tpotP95.value() > (*points)[i - 1].tpotP95.value() * 0.98);
        }
        QVERIFY(points->back().tpotP50 > points->front().tpotP50);
    }

    // Under vLLM's rules a large budget and many sequences go with GPUs of 70 GiB or more, but for the A100.
    void engineDefaultsFollowTheGpu()
    {
        const auto catalog = headroom::test::shippedCatalog();
        const Engine &vllm = *catalog->findEngine("vllm");
        QCOMPARE(batchDefaults(vllm, *catalog->findGpu("h100-sxm")), (BatchDefaults{8192, 1024}));
        QCOMPARE(batchDefaults(vllm, *catalog->findGpu("a100-80gb-sxm")), (BatchDefaults{2048, 256}));
        QCOMPARE(batchDefaults(vllm, *catalog->findGpu("l40s")), (BatchDefaults{2048, 256}));
        const Engine &sglang = *catalog->findEngine("sglang");
        QCOMPARE(batchDefaults(sglang, *catalog->findGpu("l4")).maxBatchedTokens, 2048);
        QCOMPARE(batchDefaults(sglang, *catalog->findGpu("h100-sxm")).maxBatchedTokens, 8192);
        QCOMPARE(batchDefaults(sglang, *catalog->findGpu("b200-sxm")).maxBatchedTokens, 16384);
        const Engine &trtllm = *catalog->findEngine("trtllm");
        QVERIFY(!trtllm.chunkedPrefill && trtllm.reservedOutputShare == 1.0);
        for (const Engine &engine : catalog->engines)
            QVERIFY2(!engine.schedulingSource.text.empty(), engine.id.c_str());
    }

    // The layout that a plan recommends, simulated at the plan's peak, keeps the plan's targets or comes close.
    void theRecommendedLayoutCanBeSimulated()
    {
        const auto catalog = headroom::test::shippedCatalog();
        Scenario scenario;
        scenario.model.id = "llama-3.1-70b";
        scenario.demand.peakRps = 20;
        const auto planned = plan(scenario, *catalog);
        const auto context = makePlanningContext(planned->scenario, *catalog);
        const PlanOption &option = *planned->recommended;
        const auto system = servingSystemOf(*context, *catalog->findGpu(option.gpu), option.format, option.layout);
        QVERIFY(system.has_value());
        const auto state = steadyStateOf(*context, *catalog->findGpu(option.gpu), option.format, {option.layout.tp, option.layout.pp, option.layout.ep, option.layout.dp, 1});
        const auto capacity = simulatedCapacity(*system, capacityLoadOf(*context), {0.95, context->targets.ttft, context->targets.tpot, {}}, *state);
        QVERIFY(capacity.has_value() && capacity->feasible);
        QVERIFY2(capacity->rate.value() > 0.6 * option.capacity.value() && capacity->rate.value() < 1.6 * option.capacity.value(),
                 qPrintable(QString::number(capacity->rate / option.capacity)));
    }

    void aLayoutThatHoldsNothingSaysSo()
    {
        const auto catalog = headroom::test::shippedCatalog();
        Scenario scenario;
        scenario.model.id = "llama-3.1-70b";
        const auto context = makePlanningContext(scenario, *catalog);
        const auto system = servingSystemOf(*context, *catalog->findGpu("l4"), NumberFormat::Bf16, {1, 1, 1, 1, 1});
        QVERIFY(!system.has_value());
        QVERIFY(system.error().detail.contains("holds nothing"));
    }
};

QTEST_APPLESS_MAIN(SimulatedCapacityTest)
#include "tst_simulated_capacity.moc"
