// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"
#include "support/test_case.h"

#include <monitor/poller/poller.h>
#include <monitor/sources/discovery_targets.h>
#include <monitor/sources/source_address.h>

#include <QTemporaryDir>

using namespace headroom::monitor;
using headroom::test::ScriptedServer;

namespace {

QByteArray pageOf(int gpu)
{
    return "DCGM_FI_DEV_GPU_UTIL{gpu=\"" + QByteArray::number(gpu) + "\",UUID=\"GPU-" + QByteArray::number(gpu) + "\"} 50\n";
}

QByteArray listOf(const ScriptedServer &server, const QList<QByteArray> &paths)
{
    QByteArray list;
    for (const QByteArray &path : paths)
        list += QByteArray(list.isEmpty() ? "[" : ",") + "{\"targets\":[\"127.0.0.1:" + QByteArray::number(server.port()) + "\"],\"labels\":{\"__metrics_path__\":\"" + path + "\",\"node\":\"n" + path.mid(1) + "\"}}";
    return list + "]";
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

class Watch {
public:
    explicit Watch(SourceConfig config)
    {
        QObject::connect(&poller, &Poller::snapshotReady, &poller, [this](const Snapshot &snapshot) {
            if (snapshot.state != SourceState::Late)
                seen.push_back(snapshot);
        });
        poller.setSources({std::move(config)});
    }
    const Snapshot &next()
    {
        const std::size_t before = read;
        [this, before] { QTRY_VERIFY_WITH_TIMEOUT(seen.size() > before, 20000); }();
        return seen.at(read++);
    }

    Poller poller;
    std::vector<Snapshot> seen;
    std::size_t read = 0;
};

} // namespace

class DiscoveryTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void putsAddressesTogetherAsPrometheusDoes()
    {
        const auto targets = readDiscoveryTargets(R"([{"targets":["a:9400","b:9400","a:9400"],"labels":{"node":"n1","job":"x"}},)"
                                                  R"({"targets":["[::1]:8000"],"labels":{"__scheme__":"https","__metrics_path__":"/v1/metrics","__param_module":"a b","instance":"i","hostname":"h"}},{"targets":["plain"]},{"targets":[],"labels":null}])");
        QVERIFY2(targets, targets ? "" : targets.error().detail.c_str());
        QCOMPARE(targets->size(), std::size_t(4));
        QCOMPARE(targets->at(0), (DiscoveredTarget{"http://a:9400/metrics", "n1"}));
        QCOMPARE(targets->at(2), (DiscoveredTarget{"https://[::1]:8000/v1/metrics?module=a%20b", "h"}));
        QCOMPARE(targets->at(3), (DiscoveredTarget{"http://plain/metrics", ""}));
    }

    void refusesWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("not JSON") << QByteArray("- targets: [a]") << QByteArray();
        QTest::newRow("an object") << QByteArray("{}") << QByteArray();
        QTest::newRow("no targets") << QByteArray(R"([{"labels":{}}])") << QByteArray("[0].targets");
        QTest::newRow("a number") << QByteArray(R"([{"targets":["a:1"]},{"targets":["a:1",7]}])") << QByteArray("[1].targets[1]");
        QTest::newRow("an address of its own") << QByteArray("[{\"targets\":[\"http://a:1/metrics\"]}]") << QByteArray("[0].targets[0]");
        QTest::newRow("user and password") << QByteArray(R"([{"targets":["u:p@a:1"]}])") << QByteArray("[0].targets[0]");
        QTest::newRow("port out of range") << QByteArray(R"([{"targets":["a:70000"]}])") << QByteArray("[0].targets[0]");
        QTest::newRow("empty") << QByteArray(R"([{"targets":[""]}])") << QByteArray("[0].targets[0]");
        QTest::newRow("scheme") << QByteArray(R"([{"targets":["a:1"],"labels":{"__scheme__":"file"}}])") << QByteArray("[0].labels.__scheme__");
        QTest::newRow("path") << QByteArray(R"([{"targets":["a:1"],"labels":{"__metrics_path__":"/a b"}}])") << QByteArray("[0].labels.__metrics_path__");
        QTest::newRow("label is no text") << QByteArray(R"([{"targets":["a:1"],"labels":{"x":1}}])") << QByteArray("[0].labels");
        QTest::newRow("deep") << QByteArray("[").repeated(100000) << QByteArray();
    }
    void refusesWithThePlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, field);
        const auto targets = readDiscoveryTargets({json.constData(), static_cast<std::size_t>(json.size())});
        QVERIFY(!targets);
        QCOMPARE(QByteArray::fromStdString(targets.error().field), field);
        QVERIFY2(!targets.error().detail.empty(), targets.error().detail.c_str());
    }

    void refusesTooManyTargets()
    {
        std::string list = "[{\"targets\":[\"a:1\"";
        for (int i = 2; i < 5000; ++i)
            list += ",\"a:" + std::to_string(i) + "\"";
        const auto targets = readDiscoveryTargets(list + "]}]");
        QVERIFY(!targets);
        QCOMPARE(targets.error().code, headroom::core::ErrorCode::TooLarge);
    }

    void pollsEveryTargetOfAFileAndFollowsIt()
    {
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &request) { ScriptedServer::answer(socket, pageOf(request.mid(5, 1).toInt())); });
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("sd.json"));
        write(file, listOf(server, {"/1", "/2"}));
        SourceConfig config = parseSourceAddress("file_sd+" + file.toStdString()).value();
        QCOMPARE(config.kind, SourceKind::Discovery);
        QCOMPARE(config.id, "file_sd+" + file.toStdString());
        config.interval = std::chrono::milliseconds(50);
        Watch watch(config);
        const Snapshot first = watch.next();
        QVERIFY2(first.state == SourceState::Ok, first.detail.c_str());
        QCOMPARE(first.subjects.size(), std::size_t(2));
        QVERIFY(std::ranges::any_of(first.subjects, [](const Subject &subject) { return subject.node == "n1" && subject.gpuIndex == 1; }));
        // A third is added: the file's time tells.
        write(file, listOf(server, {"/1", "/2", "/3"}));
        QTRY_VERIFY(watch.next().subjects.size() == 3);
        // A list that is broken while it is written leaves the last one in force.
        write(file, "[{");
        QTRY_VERIFY(!watch.next().warnings.empty());
        QCOMPARE(watch.next().subjects.size(), std::size_t(3));
        // It is told as long as it is so.
        write(file, listOf(server, {"/1"}));
        QTRY_COMPARE(watch.next().subjects.size(), std::size_t(1));
        QVERIFY(watch.next().warnings.empty());
    }

    void aTargetThatFailsIsAWarning()
    {
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET /1 "))
                ScriptedServer::answer(socket, pageOf(1));
            else if (request.startsWith("GET /2 "))
                ScriptedServer::answer(socket, "no", "text/plain", "500 Oh");
            // the third is silent
        });
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("sd.json"));
        write(file, listOf(server, {"/1", "/2", "/3"}));
        SourceConfig config = parseSourceAddress("file_sd+" + file.toStdString()).value();
        config.timeout = std::chrono::milliseconds(500);
        Watch watch(config);
        const Snapshot snapshot = watch.next();
        QVERIFY2(snapshot.state == SourceState::Ok, snapshot.detail.c_str());
        QCOMPARE(snapshot.subjects.size(), std::size_t(1));
        QCOMPARE(snapshot.warnings.size(), std::size_t(2));
        QVERIFY(snapshot.warnings[0].find("500") != std::string::npos && snapshot.warnings[1].find("in time") != std::string::npos);
    }

    void failsWhereEveryTargetDoes()
    {
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, "no", "text/plain", "503 Oh"); });
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("sd.json"));
        write(file, listOf(server, {"/1", "/2"}));
        Watch watch(parseSourceAddress("file_sd+" + file.toStdString()).value());
        const Snapshot &snapshot = watch.next();
        QCOMPARE(snapshot.reason, FailureReason::HttpStatus);
        QVERIFY2(snapshot.detail.starts_with("none of the 2 targets answers"), snapshot.detail.c_str());
        Watch absent(parseSourceAddress("file_sd+/no/such/file.json").value());
        QCOMPARE(absent.next().reason, FailureReason::File);
    }

    void readsTheListOverHttp()
    {
        int lists = 0;
        ScriptedServer *self = nullptr;
        ScriptedServer server([&](QTcpSocket &socket, const QByteArray &request) {
            if (!request.startsWith("GET /sd "))
                return ScriptedServer::answer(socket, pageOf(request.mid(5, 1).toInt()));
            ++lists;
            ScriptedServer::answer(socket, listOf(*self, {"/1", "/2"}), "application/json");
        });
        self = &server;
        SourceConfig config = parseSourceAddress(("http_sd+" + server.url(QStringLiteral("/sd"))).toStdString()).value();
        config.interval = std::chrono::milliseconds(50);
        Watch watch(config);
        QCOMPARE(watch.next().subjects.size(), std::size_t(2));
        QCOMPARE(watch.next().subjects.size(), std::size_t(2));
        QCOMPARE(lists, 1);
        ScriptedServer page([](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, pageOf(0)); });
        Watch wrong(parseSourceAddress(("http_sd+" + page.url()).toStdString()).value());
        QCOMPARE(wrong.next().reason, FailureReason::BadContent);
    }

    void refusesAddressesThatNameNoList()
    {
        QVERIFY(!parseSourceAddress("file_sd+"));
        QVERIFY(!parseSourceAddress("http_sd+ftp://x"));
        QVERIFY(!parseSourceAddress("http_sd+nowhere"));
    }
};

QTEST_GUILESS_MAIN(DiscoveryTest)
#include "tst_discovery.moc"
