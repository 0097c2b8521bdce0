// SPDX-License-Identifier: GPL-3.0-or-later
// Half an hour of watching, in a few seconds: the real poller on a clock of the test's own, pages of the demo cluster, the real
// store, alerts and page. In it a source fails for four minutes, a GPU is hot for ten, and one vanishes.
#include "window/history_feed.h"
#include "support/test_case.h"

#include <db/store/store_thread.h>
#include <monitor/alerts/alert_engine.h>
#include <monitor/demo/demo_cluster.h>
#include <monitor/demo/demo_pages.h>
#include <monitor/mapping/page_mapping.h>
#include <monitor/poller/poller.h>
#include <present/live/live_view_model.h>
#include <ui/pages/live/live_page.h>
#include <ui/theme/theme.h>

#include "window/program.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cmath>
#include <map>

using namespace headroom;
using namespace headroom::monitor;
using std::chrono::milliseconds;

namespace {

constexpr int kNodes = 4;
constexpr int kGpus = 8;
constexpr int kMinutes = 30;
// The store keeps polls for a week of its own clock.
const std::int64_t kBegin = (QDateTime::currentMSecsSinceEpoch() / 60000 - kMinutes - 1) * 60000;

class FastClock final : public PollClock {
public:
    milliseconds now() const override { return m_now; }
    std::int64_t unixMs() const override { return kBegin + m_now.count(); }
    double random() override { return 0.5; }
    void after(milliseconds delay, QObject *context, std::function<void()> call) override { m_calls.emplace(m_now + delay, Call{context, std::move(call)}); }
    void advanceTo(milliseconds until)
    {
        while (!m_calls.empty() && m_calls.begin()->first <= until) {
            m_now = m_calls.begin()->first;
            const Call call = std::move(m_calls.begin()->second);
            m_calls.erase(m_calls.begin());
            if (call.context)
                call.run();
        }
        m_now = until;
    }
    double minutes() const { return static_cast<double>(m_now.count()) / 60000.0; }
    std::size_t waiting() const { return m_calls.size(); }

private:
    struct Call {
        QPointer<QObject> context;
        std::function<void()> run;
    };
    milliseconds m_now{0};
    std::multimap<milliseconds, Call> m_calls;
};

bool within(double minutes, double from, double to)
{
    return minutes >= from && minutes < to;
}

// One node's page, with what happens to it.
class NodeSource final : public Source {
public:
    NodeSource(std::shared_ptr<FastClock> clock, std::shared_ptr<DemoCluster> cluster, int node) : m_clock(std::move(clock)), m_cluster(std::move(cluster)), m_node(node) {}

    void fetch() override
    {
        const double now = m_clock->minutes();
        Snapshot snapshot;
        if (m_node == 1 && within(now, 10, 14)) {
            snapshot.state = SourceState::Failed;
            snapshot.reason = FailureReason::Down;
            emit finished(snapshot);
            return;
        }
        m_cluster->advanceTo(now * 60);
        auto poll = mapPage(readMetricsPage(demoDcgmPage(std::span(m_cluster->nodes()).subspan(static_cast<std::size_t>(m_node), 1)), ExpositionFormat::Prometheus));
        snapshot.dialects = "dcgm";
        snapshot.subjects = std::move(poll.subjects);
        for (const Sample &sample : poll.samples) {
            const Subject &gpu = snapshot.subjects[sample.subject];
            if (m_node == 3 && gpu.gpuIndex == 5 && now >= 20)
                continue; // fallen off the bus
            snapshot.samples.push_back(sample);
            if (sample.metric == CanonicalMetric::GpuTempC)
                snapshot.samples.back().value = m_node == 2 && gpu.gpuIndex == 0 && within(now, 5, 15) ? 95 : 60;
        }
        if (m_node == 3 && now >= 20) {
            // Its row is gone, not only its values.
            const auto gone = static_cast<std::uint32_t>(std::ranges::find(snapshot.subjects, 5, &Subject::gpuIndex) - snapshot.subjects.begin());
            snapshot.subjects.erase(snapshot.subjects.begin() + gone);
            for (Sample &sample : snapshot.samples)
                if (sample.subject > gone)
                    --sample.subject;
        }
        emit finished(snapshot);
    }
    void cancel() override {}

private:
    std::shared_ptr<FastClock> m_clock;
    std::shared_ptr<DemoCluster> m_cluster;
    int m_node;
};

int threads()
{
    return static_cast<int>(QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
}

double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray &line : status.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                return line.simplified().split(' ').value(1).toDouble() / 1024;
    return 0;
}

} // namespace

class LiveSoakTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void halfAnHourOfWatching()
    {
        ui::applyTheme(*qApp, ui::ThemeMode::Light);
        const int threadsBefore = threads();
        QTemporaryDir folder;
        auto clock = std::make_shared<FastClock>();
        auto cluster = std::make_shared<DemoCluster>(DemoClusterConfig{.nodes = kNodes, .gpusPerNode = kGpus});
        QStringList happened; // "minute rule state"
        db::HistoryAnswer answer;
        {
            db::StoreThread store({folder.path().toStdString(), std::chrono::seconds(5), {}, app::HistoryFeed::fields(), {}});
            QSignalSpy opened(&store, &db::StoreThread::opened);
            QSignalSpy historyFailed(&store, &db::StoreThread::historyFailed);
            store.open();
            QVERIFY(opened.wait(20000));
            app::HistoryFeed feed(store);
            AlertEngine alerts;
            alerts.setRules(app::shippedAlertRules());
            QVERIFY(!alerts.rules().empty());
            present::LiveViewModel model([](const std::string &) { return core::Result<SourceConfig>(SourceConfig{}); }, [clock] { return clock->unixMs(); });
            ui::LivePage page(model);
            page.resize(1300, 900);
            page.show();
            Poller poller(clock, [&](const SourceConfig &config) { return std::make_unique<NodeSource>(clock, cluster, config.id.back() - '0'); });
            const auto note = [&](const std::vector<Alert> &changes) {
                for (const Alert &alert : changes)
                    if (alert.state != AlertState::Pending)
                        happened << QStringLiteral("%1 %2 %3").arg(static_cast<int>(clock->minutes())).arg(QString::fromStdString(alert.ruleId), QLatin1String(alertStateName(alert.state).data()));
            };
            connect(&poller, &Poller::snapshotReady, &page, [&](const Snapshot &snapshot) {
                model.take(snapshot);
                feed.take(snapshot);
                note(alerts.take(snapshot));
            });
            std::vector<SourceConfig> sources;
            for (int node = 0; node < kNodes; ++node) {
                SourceConfig config;
                config.id = "http://node-" + std::to_string(node);
                config.address = config.id;
                sources.push_back(config);
            }
            model.setSources(sources);
            poller.setSources(sources);
            double early = 0;
            int threadsWatching = 0;
            std::size_t columns = 0;
            for (int second = 5; second <= kMinutes * 60; second += 5) {
                clock->advanceTo(std::chrono::seconds(second));
                note(alerts.tick(clock->unixMs()));
                if (second % 30 == 0) {
                    model.flush();
                    page.repaint();
                    QCoreApplication::processEvents();
                }
                if (second == 8 * 60) {
                    early = residentMb();
                    threadsWatching = threads();
                    columns = model.histories().begin()->second.columns().size();
                }
                QVERIFY2(clock->waiting() < 5 * kNodes, "timers pile up");
            }
            QCOMPARE(threads(), threadsWatching);
            QVERIFY2(residentMb() - early < 40, qPrintable(QStringLiteral("%1 MB, then %2 MB").arg(early).arg(residentMb())));
            QCOMPARE(model.histories().size(), std::size_t(kNodes));
            QCOMPARE(model.histories().begin()->second.columns().size(), columns);
            for (const auto &[source, history] : model.histories())
                QVERIFY(history.times().size() <= present::LiveHistory::kRows * 5 / 4);
            QVERIFY(alerts.alerts().size() < 10);

            QSignalSpy read(&store, &db::StoreThread::historyRead);
            connect(&store, &db::StoreThread::historyRead, &page, [&answer](db::RequestId, const db::HistoryAnswer &got) { answer = got; });
            store.readHistory({{}, {app::HistoryFeed::fieldOf(CanonicalMetric::GpuPowerW)}, kBegin, kBegin + kMinutes * 60000, 10000});
            QVERIFY(read.wait(20000));
            QCOMPARE(historyFailed.size(), 0);
        }
        QTRY_COMPARE(threads(), threadsBefore); // nobody is left behind

        // The alerts came and went when they should, and no other did.
        const auto minutesOf = [&happened](const char *what) {
            QVector<int> minutes;
            for (const QString &one : happened)
                if (one.section(QLatin1Char(' '), 1) == QLatin1String(what))
                    minutes << one.section(QLatin1Char(' '), 0, 0).toInt();
            return minutes;
        };
        const QString all = happened.join(QStringLiteral("; "));
        QVERIFY2(minutesOf("gpu_temperature_high firing") == QVector<int>{10} && minutesOf("gpu_temperature_high resolved") == QVector<int>{15}, qPrintable(all));
        QVERIFY2(minutesOf("source_down firing").size() == 1 && within(minutesOf("source_down firing").at(0), 12, 14), qPrintable(all));
        QVERIFY2(minutesOf("source_down resolved").size() == 1 && within(minutesOf("source_down resolved").at(0), 14, 16), qPrintable(all));
        QVERIFY2(minutesOf("gpu_gone firing") == QVector<int>{25} && minutesOf("gpu_gone resolved").isEmpty(), qPrintable(all));
        QVERIFY2(happened.size() == 5, qPrintable(all));

        // What was polled is there; where nothing was, there is a gap and no value made up.
        QCOMPARE(answer.size(), std::size_t(kNodes));
        for (const db::HistoryTable &table : answer) {
            const bool failed = table.source.back() == '1';
            QVERIFY2(failed ? table.times.size() > 300 : table.times.size() >= kMinutes * 12 - 1, qPrintable(QString::number(table.times.size())));
            QCOMPARE(table.series.size(), std::size_t(kGpus));
            for (const db::HistorySeries &series : table.series)
                for (std::size_t row = 0; row < table.times.size(); ++row) {
                    const double minute = (table.times[row] - static_cast<double>(kBegin) / 1000.0) / 60.0;
                    const bool lost = table.source.back() == '3' && table.subjects[series.subject].find("\"gpu\":5") != std::string::npos && minute >= 20;
                    const bool gap = (failed && within(minute, 10, 14)) || lost;
                    QVERIFY2(std::isnan(series.mean[row]) == gap, qPrintable(QStringLiteral("%1, minute %2: %3").arg(QString::fromStdString(table.source)).arg(minute).arg(static_cast<double>(series.mean[row]))));
                }
        }
    }
};

QTEST_MAIN(LiveSoakTest)
#include "tst_live_soak.moc"
