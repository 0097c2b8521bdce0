// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/headroom_process.h"
#include "support/test_case.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QTcpServer>
#include <QTemporaryDir>

#include <zlib.h>

#include <csignal>

using headroom::test::ProcessAnswer;
using headroom::test::runHeadroom;

namespace {

QString write(const QTemporaryDir &folder, const char *name, const QByteArray &content)
{
    QFile file(folder.filePath(QLatin1String(name)));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

QString pack(const QTemporaryDir &folder, const char *name, const QByteArray &content)
{
    const QString file = folder.filePath(QLatin1String(name));
    gzFile packed = gzopen(file.toLocal8Bit().constData(), "wb1");
    const bool whole = packed && gzwrite(packed, content.constData(), static_cast<unsigned>(content.size())) == content.size();
    return gzclose(packed) == Z_OK && whole ? file : QString();
}

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QJsonObject> lines(const QByteArray &out)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : out.split('\n'))
        if (!line.isEmpty())
            objects << QJsonDocument::fromJson(line).object();
    return objects;
}

} // namespace

class MonitorCommandsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void metricsPrintsThePage()
    {
        const QTemporaryDir folder;
        const QString file = write(folder, "page", "# HELP DCGM_FI_DEV_GPU_UTIL use\n# TYPE DCGM_FI_DEV_GPU_UTIL gauge\nDCGM_FI_DEV_GPU_UTIL{gpu=\"0\"} 25 1700000000000\nodd NaN\n");
        const ProcessAnswer answer = runHeadroom({QStringLiteral("metrics"), file, QStringLiteral("--json")});
        QCOMPARE(answer.exit, 0);
        const QJsonObject document = answer.json();
        QCOMPARE(document.keys(), (QStringList{QStringLiteral("canonical"), QStringLiteral("dialect"), QStringLiteral("errors"), QStringLiteral("series")}));
        const QJsonObject series = document[QStringLiteral("series")][0].toObject();
        QCOMPARE(series[QStringLiteral("name")].toString(), QStringLiteral("DCGM_FI_DEV_GPU_UTIL"));
        QCOMPARE(series[QStringLiteral("type")].toString(), QStringLiteral("gauge"));
        QCOMPARE(series[QStringLiteral("help")].toString(), QStringLiteral("use"));
        QVERIFY(series[QStringLiteral("unit")].isNull() && series[QStringLiteral("exemplar")].isNull());
        QCOMPARE(series[QStringLiteral("samples")][0][QStringLiteral("timestamp_ms")].toDouble(), 1700000000000.0);
        QCOMPARE(document[QStringLiteral("series")][1][QStringLiteral("samples")][0][QStringLiteral("value")].toString(), QStringLiteral("NaN"));
        const QJsonObject canonical = document[QStringLiteral("canonical")][0].toObject();
        QCOMPARE(canonical[QStringLiteral("metric")].toString(), QStringLiteral("gpu.util_ratio"));
        QCOMPARE(canonical[QStringLiteral("value")].toDouble(), 0.25);
        QCOMPARE(canonical[QStringLiteral("unit")].toString(), QStringLiteral("ratio"));
        QCOMPARE(document[QStringLiteral("dialect")].toString(), QStringLiteral("dcgm"));
        const ProcessAnswer text = runHeadroom({QStringLiteral("metrics"), file});
        QCOMPARE(text.exit, 0);
        QVERIFY(text.out.contains("gpu.util_ratio"));
    }

    void packedPagesAreReadToo()
    {
        const QTemporaryDir folder;
        const QByteArray page = "# TYPE DCGM_FI_DEV_GPU_UTIL gauge\nDCGM_FI_DEV_GPU_UTIL{gpu=\"0\"} 25\n";
        QByteArray long_ = page;
        for (int i = 0; i < 20000; ++i)
            long_ += "other{n=\"" + QByteArray::number(i) + "\"} " + QByteArray::number(i * 37 % 1001) + "\n";
        for (const QByteArray &text : {page, long_}) {
            const QString plain = write(folder, "plain", text);
            const QString packed = pack(folder, "page.gz", text);
            QCOMPARE(runHeadroom({QStringLiteral("metrics"), packed, QStringLiteral("--json")}).out, runHeadroom({QStringLiteral("metrics"), plain, QStringLiteral("--json")}).out);
        }
        // Two members one after the other are one page, as gzip has it.
        const QByteArray once = bytesOf(pack(folder, "a.gz", page));
        const QByteArray more = bytesOf(pack(folder, "b.gz", "second 2\n"));
        const ProcessAnswer both = runHeadroom({QStringLiteral("metrics"), write(folder, "both.gz", once + more), QStringLiteral("--json")});
        QCOMPARE(both.exit, 0);
        QCOMPARE(both.json()[QStringLiteral("series")].toArray().size(), 2);
    }

    void packedPagesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const QTemporaryDir folder;
        const QByteArray whole = bytesOf(pack(folder, "page.gz", "a 1\nb 2\nc 3\nd 4\n"));
        QByteArray changed = whole;
        changed[changed.size() - 6] = static_cast<char>(changed[changed.size() - 6] ^ 1);
        QTest::newRow("broken off") << whole.left(whole.size() - 3) << QStringLiteral("damaged");
        QTest::newRow("only the head") << whole.left(12) << QStringLiteral("damaged");
        QTest::newRow("two bytes") << whole.left(2) << QStringLiteral("damaged");
        QTest::newRow("another checksum") << changed << QStringLiteral("damaged");
        QTest::newRow("something behind") << QByteArray(whole + "a 1\n") << QStringLiteral("damaged");
        QTest::newRow("a bomb") << bytesOf(pack(folder, "bomb.gz", QByteArray(257 << 20, ' '))) << QStringLiteral("too_large");
    }
    void packedPagesThatAreNoneAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const QTemporaryDir folder;
        const ProcessAnswer answer = runHeadroom({QStringLiteral("--json"), QStringLiteral("metrics"), write(folder, "page.gz", bytes)});
        QVERIFY(answer.exit != 0);
        QCOMPARE(answer.error()[QStringLiteral("code")].toString(), code);
    }

    void metricsTellsErrorsAndStillPrints()
    {
        const QTemporaryDir folder;
        const QString file = write(folder, "page", "a 1\nb{c=\"d} 1\n");
        const ProcessAnswer answer = runHeadroom({QStringLiteral("--json"), QStringLiteral("metrics"), file});
        QCOMPARE(answer.exit, 2);
        QCOMPARE(answer.json()[QStringLiteral("series")].toArray().size(), 1);
        QCOMPARE(answer.json()[QStringLiteral("errors")][0][QStringLiteral("line")].toInt(), 2);
        QCOMPARE(answer.json()[QStringLiteral("errors")][0][QStringLiteral("column")].toInt(), 5);
        QVERIFY(answer.told.contains(":2:5: "));
        // The same bytes read as another format.
        const QString open = write(folder, "open", "# TYPE a gauge\na 1 1.5\n# EOF\n");
        QCOMPARE(runHeadroom({QStringLiteral("metrics"), open}).exit, 0);
        QCOMPARE(runHeadroom({QStringLiteral("metrics"), open, QStringLiteral("--format"), QStringLiteral("prometheus")}).exit, 2);
    }

    void wrongWordsAreTold_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QStringList &words, int exit, const char *code) { QTest::newRow(name) << words << exit << QString::fromLatin1(code); };
        row("no file", {"metrics", "/no/such/file"}, 3, "not_found");
        row("a folder", {"metrics", "/tmp"}, 3, "unreadable");
        row("unknown format", {"metrics", "/dev/null", "--format", "xml"}, 2, "bad_value");
        row("no source", {"watch"}, 2, "bad_value");
        row("not a source", {"watch", "ftp://x"}, 2, "bad_value");
        row("no such recording", {"watch", "/no/such/recording"}, 3, "not_found");
        row("no such list of targets", {"watch", "file_sd+/no/such/list.json"}, 3, "not_found");
        row("proxy of words", {"watch", "demo:", "--proxy", "squid"}, 2, "bad_value");
        row("speed of words", {"watch", "demo:", "--speed", "fast"}, 2, "bad_value");
        row("negative speed", {"watch", "demo:", "--speed", "-1"}, 2, "bad_value");
        row("unknown incident", {"demo-cluster", "--incident", "meteor"}, 2, "bad_value");
        row("incident on no node", {"demo-cluster", "--nodes", "2", "--incident", "kv:3"}, 2, "bad_value");
        row("bad duration", {"watch", "demo:", "--for", "soon"}, 2, "bad_value");
        row("negative duration", {"watch", "demo:", "--for", "-5s"}, 2, "bad_value");
        row("bad interval", {"watch", "demo:", "--interval", "1ms"}, 2, "bad_value");
        row("secret that is not set", {"watch", "demo:", "--bearer-env", "HEADROOM_NOT_SET"}, 2, "bad_value");
        row("certificate without key", {"watch", "demo:", "--cert", "x"}, 2, "bad_value");
        row("record into nowhere", {"watch", "demo:", "--record", "/no/such/folder/x"}, 3, "unwritable");
        row("too many nodes", {"demo-cluster", "--nodes", "1000"}, 2, "bad_value");
        row("port of words", {"demo-cluster", "--port", "http"}, 2, "bad_value");
        row("port out of range", {"demo-cluster", "--port", "70000"}, 2, "bad_value");
    }
    void wrongWordsAreTold()
    {
        QFETCH(QStringList, words);
        QFETCH(int, exit);
        QFETCH(QString, code);
        const ProcessAnswer answer = runHeadroom(words + QStringList{QStringLiteral("--json")});
        QCOMPARE(answer.exit, exit);
        QCOMPARE(answer.error()[QStringLiteral("code")].toString(), code);
        QVERIFY(answer.told.startsWith("headroom: "));
    }

    void watchPrintsAndRecordsWhatItSees()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("r.jsonl"));
        const ProcessAnswer answer = runHeadroom({QStringLiteral("--json"), QStringLiteral("watch"), QStringLiteral("demo:1x2"), QStringLiteral("--for"), QStringLiteral("2s"), QStringLiteral("--interval"), QStringLiteral("500ms"),
                                                     QStringLiteral("--record"), file});
        QCOMPARE(answer.exit, 0);
        const QList<QJsonObject> seen = lines(answer.out);
        QVERIFY(seen.size() >= 3);
        QCOMPARE(seen[0][QStringLiteral("state")].toString(), QStringLiteral("ok"));
        QVERIFY(seen[0][QStringLiteral("reason")].isNull());
        QVERIFY(seen[0][QStringLiteral("demo")].toBool());
        QVERIFY(seen[0][QStringLiteral("canonical")].toArray().size() > 20);
        const ProcessAnswer replay = runHeadroom({QStringLiteral("--json"), QStringLiteral("watch"), file, QStringLiteral("--interval"), QStringLiteral("100ms")});
        QCOMPARE(replay.exit, 0);
        const QList<QJsonObject> again = lines(replay.out);
        QCOMPARE(again.size(), seen.size());
        for (qsizetype i = 0; i < seen.size(); ++i) {
            QCOMPARE(again[i][QStringLiteral("time")], seen[i][QStringLiteral("time")]);
            QCOMPARE(again[i][QStringLiteral("canonical")], seen[i][QStringLiteral("canonical")]);
        }
    }

    void watchOfAMachineWithoutADriverFails()
    {
        const ProcessAnswer answer = runHeadroom({QStringLiteral("--json"), QStringLiteral("watch"), QStringLiteral("nvml:/no/such/library.so"), QStringLiteral("--for"), QStringLiteral("5s")});
        QCOMPARE(answer.exit, 3);
        QCOMPARE(lines(answer.out).first()[QStringLiteral("reason")].toString(), QStringLiteral("not_available"));
        QVERIFY(answer.told.contains("NVIDIA"));
    }

    void watchFollowsTheTargetsOfADemoClusterThroughAnIncident()
    {
        QProcess cluster;
        cluster.start(QStringLiteral(HEADROOM_BINARY), {QStringLiteral("demo-cluster"), QStringLiteral("--nodes"), QStringLiteral("2"), QStringLiteral("--gpus-per-node"), QStringLiteral("1"), QStringLiteral("--incident"), QStringLiteral("node-down:2@0+3600"),
                                                           QStringLiteral("--incident"), QStringLiteral("xid79:1@3+3600")});
        QTRY_VERIFY_WITH_TIMEOUT(cluster.canReadLine(), 30000);
        const QJsonObject first = QJsonDocument::fromJson(cluster.readLine()).object();
        QCOMPARE(first.keys(), (QStringList{QStringLiteral("file_sd"), QStringLiteral("targets")}));
        const ProcessAnswer answer = runHeadroom({QStringLiteral("--json"), QStringLiteral("watch"), QStringLiteral("file_sd+") + first[QStringLiteral("file_sd")].toString(), QStringLiteral("--for"), QStringLiteral("8s"), QStringLiteral("--interval"), QStringLiteral("500ms")});
        ::kill(static_cast<pid_t>(cluster.processId()), SIGTERM);
        QVERIFY(cluster.waitForFinished(20000));
        QCOMPARE(answer.exit, 0);
        bool news = false;
        for (const QJsonObject &line : lines(answer.out)) {
            QCOMPARE(line[QStringLiteral("state")].toString(), QStringLiteral("ok"));
            // Both pages of the node that is down.
            QVERIFY2(line[QStringLiteral("warnings")].toArray().size() == 2, QJsonDocument(line[QStringLiteral("warnings")].toArray()).toJson().constData());
            for (const QJsonValue &one : line[QStringLiteral("canonical")].toArray()) {
                QCOMPARE(one[QStringLiteral("labels")][QStringLiteral("node")].toString(), QStringLiteral("demo-node-1"));
                news = news || (one[QStringLiteral("metric")].toString() == QLatin1String("gpu.xid_new") && one[QStringLiteral("value")].toInt() == 79);
            }
        }
        QVERIFY(news);
    }

    void watchOfNothingFails()
    {
        QTcpServer taken;
        taken.listen(QHostAddress::LocalHost);
        const QString url = QStringLiteral("http://127.0.0.1:%1/metrics").arg(taken.serverPort());
        taken.close();
        const ProcessAnswer answer = runHeadroom({QStringLiteral("--json"), QStringLiteral("watch"), url, QStringLiteral("--for"), QStringLiteral("1s")});
        QCOMPARE(answer.exit, 3);
        const QList<QJsonObject> seen = lines(answer.out);
        QCOMPARE(seen.first()[QStringLiteral("state")].toString(), QStringLiteral("failed"));
        QCOMPARE(seen.first()[QStringLiteral("reason")].toString(), QStringLiteral("down"));
        QCOMPARE(seen.last()[QStringLiteral("error")][QStringLiteral("code")].toString(), QStringLiteral("network"));
        QVERIFY(answer.told.contains("would be accepted"));
    }

    void watchEndsCleanlyAtASignal_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void watchEndsCleanlyAtASignal()
    {
        QFETCH(int, signal);
        QProcess process;
        process.start(QStringLiteral(HEADROOM_BINARY), {QStringLiteral("--json"), QStringLiteral("watch"), QStringLiteral("demo:1x1")});
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 20000);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }

    void demoClusterRefusesAPortThatIsTaken()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const ProcessAnswer answer = runHeadroom({QStringLiteral("--json"), QStringLiteral("demo-cluster"), QStringLiteral("--port"), QString::number(taken.serverPort())});
        QCOMPARE(answer.exit, 3);
        QCOMPARE(answer.error()[QStringLiteral("code")].toString(), QStringLiteral("network"));
    }
};

QTEST_GUILESS_MAIN(MonitorCommandsTest)
#include "tst_monitor_commands.moc"
