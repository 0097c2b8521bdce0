// SPDX-License-Identifier: GPL-3.0-or-later
// The real program with the built-in demo cluster, off screen, killed and started again.
#include "support/test_case.h"

#include <db/history/history.h>
#include <db/store/store.h>

#include <QDateTime>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>
#include <memory>

using namespace headroom;
using namespace headroom::db;

class WatchingTest : public headroom::test::TestCase {
Q_OBJECT

private:
    static std::unique_ptr<QProcess> start(const QTemporaryDir &folder)
    {
        auto program = std::make_unique<QProcess>();
        program->setProcessChannelMode(QProcess::MergedChannels);
        program->start(QStringLiteral(HEADROOM_BINARY), {QStringLiteral("--data-dir"), folder.path()});
        return program;
    }
    static HistoryTable tableOf(const QTemporaryDir &folder, qint64 from)
    {
        HistoryOptions options;
        options.folder = folder.path().toStdString();
        options.fields = {{"gpu.power_w", 1}};
        options.readOnly = true;
        auto history = History::open(options);
        const auto answer = history ? (*history)->read({{}, {0}, from, QDateTime::currentMSecsSinceEpoch() + 1000, 10000}) : core::Result<HistoryAnswer>();
        return answer && !answer->empty() ? answer->front() : HistoryTable();
    }
    static qsizetype valuesIn(const HistoryTable &table)
    {
        return table.series.empty() ? 0 : std::ranges::count_if(table.series[0].mean, [](float value) { return !std::isnan(value); });
    }

private slots:
    // Polling and history go on with the page closed (a first start shows the Plan page), and outlive the process.
    void whatWasWatchedIsThereAfterAKillWithAGap()
    {
        QTemporaryDir folder;
        const qint64 begin = QDateTime::currentMSecsSinceEpoch();
        {
            auto store = Store::open({folder.path().toStdString(), std::chrono::milliseconds(5000), {}});
            QVERIFY(store.has_value());
            StoredSource demo;
            demo.name = "demo";
            demo.address = "demo:";
            demo.intervalS = 1;
            QVERIFY((*store)->sources().put(demo).has_value());
        }
        auto first = start(folder);
        QVERIFY(first->waitForStarted());
        QTRY_VERIFY2_WITH_TIMEOUT(valuesIn(tableOf(folder, begin)) >= 2, first->readAll().constData(), 90000);
        first->kill(); // SIGKILL
        QVERIFY(first->waitForFinished());
        const HistoryTable before = tableOf(folder, begin);

        auto second = start(folder);
        QVERIFY(second->waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(valuesIn(tableOf(folder, begin)) >= valuesIn(before) + 2, 90000);
        second->kill();
        QVERIFY(second->waitForFinished());
        const HistoryTable after = tableOf(folder, begin);
        QCOMPARE(after.series.size(), before.series.size()); // the same GPUs
        QVERIFY(after.times.size() > before.times.size());
        for (std::size_t row = 0; row < before.times.size(); ++row) {
            QCOMPARE(after.times[row], before.times[row]);
            QCOMPARE(std::isnan(after.series[0].mean[row]), std::isnan(before.series[0].mean[row]));
        }
        // The pause is a row without values, not a line from one run to the other.
        bool gap = false;
        for (std::size_t row = 1; row + 1 < after.times.size(); ++row)
            gap = gap || (std::isnan(after.series[0].mean[row]) && !std::isnan(after.series[0].mean[row - 1]));
        QVERIFY(gap);
    }
};

QTEST_GUILESS_MAIN(WatchingTest)
#include "tst_watching.moc"
