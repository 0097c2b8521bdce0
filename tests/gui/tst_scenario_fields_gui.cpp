// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan_page_fixture.h"
#include "support/test_case.h"

#include <present/session/scenario_fields.h>
#include <ui/widgets/group_section.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSlider>
#include <QTemporaryDir>
#include <QUrl>

using namespace headroom;
using test::PlanPageFixture;

namespace {

// What of the answer differs between two pictures of it.
QStringList changesBetween(const present::PlanView &a, const present::PlanView &b)
{
    QStringList changes;
    const auto note = [&](const char *name, bool differs) {
        if (differs)
            changes.append(QString::fromLatin1(name));
    };
    for (std::size_t i = 0; i < a.tiles.size() && i < b.tiles.size(); ++i)
        note(qPrintable(QStringLiteral("tile.") + a.tiles[i].id), a.tiles[i] != b.tiles[i]);
    note("latency", a.latency != b.latency);
    note("options", a.options != b.options);
    note("memory", a.memory != b.memory);
    note("throughput", a.throughput != b.throughput);
    note("cost", a.cost != b.cost);
    note("day", a.day != b.day);
    note("banners", a.banners != b.banners);
    note("leftOut", a.leftOut != b.leftOut);
    return changes;
}

struct Move {
    const char *id;
    const char *how;        // what is done to the control
    const char *expected;   // what must differ after it, at least, with blanks between; empty: nothing may
};

constexpr Move kMoves[]{
    {"title", "type:Branch office", ""},
    {"demand.users", "type:40000", "tile.gpus tile.monthly_cost latency cost day"},
    {"demand.adoption_ratio", "page up", "tile.gpus tile.monthly_cost day"},
    {"demand.requests_per_user_hour", "page up", "tile.gpus tile.monthly_cost cost"},
    {"demand.peak_rps", "type:150", "tile.gpus tile.monthly_cost cost day"},
    {"demand.workload", "down", "tile.gpus tile.monthly_cost throughput"},
    {"demand.input_tokens_mean", "type:4000", "tile.gpus throughput latency"},
    {"demand.output_tokens_mean", "type:900", "tile.gpus tile.monthly_cost throughput"},
    {"demand.max_context", "type:1000000", "banners"},
    {"demand.prefix_cache_hit_ratio", "type:80", "tile.ttft_p95_s throughput"},
    {"demand.day_profile", "down", "tile.monthly_cost day tile.cost_per_million_output_tokens"},
    {"demand.burstiness", "type:2", ""},
    {"demand.input_tokens_p95", "type:1500", ""},
    {"demand.output_tokens_p95", "type:600", ""},
    {"demand.input_histogram", "drop:100\n700\n4000\n", "tile.gpus throughput"},
    {"demand.output_histogram", "drop:tokens,count\n100,3\n900,7\n", "tile.gpus throughput"},
    {"model.id", "find:Llama 3.3", "tile.gpus memory throughput"},
    {"model.format", "segment:bf16", "tile.gpus memory"},
    {"model.engine", "down", "memory"},
    {"hardware.gpus", "tick:H200 SXM", "tile.gpus options memory"},
    {"hardware.exclude_gpus", "tick:B200 SXM", "tile.gpus options"},
    {"hardware.headroom_ratio", "type:80", "tile.gpus tile.headroom_ratio"},
    {"hardware.redundancy", "segment:1", "tile.gpus tile.monthly_cost tile.headroom_ratio"},
    {"hardware.ttft_p95_target_s", "type:5", "tile.ttft_p95_s latency"},
    {"hardware.tpot_p95_target_s", "type:50", "tile.gpus tile.monthly_cost"},
    {"hardware.e2e_target_s", "type:12", "tile.ttft_p95_s latency"},
    {"hardware.target_percentile", "segment:p99", "tile.ttft_p95_s latency"},
    {"hardware.max_power_w", "type:20", "banners options"},
    {"hardware.max_gpus", "type:8", "options"},
    {"hardware.considered", "fleet:16", "banners"},
    {"money.offers", "tick:AWS", "tile.monthly_cost options"},
    {"money.commitment", "segment:1y", "tile.monthly_cost"},
    {"money.currency", "segment:CNY", "tile.monthly_cost tile.cost_per_million_output_tokens options cost"},
    {"money.regions", "tick:Sweden", "options"},
    {"money.exclude_regions", "tick:United States", "options"},
    {"money.committed_ratio", "type:50", ""}, // nothing is committed yet
    {"money.spot_ratio", "type:100", "tile.monthly_cost"},
    {"money.capacity", "down", "tile.monthly_cost day"},
    {"money.min_replicas", "type:2", "tile.monthly_cost day"},
    {"money.scale_up_minutes", "type:60", "tile.monthly_cost"},
    {"money.storage_gb", "type:5000", ""},    // of the bill around the instances
    {"money.egress_gb", "type:5000", ""},
    {"money.support_ratio", "type:10", ""},
    {"money.api_input_per_million", "type:2", ""},
    {"money.api_output_per_million", "type:8", ""},
    {"own_hardware.server_price", "type:400000", ""}, // own hardware is not among the offers
    {"own_hardware.network_ratio", "type:20", ""},
    {"own_hardware.depreciation_months", "type:60", ""},
    {"own_hardware.residual_ratio", "type:20", ""},
    {"own_hardware.capital_ratio", "type:5", ""},
    {"own_hardware.electricity_per_kwh", "type:0.2", ""},
    {"own_hardware.pue", "type:1.2", ""},
    {"own_hardware.colocation_per_kw_month", "type:250", ""},
    {"own_hardware.support_ratio", "type:12", ""},
    {"own_hardware.software_per_gpu_year", "type:4500", ""},
    {"own_hardware.staff_per_server_year", "type:9000", ""},
    {"own_hardware.tax_ratio", "type:13", ""},
    {"growth.start_ratio", "type:50", ""},
    {"growth.monthly_ratio", "type:5", ""},
    {"growth.steps", "type:6: 1.5", ""},
    {"growth.lead_weeks", "type:8", ""},
    {"growth.horizon_months", "type:24", ""},
    {"proposal.customer", "type:City library", ""},
    {"proposal.author", "type:A. Planner", ""},
    {"proposal.note", "type:Second floor first.", ""},
    {"layout.gpus", "type:64", "tile.gpus tile.monthly_cost"},
    {"layout.tp", "type:8", "tile.gpus throughput"},
    {"layout.pp", "type:2", "tile.gpus throughput"},
    {"layout.ep", "type:1", "tile.gpus"},
    {"layout.dp", "type:1", "tile.gpus throughput"},
    {"layout.replicas", "type:9", "tile.gpus tile.monthly_cost"},
};

} // namespace

// Every field of a scenario has its control on the page, and moving it, by mouse and keyboard alone, moves what it should.
class ScenarioFieldsGuiTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::ThemeMode::Light); }
    void everyFieldHasItsControl_data();
    void everyFieldHasItsControl();
    void movingAControlMovesTheAnswer_data();
    void movingAControlMovesTheAnswer();
    void theTableOfMovesIsComplete();

private:
    static void openGroups(PlanPageFixture &f)
    {
        // Inner groups are only reached once the outer ones are open.
        for (int round = 0; round < 2; ++round)
            for (ui::GroupSection *group : f.page.findChildren<ui::GroupSection *>())
                if (!group->isOpen() && group->isVisible())
                    QTest::mouseClick(group->headingButton(), Qt::LeftButton);
        QTest::qWait(0);
    }
    template<class W>
    static W *part(PlanPageFixture &f, const QString &name)
    {
        W *found = f.page.findChild<W *>(name);
        if (!found)
            return nullptr;
        f.page.findChild<QScrollArea *>(QStringLiteral("plan.wizard"))->ensureWidgetVisible(found);
        return found;
    }
    static bool move(PlanPageFixture &f, const QString &id, const QString &how);
};

void ScenarioFieldsGuiTest::everyFieldHasItsControl_data()
{
    QTest::addColumn<QString>("id");
    for (const present::ScenarioField &field : present::scenarioFields())
        QTest::newRow(qPrintable(field.id)) << field.id;
}

void ScenarioFieldsGuiTest::everyFieldHasItsControl()
{
    QFETCH(QString, id);
    PlanPageFixture f;
    openGroups(f);
    const auto controls = f.page.findChildren<QWidget *>(id);
    QCOMPARE(controls.size(), 1);
    QVERIFY(controls.first()->isVisible());
    QVERIFY(!controls.first()->toolTip().isEmpty());
    // Everything in it that takes the keyboard says what it is.
    bool reachable = false;
    for (QWidget *child : controls.first()->findChildren<QWidget *>()) {
        if (!(child->focusPolicy() & Qt::TabFocus) || !child->isVisible() || qobject_cast<QAbstractItemView *>(child))
            continue;
        reachable = true;
        const auto *button = qobject_cast<QAbstractButton *>(child);
        QVERIFY2(!child->accessibleName().isEmpty() || (button && !button->text().isEmpty()), qPrintable(child->objectName()));
    }
    QVERIFY(reachable);
}

void ScenarioFieldsGuiTest::movingAControlMovesTheAnswer_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("how");
    QTest::addColumn<QStringList>("expected");
    for (const Move &made : kMoves)
        QTest::newRow(made.id) << QString::fromLatin1(made.id) << QString::fromLatin1(made.how) << QString::fromLatin1(made.expected).split(u' ', Qt::SkipEmptyParts);
}

void ScenarioFieldsGuiTest::theTableOfMovesIsComplete()
{
    QStringList moved, fields;
    for (const Move &made : kMoves)
        moved.append(QString::fromLatin1(made.id));
    for (const present::ScenarioField &field : present::scenarioFields())
        fields.append(field.id);
    moved.sort();
    fields.sort();
    QCOMPARE(moved, fields);
}

bool ScenarioFieldsGuiTest::move(PlanPageFixture &f, const QString &id, const QString &how)
{
    const QString what = how.section(u':', 0, 0);
    const QString with = how.section(u':', 1);
    if (what == QStringLiteral("type")) {
        auto *field = part<QWidget>(f, id + QStringLiteral(".field"));
        if (!field)
            return false;
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, with);
        if (!qobject_cast<QPlainTextEdit *>(field))
            QTest::keyClick(field, Qt::Key_Return);
        return true;
    }
    if (what == QStringLiteral("page up")) {
        auto *slider = part<QSlider>(f, id + QStringLiteral(".slider"));
        if (!slider)
            return false;
        slider->setFocus(Qt::TabFocusReason);
        QTest::keyClick(slider, Qt::Key_PageUp);
        QTest::keyClick(slider, Qt::Key_PageUp);
        return true;
    }
    if (what == QStringLiteral("down")) {
        auto *list = part<QComboBox>(f, id + QStringLiteral(".list"));
        if (!list)
            return false;
        list->setFocus(Qt::TabFocusReason);
        QTest::keyClick(list, list->currentIndex() + 1 < list->count() ? Qt::Key_Down : Qt::Key_Up);
        return true;
    }
    if (what == QStringLiteral("find")) {
        auto *list = part<QComboBox>(f, id + QStringLiteral(".list"));
        if (!list)
            return false;
        list->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(list, with);
        return true;
    }
    if (what == QStringLiteral("segment")) {
        auto *segment = part<QAbstractButton>(f, id + u'.' + with);
        if (!segment)
            return false;
        QTest::mouseClick(segment, Qt::LeftButton);
        return true;
    }
    if (what == QStringLiteral("drop")) {
        auto *box = part<QWidget>(f, id);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("lengths.csv")));
        if (!box || !file.open(QIODevice::WriteOnly) || file.write(with.toUtf8()) < 0)
            return false;
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(box, &enter);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(box, &drop);
        return enter.isAccepted() && drop.isAccepted();
    }
    if (what == QStringLiteral("tick")) {
        auto *button = part<QAbstractButton>(f, id + QStringLiteral(".button"));
        if (!button)
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        auto *search = f.page.findChild<QLineEdit *>(id + QStringLiteral(".search"));
        QTest::keyClicks(search, with);
        auto *list = f.page.findChild<QListView *>(id + QStringLiteral(".list"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QTest::keyClick(search, Qt::Key_Escape);
        return true;
    }
    auto *count = part<QLineEdit>(f, id + QStringLiteral(".count"));
    if (!count)
        return false;
    QTest::mouseClick(count, Qt::LeftButton);
    QTest::keyClick(count, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(count, with);
    QTest::mouseClick(part<QAbstractButton>(f, id + QStringLiteral(".add")), Qt::LeftButton);
    return true;
}

void ScenarioFieldsGuiTest::movingAControlMovesTheAnswer()
{
    QFETCH(QString, id);
    QFETCH(QString, how);
    QFETCH(QStringList, expected);
    PlanPageFixture f;
    openGroups(f);
    const present::PlanView before = f.view();
    const QVariant value = f.session.value(id);
    const core::Scenario scenario = f.session.scenario();

    QVERIFY(move(f, id, how));
    QVERIFY(f.settle());
    QVERIFY2(f.session.value(id) != value, "the control does not reach the scenario");
    QCOMPARE(f.session.answer()->scenario, f.session.scenario());
    const QStringList changed = changesBetween(before, f.view());
    if (expected.isEmpty())
        QVERIFY2(changed.isEmpty(), qPrintable(changed.join(u' ')));
    for (const QString &what : expected)
        QVERIFY2(changed.contains(what), qPrintable(QStringLiteral("%1 stays; %2 changed").arg(what, changed.join(u' '))));
    // The faces follow the view.
    for (const present::TileView &tile : f.view().tiles) {
        auto *face = f.page.findChild<QWidget *>(QStringLiteral("tile.") + tile.id);
        QVERIFY(face->accessibleName().contains(tile.value));
    }

    while (f.session.undoStack().canUndo())
        f.session.undoStack().undo();
    QCOMPARE(f.session.scenario(), scenario);
    QVERIFY(f.settle());
}

QTEST_MAIN(ScenarioFieldsGuiTest)
#include "tst_scenario_fields_gui.moc"
