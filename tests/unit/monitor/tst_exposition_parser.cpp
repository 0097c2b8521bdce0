// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <monitor/exposition/exposition_parser.h>
#include <monitor/exposition/metrics_page.h>

#include <QFile>

#include <cmath>

using namespace headroom::monitor;

namespace {

const QString kData = QStringLiteral(HEADROOM_SHARED_DATA "/metrics");

std::string read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// Counts, and remembers the first error.
class Counter final : public ExpositionVisitor {
public:
    void type(std::string_view, MetricType) override { ++types; }
    void help(std::string_view, std::string_view) override {}
    void unit(std::string_view, std::string_view) override {}
    void sample(const SampleView &sample) override
    {
        ++samples;
        sum += std::isfinite(sample.value) ? sample.value : 0.0;
    }
    void error(const ExpositionError &error) override
    {
        if (errors++ == 0)
            first = error;
    }

    int types = 0;
    int samples = 0;
    int errors = 0;
    double sum = 0.0;
    ExpositionError first;
};

QString firstError(const MetricsPage &page)
{
    return page.errors.empty() ? QString() : QStringLiteral("%1:%2 %3").arg(page.errors[0].line).arg(page.errors[0].column).arg(QString::fromStdString(page.errors[0].text));
}

} // namespace

class ExpositionParserTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void readsASampleLine()
    {
        const MetricsPage page = readMetricsPage("# HELP a one\\ntwo\n# TYPE a gauge\na{x=\"1\\\"2\\\\3\\n4\",y=\"\"} -1.5e3 1234\n", ExpositionFormat::Prometheus);
        QCOMPARE(firstError(page), QString());
        QCOMPARE(page.series.size(), std::size_t(1));
        const PageSeries &series = page.series[0];
        QCOMPARE(series.name, std::string("a"));
        QCOMPARE(series.help, std::string("one\ntwo"));
        QCOMPARE(series.type, MetricType::Gauge);
        QCOMPARE(series.labels.size(), std::size_t(2));
        QCOMPARE(series.labels[0].second, std::string("1\"2\\3\n4"));
        QCOMPARE(series.labels[1].second, std::string());
        QCOMPARE(series.samples[0].value, -1500.0);
        QCOMPARE(series.samples[0].timestampMs.value(), 1234.0);
    }

    void readsExemplarsUnitsAndFamilies()
    {
        const MetricsPage page = readMetricsPage("# TYPE a_seconds histogram\n# UNIT a_seconds seconds\na_seconds_bucket{le=\"1\"} 1 # {id=\"x\"} 0.5 1.25\n"
                                                 "a_seconds_bucket{le=\"+Inf\"} 2\na_seconds_count 2\na_seconds_sum 3\n# EOF\n",
            ExpositionFormat::OpenMetrics);
        QCOMPARE(firstError(page), QString());
        QCOMPARE(page.series[0].family, std::string("a_seconds"));
        QCOMPARE(page.series[0].unit, std::string("seconds"));
        QVERIFY(page.series[0].exemplar.has_value());
        QCOMPARE(page.series[0].exemplar->value, 0.5);
        QCOMPARE(page.series[0].exemplar->timestampMs.value(), 1250.0);
        QCOMPARE(page.series[3].family, std::string("a_seconds"));
    }

    void acceptsWhatExportersReallyWrite_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<int>("samples");
        QTest::newRow("empty page") << QByteArray() << 0;
        QTest::newRow("empty help") << QByteArray("# HELP a \n# HELP b\n# HELP\na 1\n") << 1;
        QTest::newRow("note") << QByteArray("# NOTE: this\n#\n#x\na 1\n") << 1;
        QTest::newRow("no final newline") << QByteArray("a 1") << 1;
        QTest::newRow("blanks after commas") << QByteArray("a{gpu=\"0\", UUID=\"x\"} 1\n") << 1;
        QTest::newRow("blanks everywhere") << QByteArray("  a { x = \"1\" , } \t 1  \t 5 \n") << 1;
        QTest::newRow("missing comma") << QByteArray("a{x=\"1\" y=\"2\"} 1\n") << 1;
        QTest::newRow("no type") << QByteArray("a 1\n") << 1;
        QTest::newRow("type after sample") << QByteArray("a 1\n# TYPE a counter\na{x=\"1\"} 1\n") << 2;
        QTest::newRow("type of another name") << QByteArray("# TYPE a histogram\nb_sum 1\nb_count 1\n") << 2;
        QTest::newRow("any order of a histogram") << QByteArray("# TYPE a histogram\na_count 1\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_bucket{le=\"1\"} 1\n") << 4;
        QTest::newRow("no bucket +Inf") << QByteArray("# TYPE a histogram\na_bucket{le=\"0.07500000000000001\"} 1\n") << 1;
        QTest::newRow("timestamp in ms") << QByteArray("a 1 1700000000000\n") << 1;
        QTest::newRow("sentinel") << QByteArray("a 9.223372036854776e+18\n") << 1;
        QTest::newRow("colons") << QByteArray("a:b:c 1\n") << 1;
        QTest::newRow("exponent") << QByteArray("a 4.950195e+06\n") << 1;
        QTest::newRow("not finite") << QByteArray("a NaN\nb +Inf\nc -Inf\nd inf\ne infinity\nf nan\n") << 6;
        QTest::newRow("the same TYPE twice") << QByteArray("# TYPE a gauge\n# HELP a x\na 1\n# HELP a x\n# TYPE a gauge\na 2\n") << 2;
        QTest::newRow("zero byte in a value") << QByteArray("a{b=\"\0c\"} 1\n", 12) << 1;
        QTest::newRow("quoted names") << QByteArray("# TYPE \"http.status\" gauge\n{\"http.status\",q=\"0.9\"} 1\n{a=\"b\",\"x y\"} 2\n{\"z\",\"a.b\"=\"c\"} 3\n") << 3;
        QTest::newRow("utf-8 value") << QByteArray("a{b=\"\xe4\xbd\xa0\xe5\xa5\xbd\"} 1\n") << 1;
    }
    void acceptsWhatExportersReallyWrite()
    {
        QFETCH(QByteArray, page);
        QFETCH(int, samples);
        Counter counter;
        ExpositionParser parser(ExpositionFormat::Prometheus, counter);
        parser.feed({page.constData(), static_cast<std::size_t>(page.size())});
        parser.finish();
        QVERIFY2(counter.errors == 0, counter.first.text.c_str());
        QCOMPARE(counter.samples, samples);
    }

    void refusesWithLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("no value") << QByteArray("a 1\nb\n") << 2 << 2;
        QTest::newRow("not a number") << QByteArray("a{x=\"1\"} blubb\n") << 1 << 10;
        QTest::newRow("hexadecimal") << QByteArray("a 0x1\n") << 1 << 3;
        QTest::newRow("underscore") << QByteArray("a 1_000\n") << 1 << 3;
        QTest::newRow("only a sign") << QByteArray("a +\n") << 1 << 3;
        QTest::newRow("two signs") << QByteArray("a +-1\n") << 1 << 3;
        QTest::newRow("too large") << QByteArray("a 1e400\n") << 1 << 3;
        QTest::newRow("fraction as timestamp") << QByteArray("a 1 2.5\n") << 1 << 5;
        QTest::newRow("too much on a line") << QByteArray("a 1 2 3\n") << 1 << 7;
        QTest::newRow("bad escape") << QByteArray("a{b=\"\\t\"} 1\n") << 1 << 6;
        QTest::newRow("value over two lines") << QByteArray("a{b=\"x\ny\"} 1\n") << 1 << 5;
        QTest::newRow("no quotes") << QByteArray("a{b=c} 1\n") << 1 << 5;
        QTest::newRow("label twice") << QByteArray("a{b=\"1\",b=\"2\"} 1\n") << 1 << 9;
        QTest::newRow("reserved label") << QByteArray("a{__name__=\"b\"} 1\n") << 1 << 3;
        QTest::newRow("no name") << QByteArray("{b=\"1\"} 1\n") << 1 << 1;
        QTest::newRow("two commas") << QByteArray("a{b=\"1\",,} 1\n") << 1 << 9;
        QTest::newRow("unknown type") << QByteArray("# TYPE a bla\n") << 1 << 10;
        QTest::newRow("bad name in type") << QByteArray("# TYPE met-ric gauge\n") << 1 << 8;
        QTest::newRow("two types") << QByteArray("# TYPE a counter\n# TYPE a gauge\n") << 2 << 8;
        QTest::newRow("two helps") << QByteArray("# HELP a one\n# HELP a two\n") << 2 << 8;
        QTest::newRow("bound is no number") << QByteArray("# TYPE a histogram\na_bucket{le=\"x\"} 1\n") << 2 << 1;
        QTest::newRow("quantile is no number") << QByteArray("# TYPE a summary\na{quantile=\"x\"} 1\n") << 2 << 1;
        QTest::newRow("not UTF-8") << QByteArray("a{b=\"\xff\xfe\"} 1\n") << 1 << 6;
        QTest::newRow("truncated") << QByteArray("a 1\nb{c=\"d") << 2 << 5;
        QTest::newRow("binary") << QByteArray("\x7f""ELF\x02\x01\x01\0\0\0", 10) << 1 << 1;
        QTest::newRow("html") << QByteArray("<html><body>") << 1 << 1;
    }
    void refusesWithLineAndColumn()
    {
        QFETCH(QByteArray, page);
        QFETCH(int, line);
        QFETCH(int, column);
        const MetricsPage parsed = readMetricsPage({page.constData(), static_cast<std::size_t>(page.size())}, ExpositionFormat::Prometheus);
        QVERIFY(!parsed.errors.empty());
        QVERIFY2(parsed.errors[0].line == line && parsed.errors[0].column == column, qPrintable(firstError(parsed)));
    }

    void goesOnAfterAnError()
    {
        const MetricsPage page = readMetricsPage("a 1\nb x\nc 3\n", ExpositionFormat::Prometheus);
        QCOMPARE(page.series.size(), std::size_t(2));
        QCOMPARE(page.errors.size(), std::size_t(1));
    }

    void readsTheSameInPiecesOfAnySize()
    {
        const std::string page = "# TYPE a counter\r\n# HELP b x\\\\y\nb{l=\"\\\"\"} 1\nc 2\nd{e=\"f\"} 3 4\nno newline";
        const MetricsPage whole = readMetricsPage(page, ExpositionFormat::Prometheus);
        for (std::size_t piece = 1; piece < page.size(); ++piece) {
            Counter counter;
            ExpositionParser parser(ExpositionFormat::Prometheus, counter);
            for (std::size_t at = 0; at < page.size(); at += piece)
                parser.feed(std::string_view(page).substr(at, piece));
            parser.finish();
            QCOMPARE(std::size_t(counter.samples), whole.series.size());
            QCOMPARE(std::size_t(counter.errors), whole.errors.size());
        }
    }

    void staysWithinItsLimits_data()
    {
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<bool>("overLimit");
        QTest::newRow("an endless line") << QByteArray("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") << true;
        QTest::newRow("an endless page") << QByteArray("a 1\n") << true;
        QTest::newRow("endless labels") << QByteArray("a{") + QByteArray("x=\"1\",").repeated(3) << true;
        QTest::newRow("endless errors") << QByteArray("!\n") << false;
    }
    void staysWithinItsLimits()
    {
        QFETCH(QByteArray, unit);
        QFETCH(bool, overLimit);
        ExpositionLimits limits;
        limits.bytes = 4U << 20U;
        limits.lineBytes = 65536;
        Counter counter;
        ExpositionParser parser(ExpositionFormat::Prometheus, counter, ExpositionParser::Rules::Check, limits);
        std::size_t fed = 0;
        while (parser.feed({unit.constData(), static_cast<std::size_t>(unit.size())}) && fed < (16U << 20U))
            fed += static_cast<std::size_t>(unit.size());
        parser.finish();
        QVERIFY(fed <= limits.bytes);
        QVERIFY(counter.errors >= 1 && counter.errors <= 101);
        Q_UNUSED(overLimit)
    }

    void refusesAMillionLabels()
    {
        std::string page = "a{";
        for (int i = 0; i < 1'000'000; ++i)
            page += "l" + std::to_string(i) + "=\"\",";
        page += "} 1\nb 2\n";
        ExpositionLimits limits;
        const MetricsPage lines = readMetricsPage(page, ExpositionFormat::Prometheus, limits);
        QCOMPARE(lines.errors.size(), std::size_t(1)); // the line is too long
        limits.lineBytes = page.size();
        const MetricsPage labels = readMetricsPage(page, ExpositionFormat::Prometheus, limits);
        QCOMPARE(labels.errors.size(), std::size_t(1));
        QVERIFY(labels.errors[0].text.find("256 labels") != std::string::npos);
        QCOMPARE(labels.series.size(), std::size_t(1));
    }

    void refusesMoreSamplesThanItReads()
    {
        ExpositionLimits limits;
        limits.samples = 10;
        const MetricsPage page = readMetricsPage(std::string("a 1\n") + std::string(4000, '\n') + "b 1\nc 1\nd 1\ne 1\nf 1\ng 1\nh 1\ni 1\nj 1\nk 1\nl 1\n", ExpositionFormat::Prometheus, limits);
        QCOMPARE(page.errors.size(), std::size_t(1));
        QVERIFY(page.errors[0].overLimit);
        QCOMPARE(page.series.size(), std::size_t(10));
    }

    void tellsTheFormatByItsLastLine()
    {
        QCOMPARE(detectExpositionFormat("a 1\n# EOF\n"), ExpositionFormat::OpenMetrics);
        QCOMPARE(detectExpositionFormat("# EOF"), ExpositionFormat::OpenMetrics);
        QCOMPARE(detectExpositionFormat("a 1\n# EOF x\n"), ExpositionFormat::Prometheus);
        QCOMPARE(detectExpositionFormat(""), ExpositionFormat::Prometheus);
    }

    void readsGenuinePages_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("atLeast");
        const std::pair<const char *, int> pages[]{{"dcgm-exporter/pod_labels_freelens.prom", 20}, {"dcgm-exporter/tesla_t4_datadog.txt", 15}, {"dcgm-exporter/xid_freelens.prom", 4},
            {"vllm/vllm_v0_opt125m_datadog.txt", 100}, {"vllm/vllm_v1_idle_freelens.prom", 20}, {"vllm/dynamo_doc_sample.txt", 5}, {"vllm/fixture_llmprobe.txt", 5}, {"vllm/fixture_chimeraforge.txt", 10},
            {"sglang/production_metrics_doc_sample.txt", 50}, {"sglang/fixture_chimeraforge.txt", 5}, {"synthetic/vllm_v1_two_engines.prom", 500}, {"llama.cpp/metrics_busy.txt", 8},
            {"node_exporter/e2e-output.txt", 2000}, {"node_exporter/live_node_exporter_1.5.txt", 500}, {"triton/doc_histogram_malformed.txt", 5}, {"triton/doc_summary.txt", 5},
            {"triton/tensorrtllm_backend_readme_0.txt", 5}, {"trtllm-serve/dynamo_doc_sample.txt", 5}, {"amd-device-metrics-exporter/metrics_mini.txt", 5}, {"ascend-npu-exporter/prometheus_metrics", 5},
            {"ascend-npu-exporter/prometheus_metrics2", 2}, {"nvidia_gpu_exporter/demo__seeded.metrics", 50}, {"nvidia_gpu_exporter/linux-x86_64__nvidia-h100-80gb-hbm3__590.48.01__load.metrics", 100},
            {"prometheus-http-api/live/federate.txt", 5}, {"prometheus-http-api/live/prometheus_self_metrics.txt", 100}, {"prometheus-common/expfmt/testdata/text", 100},
            {"prometheus-textparse/promparse_good_input.txt", 20}, {"prometheus-textparse/alltypes.237mfs.prom.txt", 1000}, {"prometheus-textparse/alltypes.237mfs.nometa.prom.txt", 1000}};
        for (const auto &[name, atLeast] : pages)
            QTest::newRow(name) << kData + QLatin1Char('/') + QLatin1String(name) << atLeast;
    }
    void readsGenuinePages()
    {
        QFETCH(QString, file);
        QFETCH(int, atLeast);
        if (!QFile::exists(file))
            QSKIP("this page is not on this machine");
        const std::string text = read(file);
        const MetricsPage page = readMetricsPage(text, ExpositionFormat::Prometheus);
        QVERIFY2(page.errors.empty(), qPrintable(firstError(page)));
        QVERIFY2(page.series.size() >= std::size_t(atLeast), qPrintable(QString::number(page.series.size())));
    }

    void survivesEveryTruncationOfAGenuinePage()
    {
        const std::string text = read(kData + QStringLiteral("/dcgm-exporter/pod_labels_freelens.prom"));
        if (text.empty())
            QSKIP("this page is not on this machine");
        for (std::size_t length = 0; length < text.size(); ++length) {
            const MetricsPage page = readMetricsPage(std::string_view(text).substr(0, length), ExpositionFormat::Prometheus);
            QVERIFY(page.errors.size() <= 1);
        }
    }
};

QTEST_APPLESS_MAIN(ExpositionParserTest)
#include "tst_exposition_parser.moc"
