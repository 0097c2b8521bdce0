// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapped_pages.h"
#include "support/test_case.h"

#include <monitor/exposition/metrics_page.h>
#include <monitor/mapping/canonical_mapper.h>
#include <monitor/mapping/page_mapping.h>

#include <QFile>

#include <cmath>
#include <optional>

using namespace headroom::monitor;
using headroom::test::find;
using headroom::test::mapText;
using headroom::test::near;
using enum CanonicalMetric;

namespace {

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

} // namespace

class CanonicalMappingTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
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
