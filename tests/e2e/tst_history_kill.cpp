// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <db/history/history.h>

#include <QProcess>
#include <QTemporaryDir>

#include <cmath>

using namespace headroom;
using namespace headroom::db;

// Kills a process that records 20,000 samples a second, again and again in the same folder. HEADROOM_KILLS says how often
// (100 are what is promised; a few in the everyday test).
class HistoryKillTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void losesAtMostTwoSecondsAndHarmsNothing()
    {
        bool given = false;
        const int kills = qEnvironmentVariableIntValue("HEADROOM_KILLS", &given);
        QTemporaryDir folder;
        HistoryOptions options;
        options.folder = folder.path().toStdString();
        options.fields = {{"number", 0}, {"noise", 1}};
        qint64 worst = 0;
        std::int64_t before = 0; // rows that earlier rounds left
        for (int round = 0; round < (given ? kills : 4); ++round) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QStringLiteral(HEADROOM_HISTORY_CHILD), {folder.path()});
            qint64 number = 0;
            qint64 timeMs = 0;
            for (int polls = 0; polls < 15 + round * 7 % 29;) {
                QVERIFY2(child.canReadLine() || child.waitForReadyRead(30000), "the child polls no more");
                while (child.canReadLine()) {
                    const auto words = child.readLine().trimmed().split(' ');
                    QCOMPARE(words.size(), qsizetype(3));
                    number = words[1].toLongLong();
                    timeMs = words[2].toLongLong();
                    ++polls;
                }
            }
            child.kill(); // SIGKILL
            QVERIFY(child.waitForFinished());
            while (child.canReadLine()) {
                const auto words = child.readLine().trimmed().split(' ');
                if (words.size() == 3) {
                    number = words[1].toLongLong();
                    timeMs = words[2].toLongLong();
                }
            }

            auto history = History::open(options);
            QVERIFY2(history.has_value(), history ? "" : history.error().detail.c_str());
            QVERIFY((*history)->isRecording()); // the dead process holds nothing
            const auto answer = (*history)->read({{}, {0}, timeMs - 3'600'000, timeMs + 1000, 10000});
            QVERIFY2(answer.has_value(), answer ? "" : answer.error().detail.c_str());
            QCOMPARE(answer->size(), std::size_t(1));
            const HistoryTable &table = answer->front();
            QCOMPARE(table.series.size(), std::size_t(1000));
            QVERIFY(std::int64_t(table.times.size()) > before);
            before = std::int64_t(table.times.size());
            // Every poll is there whole: the same number, or none, for all of its series.
            double last = 0;
            for (std::size_t row = 0; row < table.times.size(); ++row) {
                const float value = table.series[0].mean[row];
                for (const db::HistorySeries &one : table.series)
                    QVERIFY(std::isnan(value) ? std::isnan(one.mean[row]) : one.mean[row] == value);
                if (!std::isnan(value))
                    last = table.times[row] * 1000.0;
            }
            QVERIFY(number > 0);
            const qint64 lost = timeMs - qint64(std::llround(last));
            worst = std::max(worst, lost);
            QVERIFY2(lost <= 2000, qPrintable(QStringLiteral("round %1: %2 ms lost").arg(round).arg(lost)));
            QCOMPARE((*history)->check().value_or(false), true);
        }
        qInfo("%d kills, at most %lld ms lost", given ? kills : 4, static_cast<long long>(worst));
    }
};

QTEST_GUILESS_MAIN(HistoryKillTest)
#include "tst_history_kill.moc"
