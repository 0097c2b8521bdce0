// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/shipped_catalog.h"

#include <core/planning/scenario.h>
#include <present/i18n/language.h>
#include <present/plan/plan_view_model.h>
#include <present/plan/plan_worker.h>
#include <present/session/scenario_session.h>
#include <ui/pages/plan/plan_page.h>
#include <ui/theme/theme.h>

#include <QApplication>
#include <QTest>

namespace headroom::test {

// The case that the program began with.
inline core::Scenario sampleScenario()
{
    core::Scenario scenario;
    scenario.hardware.considered = {"6x a100-80gb-sxm"};
    return scenario;
}

// The real engine without what comes after its first answer: most tests ask for no more, and it takes a second of a slow machine.
inline present::PlanEngine closedFormEngine()
{
    present::PlanEngine engine = present::coreEngine();
    engine.refine = {};
    engine.sensitivity = {};
    return engine;
}

// The real page over the real engine and the shipped catalog, in a window that is shown.
struct PlanPageFixture {
    explicit PlanPageFixture(const core::Scenario &scenario = sampleScenario(), QSize size = {1204, 748}, present::PlanEngine engine = closedFormEngine())
        : worker(std::move(engine)), session(shippedCatalog(), worker), model(session), page(model)
    {
        db::StoredScenario stored;
        stored.summary.id = 1;
        stored.summary.revision = 1;
        stored.summary.title = scenario.title;
        stored.scenario = scenario;
        session.open(stored);
        page.resize(size);
        page.show();
        settle();
    }

    // Until the newest input is answered, and nothing better follows.
    bool settle()
    {
        return QTest::qWaitFor([this] { return session.isSettled(); }, 60000);
    }

    const present::PlanView &view() const { return model.view(); }
    const present::TileView &tile(core::Figure figure) const
    {
        for (const present::TileView &tile : model.view().tiles)
            if (tile.figure == figure)
                return tile;
        qFatal("no such tile");
    }

    present::PlanWorker worker;
    present::ScenarioSession session;
    present::PlanViewModel model;
    ui::PlanPage page;
};

} // namespace headroom::test
