// SPDX-License-Identifier: GPL-3.0-or-later
// What StoreThread keeps of watching: alerts and the history.
#include "support/test_case.h"

#include <db/store/store_thread.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cmath>

using namespace headroom;
using namespace headroom::db;

namespace {

StoreOptions optionsFor(const QTemporaryDir &folder)
{
    StoreOptions options;
    options.folder = folder.path().toStdString();
    options.historyFields = {{"gpu.power_w", 1}};
    return options;
}

} // namespace

class WatchingStoreTest : public headroom::test::TestCase {
Q_OBJECT

private:
    static OpenReport open(StoreThread &store)
    {
        OpenReport report;
        QSignalSpy opened(&store, &StoreThread::opened);
        const auto taken = QObject::connect(&store, &StoreThread::opened, &store, [&report](RequestId, const OpenReport &given) { report = given; });
        store.open();
        opened.wait(10000);
        QObject::disconnect(taken);
        return report;
    }
    static std::vector<StoredAlert> alertsOf(StoreThread &store)
    {
        std::vector<StoredAlert> all;
        QSignalSpy listed(&store, &StoreThread::alertsListed);
        const auto taken = QObject::connect(&store, &StoreThread::alertsListed, &store, [&all](RequestId, const std::vector<StoredAlert> &given) { all = given; });
        store.listAlerts();
        listed.wait(10000);
        QObject::disconnect(taken);
        return all;
    }
    static HistoryAnswer read(StoreThread &store, std::int64_t from, std::int64_t to)
    {
        HistoryAnswer answer;
        QSignalSpy done(&store, &StoreThread::historyRead);
        const auto taken = QObject::connect(&store, &StoreThread::historyRead, &store, [&answer](RequestId, const HistoryAnswer &given) { answer = given; });
        store.readHistory({{}, {0}, from, to, 1000});
        done.wait(10000);
        QObject::disconnect(taken);
        return answer;
    }

private slots:
    void alertsAreReplacedRemovedAndKept()
    {
        QTemporaryDir folder;
        {
            StoreThread store(optionsFor(folder));
            open(store);
            store.putAlerts({{"a", "{1}"}, {"b", "{2}"}});
            store.putAlerts({{"a", "{3}"}, {"b", {}}, {"c", "{4}"}});
        }
        StoreThread store(optionsFor(folder));
        open(store);
        QCOMPARE(alertsOf(store), (std::vector<StoredAlert>{{"a", "{3}"}, {"c", "{4}"}}));
    }

    void anAlertThatIsTooLongTakesNoneAlong()
    {
        QTemporaryDir folder;
        StoreThread store(optionsFor(folder));
        open(store);
        QSignalSpy failed(&store, &StoreThread::failed);
        store.putAlerts({{"a", "{1}"}, {"b", std::string(100000, 'x')}});
        QVERIFY(failed.wait(10000));
        QVERIFY(alertsOf(store).empty());
    }

    void pollsAreReadAgainAfterARestart()
    {
        QTemporaryDir folder;
        constexpr std::int64_t kStart = 1'770'000'000'000;
        {
            StoreThread store(optionsFor(folder));
            QVERIFY(open(store).historyProblem.empty());
            for (int i = 0; i < 10; ++i)
                store.record({"a", kStart + i * 1000, {"gpu"}, {{0, 0, 100.0 + i}}});
            QCOMPARE(read(store, kStart, kStart + 20'000).at(0).times.size(), std::size_t(10)); // not yet on disk, and there all the same
        }
        StoreThread store(optionsFor(folder));
        open(store);
        store.record({"a", kStart + 60'000, {"gpu"}, {{0, 0, 200.0}}});
        const HistoryAnswer answer = read(store, kStart, kStart + 100'000);
        QCOMPARE(answer.at(0).times.size(), std::size_t(12));
        QCOMPARE(answer[0].series.at(0).mean[9], 109.0F);
        QVERIFY(std::isnan(answer[0].series[0].mean[10])); // the gap
        QCOMPARE(answer[0].series[0].mean[11], 200.0F);
    }

    void aDamagedHistoryIsSetAsideAndScenariosAreNotTouched()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("history.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        StoreThread store(optionsFor(folder));
        const OpenReport report = open(store);
        QVERIFY(report.historyProblem.empty());
        QVERIFY(QFile::exists(QString::fromStdString(report.historyAside)));
        QCOMPARE(QFile(QString::fromStdString(report.historyAside)).size(), 8192);
        store.record({"a", 1'770'000'000'000, {"gpu"}, {{0, 0, 1.0}}});
        QCOMPARE(read(store, 1'769'000'000'000, 1'771'000'000'000).size(), std::size_t(1));
    }

    void withoutFieldsThereIsNoHistory()
    {
        QTemporaryDir folder;
        StoreOptions options = optionsFor(folder);
        options.historyFields.clear();
        StoreThread store(options);
        open(store);
        store.record({"a", 1'770'000'000'000, {"gpu"}, {{0, 0, 1.0}}});
        QVERIFY(read(store, 1'769'000'000'000, 1'771'000'000'000).empty());
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("history.db"))));
    }
};

QTEST_GUILESS_MAIN(WatchingStoreTest)
#include "tst_watching_store.moc"
