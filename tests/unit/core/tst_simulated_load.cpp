// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <core/serving/arrival_process.h>
#include <core/workload/recorded_load.h>
#include <core/workload/token_lengths.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

using namespace headroom::core;

namespace {

struct Moments {
    double mean = 0, variance = 0;
};

Moments momentsOf(const std::function<double()> &draw, int n = 200000)
{
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; ++i) {
        const double v = draw();
        sum += v;
        squares += v * v;
    }
    return {sum / n, squares / n - sum / n * sum / n};
}

bool near(double a, double b, double relative)
{
    return std::abs(a - b) <= relative * std::abs(b);
}

} // namespace

// What comes to the simulator: random numbers, lengths, arrivals, recorded loads.
class SimulatedLoadTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void distributionsHaveTheirMoments_data()
    {
        QTest::addColumn<double>("shape");
        for (const double shape : {0.04, 0.3, 1.0, 2.5, 100.0})
            QTest::newRow(qPrintable(QString::number(shape))) << shape;
    }
    void distributionsHaveTheirMoments()
    {
        QFETCH(double, shape);
        Random random(42);
        const Moments gamma = momentsOf([&] { return random.gamma(shape); }, 1000000);
        QVERIFY2(near(gamma.mean, 1, 0.02), qPrintable(QString::number(gamma.mean)));
        QVERIFY2(near(gamma.variance, 1 / shape, 0.05), qPrintable(QString::number(gamma.variance * shape)));
        const Moments normal = momentsOf([&] { return random.normal(); });
        QVERIFY(std::abs(normal.mean) < 0.01 && near(normal.variance, 1, 0.02));
        const Moments exponential = momentsOf([&] { return random.exponential(); });
        QVERIFY(near(exponential.mean, 1, 0.01) && near(exponential.variance, 1, 0.03));
    }

    void lengthsHaveTheirMeanAndP95_data()
    {
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("p95");
        QTest::newRow("narrow") << 500.0 << 510.0;
        QTest::newRow("usual") << 500.0 << 1000.0;
        QTest::newRow("wide") << 300.0 << 900.0;
        QTest::newRow("widest") << 1000.0 << 3868.0;
    }
    void lengthsHaveTheirMeanAndP95()
    {
        QFETCH(double, mean);
        QFETCH(double, p95);
        const LengthSampler sampler(logNormalLength(mean, p95));
        Random random(7);
        std::vector<double> values(200000);
        for (double &v : values)
            v = sampler.draw(random);
        QVERIFY(near(momentsOf([&, i = std::size_t(0)]() mutable { return values[i++]; }).mean, mean, 0.02));
        std::ranges::sort(values);
        QVERIFY2(near(values[190000], p95, 0.03), qPrintable(QString::number(values[190000])));
        QVERIFY(values.front() >= 1 && values[199998] <= sampler.longest());
    }

    void otherLengthsKeepTheirShape()
    {
        Random random(3);
        QCOMPARE(LengthSampler(fixedLength(812.4)).draw(random), 812);
        const LengthSampler uniform({TokenLengths::Kind::Uniform80, 1000, 0, {}});
        const Moments m = momentsOf([&] { return uniform.draw(random); });
        QVERIFY(near(m.mean, 900, 0.002) && near(m.variance, 200.0 * 200 / 12, 0.02));
        const TokenLengths histogram{TokenLengths::Kind::Empirical, 0, 0, {{10, 1}, {100, 2}, {1000, 1}}};
        const LengthSampler empirical(histogram);
        QCOMPARE(meanOf(histogram), 302.5);
        QVERIFY(near(momentsOf([&] { return empirical.draw(random); }).mean, 302.5, 0.02));
    }

    void lengthsOutOfRangeAreSaid_data()
    {
        QTest::addColumn<TokenLengths>("lengths");
        QTest::newRow("zero") << fixedLength(0);
        QTest::newRow("negative") << fixedLength(-5);
        QTest::newRow("not a number") << fixedLength(std::nan(""));
        QTest::newRow("endless") << fixedLength(HUGE_VAL);
        QTest::newRow("p95 under the mean") << logNormalLength(100, 99);
        QTest::newRow("p95 too far") << logNormalLength(100, 390);
        QTest::newRow("p95 not a number") << logNormalLength(100, std::nan(""));
        QTest::newRow("no shares") << TokenLengths{TokenLengths::Kind::Empirical, 0, 0, {}};
        QTest::newRow("shares without weight") << TokenLengths{TokenLengths::Kind::Empirical, 0, 0, {{10, 0}}};
        QTest::newRow("an empty request") << TokenLengths{TokenLengths::Kind::Empirical, 0, 0, {{0, 1}}};
    }
    void lengthsOutOfRangeAreSaid()
    {
        QFETCH(TokenLengths, lengths);
        const auto valid = validate(lengths, "demand.output_tokens");
        QVERIFY(!valid.has_value());
        QVERIFY(valid.error().field.starts_with("demand.output_tokens"));
    }

    void arrivalsKeepTheirRateAndBurstiness_data()
    {
        QTest::addColumn<double>("burstiness");
        for (const double b : {0.0, 0.5, 1.0, 2.0, 5.0})
            QTest::newRow(qPrintable(QString::number(b))) << b;
    }
    void arrivalsKeepTheirRateAndBurstiness()
    {
        QFETCH(double, burstiness);
        ArrivalClock clock(openLoop(RequestsPerSecond(4), burstiness), 1);
        Nanoseconds last = 0;
        const Moments gap = momentsOf([&] {
            const Nanoseconds now = clock.next();
            const double seconds = toSeconds(now - last);
            last = now;
            return seconds;
        }, 400000);
        QVERIFY2(near(gap.mean, 0.25, 0.03), qPrintable(QString::number(gap.mean)));
        QVERIFY2(std::abs(std::sqrt(std::max(gap.variance, 0.0)) / gap.mean - burstiness) < 0.05 * burstiness + 1e-6, qPrintable(QString::number(gap.variance)));
    }

    void aTapeGivesWhatItsGeneratorGives()
    {
        const ArrivalProcess bursts = openLoop(RequestsPerSecond(5), 2);
        // More tapes than are kept, each asked again after the others, and past its end.
        for (int round = 0; round < 2; ++round)
            for (std::uint64_t seed = 1; seed <= 12; ++seed) {
                GapGenerator drawn(bursts, seed);
                TapeReader<GapGenerator> first(GapGenerator(bursts, seed)), second(GapGenerator(bursts, seed));
                const std::size_t length = DrawnTape<GapGenerator>::kLength;
                for (std::size_t i = 0; i < (seed == 1 ? length + 100 : 100); ++i) {
                    const double value = drawn();
                    QVERIFY(first.next() == value);
                    QVERIFY(second.next() == value);
                }
            }
    }

    void twoRatesMeetTheSameCrowd()
    {
        ArrivalClock slow(openLoop(RequestsPerSecond(1)), 9);
        ArrivalClock fast(openLoop(RequestsPerSecond(2)), 9);
        for (int i = 0; i < 100; ++i)
            QVERIFY(std::abs(toSeconds(slow.next()) - 2 * toSeconds(fast.next())) < 1e-6);
    }

    // --- recorded loads ---
    void aTraceIsRead()
    {
        const auto load = parseRecordedLoad("\xef\xbb\xbfid,output_tokens, time_s ,input_tokens\r\na,7,0.5,100\r\n\r\nb,8,0.5,200\nc,9,1e1,300", "t.csv");
        QVERIFY(load.has_value());
        const std::vector<RecordedRequest> expected{{500'000'000, 100, 7}, {500'000'000, 200, 8}, {10'000'000'000, 300, 9}};
        QCOMPARE(*load, expected);
    }

    void aBadTraceNamesItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("field");
        const QByteArray header("time_s,input_tokens,output_tokens\n");
        QTest::newRow("empty") << QByteArray() << 0 << "time_s";
        QTest::newRow("no column") << QByteArray("time_s,input_tokens\n1,2\n") << 1 << "output_tokens";
        QTest::newRow("no requests") << header << 1 << "";
        QTest::newRow("back in time") << header + "1,5,5\n2,5,5\n1.5,5,5\n" << 4 << "time_s";
        QTest::newRow("negative time") << header + "-1,5,5\n" << 2 << "time_s";
        QTest::newRow("time that is not a number") << header + "nan,5,5\n" << 2 << "time_s";
        QTest::newRow("endless time") << header + "inf,5,5\n" << 2 << "time_s";
        QTest::newRow("negative input") << header + "0,-5,5\n" << 2 << "input_tokens";
        QTest::newRow("no input") << header + "0,0,5\n" << 2 << "input_tokens";
        QTest::newRow("empty cell") << header + "0,,5\n" << 2 << "input_tokens";
        QTest::newRow("half a token") << header + "0,5,5.5\n" << 2 << "output_tokens";
        QTest::newRow("absurd output") << header + "0,5,1e300\n" << 2 << "output_tokens";
        QTest::newRow("word") << header + "0,5,many\n" << 2 << "output_tokens";
        QTest::newRow("short line") << header + "0,5,5\n0,5\n" << 3 << "";
        QTest::newRow("long line") << header + QByteArray(10000, '1') + "\n" << 2 << "";
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe,\n", 5) << 1 << "time_s";
    }
    void aBadTraceNamesItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, field);
        const auto load = parseRecordedLoad(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), "t.csv");
        QVERIFY(!load.has_value());
        QCOMPARE(load.error().line, line);
        QCOMPARE(QString::fromStdString(load.error().field), field);
        QCOMPARE(load.error().file, "t.csv");
        QVERIFY(load.error().detail.contains("accepted"));
    }

    void anyTextIsATraceOrAnError()
    {
        std::mt19937 random(5);
        const std::string seed = "time_s,input_tokens,output_tokens\n0,100,10\n0.25,2000,300\n1.5,7,1\n";
        static constexpr const char *kPieces[]{"-1", "nan", "1e308", "99999999999999999999", ",", "\n", "\"", "\r\n", "0x10", "1e-9", "\xff", ",,,,,,,"};
        for (int round = 0; round < 20000; ++round) {
            std::string text = seed;
            for (std::size_t edits = 1 + random() % 3; edits > 0; --edits) {
                const std::size_t at = random() % (text.size() + 1);
                switch (random() % 3) {
                case 0: text.resize(at); break;
                case 1: text.insert(at, kPieces[random() % std::size(kPieces)]); break;
                default: if (at < text.size()) text[at] = static_cast<char>(random() % 256); break;
                }
            }
            const auto load = parseRecordedLoad(text, "fuzzed");
            if (!load) {
                QVERIFY(!load.error().detail.empty());
                continue;
            }
            Nanoseconds last = 0;
            for (const RecordedRequest &r : *load) {
                QVERIFY(r.time >= last && r.input >= 1 && r.output >= 1 && r.input <= 10'000'000);
                last = r.time;
            }
        }
    }
};

QTEST_APPLESS_MAIN(SimulatedLoadTest)
#include "tst_simulated_load.moc"
