// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"
#include "unit/present/fake_shelf.h"

#include <present/session/scenario_library.h>
#include <ui/pages/scenarios/scenarios_page.h>
#include <ui/theme/theme.h>
#include <ui/widgets/message_strip.h>

#include <QAbstractButton>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace headroom;

namespace {

core::Scenario titled(const char *title, double users = 10000)
{
    core::Scenario scenario;
    scenario.title = title;
    scenario.demand.users = users;
    return scenario;
}

struct Fixture {
    Fixture()
        : worker(present::PlanEngine{[](const core::Scenario &, const core::Catalog &, std::stop_token) { return core::Result<core::Plan>(core::Plan()); }, {}, {}}),
          session(test::shippedCatalog(), worker), library(shelf, session), page(library)
    {
        first = shelf.put(titled("Internal assistant, 10,000 employees"));
        second = shelf.put(titled("Branch office", 300));
        library.open(first);
        page.resize(1204, 748);
        page.show();
        settle();
    }
    // Until every answer has come and what follows from it is shown.
    void settle()
    {
        const QDeadlineTimer deadline(20000);
        for (int quietTurns = 0; quietTurns < 3 && !deadline.hasExpired();) {
            QCoreApplication::processEvents();
            quietTurns = shelf.isIdle() && !session.isPlanning() ? quietTurns + 1 : 0;
        }
    }
    QAbstractButton *button(const char *name) { return page.findChild<QAbstractButton *>(QStringLiteral("scenarios.") + QLatin1String(name)); }
    void press(const char *name)
    {
        QTest::mouseClick(button(name), Qt::LeftButton);
        settle();
    }
    void choose(const QString &title)
    {
        auto *list = page.findChild<QTreeView *>(QStringLiteral("scenarios.list"));
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()->index(row, 0).data().toString() == title)
                QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
        settle();
    }
    QStringList titles()
    {
        QStringList all;
        for (int row = 0; row < library.scenarios().rowCount(); ++row)
            all.append(library.scenarios().index(row, 0).data().toString());
        return all;
    }

    test::FakeShelf shelf;
    present::PlanWorker worker;
    present::ScenarioSession session;
    present::ScenarioLibrary library;
    ui::ScenariosPage page;
    db::ScenarioId first = 0, second = 0;
};

} // namespace

class ScenariosPageTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::ThemeMode::Light); }

    void opensWhatIsChosen()
    {
        Fixture f;
        QSignalSpy opened(&f.page, &ui::ScenariosPage::opened);
        f.choose(QStringLiteral("Branch office"));
        f.press("open");
        QCOMPARE(f.session.documentId(), f.second);
        QCOMPARE(opened.count(), 1);
        f.choose(QStringLiteral("Internal assistant, 10,000 employees"));
        auto *list = f.page.findChild<QTreeView *>(QStringLiteral("scenarios.list"));
        QTest::keyClick(list, Qt::Key_Return);
        f.settle();
        QCOMPARE(f.session.documentId(), f.first);
        QCOMPARE(opened.count(), 2);
    }

    void makesANewOneAndACopy()
    {
        Fixture f;
        f.press("new");
        QCOMPARE(f.titles().size(), 3);
        QCOMPARE(f.session.state(), present::DocumentState::New);
        f.choose(QStringLiteral("Branch office"));
        f.press("duplicate");
        QCOMPARE(f.session.title(), QStringLiteral("Branch office (copy)"));
        QCOMPARE(f.session.scenario().demand.users, 300.0);
    }

    void renamesInTheList()
    {
        Fixture f;
        f.choose(QStringLiteral("Branch office"));
        f.press("rename");
        auto *edit = f.page.findChild<QLineEdit *>(QStringLiteral("scenarios.title"));
        QVERIFY(edit);
        QTest::keyClicks(edit, QStringLiteral("City hall"));
        QTest::keyClick(edit, Qt::Key_Return);
        f.settle();
        QVERIFY(f.titles().contains(QStringLiteral("City hall")));
        // Escape leaves the title as it is.
        auto *list = f.page.findChild<QTreeView *>(QStringLiteral("scenarios.list"));
        f.choose(QStringLiteral("City hall"));
        QTest::keyClick(list, Qt::Key_F2);
        edit = f.page.findChild<QLineEdit *>(QStringLiteral("scenarios.title"));
        QVERIFY(edit);
        QTest::keyClicks(edit, QStringLiteral("Nowhere"));
        QTest::keyClick(edit, Qt::Key_Escape);
        f.settle();
        QVERIFY(f.titles().contains(QStringLiteral("City hall")));
    }

    void deletingIsTakenBack()
    {
        Fixture f;
        f.choose(QStringLiteral("Branch office"));
        QTest::keyClick(f.page.findChild<QTreeView *>(QStringLiteral("scenarios.list")), Qt::Key_Delete);
        f.settle();
        QCOMPARE(f.titles(), QStringList{QStringLiteral("Internal assistant, 10,000 employees")});
        auto *strip = f.page.findChild<ui::MessageStrip *>();
        QVERIFY(strip->isVisible() && strip->text().contains(QStringLiteral("Branch office")));
        emit strip->actionTriggered();
        f.settle();
        QCOMPARE(f.titles().size(), 2);
    }

    void restoresAnOldRevision()
    {
        Fixture f;
        f.session.setValue(QStringLiteral("demand.users"), 12000.0);
        f.library.save();
        f.settle();
        f.choose(QStringLiteral("Internal assistant, 10,000 employees"));
        auto *revisions = f.page.findChild<QTreeView *>(QStringLiteral("scenarios.revisions"));
        QCOMPARE(revisions->model()->rowCount(), 2);
        QVERIFY(!f.button("restore")->isEnabled());
        QTest::mouseClick(revisions->viewport(), Qt::LeftButton, {}, revisions->visualRect(revisions->model()->index(1, 0)).center());
        QVERIFY(f.button("restore")->isEnabled());
        f.press("restore");
        QCOMPARE(f.session.scenario().demand.users, 10000.0);
        QCOMPARE(revisions->model()->rowCount(), 3);
    }

    void whatWasApprovedIsSaidBesideItsRevisions()
    {
        Fixture f;
        auto *approval = f.page.findChild<QLabel *>(QStringLiteral("scenarios.approval"));
        QVERIFY(approval && !approval->isVisible());
        db::Baseline baseline;
        baseline.scenarioId = f.first;
        baseline.scenario = titled("Internal assistant, 10,000 employees");
        baseline.plan = "{}";
        baseline.catalogVersion = "2026.11.1+prices-3";
        f.choose(QStringLiteral("Internal assistant, 10,000 employees"));
        f.library.freeze(baseline);
        f.settle();
        QVERIFY(approval->isVisible());
        QVERIFY(approval->text().contains(QStringLiteral("2026.11.1+prices-3")));
        f.choose(QStringLiteral("Branch office"));
        QVERIFY(!approval->isVisible());
        f.choose(QStringLiteral("Internal assistant, 10,000 employees"));
        QVERIFY(approval->isVisible());
    }

    void aFailureIsSaidInTheStrip()
    {
        Fixture f;
        f.shelf.failure = core::Error{core::ErrorCode::Database, "disk full", {}, {}, 0};
        f.press("duplicate");
        QVERIFY(f.page.findChild<ui::MessageStrip *>()->text().contains(QStringLiteral("database")));
        QCOMPARE(f.titles().size(), 2);
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("HEADROOM_GALLERY");
        if (folder.isEmpty())
            QSKIP("Set HEADROOM_GALLERY to a folder to get pictures of the page.");
        QDir().mkpath(folder);
        Fixture f;
        f.session.setValue(QStringLiteral("demand.users"), 12000.0);
        f.library.save();
        f.choose(QStringLiteral("Branch office"));
        f.press("delete");
        QVERIFY(f.page.grab().save(folder + QStringLiteral("/scenarios.png")));
    }
};

QTEST_MAIN(ScenariosPageTest)
#include "tst_scenarios_page.moc"
