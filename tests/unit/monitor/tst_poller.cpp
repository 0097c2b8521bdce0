// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <monitor/poller/back_off.h>
#include <monitor/poller/poller.h>
#include <monitor/poller/poller_thread.h>
#include <monitor/sources/source_address.h>

#include <QPointer>
#include <QSignalSpy>

#include <algorithm>
#include <map>

using namespace headroom::monitor;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

// Time that passes only when a test says so.
class ManualClock final : public PollClock {
public:
    milliseconds now() const override { return m_now; }
    std::int64_t unixMs() const override { return 1'000'000 + m_now.count(); }
    double random() override { return nextRandom; }
    void after(milliseconds delay, QObject *context, std::function<void()> call) override { m_calls.emplace(m_now + delay, Call{context, std::move(call)}); }

    void advance(milliseconds by)
    {
        const milliseconds until = m_now + by;
        while (!m_calls.empty() && m_calls.begin()->first <= until) {
            m_now = m_calls.begin()->first;
            const Call call = std::move(m_calls.begin()->second);
            m_calls.erase(m_calls.begin());
            if (call.context)
                call.run();
        }
        m_now = until;
    }

    double nextRandom = 0.5;

private:
    struct Call {
        QPointer<QObject> context;
        std::function<void()> run;
    };
    milliseconds m_now{0};
    std::multimap<milliseconds, Call> m_calls;
};

// Answers when a test says so.
class ManualSource final : public Source {
public:
    void fetch() override { ++fetches; }
    void cancel() override { ++cancels; }
    void answer(SourceState state)
    {
        Snapshot snapshot;
        snapshot.state = state;
        snapshot.reason = state == SourceState::Failed ? FailureReason::Down : FailureReason::None;
        emit finished(snapshot);
    }

    int fetches = 0;
    int cancels = 0;
};

struct Bench {
    Bench()
        : poller(clock, [this](const SourceConfig &config) {
            auto source = std::make_unique<ManualSource>();
            sources[config.id] = source.get();
            return source;
        })
    {
        QObject::connect(&poller, &Poller::snapshotReady, &poller, [this](const Snapshot &snapshot) { seen.push_back(snapshot); });
    }

    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    std::map<std::string, QPointer<ManualSource>> sources;
    std::vector<Snapshot> seen;
    Poller poller;
};

SourceConfig config(const std::string &id)
{
    SourceConfig config;
    config.id = id;
    config.interval = 5000ms;
    config.timeout = 12000ms;
    return config;
}

} // namespace

class PollerTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void waitsLongerAfterEachFailure_data()
    {
        QTest::addColumn<int>("interval");
        QTest::addColumn<int>("failures");
        QTest::addColumn<double>("random");
        QTest::addColumn<int>("delay");
        QTest::newRow("first") << 5000 << 1 << 0.5 << 5000;
        QTest::newRow("second") << 5000 << 2 << 0.5 << 10000;
        QTest::newRow("third") << 5000 << 3 << 0.5 << 20000;
        QTest::newRow("at most a minute") << 5000 << 9 << 0.5 << 60000;
        QTest::newRow("or the interval") << 300000 << 9 << 0.5 << 300000;
        QTest::newRow("never overflows") << 5000 << 1000000 << 0.5 << 60000;
        QTest::newRow("early") << 5000 << 1 << 0.0 << 4000;
        QTest::newRow("late") << 5000 << 1 << 0.999999 << 5999;
    }
    void waitsLongerAfterEachFailure()
    {
        QFETCH(int, interval);
        QFETCH(int, failures);
        QFETCH(double, random);
        QFETCH(int, delay);
        QCOMPARE(int(retryDelay(milliseconds(interval), failures, random).count()), delay);
    }

    void asksAtItsInterval()
    {
        Bench bench;
        bench.poller.setSources({config("a")});
        ManualSource *source = bench.sources["a"];
        QCOMPARE(source->fetches, 1);
        bench.clock->advance(1000ms);
        source->answer(SourceState::Ok);
        bench.clock->advance(3999ms);
        QCOMPARE(source->fetches, 1);
        bench.clock->advance(1ms); // five seconds after the start, not after the answer
        QCOMPARE(source->fetches, 2);
        QCOMPARE(bench.seen.size(), std::size_t(1));
        QCOMPARE(bench.seen[0].sourceId, std::string("a"));
        QCOMPARE(bench.seen[0].timeMs, std::int64_t(1'001'000));
        QCOMPARE(bench.seen[0].pollSeconds, 1.0);
    }

    void saysLateOnceAndThenGivesUp()
    {
        Bench bench;
        bench.poller.setSources({config("a")});
        bench.clock->advance(4999ms);
        QVERIFY(bench.seen.empty());
        bench.clock->advance(1ms);
        QCOMPARE(bench.seen.size(), std::size_t(1));
        QCOMPARE(bench.seen[0].state, SourceState::Late);
        bench.clock->advance(7000ms);
        QCOMPARE(bench.seen.size(), std::size_t(2));
        QCOMPARE(bench.seen[1].state, SourceState::Failed);
        QCOMPARE(bench.seen[1].reason, FailureReason::Timeout);
        QCOMPARE(bench.sources["a"]->cancels, 1);
        bench.clock->advance(5000ms);
        QCOMPARE(bench.sources["a"]->fetches, 2);
    }

    void aLateAnswerCounts()
    {
        Bench bench;
        bench.poller.setSources({config("a")});
        bench.clock->advance(8000ms);
        bench.sources["a"]->answer(SourceState::Ok);
        QCOMPARE(bench.seen.back().state, SourceState::Ok);
        bench.clock->advance(0ms);
        QCOMPARE(bench.sources["a"]->fetches, 2); // the next one was due already
    }

    void backsOffAndComesBack()
    {
        Bench bench;
        bench.poller.setSources({config("a")});
        ManualSource *source = bench.sources["a"];
        for (const int seconds : {5, 10, 20, 40, 60, 60}) {
            source->answer(SourceState::Failed);
            const int before = source->fetches;
            bench.clock->advance(milliseconds(seconds * 1000 - 1));
            QCOMPARE(source->fetches, before);
            bench.clock->advance(1ms);
            QCOMPARE(source->fetches, before + 1);
        }
        source->answer(SourceState::Ok);
        bench.clock->advance(5000ms);
        const int before = source->fetches;
        source->answer(SourceState::Failed);
        bench.clock->advance(5000ms);
        QCOMPARE(source->fetches, before + 1); // back to the beginning
    }

    void oneFailingSourceHoldsUpNoOther()
    {
        Bench bench;
        bench.poller.setSources({config("a"), config("b")});
        for (int i = 0; i < 10; ++i) {
            bench.sources["b"]->answer(SourceState::Ok);
            bench.clock->advance(5000ms);
        }
        QCOMPARE(bench.sources["b"]->fetches, 11);
        QVERIFY(bench.sources["a"]->fetches < 11);
    }

    void keepsSourcesThatStay()
    {
        Bench bench;
        bench.poller.setSources({config("a"), config("b")});
        ManualSource *a = bench.sources["a"];
        QPointer<ManualSource> b = bench.sources["b"];
        bench.poller.setSources({config("a")});
        QCOMPARE(bench.sources["a"].data(), a);
        QCOMPARE(a->fetches, 1);
        QCOMPARE(b->cancels, 1);
        QTRY_VERIFY(b.isNull());
        SourceConfig changed = config("a");
        changed.interval = 1000ms;
        bench.poller.setSources({changed});
        QVERIFY(bench.sources["a"].data() != a);
        bench.clock->advance(100000ms); // timers of those that went do nothing
    }

    void maySetSourcesWithinAnAnswer()
    {
        Bench bench;
        QObject::connect(&bench.poller, &Poller::snapshotReady, &bench.poller, [&bench] { bench.poller.setSources({}); });
        bench.poller.setSources({config("a")});
        bench.sources["a"]->answer(SourceState::Ok);
        QTRY_VERIFY(bench.sources["a"].isNull());
    }

    void asksNowWhenTold()
    {
        Bench bench;
        bench.poller.setSources({config("a")});
        ManualSource *source = bench.sources["a"];
        bench.poller.pollNow("a");
        QCOMPARE(source->fetches, 1); // it is being asked
        source->answer(SourceState::Failed);
        bench.poller.pollNow("a");
        QCOMPARE(source->fetches, 2);
        source->answer(SourceState::Ok);
        bench.clock->advance(4999ms);
        QCOMPARE(source->fetches, 2); // the retry of before is moot
        bench.poller.pollNow("nobody");
    }

    void pollsOnAThreadOfItsOwn()
    {
        PollerThread thread;
        std::vector<Snapshot> seen;
        QThread *where = nullptr;
        connect(&thread, &PollerThread::snapshotReady, this, [&](const Snapshot &snapshot) {
            where = QThread::currentThread();
            seen.push_back(snapshot);
        });
        SourceConfig demo = parseSourceAddress("demo:1x2").value();
        demo.interval = 100ms;
        thread.setSources({demo});
        QTRY_VERIFY(seen.size() >= 2);
        QCOMPARE(where, QThread::currentThread());
        QCOMPARE(seen[0].state, SourceState::Ok);
        QVERIFY(seen[0].isDemo);
        QCOMPARE(std::ranges::count_if(seen[0].subjects, &Subject::isGpu), std::ptrdiff_t(2));
        QCOMPARE(std::ranges::count_if(seen[0].subjects, &Subject::isServing), std::ptrdiff_t(1));
        thread.setSources({});
    }
};

QTEST_GUILESS_MAIN(PollerTest)
#include "tst_poller.moc"
