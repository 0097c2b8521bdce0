// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <monitor/poller/poller.h>
#include <monitor/sources/source_address.h>

#include <QSignalSpy>

#include <atomic>
#include <dlfcn.h>

using namespace headroom::monitor;
using enum CanonicalMetric;

namespace {

// As in nvml_stand_in.cpp.
struct StandIn {
    std::atomic<int> initCode;
    std::atomic<int> countCode;
    std::atomic<int> gpus;
    std::atomic<int> hangMs;
    std::atomic<int> xid;
    std::atomic<unsigned long long> throttledNs;
    std::atomic<int> lost;
};

std::optional<double> value(const Snapshot &snapshot, CanonicalMetric metric, int gpu)
{
    for (const Sample &sample : snapshot.samples)
        if (sample.metric == metric && snapshot.subjects[sample.subject].gpuIndex == gpu)
            return sample.value;
    return std::nullopt;
}

SourceConfig standInConfig()
{
    return parseSourceAddress("nvml:" HEADROOM_NVML_STAND_IN).value();
}

} // namespace

// The real library is loaded where there is a driver; here one of the same interface, built for the test, takes its place.
class NvmlSourceTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase()
    {
        m_library = ::dlopen(HEADROOM_NVML_STAND_IN, RTLD_NOW);
        QVERIFY2(m_library, ::dlerror());
        m_standIn = static_cast<StandIn *>(::dlsym(m_library, "standIn"));
        QVERIFY(m_standIn);
    }
    void cleanup()
    {
        m_standIn->initCode = m_standIn->countCode = m_standIn->hangMs = m_standIn->xid = 0;
        m_standIn->gpus = 2;
        m_standIn->lost = -1;
        m_standIn->throttledNs = 0;
    }

    void readsEveryGpuInSiUnits()
    {
        const Snapshot snapshot = poll(standInConfig());
        QVERIFY2(snapshot.state == SourceState::Ok, snapshot.detail.c_str());
        QCOMPARE(snapshot.dialects, std::string("nvml"));
        QCOMPARE(snapshot.subjects.size(), std::size_t(2));
        QCOMPARE(snapshot.subjects[0].gpuUuid, std::string("GPU-00000000-0000-0000-0000-000000000000"));
        QCOMPARE(snapshot.subjects[0].gpuModel, std::string("NVIDIA Stand-In"));
        QVERIFY(!snapshot.subjects[0].node.empty());
        QCOMPARE(value(snapshot, GpuUtilRatio, 0), 0.42);
        QCOMPARE(value(snapshot, GpuMemBusyRatio, 0), 0.17);
        QCOMPARE(value(snapshot, GpuMemTotalBytes, 0), 85520809984.0);
        QCOMPARE(value(snapshot, GpuMemReservedBytes, 0), 500000000.0);
        QCOMPARE(value(snapshot, GpuPowerW, 0), 631.95);
        QCOMPARE(value(snapshot, GpuPowerLimitW, 0), 700.0);
        QCOMPARE(value(snapshot, GpuEnergyJ, 0), 5.0);
        QCOMPARE(value(snapshot, GpuTempC, 0), 59.0);
        QCOMPARE(value(snapshot, GpuSmClockHz, 0), 1.98e9);
        QCOMPARE(value(snapshot, GpuMemClockHz, 0), 2.619e9);
        QCOMPARE(value(snapshot, GpuThrottleReasons, 0), 4.0);
        QCOMPARE(value(snapshot, GpuEccUncorrected, 0), 2.0);
        QCOMPARE(value(snapshot, GpuEccCorrected, 0), 7.0);
        QCOMPARE(value(snapshot, GpuRowRemapPending, 0), 1.0);
    }

    void whatAGpuDoesNotSupportIsMissing()
    {
        const Snapshot snapshot = poll(standInConfig());
        QVERIFY(!value(snapshot, GpuUtilRatio, 1));
        QVERIFY(!value(snapshot, GpuEnergyJ, 1));
        QVERIFY(!value(snapshot, GpuEccUncorrected, 1));
        QCOMPARE(value(snapshot, GpuMemUsedBytes, 1), 600.0); // by the older question
    }

    void tellsXidsAndThrottlingBetweenPolls()
    {
        std::vector<Snapshot> seen;
        Poller poller;
        connect(&poller, &Poller::snapshotReady, &poller, [&](const Snapshot &snapshot) {
            seen.push_back(snapshot);
            m_standIn->xid = 79;
            m_standIn->throttledNs += 1'000'000'000'000ULL;
        });
        SourceConfig config = standInConfig();
        config.interval = std::chrono::milliseconds(20);
        poller.setSources({config});
        QTRY_VERIFY(seen.size() >= 2);
        QVERIFY(!value(seen[0], GpuXidNew, 1) && !value(seen[0], GpuThermalThrottleRatio, 0));
        QCOMPARE(value(seen[1], GpuXidNew, 1), 79.0);
        QVERIFY(!value(seen[1], GpuXidNew, 0));
        QCOMPARE(value(seen[1], GpuThermalThrottleRatio, 0), 1.0);
    }

    void aGpuThatIsGoneLeavesTheOthers()
    {
        m_standIn->lost = 0;
        const Snapshot snapshot = poll(standInConfig());
        QCOMPARE(snapshot.state, SourceState::Ok);
        QCOMPARE(snapshot.subjects.size(), std::size_t(1));
        QCOMPARE(snapshot.subjects[0].gpuIndex, 1);
    }

    void saysWhyThereIsNothing()
    {
        const Snapshot absent = poll(parseSourceAddress("nvml:/no/such/library.so").value());
        QCOMPARE(absent.reason, FailureReason::NotAvailable);
        QVERIFY2(absent.detail.find("would be accepted") != std::string::npos, absent.detail.c_str());
        m_standIn->initCode = 9;
        QVERIFY(poll(standInConfig()).detail.find("Driver Not Loaded") != std::string::npos);
        m_standIn->initCode = 0;
        m_standIn->countCode = 999;
        QCOMPARE(poll(standInConfig()).reason, FailureReason::Down);
        m_standIn->countCode = 0;
        m_standIn->gpus = 0;
        QCOMPARE(poll(standInConfig()).reason, FailureReason::NothingKnown);
    }

    void aDriverThatHangsHoldsUpNobody()
    {
        m_standIn->hangMs = 1500;
        SourceConfig config = standInConfig();
        config.timeout = std::chrono::milliseconds(100);
        config.interval = std::chrono::milliseconds(100);
        std::vector<Snapshot> seen;
        {
            Poller poller;
            connect(&poller, &Poller::snapshotReady, &poller, [&seen](const Snapshot &snapshot) { seen.push_back(snapshot); });
            poller.setSources({config});
            QTRY_VERIFY(seen.size() >= 2);
        } // the poller goes while the driver still hangs
        QCOMPARE(seen[0].reason, FailureReason::Timeout);
        QCOMPARE(seen[1].reason, FailureReason::Timeout);
        QVERIFY2(seen[1].detail.find("poll before") != std::string::npos, seen[1].detail.c_str());
        QTest::qWait(1600); // the thread left behind ends before the library is unloaded
    }

    void cleanupTestCase()
    {
        if (m_library)
            ::dlclose(m_library);
    }

private:
    static Snapshot poll(SourceConfig config)
    {
        Poller poller;
        std::vector<Snapshot> seen;
        connect(&poller, &Poller::snapshotReady, &poller, [&seen](const Snapshot &snapshot) { seen.push_back(snapshot); });
        poller.setSources({std::move(config)});
        [&seen] { QTRY_VERIFY_WITH_TIMEOUT(!seen.empty(), 20000); }();
        return seen.empty() ? Snapshot() : seen.front();
    }

    void *m_library = nullptr;
    StandIn *m_standIn = nullptr;
};

QTEST_GUILESS_MAIN(NvmlSourceTest)
#include "tst_nvml_source.moc"
