// SPDX-License-Identifier: GPL-3.0-or-later
// Two genuine pages of two sources: the DCGM exporter says which pod uses which GPU, vLLM says which model it serves.
#include "../monitor/mapped_pages.h"
#include "support/live_fixture.h"
#include "support/test_case.h"

#include <present/format/figure_format.h>

using namespace headroom;
using namespace headroom::present;

namespace {

const QString kModel = QStringLiteral("/models/gemma-4-E4B-it");

monitor::Snapshot snapshotOf(const std::string &text, const std::string &source, std::int64_t timeMs, const std::string &host = {})
{
    monitor::MappedPoll poll = test::mapText(text);
    monitor::Snapshot snapshot;
    snapshot.sourceId = source;
    snapshot.timeMs = timeMs;
    snapshot.subjects = std::move(poll.subjects);
    snapshot.samples = std::move(poll.samples);
    snapshot.workloads = std::move(poll.workloads);
    for (monitor::Subject &subject : snapshot.subjects)
        if (subject.node.empty())
            subject.node = host; // as a page's node is that of its address
    return snapshot;
}

QString usedBy(const LiveViewModel &model, const QString &uuid)
{
    for (const GpuRow &row : const_cast<LiveViewModel &>(model).gpus().rows())
        if (row.key.contains(uuid))
            return row.usedBy;
    return QStringLiteral("(no such GPU)");
}

QString gpusOfModel(const LiveViewModel &model)
{
    LiveSelection serving;
    serving.section = LiveSection::Serving;
    const LiveTable table = model.view(serving).tables.at(0);
    for (const LiveTableRow &row : table.rows)
        if (row.key == kModel)
            return row.cells.back().text;
    return QStringLiteral("(no such model)");
}

} // namespace

class LivePodsTest : public headroom::test::TestCase {
Q_OBJECT

private:
    std::optional<std::string> m_gpus;
    std::optional<std::string> m_engine;

private slots:
    void initTestCase()
    {
        m_gpus = test::genuine(QStringLiteral("dcgm-exporter/pod_labels_freelens.prom"));
        m_engine = test::genuine(QStringLiteral("vllm/vllm_v1_idle_freelens.prom"));
        if (!m_gpus || !m_engine)
            QSKIP("The captured pages are not on this machine (HEADROOM_SHARED_DATA).");
    }

    void withoutTheEngineOnlyThePodIsKnown()
    {
        test::LiveFixture live;
        live.watch({"http://gpus/metrics"});
        live.model.take(snapshotOf(*m_gpus, "http://gpus/metrics", live.nowMs));
        live.model.flush();
        QCOMPARE(usedBy(live.model, QStringLiteral("GPU-aaaa")), QStringLiteral("ml/vllm-0"));
        QCOMPARE(usedBy(live.model, QStringLiteral("GPU-cccc")), QStringLiteral("embeddings/tei-7d9f-x1"));
    }

    void labelsJoinPodsAndModelsAcrossSources_data()
    {
        QTest::addColumn<QByteArray>("labels"); // that Prometheus, or a list of targets, adds to every row of the engine
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("joined");
        QTest::newRow("pod and namespace") << QByteArray("pod=\"vllm-0\",namespace=\"ml\",") << QStringLiteral("10.0.0.7") << true;
        QTest::newRow("the same pod of another namespace") << QByteArray("pod=\"vllm-0\",namespace=\"staging\",") << QStringLiteral("10.0.0.7") << false;
        QTest::newRow("scraped at the pod's address in the cluster") << QByteArray() << QStringLiteral("vllm-0.vllm.ml.svc.cluster.local") << true;
        QTest::newRow("scraped in another namespace") << QByteArray() << QStringLiteral("vllm-0.vllm.staging.svc.cluster.local") << false;
        QTest::newRow("scraped at the pod's name") << QByteArray() << QStringLiteral("vllm-0:8000") << true;
        QTest::newRow("scraped at an address that says nothing") << QByteArray() << QStringLiteral("10.0.0.7") << false;
    }

    void labelsJoinPodsAndModelsAcrossSources()
    {
        QFETCH(QByteArray, labels);
        QFETCH(QString, host);
        QFETCH(bool, joined);
        test::LiveFixture live;
        live.watch({"http://gpus/metrics", "http://engine/metrics"});
        live.model.take(snapshotOf(*m_gpus, "http://gpus/metrics", live.nowMs));
        const std::string engine = QByteArray::fromStdString(*m_engine).replace("{engine=", "{" + labels + "engine=").toStdString();
        live.model.take(snapshotOf(engine, "http://engine/metrics", live.nowMs, host.toStdString()));
        live.model.flush();
        const QString pod = QStringLiteral("ml/vllm-0");
        for (const char *uuid : {"GPU-aaaa", "GPU-bbbb"})
            QCOMPARE(usedBy(live.model, QLatin1String(uuid)), joined ? pod + QStringLiteral(" · ") + kModel : pod);
        QCOMPARE(usedBy(live.model, QStringLiteral("GPU-cccc")), QStringLiteral("embeddings/tei-7d9f-x1")); // not an engine's
        QCOMPARE(gpusOfModel(live.model), joined ? QStringLiteral("2") : FigureFormat::missing());
    }

    // A second exporter on the machine tells of the same GPUs, and a router repeats its engine's figures.
    void nothingIsCountedTwice()
    {
        test::LiveFixture live;
        live.watch({"http://gpus/metrics", "http://again/metrics", "http://engine/metrics", "http://router/metrics"});
        live.model.take(snapshotOf(*m_gpus, "http://gpus/metrics", live.nowMs));
        live.model.take(snapshotOf(*m_gpus, "http://again/metrics", live.nowMs));
        live.model.take(snapshotOf(*m_engine, "http://engine/metrics", live.nowMs, "vllm-0"));
        std::string router;
        for (const char *metric : {"vllm:num_requests_running", "vllm:num_requests_waiting", "vllm:gpu_cache_usage_perc"})
            router += std::string(metric) + "{server=\"http://vllm-0:8000\"} 7\n"; // as the router of vLLM's production stack writes them
        live.model.take(snapshotOf(router, "http://router/metrics", live.nowMs, "router-0"));
        live.model.flush();
        QCOMPARE(gpusOfModel(live.model), QStringLiteral("2"));
        LiveSelection serving;
        serving.section = LiveSection::Serving;
        const LiveTable table = live.model.view(serving).tables.at(0);
        QCOMPARE(table.rows.size(), std::size_t(1));
        QCOMPARE(table.rows[0].cells.at(2).text, QStringLiteral("0")); // running: the engine is idle, whatever the router repeats
    }
};

QTEST_GUILESS_MAIN(LivePodsTest)
#include "tst_live_pods.moc"
