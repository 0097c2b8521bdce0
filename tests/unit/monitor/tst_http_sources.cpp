// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"
#include "support/test_case.h"

#include <monitor/poller/poller.h>
#include <monitor/sources/secret_store.h>
#include <monitor/sources/source.h>
#include <monitor/sources/source_address.h>

#include <QSignalSpy>
#include <QTemporaryDir>

#include <zlib.h>

using namespace headroom::monitor;
using headroom::test::ScriptedServer;

namespace {

const QByteArray kPage = "# TYPE DCGM_FI_DEV_GPU_UTIL gauge\nDCGM_FI_DEV_GPU_UTIL{gpu=\"0\",Hostname=\"n1\"} 50\n";

SourceConfig configFor(const QString &address)
{
    return parseSourceAddress(address.toStdString()).value();
}

// What one poll gives; through a poller, so that time limits hold too.
Snapshot pollOnce(SourceConfig config, std::shared_ptr<const SecretStore> secrets = {})
{
    Poller poller(std::make_shared<SystemPollClock>(), sourceFactory(std::move(secrets)));
    std::vector<Snapshot> seen;
    QObject::connect(&poller, &Poller::snapshotReady, &poller, [&seen](const Snapshot &snapshot) { seen.push_back(snapshot); });
    poller.setSources({std::move(config)});
    const auto done = [&seen] { return !seen.empty() && seen.back().state != SourceState::Late; };
    [&done] { QTRY_VERIFY_WITH_TIMEOUT(done(), 30000); }();
    return seen.empty() ? Snapshot() : seen.back();
}

QByteArray gzip(const QByteArray &text)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray input = text;
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(text.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace

class HttpSourcesTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void readsAPage()
    {
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, kPage); });
        const Snapshot snapshot = pollOnce(configFor(server.url()));
        QVERIFY2(snapshot.state == SourceState::Ok, snapshot.detail.c_str());
        QCOMPARE(snapshot.samples.size(), std::size_t(1));
        QCOMPARE(snapshot.samples[0].value, 0.5);
        QCOMPARE(snapshot.subjects[0].node, std::string("n1"));
        QCOMPARE(snapshot.dialects, std::string("dcgm"));
        QCOMPARE(QString::fromStdString(snapshot.sourceId), server.url());
        QVERIFY(server.last.startsWith("GET /metrics HTTP/1.1\r\n"));
    }

    void saysWhyThereIsNothing_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("reason");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const char *status, const char *type, const QByteArray &body, FailureReason reason, const char *says) {
            QTest::newRow(name) << QByteArray(status) << QByteArray(type) << body << int(reason) << QByteArray(says);
        };
        row("not found", "404 Not Found", "text/plain", "no", FailureReason::HttpStatus, "404");
        row("server error", "500 Internal Server Error", "text/plain", kPage, FailureReason::HttpStatus, "500");
        row("no content", "204 No Content", "text/plain", "", FailureReason::HttpStatus, "204");
        row("not allowed", "401 Unauthorized", "text/plain", "", FailureReason::Unauthorized, "--bearer-env");
        row("forbidden", "403 Forbidden", "text/plain", "", FailureReason::Unauthorized, "403");
        row("HTML", "200 OK", "text/html", "<!DOCTYPE html><html><body>Grafana</body></html>", FailureReason::NotMetrics, "HTML");
        row("HTML behind blanks", "200 OK", "text/html", "\n\n  <html>", FailureReason::NotMetrics, "metrics page");
        row("JSON object", "200 OK", "application/json", "{\"status\":\"ok\"}", FailureReason::NotMetrics, "JSON");
        row("JSON list", "200 OK", "application/json", "[1,2]", FailureReason::NotMetrics, "JSON");
        row("plain words", "200 OK", "text/plain", "It works!\n", FailureReason::NotMetrics, "would be accepted");
        row("binary", "200 OK", "application/octet-stream", QByteArray("\x7f""ELF\0\1\2\3", 8), FailureReason::NotMetrics, "would be accepted");
        row("an error in a page", "200 OK", "text/plain", kPage + "a{b=\"c} 1\n", FailureReason::BadContent, "line 3, column 5");
        row("empty", "200 OK", "text/plain", "", FailureReason::NothingKnown, "empty");
        row("only unknown metrics", "200 OK", "text/plain", "go_goroutines 8\n", FailureReason::NothingKnown, "vLLM");
        row("truncated OpenMetrics", "200 OK", "application/openmetrics-text; version=1.0.0", kPage, FailureReason::BadContent, "# EOF");
    }
    void saysWhyThereIsNothing()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, reason);
        QFETCH(QByteArray, says);
        ScriptedServer server([&](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, body, type, status); });
        const Snapshot snapshot = pollOnce(configFor(server.url()));
        QCOMPARE(snapshot.state, SourceState::Failed);
        QVERIFY2(int(snapshot.reason) == reason, snapshot.detail.c_str());
        QVERIFY2(snapshot.detail.find(says.toStdString()) != std::string::npos, snapshot.detail.c_str());
        QVERIFY(snapshot.samples.empty());
    }

    void aServerThatIsDown()
    {
        ScriptedServer server([](QTcpSocket &, const QByteArray &) {});
        const QString url = server.url();
        server.close();
        const Snapshot snapshot = pollOnce(configFor(url));
        QVERIFY2(snapshot.reason == FailureReason::Down, snapshot.detail.c_str());
        QVERIFY(snapshot.detail.find("would be accepted") != std::string::npos);
    }

    void aServerThatBreaksOff()
    {
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + kPage);
            socket.disconnectFromHost();
        });
        const Snapshot snapshot = pollOnce(configFor(server.url()));
        QVERIFY2(snapshot.reason == FailureReason::Down, snapshot.detail.c_str());
    }

    void aServerThatLiesAboutTheLength()
    {
        // Less than it sends: what is announced is the page, and it ends within a line that says nothing wrong.
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(kPage.size()) + "\r\n\r\n" + kPage + QByteArray("x").repeated(100000));
            socket.disconnectFromHost();
        });
        const Snapshot snapshot = pollOnce(configFor(server.url()));
        QVERIFY2(snapshot.state == SourceState::Ok, snapshot.detail.c_str());
        // More than anyone would send.
        ScriptedServer huge([](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n" + kPage);
            socket.disconnectFromHost();
        });
        QCOMPARE(pollOnce(configFor(huge.url())).reason, FailureReason::Down);
        ScriptedServer negative([](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + kPage);
            socket.disconnectFromHost();
        });
        static_cast<void>(pollOnce(configFor(negative.url()))); // anything but a crash or a hang
    }

    void labelsThatChangeWithEveryScrapeDoNotPileUp()
    {
        int round = 0;
        ScriptedServer server([&round](QTcpSocket &socket, const QByteArray &) {
            QByteArray page;
            ++round;
            for (int i = 0; i < 2000; ++i)
                page += "vllm:generation_tokens_total{model_name=\"m" + QByteArray::number(round) + "-" + QByteArray::number(i) + "\"} 1\n";
            ScriptedServer::answer(socket, page);
        });
        SourceConfig config = configFor(server.url());
        config.interval = std::chrono::milliseconds(1);
        Poller poller;
        std::vector<std::size_t> subjects;
        connect(&poller, &Poller::snapshotReady, &poller, [&subjects](const Snapshot &snapshot) {
            if (snapshot.state != SourceState::Late)
                subjects.push_back(snapshot.subjects.size());
        });
        poller.setSources({config});
        QTRY_VERIFY_WITH_TIMEOUT(subjects.size() >= 20, 30000);
        QVERIFY(std::ranges::all_of(subjects, [](std::size_t count) { return count == 2000; }));
    }

    void aServerThatIsSilent()
    {
        ScriptedServer server([](QTcpSocket &, const QByteArray &) {});
        SourceConfig config = configFor(server.url());
        config.timeout = std::chrono::milliseconds(300);
        const Snapshot snapshot = pollOnce(config);
        QVERIFY2(snapshot.reason == FailureReason::Timeout, snapshot.detail.c_str());
        QVERIFY(snapshot.detail.find("300 ms") != std::string::npos);
    }

    void aServerThatDrips()
    {
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
            auto *timer = new QTimer(&socket);
            connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("#"); });
            timer->start(20);
        });
        SourceConfig config = configFor(server.url());
        config.timeout = std::chrono::milliseconds(400);
        QCOMPARE(pollOnce(config).reason, FailureReason::Timeout);
    }

    void anEndlessPageIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("samples") << QByteArray("a_metric{label=\"value of a label that is somewhat longer\"} 1\n").repeated(2000);
        QTest::newRow("one line") << QByteArray(100000, 'a');
        QTest::newRow("comments") << QByteArray("# nothing at all\n").repeated(6000);
    }
    void anEndlessPageIsCutOff()
    {
        QFETCH(QByteArray, piece);
        ScriptedServer server([&piece](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
            ScriptedServer::pour(socket, piece);
        });
        SourceConfig config = configFor(server.url());
        config.timeout = std::chrono::milliseconds(25000);
        const Snapshot snapshot = pollOnce(config);
        QVERIFY2(snapshot.reason == FailureReason::TooLarge || (piece[0] == 'a' && snapshot.reason == FailureReason::NotMetrics), snapshot.detail.c_str());
        QVERIFY2(snapshot.detail.find("most that is read") != std::string::npos || snapshot.detail.find("cut off") != std::string::npos, snapshot.detail.c_str());
    }

    void readsCompressedPages()
    {
        QByteArray page = kPage;
        for (int i = 0; i < 50000; ++i)
            page += "other_metric{number=\"" + QByteArray::number(i) + "\"} 1\n";
        ScriptedServer server([&page](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, gzip(page), "text/plain", "200 OK", "Content-Encoding: gzip\r\n"); });
        const Snapshot snapshot = pollOnce(configFor(server.url()));
        QVERIFY2(snapshot.state == SourceState::Ok, snapshot.detail.c_str());
        const QByteArray asked = server.last.toLower();
        QVERIFY2(asked.mid(asked.indexOf("accept-encoding:")).split('\r').first().contains("gzip"), asked.constData());
    }

    void readsOpenMetricsWhereTheServerSaysSo()
    {
        // A fraction of a second is a timestamp there, and an error in the older format.
        const QByteArray page = "# TYPE DCGM_FI_DEV_GPU_UTIL gauge\nDCGM_FI_DEV_GPU_UTIL{gpu=\"0\"} 50 " + QByteArray::number(static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0, 'f', 3) + "\n# EOF\n";
        ScriptedServer server([&page](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, page, "application/openmetrics-text; version=1.0.0; charset=utf-8"); });
        const Snapshot snapshot = pollOnce(configFor(server.url()));
        QVERIFY2(snapshot.state == SourceState::Ok, snapshot.detail.c_str());
        const QByteArray accept = server.last.mid(server.last.toLower().indexOf("\r\naccept:") + 2).split('\r').first();
        QVERIFY2(accept.contains("application/openmetrics-text;version=1.0.0") && accept.contains("text/plain;version=0.0.4"), accept.constData());
        ScriptedServer plain([&page](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, page, "text/plain; version=0.0.4"); });
        QCOMPARE(pollOnce(configFor(plain.url())).reason, FailureReason::NotMetrics);
    }

    void aBombStaysSmall()
    {
        const QByteArray bomb = gzip(QByteArray("# nothing at all\n").repeated(12'000'000)); // 204 MB of it
        QVERIFY(bomb.size() < (4 << 20));
        ScriptedServer server([&bomb](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, bomb, "text/plain", "200 OK", "Content-Encoding: gzip\r\n"); });
        SourceConfig config = configFor(server.url());
        config.timeout = std::chrono::milliseconds(25000);
        const Snapshot snapshot = pollOnce(config);
        QVERIFY2(snapshot.reason == FailureReason::TooLarge, snapshot.detail.c_str());
    }

    void followsAFewRedirects()
    {
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET /metrics"))
                ScriptedServer::answer(socket, {}, "text/plain", "302 Found", "Location: /real\r\n");
            else
                ScriptedServer::answer(socket, kPage);
        });
        QCOMPARE(pollOnce(configFor(server.url())).state, SourceState::Ok);
        QCOMPARE(server.requests, 2);
    }

    void aRedirectLoopEnds()
    {
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, {}, "text/plain", "301 Moved Permanently", "Location: /metrics\r\n"); });
        const Snapshot snapshot = pollOnce(configFor(server.url()));
        QVERIFY2(snapshot.reason == FailureReason::Redirects, snapshot.detail.c_str());
        QCOMPARE(server.requests, 6);
    }

    void doesNotFollowToAFile()
    {
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, {}, "text/plain", "302 Found", "Location: file:///etc/passwd\r\n"); });
        QCOMPARE(pollOnce(configFor(server.url())).reason, FailureReason::Redirects);
    }

    void sendsSecretsOnlyWhereTheyBelong()
    {
        qputenv("HEADROOM_TEST_TOKEN", "s3cret");
        ScriptedServer other([](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, kPage); });
        ScriptedServer server([&other](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, {}, "text/plain", "302 Found", "Location: " + other.url().toUtf8() + "\r\n"); });
        SourceConfig config = configFor(server.url());
        config.bearerEnv = "HEADROOM_TEST_TOKEN";
        QCOMPARE(pollOnce(config).state, SourceState::Ok);
        QVERIFY(server.last.contains("Authorization: Bearer s3cret\r\n"));
        QVERIFY(!other.last.contains("s3cret"));
        config.bearerEnv.clear();
        config.basicEnv = "HEADROOM_TEST_TOKEN";
        pollOnce(config);
        QVERIFY(server.last.contains("Authorization: Basic czNjcmV0\r\n"));
        config.basicEnv = "HEADROOM_TEST_NOT_SET";
        const Snapshot snapshot = pollOnce(config);
        QCOMPARE(snapshot.reason, FailureReason::Unauthorized);
        QVERIFY(snapshot.detail.find("HEADROOM_TEST_NOT_SET") != std::string::npos);
    }

    void takesSecretsFromTheStore()
    {
        const auto secrets = std::make_shared<MemorySecrets>();
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, kPage); });
        SourceConfig config = configFor(server.url());
        config.bearerSecret = "cluster a";
        const Snapshot locked = pollOnce(config, secrets);
        QCOMPARE(locked.reason, FailureReason::Unauthorized);
        QVERIFY2(locked.detail.find("cluster a") != std::string::npos && locked.detail.find("keyring") != std::string::npos, locked.detail.c_str());
        QCOMPARE(server.requests, 0);
        QCOMPARE(pollOnce(config).reason, FailureReason::Unauthorized); // no store at all
        secrets->set("cluster a", "s3cret");
        QCOMPARE(pollOnce(config, secrets).state, SourceState::Ok);
        QVERIFY(server.last.contains("Authorization: Bearer s3cret\r\n"));
        config.bearerSecret.clear();
        config.basicSecret = "cluster a";
        QCOMPARE(pollOnce(config, secrets).state, SourceState::Ok);
        QVERIFY(server.last.contains("Authorization: Basic czNjcmV0\r\n"));
        // What would break out of its header is no secret.
        secrets->set("cluster a", "x\r\nHost: evil");
        const Snapshot odd = pollOnce(config, secrets);
        QCOMPARE(odd.reason, FailureReason::Unauthorized);
        QVERIFY(odd.detail.find("evil") == std::string::npos);
        secrets->forget("cluster a");
        QVERIFY(!secrets->secret("cluster a"));
    }

    void goesThroughAProxy()
    {
        ScriptedServer proxy([](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, kPage); });
        SourceConfig config = configFor(QStringLiteral("http://gpu-node.invalid:9400/metrics"));
        config.proxy = proxy.url(QString()).toStdString();
        const Snapshot snapshot = pollOnce(config);
        QVERIFY2(snapshot.state == SourceState::Ok, snapshot.detail.c_str());
        QVERIFY2(proxy.last.startsWith("GET http://gpu-node.invalid:9400/metrics HTTP/1.1\r\n"), proxy.last.constData());
    }

    void keepsPasswordsOutOfSentencesAndIds()
    {
        ScriptedServer server([](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, {}, "text/plain", "500 Oh"); });
        QString url = server.url();
        url.replace(QStringLiteral("http://"), QStringLiteral("http://ann:hidden@"));
        const Snapshot snapshot = pollOnce(configFor(url));
        QVERIFY(server.last.contains("Authorization: Basic YW5uOmhpZGRlbg==\r\n"));
        QVERIFY(snapshot.detail.find("hidden") == std::string::npos);
        QVERIFY(snapshot.sourceId.find("hidden") == std::string::npos);
    }

    void refusesFilesThatHoldNoCertificate()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("ca.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no certificate\n");
        file.close();
        SourceConfig config = configFor(QStringLiteral("https://127.0.0.1:1/metrics"));
        config.caFile = file.fileName().toStdString();
        const Snapshot snapshot = pollOnce(config);
        QCOMPARE(snapshot.reason, FailureReason::File);
        QVERIFY(snapshot.detail.find("PEM") != std::string::npos);
    }

    void oneSlowSourceHoldsUpNoOther()
    {
        ScriptedServer silent([](QTcpSocket &, const QByteArray &) {});
        ScriptedServer quick([](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, kPage); });
        SourceConfig slow = configFor(silent.url());
        SourceConfig fast = configFor(quick.url());
        fast.interval = std::chrono::milliseconds(20);
        Poller poller;
        int fastOk = 0;
        connect(&poller, &Poller::snapshotReady, &poller, [&](const Snapshot &snapshot) { fastOk += snapshot.sourceId == fast.id && snapshot.state == SourceState::Ok; });
        poller.setSources({slow, fast});
        QTRY_VERIFY(fastOk >= 3);
        QCOMPARE(silent.requests, 1);
    }
};

QTEST_GUILESS_MAIN(HttpSourcesTest)
#include "tst_http_sources.moc"
