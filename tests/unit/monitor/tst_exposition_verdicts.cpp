// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a page is accepted, held against those who define the formats: the OpenMetrics corpus, Prometheus's own test
// cases, and promtool. Where Headroom differs on purpose, a table says where and why.
#include "support/test_case.h"

#include <monitor/exposition/exposition_parser.h>
#include <monitor/exposition/metrics_page.h>
#include <monitor/exposition/numbers.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <array>
#include <cmath>
#include <random>

using namespace headroom::monitor;

namespace {

const QString kData = QStringLiteral(HEADROOM_SHARED_DATA "/metrics");

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Accepted here, though the one who wrote the case refuses it.
struct Deviation {
    const char *file; // its end
    const char *reason;
};

constexpr std::array kTolerated{
    Deviation{"expfmt/fuzz/corpus/from_test_parse_error_0", "no final newline: exporters and saved pages leave it out"},
    Deviation{"expfmt/fuzz/corpus/from_test_parse_error_14", "TYPE after a sample: exporters that print family by family from several registries do that"},
    Deviation{"prometheus-textparse/promparse_good_input.txt", "promtool refuses blanks that Prometheus's own scraper accepts"},
    Deviation{"prometheus-textparse/1histogram.om.txt", "no final newline"},
};

const char *toleratedBecause(const QString &file)
{
    for (const Deviation &deviation : kTolerated)
        if (file.endsWith(QLatin1String(deviation.file)))
            return deviation.reason;
    return nullptr;
}

class FirstError final : public ExpositionVisitor {
public:
    void type(std::string_view, MetricType) override {}
    void help(std::string_view, std::string_view) override {}
    void unit(std::string_view, std::string_view) override {}
    void sample(const SampleView &) override { ++samples; }
    void error(const ExpositionError &error) override
    {
        if (text.isEmpty())
            text = QStringLiteral("%1:%2 %3").arg(error.line).arg(error.column).arg(QString::fromStdString(error.text));
    }

    int samples = 0;
    QString text;
};

FirstError parse(const QByteArray &page, ExpositionFormat format, ExpositionParser::Rules rules)
{
    FirstError seen;
    ExpositionParser parser(format, seen, rules);
    parser.feed({page.constData(), static_cast<std::size_t>(page.size())});
    parser.finish();
    return seen;
}

} // namespace

class ExpositionVerdictsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void agreesWithTheOpenMetricsCorpus_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("valid");
        const QDir folder(kData + QStringLiteral("/openmetrics-corpus/tests/testdata/parsers"));
        for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QJsonObject verdict = QJsonDocument::fromJson(read(folder.filePath(name + QStringLiteral("/test.json")))).object();
            QTest::newRow(qPrintable(name)) << folder.filePath(name + QStringLiteral("/metrics")) << verdict.value(QStringLiteral("shouldParse")).toBool();
        }
        if (!folder.exists())
            QTest::newRow("absent") << QString() << true;
    }
    void agreesWithTheOpenMetricsCorpus()
    {
        QFETCH(QString, file);
        QFETCH(bool, valid);
        if (file.isEmpty())
            QSKIP("the OpenMetrics corpus is not on this machine");
        const FirstError seen = parse(read(file), ExpositionFormat::OpenMetrics, ExpositionParser::Rules::Check);
        QVERIFY2(seen.text.isEmpty() == valid, qPrintable(seen.text));
    }

    // client_golang's reader, the one behind promtool.
    void agreesWithPrometheusOnItsOwnCases_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("valid");
        const QDir folder(kData + QStringLiteral("/prometheus-common/expfmt/fuzz/corpus"));
        for (const QString &name : folder.entryList(QDir::Files))
            QTest::newRow(qPrintable(name)) << folder.filePath(name) << (toleratedBecause(folder.filePath(name)) || !name.contains(QLatin1String("error")));
        if (!folder.exists())
            QTest::newRow("absent") << QString() << true;
    }
    void agreesWithPrometheusOnItsOwnCases()
    {
        QFETCH(QString, file);
        QFETCH(bool, valid);
        if (file.isEmpty())
            QSKIP("Prometheus's cases are not on this machine");
        const FirstError seen = parse(read(file), ExpositionFormat::Prometheus, ExpositionParser::Rules::Check);
        QVERIFY2(seen.text.isEmpty() == valid, qPrintable(seen.text));
    }

    // The scraper's readers hold pages to the grammar and not to the rules of families, as Headroom's sources do.
    void acceptsWhatPrometheusScrapes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("openMetrics");
        const auto row = [](const char *name, bool openMetrics) { QTest::newRow(name) << kData + QLatin1Char('/') + QLatin1String(name) << openMetrics; };
        row("prometheus-textparse/promparse_good_input.txt", false);
        row("prometheus-textparse/openmetricsparse_good_input.txt", true);
        row("prometheus-textparse/alltypes.5mfs.om.txt", true);
        row("prometheus-textparse/1histogram.om.txt", true);
        row("prometheus-textparse/alltypes.237mfs.prom.txt", false);
        row("prometheus-textparse/alltypes.237mfs.nometa.prom.txt", false);
        row("prometheus-common/expfmt/testdata/text", false);
    }
    void acceptsWhatPrometheusScrapes()
    {
        QFETCH(QString, file);
        QFETCH(bool, openMetrics);
        QByteArray page = read(file);
        if (page.isEmpty())
            QSKIP("this page is not on this machine");
        if (openMetrics && !page.contains("\n# EOF"))
            page += "\n# EOF\n"; // as Prometheus's own test adds it
        page.replace("\n\n# EOF", "\n# EOF");
        int samples = 0;
        for (const QByteArray &line : page.split('\n'))
            samples += !line.trimmed().isEmpty() && !line.trimmed().startsWith('#');
        const FirstError seen = parse(page, openMetrics ? ExpositionFormat::OpenMetrics : ExpositionFormat::Prometheus, ExpositionParser::Rules::Skip);
        QCOMPARE(seen.text, QString());
        QCOMPARE(seen.samples, samples);
    }

    void agreesOnZeroBytes_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<bool>("openMetrics");
        QTest::addColumn<bool>("valid");
        bool any = false;
        for (const bool openMetrics : {false, true}) {
            const QByteArray text = read(kData + (openMetrics ? QStringLiteral("/prometheus-textparse/openmetricsparse_nullbyte.json") : QStringLiteral("/prometheus-textparse/promparse_nullbyte.json")));
            int number = 0;
            for (const QJsonValue &one : QJsonDocument::fromJson(text).array()) {
                any = true;
                QTest::addRow("%s %d", openMetrics ? "openmetrics" : "prometheus", number++)
                    << one[QStringLiteral("input")].toString().toUtf8() << openMetrics << one[QStringLiteral("err")].toString().isEmpty();
            }
        }
        if (!any)
            QTest::newRow("absent") << QByteArray() << false << true;
    }
    void agreesOnZeroBytes()
    {
        QFETCH(QByteArray, page);
        QFETCH(bool, openMetrics);
        QFETCH(bool, valid);
        if (page.isEmpty())
            QSKIP("Prometheus's cases are not on this machine");
        const FirstError seen = parse(page, openMetrics ? ExpositionFormat::OpenMetrics : ExpositionFormat::Prometheus, ExpositionParser::Rules::Check);
        QVERIFY2(seen.text.isEmpty() == valid, qPrintable(seen.text));
    }

    // Every file of the data folder that is or could be a page, and what promtool says of it.
    void agreesWithPromtool()
    {
        if (!QDir(kData).exists())
            QSKIP("the genuine pages are not on this machine");
        const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP("promtool is not installed (Debian package prometheus)");
        static const QStringList kOthers{QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("gz")};
        int pages = 0;
        QDirIterator files(kData, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            if (file.contains(QLatin1String("openmetrics-corpus")) || kOthers.contains(QFileInfo(file).suffix()))
                continue;
            ++pages;
            QProcess process;
            process.setStandardInputFile(file);
            process.start(promtool, {QStringLiteral("check"), QStringLiteral("metrics")});
            QVERIFY(process.waitForFinished(30000));
            const bool accepted = process.exitCode() != 1; // 3: it parses, and the names could be better
            const FirstError seen = parse(read(file), ExpositionFormat::Prometheus, ExpositionParser::Rules::Check);
            if (toleratedBecause(file))
                QVERIFY2(!accepted && seen.text.isEmpty(), qPrintable(file + QStringLiteral(" is no deviation any more")));
            else
                QVERIFY2(seen.text.isEmpty() == accepted, qPrintable(file + QLatin1Char(' ') + seen.text + QString::fromUtf8(process.readAllStandardError())));
        }
        QVERIFY(pages > 60);
    }

    void readsBackWhatIsPrinted_data()
    {
        QTest::addColumn<bool>("openMetrics");
        QTest::newRow("prometheus") << false;
        QTest::newRow("openmetrics") << true;
    }
    void readsBackWhatIsPrinted()
    {
        QFETCH(bool, openMetrics);
        std::mt19937_64 random(20261126);
        const auto below = [&random](std::uint64_t limit) { return random() % limit; };
        static constexpr std::array kValues{0.0, -0.0, 1.0, 0.1, 1e-320, 5e-324, 1.7976931348623157e308, 123456789012345.0, 1234567890123456.0, 0.07500000000000001, 9.223372036854776e18, -273.15};
        static const std::array<std::string, 7> kTexts{"", "plain", "a \"quoted\" \\ text\nof two lines", "\xe4\xbd\xa0\xe5\xa5\xbd", "tab\t", "exactly8", "sixteen letters!"};
        for (int round = 0; round < 2000; ++round) {
            const bool utf8Name = below(4) == 0;
            const std::string name = utf8Name ? "http.\xe5\x90\x8d " + std::to_string(below(9)) : "metric:name_" + std::to_string(below(9));
            std::vector<std::pair<std::string, std::string>> labels;
            for (std::uint64_t i = below(5); i > 0; --i)
                labels.emplace_back((below(5) == 0 ? "dotted.name" : "label_") + std::to_string(i), kTexts[below(kTexts.size())]);
            double value = kValues[below(kValues.size())];
            if (below(3) == 0)
                value = std::ldexp(static_cast<double>(random()), static_cast<int>(below(1800)) - 1000);
            if (below(10) == 0)
                value = below(2) ? NAN : below(2) ? INFINITY : -INFINITY;
            const bool hasTime = below(2) == 0;
            const auto timeMs = static_cast<double>(below(std::uint64_t{1} << 41U));

            std::string text = utf8Name ? "{\"" + name + "\"" : name + (labels.empty() ? "" : "{");
            bool first = !utf8Name;
            for (const auto &[label, content] : labels) {
                text += first ? "" : ",";
                first = false;
                text += label.find('.') == std::string::npos ? label : "\"" + label + "\"";
                text += "=\"";
                for (const char c : content)
                    text += c == '\n' ? std::string("\\n") : c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
                text += "\"";
            }
            text += (utf8Name || !labels.empty() ? "} " : " ") + metricNumberText(value);
            if (hasTime)
                text += " " + (openMetrics ? metricNumberText(timeMs / 1000.0) : std::to_string(static_cast<std::int64_t>(timeMs)));
            text += openMetrics ? "\n# EOF\n" : "\n";

            const MetricsPage page = readMetricsPage(text, openMetrics ? ExpositionFormat::OpenMetrics : ExpositionFormat::Prometheus);
            QVERIFY2(page.errors.empty(), (text + (page.errors.empty() ? "" : page.errors[0].text)).c_str());
            QCOMPARE(page.series.size(), std::size_t(1));
            QCOMPARE(page.series[0].name, name);
            QVERIFY(page.series[0].labels == labels);
            const double again = page.series[0].samples[0].value;
            QVERIFY2(std::isnan(value) ? std::isnan(again) : again == value && std::signbit(again) == std::signbit(value), text.c_str());
            const auto time = page.series[0].samples[0].timestampMs;
            QCOMPARE(time.has_value(), hasTime);
            QVERIFY(std::abs(time.value_or(timeMs) - timeMs) < 0.001);
        }
    }
};

QTEST_GUILESS_MAIN(ExpositionVerdictsTest)
#include "tst_exposition_verdicts.moc"
