// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <monitor/poller/poller.h>
#include <monitor/recording/snapshot_json.h>
#include <monitor/sources/source_address.h>

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace headroom::monitor;

namespace {

Snapshot example()
{
    Snapshot snapshot;
    snapshot.sourceId = "http://h:9400/metrics";
    snapshot.timeMs = 1'790'000'000'250;
    snapshot.isDemo = true;
    snapshot.dialects = "dcgm,vllm";
    Subject gpu;
    gpu.node = "n1";
    gpu.gpuIndex = 3;
    gpu.gpuUuid = "GPU-x";
    gpu.gpuModel = "NVIDIA \"H200\"";
    Subject engine;
    engine.node = "n1";
    engine.engine = "vllm";
    engine.modelName = "deepseek-ai/DeepSeek-V3";
    engine.replica = "0";
    snapshot.subjects = {gpu, engine};
    snapshot.samples = {{CanonicalMetric::GpuUtilRatio, 0, 0.0F, false, 0.875}, {CanonicalMetric::ServingTtftS, 1, 0.0F, false, 0.25}, {CanonicalMetric::ServingTtftS, 1, 0.95F, true, 30.0}};
    return snapshot;
}

} // namespace

class RecordingTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void readsBackWhatItWrote()
    {
        const std::string line = snapshotToJson(example());
        QVERIFY(line.find('\n') == std::string::npos);
        const auto back = snapshotFromJson(line);
        QVERIFY(back);
        QVERIFY(*back == example());
        Snapshot failed;
        failed.timeMs = 5;
        failed.state = SourceState::Failed;
        failed.reason = FailureReason::NotMetrics;
        failed.detail = "a \xff that is no UTF-8";
        const auto again = snapshotFromJson(snapshotToJson(failed));
        QVERIFY(again);
        QCOMPARE(again->state, SourceState::Failed);
        QCOMPARE(again->reason, FailureReason::NotMetrics);
    }

    void keepsWorkloads()
    {
        Snapshot snapshot = example();
        snapshot.workloads = {{0, "ml", "vllm-0", "vllm", "m"}, {1, "", "p", "", ""}};
        const auto back = snapshotFromJson(snapshotToJson(snapshot));
        QVERIFY(back);
        QVERIFY(*back == snapshot);
    }

    void replaysAtTheSpeedItIsTold()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("r.jsonl"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        Snapshot snapshot = example();
        for (int i = 0; i < 4; ++i) {
            file.write(QByteArray::fromStdString(snapshotToJson(snapshot) + "\n"));
            snapshot.timeMs += i == 1 ? 3'000'000 : 100'000;
        }
        file.close();
        SourceConfig config = parseSourceAddress(path.toStdString()).value();
        config.interval = std::chrono::hours(1);
        config.replaySpeed = 10'000; // 10 ms, 300 ms, 10 ms
        Poller poller;
        QList<qint64> times;
        QElapsedTimer clock;
        clock.start();
        bool ended = false;
        connect(&poller, &Poller::snapshotReady, &poller, [&](const Snapshot &one) {
            ended = one.reason == FailureReason::Ended;
            times << clock.elapsed();
        });
        poller.setSources({config});
        QTRY_VERIFY(ended);
        QCOMPARE(times.size(), qsizetype(5));
        QVERIFY2(times[2] - times[1] >= 290, qPrintable(QString::number(times[2] - times[1])));
        QVERIFY(times[1] - times[0] < 200 && times[4] < 5000);
    }

    void leavesOutWhatANewerVersionWrote()
    {
        const auto snapshot = snapshotFromJson(R"({"time":"2026-03-01T12:00:00.000Z","state":"ok","new":1,"canonical":[{"metric":"gpu.shiny","labels":{},"value":1,"unit":"x"},{"metric":"gpu.power_w","labels":{"gpu":"0","colour":"red"},"value":"350","unit":"W"}]})");
        QVERIFY(snapshot);
        QCOMPARE(snapshot->samples.size(), std::size_t(1));
        QCOMPARE(snapshot->samples[0].value, 350.0);
    }

    void refusesWhatIsNoRecording_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("words") << QByteArray("hello") << QByteArray();
        QTest::newRow("list") << QByteArray("[]") << QByteArray();
        QTest::newRow("no time") << QByteArray("{\"state\":\"ok\",\"canonical\":[]}") << QByteArray("time");
        QTest::newRow("impossible day") << QByteArray("{\"time\":\"2026-02-31T12:00:00.000Z\",\"state\":\"ok\",\"canonical\":[]}") << QByteArray("time");
        QTest::newRow("no state") << QByteArray("{\"time\":\"2026-03-01T12:00:00.000Z\",\"canonical\":[]}") << QByteArray("state");
        QTest::newRow("no values") << QByteArray("{\"time\":\"2026-03-01T12:00:00.000Z\",\"state\":\"ok\"}") << QByteArray("canonical");
        QTest::newRow("value without labels") << QByteArray("{\"time\":\"2026-03-01T12:00:00.000Z\",\"state\":\"ok\",\"canonical\":[7]}") << QByteArray("canonical");
    }
    void refusesWhatIsNoRecording()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, field);
        const auto snapshot = snapshotFromJson({line.constData(), static_cast<std::size_t>(line.size())});
        QVERIFY(!snapshot);
        QCOMPARE(snapshot.error().field, field.toStdString());
    }

    void tellsTimeBothWays_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("epoch") << qint64(0) << "1970-01-01T00:00:00.000Z";
        QTest::newRow("leap day") << qint64(1709210096789) << "2024-02-29T12:34:56.789Z";
    }
    void tellsTimeBothWays()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(isoTime(ms)), text);
        QCOMPARE(qint64(*unixMsFromIso(text.toStdString())), ms);
        QVERIFY(!unixMsFromIso("yesterday"));
    }

    void replaysAFileLineByLineAndEnds()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("r.jsonl"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        Snapshot second = example();
        second.timeMs += 5000;
        file.write(QByteArray::fromStdString(snapshotToJson(example()) + "\n\n" + snapshotToJson(second) + "\nnot json\n"));
        file.close();
        SourceConfig config = parseSourceAddress(path.toStdString()).value();
        QCOMPARE(config.kind, SourceKind::Recording);
        config.interval = std::chrono::milliseconds(1);
        Poller poller;
        std::vector<Snapshot> seen;
        connect(&poller, &Poller::snapshotReady, &poller, [&seen](const Snapshot &snapshot) { seen.push_back(snapshot); });
        poller.setSources({config});
        QTRY_VERIFY(!seen.empty() && seen.back().reason == FailureReason::Ended);
        QCOMPARE(seen.size(), std::size_t(4));
        QCOMPARE(seen[0].timeMs, example().timeMs);
        QCOMPARE(seen[0].sourceId, path.toStdString());
        QCOMPARE(seen[1].timeMs, second.timeMs);
        QVERIFY(seen[0].isDemo);
        QCOMPARE(seen[2].reason, FailureReason::BadContent);
        QVERIFY(seen[2].detail.find("line 4") != std::string::npos);
    }

    void aFolderIsNoRecording()
    {
        QTemporaryDir folder;
        SourceConfig config = parseSourceAddress(folder.path().toStdString()).value();
        Poller poller;
        Snapshot seen;
        connect(&poller, &Poller::snapshotReady, &poller, [&seen](const Snapshot &snapshot) { seen = snapshot; });
        poller.setSources({config});
        QTRY_COMPARE(seen.reason, FailureReason::File);
    }

    void readsTheAddressOfASource_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind"); // -1: refused
        QTest::addColumn<QString>("id");
        QTest::newRow("page") << "http://h:9400/metrics" << int(SourceKind::Page) << "http://h:9400/metrics";
        QTest::newRow("https") << " https://h/x " << int(SourceKind::Page) << "https://h/x";
        QTest::newRow("host and port") << "gpu01:9400" << int(SourceKind::Page) << "http://gpu01:9400/metrics";
        QTest::newRow("prometheus") << "prometheus+http://p:9090" << int(SourceKind::Prometheus) << "prometheus+http://p:9090";
        QTest::newRow("password") << "http://a:b@h/metrics" << int(SourceKind::Page) << "http://h/metrics";
        QTest::newRow("demo") << "demo:" << int(SourceKind::Demo) << "demo:2x8";
        QTest::newRow("demo of a size") << "demo:4x2" << int(SourceKind::Demo) << "demo:4x2";
        QTest::newRow("nvml") << "nvml:" << int(SourceKind::Nvml) << "nvml:";
        QTest::newRow("recording") << "run.jsonl" << int(SourceKind::Recording) << "run.jsonl";
        QTest::newRow("empty") << "  " << -1 << "";
        QTest::newRow("ftp") << "ftp://h/x" << -1 << "";
        QTest::newRow("no host") << "http:///x" << -1 << "";
        QTest::newRow("prometheus without URL") << "prometheus+h" << -1 << "";
        QTest::newRow("demo too large") << "demo:65x8" << -1 << "";
        QTest::newRow("demo of words") << "demo:many" << -1 << "";
        QTest::newRow("port of words") << "h:port" << -1 << "";
    }
    void readsTheAddressOfASource()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(QString, id);
        const auto config = parseSourceAddress(text.toStdString());
        QCOMPARE(config.has_value(), kind >= 0);
        if (!config) {
            QVERIFY(config.error().detail.find("would be accepted") != std::string::npos);
            return;
        }
        QCOMPARE(int(config->kind), kind);
        QCOMPARE(QString::fromStdString(config->id), id);
    }
};

QTEST_GUILESS_MAIN(RecordingTest)
#include "tst_recording.moc"
