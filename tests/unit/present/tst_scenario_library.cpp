// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_shelf.h"
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <present/session/scenario_library.h>
#include <present/texts/scenario_texts.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace headroom;
using namespace headroom::present;

namespace {

const QString kUsers = QStringLiteral("demand.users");

core::Scenario titled(const char *title)
{
    core::Scenario scenario;
    scenario.title = title;
    return scenario;
}

struct Fixture {
    Fixture() : worker(PlanEngine{[](const core::Scenario &, const core::Catalog &, std::stop_token) { return core::Result<core::Plan>(core::Plan()); }, {}, {}}),
                session(test::shippedCatalog(), worker), library(shelf, session)
    {
        first = shelf.put(titled("First"));
        second = shelf.put(titled("Second"));
        library.open(first);
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 8; ++i)
            QTest::qWait(1);
    }
    QStringList titles()
    {
        QStringList all;
        for (int row = 0; row < library.scenarios().rowCount(); ++row)
            all.append(library.scenarios().index(row, 0).data().toString());
        return all;
    }

    test::FakeShelf shelf;
    PlanWorker worker;
    ScenarioSession session;
    ScenarioLibrary library;
    db::ScenarioId first = 0, second = 0;
};

} // namespace

class ScenarioLibraryTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void openingShowsTheScenario()
    {
        Fixture f;
        QCOMPARE(f.session.documentId(), f.first);
        QCOMPARE(f.titles(), (QStringList{QStringLiteral("First"), QStringLiteral("Second")}));
        QVERIFY(f.library.scenarios().indexOf(f.first).data(ScenarioListModel::OpenRole).toBool());
        QCOMPARE(ScenarioTexts::documentState(f.session), QStringLiteral("revision 1 · saved"));
    }

    void openingAnotherKeepsTheEditsOfTheFirst()
    {
        Fixture f;
        f.session.setValue(kUsers, 4242.0);
        f.library.open(f.second);
        f.settle();
        QCOMPARE(f.session.documentId(), f.second);
        QVERIFY(f.shelf.kept.at(f.first).draft);
        QCOMPARE(f.shelf.kept.at(f.first).draft->demand.users, 4242.0);
        f.library.open(f.first);
        f.settle();
        QCOMPARE(f.session.scenario().demand.users, 4242.0);
        QCOMPARE(f.session.state(), DocumentState::Edited);
    }

    void savingMakesARevision()
    {
        Fixture f;
        QSignalSpy saved(&f.library, &ScenarioLibrary::saved);
        f.session.setValue(kUsers, 12000.0);
        f.library.save();
        f.settle();
        QCOMPARE(saved.count(), 1);
        QCOMPARE(saved.at(0).at(0).toInt(), 2);
        QCOMPARE(f.session.state(), DocumentState::Saved);
        QCOMPARE(ScenarioTexts::documentState(f.session), QStringLiteral("revision 2 · saved"));
    }

    void aDocumentWithoutAPlaceIsSavedToo()
    {
        Fixture f;
        f.session.openNew(titled("Fresh"));
        QCOMPARE(f.session.state(), DocumentState::New);
        f.library.save();
        f.settle();
        QVERIFY(f.session.documentId() != 0);
        QCOMPARE(f.session.state(), DocumentState::Saved);
        QVERIFY(f.titles().contains(QStringLiteral("Fresh")));
    }

    void aNewOneOpensAtOnce()
    {
        Fixture f;
        f.library.createNew(titled("Third"));
        f.settle();
        QCOMPARE(f.session.title(), QStringLiteral("Third"));
        QCOMPARE(f.session.state(), DocumentState::New);
    }

    void aDuplicateOpensWithTheEdits()
    {
        Fixture f;
        f.session.setValue(kUsers, 4242.0);
        f.library.duplicate(f.first);
        f.settle();
        QCOMPARE(f.session.title(), QStringLiteral("First (copy)"));
        QCOMPARE(f.session.scenario().demand.users, 4242.0);
    }

    void renamingTheOpenOneIsAnEdit()
    {
        Fixture f;
        f.library.rename(f.first, QStringLiteral("Premier"));
        f.settle();
        QCOMPARE(f.session.title(), QStringLiteral("Premier"));
        QVERIFY(f.titles().contains(QStringLiteral("Premier")));
        f.session.undoStack().undo();
        QCOMPARE(f.session.title(), QStringLiteral("First"));
        f.library.rename(f.second, QStringLiteral("Deuxième"));
        f.settle();
        QVERIFY(f.titles().contains(QStringLiteral("Deuxième")));
    }

    void whatIsDeletedComesBack()
    {
        Fixture f;
        QSignalSpy removed(&f.library, &ScenarioLibrary::removed);
        f.library.remove(f.second);
        f.settle();
        QCOMPARE(removed.at(0).at(0).toString(), QStringLiteral("Second"));
        QCOMPARE(f.titles(), QStringList{QStringLiteral("First")});
        QCOMPARE(f.session.documentId(), f.first);
        f.library.undoRemove();
        f.settle();
        QCOMPARE(f.titles().size(), 2);
        QVERIFY(!f.library.canUndoRemove());
    }

    void deletingTheOpenOneOpensAnother()
    {
        Fixture f;
        f.library.remove(f.first);
        f.settle();
        QCOMPARE(f.session.documentId(), f.second);
        f.library.remove(f.second);
        f.settle();
        QVERIFY(f.session.documentId() != f.second && f.session.documentId() != 0);
        QCOMPARE(f.session.title(), ScenarioTexts::newTitle());
    }

    void anOldRevisionIsRestoredAsANewOne()
    {
        Fixture f;
        f.session.setValue(kUsers, 12000.0);
        f.library.save();
        f.settle();
        f.library.showHistory(f.first);
        f.settle();
        QCOMPARE(f.library.revisions().rowCount(), 2);
        f.library.restore(1);
        f.settle();
        QCOMPARE(f.session.scenario().demand.users, 10000.0);
        QCOMPARE(f.session.revision(), 3);
        QCOMPARE(f.library.revisions().rowCount(), 3);
        QCOMPARE(f.library.revisions().index(0, RevisionListModel::Origin).data().toString(), QStringLiteral("restored from 1"));
    }

    void aFailureIsSaidAndChangesNothing()
    {
        Fixture f;
        QSignalSpy failed(&f.library, &ScenarioLibrary::failed);
        f.session.setValue(kUsers, 12000.0);
        f.shelf.failure = core::Error{core::ErrorCode::Unwritable, "read-only", {}, {}, 0};
        f.library.save();
        f.settle();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(f.session.state(), DocumentState::Edited);
        QCOMPARE(f.session.scenario().demand.users, 12000.0);
    }

    void theModelsKeepTheRulesOfItemModels()
    {
        Fixture f;
        QAbstractItemModelTester list(&f.library.scenarios(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester revisions(&f.library.revisions(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        f.library.showHistory(f.first);
        f.library.createNew(titled("Third"));
        f.settle();
        f.library.remove(f.second);
        f.library.retranslate();
        f.settle();
        f.library.showHistory(f.first);
        f.settle();
        QCOMPARE(f.library.scenarios().rowCount(), 2);
    }

    void answersAfterTheEndAreLetGo()
    {
        test::FakeShelf shelf;
        shelf.put(titled("First"));
        {
            PlanWorker worker(PlanEngine{[](const core::Scenario &, const core::Catalog &, std::stop_token) { return core::Result<core::Plan>(core::Plan()); }, {}, {}});
            ScenarioSession session(test::shippedCatalog(), worker);
            ScenarioLibrary library(shelf, session);
            library.open(1);
        }
        QTest::qWait(5);
    }
};

QTEST_MAIN(ScenarioLibraryTest)
#include "tst_scenario_library.moc"
