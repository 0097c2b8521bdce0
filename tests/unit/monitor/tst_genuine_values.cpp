// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that genuine pages hold, in SI units: read off the pages by hand.
#include "mapped_pages.h"
#include "support/test_case.h"

using namespace headroom::monitor;
using headroom::test::find;
using headroom::test::genuine;
using headroom::test::mapText;
using headroom::test::near;
using enum CanonicalMetric;

class GenuineValuesTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void areThoseOfThePages_data()
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
    void areThoseOfThePages()
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
};

QTEST_APPLESS_MAIN(GenuineValuesTest)
#include "tst_genuine_values.moc"
