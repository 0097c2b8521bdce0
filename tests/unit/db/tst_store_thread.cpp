// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"
#include "support/test_case.h"

#include <db/store/autosave.h>
#include <db/store/store_thread.h>

#include <QSignalSpy>

using namespace headroom;
using namespace headroom::db;
using headroom::test::StoreFolder;
using headroom::test::titled;
using core::ErrorCode;

class StoreThreadTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void answersEveryCallByItsIdInOrder()
    {
        StoreFolder folder;
        StoreThread store(folder.options());
        std::vector<RequestId> answered;
        connect(&store, &StoreThread::opened, this, [&](RequestId id) { answered.push_back(id); });
        connect(&store, &StoreThread::scenarioChanged, this, [&](RequestId id) { answered.push_back(id); });
        connect(&store, &StoreThread::scenariosListed, this, [&](RequestId id, const std::vector<ScenarioSummary> &all) {
            answered.push_back(id);
            QCOMPARE(all.size(), std::size_t(2));
        });
        connect(&store, &StoreThread::failed, this, [&](RequestId id, const core::Error &error) {
            answered.push_back(id);
            QCOMPARE(error.code, ErrorCode::NotFound);
        });
        const std::vector<RequestId> asked{store.open(), store.createScenario(titled("a")), store.createDraft(titled("b")), store.loadScenario(9),
                                           store.saveDraft(1, titled("a", 2)), store.listScenarios()};
        QVERIFY(answered.empty()); // nothing is done on the caller's time
        QTRY_COMPARE(answered.size(), asked.size());
        QCOMPARE(answered, asked);
    }

    void carriesOutWhatIsQueuedBeforeItEnds()
    {
        StoreFolder folder;
        {
            StoreThread store(folder.options());
            store.open();
            store.createScenario(titled("s", 0));
            for (int i = 1; i <= 50; ++i)
                store.saveRevision(1, titled("s", i));
        }
        HEADROOM_NEED(store, folder.open());
        QVERIFY(!store->report().uncleanExit);
        QCOMPARE(store->scenarios().history(1)->size(), std::size_t(51));
    }

    void failsWithoutAnOpenStore()
    {
        StoreFolder folder;
        folder.write(QByteArray(8192, 'x'));
        StoreThread store(folder.options());
        QSignalSpy failed(&store, &StoreThread::failed);
        QSignalSpy opened(&store, &StoreThread::opened);
        QSignalSpy aside(&store, &StoreThread::setAside);
        store.open();
        store.listScenarios();
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(failed[0][1].value<core::Error>().code, ErrorCode::Damaged);
        QCOMPARE(failed[1][1].value<core::Error>().code, ErrorCode::Database);
        store.setAsideDamaged();
        store.open();
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(aside.size(), 1);
        QVERIFY(opened[0][1].value<OpenReport>().created);
    }

    void servesEveryKindOfCall()
    {
        StoreFolder folder;
        StoreThread store(folder.options());
        QSignalSpy failed(&store, &StoreThread::failed);
        QSignalSpy changed(&store, &StoreThread::scenarioChanged);
        QSignalSpy history(&store, &StoreThread::historyListed);
        QSignalSpy revision(&store, &StoreThread::revisionLoaded);
        QSignalSpy exported(&store, &StoreThread::scenarioExported);
        QSignalSpy settings(&store, &StoreThread::settingsLoaded);
        QSignalSpy sources(&store, &StoreThread::sourcesListed);
        QSignalSpy loaded(&store, &StoreThread::scenarioLoaded);
        store.open();
        store.createScenario(titled("s", 1));
        store.saveRevision(1, titled("s", 2));
        store.renameScenario(1, "t");
        store.duplicateScenario(1, "u");
        store.restoreRevision(1, 1);
        store.saveDraft(1, titled("s", 3));
        store.discardDraft(1);
        store.removeScenario(2);
        store.undoRemoveScenario(2);
        const auto file = folder.path() / "s.json";
        store.exportScenario(1, file);
        store.importScenario(file);
        store.listHistory(1);
        store.loadRevision(1, 2);
        store.loadScenario(3);
        Settings dark;
        dark.theme = "dark";
        store.saveSettings(dark);
        store.loadSettings();
        store.putSource({0, "demo", "demo:", 5, true, {}, {}, {}, {}, {}, {}, {}, {}, {}, 0});
        store.removeSource(1);
        store.listSources();
        QTRY_COMPARE(sources.size(), 3);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : failed[0][1].value<core::Error>().detail.c_str());
        QCOMPARE(changed.size(), 10);
        QCOMPARE(history[0][1].value<std::vector<Revision>>().size(), std::size_t(4));
        QVERIFY(revision[0][1].value<core::Scenario>() == titled("s", 2));
        QCOMPARE(exported[0][1].value<std::string>(), file.string());
        QVERIFY(loaded[0][1].value<StoredScenario>().scenario == titled("s", 1));
        QVERIFY(settings[1][1].value<Settings>() == dark);
        QCOMPARE(sources[0][1].value<std::vector<StoredSource>>().size(), std::size_t(1));
        QVERIFY(sources[2][1].value<std::vector<StoredSource>>().empty());
    }

    void savesHalfASecondAfterTheLastEdit()
    {
        QCOMPARE(kAutosaveDelay, std::chrono::milliseconds(500));
    }

    void savesOnceAfterAPause()
    {
        Autosave autosave(nullptr, std::chrono::milliseconds(30));
        QSignalSpy due(&autosave, &Autosave::due);
        for (int i = 0; i < 10; ++i)
            autosave.edit(1, titled("s", i));
        QVERIFY(due.isEmpty());
        QVERIFY(autosave.isPending());
        QTRY_COMPARE(due.size(), 1);
        QCOMPARE(due[0][0].value<ScenarioId>(), ScenarioId(1));
        QVERIFY(due[0][1].value<core::Scenario>() == titled("s", 9));
        QVERIFY(!autosave.isPending());
    }

    void savesWhileSomebodyNeverStopsEditing()
    {
        Autosave impatient(nullptr, std::chrono::milliseconds(200), std::chrono::milliseconds(200));
        QSignalSpy due(&impatient, &Autosave::due);
        QTimer editing; // edits come faster than the delay
        int edits = 0;
        connect(&editing, &QTimer::timeout, this, [&] { impatient.edit(1, titled("s", ++edits)); });
        editing.start(std::chrono::milliseconds(5));
        QTRY_VERIFY(due.size() >= 2);
    }

    void savesAtOnceWhenAskedOrWhenAnotherScenarioComes()
    {
        Autosave autosave(nullptr, std::chrono::hours(1));
        QSignalSpy due(&autosave, &Autosave::due);
        autosave.edit(1, titled("one"));
        autosave.edit(2, titled("two"));
        QCOMPARE(due.size(), 1);
        QCOMPARE(due[0][0].value<ScenarioId>(), ScenarioId(1));
        autosave.flush();
        QCOMPARE(due.size(), 2);
        autosave.flush();
        autosave.edit(2, titled("two"));
        autosave.cancel();
        autosave.flush();
        QCOMPARE(due.size(), 2);
    }
};

QTEST_GUILESS_MAIN(StoreThreadTest)
#include "tst_store_thread.moc"
