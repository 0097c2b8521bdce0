// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <monitor/exposition/metrics_page.h>
#include <monitor/mapping/canonical_mapper.h>
#include <monitor/mapping/page_mapping.h>

#include <QFile>

#include <cmath>
#include <optional>

using namespace headroom::monitor;
using enum CanonicalMetric;

namespace {

std::optional<std::string> genuine(const QString &name)
{
    QFile file(QStringLiteral(HEADROOM_SHARED_DATA "/metrics/") + name);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll().toStdString()) : std::nullopt;
}

MappedPoll mapText(std::string_view text)
{
    return mapPage(readMetricsPage(text, ExpositionFormat::Prometheus));
}

// The value of a metric on the subject whose index, uuid, mig instance, model or replica is `who`; empty: on any.
std::optional<Sample> find(const MappedPoll &poll, CanonicalMetric metric, const std::string &who = {}, float quantile = 0.0F)
{
    for (const Sample &sample : poll.samples) {
        const Subject &subject = poll.subjects[sample.subject];
        const bool matches = who.empty() || std::to_string(subject.gpuIndex) == who || subject.gpuUuid == who || subject.modelName == who || subject.node == who || subject.replica == who || subject.migInstance == who;
        if (sample.metric == metric && sample.quantile == quantile && matches)
            return sample;
    }
    return std::nullopt;
}

// Feeds a page to a mapper as one poll.
MappedPoll poll(CanonicalMapper &mapper, double time, std::string_view text)
{
    const MetricsPage page = readMetricsPage(text, ExpositionFormat::Prometheus);
    mapper.begin(time);
    for (const PageSeries &series : page.series) {
        std::vector<LabelView> labels;
        for (const auto &[name, value] : series.labels)
            labels.push_back({name, value});
        SampleView sample;
        sample.name = series.name;
        sample.labels = labels;
        sample.value = series.samples.back().value;
        sample.timestampMs = series.samples.back().timestampMs;
        mapper.add(sample);
    }
    return mapper.finish();
}

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

} // namespace

class CanonicalMappingTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void readsGenuinePages_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("metric");
        QTest::addColumn<QString>("who");
        QTest::addColumn<double>("quantile");
        QTest::addColumn<double>("value");
        const auto row = [](const char *file, CanonicalMetric metric, const char *who, double value, double quantile = 0.0) {
            QTest::addRow("%s %s %s %g", file, canonicalMetricId(metric).data(), who, quantile) << QString::fromLatin1(file) << int(metric) << QString::fromLatin1(who) << quantile << value;
        };
        constexpr double kMebi = 1048576.0;
        const char *pods = "dcgm-exporter/pod_labels_freelens.prom";
        row(pods, GpuUtilRatio, "0", 0.87);
        row(pods, GpuUtilRatio, "3", 0.0);
        row(pods, GpuMemUsedBytes, "GPU-bbbb", 65000 * kMebi);
        row(pods, GpuMemTotalBytes, "1", 81000 * kMebi);
        row(pods, GpuPowerW, "0", 310.5);
        row(pods, GpuTempC, "2", 45);
        row("dcgm-exporter/xid_freelens.prom", GpuXidCode, "3", 79);
        const char *t4 = "dcgm-exporter/tesla_t4_datadog.txt";
        row(t4, GpuSmClockHz, "424773df46e0", 300e6);
        row(t4, GpuMemClockHz, "424773df46e0", 405e6);
        row(t4, GpuEnergyJ, "424773df46e0", 128996.013);
        row(t4, GpuMemFreeBytes, "424773df46e0", 15109 * kMebi);
        row(t4, GpuPowerLimitW, "551bdf382151", 70);
        const char *h100 = "nvidia_gpu_exporter/linux-x86_64__nvidia-h100-80gb-hbm3__590.48.01__load.metrics";
        row(h100, GpuUtilRatio, "0", 1.0);
        row(h100, GpuMemBusyRatio, "0", 0.11);
        row(h100, GpuMemUsedBytes, "0", 2.0780679168e10);
        row(h100, GpuMemTotalBytes, "0", 8.5520809984e10);
        row(h100, GpuPowerW, "0", 631.95);
        row(h100, GpuPowerLimitW, "0", 700);
        row(h100, GpuTempC, "0", 59);
        row(h100, GpuMemTempC, "0", 54);
        row(h100, GpuSmClockHz, "0", 1.98e9);
        const char *rtx = "nvidia_gpu_exporter/linux-x86_64__nvidia-geforce-rtx-4080-super__595.71.05__load.metrics";
        row(rtx, GpuUtilRatio, "0", 0.07);
        row(rtx, GpuPowerW, "0", 84.24);
        const char *seeded = "nvidia_gpu_exporter/demo__seeded.metrics";
        row(seeded, GpuUtilRatio, "1", 1.0);
        row(seeded, GpuMemUsedBytes, "GPU-1c67088e-9ecb-4564-bb97-6151ecc2ef64", 3.3934016512e10);
        row(seeded, GpuMemUsedBytes, "2", 4.2883309544e10);
        row(seeded, GpuMemUsedBytes, "7", 9.74140845e8);
        row(seeded, GpuPowerW, "0", 627.4);
        const char *v0 = "vllm/vllm_v0_opt125m_datadog.txt";
        row(v0, ServingRequestsRunning, "facebook/opt-125m", 0);
        row(v0, ServingKvCacheRatio, "facebook/opt-125m", 0);
        row(v0, ServingGenerationTokens, "facebook/opt-125m", 7);
        row(v0, ServingPromptTokens, "facebook/opt-125m", 5);
        row(v0, ServingTtftS, "facebook/opt-125m", 0.31326723098754883);
        row(v0, ServingItlS, "facebook/opt-125m", 0.19016313552856445 / 6);
        const char *v1 = "vllm/vllm_v1_idle_freelens.prom";
        row(v1, ServingRequestsWaiting, "/models/gemma-4-E4B-it", 0);
        row(v1, ServingRequests, "0", 16699);
        row(v1, ServingPrefixHitRatio, "0", 2.905888e6 / 5.542562e6);
        row(v1, ServingTtftS, "0", 1936.8203341960907 / 16700);
        const char *two = "synthetic/vllm_v1_two_engines.prom";
        row(two, ServingRequestsRunning, "0", 61);
        row(two, ServingRequestsRunning, "1", 58);
        row(two, ServingRequestsWaiting, "0", 7);
        row(two, ServingKvCacheRatio, "0", 0.9312);
        row(two, ServingPreemptions, "0", 42);
        row("vllm/fixture_llmprobe.txt", ServingRequestsRunning, "", 3);
        row("vllm/fixture_llmprobe.txt", ServingKvCapacityTokens, "", 65536);
        row("vllm/fixture_llmprobe.txt", ServingGenerationTokens, "", 12345);
        row("vllm/fixture_chimeraforge.txt", ServingRequestsRunning, "m", 14);
        row("vllm/fixture_chimeraforge.txt", ServingPrefixHitRatio, "m", 0.41);
        row("vllm/fixture_chimeraforge.txt", ServingInputTokens, "m", 453);
        row("vllm/dynamo_doc_sample.txt", ServingRequests, "meta-llama/Llama-3.1-8B", 165);
        const char *sglang = "sglang/production_metrics_doc_sample.txt";
        row(sglang, ServingRequestsRunning, "", 162);
        row(sglang, ServingRequestsWaiting, "", 2826);
        row(sglang, ServingKvCacheRatio, "", 0.28);
        row(sglang, ServingTtftS, "", 2.3518979474117756e6 / 11008);
        row(sglang, ServingTtftS, "", 30, 0.95);
        row("sglang/fixture_chimeraforge.txt", ServingPrefixHitRatio, "m", 0.385);
        row("trtllm-serve/dynamo_doc_sample.txt", ServingRequests, "Qwen/Qwen3-0.6B", 155);
        row("trtllm-serve/dynamo_doc_sample.txt", ServingTtftS, "Qwen/Qwen3-0.6B", 8.75 / 150);
        const char *triton = "triton/tensorrtllm_backend_readme_0.txt";
        row(triton, ServingRequestsRunning, "tensorrt_llm", 1);
        row(triton, ServingRequestsWaiting, "tensorrt_llm", 1);
        row(triton, ServingKvCacheRatio, "tensorrt_llm", 0.4875);
        row(triton, ServingKvCapacityTokens, "tensorrt_llm", 6239.0 * 64);
        row("triton/doc_histogram_malformed.txt", ServingTtftS, "my_model", 10.771 / 37);
        row("triton/doc_histogram_malformed.txt", ServingTtftS, "my_model", 0.1 + 0.4 * 10.5 / 22, 0.5);
        row("triton/doc_summary.txt", ServingQueueS, "my_model", 97e-6, 0.9);
        row("triton/doc_summary.txt", ServingQueueS, "my_model", 11110e-6 / 161);
        row("llama.cpp/metrics_busy.txt", ServingRequestsRunning, "", 4);
        row("llama.cpp/metrics_busy.txt", ServingRequestsWaiting, "", 1);
        row("llama.cpp/metrics_busy.txt", ServingKvCacheRatio, "", 0.213135);
        row("llama.cpp/metrics_busy.txt", ServingGenerationTokens, "", 5580);
        const char *amd = "amd-device-metrics-exporter/metrics_mini.txt";
        row(amd, GpuPowerW, "GPU-6699c0a8-4200-4242-037f-f97e6cae0f09", 41);
        row(amd, GpuMemTotalBytes, "GPU-6699c0a8-4200-4242-037f-f97e6cae0f09", 68702e6);
        row(amd, NodeGpuCount, "", 1);
        row("ascend-npu-exporter/prometheus_metrics", GpuHealthOk, "7", 1);
        row("ascend-npu-exporter/prometheus_metrics", NodeGpuCount, "", 8);
        row("node_exporter/live_node_exporter_1.5.txt", NodeMemTotalBytes, "", 25276510208);
    }
    void readsGenuinePages()
    {
        QFETCH(QString, file);
        QFETCH(int, metric);
        QFETCH(QString, who);
        QFETCH(double, quantile);
        QFETCH(double, value);
        const auto text = genuine(file);
        if (!text)
            QSKIP("this page is not on this machine");
        const auto sample = find(mapText(*text), static_cast<CanonicalMetric>(metric), who.toStdString(), static_cast<float>(quantile));
        QVERIFY2(sample.has_value(), "the page does not yield it");
        QVERIFY2(near(sample->value, value), qPrintable(QString::number(sample->value, 'g', 17)));
    }

    void namesTheExporters_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("dialects");
        QTest::newRow("dcgm") << "dcgm-exporter/tesla_t4_datadog.txt" << "dcgm";
        QTest::newRow("nvidia_gpu_exporter") << "nvidia_gpu_exporter/demo__seeded.metrics" << "nvidia_gpu_exporter";
        QTest::newRow("vllm v0") << "vllm/vllm_v0_opt125m_datadog.txt" << "vllm";
        QTest::newRow("sglang") << "sglang/production_metrics_doc_sample.txt" << "sglang";
        QTest::newRow("node_exporter") << "node_exporter/e2e-output.txt" << "node_exporter";
        QTest::newRow("ascend") << "ascend-npu-exporter/prometheus_metrics" << "ascend";
        QTest::newRow("nothing known") << "triton/tensorrtllm_backend_readme_1.txt" << "";
    }
    void namesTheExporters()
    {
        QFETCH(QString, file);
        QFETCH(QString, dialects);
        const auto text = genuine(file);
        if (!text)
            QSKIP("this page is not on this machine");
        QCOMPARE(QString::fromStdString(mapText(*text).dialects), dialects);
    }

    void marksAQuantileAboveTheTopBucket()
    {
        const auto text = genuine(QStringLiteral("sglang/production_metrics_doc_sample.txt"));
        if (!text)
            QSKIP("this page is not on this machine");
        QVERIFY(find(mapText(*text), ServingTtftS, {}, 0.95F)->aboveTop);
        QVERIFY(!find(mapText(*text), ServingItlS, {}, 0.95F)->aboveTop);
    }

    void dropsNumbersThatStandForNoData()
    {
        const MappedPoll mapped = mapText("DCGM_FI_DEV_GPU_TEMP{gpu=\"0\"} 2147483632\nDCGM_FI_DEV_FB_USED{gpu=\"0\"} 9.223372036854776e+18\nDCGM_FI_PROF_DRAM_ACTIVE{gpu=\"0\"} 140737488355328\n"
                                          "DCGM_FI_DEV_POWER_USAGE{gpu=\"0\"} NaN\nDCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu=\"0\"} 2147483632\nDCGM_FI_DEV_GPU_UTIL{gpu=\"0\"} 50\n");
        QCOMPARE(mapped.samples.size(), std::size_t(2)); // utilization, and the energy that a counter may honestly have
        QVERIFY(near(find(mapped, GpuEnergyJ)->value, 2147483.632));
    }

    void countsMigInstancesOnce()
    {
        const MappedPoll mapped = mapText(R"(DCGM_FI_DEV_POWER_USAGE{gpu="0",UUID="GPU-a",GPU_I_PROFILE="1g.10gb",GPU_I_ID="7"} 300
DCGM_FI_DEV_POWER_USAGE{gpu="0",UUID="GPU-a",GPU_I_PROFILE="2g.20gb",GPU_I_ID="3"} 300
DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-a",GPU_I_PROFILE="1g.10gb",GPU_I_ID="7"} 0
DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-a",GPU_I_PROFILE="1g.10gb",GPU_I_ID="7"} 10
DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-a",GPU_I_PROFILE="2g.20gb",GPU_I_ID="3"} 20
DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu="0",UUID="GPU-a",GPU_I_PROFILE="1g.10gb",GPU_I_ID="7"} 0.5
)");
        double power = 0.0;
        for (const Sample &sample : mapped.samples)
            power += sample.metric == GpuPowerW ? sample.value : 0.0;
        QCOMPARE(power, 300.0);
        QVERIFY(!find(mapped, GpuUtilRatio));
        QCOMPARE(find(mapped, GpuMemUsedBytes, "1g.10gb/7")->value, 10 * 1048576.0);
        QCOMPARE(find(mapped, GpuMemUsedBytes, "2g.20gb/3")->value, 20 * 1048576.0);
        QCOMPARE(find(mapped, GpuEngineActiveRatio, "1g.10gb/7")->value, 0.5);
    }

    void readsLabelsWhateverTheirCaseAndSpelling()
    {
        const MappedPoll mapped = mapText("DCGM_FI_DEV_GPU_UTIL{gpu=\"2\", uuid=\"GPU-x\", hostname=\"h\", model_name=\"H100\"} 50\ndcgm_gpu_temp{gpu=\"2\",UUID=\"GPU-x\"} 40\n");
        QCOMPARE(mapped.subjects.size(), std::size_t(1));
        QCOMPARE(mapped.subjects[0].node, std::string("h"));
        QCOMPARE(mapped.subjects[0].gpuIndex, 2);
        QCOMPARE(mapped.subjects[0].gpuModel, std::string("H100"));
        QVERIFY(find(mapped, GpuTempC));
    }

    void prefersTheNewNameWhereBothAreThere()
    {
        QCOMPARE(find(mapText("vllm:gpu_cache_usage_perc 0.1\nvllm:kv_cache_usage_perc 0.2\n"), ServingKvCacheRatio)->value, 0.2);
        QCOMPARE(find(mapText("vllm:kv_cache_usage_perc 0.2\nvllm:gpu_cache_usage_perc 0.1\n"), ServingKvCacheRatio)->value, 0.2);
        QCOMPARE(find(mapText("vllm:kv_cache_usage_perc 62.5\n"), ServingKvCacheRatio)->value, 0.625);
        QCOMPARE(find(mapText("ray_vllm_num_requests_running{model_name=\"m\"} 4\n"), ServingRequestsRunning)->value, 4.0);
        QCOMPARE(find(mapText("sglang_num_running_reqs{model_name=\"m\"} 4\n"), ServingRequestsRunning)->value, 4.0);
        QVERIFY(!find(mapText("vllm:gpu_prefix_cache_hit_rate -1\n"), ServingPrefixHitRatio));
    }

    void doesNotCountCopiesTwice()
    {
        QVERIFY(mapText("vllm:num_requests_running{server=\"http://a:8000\"} 5\n").samples.empty());
        QCOMPARE(find(mapText("sglang:num_running_reqs{tp_rank=\"0\"} 5\nsglang:num_running_reqs{tp_rank=\"1\"} 5\n"), ServingRequestsRunning)->value, 5.0);
        QCOMPARE(find(mapText("sglang:num_running_reqs{priority=\"\"} 5\nsglang:num_running_reqs{priority=\"1\"} 9\n"), ServingRequestsRunning)->value, 5.0);
        QCOMPARE(find(mapText("vllm:num_requests_waiting 5\nvllm:num_requests_waiting_by_reason{reason=\"capacity\"} 5\n"), ServingRequestsWaiting)->value, 5.0);
        QCOMPARE(find(mapText("vllm:request_success_total{finished_reason=\"stop\"} 5\nvllm:request_success_total{finished_reason=\"length\"} 2\n"), ServingRequests)->value, 7.0);
    }

    void readsTgiByItsDocumentedNames()
    {
        CanonicalMapper mapper("n");
        const auto page = [](int n) {
            return QStringLiteral("tgi_batch_current_size 7\ntgi_queue_size 3\ntgi_request_success{method=\"x\"} %1\ntgi_request_failure{err=\"overloaded\"} 2\ntgi_request_input_length_sum %2\n"
                                  "tgi_request_duration_bucket{le=\"1\"} %1\ntgi_request_duration_bucket{le=\"+Inf\"} %1\ntgi_request_duration_sum %1\ntgi_request_duration_count %1\n").arg(n).arg(100 * n).toStdString();
        };
        poll(mapper, 0, page(10));
        const MappedPoll mapped = poll(mapper, 10, page(20));
        QCOMPARE(find(mapped, ServingRequestsRunning)->value, 7.0);
        QCOMPARE(find(mapped, ServingRequestsWaiting)->value, 3.0);
        QCOMPARE(find(mapped, ServingRequestsPerS)->value, 1.0);
        QCOMPARE(find(mapped, ServingFailures)->value, 2.0);
        QCOMPARE(find(mapped, ServingPromptTokensPerS)->value, 100.0);
        QCOMPARE(find(mapped, ServingE2eS)->value, 1.0);
        QCOMPARE(mapped.subjects[0].engine, std::string("tgi"));
    }

    void takesMeansOfTwoCounters()
    {
        CanonicalMapper mapper("n");
        poll(mapper, 0, "nv_inference_request_success{model=\"m\"} 10\nnv_inference_request_duration_us{model=\"m\"} 1000000\n");
        const MappedPoll mapped = poll(mapper, 10, "nv_inference_request_success{model=\"m\"} 14\nnv_inference_request_duration_us{model=\"m\"} 3000000\n");
        QCOMPARE(find(mapped, ServingE2eS)->value, 0.5);
        QVERIFY(!find(mapped, ServingE2eS, {}, 0.5F));
        QCOMPARE(find(mapped, ServingRequestsPerS)->value, 0.4);
    }

    void aProductNeedsBothFactors()
    {
        QVERIFY(!find(mapText("trtllm_kv_cache_max_blocks{model_name=\"m\"} 100\n"), ServingKvCapacityTokens));
        QCOMPARE(find(mapText("trtllm_kv_cache_max_blocks{model_name=\"m\"} 100\ntrtllm_kv_cache_tokens_per_block{model_name=\"m\"} 32\n"), ServingKvCapacityTokens)->value, 3200.0);
    }

    void tellsAnXidOnceWhenItComes()
    {
        CanonicalMapper mapper("n");
        const auto last = [&mapper](double time, const char *labels, int code) {
            return poll(mapper, time, QStringLiteral("DCGM_FI_DEV_XID_ERRORS{gpu=\"3\",UUID=\"GPU-x\"%1} %2\n").arg(QLatin1String(labels)).arg(code).toStdString());
        };
        // It was there when we came: old news.
        QVERIFY(!find(last(0, "", 43), GpuXidNew));
        QVERIFY(!find(last(5, "", 43), GpuXidNew));
        // Newer exporters add labels that change with the code.
        const MappedPoll news = last(10, ",err_code=\"79\",err_msg=\"GPU has fallen off the bus\"", 79);
        QCOMPARE(find(news, GpuXidNew)->value, 79.0);
        QCOMPARE(find(news, GpuXidCode)->value, 79.0);
        QVERIFY(!find(last(15, ",err_code=\"79\",err_msg=\"GPU has fallen off the bus\"", 79), GpuXidNew));
        // The driver was loaded anew.
        QVERIFY(!find(last(20, "", 0), GpuXidNew));
        // A count and a time tell of a second one of the same code too.
        QVERIFY(!find(poll(mapper, 25, "DCGM_EXP_XID_ERRORS_COUNT{gpu=\"0\",xid=\"31\"} 1\nnvidia_smi_xid_last_timestamp_seconds{uuid=\"b\",xid=\"48\"} 1700000000\n"), GpuXidNew, "5"));
        const MappedPoll again = poll(mapper, 30, "DCGM_EXP_XID_ERRORS_COUNT{gpu=\"0\",xid=\"31\"} 2\nnvidia_smi_xid_last_timestamp_seconds{uuid=\"b\",xid=\"48\"} 1700000009\n");
        QCOMPARE(find(again, GpuXidNew, "0")->value, 31.0);
        QCOMPARE(find(again, GpuXidNew, "b")->value, 48.0);
        QVERIFY(!find(mapText("DCGM_FI_DEV_XID_ERRORS{gpu=\"3\"} 79\n"), GpuXidNew)); // a saved page has no news
    }

    void joinsPodsAndModelsToGpus()
    {
        const MappedPoll mapped = mapText(R"(DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-a",pod="vllm-0",namespace="ml",container="vllm"} 50
DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-a",pod="vllm-0",namespace="ml",container="vllm"} 50
DCGM_FI_DEV_GPU_UTIL{gpu="1",UUID="GPU-b",pod="dcgm-exporter-x1",namespace="monitoring",exported_pod="vllm-0",exported_namespace="ml"} 50
DCGM_FI_DEV_GPU_UTIL{gpu="2",UUID="GPU-c",pod="dcgm-exporter-x1",namespace="monitoring"} 0
DCGM_FI_DEV_GPU_UTIL{gpu="3",UUID="GPU-d",pod="",namespace=""} 0
vllm:num_requests_running{model_name="m",pod="vllm-0",namespace="ml"} 3
)");
        QCOMPARE(mapped.workloads.size(), std::size_t(3));
        for (const Workload &workload : mapped.workloads) {
            QCOMPARE(workload.pod, std::string("vllm-0"));
            QCOMPARE(workload.nameSpace, std::string("ml"));
            QCOMPARE(workload.modelName, std::string("m"));
        }
        QCOMPARE(mapped.subjects[mapped.workloads[1].subject].gpuUuid, std::string("GPU-b"));
    }

    void samplesThatAreOldByTheirOwnTimestampAreNoData()
    {
        CanonicalMapper mapper("n");
        const MappedPoll mapped = poll(mapper, 1'700'000'000, "npu_chip_info_power{id=\"0\"} 90 1699999000000\nnpu_chip_info_power{id=\"1\"} 91 1699999990000\nnpu_chip_info_power{id=\"2\"} 92 1800000000000\n");
        QCOMPARE(mapped.samplesStale, std::size_t(1));
        QVERIFY(!find(mapped, GpuPowerW, "0"));
        QCOMPARE(find(mapped, GpuPowerW, "1")->value, 91.0);
        QVERIFY(find(mapped, GpuPowerW, "2")); // a clock that is ahead
    }

    void moreSubjectsThanAnyFleetHasAreLeftOut()
    {
        CanonicalMapper mapper("n");
        mapper.begin(0);
        std::string index;
        LabelView labels[]{{"gpu", {}}};
        SampleView sample;
        sample.name = "DCGM_FI_DEV_GPU_TEMP";
        sample.labels = labels;
        sample.value = 40;
        for (std::size_t i = 0; i < CanonicalMapper::kMostSubjects + 10; ++i) {
            index = std::to_string(i);
            labels[0].value = index;
            mapper.add(sample);
        }
        const MappedPoll mapped = mapper.finish();
        QCOMPARE(mapped.subjects.size(), CanonicalMapper::kMostSubjects);
        QCOMPARE(mapped.samplesBeyond, std::size_t(10));
    }

    void aClockThatIsSetMakesNoRates()
    {
        CanonicalMapper mapper("n");
        const auto at = [&mapper](double time, double steady, const char *text) {
            const MetricsPage page = readMetricsPage(text, ExpositionFormat::Prometheus);
            mapper.begin(time, steady);
            SampleView sample;
            sample.name = page.series[0].name;
            sample.value = page.series[0].samples[0].value;
            mapper.add(sample);
            return mapper.finish();
        };
        at(1'700'000'000, 100, "vllm:generation_tokens_total 1000\n");
        // An hour back, and an hour forth: the rate is over the ten seconds that passed.
        QCOMPARE(find(at(1'699'996'400, 110, "vllm:generation_tokens_total 1500\n"), ServingGenerationTokensPerS)->value, 50.0);
        QCOMPARE(find(at(1'700'010'000, 120, "vllm:generation_tokens_total 1600\n"), ServingGenerationTokensPerS)->value, 10.0);
    }

    void aGpuStaysItselfWhenIndexesChange()
    {
        const MappedPoll before = mapText("DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-a\"} 40\nDCGM_FI_DEV_GPU_TEMP{gpu=\"1\",UUID=\"GPU-b\"} 50\n");
        const MappedPoll after = mapText("DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-b\"} 50\n");
        QCOMPARE(find(before, GpuTempC, "GPU-b")->value, find(after, GpuTempC, "GPU-b")->value);
        // nvidia_gpu_exporter leaves the prefix out.
        QCOMPARE(mapText("nvidia_smi_temperature_gpu{uuid=\"1c67088e-9ecb-4564-bb97-6151ecc2ef64\"} 50\n").subjects[0].gpuUuid, std::string("GPU-1c67088e-9ecb-4564-bb97-6151ecc2ef64"));
    }

    void makesRatesOfCountersFromPollToPoll()
    {
        CanonicalMapper mapper("n");
        const MappedPoll first = poll(mapper, 100, "vllm:generation_tokens_total 1000\nDCGM_FI_DEV_POWER_VIOLATION{gpu=\"0\"} 0\n");
        QVERIFY(!find(first, ServingGenerationTokensPerS));
        QCOMPARE(find(first, ServingGenerationTokens)->value, 1000.0);
        const MappedPoll second = poll(mapper, 110, "vllm:generation_tokens_total 1500\nDCGM_FI_DEV_POWER_VIOLATION{gpu=\"0\"} 2500000000\n");
        QCOMPARE(find(second, ServingGenerationTokensPerS)->value, 50.0);
        QCOMPARE(find(second, GpuPowerThrottleRatio)->value, 0.25);
        // The engine was started anew and has made 100 tokens since.
        QCOMPARE(find(poll(mapper, 120, "vllm:generation_tokens_total 100\n"), ServingGenerationTokensPerS)->value, 10.0);
        // The same time again says nothing.
        QVERIFY(!find(poll(mapper, 120, "vllm:generation_tokens_total 200\n"), ServingGenerationTokensPerS));
    }

    void aPollThatFailedLeavesNoTrace()
    {
        CanonicalMapper mapper("n");
        poll(mapper, 100, "vllm:generation_tokens_total 1000\n");
        mapper.begin(105);
        SampleView half;
        half.name = "vllm:generation_tokens_total";
        half.value = 7.0;
        mapper.add(half);
        QCOMPARE(find(poll(mapper, 110, "vllm:generation_tokens_total 2000\n"), ServingGenerationTokensPerS)->value, 100.0);
    }

    void takesDistributionsFromWhatHappenedBetweenTwoPolls()
    {
        CanonicalMapper mapper("n");
        const char *before = "vllm:time_to_first_token_seconds_bucket{le=\"1\"} 1000\nvllm:time_to_first_token_seconds_bucket{le=\"2\"} 1000\nvllm:time_to_first_token_seconds_bucket{le=\"+Inf\"} 1000\n"
                             "vllm:time_to_first_token_seconds_sum 500\nvllm:time_to_first_token_seconds_count 1000\n";
        const char *after = "vllm:time_to_first_token_seconds_bucket{le=\"1\"} 1000\nvllm:time_to_first_token_seconds_bucket{le=\"2\"} 1010\nvllm:time_to_first_token_seconds_bucket{le=\"+Inf\"} 1010\n"
                            "vllm:time_to_first_token_seconds_sum 515\nvllm:time_to_first_token_seconds_count 1010\n";
        QVERIFY(!find(poll(mapper, 100, before), ServingTtftS));
        const MappedPoll second = poll(mapper, 105, after);
        QCOMPARE(find(second, ServingTtftS)->value, 1.5);
        QCOMPARE(find(second, ServingTtftS, {}, 0.5F)->value, 1.5);
        QVERIFY(near(find(second, ServingTtftS, {}, 0.9F)->value, 1.9));
        // Nothing happened: nothing is said.
        QVERIFY(!find(poll(mapper, 110, after), ServingTtftS));
    }

    void takesQuantilesAsPrometheusDoes_data()
    {
        QTest::addColumn<double>("quantile");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("above");
        QTest::newRow("median") << 0.5 << 0.2 << false;
        QTest::newRow("edge") << 0.25 << 0.1 << false;
        QTest::newRow("first bucket from zero") << 0.125 << 0.05 << false;
        QTest::newRow("top") << 0.99 << 0.4 << true;
    }
    void takesQuantilesAsPrometheusDoes()
    {
        QFETCH(double, quantile);
        QFETCH(double, value);
        QFETCH(bool, above);
        HistogramBuckets buckets;
        buckets.atMost = {{0.1, 10}, {0.3, 30}, {0.4, 36}, {INFINITY, 40}};
        const auto found = histogramQuantile(buckets, quantile);
        QVERIFY(found);
        QVERIFY(near(found->value, value));
        QCOMPARE(found->aboveTop, above);
        QVERIFY(!histogramQuantile({}, quantile));
    }

    void readsTheWindowsOfThePrometheusApi()
    {
        CanonicalMapper mapper("n");
        mapper.begin(100);
        const LabelView labels[]{{"model_name", "m"}, {"instance", "host:8000"}};
        const TimedValue points[]{{40, 100}, {55, 400}, {70, 50}, {85, 100}};
        mapper.addWindow("vllm:generation_tokens_total", labels, points);
        const MappedPoll mapped = mapper.finish();
        QVERIFY(near(find(mapped, ServingGenerationTokensPerS)->value, 400.0 / 45.0));
        QCOMPARE(mapped.subjects[0].node, std::string("host:8000"));
    }

    void readsTheMachine()
    {
        CanonicalMapper mapper("h:9100");
        const char *page = "node_uname_info{nodename=\"gpu01\"} 1\nnode_memory_MemTotal_bytes 100\nnode_memory_MemAvailable_bytes 40\nnode_cpu_seconds_total{cpu=\"0\",mode=\"idle\"} %1\n"
                           "node_cpu_seconds_total{cpu=\"1\",mode=\"idle\"} %1\nnode_network_receive_bytes_total{device=\"eth0\"} %2\nnode_network_receive_bytes_total{device=\"lo\"} %2\n";
        poll(mapper, 0, QString::fromLatin1(page).arg(0).arg(0).toStdString());
        const MappedPoll mapped = poll(mapper, 10, QString::fromLatin1(page).arg(7).arg(500).toStdString());
        QVERIFY(near(find(mapped, NodeCpuRatio, "gpu01")->value, 0.3));
        QCOMPARE(find(mapped, NodeMemUsedBytes)->value, 60.0);
        QCOMPARE(find(mapped, NodeNetRxBytesPerS)->value, 50.0);
    }

    void forgetsSeriesThatAreGone()
    {
        CanonicalMapper mapper("n");
        for (int i = 0; i < 200; ++i)
            poll(mapper, i, "vllm:generation_tokens_total{pid=\"" + std::to_string(i) + "\"} 1\n");
        // A series that comes back after a poll without it starts anew.
        QVERIFY(!find(poll(mapper, 500, "vllm:generation_tokens_total{pid=\"0\"} 99\n"), ServingGenerationTokensPerS));
    }

    void theTableIsDocumented()
    {
        QFile file(QStringLiteral(HEADROOM_SOURCE_DIR "/app/monitor/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const CanonicalMetricInfo &info : kCanonicalMetrics)
            QVERIFY2(text.contains(QStringLiteral("`%1`").arg(QLatin1String(info.id.data(), qsizetype(info.id.size())))), info.id.data());
        for (const Dialect &dialect : dialects())
            for (const MappingRule &rule : dialect.rules)
                QVERIFY2(text.contains(QLatin1String(rule.name.data(), qsizetype(rule.name.size()))), rule.name.data());
    }
};

QTEST_APPLESS_MAIN(CanonicalMappingTest)
#include "tst_canonical_mapping.moc"
