// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <monitor/demo/demo_cluster.h>
#include <monitor/demo/demo_exporter.h>
#include <monitor/demo/demo_pages.h>
#include <monitor/exposition/metrics_page.h>
#include <monitor/mapping/page_mapping.h>

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

#include <set>

using namespace headroom::monitor;

namespace {

QByteArray ask(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(request);
    [&socket] { QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState); }();
    return socket.readAll();
}

QByteArray get(quint16 port, const QByteArray &path)
{
    return ask(port, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
}

double total(const MappedPoll &poll, CanonicalMetric metric)
{
    double sum = 0.0;
    for (const Sample &sample : poll.samples)
        sum += sample.metric == metric && sample.quantile == 0.0F ? sample.value : 0.0;
    return sum;
}

MappedPoll mapped(const std::string &page)
{
    return mapPage(readMetricsPage(page, ExpositionFormat::Prometheus));
}

} // namespace

class DemoClusterTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void isTheSameForTheSameSeedAndTime()
    {
        DemoCluster a({.nodes = 2, .gpusPerNode = 4, .seed = 7});
        DemoCluster b({.nodes = 2, .gpusPerNode = 4, .seed = 7});
        DemoCluster c({.nodes = 2, .gpusPerNode = 4, .seed = 8});
        QCOMPARE(demoWholePage(a), demoWholePage(b));
        a.advanceTo(90.0);
        for (double time = 0.1; time < 90.0; time += 0.7)
            b.advanceTo(time);
        b.advanceTo(90.0);
        c.advanceTo(90.0);
        QCOMPARE(demoWholePage(a), demoWholePage(b));
        QVERIFY(demoWholePage(a) != demoWholePage(c));
        const std::string before = demoWholePage(a);
        a.advanceTo(10.0); // time does not go back
        QCOMPARE(demoWholePage(a), before);
    }

    void publishesPagesWithoutFault()
    {
        DemoCluster cluster({.nodes = 3, .gpusPerNode = 8});
        cluster.advanceTo(60.0);
        const MetricsPage page = readMetricsPage(demoWholePage(cluster), ExpositionFormat::Prometheus);
        QVERIFY(page.errors.empty());
        std::set<std::string> uuids;
        for (const PageSeries &series : page.series) {
            QVERIFY2(!series.help.empty(), series.name.c_str());
            QVERIFY2(series.type != MetricType::Unknown, series.name.c_str());
            QCOMPARE(series.samples.size(), std::size_t(1));
            for (const auto &[name, value] : series.labels)
                if (name == "UUID")
                    uuids.insert(value);
        }
        QCOMPARE(uuids.size(), std::size_t(24));
    }

    void saysWhatItIs()
    {
        const DemoCluster cluster({});
        const MappedPoll poll = mapped(demoWholePage(cluster));
        QVERIFY(poll.isDemo);
        QCOMPARE(poll.dialects, std::string("dcgm,vllm"));
        QVERIFY(mapped(demoDcgmPage(cluster.nodes())).isDemo);
        QVERIFY(mapped(demoVllmPage(cluster.nodes())).isDemo);
    }

    void staysWithinWhatAClusterCanDo()
    {
        DemoCluster cluster({.nodes = 1, .gpusPerNode = 8, .daySeconds = 600.0, .startHour = 0.0});
        double lowest = 1.0;
        double highest = 0.0;
        double energy = 0.0;
        double tokens = 0.0;
        for (double time = 0.0; time < 600.0; time += 5.0) {
            cluster.advanceTo(time);
            const MappedPoll poll = mapped(demoWholePage(cluster));
            for (const Sample &sample : poll.samples) {
                const MetricUnit unit = canonicalMetricInfo(sample.metric).unit;
                QVERIFY(sample.value >= 0.0);
                QVERIFY(unit != MetricUnit::Ratio || sample.value <= 1.0);
                QVERIFY(sample.metric != CanonicalMetric::GpuPowerW || (sample.value > 50.0 && sample.value <= 700.0));
                QVERIFY(sample.metric != CanonicalMetric::GpuTempC || (sample.value > 20.0 && sample.value < 90.0));
            }
            const double util = total(poll, CanonicalMetric::GpuUtilRatio) / 8.0;
            lowest = std::min(lowest, util);
            highest = std::max(highest, util);
            QVERIFY(total(poll, CanonicalMetric::GpuEnergyJ) >= energy);
            QVERIFY(total(poll, CanonicalMetric::ServingGenerationTokens) >= tokens);
            energy = total(poll, CanonicalMetric::GpuEnergyJ);
            tokens = total(poll, CanonicalMetric::ServingGenerationTokens);
        }
        // A day has a quiet and a busy time.
        QVERIFY2(lowest < 0.5 && highest > 0.9, qPrintable(QStringLiteral("%1 to %2").arg(lowest).arg(highest)));
        QVERIFY(tokens > 10000.0);
    }

    void carriesItsDayWhateverItsSize_data()
    {
        QTest::addColumn<int>("gpus");
        for (const int gpus : {1, 2, 4, 8, 16})
            QTest::addRow("%d GPUs", gpus) << gpus;
    }
    void carriesItsDayWhateverItsSize()
    {
        QFETCH(int, gpus);
        DemoCluster cluster({.nodes = 2, .gpusPerNode = gpus});
        std::size_t longest = 0;
        for (double time = 0.0; time < 1440.0; time += 10.0) {
            cluster.advanceTo(time);
            for (const DemoNode &node : cluster.nodes())
                longest = std::max(longest, node.waiting.size());
        }
        QVERIFY2(longest < 60U * std::size_t(gpus), qPrintable(QString::number(longest)));
        // Through the night the queue has emptied.
        QVERIFY(cluster.nodes()[0].waiting.size() < 60);
    }

    void servesItsPagesOnTheLoopbackAddress()
    {
        DemoExporter exporter({.nodes = 2, .gpusPerNode = 2});
        QVERIFY(exporter.listen(0));
        QCOMPARE(exporter.targets().size(), std::size_t(4));
        const QByteArray dcgm = get(exporter.port(), "/node/2/dcgm?x=y");
        QVERIFY(dcgm.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(dcgm.contains("Hostname=\"demo-node-2\"") && !dcgm.contains("vllm:"));
        QVERIFY(get(exporter.port(), "/node/1/vllm").contains("vllm:num_requests_running"));
        QVERIFY(get(exporter.port(), "/metrics").contains("demo-node-1"));
        QVERIFY(get(exporter.port(), "/").contains("made up"));
        const auto groups = QJsonDocument::fromJson(QByteArray::fromStdString(exporter.serviceDiscovery())).array();
        QCOMPARE(groups.size(), 4);
        QCOMPARE(groups[3][QStringLiteral("labels")][QStringLiteral("__metrics_path__")].toString(), QStringLiteral("/node/2/vllm"));
    }

    void refusesARequestThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("unknown path") << QByteArray("GET /nope HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 404");
        QTest::newRow("node that is none") << QByteArray("GET /node/9/dcgm HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 404");
        QTest::newRow("node zero") << QByteArray("GET /node/0/dcgm HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 404");
        QTest::newRow("no number") << QByteArray("GET /node/../dcgm HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 404");
        QTest::newRow("write") << QByteArray("POST /metrics HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 405");
        QTest::newRow("not HTTP") << QByteArray("hello there\r\n\r\n") << QByteArray("HTTP/1.1 400");
        QTest::newRow("endless header") << QByteArray("GET / HTTP/1.1\r\nX: ") + QByteArray(40000, 'x') << QByteArray("HTTP/1.1 431");
        QTest::newRow("head only") << QByteArray("HEAD /metrics HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 200");
    }
    void refusesARequestThatIsNone()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answer);
        DemoExporter exporter({.nodes = 1, .gpusPerNode = 1});
        QVERIFY(exporter.listen(0));
        const QByteArray got = ask(exporter.port(), request);
        QVERIFY2(got.startsWith(answer), got.left(100).constData());
        QVERIFY(!request.startsWith("HEAD") || got.endsWith("\r\n\r\n"));
    }

    void aPortThatIsTakenIsAnError()
    {
        DemoExporter first({.nodes = 1, .gpusPerNode = 1});
        DemoExporter second({.nodes = 1, .gpusPerNode = 1});
        QVERIFY(first.listen(0));
        const auto listening = second.listen(first.port());
        QVERIFY(!listening);
        QCOMPARE(listening.error().code, headroom::core::ErrorCode::Network);
    }

    void manyVisitorsAtOnceAreServed()
    {
        DemoExporter exporter({.nodes = 1, .gpusPerNode = 2});
        QVERIFY(exporter.listen(0));
        std::vector<std::unique_ptr<QTcpSocket>> visitors;
        for (int i = 0; i < 100; ++i) {
            visitors.push_back(std::make_unique<QTcpSocket>());
            visitors.back()->connectToHost(QHostAddress::LocalHost, exporter.port());
            if (i % 2 == 0) // the others say nothing and hold up nobody
                visitors.back()->write("GET /metrics HTTP/1.1\r\n\r\n");
        }
        for (std::size_t i = 0; i < visitors.size(); i += 2) {
            QTRY_VERIFY(visitors[i]->state() == QAbstractSocket::UnconnectedState);
            QVERIFY(visitors[i]->readAll().startsWith("HTTP/1.1 200"));
        }
    }
};

QTEST_GUILESS_MAIN(DemoClusterTest)
#include "tst_demo_cluster.moc"
