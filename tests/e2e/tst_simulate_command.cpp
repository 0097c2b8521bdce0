// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/headroom_process.h"
#include "support/test_case.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <vector>

using headroom::test::ProcessAnswer;
using headroom::test::runHeadroom;

namespace {

struct Row {
    double arrival = 0, firstToken = 0, end = 0, input = 0, output = 0;
};

// As the contract has it: linear between order statistics.
double percentile(std::vector<double> values, double q)
{
    std::ranges::sort(values);
    const double position = q * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(position);
    const std::size_t high = std::min(low + 1, values.size() - 1);
    return values[low] + (values[high] - values[low]) * (position - static_cast<double>(low));
}

bool near(double a, double b, double relative)
{
    return std::abs(a - b) <= relative * std::abs(b);
}

} // namespace

// The command line's contract for simulate, from outside.
class SimulateCommandTest : public headroom::test::TestCase {
Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const char *name, const QByteArray &content) const
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", name);
        return path;
    }

    // 70B on H200, at this peak: the cache is nowhere near full.
    QString scenario(double peak, const char *more = "") const
    {
        return file("scenario.json", QByteArray(R"({"model":{"id":"llama-3.1-70b"},"hardware":{"gpus":["h200-sxm"]},"demand":{"peak_rps":)") + QByteArray::number(peak) + more + "}}");
    }

    std::vector<Row> rows(const QString &path) const
    {
        QFile csv(path);
        if (!csv.open(QIODevice::ReadOnly) || csv.readLine() != "id,arrival_s,first_token_s,end_s,input_tokens,output_tokens\n")
            return {};
        std::vector<Row> all;
        while (!csv.atEnd()) {
            const QList<QByteArray> cells = csv.readLine().trimmed().split(',');
            if (cells.size() != 6 || cells[0].toInt() != static_cast<int>(all.size()) + 1)
                return {};
            all.push_back({cells[1].toDouble(), cells[2].toDouble(), cells[3].toDouble(), cells[4].toDouble(), cells[5].toDouble()});
        }
        return all;
    }

    // 600 requests at two a second on average: evenly, or thirty at once every fifteen seconds.
    QString trace(bool bursts) const
    {
        QByteArray text("time_s,input_tokens,output_tokens\n");
        for (int i = 0; i < 600; ++i)
            text += QByteArray::number(bursts ? i / 30 * 15.0 : i * 0.5) + ",1000,200\n";
        return file(bursts ? "bursts.csv" : "even.csv", text);
    }

private slots:
    void everyPercentileIsThatOfTheRequests()
    {
        const QString csv = m_folder.filePath("requests.csv");
        const ProcessAnswer answer = runHeadroom({"simulate", scenario(8), "--requests", "3000", "--seed", "5", "--requests-csv", csv, "--json"});
        QVERIFY2(answer.exit == 0, answer.told);
        const QJsonObject json = answer.json();
        QCOMPARE(json["requests"].toInt(), 3000);
        QCOMPARE(json["seed"].toInt(), 5);
        const std::vector<Row> all = rows(csv);
        QCOMPARE(all.size(), std::size_t(3000));
        std::vector<double> ttft, tpot, e2e;
        double gaps = 0;
        double between = 0;
        double input = 0;
        double good = 0;
        for (const Row &r : all) {
            QVERIFY(r.arrival >= 0 && r.arrival < r.firstToken && r.firstToken <= r.end);
            ttft.push_back((r.firstToken - r.arrival) * 1e3);
            e2e.push_back((r.end - r.arrival) * 1e3);
            if (r.output > 1)
                tpot.push_back((r.end - r.firstToken) / (r.output - 1) * 1e3);
            gaps += r.output - 1;
            between += (r.end - r.firstToken) * 1e3;
            input += r.input;
            good += ttft.back() <= 2000 && (r.output < 2 || tpot.back() <= 100) ? 1 : 0;
        }
        const auto check = [&](const char *key, const std::vector<double> &values) {
            const QJsonObject printed = json[key].toObject();
            double sum = 0;
            for (const double v : values)
                sum += v;
            QVERIFY(near(printed["mean"].toDouble(), sum / static_cast<double>(values.size()), 1e-6));
            for (const auto &[name, q] : {std::pair("p50", 0.5), std::pair("p90", 0.9), std::pair("p95", 0.95), std::pair("p99", 0.99)}) {
                QVERIFY2(near(printed[name].toDouble(), percentile(values, q), 1e-6), qPrintable(QString("%1 %2: %3, %4").arg(key, name).arg(printed[name].toDouble()).arg(percentile(values, q))));
                QVERIFY(printed["low"].toObject()[name].toDouble() <= printed[name].toDouble() && printed[name].toDouble() <= printed["high"].toObject()[name].toDouble());
            }
        };
        check("ttft_ms", ttft);
        check("tpot_ms", tpot);
        check("e2e_ms", e2e);
        QVERIFY(near(json["itl_ms"].toObject()["mean"].toDouble(), between / gaps, 1e-6));
        QVERIFY(near(input / 3000, 500, 0.05));
        QVERIFY(near(json["goodput_rps"].toDouble(), json["throughput_rps"].toDouble() * good / 3000, 1e-6));
        // It carries its load, and nothing grows.
        QVERIFY(near(json["throughput_rps"].toDouble(), 8, 0.06));
        QVERIFY(near(json["output_tokens_per_s"].toDouble(), 8 * 300, 0.08));
        QCOMPARE(json["overloaded"].toBool(), false);
        for (const char *key : {"duration_s", "layout", "kv_occupancy_ratio", "preemptions", "queue_max"})
            QVERIFY2(json.contains(key) && !json[key].isNull(), key);
        QCOMPARE(json["layout"].toObject()["gpu"].toString(), QStringLiteral("h200-sxm"));
        QVERIFY(json["kv_occupancy_ratio"].toObject()["mean"].toDouble() <= json["kv_occupancy_ratio"].toObject()["max"].toDouble());
    }

    void theSeedDecides()
    {
        const QStringList words{"simulate", scenario(8), "--requests", "500", "--json", "--seed"};
        const QByteArray first = runHeadroom(words + QStringList{"1"}).out;
        QCOMPARE(runHeadroom(words + QStringList{"1"}).out, first);
        QVERIFY(runHeadroom(words + QStringList{"2"}).out != first);
    }

    void burstsAtTheSameMeanMoveP99()
    {
        const QString given = scenario(2);
        const QJsonObject even = runHeadroom({"simulate", given, "--trace", trace(false), "--json"}).json();
        const QJsonObject bursts = runHeadroom({"simulate", given, "--trace", trace(true), "--json"}).json();
        QCOMPARE(even["requests"].toInt(), 600);
        QCOMPARE(bursts["requests"].toInt(), 600);
        QVERIFY(bursts["ttft_ms"].toObject()["p99"].toDouble() > 2 * even["ttft_ms"].toObject()["p99"].toDouble());
        // The same by the scenario's own field.
        double last = 0;
        for (const char *more : {R"(,"burstiness":0)", "", R"(,"burstiness":4)"}) {
            const QJsonObject json = runHeadroom({"simulate", scenario(8, more), "--requests", "4000", "--json"}).json();
            QVERIFY(near(json["throughput_rps"].toDouble(), 8, 0.1));
            QVERIFY2(json["ttft_ms"].toObject()["p99"].toDouble() > last, more);
            last = json["ttft_ms"].toObject()["p99"].toDouble();
        }
    }

    void lengthsSpreadAsTheScenarioSays()
    {
        const QString csv = m_folder.filePath("spread.csv");
        QCOMPARE(runHeadroom({"simulate", scenario(8, R"(,"input_tokens_p95":1500,"output_tokens_p95":350)"), "--requests", "5000", "--requests-csv", csv}).exit, 0);
        std::vector<double> input, output;
        for (const Row &r : rows(csv)) {
            input.push_back(r.input);
            output.push_back(r.output);
        }
        QVERIFY(near(percentile(input, 0.95), 1500, 0.06));
        QVERIFY(near(percentile(output, 0.95), 350, 0.03));
    }

    void aTraceIsSimulatedAsRecorded()
    {
        const QString csv = m_folder.filePath("traced.csv");
        const ProcessAnswer answer = runHeadroom({"simulate", scenario(2), "--trace", trace(false), "--requests", "100", "--requests-csv", csv});
        QCOMPARE(answer.exit, 0);
        QVERIFY(answer.out.contains("100 recorded requests"));
        const std::vector<Row> all = rows(csv);
        QCOMPARE(all.size(), std::size_t(100));
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].arrival, static_cast<double>(i) * 0.5);
            QVERIFY(all[i].input == 1000 && all[i].output == 200);
        }
    }

    void aFixedLayoutThatIsTooSmallIsSimulatedAndSaidToBe()
    {
        const QString fixed = file("fixed.json", R"({"model":{"id":"llama-3.1-8b"},"hardware":{"gpus":["l4"]},"demand":{"peak_rps":50},"layout":{"gpus":1}})");
        const ProcessAnswer answer = runHeadroom({"simulate", fixed, "--requests", "1000", "--json"});
        QCOMPARE(answer.exit, 1);
        const QJsonObject json = answer.json();
        QCOMPARE(json["layout"].toObject()["gpus"].toInt(), 1);
        QCOMPARE(json["overloaded"].toBool(), true);
        // What one card carries, over the whole run, not what came out while the queue built up.
        QVERIFY(json["throughput_rps"].toDouble() > 0.2 && json["throughput_rps"].toDouble() < 10);
    }

    void whatIsWrongIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("line");
        const QString given = file("any.json", R"({"model":{"id":"llama-3.1-70b"},"demand":{"peak_rps":8}})");
        const QByteArray header("time_s,input_tokens,output_tokens\n");
        const auto trace = [&](const char *name, const QByteArray &content) { return QStringList{given, "--trace", file(name, header + content)}; };
        QTest::newRow("no requests") << QStringList{given, "--requests", "0"} << 2 << "bad_value" << 0;
        QTest::newRow("negative requests") << QStringList{given, "--requests", "-5"} << 2 << "bad_value" << 0;
        QTest::newRow("half a request") << QStringList{given, "--requests", "1.5"} << 2 << "bad_value" << 0;
        QTest::newRow("too many requests") << QStringList{given, "--requests", "99999999999"} << 2 << "bad_value" << 0;
        QTest::newRow("requests that are not a number") << QStringList{given, "--requests", "nan"} << 2 << "bad_value" << 0;
        QTest::newRow("a seed that is not one") << QStringList{given, "--seed", "x"} << 2 << "bad_value" << 0;
        QTest::newRow("no scenario") << QStringList{"/nonexistent.json"} << 3 << "not_found" << 0;
        QTest::newRow("no trace") << QStringList{given, "--trace", "/nonexistent.csv"} << 3 << "not_found" << 0;
        QTest::newRow("a folder as trace") << QStringList{given, "--trace", "/tmp"} << 3 << "unreadable" << 0;
        QTest::newRow("back in time") << trace("back.csv", "1,10,10\n0.5,10,10\n") << 2 << "bad_value" << 3;
        QTest::newRow("negative tokens") << trace("negative.csv", "1,-10,10\n") << 2 << "bad_value" << 2;
        QTest::newRow("no tokens") << trace("zero.csv", "1,10,0\n") << 2 << "bad_value" << 2;
        QTest::newRow("tokens that are not a number") << trace("nan.csv", "1,nan,10\n") << 2 << "bad_value" << 2;
        QTest::newRow("absurd tokens") << trace("absurd.csv", "1,1e30,10\n") << 2 << "bad_value" << 2;
        QTest::newRow("a request that no replica holds") << trace("huge.csv", "1,9000000,10\n") << 2 << "bad_value" << 0;
        QTest::newRow("unwritable requests") << QStringList{given, "--requests", "100", "--requests-csv", "/nonexistent/out.csv"} << 3 << "unwritable" << 0;
        QTest::newRow("no demand") << QStringList{file("idle.json", R"({"demand":{"users":0}})")} << 2 << "bad_value" << 0;
        QTest::newRow("holds nothing") << QStringList{file("small.json", R"({"model":{"id":"llama-3.1-70b","format":"bf16"},"hardware":{"gpus":["l4"]},"layout":{"gpus":1}})")} << 2
                                       << "bad_value" << 0;
        QTest::newRow("a p95 under its mean") << QStringList{file("spread.json", R"({"demand":{"output_tokens_mean":300,"output_tokens_p95":200}})")} << 2 << "bad_value" << 0;
        QTest::newRow("absurd burstiness") << QStringList{file("burst.json", R"({"demand":{"burstiness":-1}})")} << 2 << "bad_value" << 0;
        QTest::newRow("unknown field") << QStringList{file("bad.json", R"({"demand":{"userz":5}})")} << 2 << "unknown_field" << 0;
    }
    void whatIsWrongIsSaidWithItsPlace()
    {
        QFETCH(QStringList, words);
        QFETCH(int, exit);
        QFETCH(QString, code);
        QFETCH(int, line);
        const ProcessAnswer answer = runHeadroom(QStringList{"simulate", "--json"} + words);
        QVERIFY2(answer.exit == exit, answer.told);
        const QJsonObject error = answer.error();
        QCOMPARE(error["code"].toString(), code);
        if (line > 0)
            QCOMPARE(error["line"].toInt(), line);
        QVERIFY(answer.told.startsWith("headroom: "));
        QVERIFY(!error["text"].toString().isEmpty());
    }

    void aTraceOfFiveGigabytesIsRefusedAtOnce()
    {
        QFile huge(m_folder.filePath("huge_trace.csv"));
        QVERIFY(huge.open(QIODevice::WriteOnly));
        huge.write("time_s,input_tokens,output_tokens\n");
        QVERIFY(huge.resize(5LL * 1024 * 1024 * 1024)); // sparse
        huge.close();
        QElapsedTimer timer;
        timer.start();
        const ProcessAnswer answer = runHeadroom({"simulate", scenario(8), "--trace", huge.fileName(), "--json"});
        QVERIFY(huge.remove());
        QCOMPARE(answer.exit, 2);
        QCOMPARE(answer.error()["code"].toString(), QStringLiteral("too_large"));
        QVERIFY(timer.elapsed() < 30000);
    }
};

QTEST_APPLESS_MAIN(SimulateCommandTest)
#include "tst_simulate_command.moc"
