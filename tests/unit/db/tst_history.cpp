// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/history_series.h"
#include "support/test_case.h"

#include <db/history/history.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <limits>

using namespace headroom;
using namespace headroom::db;

namespace {

constexpr std::int64_t kStart = 1'770'000'000'000;   // a second and a minute begin here
constexpr std::int64_t kDay = 24 * 3600 * 1000;

HistoryOptions optionsFor(const QTemporaryDir &folder)
{
    HistoryOptions options;
    options.folder = folder.path().toStdString();
    options.fields = {{"gpu.power_w", 1}, {"gpu.temp_c", 0}};
    return options;
}

HistoryPoll pollOf(std::int64_t timeMs, double power, const std::string &source = "a")
{
    return {source, timeMs, {"gpu 0"}, {{0, 0, power}}};
}

void workOff(History &history)
{
    for (;;) {
        const auto more = history.work();
        QVERIFY2(more.has_value(), more ? "" : more.error().detail.c_str());
        if (!*more)
            return;
    }
}

HistoryAnswer answerOf(History &history, std::int64_t fromMs, std::int64_t toMs, int columns = 1000, std::vector<std::uint16_t> fields = {0})
{
    auto answer = history.read({{}, std::move(fields), fromMs, toMs, columns});
    return answer ? *std::move(answer) : HistoryAnswer{};
}

std::vector<float> valuesOf(const HistoryAnswer &answer)
{
    return answer.empty() || answer[0].series.empty() ? std::vector<float>() : answer[0].series[0].mean;
}

} // namespace

class HistoryTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    // A GPU that was taken out, and one that stays: in memory, in the tail, in chunks.
    void lastValuesAreTheNewestOfEachSeries_data()
    {
        QTest::addColumn<int>("polls");
        QTest::addColumn<bool>("reopened");
        QTest::newRow("in memory") << 10 << false;
        QTest::newRow("from the tail") << 10 << true;
        QTest::newRow("in chunks") << 1500 << true;
    }

    void lastValuesAreTheNewestOfEachSeries()
    {
        QFETCH(int, polls);
        QFETCH(bool, reopened);
        QTemporaryDir folder;
        auto history = History::open(optionsFor(folder));
        QVERIFY(history.has_value());
        for (int i = 0; i < polls; ++i)
            (*history)->record({"a", kStart + 5000 * i, {"stays", "goes"}, {{0, 1, 10.0 + i}, {1, 1, 500.0 + i}, {0, 0, 7}}});
        for (int i = 0; i < polls; ++i)
            (*history)->record({"a", kStart + 5000 * (polls + i), {"stays"}, {{0, 1, 2000.0 + i}}});
        QVERIFY((*history)->commit().has_value());
        workOff(**history);
        if (reopened) {
            (*history).reset();
            history = History::open(optionsFor(folder));
            QVERIFY(history.has_value());
        }
        auto last = (*history)->last(1);
        QVERIFY2(last.has_value(), last ? "" : last.error().detail.c_str());
        std::ranges::sort(*last, {}, &HistoryLast::subject);
        QCOMPARE(*last, (std::vector<HistoryLast>{{"a", "goes", 499.0 + polls}, {"a", "stays", 1999.0 + polls}}));
        QCOMPARE((*history)->last(2).error().code, core::ErrorCode::BadValue);
    }

    // Pods and machines come and go; what has not a value left is not a name any more either, and may come back.
    void namesThatVanishedAreForgotten()
    {
        QTemporaryDir folder;
        auto options = optionsFor(folder);
        auto history = History::open(options);
        QVERIFY(history.has_value());
        std::int64_t now = kStart;
        for (int day = 0; day < 20; ++day) {
            for (int i = 0; i < 100; ++i) {
                now = kStart + day * kDay + 60000 * i;
                (*history)->record({"a", now, {"stays", "pod of day " + std::to_string(day)}, {{0, 0, 5}, {1, 0, 6}, {1, 1, 6}}});
                if (day == 0)
                    (*history)->record(pollOf(now, 1, "was watched once"));
            }
            QVERIFY((*history)->commit().has_value());
            workOff(**history);
        }
        QCOMPARE((*history)->size()->series, 1 + 20 * 2 + 1);
        QVERIFY((*history)->retain(now).has_value());
        QCOMPARE((*history)->size()->series, 1 + 20 * 2 + 1); // minutes of all of them are kept
        now += 4000 * kDay;
        for (int i = 0; i < 10; ++i)
            (*history)->record({"a", now + 1000 * i, {"stays", "pod of day 3"}, {{0, 0, 5}, {1, 0, 9}}});
        QVERIFY((*history)->retain(now).has_value()); // closes what was open
        workOff(**history);
        QVERIFY((*history)->retain(now).has_value());
        QCOMPARE((*history)->size()->series, 2);
        const auto left = [&] { return answerOf(**history, now - kDay, now + kDay); };
        QCOMPARE(left().size(), std::size_t(1));
        QCOMPARE(left()[0].subjects, (std::vector<std::string>{"stays", "pod of day 3"}));
        QCOMPARE(left()[0].series.size(), std::size_t(2));
        // It is still whole, also after the way through the file, and takes names that it knew before.
        (*history)->record(pollOf(now + 20000, 1, "was watched once"));
        (*history)->record({"a", now + 20000, {"pod of day 7"}, {{0, 1, 3}}});
        QVERIFY((*history)->commit().has_value());
        (*history).reset();
        history = History::open(options);
        QVERIFY2(history.has_value(), history ? "" : history.error().detail.c_str());
        workOff(**history);
        QCOMPARE((*history)->size()->series, 4);
        QCOMPARE(left().size(), std::size_t(2));
        QCOMPARE((*history)->last(1)->size(), std::size_t(1));
        QVERIFY(*(*history)->check());
        QVERIFY((*history)->retain(now + 4000 * kDay).has_value());
        workOff(**history);
        QVERIFY((*history)->retain(now + 4000 * kDay).has_value());
        QCOMPARE((*history)->last(0)->size(), std::size_t(0));
        QCOMPARE((*history)->size()->series, 0);
    }

    void givesBackWhatWasPolled_data()
    {
        QTest::addColumn<int>("polls");
        QTest::addColumn<bool>("reopened");
        QTest::newRow("in memory") << 100 << false;
        QTest::newRow("from the tail") << 100 << true;
        QTest::newRow("chunks and memory") << 1000 << false;
        QTest::newRow("chunks and tail") << 1000 << true;
    }

    void givesBackWhatWasPolled()
    {
        QFETCH(int, polls);
        QFETCH(bool, reopened);
        QTemporaryDir folder;
        auto options = optionsFor(folder);
        options.fields = test::HistorySeries::fields();
        auto history = History::open(options);
        QVERIFY2(history.has_value(), history ? "" : history.error().detail.c_str());
        test::HistorySeries series(3);
        std::vector<HistoryPoll> given;
        for (int i = 0; i < polls; ++i) {
            given.push_back(series.poll("a", kStart + i * 5000 + i % 3)); // an exporter is never quite on time
            (*history)->record(given.back());
            if (i % 7 == 0)
                QVERIFY((*history)->commit().has_value());
            if (i % 50 == 0)
                workOff(**history);
        }
        if (reopened) {
            history->reset();
            history = History::open(options);
            QVERIFY(history.has_value());
        }
        for (std::uint16_t field = 0; field < options.fields.size(); ++field) {
            const HistoryAnswer answer = answerOf(**history, kStart, kStart + kDay, 10000, {field});
            QCOMPARE(answer.size(), std::size_t(1));
            QCOMPARE(answer[0].series.size(), std::size_t(3));
            // After reopening one more row, in which nobody polled.
            QCOMPARE(answer[0].times.size(), std::size_t(polls + (reopened ? 1 : 0)));
            for (const db::HistorySeries &one : answer[0].series) {
                for (std::size_t row = 0; row < given.size(); ++row) {
                    QCOMPARE(answer[0].times[row], double(given[row].timeMs) / 1000.0);
                    const double value = given[row].samples[one.subject * options.fields.size() + field].value;
                    const double step = std::pow(10.0, -options.fields[field].decimals);
                    const double near = std::max(0.51 * step, std::abs(value) * 1e-7); // a float's own steps
                    QVERIFY2(std::abs(double(one.mean[row]) - value) <= near, qPrintable(QStringLiteral("row %1: %2 for %3").arg(row).arg(double(one.mean[row])).arg(value)));
                }
                if (reopened)
                    QVERIFY(std::isnan(one.mean.back()));
            }
        }
    }

    void keepsGaps()
    {
        QTemporaryDir folder;
        auto history = History::open(optionsFor(folder));
        QVERIFY(history.has_value());
        for (int i = 0; i < 1200; ++i)
            (*history)->record(i % 5 == 3 ? HistoryPoll{"a", kStart + i * 1000, {}, {}} : pollOf(kStart + i * 1000, i));
        workOff(**history);
        const auto values = valuesOf(answerOf(**history, kStart, kStart + 1'199'000));
        QCOMPARE(values.size(), std::size_t(1200));
        for (int i = 0; i < 1200; ++i)
            QCOMPARE(std::isnan(values[std::size_t(i)]), i % 5 == 3);
    }

    void aSeriesThatComesLaterHasNoEarlierValues()
    {
        QTemporaryDir folder;
        auto history = History::open(optionsFor(folder));
        for (int i = 0; i < 700; ++i) {
            HistoryPoll poll = pollOf(kStart + i * 1000, 5);
            if (i >= 600)
                poll.samples.push_back({0, 1, 40});
            (*history)->record(poll);
        }
        workOff(**history);
        const auto values = valuesOf(answerOf(**history, kStart, kStart + 700'000, 1000, {1}));
        QCOMPARE(values.size(), std::size_t(700));
        QVERIFY(std::isnan(values[599]));
        QCOMPARE(values[600], 40.0F);
    }

    void sumsUpWhatAPictureCannotShow()
    {
        QTemporaryDir folder;
        auto history = History::open(optionsFor(folder));
        QVERIFY(history.has_value());
        // A day of one poll a second, 100 W but for one second of 700 W in every hour.
        for (int i = 0; i < 86400; ++i) {
            (*history)->record(pollOf(kStart + i * 1000LL, i % 3600 == 1800 ? 700 : 100));
            if (i % 500 == 0)
                workOff(**history);
        }
        for (const int columns : {24, 240, 1440}) {
            const HistoryAnswer answer = answerOf(**history, kStart, kStart + kDay - 1, columns);
            QCOMPARE(answer.size(), std::size_t(1));
            QVERIFY(answer[0].stepS > 0);
            QCOMPARE(answer[0].times.size(), std::size_t(columns));
            const db::HistorySeries &one = answer[0].series[0];
            double sum = 0;
            int peaks = 0;
            for (std::size_t i = 0; i < one.mean.size(); ++i) {
                sum += double(one.mean[i]);
                peaks += one.high[i] == 700.0F;
                QCOMPARE(one.low[i], 100.0F);
            }
            QCOMPARE(peaks, 24); // none is lost
            QVERIFY(std::abs(sum / columns - (100 + 600.0 / 3600)) < 0.01);
        }
    }

    void roundsToTheResolutionOfAField()
    {
        QTemporaryDir folder;
        auto history = History::open(optionsFor(folder));
        (*history)->record(pollOf(kStart, 417.2849));
        QCOMPARE(valuesOf(answerOf(**history, kStart, kStart + 1000)), std::vector<float>{417.3F});
    }

    void takesNoNumberBeyondAllSense_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("infinity") << std::numeric_limits<double>::infinity();
        QTest::newRow("huge") << 9.223372036854776e18;
        QTest::newRow("very small") << -9.223372036854776e18;
    }

    void takesNoNumberBeyondAllSense()
    {
        QFETCH(double, value);
        QTemporaryDir folder;
        auto history = History::open(optionsFor(folder));
        (*history)->record(pollOf(kStart, 1));
        (*history)->record(pollOf(kStart + 1000, value));
        (*history)->record(pollOf(kStart + 2000, 3));
        const auto values = valuesOf(answerOf(**history, kStart, kStart + 3000));
        QCOMPARE(values.size(), std::size_t(3));
        QVERIFY(std::isnan(values[1]));
        QCOMPARE((*history)->size()->dropped, 1);
    }

    void aClockThatIsSetBackHarmsNothing()
    {
        QTemporaryDir folder;
        auto history = History::open(optionsFor(folder));
        for (int i = 0; i < 100; ++i)
            (*history)->record(pollOf(kStart + kDay + i * 1000, 1));
        for (int i = 0; i < 100; ++i)
            (*history)->record(pollOf(kStart + i * 1000, 2)); // a day back
        for (int i = 0; i < 100; ++i)
            (*history)->record(pollOf(kStart + kDay + i * 1000 + 500, 3)); // and forth again
        workOff(**history);
        const HistoryAnswer answer = answerOf(**history, kStart, kStart + 2 * kDay, 10000);
        QCOMPARE(answer.size(), std::size_t(1));
        QVERIFY(std::ranges::is_sorted(answer[0].times));
        QVERIFY(answer[0].times.size() >= 200);
        QCOMPARE(valuesOf(answer).front(), 2.0F);
    }

    void removesWhatIsTooOldFromTheMostDetailedDown()
    {
        QTemporaryDir folder;
        auto options = optionsFor(folder);
        auto history = History::open(options);
        for (int i = 0; i < 20 * 24 * 60; ++i) {
            (*history)->record(pollOf(kStart + i * 60'000LL, i % 100));
            if (i % 500 == 0)
                workOff(**history);
        }
        workOff(**history);
        const std::int64_t end = kStart + 20 * kDay;
        QVERIFY((*history)->retain(end).has_value());
        // Polls of the last week are there as they came; before it there are minutes.
        QCOMPARE(valuesOf(answerOf(**history, end - kDay, end, 2000)).size(), std::size_t(1440));
        const HistoryAnswer older = answerOf(**history, kStart, kStart + 6 * 3'600'000, 10000);
        QCOMPARE(older.size(), std::size_t(1));
        QCOMPARE(older[0].stepS, 60.0);
        QVERIFY(older[0].times.size() >= 359);
        QVERIFY((*history)->retain(end + 100 * kDay).has_value());
        const HistoryAnswer oldest = answerOf(**history, kStart, kStart + kDay, 10000);
        QCOMPARE(oldest.size(), std::size_t(1));
        QCOMPARE(oldest[0].stepS, 3600.0);
        QVERIFY((*history)->retain(end + 2000 * kDay).has_value());
        QVERIFY(answerOf(**history, kStart, kStart + kDay, 10000).empty());
    }

    void staysUnderItsSize()
    {
        QTemporaryDir folder;
        auto options = optionsFor(folder);
        options.fields = test::HistorySeries::fields();
        options.retention.mostBytes = 1'000'000;
        auto history = History::open(options);
        test::HistorySeries series(8);
        std::int64_t now = kStart;
        for (int i = 0; i < 30000; ++i) {
            (*history)->record(series.poll("a", now += 60'000));
            if (i % 400 == 0)
                workOff(**history);
            if (i % 4000 == 0)
                QVERIFY((*history)->retain(now).has_value());
        }
        workOff(**history);
        QVERIFY((*history)->retain(now).has_value());
        QVERIFY2((*history)->size()->fileBytes < 3'000'000, qPrintable(QString::number((*history)->size()->fileBytes)));
        QVERIFY(!answerOf(**history, now - kDay / 2, now).empty());
    }

    void isReadableWhileItIsWritten()
    {
        QTemporaryDir folder;
        auto writer = History::open(optionsFor(folder));
        for (int i = 0; i < 700; ++i)
            (*writer)->record(pollOf(kStart + i * 1000, i));
        workOff(**writer);
        QVERIFY((*writer)->commit().has_value());
        auto reader = History::open(optionsFor(folder)); // the second one cannot record
        QVERIFY2(reader.has_value(), reader ? "" : reader.error().detail.c_str());
        QVERIFY((*writer)->isRecording());
        QVERIFY(!(*reader)->isRecording());
        QCOMPARE(valuesOf(answerOf(**reader, kStart, kStart + 699'000)).size(), std::size_t(700));
        (*reader)->record(pollOf(kStart + 800'000, 1));
        QVERIFY((*reader)->commit().has_value());
        (*writer)->record(pollOf(kStart + 700'000, 1));
        QVERIFY((*writer)->commit().has_value());
    }

    // Found by killing it a hundred times: some columns of a block in chunks, another restart, the rest of its columns.
    void aBlockComesOutTheSameHoweverOftenItIsReadAgain()
    {
        QTemporaryDir folder;
        const auto options = optionsFor(folder);
        constexpr int kSubjects = 700; // more than one piece of work
        const auto poll = [](std::int64_t timeMs) {
            HistoryPoll all{"a", timeMs, {}, {}};
            for (std::uint32_t i = 0; i < kSubjects; ++i) {
                all.subjects.push_back(std::to_string(i));
                all.samples.push_back({i, 0, static_cast<double>(i)});
            }
            return all;
        };
        for (int run = 0; run < 6; ++run) {
            auto history = History::open(options);
            QVERIFY(history.has_value());
            for (int i = 0; i < 20; ++i)
                (*history)->record(poll(kStart + run * 100'000 + i * 1000));
            QVERIFY((*history)->work().has_value()); // a part of the block of the run before
        }
        auto history = History::open(options);
        workOff(**history);
        const HistoryAnswer answer = answerOf(**history, kStart, kStart + 700'000);
        QCOMPARE(answer.size(), std::size_t(1));
        QCOMPARE(answer[0].series.size(), std::size_t(kSubjects));
        QCOMPARE(answer[0].times.size(), std::size_t(6 * 21)); // each run's polls and its end
        for (const db::HistorySeries &one : answer[0].series)
            for (std::size_t row = 0; row < one.mean.size(); ++row)
                QCOMPARE(std::isnan(one.mean[row]), row % 21 == 20);
        // Nothing was summed up twice.
        const HistoryAnswer hours = answerOf(**history, kStart - 3'600'000, kStart + 3'600'000, 2);
        QCOMPARE(hours.size(), std::size_t(1));
        QCOMPARE((*history)->check().value_or(false), true);
    }

    void bytesThatWereChangedAreToldOrReadButHarmNothing()
    {
        QTemporaryDir folder;
        auto options = optionsFor(folder);
        options.fields = test::HistorySeries::fields();
        {
            auto history = History::open(options);
            test::HistorySeries series(4);
            for (int i = 0; i < 1100; ++i)
                (*history)->record(series.poll("a", kStart + i * 5000));
            workOff(**history);
        }
        QFile file(folder.filePath(QStringLiteral("history.db")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sound = file.readAll();
        file.close();
        std::mt19937 random(5);
        for (int round = 0; round < 60; ++round) {
            QByteArray changed = sound;
            for (int i = 0; i < 40; ++i)
                changed[qsizetype(4096 + random() % (std::size_t(changed.size()) - 4096))] = char(random());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(changed);
            file.close();
            QFile::remove(file.fileName() + QStringLiteral("-wal"));
            const auto history = History::open(options);
            if (!history)
                continue;
            for (const int columns : {50, 10000})
                if (const auto answer = (*history)->read({{}, {0, 3, 7}, kStart, kStart + 6'000'000, columns}))
                    for (const HistoryTable &table : *answer)
                        for (const db::HistorySeries &one : table.series)
                            QCOMPARE(one.mean.size(), table.times.size());
        }
    }

    void refusesAFileOfAnotherKind()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("history.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto history = History::open(optionsFor(folder));
        QVERIFY(!history);
        QCOMPARE(core::errorCodeName(history.error().code), core::errorCodeName(core::ErrorCode::Damaged));
    }

    void refusesQuestionsThatAreNone_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("field");
        QTest::newRow("backwards") << qint64(2) << qint64(1) << 10 << 0;
        QTest::newRow("before 1970") << qint64(-2) << qint64(1) << 10 << 0;
        QTest::newRow("no columns") << qint64(0) << qint64(1) << 0 << 0;
        QTest::newRow("too many columns") << qint64(0) << qint64(1) << 20000 << 0;
        QTest::newRow("no such field") << qint64(0) << qint64(1) << 10 << 7;
    }

    void refusesQuestionsThatAreNone()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(int, columns);
        QFETCH(int, field);
        QTemporaryDir folder;
        auto history = History::open(optionsFor(folder));
        const auto answer = (*history)->read({{}, {std::uint16_t(field)}, from, to, columns});
        QVERIFY(!answer);
        QCOMPARE(core::errorCodeName(answer.error().code), core::errorCodeName(core::ErrorCode::BadValue));
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
