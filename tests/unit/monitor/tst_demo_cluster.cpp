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
    void readsIncidents_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<int>("node");
        QTest::addColumn<double>("at");
        QTest::addColumn<double>("length");
        QTest::newRow("plain") << QByteArray("thermal") << true << 1 << 60.0 << 120.0;
        QTest::newRow("all of it") << QByteArray("node-down:2@30s+90") << true << 2 << 30.0 << 90.0;
        QTest::newRow("when") << QByteArray("surge@0") << true << 1 << 0.0 << 120.0;
        QTest::newRow("how long") << QByteArray("kv+1.5") << true << 1 << 60.0 << 1.5;
        QTest::newRow("unknown") << QByteArray("meteor") << false << 0 << 0.0 << 0.0;
        QTest::newRow("node of words") << QByteArray("xid79:first") << false << 0 << 0.0 << 0.0;
        QTest::newRow("node zero") << QByteArray("xid79:0") << false << 0 << 0.0 << 0.0;
        QTest::newRow("wrong order") << QByteArray("xid79+5@3") << false << 0 << 0.0 << 0.0;
        QTest::newRow("no length") << QByteArray("kv+0") << false << 0 << 0.0 << 0.0;
        QTest::newRow("negative") << QByteArray("kv@-3") << false << 0 << 0.0 << 0.0;
        QTest::newRow("empty") << QByteArray() << false << 0 << 0.0 << 0.0;
    }
    void readsIncidents()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        QFETCH(int, node);
        QFETCH(double, at);
        QFETCH(double, length);
        const auto incident = parseDemoIncident(text.toStdString());
        QCOMPARE(incident.has_value(), valid);
        if (!valid) {
            QVERIFY(incident.error().detail.find("would be accepted") != std::string::npos);
            return;
        }
        QCOMPARE(incident->node, node);
        QCOMPARE(incident->atS, at);
        QCOMPARE(incident->forS, length);
    }

    void heatSlowsANodeDown()
    {
        DemoCluster cluster({.nodes = 2, .gpusPerNode = 8, .incidents = {{DemoIncidentKind::Thermal, 2, 30, 120}}});
        cluster.advanceTo(20);
        QVERIFY(std::ranges::none_of(cluster.nodes()[1].gpus, &DemoGpu::isHot));
        const double cool = cluster.nodes()[1].gpus[0].tempC;
        cluster.advanceTo(140);
        QVERIFY2(std::ranges::any_of(cluster.nodes()[1].gpus, &DemoGpu::isHot), qPrintable(QString::number(cluster.nodes()[1].gpus[0].tempC)));
        QVERIFY(cluster.nodes()[1].gpus[0].tempC > cool + 15 && cluster.nodes()[1].gpus[0].tempC < 110);
        QVERIFY(std::ranges::none_of(cluster.nodes()[0].gpus, &DemoGpu::isHot));
        const MappedPoll hot = mapped(demoDcgmPage(std::span(&cluster.nodes()[1], 1)));
        QVERIFY(std::ranges::any_of(hot.samples, [](const Sample &sample) { return sample.metric == CanonicalMetric::GpuSmClockHz && sample.value == 1215e6; }));
        QVERIFY(cluster.nodes()[1].gpus[0].thermalThrottleS > 5.0 && cluster.nodes()[0].gpus[0].thermalThrottleS == 0.0);
        cluster.advanceTo(500);
        QVERIFY(std::ranges::none_of(cluster.nodes()[1].gpus, &DemoGpu::isHot));
    }

    void xid79TakesAGpuAndItsEngine()
    {
        DemoCluster cluster({.nodes = 1, .gpusPerNode = 8, .incidents = {{DemoIncidentKind::Xid79, 1, 30, 60}}});
        cluster.advanceTo(29);
        QVERIFY(!cluster.nodes()[0].running.empty());
        cluster.advanceTo(60);
        const MappedPoll page = mapped(demoWholePage(cluster));
        const auto xid = std::ranges::find_if(page.samples, [](const Sample &sample) { return sample.metric == CanonicalMetric::GpuXidCode && sample.value == 79.0; });
        QVERIFY(xid != page.samples.end());
        QCOMPARE(std::ranges::count_if(page.samples, [](const Sample &sample) { return sample.metric == CanonicalMetric::GpuTempC; }), std::ptrdiff_t(7));
        QCOMPARE(total(page, CanonicalMetric::ServingRequestsRunning), 0.0);
        QVERIFY(total(page, CanonicalMetric::ServingRequestsWaiting) > 10.0);
        QVERIFY(cluster.nodes()[0].finishedAbort > 0);
        cluster.advanceTo(100);
        const MappedPoll after = mapped(demoWholePage(cluster));
        QCOMPARE(std::ranges::count_if(after.samples, [](const Sample &sample) { return sample.metric == CanonicalMetric::GpuTempC; }), std::ptrdiff_t(8));
        QVERIFY(total(after, CanonicalMetric::ServingRequestsRunning) > 0.0);
    }

    void aFullKvCachePreempts()
    {
        DemoCluster cluster({.nodes = 1, .gpusPerNode = 8, .incidents = {{DemoIncidentKind::Kv, 1, 30, 60}}});
        cluster.advanceTo(29);
        QCOMPARE(cluster.nodes()[0].preemptions, std::uint64_t(0));
        cluster.advanceTo(85);
        QVERIFY(cluster.nodes()[0].preemptions > 0);
        QVERIFY(total(mapped(demoWholePage(cluster)), CanonicalMetric::ServingRequestsWaiting) > 5.0);
        cluster.advanceTo(400);
        QVERIFY(total(mapped(demoWholePage(cluster)), CanonicalMetric::ServingRequestsWaiting) < 5.0);
    }

    void aSurgeMakesRequestsWait()
    {
        DemoCluster calm({.nodes = 1, .gpusPerNode = 8});
        DemoCluster busy({.nodes = 1, .gpusPerNode = 8, .incidents = {{DemoIncidentKind::Surge, 1, 10, 120}}});
        calm.advanceTo(120);
        busy.advanceTo(120);
        const auto load = [](const DemoCluster &cluster) { return cluster.nodes()[0].running.size() + cluster.nodes()[0].waiting.size(); };
        QVERIFY2(load(busy) > 2 * load(calm), qPrintable(QStringLiteral("%1 against %2").arg(load(busy)).arg(load(calm))));
    }

    void aNodeThatIsDownHasNoPages()
    {
        DemoExporter exporter({.nodes = 2, .gpusPerNode = 1, .incidents = {{DemoIncidentKind::NodeDown, 2, 0, 3600}}});
        QVERIFY(exporter.listen(0));
        QVERIFY(get(exporter.port(), "/node/2/dcgm").startsWith("HTTP/1.1 503"));
        QVERIFY(get(exporter.port(), "/node/2/vllm").startsWith("HTTP/1.1 503"));
        QVERIFY(get(exporter.port(), "/node/1/dcgm").startsWith("HTTP/1.1 200"));
        const QByteArray whole = get(exporter.port(), "/metrics");
        QVERIFY(whole.contains("demo-node-1") && !whole.contains("demo-node-2"));
    }

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
