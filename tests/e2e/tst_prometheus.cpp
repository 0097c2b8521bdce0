// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <monitor/poller/poller.h>
#include <monitor/sources/source_address.h>

#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>

using namespace headroom::monitor;

namespace {

constexpr int kNodes = 2;
constexpr int kGpus = 4;

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

std::ptrdiff_t count(const Snapshot &snapshot, CanonicalMetric metric)
{
    return std::ranges::count_if(snapshot.samples, [metric](const Sample &sample) { return sample.metric == metric; });
}

const Sample *find(const Snapshot &snapshot, CanonicalMetric metric, const std::string &node, int gpu)
{
    for (const Sample &sample : snapshot.samples) {
        const Subject &subject = snapshot.subjects[sample.subject];
        if (sample.metric == metric && subject.node == node && subject.gpuIndex == gpu)
            return &sample;
    }
    return nullptr;
}

} // namespace

// A real Prometheus scrapes the demo cluster, and the Prometheus source reads it back: nothing here is a stand-in.
class PrometheusTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString prometheus = QStandardPaths::findExecutable(QStringLiteral("prometheus"));
        if (prometheus.isEmpty())
            QSKIP("Prometheus is not installed (Debian package prometheus)");
        m_cluster.start(QStringLiteral(HEADROOM_BINARY), {QStringLiteral("demo-cluster"), QStringLiteral("--nodes"), QString::number(kNodes), QStringLiteral("--gpus-per-node"), QString::number(kGpus)});
        QTRY_VERIFY_WITH_TIMEOUT(m_cluster.canReadLine(), 20000);
        const QJsonObject first = QJsonDocument::fromJson(m_cluster.readLine()).object();
        QCOMPARE(first[QStringLiteral("targets")].toArray().size(), 2 * kNodes);
        m_fileSd = first[QStringLiteral("file_sd")].toString();
        QVERIFY(QFile::exists(m_fileSd));

        QFile config(m_folder.filePath(QStringLiteral("prometheus.yml")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("global: {scrape_interval: 1s, scrape_timeout: 1s}\nscrape_configs:\n- job_name: headroom\n  file_sd_configs: [{files: ['" + m_fileSd.toUtf8() + "']}]\n");
        config.close();
        m_port = freePort();
        m_prometheus.setProcessChannelMode(QProcess::MergedChannels);
        m_prometheus.start(prometheus, {QStringLiteral("--config.file=") + config.fileName(), QStringLiteral("--storage.tsdb.path=") + m_folder.filePath(QStringLiteral("data")),
                                           QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(m_port)});
        QVERIFY(m_prometheus.waitForStarted(10000));
    }

    void readsBackWhatPrometheusScraped()
    {
        SourceConfig config = parseSourceAddress(QStringLiteral("prometheus+http://127.0.0.1:%1").arg(m_port).toStdString()).value();
        config.interval = std::chrono::milliseconds(500);
        Poller poller;
        Snapshot last;
        connect(&poller, &Poller::snapshotReady, &poller, [&last](const Snapshot &snapshot) { last = snapshot; });
        poller.setSources({config});
        const auto complete = [&last] { return count(last, CanonicalMetric::GpuUtilRatio) == kNodes * kGpus && count(last, CanonicalMetric::ServingGenerationTokensPerS) == kNodes; };
        const bool seen = QTest::qWaitFor(complete, 60000);
        QVERIFY2(seen, qPrintable(QString::fromStdString(last.detail) + QString::fromUtf8(m_prometheus.readAll().right(2000))));

        QCOMPARE(last.state, SourceState::Ok);
        QVERIFY(last.isDemo);
        QCOMPARE(last.dialects, std::string("dcgm,vllm"));
        QCOMPARE(std::ranges::count_if(last.subjects, &Subject::isGpu), std::ptrdiff_t(kNodes * kGpus));
        QCOMPARE(std::ranges::count_if(last.subjects, &Subject::isServing), std::ptrdiff_t(kNodes));
        for (const char *const node : {"demo-node-1", "demo-node-2"}) {
            for (int gpu = 0; gpu < kGpus; ++gpu) {
                const Sample *total = find(last, CanonicalMetric::GpuMemTotalBytes, node, gpu);
                QVERIFY(total);
                QCOMPARE(total->value, 143771.0 * 1048576.0);
                QVERIFY(find(last, CanonicalMetric::GpuPowerW, node, gpu)->value > 50.0);
            }
            const Sample *tokens = find(last, CanonicalMetric::ServingGenerationTokensPerS, node, -1);
            QVERIFY(tokens && tokens->value > 0.0);
        }
    }

    void seesWhatAPageSees()
    {
        // Memory does not change in the demo cluster, so both ways must tell the same.
        std::vector<SourceConfig> sources{parseSourceAddress(QStringLiteral("prometheus+http://127.0.0.1:%1").arg(m_port).toStdString()).value()};
        const QByteArray groups = [this] { QFile file(m_fileSd); return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(); }();
        const QJsonObject group = QJsonDocument::fromJson(groups).array().first().toObject();
        const QString page = QStringLiteral("http://") + group[QStringLiteral("targets")][0].toString() + group[QStringLiteral("labels")][QStringLiteral("__metrics_path__")].toString();
        sources.push_back(parseSourceAddress(page.toStdString()).value());
        Poller poller;
        std::map<std::string, Snapshot> seen;
        connect(&poller, &Poller::snapshotReady, &poller, [&seen](const Snapshot &snapshot) { seen[snapshot.sourceId] = snapshot; });
        poller.setSources(sources);
        QTRY_COMPARE_WITH_TIMEOUT(seen.size(), std::size_t(2), 20000);
        for (int gpu = 0; gpu < kGpus; ++gpu) {
            const Sample *direct = find(seen[sources[1].id], CanonicalMetric::GpuMemUsedBytes, "demo-node-1", gpu);
            const Sample *through = find(seen[sources[0].id], CanonicalMetric::GpuMemUsedBytes, "demo-node-1", gpu);
            QVERIFY(direct && through);
            QCOMPARE(direct->value, through->value);
            QCOMPARE(seen[sources[1].id].subjects[direct->subject].gpuUuid, seen[sources[0].id].subjects[through->subject].gpuUuid);
        }
    }

    void aQuestionThatPrometheusRefusesIsTold()
    {
        SourceConfig config = parseSourceAddress(QStringLiteral("prometheus+http://127.0.0.1:%1/nowhere").arg(m_port).toStdString()).value();
        Poller poller;
        Snapshot last;
        connect(&poller, &Poller::snapshotReady, &poller, [&last](const Snapshot &snapshot) { last = snapshot; });
        poller.setSources({config});
        QTRY_COMPARE(last.state, SourceState::Failed);
        QCOMPARE(last.reason, FailureReason::HttpStatus);
    }

    void endsCleanly()
    {
        ::kill(static_cast<pid_t>(m_cluster.processId()), SIGTERM);
        QTRY_COMPARE(m_cluster.state(), QProcess::NotRunning);
        QCOMPARE(m_cluster.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_cluster.exitCode(), 0);
        QVERIFY(!QFile::exists(m_fileSd));
    }

    void cleanupTestCase()
    {
        for (QProcess *process : {&m_prometheus, &m_cluster}) {
            if (process->state() == QProcess::NotRunning)
                continue;
            process->terminate();
            QVERIFY(process->waitForFinished(20000));
        }
    }

private:
    QTemporaryDir m_folder;
    QProcess m_cluster;
    QProcess m_prometheus;
    QString m_fileSd;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(PrometheusTest)
#include "tst_prometheus.moc"
