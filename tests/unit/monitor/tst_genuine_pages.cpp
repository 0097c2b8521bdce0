// SPDX-License-Identifier: GPL-3.0-or-later
// Every genuine page of the data folder, and what Headroom makes of it: the exporter, the subjects, and exactly these metrics.
#include "support/test_case.h"

#include <monitor/exposition/metrics_page.h>
#include <monitor/mapping/mapping_rule.h>
#include <monitor/mapping/page_mapping.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace headroom::monitor;

namespace {

const QString kShared = QStringLiteral(HEADROOM_SHARED_DATA);

std::string read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// Fields of one line; a field may stand in quotes, with "" for a quote.
QStringList csvFields(const QString &line)
{
    QStringList fields{QString()};
    bool quoted = false;
    for (const QChar c : line) {
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (c == QLatin1Char(',') && !quoted)
            fields << QString();
        else
            fields.last() += c;
    }
    return fields;
}

// What the table of names gives a meaning to and Headroom leaves out, and why. An end in '*' stands for all that begin so.
struct LeftOut {
    const char *name;
    const char *reason;
};

constexpr std::array kLeftOut{
    LeftOut{"DCGM_FI_DEV_FB_USED_PERCENT", "follows from used, free and reserved"},
    LeftOut{"DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL", "the exporter does not say its unit"},
    LeftOut{"DCGM_FI_DEV_PSTATE", "the clocks themselves are read"},
    LeftOut{"DCGM_FI_DEV_SLOWDOWN_TEMP", "a limit of the board, not a measurement"},
    LeftOut{"llamacpp:kv_cache_tokens", "follows from the ratio"},
    LeftOut{"llamacpp:n_*", "steps and slots of the engine's inside"},
    LeftOut{"llamacpp:p*_tokens_seconds", "an average since the last reader asked: a second reader changes it"},
    LeftOut{"llamacpp:prompt_seconds_total", "work time without a count of requests"},
    LeftOut{"llamacpp:tokens_predicted_seconds_total", "work time without a count of requests"},
    LeftOut{"node_boot_time_seconds", "not about load"},
    LeftOut{"node_disk_*", "not about load of GPUs"},
    LeftOut{"node_filesystem_*", "not about load of GPUs"},
    LeftOut{"node_hwmon_*", "not about load of GPUs"},
    LeftOut{"node_infiniband_*", "ports may stand beside network devices of the same traffic"},
    LeftOut{"node_pressure_*", "not about load of GPUs"},
    LeftOut{"npu_chip_info_bandwidth_*", "the network port's, which stands for no PCIe traffic"},
    LeftOut{"npu_chip_info_error_code", "no XID: another list of codes"},
    LeftOut{"npu_chip_info_link_status", "network of the machine"},
    LeftOut{"npu_chip_info_network_status", "network of the machine"},
    LeftOut{"npu_chip_info_total_memory", "the chip's own DDR, not the HBM that holds the model"},
    LeftOut{"npu_chip_info_used_memory", "the chip's own DDR, not the HBM that holds the model"},
    LeftOut{"nv_trt_llm_runtime_memory_metrics", "a part of what the GPU itself reports"},
    LeftOut{"nvidia_smi_clocks_event_reasons_*", "single bits of clocks_event_reasons_active"},
    LeftOut{"nvidia_smi_last_collect_success", "about the exporter"},
    LeftOut{"nvidia_smi_power_draw_average_watts", "the same power, averaged"},
    LeftOut{"nvidia_smi_pstate", "the clocks themselves are read"},
    LeftOut{"sglang:gen_throughput", "holds its last value when the engine is idle"},
    LeftOut{"sglang:num_used_tokens", "follows from the ratio"},
    LeftOut{"vllm:cpu_cache_usage_perc", "engine V0 only"},
    LeftOut{"vllm:engine_sleep_state", "not about load"},
    LeftOut{"vllm:iteration_tokens_total", "tokens of one step of the engine"},
    LeftOut{"vllm:num_requests_waiting_by_reason", "a split of num_requests_waiting"},
    LeftOut{"vllm:prompt_tokens_cached_total", "hits and queries of the prefix cache are read"},
    LeftOut{"vllm:request_inference_time_seconds", "prefill and decode together"},
};

bool isLeftOut(const QString &name)
{
    return std::ranges::any_of(kLeftOut, [&name](const LeftOut &one) {
        return QRegularExpression(QRegularExpression::wildcardToRegularExpression(QLatin1String(one.name))).match(name).hasMatch();
    });
}

} // namespace

class GenuinePagesTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void yieldWhatIsInThem_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("dialects");
        QTest::addColumn<int>("gpus");
        QTest::addColumn<int>("engines");
        QTest::addColumn<int>("machines");
        QTest::addColumn<int>("workloads");
        QTest::addColumn<QString>("metrics");
        const auto row = [](const char *file, const char *dialects, int gpus, int engines, int machines, int workloads, const char *metrics) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(dialects) << gpus << engines << machines << workloads << QString::fromLatin1(metrics);
        };
        row("amd-device-metrics-exporter/metrics_mini.txt", "amd", 1, 0, 1, 0,
            "gpu.mem_total_bytes gpu.power_w gpu.util_ratio node.gpu_count");
        row("ascend-npu-exporter/prometheus_metrics", "ascend", 8, 0, 1, 0,
            "gpu.health_ok gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_w gpu.sm_clock_hz gpu.temp_c gpu.util_ratio node.gpu_count");
        row("ascend-npu-exporter/prometheus_metrics2", "ascend", 0, 0, 1, 0,
            "node.gpu_count");
        row("dcgm-exporter/pod_labels_freelens.prom", "dcgm", 4, 0, 0, 3,
            "gpu.mem_free_bytes gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_w gpu.temp_c gpu.util_ratio");
        row("dcgm-exporter/tesla_t4_datadog.txt", "dcgm", 2, 0, 1, 0,
            "gpu.decoder_ratio gpu.encoder_ratio gpu.energy_j gpu.mem_busy_ratio gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_total_bytes gpu.mem_used_bytes gpu.pcie_replays gpu.power_limit_w gpu.power_w gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons gpu.util_ratio gpu.xid_code node.gpu_count");
        row("dcgm-exporter/xid_freelens.prom", "dcgm", 4, 0, 0, 0,
            "gpu.xid_code");
        row("llama.cpp/metrics_busy.txt", "llama.cpp", 0, 1, 0, 0,
            "serving.generation_tokens_total serving.kv_cache_ratio serving.prompt_tokens_total serving.requests_running serving.requests_waiting");
        row("llama.cpp/metrics_idle.txt", "llama.cpp", 0, 1, 0, 0,
            "serving.generation_tokens_total serving.kv_cache_ratio serving.prompt_tokens_total serving.requests_running serving.requests_waiting");
        row("node_exporter/e2e-64k-page-output.txt", "node_exporter", 0, 0, 1, 0,
            "node.load1 node.mem_total_bytes");
        row("node_exporter/e2e-output-darwin.txt", "", 0, 0, 0, 0,
            "");
        row("node_exporter/e2e-output-freebsd.txt", "", 0, 0, 0, 0,
            "");
        row("node_exporter/e2e-output.txt", "node_exporter", 0, 0, 1, 0,
            "node.load1 node.mem_total_bytes");
        row("node_exporter/live_node_exporter_1.5.txt", "node_exporter", 0, 0, 1, 0,
            "node.load1 node.mem_total_bytes node.mem_used_bytes");
        row("nvidia_gpu_exporter/demo__seeded.metrics", "nvidia_gpu_exporter", 4, 0, 0, 0,
            "gpu.decoder_ratio gpu.ecc_corrected gpu.ecc_uncorrected gpu.encoder_ratio gpu.energy_j gpu.mem_busy_ratio gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_reserved_bytes gpu.mem_temp_c gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_limit_w gpu.power_w gpu.recovery_action gpu.row_remap_failure gpu.row_remap_pending gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons gpu.util_ratio");
        row("nvidia_gpu_exporter/linux-x86_64__nvidia-geforce-rtx-2080-super__595.71.05__idle.metrics", "nvidia_gpu_exporter", 1, 0, 0, 0,
            "gpu.decoder_ratio gpu.encoder_ratio gpu.mem_busy_ratio gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_reserved_bytes gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_limit_w gpu.power_w gpu.recovery_action gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons gpu.util_ratio");
        row("nvidia_gpu_exporter/linux-x86_64__nvidia-geforce-rtx-2080-super__595.71.05__load.metrics", "nvidia_gpu_exporter", 1, 0, 0, 0,
            "gpu.decoder_ratio gpu.encoder_ratio gpu.mem_busy_ratio gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_reserved_bytes gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_limit_w gpu.power_w gpu.recovery_action gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons gpu.util_ratio");
        row("nvidia_gpu_exporter/linux-x86_64__nvidia-geforce-rtx-2080-super__610.57.04__idle.metrics", "nvidia_gpu_exporter", 1, 0, 0, 0,
            "gpu.decoder_ratio gpu.encoder_ratio gpu.mem_busy_ratio gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_reserved_bytes gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_limit_w gpu.power_w gpu.recovery_action gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons gpu.util_ratio");
        row("nvidia_gpu_exporter/linux-x86_64__nvidia-geforce-rtx-2080-super__610.57.04__load.metrics", "nvidia_gpu_exporter", 1, 0, 0, 0,
            "gpu.decoder_ratio gpu.encoder_ratio gpu.mem_busy_ratio gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_reserved_bytes gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_limit_w gpu.power_w gpu.recovery_action gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons gpu.util_ratio");
        row("nvidia_gpu_exporter/linux-x86_64__nvidia-geforce-rtx-4080-super__595.71.05__idle.metrics", "nvidia_gpu_exporter", 1, 0, 0, 0,
            "gpu.decoder_ratio gpu.encoder_ratio gpu.mem_busy_ratio gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_reserved_bytes gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_limit_w gpu.power_w gpu.recovery_action gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons gpu.util_ratio");
        row("nvidia_gpu_exporter/linux-x86_64__nvidia-geforce-rtx-4080-super__595.71.05__load.metrics", "nvidia_gpu_exporter", 1, 0, 0, 0,
            "gpu.decoder_ratio gpu.encoder_ratio gpu.mem_busy_ratio gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_reserved_bytes gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_limit_w gpu.power_w gpu.recovery_action gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons gpu.util_ratio");
        row("nvidia_gpu_exporter/linux-x86_64__nvidia-h100-80gb-hbm3__590.48.01__idle.metrics", "nvidia_gpu_exporter", 1, 0, 0, 0,
            "gpu.decoder_ratio gpu.ecc_corrected gpu.ecc_uncorrected gpu.encoder_ratio gpu.mem_busy_ratio gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_reserved_bytes gpu.mem_temp_c gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_limit_w gpu.power_w gpu.recovery_action gpu.row_remap_failure gpu.row_remap_pending gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons gpu.util_ratio");
        row("nvidia_gpu_exporter/linux-x86_64__nvidia-h100-80gb-hbm3__590.48.01__load.metrics", "nvidia_gpu_exporter", 1, 0, 0, 0,
            "gpu.decoder_ratio gpu.ecc_corrected gpu.ecc_uncorrected gpu.encoder_ratio gpu.mem_busy_ratio gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_reserved_bytes gpu.mem_temp_c gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_limit_w gpu.power_w gpu.recovery_action gpu.row_remap_failure gpu.row_remap_pending gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons gpu.util_ratio");
        row("nvidia_gpu_exporter/linux-x86_64__nvidia-h100-mig__590.48.01__idle.metrics", "nvidia_gpu_exporter", 1, 0, 0, 0,
            "gpu.ecc_corrected gpu.ecc_uncorrected gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_reserved_bytes gpu.mem_temp_c gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_limit_w gpu.power_w gpu.recovery_action gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons");
        row("nvidia_gpu_exporter/linux-x86_64__nvidia-h100-mig__590.48.01__load.metrics", "nvidia_gpu_exporter", 1, 0, 0, 0,
            "gpu.ecc_corrected gpu.ecc_uncorrected gpu.mem_clock_hz gpu.mem_free_bytes gpu.mem_reserved_bytes gpu.mem_temp_c gpu.mem_total_bytes gpu.mem_used_bytes gpu.power_limit_w gpu.power_w gpu.recovery_action gpu.sm_clock_hz gpu.temp_c gpu.throttle_reasons");
        row("sglang/fixture_chimeraforge.txt", "sglang", 0, 1, 0, 0,
            "serving.e2e_s serving.prefix_hit_ratio serving.requests_running serving.requests_waiting");
        row("sglang/production_metrics_doc_sample.txt", "sglang", 0, 1, 0, 0,
            "serving.e2e_s serving.generation_tokens_total serving.itl_s serving.kv_cache_ratio serving.prefix_hit_ratio serving.prompt_tokens_total serving.requests_running serving.requests_waiting serving.ttft_s");
        row("synthetic/vllm_v1_two_engines.prom", "vllm", 0, 2, 0, 0,
            "serving.decode_s serving.e2e_s serving.generation_tokens_total serving.input_tokens serving.itl_s serving.kv_cache_ratio serving.output_tokens serving.preemptions_total serving.prefill_s serving.prefix_hit_ratio serving.prompt_tokens_total serving.queue_s serving.requests_running serving.requests_total serving.requests_waiting serving.tpot_s serving.ttft_s");
        row("triton/doc_histogram_malformed.txt", "triton", 0, 1, 0, 0,
            "serving.ttft_s");
        row("triton/doc_summary.txt", "triton", 0, 1, 0, 0,
            "serving.queue_s");
        row("triton/tensorrtllm_backend_readme_0.txt", "triton", 0, 1, 0, 0,
            "serving.kv_cache_ratio serving.kv_capacity_tokens serving.requests_running serving.requests_waiting");
        row("triton/tensorrtllm_backend_readme_1.txt", "", 0, 0, 0, 0,
            "");
        row("triton/tensorrtllm_backend_readme_2.txt", "triton", 0, 1, 0, 0,
            "serving.failures_total serving.requests_total serving.requests_waiting");
        row("trtllm-serve/dynamo_doc_sample.txt", "trtllm", 0, 1, 0, 0,
            "serving.e2e_s serving.queue_s serving.requests_total serving.tpot_s serving.ttft_s");
        row("vllm/dynamo_doc_sample.txt", "vllm", 0, 1, 0, 0,
            "serving.requests_total serving.ttft_s");
        row("vllm/fixture_chimeraforge.txt", "vllm", 0, 2, 0, 0,
            "serving.e2e_s serving.input_tokens serving.output_tokens serving.prefix_hit_ratio serving.requests_running serving.requests_total serving.requests_waiting");
        row("vllm/fixture_llmprobe.txt", "vllm", 0, 1, 0, 0,
            "serving.generation_tokens_total serving.kv_capacity_tokens serving.requests_running serving.requests_total serving.requests_waiting");
        row("vllm/vllm_v0_opt125m_datadog.txt", "vllm", 0, 1, 0, 0,
            "serving.e2e_s serving.generation_tokens_per_s serving.generation_tokens_total serving.input_tokens serving.itl_s serving.kv_cache_ratio serving.kv_capacity_tokens serving.output_tokens serving.preemptions_total serving.prompt_tokens_per_s serving.prompt_tokens_total serving.requests_running serving.requests_swapped serving.requests_total serving.requests_waiting serving.ttft_s");
        row("vllm/vllm_v1_idle_freelens.prom", "vllm", 0, 1, 0, 0,
            "serving.generation_tokens_total serving.kv_cache_ratio serving.kv_capacity_tokens serving.preemptions_total serving.prefix_hit_ratio serving.prompt_tokens_total serving.requests_running serving.requests_total serving.requests_waiting serving.ttft_s");
    }
    void yieldWhatIsInThem()
    {
        QFETCH(QString, file);
        QFETCH(QString, dialects);
        QFETCH(int, gpus);
        QFETCH(int, engines);
        QFETCH(int, machines);
        QFETCH(int, workloads);
        QFETCH(QString, metrics);
        const std::string text = read(kShared + QStringLiteral("/metrics/") + file);
        if (text.empty())
            QSKIP("this page is not on this machine");
        const MetricsPage page = readMetricsPage(text, ExpositionFormat::Prometheus);
        QVERIFY(page.errors.empty());
        const MappedPoll mapped = mapPage(page);
        QCOMPARE(QString::fromStdString(mapped.dialects), dialects);
        QCOMPARE(std::ranges::count_if(mapped.subjects, &Subject::isGpu), std::ptrdiff_t(gpus));
        QCOMPARE(std::ranges::count_if(mapped.subjects, &Subject::isServing), std::ptrdiff_t(engines));
        QCOMPARE(std::ranges::count_if(mapped.subjects, [](const Subject &subject) { return !subject.isGpu() && !subject.isServing(); }), std::ptrdiff_t(machines));
        QCOMPARE(int(mapped.workloads.size()), workloads);
        std::set<std::string_view> ids;
        for (const Sample &sample : mapped.samples)
            ids.insert(canonicalMetricId(sample.metric));
        QStringList found;
        for (const std::string_view id : ids)
            found << QString::fromLatin1(id.data(), qsizetype(id.size()));
        QCOMPARE(found.join(QLatin1Char(' ')), metrics);
    }

    // Every name in these pages that the table of all exporters' names gives a canonical meaning is read, or is left out for a
    // reason that is told here.
    void leaveNothingOutInSilence()
    {
        const QStringList lines = QString::fromStdString(read(kShared + QStringLiteral("/facts/metrics_mapping.csv"))).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        if (lines.isEmpty())
            QSKIP("the table of names is not on this machine");
        std::set<QString> meaningful;
        for (const QString &line : lines) {
            QStringList fields = csvFields(line);
            const QString canonical = fields.value(6);
            if (canonical.isEmpty() || canonical.startsWith(QLatin1Char('(')))
                continue;
            meaningful.insert(fields[1].remove(QStringLiteral("[amd_]")).section(QLatin1Char('{'), 0, 0));
        }
        int known = 0;
        std::set<QString> missing;
        forEachPage([&](const QString &file) {
            for (const PageSeries &series : readMetricsPage(read(file), ExpositionFormat::Prometheus).series) {
                const QString name = QString::fromStdString(series.name);
                QString base = name;
                base.remove(QRegularExpression(QStringLiteral("_(bucket|sum|count)$")));
                if (!meaningful.contains(name) && !meaningful.contains(base))
                    continue;
                if (!findRules(series.name).empty())
                    ++known;
                else if (!isLeftOut(base))
                    missing.insert(name);
            }
        });
        QVERIFY2(missing.empty(), qPrintable(missing.empty() ? QString() : *missing.begin()));
        QVERIFY(known > 1000);
    }

    // The same in one page: what is joined under one name is told apart by its labels.
    void joinedPagesYieldEverySubject()
    {
        std::string all;
        std::map<std::string, int> gpus;
        for (const char *const file : {"dcgm-exporter/pod_labels_freelens.prom", "ascend-npu-exporter/prometheus_metrics", "synthetic/vllm_v1_two_engines.prom", "sglang/production_metrics_doc_sample.txt"})
            all += read(kShared + QStringLiteral("/metrics/") + QLatin1String(file)) + "\n";
        if (all.size() < 100)
            QSKIP("these pages are not on this machine");
        const MappedPoll mapped = mapPage(readMetricsPage(all, ExpositionFormat::Prometheus));
        QCOMPARE(QString::fromStdString(mapped.dialects), QStringLiteral("dcgm,ascend,vllm,sglang"));
        QCOMPARE(std::ranges::count_if(mapped.subjects, &Subject::isGpu), std::ptrdiff_t(12));
        QCOMPARE(std::ranges::count_if(mapped.subjects, &Subject::isServing), std::ptrdiff_t(3));
    }

private:
    template<class Use>
    static void forEachPage(Use use)
    {
        for (const char *const folder : {"amd-device-metrics-exporter", "ascend-npu-exporter", "dcgm-exporter", "llama.cpp", "node_exporter", "nvidia_gpu_exporter", "sglang", "synthetic", "triton", "trtllm-serve", "vllm"}) {
            const QDir dir(kShared + QStringLiteral("/metrics/") + QLatin1String(folder));
            for (const QString &name : dir.entryList(QDir::Files))
                if (!name.endsWith(QLatin1String(".csv")) && !name.endsWith(QLatin1String(".json")))
                    use(dir.filePath(name));
        }
    }
};

QTEST_APPLESS_MAIN(GenuinePagesTest)
#include "tst_genuine_pages.moc"
