// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <present/plan/plan_view_model.h>
#include <present/session/scenario_session.h>
#include <present/texts/field_texts.h>

#include <QSignalSpy>

using namespace headroom;
using namespace headroom::present;

namespace {

const QString kUsers = QStringLiteral("demand.users");
const QString kPeak = QStringLiteral("demand.peak_rps");

db::StoredScenario stored(db::ScenarioId id, int revision, bool draft, const core::Scenario &scenario = {})
{
    db::StoredScenario made;
    made.summary.id = id;
    made.summary.revision = revision;
    made.summary.hasDraft = draft;
    made.summary.title = scenario.title;
    made.scenario = scenario;
    return made;
}

// A session over a planner that answers at once with a bill of one dollar a user.
struct Fixture {
    Fixture() : worker(engine()), session(test::shippedCatalog(), worker) { session.open(stored(1, 1, false)); }

    static PlanEngine engine()
    {
        PlanEngine engine;
        engine.plan = [](const core::Scenario &scenario, const core::Catalog &, std::stop_token) -> core::Result<core::Plan> {
            core::Plan plan;
            plan.scenario = scenario;
            plan.recommended = core::PlanOption();
            plan.recommended->offer.provider = "example";
            plan.recommended->monthlyCost = core::Money(core::Currency::USD, static_cast<std::int64_t>(scenario.demand.users) * 1000000);
            plan.recommended->monthlyCostAlwaysOn = plan.recommended->monthlyCost;
            plan.meetsDemand = true;
            return plan;
        };
        return engine;
    }
    bool settle() { return QTest::qWaitFor([this] { return !session.isPlanning(); }); }

    PlanWorker worker;
    ScenarioSession session;
};

} // namespace

class ScenarioSessionTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void anEditIsUndoneAndRedone()
    {
        Fixture f;
        QSignalSpy changes(&f.session, &ScenarioSession::scenarioChanged);
        QVERIFY(f.session.setValue(kUsers, 12000.0));
        QCOMPARE(f.session.scenario().demand.users, 12000.0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(f.session.undoStack().undoText(), QStringLiteral("Users: 10,000 → 12,000"));
        f.session.undoStack().undo();
        QCOMPARE(f.session.scenario(), core::Scenario());
        f.session.undoStack().redo();
        QCOMPARE(f.session.scenario().demand.users, 12000.0);
        QCOMPARE(changes.count(), 3);
    }

    void aDragIsOneEdit()
    {
        Fixture f;
        for (double users = 10100; users <= 20000; users += 100)
            f.session.setValue(kUsers, users);
        QCOMPARE(f.session.undoStack().count(), 1);
        f.session.endGesture();
        f.session.setValue(kUsers, 30000.0);
        QCOMPARE(f.session.undoStack().count(), 2);
        f.session.undoStack().undo();
        QCOMPARE(f.session.scenario().demand.users, 20000.0);
        f.session.undoStack().undo();
        QCOMPARE(f.session.scenario().demand.users, 10000.0);
    }

    void differentFieldsDoNotMerge()
    {
        Fixture f;
        f.session.setValue(kUsers, 12000.0);
        f.session.setValue(QStringLiteral("demand.adoption_ratio"), 0.5);
        f.session.setValue(kUsers, 13000.0);
        QCOMPARE(f.session.undoStack().count(), 3);
    }

    void anEditThatEndsWhereItBeganIsNone()
    {
        Fixture f;
        f.session.setValue(kUsers, 12000.0);
        f.session.setValue(kUsers, 10000.0);
        QCOMPARE(f.session.undoStack().count(), 0);
        QVERIFY(f.session.setValue(kUsers, 10000.0)); // what stands there already
        QCOMPARE(f.session.undoStack().count(), 0);
        QCOMPARE(f.session.state(), DocumentState::Saved);
    }

    void editsAfterUndoAreTheirOwn()
    {
        Fixture f;
        f.session.setValue(kUsers, 12000.0);
        f.session.setValue(kUsers, 13000.0);
        f.session.undoStack().undo();
        f.session.setValue(kUsers, 14000.0);
        QCOMPARE(f.session.undoStack().count(), 1);
        f.session.undoStack().undo();
        QCOMPARE(f.session.scenario().demand.users, 10000.0);
    }

    void aRefusedValueIsNoEdit()
    {
        Fixture f;
        QVERIFY(!f.session.setValue(kUsers, -5.0));
        QVERIFY(!f.session.setValue(QStringLiteral("demand.workload"), QStringLiteral("daydreaming")));
        QCOMPARE(f.session.undoStack().count(), 0);
        QCOMPARE(f.session.scenario(), core::Scenario());
    }

    void thePeakFollowsTheUsersUntilItIsSet()
    {
        Fixture f;
        QVERIFY(f.session.peak().tied);
        QCOMPARE(f.session.peak().peakRps, 75.0);
        f.session.setValue(kUsers, 20000.0);
        QCOMPARE(f.session.peak().peakRps, 150.0);

        f.session.setValue(kPeak, 90.0);
        QVERIFY(!f.session.peak().tied);
        QCOMPARE(f.session.peak().peakRps, 90.0);
        QCOMPARE(f.session.peak().fromUsersRps, 150.0);
        f.session.setValue(kUsers, 10000.0);
        QCOMPARE(f.session.peak().peakRps, 90.0);
        QVERIFY(FieldTexts::peakNote(f.session.peak()).contains(QStringLiteral("75/s")));

        f.session.tiePeak();
        QVERIFY(f.session.peak().tied);
        QCOMPARE(f.session.peak().peakRps, 75.0);
        QVERIFY(!f.session.scenario().demand.peakRps);
        f.session.undoStack().undo();
        QCOMPARE(f.session.peak().peakRps, 90.0);
    }

    void theFormulaOfThePeakHasItsNumbers()
    {
        Fixture f;
        QString formula = FieldTexts::peakFormula(f.session.scenario().demand, f.session.peak());
        QCOMPARE(formula.replace(QChar(0x00a0), u' '), QStringLiteral("10,000 × 45 % × 24/h ÷ 3,600 × 2.5 = 75/s"));
    }

    void aKindOfWorkBringsItsLengthsAsOneEdit()
    {
        Fixture f;
        f.session.setValue(QStringLiteral("demand.workload"), QStringLiteral("rag"));
        QCOMPARE(f.session.scenario().demand.inputTokensMean, 3000.0);
        QCOMPARE(f.session.scenario().demand.outputTokensMean, 400.0);
        f.session.undoStack().undo();
        QCOMPARE(f.session.scenario(), core::Scenario());
    }

    void theStateFollowsEditsAndSaves()
    {
        Fixture f;
        QCOMPARE(f.session.state(), DocumentState::Saved);
        f.session.setValue(kUsers, 12000.0);
        QCOMPARE(f.session.state(), DocumentState::Edited);
        f.session.undoStack().undo();
        QCOMPARE(f.session.state(), DocumentState::Saved);
        f.session.undoStack().redo();
        db::ScenarioSummary saved;
        saved.id = 1;
        saved.revision = 2;
        f.session.adopt(saved);
        QCOMPARE(f.session.state(), DocumentState::Saved);
        QCOMPARE(f.session.revision(), 2);
        f.session.undoStack().undo();
        QCOMPARE(f.session.state(), DocumentState::Edited);

        f.session.open(stored(2, 3, true));   // came back from a crash with a draft
        QCOMPARE(f.session.state(), DocumentState::Edited);
        QVERIFY(!f.session.undoStack().canUndo());
        f.session.openNew({});
        QCOMPARE(f.session.state(), DocumentState::New);
    }

    void theTitleIsPartOfTheDocument()
    {
        Fixture f;
        QSignalSpy document(&f.session, &ScenarioSession::documentChanged);
        f.session.setValue(QStringLiteral("title"), QStringLiteral("Branch office"));
        QVERIFY(document.count() >= 1);
        QCOMPARE(f.session.title(), QStringLiteral("Branch office"));
    }

    void theLastEditOfADragIsPlanned()
    {
        Fixture f;
        QVERIFY(f.settle());
        for (double users = 10100; users <= 20000; users += 100)
            f.session.setValue(kUsers, users);
        QVERIFY(f.settle());
        QCOMPARE(f.session.answer()->scenario.demand.users, 20000.0);
    }

    void theCostIsComparedWithThatBeforeTheDrag()
    {
        Fixture f;
        PlanViewModel model(f.session);
        QVERIFY(f.settle());
        const auto firstLine = [&] { return model.view().tiles.at(1).lines.at(0).text; };
        QVERIFY(!firstLine().contains(QStringLiteral("last edit")));
        for (double users = 11000; users <= 14000; users += 1000) {
            f.session.setValue(kUsers, users);
            QVERIFY(f.settle());
        }
        QCOMPARE(firstLine(), QStringLiteral("▲ $4,000 by last edit"));
        f.session.endGesture();
        f.session.setValue(kUsers, 12000.0);
        QVERIFY(f.settle());
        QCOMPARE(firstLine(), QStringLiteral("▼ $2,000 by last edit"));
        f.session.undoStack().undo();
        QVERIFY(f.settle());
        QCOMPARE(firstLine(), QStringLiteral("▲ $2,000 by last edit"));
        f.session.open(stored(2, 1, false));
        QVERIFY(f.settle());
        QVERIFY(!firstLine().contains(QStringLiteral("last edit")));
    }

    void aNewCatalogIsPlannedWith()
    {
        Fixture f;
        QVERIFY(f.settle());
        auto other = std::make_shared<core::Catalog>(*test::shippedCatalog());
        other->version = "other";
        f.session.setCatalog(other);
        QVERIFY(f.settle());
        QCOMPARE(f.session.answer()->catalog->version, std::string("other"));
    }
};

QTEST_MAIN(ScenarioSessionTest)
#include "tst_scenario_session.moc"
