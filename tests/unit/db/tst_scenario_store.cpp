// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"
#include "support/random_scenario.h"
#include "support/test_case.h"

#include <core/planning/scenario_json.h>

#include <QElapsedTimer>

using namespace headroom;
using namespace headroom::db;
using headroom::test::StoreFolder;
using headroom::test::titled;
using core::ErrorCode;

class ScenarioStoreTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void keepsWhatIsCreatedAfterReopening()
    {
        StoreFolder folder;
        test::RandomScenarios random(11);
        std::vector<core::Scenario> written;
        {
            HEADROOM_NEED(store, folder.open());
            QVERIFY(store->report().created);
            for (int i = 0; i < 100; ++i) {
                written.push_back(random.next());
                HEADROOM_NEED(summary, store->scenarios().create(written.back()));
                QCOMPARE(summary.id, ScenarioId(i + 1));
                QCOMPARE(summary.revision, 1);
            }
        }
        HEADROOM_NEED(store, folder.open());
        QVERIFY(!store->report().created);
        QVERIFY(!store->report().uncleanExit);
        for (std::size_t i = 0; i < written.size(); ++i) {
            HEADROOM_NEED(stored, store->scenarios().load(ScenarioId(i + 1)));
            QVERIFY(stored.scenario == written[i]);
        }
    }

    void listsTheLastEditedFirst()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_DONE(store->scenarios().create(titled("a")));
        HEADROOM_DONE(store->scenarios().create(titled("b")));
        HEADROOM_DONE(store->scenarios().saveDraft(1, titled("a, edited")));
        HEADROOM_NEED(all, store->scenarios().list());
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].title, std::string("a, edited"));
        QVERIFY(all[0].hasDraft);
        QVERIFY(all[0].updated > all[1].updated);
        QCOMPARE(all[1].title, std::string("b"));
        QVERIFY(!all[1].hasDraft);
    }

    void keepsEveryRevision()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_DONE(store->scenarios().create(titled("s", 1)));
        for (int users = 2; users <= 20; ++users)
            HEADROOM_DONE(store->scenarios().save(1, titled("s", users)));
        HEADROOM_NEED(history, store->scenarios().history(1));
        QCOMPARE(history.size(), std::size_t(20));
        QCOMPARE(history.front().number, 20);
        QCOMPARE(history.back().number, 1);
        QCOMPARE(history.back().origin, RevisionOrigin::Created);
        QCOMPARE(history.front().origin, RevisionOrigin::Saved);
        for (int number = 1; number <= 20; ++number) {
            HEADROOM_NEED(old, store->scenarios().revision(1, number));
            QCOMPARE(old.demand.users, double(number));
        }
        const auto none = store->scenarios().revision(1, 21);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotFound);
        QVERIFY(none.error().detail.find("1 to 20") != std::string::npos);
    }

    void makesNoRevisionWithoutAChange()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_NEED(first, store->scenarios().create(titled("s")));
        HEADROOM_NEED(again, store->scenarios().save(1, titled("s")));
        QCOMPARE(again, first);
    }

    void restoresADraftAndLetsItGo()
    {
        StoreFolder folder;
        {
            HEADROOM_NEED(store, folder.open());
            HEADROOM_DONE(store->scenarios().create(titled("s", 1)));
            HEADROOM_DONE(store->scenarios().saveDraft(1, titled("s, edited", 2)));
        }
        HEADROOM_NEED(store, folder.open());
        HEADROOM_NEED(draft, store->scenarios().load(1));
        QVERIFY(draft.summary.hasDraft);
        QCOMPARE(draft.summary.revision, 1);
        QVERIFY(draft.scenario == titled("s, edited", 2));
        HEADROOM_NEED(back, store->scenarios().discardDraft(1));
        QVERIFY(!back.hasDraft);
        QCOMPARE(back.title, std::string("s"));
        QVERIFY(store->scenarios().load(1)->scenario == titled("s", 1));
        HEADROOM_DONE(store->scenarios().saveDraft(1, titled("s", 3)));
        HEADROOM_NEED(saved, store->scenarios().save(1, titled("s", 3)));
        QVERIFY(!saved.hasDraft);
        QCOMPARE(saved.revision, 2);
    }

    void keepsADraftThatWasNeverSaved()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_NEED(draft, store->scenarios().createDraft(titled("new")));
        QCOMPARE(draft.revision, 0);
        QVERIFY(draft.hasDraft);
        QVERIFY(store->scenarios().history(draft.id)->empty());
        QCOMPARE(store->scenarios().revision(draft.id, 1).error().code, ErrorCode::NotFound);
        HEADROOM_NEED(gone, store->scenarios().discardDraft(draft.id));
        QVERIFY(gone.removed);
        HEADROOM_DONE(store->scenarios().undoRemove(draft.id));
        QVERIFY(store->scenarios().load(draft.id)->scenario == titled("new"));
        QCOMPARE(store->scenarios().save(draft.id, titled("new"))->revision, 1);
        QCOMPARE(store->scenarios().history(draft.id)->front().origin, RevisionOrigin::Created);
    }

    void renamesAndDuplicates()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_DONE(store->scenarios().create(titled("s", 1)));
        HEADROOM_DONE(store->scenarios().saveDraft(1, titled("s", 2)));
        HEADROOM_NEED(renamed, store->scenarios().rename(1, "t"));
        QCOMPARE(renamed.title, std::string("t"));
        QCOMPARE(renamed.revision, 2);
        QVERIFY(renamed.hasDraft);
        QVERIFY(store->scenarios().load(1)->scenario == titled("t", 2));
        QVERIFY(*store->scenarios().revision(1, 2) == titled("t", 1));
        HEADROOM_NEED(copy, store->scenarios().duplicate(1, "t, copy"));
        QCOMPARE(copy.id, ScenarioId(2));
        QVERIFY(store->scenarios().load(2)->scenario == titled("t, copy", 2));
        QCOMPARE(store->scenarios().history(2)->front().origin, RevisionOrigin::Duplicated);
        QCOMPARE(store->scenarios().rename(1, std::string(201, 'x')).error().field, std::string("title"));
    }

    void bringsARemovedScenarioBack()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_DONE(store->scenarios().create(titled("s")));
        HEADROOM_DONE(store->scenarios().remove(1));
        QVERIFY(store->scenarios().list()->empty());
        QCOMPARE(store->scenarios().list(true)->size(), std::size_t(1));
        QCOMPARE(store->scenarios().load(1).error().code, ErrorCode::NotFound);
        QCOMPARE(store->scenarios().saveDraft(1, titled("s")).error().code, ErrorCode::NotFound);
        HEADROOM_DONE(store->scenarios().undoRemove(1));
        QVERIFY(store->scenarios().load(1)->scenario == titled("s"));
        HEADROOM_DONE(store->scenarios().remove(1));
        QCOMPARE(store->scenarios().create(titled("t"))->id, ScenarioId(2)); // numbers are not used twice
    }

    void restoresAnOldRevisionAndKeepsTheDraft()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_DONE(store->scenarios().create(titled("s", 1)));
        HEADROOM_DONE(store->scenarios().save(1, titled("s", 2)));
        HEADROOM_DONE(store->scenarios().saveDraft(1, titled("s", 3)));
        HEADROOM_NEED(restored, store->scenarios().restore(1, 1));
        QCOMPARE(restored.revision, 4);
        QVERIFY(!restored.hasDraft);
        QVERIFY(store->scenarios().load(1)->scenario == titled("s", 1));
        HEADROOM_NEED(history, store->scenarios().history(1));
        QCOMPARE(history[0].origin, RevisionOrigin::Restored);
        QCOMPARE(history[0].restoredFrom, 1);
        QCOMPARE(history[1].origin, RevisionOrigin::DraftKept);
        QVERIFY(*store->scenarios().revision(1, 3) == titled("s", 3));
    }

    void saysWhichScenariosThereAre()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        QVERIFY(store->scenarios().load(7).error().detail.find("none yet") != std::string::npos);
        HEADROOM_DONE(store->scenarios().create(titled("s")));
        const auto missing = store->scenarios().load(7);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QCOMPARE(missing.error().detail, std::string("no scenario 7 is stored: 1 would be accepted"));
    }

    void storesNoScenarioOutOfRange()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        core::Scenario bad;
        bad.demand.adoptionRatio = 45;
        QCOMPARE(store->scenarios().create(bad).error().field, std::string("demand.adoption_ratio"));
        HEADROOM_DONE(store->scenarios().create(titled("s")));
        QCOMPARE(store->scenarios().saveDraft(1, bad).error().code, ErrorCode::BadValue);
        QCOMPARE(store->scenarios().save(1, bad).error().code, ErrorCode::BadValue);
        QVERIFY(store->scenarios().load(1)->scenario == titled("s"));
    }

    void exportsAndImports()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_DONE(store->scenarios().create(titled("s", 5)));
        const auto file = folder.path() / "out.json";
        HEADROOM_DONE(store->scenarios().exportTo(1, file));
        HEADROOM_NEED(imported, store->scenarios().importFrom(file));
        QCOMPARE(imported.id, ScenarioId(2));
        QVERIFY(store->scenarios().load(2)->scenario == titled("s", 5));
        QCOMPARE(store->scenarios().history(2)->front().origin, RevisionOrigin::Imported);

        const auto nowhere = store->scenarios().exportTo(1, folder.path() / "no" / "such" / "out.json");
        QCOMPARE(nowhere.error().code, ErrorCode::Unwritable);
        const auto onFolder = store->scenarios().exportTo(1, folder.path());
        QCOMPARE(onFolder.error().code, ErrorCode::Unwritable);
        QCOMPARE(store->scenarios().importFrom(folder.path() / "none.json").error().code, ErrorCode::NotFound);
        QCOMPARE(store->scenarios().importFrom(folder.path()).error().code, ErrorCode::Unreadable);
        const auto notJson = store->scenarios().importFrom(folder.file());
        QCOMPARE(notJson.error().code, ErrorCode::Syntax);
        QCOMPARE(notJson.error().file, folder.file().string());
        QCOMPARE(store->scenarios().importFrom("/dev/zero").error().code, ErrorCode::TooLarge);
        QCOMPARE(store->scenarios().list()->size(), std::size_t(2));
    }

    void remembersSettings()
    {
        StoreFolder folder;
        Settings settings;
        settings.language = "zh_CN";
        settings.theme = "dark";
        settings.windowGeometry = "AdnQywAD";
        settings.guideDone = true;
        settings.scenario = 4;
        settings.exportFolder = "/home/\xe5\xae\xb9";
        {
            HEADROOM_NEED(store, folder.open());
            QCOMPARE(*store->settings().load(), Settings());
            HEADROOM_DONE(store->settings().save(settings));
        }
        HEADROOM_NEED(store, folder.open());
        QVERIFY(*store->settings().load() == settings);
        Settings bad = settings;
        bad.theme = "pink";
        const auto refused = store->settings().save(bad);
        QCOMPARE(refused.error().field, std::string("theme"));
        QVERIFY(refused.error().detail.find("system, light, dark") != std::string::npos);
        QVERIFY(*store->settings().load() == settings);
    }

    void remembersSources()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_NEED(first, store->sources().put({0, "dcgm", "http://10.0.0.5:9400/metrics", 5, true, "TOKEN", {}, "/ca.pem", {}, {}, "bearer of dcgm", {}, "socks5://proxy:1080", "team-a", 0}));
        QCOMPARE(first.id, std::int64_t(1));
        HEADROOM_DONE(store->sources().put({0, "demo", "demo:", 1, false, {}, {}, {}, {}, {}, {}, {}, {}, {}, 8}));
        StoredSource changed = first;
        changed.intervalS = 0.5;
        HEADROOM_DONE(store->sources().put(changed));
        HEADROOM_NEED(all, store->sources().list());
        QCOMPARE(all.size(), std::size_t(2));
        QVERIFY(all[0] == changed);
        HEADROOM_DONE(store->sources().remove(2));
        QCOMPARE(store->sources().remove(2).error().code, ErrorCode::NotFound);
        changed.id = 9;
        QCOMPARE(store->sources().put(changed).error().code, ErrorCode::NotFound);
        changed.address = "https://me:secret@host/metrics";
        QCOMPARE(store->sources().put(changed).error().field, std::string("address"));
        changed.address = "prometheus+http://host:9090/?at=me@home";
        changed.id = 0;
        HEADROOM_DONE(store->sources().put(changed));
        changed.intervalS = 0;
        QCOMPARE(store->sources().put(changed).error().field, std::string("interval_s"));
        changed.intervalS = 1;
        changed.proxy = "http://me:secret@proxy:8080";
        QCOMPARE(store->sources().put(changed).error().field, std::string("proxy"));
        changed.proxy.clear();
        changed.replaySpeed = 1001;
        QCOMPARE(store->sources().put(changed).error().field, std::string("replay_speed"));
        changed.replaySpeed = 1;
        changed.tenant.assign(5000, 'x');
        QCOMPARE(store->sources().put(changed).error().field, std::string("access"));
    }

    void reportsItsSpeed()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_DONE(store->scenarios().create(titled("s")));
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 200; ++i)
            HEADROOM_DONE(store->scenarios().saveDraft(1, titled("s", i)));
        const double draft = double(timer.nsecsElapsed()) / 1e6 / 200;
        for (int i = 0; i < 200; ++i)
            HEADROOM_DONE(store->scenarios().create(titled("t", i)));
        timer.start();
        HEADROOM_DONE(store->scenarios().list());
        const double list = double(timer.nsecsElapsed()) / 1e6;
        qInfo("figure (not a gate): a draft is on disk in %.2f ms; a list of 201 scenarios takes %.2f ms", draft, list);
    }
};

QTEST_GUILESS_MAIN(ScenarioStoreTest)
#include "tst_scenario_store.moc"
