// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/serving/batch_simulation.h>
#include <core/serving/latency_summary.h>
#include <core/serving/steady_state.h>
#include <core/sizing/memory_fit.h>

#include <algorithm>
#include <cmath>

using namespace headroom::core;

namespace {

StepModel llama70(const Catalog &catalog)
{
    const Model &model = *catalog.findModel("llama-3.1-70b");
    return *StepModel::make(shapeOf(model.architecture), checkpointFormat(model, NumberFormat::Fp8), false, *catalog.findGpu("h100-sxm"), *catalog.findEngine("vllm"),
                            {4, 1, 1, 1, 1}, 2.0, catalog.constants);
}

ServingLimits limits(double kvTokens = 400000)
{
    return {kvTokens, 1024, 8192, 1, 1};
}

BatchPolicy policy(double kvTokens = 400000)
{
    BatchPolicy p;
    p.kvTokens = kvTokens;
    return p;
}

} // namespace

class ServingTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void littlesLawHoldsAtEveryBatch()
    {
        const SteadyState state(llama70(*headroom::test::shippedCatalog()), {500, 0, 300}, limits());
        for (const double batch : {0.5, 8.0, 64.0, 200.0}) {
            const OperatingPoint p = state.atBatch(batch);
            QVERIFY(std::abs(p.rate.value() * 300 * p.tpotMean.value() / batch - 1) < 1e-9);
            QVERIFY(p.ttftP50 <= p.ttftP95);
            QVERIFY(p.tpotMean <= p.tpotP95);
        }
    }

    void loadRaisesLatency()
    {
        const SteadyState state(llama70(*headroom::test::shippedCatalog()), {500, 0, 300}, limits());
        Seconds ttft, tpot;
        for (double share = 0.05; share < 1.0; share += 0.05) {
            const OperatingPoint p = state.atRate(state.saturation() * share);
            QVERIFY(p.ttftP95 >= ttft);
            QVERIFY(p.tpotP95 >= tpot);
            QVERIFY(std::abs(p.rate / (state.saturation() * share) - 1) < 1e-3);
            ttft = p.ttftP95;
            tpot = p.tpotP95;
        }
    }

    void capacityMeetsItsTargets_data()
    {
        QTest::addColumn<double>("ttft");
        QTest::addColumn<double>("tpot");
        QTest::newRow("usual") << 2.0 << 0.1;
        QTest::newRow("tight tokens") << 2.0 << 0.03;
        QTest::newRow("tight first token") << 0.15 << 0.1;
    }
    void capacityMeetsItsTargets()
    {
        QFETCH(double, ttft);
        QFETCH(double, tpot);
        const SteadyState state(llama70(*headroom::test::shippedCatalog()), {500, 0, 300}, limits());
        const auto capacity = state.capacity({Seconds(ttft), Seconds(tpot)});
        QVERIFY(capacity.feasible);
        QVERIFY(capacity.binding != BindingConstraint::None);
        QVERIFY(capacity.point.ttftP95.value() <= ttft && capacity.point.tpotP95.value() <= tpot);
        // A little more would miss one of them, or is more than fits.
        const OperatingPoint above = state.atRate(capacity.point.rate * 1.02);
        QVERIFY(above.ttftP95.value() > ttft || above.tpotP95.value() > tpot || capacity.point.rate * 1.02 > state.saturation());
    }

    void anUnreachableTargetIsInfeasible()
    {
        const SteadyState state(llama70(*headroom::test::shippedCatalog()), {500, 0, 300}, limits());
        QVERIFY(!state.capacity({Seconds(2), Seconds(1e-4)}).feasible);
        QVERIFY(!state.capacity({Seconds(1e-3), Seconds(1)}).feasible);
    }

    void aFullCacheBindsFirst()
    {
        const SteadyState state(llama70(*headroom::test::shippedCatalog()), {500, 0, 300}, limits(5000));
        const auto capacity = state.capacity({Seconds(60), Seconds(10)});
        QVERIFY(capacity.feasible);
        QCOMPARE(capacity.binding, BindingConstraint::KvMemory);
    }

    void thePrefixCacheRaisesCapacity()
    {
        const StepModel model = llama70(*headroom::test::shippedCatalog());
        const LatencyTargets targets{Seconds(2), Seconds(0.05)};
        const auto without = SteadyState(model, {6000, 0, 300}, limits()).capacity(targets).point.rate;
        const auto with = SteadyState(model, {6000, 4000, 300}, limits()).capacity(targets).point.rate;
        QVERIFY(with > without);
    }

    // --- the simulation ---
    void oneRequestIsAPrefillAndItsSteps()
    {
        const StepModel model = llama70(*headroom::test::shippedCatalog());
        const SimulationResult result = simulateBatches(model, {Arrivals::Kind::ClosedLoop, 1, {}, 1}, {500, 100, false}, policy(), 1);
        QCOMPARE(result.requests.size(), std::size_t(1));
        StepLoad prefill;
        prefill.prefillTokens = prefill.largestPrefill = 500;
        prefill.prefillPairs = 500 * 250.0;
        prefill.finishedPrefills = 1;
        const Efficiency &e = model.efficiency();
        double time = e.requestMilliseconds * 1e-3 + e.requestTokenMicroseconds * 1e-6 * 500 + model.time(prefill).value();
        QVERIFY(std::abs(result.requests[0].firstToken - time) < 1e-6);
        for (int token = 1; token < 100; ++token) {
            StepLoad step;
            step.decodeSequences = 1;
            step.contextTokens = 500 + token;
            time += model.time(step).value();
        }
        // The jump takes the mean context of the stretch instead of each step's.
        QVERIFY(std::abs(result.requests[0].end / time - 1) < 1e-3);
    }

    void everyRequestIsAnsweredInFull_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("chunked");
        QTest::addColumn<double>("kvTokens");
        QTest::newRow("closed loop") << int(Arrivals::Kind::ClosedLoop) << true << 400000.0;
        QTest::newRow("open loop") << int(Arrivals::Kind::Poisson) << true << 400000.0;
        QTest::newRow("all at once") << int(Arrivals::Kind::AllAtOnce) << true << 400000.0;
        QTest::newRow("small cache") << int(Arrivals::Kind::AllAtOnce) << true << 3000.0;
        QTest::newRow("whole prompts") << int(Arrivals::Kind::ClosedLoop) << false << 400000.0;
    }
    void everyRequestIsAnsweredInFull()
    {
        QFETCH(int, kind);
        QFETCH(bool, chunked);
        QFETCH(double, kvTokens);
        BatchPolicy p = policy(kvTokens);
        p.chunkedPrefill = chunked;
        const Arrivals arrivals{static_cast<Arrivals::Kind>(kind), 32, RequestsPerSecond(5), 300};
        const auto result = simulateBatches(llama70(*headroom::test::shippedCatalog()), arrivals, {700, 120, true}, p, 42);
        QCOMPARE(result.requests.size(), std::size_t(300));
        for (const RequestTrace &r : result.requests) {
            QVERIFY(r.firstToken > r.arrival);
            QVERIFY(r.end >= r.firstToken);
            QVERIFY(r.input >= 560 && r.input <= 700 && r.output >= 96 && r.output <= 120);
        }
        const auto again = simulateBatches(llama70(*headroom::test::shippedCatalog()), arrivals, {700, 120, true}, p, 42);
        QCOMPARE(again.duration, result.duration);
    }

    void aRequestThatFitsNowhereIsSaid()
    {
        QVERIFY(!simulateBatches(llama70(*headroom::test::shippedCatalog()), {Arrivals::Kind::AllAtOnce, 1, {}, 5}, {500, 300, false}, policy(100), 1).fits);
    }

    // The closed form and the simulation speak of the same replica.
    void closedFormAgreesWithTheSimulation()
    {
        const StepModel model = llama70(*headroom::test::shippedCatalog());
        const SteadyState state(model, {500, 0, 300}, limits());
        for (const double share : {0.2, 0.5}) {
            const RequestsPerSecond rate = state.saturation() * share;
            const OperatingPoint closed = state.atRate(rate);
            const auto simulated = summarize(simulateBatches(model, {Arrivals::Kind::Poisson, 1, rate, 4000}, {500, 300, false}, policy(), 3));
            QVERIFY2(std::abs(simulated.tpot->mean / closed.tpotMean - 1) < 0.10, qPrintable(QString::number(simulated.tpot->mean / closed.tpotMean)));
            QVERIFY2(std::abs(simulated.ttft->mean / closed.ttftMean - 1) < 0.25, qPrintable(QString::number(simulated.ttft->mean / closed.ttftMean)));
        }
    }

    void moreUsersNeverMakeTokensFaster()
    {
        const StepModel model = llama70(*headroom::test::shippedCatalog());
        double last = 0;
        for (const double users : {1.0, 4.0, 16.0, 64.0}) {
            const auto summary = summarize(simulateBatches(model, {Arrivals::Kind::ClosedLoop, users, {}, static_cast<int>(users * 10)}, {1000, 200, false}, policy(), 5));
            QVERIFY(summary.tpot->mean.value() >= last);
            last = summary.tpot->mean.value();
        }
    }
};

QTEST_APPLESS_MAIN(ServingTest)
#include "tst_serving.moc"
