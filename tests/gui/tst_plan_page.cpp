// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan_page_fixture.h"
#include "support/test_case.h"

#include <ui/pages/plan/derivation_panel.h>
#include <ui/widgets/slider_field.h>

#include <QDir>
#include <QScrollArea>
#include <QScrollBar>

using namespace headroom;
using test::PlanPageFixture;
using test::sampleScenario;

class PlanPageTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::ThemeMode::Light); }
    void pictures();
};

// For looking at: HEADROOM_GALLERY names a folder.
void PlanPageTest::pictures()
{
    const QString folder = qEnvironmentVariable("HEADROOM_GALLERY");
    if (folder.isEmpty())
        QSKIP("Set HEADROOM_GALLERY to a folder to get pictures of the page.");
    QDir().mkpath(folder);
    const auto grab = [&](QWidget &page, const QString &name) {
        QTest::qWait(60); // charts draw when the event loop is idle
        QVERIFY(page.grab().save(folder + u'/' + name + QStringLiteral(".png"))); };
    for (const ui::ThemeMode mode : {ui::ThemeMode::Light, ui::ThemeMode::Dark}) {
        ui::applyTheme(*qApp, mode);
        const QString theme = mode == ui::ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark");
        PlanPageFixture f;
        grab(f.page, QStringLiteral("plan-1280-") + theme);
        f.page.resize(1364, 848);
        QTest::qWait(50);
        grab(f.page, QStringLiteral("plan-1440-") + theme);
        f.page.showWhy(core::Figure::Gpus);
        QTest::qWait(50);
        grab(f.page, QStringLiteral("plan-why-") + theme);
        f.page.closeWhy();
        f.page.resize(1364, 2600);
        QTest::qWait(50);
        grab(f.page, QStringLiteral("plan-long-") + theme);
        f.page.resize(1204, 748);
        f.page.setGuided(true);
        QTest::qWait(50);
        grab(f.page, QStringLiteral("plan-guided-") + theme);
        f.page.setGuided(false);
        f.session.setValue(QStringLiteral("hardware.ttft_p95_target_s"), 0.01);
        f.settle();
        grab(f.page, QStringLiteral("plan-impossible-") + theme);
    }
    ui::applyTheme(*qApp, ui::ThemeMode::Light);
}

QTEST_MAIN(PlanPageTest)
#include "tst_plan_page.moc"
