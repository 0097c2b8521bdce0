// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"
#include "support/test_case.h"

#include <monitor/poller/poller.h>
#include <monitor/sources/prometheus_address.h>
#include <monitor/sources/prometheus_client.h>
#include <monitor/sources/source_address.h>

#include <QFile>
#include <QSignalSpy>
#include <QUrlQuery>

using namespace headroom::monitor;
using headroom::test::ScriptedServer;

namespace {

QByteArray genuine(const char *name)
{
    QFile file(QStringLiteral(HEADROOM_SHARED_DATA "/metrics/prometheus-http-api/live/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

SourceNetwork network()
{
    return {std::make_shared<QNetworkAccessManager>(), nullptr};
}

SourceConfig configOf(const ScriptedServer &server)
{
    return parseSourceAddress(("prometheus+" + server.url(QStringLiteral("/"))).toStdString()).value();
}

} // namespace

class PrometheusClientTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void findsTheApiOfEveryServer_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("query");
        QTest::newRow("Prometheus") << "http://h:9090" << "http://h:9090/api/v1/query";
        QTest::newRow("a slash") << "http://h:9090/" << "http://h:9090/api/v1/query";
        QTest::newRow("the page with the graphs") << "http://h:9090/graph?g0.expr=up#x" << "http://h:9090/api/v1/query";
        QTest::newRow("the API itself") << "http://h:9090/api/v1" << "http://h:9090/api/v1/query";
        QTest::newRow("a question") << "http://h:9090/api/v1/query_range?query=up" << "http://h:9090/api/v1/query";
        QTest::newRow("behind a prefix") << "https://h/prom/" << "https://h/prom/api/v1/query";
        QTest::newRow("Thanos's page") << "http://thanos:10902/graph" << "http://thanos:10902/api/v1/query";
        QTest::newRow("Mimir") << "http://mimir/prometheus" << "http://mimir/prometheus/api/v1/query";
        QTest::newRow("VictoriaMetrics, cluster") << "http://vm:8481/select/0/prometheus" << "http://vm:8481/select/0/prometheus/api/v1/query";
        QTest::newRow("VictoriaMetrics, single") << "http://vm:8428" << "http://vm:8428/api/v1/query";
    }
    void findsTheApiOfEveryServer()
    {
        QFETCH(QString, server);
        QFETCH(QString, query);
        QCOMPARE(prometheusUrl(QUrl(server), QStringLiteral("query")).toString(), query);
    }

    void triesMimirsPrefixWhereThereIsNoApi()
    {
        QStringList paths;
        ScriptedServer server([&paths](QTcpSocket &socket, const QByteArray &request) {
            paths << QString::fromLatin1(request.split(' ').value(1));
            if (!request.startsWith("POST /prometheus/"))
                return ScriptedServer::answer(socket, "404 page not found", "text/plain", "404 Not Found");
            ScriptedServer::answer(socket, R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"DCGM_FI_DEV_GPU_UTIL","gpu":"0"},"value":[1,"50"]}]}})", "application/json");
        });
        SourceConfig config = configOf(server);
        config.tenant = "team-a";
        config.interval = std::chrono::milliseconds(20);
        Poller poller;
        std::vector<Snapshot> seen;
        connect(&poller, &Poller::snapshotReady, &poller, [&seen](const Snapshot &snapshot) {
            if (snapshot.state != SourceState::Late)
                seen.push_back(snapshot);
        });
        poller.setSources({config});
        QTRY_VERIFY(seen.size() >= 1 && paths.size() >= 5);
        QVERIFY2(seen[0].state == SourceState::Ok, seen[0].detail.c_str());
        QCOMPARE(paths.mid(0, 5), (QStringList{"/api/v1/query", "/prometheus/api/v1/query", "/prometheus/api/v1/query", "/prometheus/api/v1/query", "/prometheus/api/v1/query"}));
        QVERIFY(server.last.contains("X-Scope-OrgID: team-a\r\n"));
    }

    void asksForARangeWithinThePointsThatAreAllowed()
    {
        QCOMPARE(PrometheusClient::allowedStep(0, 3600, 15), 15.0);
        const double week = PrometheusClient::allowedStep(0, 7 * 86400, 15);
        QVERIFY(7 * 86400 / week + 1 <= PrometheusClient::kMostPoints && week < 56);
        const QByteArray gap = genuine("query_range_gap.json");
        if (gap.isEmpty())
            QSKIP("answers of a real Prometheus are not on this machine");
        ScriptedServer server([&gap](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, gap, "application/json"); });
        PrometheusClient client(network(), configOf(server));
        RangeAnswer answer;
        connect(&client, &PrometheusClient::rangeReady, &client, [&answer](const RangeAnswer &ready) { answer = ready; });
        client.range("a{b=\"c d\"}+e", 1000, 2000, 2);
        QTRY_COMPARE(answer.series.size(), std::size_t(1));
        QVERIFY(server.last.startsWith("POST /api/v1/query_range HTTP/1.1"));
        const QUrlQuery form(QString::fromUtf8(server.last.mid(server.last.indexOf("\r\n\r\n") + 4)));
        QCOMPARE(form.queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded), QStringLiteral("a{b=\"c d\"}+e"));
        QCOMPARE(form.queryItemValue(QStringLiteral("start")), QStringLiteral("1000.000"));
        QCOMPARE(form.queryItemValue(QStringLiteral("step")), QStringLiteral("2.000"));
        QCOMPARE(answer.series[0].name, std::string("llamacpp:requests_processing"));
        QCOMPARE(answer.series[0].points.size(), std::size_t(7));
        QCOMPARE(answer.series[0].points[1].value, 4.0);
        QCOMPARE(answer.stepS, 2.0);
    }

    void saysWhyARangeFails_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("step") << QByteArray("query_range_bad_step.json") << QByteArray("step");
        QTest::newRow("too many points") << QByteArray("query_range_too_many.json") << QByteArray("11,000");
    }
    void saysWhyARangeFails()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, says);
        const QByteArray body = genuine(file);
        if (body.isEmpty())
            QSKIP("answers of a real Prometheus are not on this machine");
        ScriptedServer server([&body](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, body, "application/json", "400 Bad Request"); });
        PrometheusClient client(network(), configOf(server));
        RangeAnswer answer;
        connect(&client, &PrometheusClient::rangeReady, &client, [&answer](const RangeAnswer &ready) { answer = ready; });
        client.range("up", 0, 10, 1);
        QTRY_COMPARE(answer.reason, FailureReason::BadContent);
        QVERIFY2(answer.detail.find(says.toStdString()) != std::string::npos, answer.detail.c_str());
    }

    void readsMetadata()
    {
        std::vector<MetricMetadata> metrics;
        const ApiAnswer answer = readPrometheusMetadata(R"({"status":"success","data":{"a":[{"type":"gauge","help":"one","unit":"s"},{"type":"counter","help":"two"}],"b":[{"type":"counter"}],"c":[],"d":{"type":"x"}}})", metrics);
        QVERIFY(answer.success);
        QCOMPARE(metrics, (std::vector<MetricMetadata>{{"a", "gauge", "one", "s"}, {"b", "counter", "", ""}}));
        QVERIFY(!readPrometheusMetadata("[[[", metrics).isApi);
        const QByteArray body = genuine("metadata_limit5.json");
        if (body.isEmpty())
            QSKIP("answers of a real Prometheus are not on this machine");
        ScriptedServer server([&body](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, body, "application/json"); });
        PrometheusClient client(network(), configOf(server));
        MetadataAnswer known;
        connect(&client, &PrometheusClient::metadataReady, &client, [&known](const MetadataAnswer &ready) { known = ready; });
        client.metadata(5);
        QTRY_COMPARE(known.metrics.size(), std::size_t(5));
        QVERIFY(server.last.startsWith("GET /api/v1/metadata?limit=5 HTTP/1.1"));
    }

    void aSilentServerIsGivenUp()
    {
        ScriptedServer server([](QTcpSocket &, const QByteArray &) {});
        SourceConfig config = configOf(server);
        config.timeout = std::chrono::milliseconds(100);
        PrometheusClient client(network(), config);
        MetadataAnswer answer;
        connect(&client, &PrometheusClient::metadataReady, &client, [&answer](const MetadataAnswer &ready) { answer = ready; });
        client.metadata();
        QTRY_COMPARE(answer.reason, FailureReason::Timeout);
    }
};

QTEST_GUILESS_MAIN(PrometheusClientTest)
#include "tst_prometheus_client.moc"
