// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"
#include "support/test_case.h"

#include <monitor/poller/poller.h>
#include <monitor/sources/prometheus_answer.h>
#include <monitor/sources/source_address.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QUrlQuery>

#include <cmath>

using namespace headroom::monitor;
using headroom::test::ScriptedServer;

namespace {

const QString kAnswers = QStringLiteral(HEADROOM_SHARED_DATA "/metrics/prometheus-http-api/live");

std::string read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

struct Seen {
    ApiAnswer answer;
    std::vector<std::string> names;
    std::vector<double> values;
    std::size_t points = 0;
};

Seen readAnswer(std::string_view body, std::size_t maxSeries = 1000)
{
    Seen seen;
    seen.answer = readPrometheusAnswer(body, [&seen](const ApiSeries &series) {
        seen.names.emplace_back(series.name);
        seen.points += series.points.size();
        if (!series.points.empty())
            seen.values.push_back(series.points.back().value);
    }, maxSeries);
    return seen;
}

Snapshot pollOnce(const QString &address)
{
    Poller poller;
    std::vector<Snapshot> seen;
    QObject::connect(&poller, &Poller::snapshotReady, &poller, [&seen](const Snapshot &snapshot) { seen.push_back(snapshot); });
    poller.setSources({parseSourceAddress(address.toStdString()).value()});
    [&seen] { QTRY_VERIFY_WITH_TIMEOUT(!seen.empty(), 20000); }();
    return seen.empty() ? Snapshot() : seen.back();
}

QString queryOf(const QByteArray &request)
{
    return QUrlQuery(QString::fromUtf8(request.mid(request.indexOf("\r\n\r\n") + 4))).queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded);
}

} // namespace

class PrometheusSourceTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void readsVectorsAndMatrices()
    {
        const Seen vector = readAnswer(R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"a","x":"y"},"value":[1.5,"2"]},{"metric":{},"value":[1,"NaN"]}]},"warnings":["w"]})");
        QVERIFY(vector.answer.success);
        QCOMPARE(vector.names, (std::vector<std::string>{"a", ""}));
        QCOMPARE(vector.values[0], 2.0);
        QVERIFY(std::isnan(vector.values[1]));
        QCOMPARE(vector.answer.warnings, std::vector<std::string>{"w"});
        const Seen matrix = readAnswer(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"a"},"values":[[1,"1"],[2,"+Inf"],[3,"3"]]}]}})");
        QCOMPARE(matrix.points, std::size_t(3));
        QCOMPARE(matrix.answer.resultType, std::string("matrix"));
    }

    void refusesWhatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("HTML") << QByteArray("<html>");
        QTest::newRow("another JSON") << QByteArray("{\"a\":1}");
        QTest::newRow("a list") << QByteArray("[1,2,3]");
        QTest::newRow("truncated") << QByteArray("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"__name__\":\"a\"},\"value\":[1,\"2\"]}");
        QTest::newRow("deep") << QByteArray("[").repeated(100000);
        QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(100000);
        QTest::newRow("odd shapes") << QByteArray("{\"status\":7,\"data\":[{\"result\":{\"metric\":[]}}],\"warnings\":{\"a\":[]}}");
    }
    void refusesWhatIsNoAnswer()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!readAnswer({body.constData(), static_cast<std::size_t>(body.size())}).answer.isApi);
    }

    void survivesOddShapes_data()
    {
        QTest::addColumn<QByteArray>("result");
        QTest::newRow("no value") << QByteArray("[{\"metric\":{\"__name__\":\"a\"}}]");
        QTest::newRow("value is no pair") << QByteArray("[{\"metric\":{\"__name__\":\"a\"},\"value\":\"x\"}]");
        QTest::newRow("value without time") << QByteArray("[{\"metric\":{\"__name__\":\"a\"},\"value\":[\"1\"]}]");
        QTest::newRow("value is a word") << QByteArray("[{\"metric\":{\"__name__\":\"a\"},\"value\":[1,\"x\"]}]");
        QTest::newRow("labels are no object") << QByteArray("[{\"metric\":[\"a\"],\"value\":[1,\"1\"]}]");
        QTest::newRow("label is an object") << QByteArray("[{\"metric\":{\"a\":{\"b\":\"c\"}},\"value\":[1,\"x\"]}]");
        QTest::newRow("series is a list") << QByteArray("[[[1,\"2\"]]]");
        QTest::newRow("scalar") << QByteArray("[1,\"2\"]");
    }
    void survivesOddShapes()
    {
        QFETCH(QByteArray, result);
        const std::string body = "{\"status\":\"success\",\"data\":{\"result\":" + result.toStdString() + "}}";
        const Seen seen = readAnswer(body);
        QVERIFY(seen.answer.success);
        QVERIFY(seen.values.size() <= 1);
    }

    void readsRealAnswers()
    {
        const QDir folder(kAnswers);
        if (!folder.exists())
            QSKIP("answers of a real Prometheus are not on this machine");
        for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
            const Seen seen = readAnswer(read(folder.filePath(name)));
            QVERIFY2(seen.answer.isApi, qPrintable(name));
            QVERIFY2(seen.answer.success || !seen.answer.error.empty(), qPrintable(name));
        }
        QCOMPARE(readAnswer(read(folder.filePath(QStringLiteral("query_nan_inf.json")))).points, std::size_t(3));
        QCOMPARE(readAnswer(read(folder.filePath(QStringLiteral("query_parse_error.json")))).answer.errorType, std::string("bad_data"));
    }

    void leavesOutWhatIsTooMuch()
    {
        std::string body = R"({"status":"success","data":{"resultType":"vector","result":[)";
        for (int i = 0; i < 20; ++i)
            body += std::string(i ? "," : "") + R"({"metric":{"__name__":"a"},"value":[1,"1"]})";
        const Seen seen = readAnswer(body + "]}}", 5);
        QCOMPARE(seen.names.size(), std::size_t(5));
        QCOMPARE(seen.answer.warnings.size(), std::size_t(1));
    }

    void asksForGaugesAndForTheLastMinutesOfCounters()
    {
        QStringList queries;
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        ScriptedServer server([&](QTcpSocket &socket, const QByteArray &request) {
            queries << queryOf(request);
            if (queries.size() == 1)
                return ScriptedServer::answer(socket, R"({"status":"success","warnings":["slow disk"],"data":{"resultType":"vector","result":[{"metric":{"__name__":"DCGM_FI_DEV_GPU_UTIL","gpu":"0","Hostname":"n1","UUID":"GPU-x","instance":"1.2.3.4:9400"},"value":[1,"50"]}]}})", "application/json");
            const QString matrix = QStringLiteral(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"vllm:generation_tokens_total","model_name":"m","instance":"1.2.3.4:8000"},"values":[[%1,"100"],[%2,"400"]]},
                {"metric":{"__name__":"vllm:generation_tokens_total","model_name":"gone","instance":"1.2.3.4:8001"},"values":[[%3,"100"],[%4,"400"]]}]}})").arg(now - 20).arg(now - 5).arg(now - 130).arg(now - 115);
            ScriptedServer::answer(socket, matrix.toUtf8(), "application/json");
        });
        const Snapshot snapshot = pollOnce(QStringLiteral("prometheus+") + server.url(QStringLiteral("/prom/")));
        QVERIFY2(snapshot.state == SourceState::Ok, snapshot.detail.c_str());
        QVERIFY(server.last.startsWith("POST /prom/api/v1/query HTTP/1.1"));
        QCOMPARE(queries.size(), 2);
        QVERIFY(queries[0].contains(QStringLiteral("DCGM_FI_DEV_GPU_UTIL|")) && !queries[0].contains(QStringLiteral("generation_tokens_total")));
        QVERIFY(queries[1].contains(QStringLiteral("vllm:generation_tokens_total")) && queries[1].endsWith(QStringLiteral("}[150s]")));
        QCOMPARE(snapshot.warnings, std::vector<std::string>{"slow disk"});
        int rates = 0;
        for (const Sample &sample : snapshot.samples)
            if (sample.metric == CanonicalMetric::ServingGenerationTokensPerS) {
                ++rates;
                QCOMPARE(sample.value, 20.0);
                QCOMPARE(snapshot.subjects[sample.subject].node, std::string("1.2.3.4:8000"));
            }
        QCOMPARE(rates, 1); // the series that stopped two minutes ago is gone
    }

    void asksInPartsWhereAnAnswerIsTooLarge()
    {
        QStringList queries;
        ScriptedServer server([&queries](QTcpSocket &socket, const QByteArray &request) {
            queries << queryOf(request);
            if (queries.size() == 1) { // all at once is more than is ever held
                socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"status\":\"success\",\"data\":{");
                return ScriptedServer::pour(socket, QByteArray(1 << 20, ' '));
            }
            const bool has = queries.last().contains(QStringLiteral("DCGM_FI_DEV_GPU_UTIL|"));
            ScriptedServer::answer(socket, has ? R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"DCGM_FI_DEV_GPU_UTIL","gpu":"0"},"value":[1,"50"]}]}})" : R"({"status":"success","data":{"resultType":"vector","result":[]}})", "application/json");
        });
        Poller poller;
        Snapshot seen;
        connect(&poller, &Poller::snapshotReady, &poller, [&seen](const Snapshot &snapshot) { seen = snapshot.state == SourceState::Late ? seen : snapshot; });
        SourceConfig config = parseSourceAddress(("prometheus+" + server.url(QString())).toStdString()).value();
        config.timeout = std::chrono::seconds(60);
        poller.setSources({config});
        QTRY_VERIFY_WITH_TIMEOUT(!seen.samples.empty(), 60000);
        QCOMPARE(seen.state, SourceState::Ok);
        QCOMPARE(queries.size(), 1 + 4 + 4);
        // The parts of a question are the whole of it, once.
        QString joined;
        for (int part = 1; part <= 4; ++part)
            joined += (part > 1 ? QStringLiteral("|") : QString()) + queries[part].section(QLatin1Char('"'), 1, 1);
        QCOMPARE(joined, queries[0].section(QLatin1Char('"'), 1, 1));
    }

    void saysWhyThereIsNothing_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("reason");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("refused") << QByteArray("400 Bad Request") << QByteArray(R"({"status":"error","errorType":"bad_data","error":"parse error at char 1"})") << int(FailureReason::BadContent) << QByteArray("parse error at char 1");
        QTest::newRow("overloaded") << QByteArray("503 Service Unavailable") << QByteArray(R"({"status":"error","errorType":"timeout","error":"query timed out"})") << int(FailureReason::BadContent) << QByteArray("query timed out");
        QTest::newRow("not Prometheus") << QByteArray("200 OK") << QByteArray("<html></html>") << int(FailureReason::NotMetrics) << QByteArray("prometheus+http://HOST:9090");
        QTest::newRow("another server") << QByteArray("404 Not Found") << QByteArray("nothing here") << int(FailureReason::HttpStatus) << QByteArray("404");
        QTest::newRow("nothing known") << QByteArray("200 OK") << QByteArray(R"({"status":"success","data":{"resultType":"vector","result":[]}})") << int(FailureReason::NothingKnown) << QByteArray("dcgm-exporter");
    }
    void saysWhyThereIsNothing()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QFETCH(int, reason);
        QFETCH(QByteArray, says);
        ScriptedServer server([&](QTcpSocket &socket, const QByteArray &) { ScriptedServer::answer(socket, body, "application/json", status); });
        const Snapshot snapshot = pollOnce(QStringLiteral("prometheus+") + server.url(QString()));
        QVERIFY2(int(snapshot.reason) == reason, snapshot.detail.c_str());
        QVERIFY2(snapshot.detail.find(says.toStdString()) != std::string::npos, snapshot.detail.c_str());
    }
};

QTEST_GUILESS_MAIN(PrometheusSourceTest)
#include "tst_prometheus_source.moc"
