// SPDX-License-Identifier: GPL-3.0-or-later
#include "serving_simulation_fixture.h"
#include "support/test_case.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <thread>

using namespace headroom::core;
using headroom::test::llama70;
using headroom::test::openLoad;

namespace {

std::vector<RecordedRequest> recorded(std::initializer_list<RecordedRequest> requests)
{
    return requests;
}

Nanoseconds frontEnd(const StepModel &model, int input)
{
    return toNanoseconds(model.efficiency().requestMilliseconds * 1e-3) + toNanoseconds(model.efficiency().requestTokenMicroseconds * 1e-6 * input);
}

double secondsOf(const StepModel &model, double sequences, double context)
{
    StepLoad load;
    load.decodeSequences = sequences;
    load.contextTokens = context;
    return model.time(load).value();
}

double prefillSeconds(const StepModel &model, double tokens, double past, bool last)
{
    StepLoad load;
    load.prefillTokens = load.largestPrefill = tokens;
    load.prefillPairs = tokens * (past + tokens / 2);
    load.finishedPrefills = last ? 1 : 0;
    return model.time(load).value();
}

bool near(double a, double b, double relative)
{
    return std::abs(a / b - 1) < relative;
}

} // namespace

class ServingSimulationTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    // --- limits that can be computed by hand ---
    void oneRequestIsItsPrefillAndItsSteps()
    {
        const ServingSystem system = llama70();
        const auto outcome = simulateRecorded(system, recorded({{0, 500, 100}}));
        QVERIFY(outcome.has_value());
        const ServedRequest r = outcome->requests.front();
        double time = toSeconds(frontEnd(system.model, 500)) + prefillSeconds(system.model, 500, 0, true);
        QVERIFY(std::abs(toSeconds(r.firstToken) - time) < 1e-7);
        for (int token = 1; token < 100; ++token)
            time += secondsOf(system.model, 1, 500 + token);
        // The jump takes the middle step's time instead of each step's: the difference is the curvature over 100 tokens.
        QVERIFY(near(toSeconds(r.end), time, 1e-5));
        QCOMPARE(outcome->blocksLeft, 0);
    }

    void aLongPromptTakesItsChunks()
    {
        ServingSystem system = llama70();
        system.policy.maxBatchedTokens = 512;
        const auto outcome = simulateRecorded(system, recorded({{0, 1200, 2}}));
        const double chunks = prefillSeconds(system.model, 512, 0, false) + prefillSeconds(system.model, 512, 512, false) + prefillSeconds(system.model, 176, 1024, true);
        QVERIFY(std::abs(toSeconds(outcome->requests[0].firstToken - frontEnd(system.model, 1200)) - chunks) < 1e-7);
    }

    void aCachedPrefixIsNotComputed()
    {
        ServingSystem system = llama70();
        system.policy.cachedInputShare = 0.5;
        const auto outcome = simulateRecorded(system, recorded({{0, 1000, 2}}));
        QVERIFY(std::abs(toSeconds(outcome->requests[0].firstToken - frontEnd(system.model, 1000)) - prefillSeconds(system.model, 500, 500, true)) < 1e-7);
    }

    void anInfiniteRateIsOfflineThroughput()
    {
        const ServingSystem system = llama70(60000);
        SimulatedLoad load = openLoad(1e6, 2000);
        load.arrivals.kind = ArrivalProcess::Kind::AllAtOnce;
        const ServingReport offline = reportOf(*simulateServing(system, load, 1), {}, false);
        load = openLoad(1e6, 2000);
        const auto flood = simulateServing(system, load, 1);
        // Every request came within two milliseconds; the last measured answer ends the run.
        const ServingReport flooded = reportOf(*flood, {}, true);
        QVERIFY2(near(flooded.throughput.value(), offline.throughput.value(), 0.03), qPrintable(QString::number(flooded.throughput / offline.throughput)));
        QVERIFY(flooded.overloaded);
    }

    // One server, one request at a time, every request alike: a queue with a fixed service time. Mean wait in the queue of an
    // M/D/1: rho / (2 (1 - rho)) services (Pollaczek and Khinchine).
    void aDegenerateReplicaIsAnMD1Queue_data()
    {
        QTest::addColumn<double>("utilization");
        QTest::newRow("30 %") << 0.3;
        QTest::newRow("60 %") << 0.6;
        QTest::newRow("80 %") << 0.8;
    }
    void aDegenerateReplicaIsAnMD1Queue()
    {
        QFETCH(double, utilization);
        ServingSystem system = llama70();
        system.policy.maxSequences = 1;
        const double service = prefillSeconds(system.model, 500, 0, true);   // answers of one token
        const auto outcome = simulateServing(system, openLoad(utilization / service, 200000, 500, 1), 7);
        double wait = 0;
        for (const ServedRequest &r : outcome->requests)
            wait += toSeconds(r.end - r.arrival - frontEnd(system.model, 500)) - service;
        wait /= static_cast<double>(outcome->requests.size());
        const double expected = utilization / (2 * (1 - utilization)) * service;
        QVERIFY2(near(wait, expected, 0.03), qPrintable(QString::number(wait / expected)));
    }

    // --- conservation ---
    void everyTokenComesOutAndTheCacheEmpties_data()
    {
        QTest::addColumn<double>("kvTokens");
        QTest::addColumn<int>("block");
        QTest::addColumn<bool>("chunked");
        QTest::addColumn<bool>("pauses");
        QTest::addColumn<double>("reserved");
        QTest::addColumn<int>("replicas");
        QTest::newRow("large cache") << 400000.0 << 16 << true << false << 0.0 << 1;
        QTest::newRow("preempting") << 6000.0 << 16 << true << false << 0.0 << 1;
        QTest::newRow("preempting, token blocks") << 5000.0 << 1 << true << true << 0.1 << 1;
        QTest::newRow("reserving") << 6000.0 << 32 << false << false << 1.0 << 1;
        QTest::newRow("three replicas") << 6000.0 << 16 << true << false << 0.0 << 3;
    }
    void everyTokenComesOutAndTheCacheEmpties()
    {
        QFETCH(double, kvTokens);
        QFETCH(int, block);
        QFETCH(bool, chunked);
        QFETCH(bool, pauses);
        QFETCH(double, reserved);
        QFETCH(int, replicas);
        ServingSystem system = llama70(kvTokens, replicas);
        system.policy.kvBlockTokens = block;
        system.policy.chunkedPrefill = chunked;
        system.policy.decodePausesForPrefill = pauses;
        system.policy.reservedOutputShare = reserved;
        SimulatedLoad load = openLoad(1, 500);
        load.arrivals.kind = ArrivalProcess::Kind::AllAtOnce;
        load.input = logNormalLength(500, 1000);
        load.output = logNormalLength(300, 900);
        load.maxContext = 4000;
        const auto outcome = simulateServing(system, load, 3);
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->requests.size(), std::size_t(500));
        QCOMPARE(outcome->completions, 500);
        QCOMPARE(outcome->blocksLeft, 0);
        double asked = 0;
        double gaps = 0;
        double waited = 0;
        for (const ServedRequest &r : outcome->requests) {
            QVERIFY(r.arrival < r.firstToken && r.firstToken <= r.end && (r.output > 1) == (r.firstToken < r.end));
            QVERIFY(r.input + r.output <= 4000);
            asked += r.output;
            waited += static_cast<double>(r.end - r.firstToken);
        }
        double between = 0;
        for (const GapCount &g : outcome->gaps) {
            QVERIFY(g.gap > 0 && g.count > 0);
            gaps += static_cast<double>(g.count);
            between += static_cast<double>(g.gap) * static_cast<double>(g.count);
        }
        // Each token but an answer's first has a gap before it, and the gaps of an answer add up to its time.
        QCOMPARE(gaps, asked - 500);
        QVERIFY2(near(between, waited, 1e-6), qPrintable(QString::number(between / waited - 1)));
        // Tokens that came out more than once do not count twice.
        QVERIFY(near(outcome->outputTokens, asked, 1e-9));
        QVERIFY(outcome->kvOccupancyMax <= 1.0 && outcome->kvOccupancyMean <= outcome->kvOccupancyMax);
        QCOMPARE(outcome->preemptions > 0, reserved < 1 && kvTokens < 10000);
    }

    void littlesLawHolds()
    {
        for (const double rate : {1.0, 4.0, 8.0}) {
            SimulatedLoad load = openLoad(rate, 20000);
            load.warmup = 2000;
            const auto outcome = simulateServing(llama70(), load, 5);
            const ServingReport report = reportOf(*outcome, {}, true);
            const double law = report.throughput.value() * report.e2e->mean.value.value();
            QVERIFY2(near(outcome->inFlightMean, law, 0.02), qPrintable(QString::number(outcome->inFlightMean / law)));
            QVERIFY(near(report.output.value(), report.throughput.value() * 300, 0.02));
        }
    }

    void theSteadyBeginIsWhatALongRunReaches()
    {
        SimulatedLoad load = openLoad(8, 20000);
        load.warmup = 5000;
        const auto cold = simulateServing(llama70(), load, 5);
        const ServingReport settled = reportOf(*cold, {}, true);
        load.warmup = 0;
        load.requests = 2000;
        load.steadyTpot = settled.tpot->mean.value;
        const auto warm = simulateServing(llama70(), load, 5);
        QVERIFY2(near(warm->inFlightMean, cold->inFlightMean, 0.1), qPrintable(QString::number(warm->inFlightMean / cold->inFlightMean)));
        QVERIFY(!reportOf(*warm, {}, true).overloaded);
    }

    // --- what may never get worse ---
    void burstinessAtTheSameMeanMovesP99()
    {
        Seconds last;
        for (const double burstiness : {0.0, 1.0, 3.0}) {
            SimulatedLoad load = openLoad(6, 10000, 2000, 200);
            load.arrivals = openLoop(RequestsPerSecond(6), burstiness);
            const ServingReport report = reportOf(*simulateServing(llama70(), load, 9), {}, true);
            QVERIFY(near(report.throughput.value(), 6, 0.06));
            QVERIFY2(report.ttft->p99.value > last * 1.1, qPrintable(QString::number(burstiness)));
            last = report.ttft->p99.value;
        }
    }

    void aSmallerCacheIsNeverFaster()
    {
        double last = 0;
        for (const double kv : {400000.0, 30000.0, 12000.0, 6000.0}) {
            SimulatedLoad load = openLoad(4, 3000);
            const ServingReport report = reportOf(*simulateServing(llama70(kv), load, 2), {}, true);
            QVERIFY(report.e2e->mean.value.value() >= last * 0.999);
            last = report.e2e->mean.value.value();
        }
    }

    void leastOutstandingBeatsRoundRobin()
    {
        SimulatedLoad load = openLoad(30, 10000, 1000, 200);
        load.output = logNormalLength(200, 700);
        ServingSystem system = llama70(400000, 4);
        const ServingReport least = reportOf(*simulateServing(system, load, 4), {}, true);
        system.balancing = Balancing::RoundRobin;
        const ServingReport robin = reportOf(*simulateServing(system, load, 4), {}, true);
        QVERIFY(least.e2e->p99.value <= robin.e2e->p99.value);
        QVERIFY(near(least.throughput.value(), robin.throughput.value(), 0.02));
    }

    void anIdleReplicaTakesTheNextRequest()
    {
        const ServingSystem system = llama70(400000, 2);
        const auto outcome = simulateRecorded(system, recorded({{0, 500, 500}, {1'000'000, 500, 500}}));
        // Neither waits for the other.
        QCOMPARE(outcome->requests[0].end - outcome->requests[0].arrival, outcome->requests[1].end - outcome->requests[1].arrival);
    }

    // --- the same answer, always an answer ---
    void theSameSeedGivesTheSameBytesOnAnyThread()
    {
        SimulatedLoad load = openLoad(6, 3000);
        load.input = logNormalLength(500, 1000);
        load.output = logNormalLength(300, 900);
        const ServingSystem system = llama70(20000, 3);
        const auto first = simulateServing(system, load, 11);
        std::vector<Result<SimulationOutcome>> others(3, std::unexpected(Error{}));
        {
            std::vector<std::jthread> threads;
            for (auto &other : others)
                threads.emplace_back([&] { other = simulateServing(system, load, 11); });
        }
        for (const auto &other : others)
            QVERIFY(other == first);
        QVERIFY(simulateServing(system, load, 12) != first);
    }

    void itStopsWhenAsked()
    {
        std::stop_source source;
        source.request_stop();
        const auto outcome = simulateServing(llama70(), openLoad(5, 100000), 1, source.get_token());
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    }

    void whatCannotBeSimulatedIsSaid_data()
    {
        QTest::addColumn<double>("kvTokens");
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("input");
        QTest::addColumn<int>("requests");
        QTest::newRow("no cache") << 0.0 << 1.0 << 500.0 << 10;
        QTest::newRow("a cache that is not a number") << std::nan("") << 1.0 << 500.0 << 10;
        QTest::newRow("a request that fits nowhere") << 600.0 << 1.0 << 500.0 << 10;
        QTest::newRow("no rate") << 1e5 << 0.0 << 500.0 << 10;
        QTest::newRow("a negative rate") << 1e5 << -1.0 << 500.0 << 10;
        QTest::newRow("a rate that is not a number") << 1e5 << std::nan("") << 500.0 << 10;
        QTest::newRow("an infinite rate") << 1e5 << HUGE_VAL << 500.0 << 10;
        QTest::newRow("centuries") << 1e5 << 1e-9 << 500.0 << 10;
        QTest::newRow("an empty prompt") << 1e5 << 1.0 << 0.0 << 10;
        QTest::newRow("an absurd prompt") << 1e5 << 1.0 << 1e12 << 10;
        QTest::newRow("no requests") << 1e5 << 1.0 << 500.0 << 0;
        QTest::newRow("too many requests") << 1e5 << 1.0 << 500.0 << 2'000'000;
    }
    void whatCannotBeSimulatedIsSaid()
    {
        QFETCH(double, kvTokens);
        QFETCH(double, rate);
        QFETCH(double, input);
        QFETCH(int, requests);
        SimulatedLoad load = openLoad(1, requests, input);
        load.arrivals.rate = RequestsPerSecond(rate);
        const auto outcome = simulateServing(llama70(kvTokens), load, 1);
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, ErrorCode::BadValue);
        QVERIFY(outcome.error().detail.contains("would be accepted") || outcome.error().detail.contains("longest"));
        QVERIFY(!outcome.error().field.empty());
    }

    // Whatever is inside the ranges ends soon, with finite figures.
    void anySystemAndLoadEnd()
    {
        std::mt19937 random(20261126);
        const auto between = [&](double low, double high) { return low * std::pow(high / low, static_cast<double>(random()) / 4294967295.0); };
        for (int round = 0; round < 300; ++round) {
            ServingSystem system = llama70(between(300, 1e6), 1 + static_cast<int>(random() % 5));
            system.lanes = 1 + static_cast<int>(random() % 3);
            system.policy.maxBatchedTokens = static_cast<int>(between(16, 20000));
            system.policy.maxSequences = static_cast<int>(between(1, 2000));
            system.policy.kvBlockTokens = static_cast<int>(between(1, 128));
            system.policy.chunkedPrefill = random() % 2;
            system.policy.decodePausesForPrefill = random() % 2;
            system.policy.reservedOutputShare = static_cast<double>(random() % 3) / 2;
            system.policy.cachedInputShare = random() % 2 ? 0 : 0.9;
            system.balancing = static_cast<Balancing>(random() % 2);
            SimulatedLoad load = openLoad(between(0.01, 1000), 200);
            load.arrivals = openLoop(load.arrivals.rate, random() % 2 ? 1 : between(0.1, 8));
            if (random() % 3 == 0)
                load.arrivals = {static_cast<ArrivalProcess::Kind>(3 + random() % 2), {}, 1, static_cast<int>(between(1, 300))};
            load.input = logNormalLength(between(1, 20000), 0);
            load.input.p95 = load.input.mean * between(1, 3.8);
            load.output = logNormalLength(between(1, 2000), 0);
            load.output.p95 = load.output.mean * between(1, 3.8);
            load.warmup = static_cast<int>(random() % 100);
            load.steadyTpot = Seconds(between(0.001, 1));
            const auto outcome = simulateServing(system, load, random());
            if (!outcome) {
                QVERIFY(outcome.error().code == ErrorCode::BadValue && !outcome.error().detail.empty());
                continue;
            }
            QCOMPARE(outcome->requests.size(), std::size_t(200));
            const ServingReport report = reportOf(*outcome, {}, true);
            for (const double figure : {report.throughput.value(), report.output.value(), report.ttft->p99.high.value(), report.e2e->mean.value.value(), report.goodput.value(),
                                        report.kvOccupancyMean, report.kvOccupancyMax, outcome->inFlightMean})
                QVERIFY2(std::isfinite(figure) && figure >= 0, qPrintable(QString::number(round)));
            QVERIFY(report.kvOccupancyMax <= 1.0);
            for (const ServedRequest &r : outcome->requests)
                QVERIFY(r.firstToken > r.arrival && r.end >= r.firstToken);
        }
    }

    // --- the report ---
    void percentilesAreThoseOfTheRequests()
    {
        SimulationOutcome outcome;
        for (int i = 1; i <= 101; ++i)
            outcome.requests.push_back({0, i * 1'000'000'000LL, i * 1'000'000'000LL + 10'000'000'000LL, 10, 11});
        outcome.gaps = {{1'000'000, 97}, {2'000'000, 4}};
        outcome.windowEnd = 200'000'000'000;
        outcome.completions = 101;
        const ServingReport report = reportOf(outcome, {Seconds(50), Seconds(2), {}}, false);
        QCOMPARE(report.ttft->p50.value.value(), 51.0);
        QCOMPARE(report.ttft->p90.value.value(), 91.0);
        QCOMPARE(report.ttft->p99.value.value(), 100.0);
        QCOMPARE(report.tpot->p95.value.value(), 1.0);
        QCOMPARE(report.itl->p90.value.value(), 0.001);
        QCOMPARE(report.itl->p99.value.value(), 0.002);
        QCOMPARE(report.goodShare, 50 / 101.0);
        QCOMPARE(report.throughput.value(), 101 / 200.0);
        QVERIFY(report.ttft->p50.low.value() < 51 && report.ttft->p50.high.value() > 51);
    }

    // Of 40 runs, the interval of the p95 holds a long run's p95 in about 38.
    void intervalsHoldWhatALongRunShows()
    {
        SimulatedLoad load = openLoad(7, 300000);
        load.warmup = 2000;
        const auto endless = reportOf(*simulateServing(llama70(), load, 1), {}, true);
        load.requests = 3000;
        int held = 0;
        for (std::uint64_t seed = 100; seed < 140; ++seed) {
            const auto report = reportOf(*simulateServing(llama70(), load, seed), {}, true);
            held += report.ttft->p95.low <= endless.ttft->p95.value && endless.ttft->p95.value <= report.ttft->p95.high ? 1 : 0;
        }
        QVERIFY2(held >= 33, qPrintable(QString::number(held)));
    }
};

QTEST_APPLESS_MAIN(ServingSimulationTest)
#include "tst_serving_simulation.moc"
