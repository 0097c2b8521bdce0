// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <present/plan/plan_worker.h>
#include <present/session/scenario_session.h>
#include <present/texts/library_texts.h>
#include <ui/main_window.h>
#include <ui/pages/library/library_page.h>
#include <ui/pages/settings/settings_page.h>
#include <ui/theme/theme.h>
#include <ui/widgets/message_strip.h>

#include <QAction>
#include <QApplication>
#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace headroom;
using namespace headroom::ui;

namespace {

struct WindowFixture {
    WindowFixture() : worker(present::coreEngine()), session(test::shippedCatalog(), worker)
    {
        core::Scenario scenario;
        scenario.title = "Internal assistant";
        session.openNew(scenario);
        plan = new QWidget;
        library = new LibraryPage(test::shippedCatalog(), [this](const QString &file) { return imported(file); });
        settings = new SettingsPage;
        settings->setContent({QStringLiteral("en"), QStringLiteral("light"), QStringLiteral("/home/user/.local/share/headroom"), QStringLiteral("Catalog 2026.11.1"), QStringLiteral("0.1.0")});
        window = std::make_unique<MainWindow>(session, QVector<PageEntry>{
            {QStringLiteral("plan"), QStringLiteral("plan"), [] { return QStringLiteral("Plan"); }, plan, nullptr, false},
            {QStringLiteral("library"), QStringLiteral("library"), [] { return QStringLiteral("Library"); }, library, library->headerWidget(), false},
            {QStringLiteral("settings"), QStringLiteral("settings"), [] { return QStringLiteral("Settings"); }, settings, settings->headerWidget(), true}});
        QObject::connect(library, &LibraryPage::message, window.get(), [this](const QString &text) { window->notify(text); });
        QObject::connect(library, &LibraryPage::failed, window.get(), &MainWindow::fail);
        window->resize(1280, 800);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }

    template<class T>
    T *child(const char *name)
    {
        T *found = window->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }

    present::PlanWorker worker;
    present::ScenarioSession session;
    std::unique_ptr<MainWindow> window;
    QWidget *plan;
    LibraryPage *library;
    SettingsPage *settings;
    std::function<core::Result<QString>(const QString &)> imported = [](const QString &) -> core::Result<QString> { return QStringLiteral("DeepSeek"); };
};

} // namespace

class WindowTest : public test::TestCase {
Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

    void railAndShortcutsLeadToPages();
    void titleIsEditedInPlaceAndUndone();
    void escapeLeavesTheTitleAlone();
    void shortcutsAskForWhatTheySay();
    void messagesComeOneAtATime();
    void messageActionIsCalledOnce();
    void windowStaysOpenIfTheGuardSaysSo();
    void placeIsRestored();
    void searchFindsWordsInAnyOrder();
    void aRowShowsItsSource();
    void importSaysWhatHappened();
    void settingsAreToldAtOnce();
    void gallery();
};

void WindowTest::railAndShortcutsLeadToPages()
{
    WindowFixture f;
    QCOMPARE(f.window->currentPage(), QStringLiteral("plan"));
    QSignalSpy shown(f.window.get(), &MainWindow::pageShown);
    QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(f.library->isVisible());
    QTest::mouseClick(f.child<QAbstractButton>("nav.settings"), Qt::LeftButton);
    QVERIFY(f.settings->isVisible());
    QVERIFY(f.settings->headerWidget()->isVisible());
    QVERIFY(!f.child<QLineEdit>("header.title")->isVisible());
    QTest::mouseClick(f.child<QAbstractButton>("nav.plan"), Qt::LeftButton);
    QVERIFY(f.child<QLineEdit>("header.title")->isVisible());
    QCOMPARE(shown.size(), 3);
    f.window->showPage(QStringLiteral("nowhere"));
    QCOMPARE(f.window->currentPage(), QStringLiteral("plan"));
}

void WindowTest::titleIsEditedInPlaceAndUndone()
{
    WindowFixture f;
    auto *title = f.child<QLineEdit>("header.title");
    QCOMPARE(title->text(), QStringLiteral("Internal assistant"));
    auto *undo = f.child<QToolButton>("header.undo");
    QVERIFY(!undo->isEnabled());
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Help desk"));
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(f.session.title(), QStringLiteral("Help desk"));
    QVERIFY(f.window->windowTitle().contains(QStringLiteral("Help desk")));
    QVERIFY(undo->isEnabled());
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(f.session.title(), QStringLiteral("Internal assistant"));
    QCOMPARE(title->text(), QStringLiteral("Internal assistant"));
    QTest::mouseClick(f.child<QToolButton>("header.redo"), Qt::LeftButton);
    QCOMPARE(f.session.title(), QStringLiteral("Help desk"));
}

void WindowTest::escapeLeavesTheTitleAlone()
{
    WindowFixture f;
    auto *title = f.child<QLineEdit>("header.title");
    title->setFocus();
    QTest::keyClicks(title, QStringLiteral("x"));
    QTest::keyClick(title, Qt::Key_Escape);
    QCOMPARE(title->text(), QStringLiteral("Internal assistant"));
    title->selectAll();
    QTest::keyClick(title, Qt::Key_Delete);
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(f.session.title(), QStringLiteral("Internal assistant")); // an empty title is none
    QCOMPARE(title->text(), QStringLiteral("Internal assistant"));
}

void WindowTest::shortcutsAskForWhatTheySay()
{
    WindowFixture f;
    QSignalSpy save(f.window.get(), &MainWindow::saveRevisionRequested);
    QSignalSpy create(f.window.get(), &MainWindow::newScenarioRequested);
    QSignalSpy proposal(f.window.get(), &MainWindow::proposalRequested);
    QSignalSpy picture(f.window.get(), &MainWindow::exportPictureRequested);
    QTest::keyClick(f.window.get(), Qt::Key_S, Qt::ControlModifier);
    QTest::keyClick(f.window.get(), Qt::Key_N, Qt::ControlModifier);
    QTest::keyClick(f.window.get(), Qt::Key_P, Qt::ControlModifier);
    QTest::keyClick(f.window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::mouseClick(f.child<QPushButton>("header.proposal"), Qt::LeftButton);
    QCOMPARE(save.size(), 1);
    QCOMPARE(create.size(), 1);
    QCOMPARE(proposal.size(), 2);
    QCOMPARE(picture.size(), 1);
    QCOMPARE(picture.first().first().toString(), QStringLiteral("plan"));
    f.window->setProposalPossible(false);
    QVERIFY(!f.child<QPushButton>("header.proposal")->isEnabled());
}

void WindowTest::messagesComeOneAtATime()
{
    WindowFixture f;
    f.window->notify(QStringLiteral("one"));
    f.window->warn(QStringLiteral("two"));
    QCOMPARE(f.window->messages().text(), QStringLiteral("two"));
    f.window->fail(QStringLiteral("three"));
    f.window->notify(QStringLiteral("four"));
    QCOMPARE(f.window->messages().text(), QStringLiteral("three"));
    QTest::mouseClick(f.child<QToolButton>("messageStrip.close"), Qt::LeftButton);
    QVERIFY(!f.window->messages().isVisible());
}

void WindowTest::messageActionIsCalledOnce()
{
    WindowFixture f;
    int called = 0;
    f.window->notify(QStringLiteral("Deleted."), QStringLiteral("Undo"), [&called] { ++called; });
    QTest::mouseClick(f.child<QAbstractButton>("messageStrip.action"), Qt::LeftButton);
    QCOMPARE(called, 1);
    QVERIFY(!f.window->messages().isVisible());
}

void WindowTest::windowStaysOpenIfTheGuardSaysSo()
{
    WindowFixture f;
    bool may = false;
    f.window->setCloseGuard([&may] { return may; });
    f.window->close();
    QVERIFY(f.window->isVisible());
    may = true;
    QTest::keyClick(f.window.get(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!f.window->isVisible());
}

void WindowTest::placeIsRestored()
{
    QString place;
    {
        WindowFixture f;
        f.window->resize(1000, 640);
        place = f.window->place();
    }
    WindowFixture f;
    f.window->restorePlace(QStringLiteral("not base64 !"));
    f.window->restorePlace(QString());
    f.window->restorePlace(place);
    QCOMPARE(f.window->size(), QSize(1000, 640));
}

void WindowTest::searchFindsWordsInAnyOrder()
{
    WindowFixture f;
    QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
    auto *table = f.child<QTableView>("library.table");
    const int all = table->model()->rowCount();
    auto *search = f.child<QLineEdit>("library.search");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("v3 deepseek"));
    QVERIFY(table->model()->rowCount() >= 1);
    QVERIFY(table->model()->rowCount() < all);
    search->selectAll();
    QTest::keyClicks(search, QStringLiteral("zzzz"));
    QCOMPARE(table->model()->rowCount(), 0);
    QCOMPARE(f.child<QLabel>("library.count")->text(), present::LibraryTexts::nothingFound(QStringLiteral("zzzz")));
    search->clear();
    QTest::mouseClick(f.child<QAbstractButton>("library.tables.offers"), Qt::LeftButton);
    QVERIFY(table->model()->rowCount() >= 60);
}

void WindowTest::aRowShowsItsSource()
{
    WindowFixture f;
    QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
    QTest::mouseClick(f.child<QAbstractButton>("library.tables.gpus"), Qt::LeftButton);
    auto *table = f.child<QTableView>("library.table");
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
    auto *details = f.child<QLabel>("library.details");
    QVERIFY(details->isVisible());
    QVERIFY(!details->text().isEmpty());
}

void WindowTest::importSaysWhatHappened()
{
    WindowFixture f;
    QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
    f.library->importFile(QStringLiteral("/x/config.json"));
    QCOMPARE(f.window->messages().text(), present::LibraryTexts::imported(QStringLiteral("DeepSeek")));
    f.imported = [](const QString &) -> core::Result<QString> {
        return std::unexpected(core::Error{core::ErrorCode::Unsupported, "d", {}, "model_type", 0});
    };
    f.library->importFile(QStringLiteral("/x/config.json"));
    const QString text = f.window->messages().text();
    QVERIFY2(text.contains(QStringLiteral("/x/config.json")) && text.contains(QStringLiteral("model_type")), qPrintable(text));
}

void WindowTest::settingsAreToldAtOnce()
{
    WindowFixture f;
    QTest::mouseClick(f.child<QAbstractButton>("nav.settings"), Qt::LeftButton);
    QSignalSpy theme(f.settings, &SettingsPage::themeChosen);
    QSignalSpy language(f.settings, &SettingsPage::languageChosen);
    QSignalSpy folder(f.settings, &SettingsPage::openFolderRequested);
    QTest::mouseClick(f.child<QAbstractButton>("settings.theme.dark"), Qt::LeftButton);
    QTest::mouseClick(f.child<QAbstractButton>("settings.language.zh_CN"), Qt::LeftButton);
    QTest::mouseClick(f.child<QAbstractButton>("settings.openFolder"), Qt::LeftButton);
    QCOMPARE(theme.first().first().toString(), QStringLiteral("dark"));
    QCOMPARE(language.first().first().toString(), QStringLiteral("zh_CN"));
    QCOMPARE(folder.first().first().toString(), QStringLiteral("/home/user/.local/share/headroom"));
}

void WindowTest::gallery()
{
    const QString folder = qEnvironmentVariable("HEADROOM_GALLERY");
    if (folder.isEmpty())
        QSKIP("Set HEADROOM_GALLERY to a folder to get pictures of the window.");
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        applyTheme(*qApp, mode);
        const QString theme = mode == ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark");
        WindowFixture f;
        f.window->notify(QStringLiteral("Saved as revision 12."), QStringLiteral("Show"));
        QTest::qWait(50);
        QVERIFY(f.window->grab().save(folder + QStringLiteral("/window-plan-%1.png").arg(theme)));
        f.window->messages().clear();
        for (const char *table : {"models", "gpus", "offers"}) {
            f.window->showPage(QStringLiteral("library"));
            QTest::mouseClick(f.window->findChild<QAbstractButton *>(QStringLiteral("library.tables.%1").arg(QLatin1String(table))), Qt::LeftButton);
            auto *view = f.child<QTableView>("library.table");
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(2, 0)).center());
            QTest::qWait(50);
            QVERIFY(f.window->grab().save(folder + QStringLiteral("/window-%1-%2.png").arg(QLatin1String(table), theme)));
        }
        f.window->showPage(QStringLiteral("settings"));
        f.window->fail(QStringLiteral("The folder /x cannot be written."));
        QTest::qWait(50);
        QVERIFY(f.window->grab().save(folder + QStringLiteral("/window-settings-%1.png").arg(theme)));
    }
    applyTheme(*qApp, ThemeMode::Light);
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
