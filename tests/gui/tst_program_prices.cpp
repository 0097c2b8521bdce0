// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_context.h"
#include "window/program.h"
#include "support/test_case.h"

#include <ui/theme/theme.h>
#include <ui/widgets/message_strip.h>

#include <present/live/plan_watch.h>

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

using namespace headroom;

namespace {

// The real window over a data folder of its own.
struct Window {
    Window()
    {
        context.dataDir = folder.path().toStdString();
        const auto catalog = context.catalog();
        if (!catalog)
            qFatal("no catalog");
        app::ProgramOptions options;
        options.dataFolder = context.dataFolder();
        options.catalog = *catalog;
        options.reloadCatalog = [this] { return context.reloadCatalog(); };
        options.sample = app::sampleScenario();
        language.select(QStringLiteral("en"));
        program = std::make_unique<app::Program>(std::move(options), language);
        program->window().resize(1440, 900);
        program->window().show();
        program->start();
    }
    template<class T>
    T *child(const char *name)
    {
        T *found = program->window().findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }
    void type(const char *field, const QString &text)
    {
        child<QLineEdit>(field)->clear();
        QTest::keyClicks(child<QLineEdit>(field), text);
    }
    void press(const char *button) { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }
    std::optional<core::Money> monthly() const
    {
        const present::PlanAnswerPtr answer = program->session().answer();
        return answer && answer->plan && answer->plan->recommended ? std::optional(answer->plan->recommended->monthlyCost) : std::nullopt;
    }

    QTemporaryDir folder;
    app::CommandContext context;
    present::Language language;
    std::unique_ptr<app::Program> program;
};

} // namespace

// Own prices through the whole program: form, store, catalog, plan.
class ProgramPricesTest : public test::TestCase {
Q_OBJECT

    std::unique_ptr<Window> window; // one for all: a process has one window

private slots:
    void initTestCase()
    {
        ui::applyTheme(*qApp, ui::ThemeMode::Light);
        window = std::make_unique<Window>();
    }
    void cleanupTestCase() { window.reset(); }

    void anOwnPriceReplansTheOpenScenarioAndIsTakenBack()
    {
        Window &w = *window;
        // Once it is in the store: by then the settings have chosen their page.
        QTRY_VERIFY_WITH_TIMEOUT(w.program->session().documentId() != 0 && w.program->session().isSettled() && w.monthly(), 60'000);
        const present::PlanAnswerPtr before = w.program->session().answer();
        const core::Money list = *w.monthly();
        const core::OfferUse &offer = before->plan->recommended->offer;
        w.program->window().showPage(QStringLiteral("library"));
        w.child<QAbstractButton>("library.tables.own")->click();
        w.press("own.add");
        w.type("own.name", QStringLiteral("Frame 17"));
        w.type("own.provider", QString::fromStdString(offer.provider));
        w.type("own.discount", QStringLiteral("50"));
        w.press("own.saveContract");
        QTRY_VERIFY_WITH_TIMEOUT(w.monthly() && core::compare(*w.monthly(), list) < 0, 60'000);
        QVERIFY(w.program->session().answer()->catalog->version.find("+prices-") != std::string::npos);
        QVERIFY(w.program->window().messages().isVisibleTo(&w.program->window()));
        // The command line sees the same store.
        const auto catalog = w.context.reloadCatalog();
        QVERIFY(catalog && (*catalog)->version == w.program->session().answer()->catalog->version);
        QTRY_VERIFY(w.child<QPushButton>("own.undo")->isEnabled());
        w.press("own.undo");
        QTRY_VERIFY_WITH_TIMEOUT(w.program->session().isSettled() && w.monthly() == list, 60'000);
    }

    void aWatchedPlanStaysAsItWasFrozenWhateverPricesDo()
    {
        Window &w = *window;
        QTRY_VERIFY_WITH_TIMEOUT(w.program->session().documentId() != 0 && w.program->session().isSettled() && w.monthly(), 60'000);
        const std::string provider = w.program->session().answer()->plan->recommended->offer.provider;
        w.program->window().showPage(QStringLiteral("live"));
        w.program->live().startDemo();
        auto *bind = w.child<QPushButton>("planWatch.bind");
        auto *unbind = w.child<QPushButton>("planWatch.unbind");
        auto *table = w.child<QTableView>("planWatch.table");
        const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QTRY_VERIFY_WITH_TIMEOUT(bind->isVisible() && bind->isEnabled(), 60'000);
        QVERIFY(!table->isVisible());
        QTest::mouseClick(bind, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(unbind->isVisible(), 60'000);
        QCOMPARE(table->model()->rowCount(), 5);
        const QString lead = w.child<QLabel>("planWatch.lead")->text();
        QVERIFY2(lead.contains(QString::fromStdString(w.program->session().answer()->plan->calibration)), qPrintable(lead));
        QVERIFY(w.child<QLabel>("planWatch.remark")->text().contains(QStringLiteral("made up")));
        QTRY_VERIFY_WITH_TIMEOUT(cell(1, 2) != QStringLiteral("—"), 60'000); // the demo cluster serves
        const QString approved = cell(4, 1);
        QTRY_VERIFY_WITH_TIMEOUT(cell(4, 3) == QStringLiteral("the same"), 60'000);
        const std::string version = w.program->session().answer()->catalog->version;
        // Half the price: the frozen figure stays, the difference is told.
        core::ContractWords words;
        words.name = "Half";
        words.provider = provider;
        words.discount = "50";
        w.program->window().showPage(QStringLiteral("library"));
        QVERIFY(!w.program->window().findChild<ui::LibraryPage *>()->ownPrices().saveContract(0, words));
        QTRY_VERIFY_WITH_TIMEOUT(w.program->session().answer()->catalog->version != version, 60'000);
        w.program->window().showPage(QStringLiteral("live"));
        QTRY_VERIFY_WITH_TIMEOUT(cell(4, 3).startsWith(QStringLiteral("−")), 60'000);
        QCOMPARE(cell(4, 1), approved);
        if (const QString folder = qEnvironmentVariable("HEADROOM_GALLERY"); !folder.isEmpty())
            QVERIFY(w.program->window().grab().save(folder + QStringLiteral("/plan-watch.png")));
        QTest::mouseClick(unbind, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!unbind->isVisible(), 60'000);
        QVERIFY(!table->isVisible());
    }
};

QTEST_MAIN(ProgramPricesTest)
#include "tst_program_prices.moc"
