// SPDX-License-Identifier: GPL-3.0-or-later
// The alert rules, as they ship and as a person edits them, exported for Prometheus and judged by its own tool.
#include "support/test_case.h"

#include <monitor/alerts/alert_json.h>
#include <monitor/alerts/prometheus_rules.h>
#include <monitor/alerts/rule_overlay.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace headroom::monitor;

class PrometheusRulesTest : public headroom::test::TestCase {
Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_promtool;
    std::vector<AlertRule> m_shipped;
    std::size_t m_editedCount = 0;

    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray run(const QStringList &words, int &status)
    {
        QProcess tool;
        tool.setProcessChannelMode(QProcess::MergedChannels);
        tool.setWorkingDirectory(m_folder.path());
        tool.start(m_promtool, words);
        status = tool.waitForFinished(120000) ? tool.exitCode() : -1;
        return tool.readAll();
    }

private slots:
    void initTestCase()
    {
        m_promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
        if (m_promtool.isEmpty())
            m_promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"), {QStringLiteral(HEADROOM_SOURCE_DIR "/build/tools/usr/bin")});
        if (m_promtool.isEmpty())
            QSKIP("promtool is not installed (Debian package prometheus)");
        QFile file(QStringLiteral(HEADROOM_SOURCE_DIR "/resources/alerts/rules.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rules = alertRulesFromJson(file.readAll().toStdString());
        QVERIFY2(rules.has_value(), rules ? "" : rules.error().detail.c_str());
        write(QStringLiteral("rules.yaml"), QByteArray::fromStdString(prometheusRules(*rules)));
        m_shipped = *rules;
        // As a person may have edited them: cooler, one switched off, one of their own for everything that can be watched.
        std::vector<AlertRule> edited = m_shipped;
        for (AlertRule &rule : edited)
            if (rule.id == "gpu_temperature_high") {
                rule.threshold = 70;
                rule.clear = 65;
                rule.forSeconds = 120;
                rule.severity = AlertSeverity::Critical;
            } else if (rule.id == "queue_growing") {
                rule.enabled = false;
            }
        std::size_t own = 0;
        for (const CanonicalMetricInfo &info : kCanonicalMetrics) {
            AlertRule rule;
            rule.metric = info.metric;
            rule.quantile = info.shape == MetricShape::Distribution ? 0.95F : 0.0F;
            if (info.metric == CanonicalMetric::GpuMemUsedBytes)
                rule.dividedBy = CanonicalMetric::GpuMemTotalBytes;
            if (info.metric == CanonicalMetric::NodeMemUsedBytes)
                rule.dividedBy = CanonicalMetric::NodeMemTotalBytes;
            rule.prometheus = prometheusValue(rule.metric, rule.quantile, rule.dividedBy);
            if (rule.prometheus.empty())
                continue;
            rule.id = "own_" + std::to_string(++own);
            rule.threshold = 1.5;
            rule.clear = 1;
            rule.forSeconds = 60;
            rule.summary = std::string(info.id) + " \"of one's own\"";
            edited.push_back(rule);
        }
        QVERIFY2(own >= 20, "nothing of a person's own would reach Prometheus");
        m_editedCount = 12 + own;
        write(QStringLiteral("edited.yaml"), QByteArray::fromStdString(prometheusRules(edited)));
    }

    void promtoolAcceptsTheRules()
    {
        int status = 0;
        const QByteArray said = run({QStringLiteral("check"), QStringLiteral("rules"), QStringLiteral("rules.yaml")}, status);
        QVERIFY2(status == 0, said.constData());
        QVERIFY2(said.contains("13 rules found"), said.constData());
        const QByteArray edited = run({QStringLiteral("check"), QStringLiteral("rules"), QStringLiteral("edited.yaml")}, status);
        QVERIFY2(status == 0 && edited.contains(QByteArray::number(qulonglong(m_editedCount)) + " rules found"), edited.constData());
    }

    // "values" as promtool writes series; "firing": at these minutes and no others of those asked.
    void theRulesFireWhenTheyShould_data()
    {
        QTest::addColumn<QByteArray>("series");
        QTest::addColumn<QByteArray>("alert");
        QTest::addColumn<QByteArray>("labels");
        QTest::addColumn<QVector<int>>("firing");
        QTest::addColumn<QVector<int>>("silent");
        QTest::addColumn<QByteArray>("file");
        const QByteArray gpu = "gpu=\"0\", instance=\"n\"";
        QTest::newRow("source down") << QByteArray("up{instance=\"n\"}|1x3 0x10 1x10") << QByteArray("HeadroomSourceDown") << QByteArray("instance: n, severity: critical")
                                     << QVector<int>{7, 12} << QVector<int>{3, 5, 16} << QByteArray("rules.yaml");
        QTest::newRow("hot, with hysteresis") << QByteArray("DCGM_FI_DEV_GPU_TEMP{" + gpu + "}|70x4 90x9 82x9 79x9 82x9") << QByteArray("HeadroomGpuTemperatureHigh")
                                              << QByteArray("gpu: \"0\", instance: n, severity: warning") << QVector<int>{11, 18, 23} << QVector<int>{4, 8, 26, 40} << QByteArray("rules.yaml");
        QTest::newRow("an XID that appears, not one that stays") << QByteArray("DCGM_FI_DEV_XID_ERRORS{" + gpu + "}|31x19 79x40") << QByteArray("HeadroomGpuXidCritical")
                                                                 << QByteArray("gpu: \"0\", instance: n, severity: critical") << QVector<int>{21, 30} << QVector<int>{10, 19, 45} << QByteArray("rules.yaml");
        QTest::newRow("uncorrected errors") << QByteArray("DCGM_FI_DEV_ECC_DBE_VOL_TOTAL{" + gpu + "}|2x9 3x30") << QByteArray("HeadroomGpuEccUncorrected")
                                            << QByteArray("gpu: \"0\", instance: n, severity: critical") << QVector<int>{12, 30} << QVector<int>{5} << QByteArray("rules.yaml");
        QTest::newRow("KV cache full without preemptions is none") << QByteArray("vllm:kv_cache_usage_perc{model_name=\"m\"}|0.97x30;vllm:num_preemptions_total{model_name=\"m\"}|5x30")
                                                                   << QByteArray("HeadroomKvCachePressure") << QByteArray("model_name: m, severity: warning") << QVector<int>{} << QVector<int>{20} << QByteArray("rules.yaml");
        QTest::newRow("KV cache full with preemptions") << QByteArray("vllm:kv_cache_usage_perc{model_name=\"m\"}|0.97x30;vllm:num_preemptions_total{model_name=\"m\"}|5+3x30")
                                                        << QByteArray("HeadroomKvCachePressure") << QByteArray("model_name: m, severity: warning") << QVector<int>{20} << QVector<int>{3} << QByteArray("rules.yaml");
        QTest::newRow("queue that grows") << QByteArray("vllm:num_requests_waiting{model_name=\"m\"}|0x9 1+4x20 60x20 0x10") << QByteArray("HeadroomQueueGrowing")
                                          << QByteArray("model_name: m, severity: warning") << QVector<int>{20, 45} << QVector<int>{5, 55} << QByteArray("rules.yaml");
        QTest::newRow("idle for two days") << QByteArray("DCGM_FI_DEV_GPU_UTIL{" + gpu + "}|2x3100;DCGM_FI_DEV_FB_USED{" + gpu + "}|70000x3100;DCGM_FI_DEV_FB_FREE{" + gpu + "}|10000x3100")
                                           << QByteArray("HeadroomGpuIdleForDays") << QByteArray("gpu: \"0\", instance: n, severity: info") << QVector<int>{2900} << QVector<int>{2800} << QByteArray("rules.yaml");
        QTest::newRow("a GPU that vanishes") << QByteArray("DCGM_FI_DEV_GPU_TEMP{" + gpu + "}|50x10 _x20;up{instance=\"n\"}|1x40") << QByteArray("HeadroomGpuGone")
                                             << QByteArray("gpu: \"0\", instance: n, severity: critical") << QVector<int>{17} << QVector<int>{8, 30} << QByteArray("rules.yaml");
        const QByteArray board = "gpu: \"0\", instance: n, ";
        QTest::newRow("slowed by heat") << QByteArray("DCGM_FI_DEV_THERMAL_VIOLATION{" + gpu + "}|0x9 0+6000000000x20 120000000000x20") << QByteArray("HeadroomGpuThermalThrottling")
                                        << QByteArray(board + "severity: warning") << QVector<int>{20, 28} << QVector<int>{5, 12, 45} << QByteArray("rules.yaml");
        QTest::newRow("an XID of a program") << QByteArray("DCGM_FI_DEV_XID_ERRORS{" + gpu + "}|0x9 31x40") << QByteArray("HeadroomGpuXidWarning") << QByteArray(board + "severity: warning")
                                             << QVector<int>{12, 20} << QVector<int>{5, 30} << QByteArray("rules.yaml");
        QTest::newRow("an XID with its own time, twice the same") << QByteArray("nvidia_smi_xid_last_timestamp_seconds{uuid=\"u\", xid=\"79\"}|100x9 200x29 300x40") << QByteArray("HeadroomGpuXidCritical")
                                                                  << QByteArray("uuid: u, xid: \"79\", severity: critical") << QVector<int>{12, 42} << QVector<int>{5, 30, 60} << QByteArray("rules.yaml");
        QTest::newRow("row remapping failed") << QByteArray("DCGM_FI_DEV_ROW_REMAP_FAILURE{" + gpu + "}|0x9 1x20") << QByteArray("HeadroomGpuRowRemapFailure") << QByteArray(board + "severity: critical")
                                              << QVector<int>{11, 25} << QVector<int>{5} << QByteArray("rules.yaml");
        QTest::newRow("memory nearly full") << QByteArray("DCGM_FI_DEV_FB_USED{" + gpu + "}|79000x30 77500x20 70000x20;DCGM_FI_DEV_FB_FREE{" + gpu + "}|1000x30 2500x20 10000x20")
                                            << QByteArray("HeadroomGpuMemoryNearlyFull") << QByteArray(board + "severity: warning") << QVector<int>{12, 30, 45} << QVector<int>{5, 60} << QByteArray("rules.yaml");
        QTest::newRow("first token over its target") << QByteArray("vllm:time_to_first_token_seconds_bucket{model_name=\"m\", le=\"1\"}|0+10x60;vllm:time_to_first_token_seconds_bucket{model_name=\"m\", le=\"5\"}|0+100x60;"
                                                                   "vllm:time_to_first_token_seconds_bucket{model_name=\"m\", le=\"+Inf\"}|0+100x60")
                                                     << QByteArray("HeadroomTtftOverTarget") << QByteArray("model_name: m, severity: warning") << QVector<int>{20, 40} << QVector<int>{5} << QByteArray("rules.yaml");
        QTest::newRow("first token within its target") << QByteArray("vllm:time_to_first_token_seconds_bucket{model_name=\"m\", le=\"1\"}|0+99x60;vllm:time_to_first_token_seconds_bucket{model_name=\"m\", le=\"5\"}|0+100x60;"
                                                                     "vllm:time_to_first_token_seconds_bucket{model_name=\"m\", le=\"+Inf\"}|0+100x60")
                                                       << QByteArray("HeadroomTtftOverTarget") << QByteArray("") << QVector<int>{} << QVector<int>{20, 40} << QByteArray("rules.yaml");
        QTest::newRow("edited: cooler, sooner, critical") << QByteArray("DCGM_FI_DEV_GPU_TEMP{" + gpu + "}|60x4 72x9 66x9 64x9") << QByteArray("HeadroomGpuTemperatureHigh") << QByteArray(board + "severity: critical")
                                                          << QVector<int>{8, 18} << QVector<int>{4, 6, 26} << QByteArray("edited.yaml");
        QTest::newRow("edited: switched off") << QByteArray("vllm:num_requests_waiting{model_name=\"m\"}|0x9 1+4x20 60x20") << QByteArray("HeadroomQueueGrowing") << QByteArray("") << QVector<int>{} << QVector<int>{20}
                                              << QByteArray("edited.yaml");
    }

    void theRulesFireWhenTheyShould()
    {
        QFETCH(QByteArray, series);
        QFETCH(QByteArray, alert);
        QFETCH(QByteArray, labels);
        QFETCH(QVector<int>, firing);
        QFETCH(QVector<int>, silent);
        QFETCH(QByteArray, file);
        QByteArray test = "rule_files: [" + file + "]\nevaluation_interval: 1m\ntests:\n  - interval: 1m\n    input_series:\n";
        for (const QByteArray &one : series.split(';'))
            test += "      - series: '" + one.split('|')[0] + "'\n        values: '" + one.split('|')[1] + "'\n";
        test += "    alert_rule_test:\n";
        QFile rules(m_folder.filePath(QString::fromLatin1(file)));
        QVERIFY(rules.open(QIODevice::ReadOnly));
        const QByteArray text = rules.readAll();
        const QByteArray from = text.mid(text.indexOf("alert: " + alert));
        const qsizetype at = from.indexOf("summary: ") + 9;
        const QByteArray summary = from.mid(at, from.indexOf('\n', at) - at);
        for (const int minute : firing)
            test += "      - {eval_time: " + QByteArray::number(minute) + "m, alertname: " + alert + ", exp_alerts: [{exp_labels: {" + labels + "}, exp_annotations: {summary: " + summary + "}}]}\n";
        for (const int minute : silent)
            test += "      - {eval_time: " + QByteArray::number(minute) + "m, alertname: " + alert + "}\n";
        write(QStringLiteral("test.yaml"), test);
        int status = 0;
        const QByteArray said = run({QStringLiteral("test"), QStringLiteral("rules"), QStringLiteral("test.yaml")}, status);
        QVERIFY2(status == 0, said.constData());
    }
};

QTEST_GUILESS_MAIN(PrometheusRulesTest)
#include "tst_prometheus_rules.moc"
