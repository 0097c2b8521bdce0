// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <present/plan/plan_worker.h>

#include <QSignalSpy>

#include <atomic>
#include <semaphore>
#include <thread>

using namespace headroom::present;
using headroom::core::Catalog;
using headroom::core::Plan;
using headroom::core::PlanOption;
using headroom::core::Result;
using headroom::core::Scenario;

namespace {

Scenario titled(const char *title)
{
    Scenario scenario;
    scenario.title = title;
    return scenario;
}

// A planner that takes as long as the test wants, and says what it was asked.
struct SlowPlanner {
    std::counting_semaphore<16> started{0};
    std::counting_semaphore<16> go{0};
    std::atomic<int> calls{0};
    std::atomic<int> stopped{0};

    PlanEngine engine()
    {
        PlanEngine engine;
        engine.plan = [this](const Scenario &scenario, const Catalog &, std::stop_token stop) -> Result<Plan> {
            ++calls;
            started.release();
            while (!go.try_acquire_for(std::chrono::milliseconds(1)))
                if (stop.stop_requested()) {
                    ++stopped;
                    return std::unexpected(headroom::core::Error{headroom::core::ErrorCode::Cancelled, {}, {}, {}, 0});
                }
            Plan plan;
            plan.scenario = scenario;
            return plan;
        };
        return engine;
    }
};

PlanEngine stagedEngine()
{
    PlanEngine engine;
    engine.plan = [](const Scenario &scenario, const Catalog &, std::stop_token) -> Result<Plan> {
        Plan plan;
        plan.scenario = scenario;
        return plan;
    };
    engine.refine = [](const Plan &plan, const Catalog &, std::stop_token) -> Result<Plan> {
        Plan better = plan;
        better.refined = true;
        return better;
    };
    engine.sensitivity = [](const Plan &, const Catalog &, std::stop_token) -> Result<headroom::core::Sensitivity> { return headroom::core::Sensitivity(); };
    return engine;
}

} // namespace

class PlanWorkerTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void answersWithWhatWasAsked()
    {
        SlowPlanner planner;
        planner.go.release();
        PlanWorker worker(planner.engine());
        QSignalSpy answers(&worker, &PlanWorker::answered);
        worker.request(1, 5, titled("one"), m_catalog);
        QVERIFY(worker.isBusy());
        QVERIFY(answers.wait());
        const auto answer = answers.at(0).at(0).value<PlanAnswerPtr>();
        QCOMPARE(answer->generation, quint64(1));
        QCOMPARE(answer->edit, quint64(5));
        QCOMPARE(answer->scenario.title, std::string("one"));
        QVERIFY(answer->plan);
        QCOMPARE(answer->plan->scenario.title, std::string("one"));
        QVERIFY(!worker.isBusy());
    }

    void aNewerRequestStopsTheOlder()
    {
        SlowPlanner planner;
        PlanWorker worker(planner.engine());
        QSignalSpy answers(&worker, &PlanWorker::answered);
        worker.request(1, 1, titled("old"), m_catalog);
        planner.started.acquire();
        worker.request(2, 1, titled("new"), m_catalog);
        planner.started.acquire();   // the second runs, so the first has given up
        QCOMPARE(planner.stopped.load(), 1);
        planner.go.release();
        QVERIFY(answers.wait());
        QTest::qWait(20);
        QCOMPARE(answers.count(), 1);
        QCOMPARE(answers.at(0).at(0).value<PlanAnswerPtr>()->scenario.title, std::string("new"));
    }

    void requestsInBetweenAreNeverPlanned()
    {
        SlowPlanner planner;
        PlanWorker worker(planner.engine());
        QSignalSpy answers(&worker, &PlanWorker::answered);
        worker.request(1, 1, titled("first"), m_catalog);
        planner.started.acquire();
        for (quint64 i = 2; i <= 50; ++i)
            worker.request(i, 1, titled("drag"), m_catalog);
        worker.request(51, 1, titled("last"), m_catalog);
        planner.go.release(8);
        QVERIFY(answers.wait());
        QTest::qWait(20);
        QCOMPARE(answers.count(), 1);
        QCOMPARE(answers.at(0).at(0).value<PlanAnswerPtr>()->generation, quint64(51));
        QVERIFY2(planner.calls.load() < 51, "the mailbox holds one request");
    }

    // An answer that is ready but still in the event queue when the next request comes is stale, too.
    void anAnswerInTheQueueIsDropped()
    {
        SlowPlanner planner;
        PlanWorker worker(planner.engine());
        QSignalSpy answers(&worker, &PlanWorker::answered);
        planner.go.release();
        worker.request(1, 1, titled("old"), m_catalog);
        planner.started.acquire();
        QTest::qSleep(30);           // finished, but this thread has not looked yet
        planner.go.release();
        worker.request(2, 1, titled("new"), m_catalog);
        QVERIFY(answers.wait());
        QCOMPARE(answers.count(), 1);
        QCOMPARE(answers.at(0).at(0).value<PlanAnswerPtr>()->generation, quint64(2));
    }

    void chartsAndFormatsComeWithTheAnswer()
    {
        PlanEngine engine;
        engine.plan = [](const Scenario &, const Catalog &, std::stop_token) -> Result<Plan> {
            Plan plan;
            plan.closest = PlanOption();
            return plan;
        };
        engine.charts = [](const PlanOption &, const Plan &, const Catalog &) {
            headroom::core::PlanCharts charts;
            charts.capacityRps = 42;
            return charts;
        };
        engine.formats = [](const Scenario &, const Catalog &) { return std::vector<FormatAvailability>(5); };
        PlanWorker worker(engine);
        QSignalSpy answers(&worker, &PlanWorker::answered);
        worker.request(1, 1, {}, m_catalog);
        QVERIFY(answers.wait());
        const auto answer = answers.at(0).at(0).value<PlanAnswerPtr>();
        QCOMPARE(answer->charts.capacityRps, 42.0);
        QCOMPARE(answer->formats.size(), std::size_t(5));
        QCOMPARE(answer->shown(), &*answer->plan->closest);
    }

    // The closed form's answer first, then the simulated one, then what moves it: all of one generation.
    void betterAnswersFollow()
    {
        PlanWorker worker(stagedEngine());
        QSignalSpy answers(&worker, &PlanWorker::answered);
        worker.request(7, 1, titled("one"), m_catalog);
        QTRY_COMPARE(answers.count(), 3);
        const auto at = [&](int i) { return answers.at(i).at(0).value<PlanAnswerPtr>(); };
        for (int i = 0; i < 3; ++i)
            QCOMPARE(at(i)->generation, quint64(7));
        QVERIFY(!at(0)->plan->refined && !at(0)->isFinal && !at(0)->sensitivity);
        QVERIFY(at(1)->plan->refined && !at(1)->isFinal && !at(1)->sensitivity);
        QVERIFY(at(2)->plan->refined && at(2)->isFinal && at(2)->sensitivity);
        QVERIFY(!worker.isBusy());
    }

    void aNewerRequestStopsWhatWouldFollow()
    {
        std::counting_semaphore<16> refining{0};
        PlanEngine engine = stagedEngine();
        engine.refine = [&](const Plan &plan, const Catalog &, std::stop_token stop) -> Result<Plan> {
            if (plan.scenario.title == "new")
                return plan;
            refining.release();
            while (!stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return std::unexpected(headroom::core::Error{headroom::core::ErrorCode::Cancelled, {}, {}, {}, 0});
        };
        PlanWorker worker(engine);
        QSignalSpy answers(&worker, &PlanWorker::answered);
        worker.request(1, 1, titled("old"), m_catalog);
        refining.acquire();
        QTRY_COMPARE(answers.count(), 1);
        QVERIFY2(!worker.isBusy(), "while it refines a worker is free for the next request");
        worker.request(2, 1, titled("new"), m_catalog);
        QTRY_COMPARE(answers.count(), 4);
        for (int i = 1; i < 4; ++i)
            QCOMPARE(answers.at(i).at(0).value<PlanAnswerPtr>()->generation, quint64(2));
    }

    void endsWhilePlanning()
    {
        SlowPlanner planner;
        {
            PlanWorker worker(planner.engine());
            worker.request(1, 1, {}, m_catalog);
            planner.started.acquire();
        }
        QCOMPARE(planner.stopped.load(), 1);
    }

private:
    std::shared_ptr<const Catalog> m_catalog = std::make_shared<Catalog>();
};

QTEST_GUILESS_MAIN(PlanWorkerTest)
#include "tst_plan_worker.moc"
