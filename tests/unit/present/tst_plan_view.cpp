// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plannable_scenario.h"
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/derivation/derivation.h>
#include <core/planning/explain.h>
#include <present/format/figure_format.h>
#include <present/plan/plan_view_builder.h>
#include <present/texts/plan_texts.h>
#include <present/texts/reason_texts.h>

#include <algorithm>
#include <cmath>

using namespace headroom;
using namespace headroom::present;
using core::Figure;

namespace {

PlanAnswer answerTo(const core::Scenario &scenario)
{
    static const PlanEngine engine = coreEngine();
    PlanAnswer answer;
    answer.scenario = scenario;
    answer.catalog = test::shippedCatalog();
    answer.plan = engine.plan(scenario, *answer.catalog, {});
    if (const core::PlanOption *shown = answer.shown())
        answer.charts = engine.charts(*shown, *answer.plan, *answer.catalog);
    answer.formats = engine.formats(scenario, *answer.catalog);
    return answer;
}

core::Scenario seedCase()
{
    core::Scenario scenario;
    scenario.hardware.considered = {"6x a100-80gb-sxm"};
    return scenario;
}

QString plain(QString text)
{
    return text.replace(QChar(0x00a0), u' ');
}

const BannerView *banner(const PlanView &view, const QString &id)
{
    const auto found = std::ranges::find(view.banners, id, &BannerView::id);
    return found == view.banners.end() ? nullptr : &*found;
}

const FormatView &format(const PlanView &view, const QString &id)
{
    return *std::ranges::find(view.formats, id, &FormatView::id);
}

} // namespace

class PlanViewTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void tilesShowThePlansOwnFigures()
    {
        const PlanAnswer answer = answerTo(seedCase());
        const PlanView view = makePlanView(answer, {});
        QCOMPARE(view.state, PlanView::State::Planned);
        QCOMPARE(view.tiles.size(), std::size_t(5));
        const core::PlanOption &option = *answer.plan->recommended;
        for (const TileView &tile : view.tiles) {
            QVERIFY(tile.explainable && !tile.value.isEmpty());
            QVERIFY(tile.lines.size() <= 3);
            QCOMPARE(*tile.number, core::figureValue(tile.figure, option, *answer.plan));
        }
        QCOMPARE(view.tiles[0].value, FigureFormat().count(option.gpus()));
        QCOMPARE(view.tiles[1].value, FigureFormat().money(option.monthlyCost));
    }

    // The question that the program began with.
    void theProposedFleetIsAnsweredWithTheArithmetic()
    {
        const PlanAnswer answer = answerTo(seedCase());
        const PlanView view = makePlanView(answer, {});
        const BannerView *fleet = banner(view, QStringLiteral("considered.0"));
        QVERIFY(fleet);
        QCOMPARE(fleet->lead, QStringLiteral("6× A100 80GB SXM cannot serve this model:"));
        const QString body = plain(fleet->body);
        for (const char *part : {"bf16 1,342 GB", "int8 673 GB", "6 GPUs hold 480 GB", "32 in bf16", "16 in", "What does: "})
            QVERIFY2(body.contains(QString::fromLatin1(part)), qPrintable(body));
        QCOMPARE(fleet->link, BannerView::Link::Arithmetic);
        const auto tree = fleetArithmetic(answer, 0);
        QVERIFY(tree);
        QCOMPARE(core::evaluate(*tree), tree->value);
        QVERIFY(std::abs(tree->value - (answer.plan->considered[0].formats[1].weights.value() - 480e9)) < 1e9);
        QVERIFY(!fleetArithmetic(answer, 1));
    }

    void aFleetThatCarriesThePeakIsSaidTo()
    {
        core::Scenario scenario;
        scenario.hardware.considered = {"64x h200-sxm"};
        const PlanView view = makePlanView(answerTo(scenario), {});
        const BannerView *fleet = banner(view, QStringLiteral("considered.0"));
        QCOMPARE(fleet->tone, TextTone::Good);
        QVERIFY(fleet->body.contains(QStringLiteral("fp8 fits")));
    }

    void formatsThatLeadNowhereAreStruckOutWithTheReason()
    {
        core::Scenario scenario;
        scenario.hardware.gpus = {"h200-sxm"};
        PlanView view = makePlanView(answerTo(scenario), {});
        QVERIFY(format(view, QStringLiteral("fp8")).available);
        QVERIFY(format(view, QStringLiteral("native")).available);
        QVERIFY(!format(view, QStringLiteral("fp4")).available || !format(view, QStringLiteral("int8")).available || view.formatNote.contains(QStringLiteral("native here")));

        scenario.layout.emplace();
        scenario.layout->gpus = 8;
        view = makePlanView(answerTo(scenario), {});
        QVERIFY(!format(view, QStringLiteral("bf16")).available);
        QVERIFY(plain(format(view, QStringLiteral("bf16")).reason).contains(QStringLiteral("1,342 GB")));
        QVERIFY(plain(view.formatNote).contains(QStringLiteral("1,342 GB")));
    }

    void anImpossibleScenarioShowsTheReasonAndTheClosestPlan()
    {
        core::Scenario scenario;
        scenario.hardware.ttftTarget = 0.01;
        const PlanView view = makePlanView(answerTo(scenario), {});
        QCOMPARE(view.state, PlanView::State::Closest);
        const BannerView *why = banner(view, QStringLiteral("impossible"));
        QVERIFY(why && why->tone == TextTone::Error);
        QVERIFY2(plain(why->body).contains(QStringLiteral("over the target of 10 ms. What would do: a target of at least")), qPrintable(why->body));
        QCOMPARE(why->link, BannerView::Link::LeftOut);
        QVERIFY(!view.leftOut.empty());
        for (const TileView &tile : view.tiles)
            QVERIFY(!tile.value.isEmpty());
        QVERIFY(view.tiles[2].lines[0].tone == TextTone::Error && view.tiles[2].lines[0].text.startsWith(u'✗'));
    }

    void aFleetThatIsTooSmallSaysWhatItCarries()
    {
        core::Scenario scenario;
        scenario.hardware.gpus = {"h200-sxm"};
        scenario.layout.emplace();
        scenario.layout->gpus = 8;
        const PlanView view = makePlanView(answerTo(scenario), {});
        QCOMPARE(view.state, PlanView::State::TooSmall);
        QVERIFY(banner(view, QStringLiteral("too_small"))->body.contains(QStringLiteral("90/s")));
        QVERIFY(view.options.front().valueText.endsWith(u'✗'));
    }

    void refusedInputsAreSaidNotShownAsFigures()
    {
        core::Scenario scenario;
        scenario.model.id = "gpt-17";
        const PlanView view = makePlanView(answerTo(scenario), {});
        QCOMPARE(view.state, PlanView::State::Failed);
        QVERIFY(banner(view, QStringLiteral("failed"))->body.contains(QStringLiteral("Model")));
        for (const TileView &tile : view.tiles) {
            QVERIFY(tile.value.isEmpty() && !tile.note.isEmpty());
            QVERIFY(!tile.explainable);
        }
        QVERIFY(view.options.empty());
    }

    void withoutDemandThereIsNoHeadroomNorTokenPrice()
    {
        core::Scenario scenario;
        scenario.demand.users = 0;
        const PlanView view = makePlanView(answerTo(scenario), {});
        QVERIFY(view.tiles[3].value.isEmpty() && !view.tiles[3].note.isEmpty());
        QVERIFY(view.tiles[4].value.isEmpty() && !view.tiles[4].note.isEmpty());
    }

    void chartsCarryThePlansPlaces()
    {
        const PlanAnswer answer = answerTo(seedCase());
        const PlanView view = makePlanView(answer, {});
        const core::PlanOption &option = *answer.plan->recommended;
        QCOMPARE(view.latency.size(), std::size_t(2));   // no target for a whole answer
        QCOMPARE(view.latency[0].chart.point->x, answer.plan->workload.peak.value());
        QCOMPARE(view.latency[0].chart.point->y, option.atPeak.tail.ttft.value());
        QCOMPARE(view.latency[0].chart.target->value, 2.0);
        QVERIFY(view.latency[0].chart.y.max > 2.0);
        QCOMPARE(view.latency[1].chart.point->y, option.atPeak.tail.tpot.value());
        QCOMPARE(view.latency[1].chart.target->value, 0.1);
        QCOMPARE(view.latency[static_cast<std::size_t>(view.latencyBinding)].id, QString::fromLatin1(core::capacityLimitId(option.limit).data()));
        QCOMPARE(view.cost.point->y, option.monthlyCost.toDouble());
        QVERIFY(view.cost.curves[0].steps);
        double sum = 0;
        for (const SegmentView &segment : view.memory.segments)
            sum += segment.bytes;
        QVERIFY(std::abs(sum - view.memory.total) < 1e-3 * view.memory.total);
        QVERIFY(view.options.front().chosen);
        for (std::size_t i = 1; i < view.options.size(); ++i)
            QVERIFY(!view.options[i].chosen && view.options[i].value >= view.options.front().value);
        QVERIFY(view.options.size() <= 7);
        for (const ChartView *chart : {&view.latency[0].chart, &view.latency[1].chart, &view.throughput, &view.cost, &view.day})
            QVERIFY(!chart->summary.isEmpty() && !chart->title.isEmpty() && !chart->curves.empty());
    }

    void axisNumbersAreShort()
    {
        QCOMPARE(PlanTexts::axisText({{}, AxisKind::Hour, {}, {}}, 20), QStringLiteral("20:00"));
        QCOMPARE(PlanTexts::axisText({{}, AxisKind::Hour, {}, {}}, 24), QStringLiteral("24:00"));
        QCOMPARE(PlanTexts::axisText({{}, AxisKind::Money, core::Currency::CNY, {}}, 412000), QStringLiteral("¥412k"));
        QCOMPARE(plain(PlanTexts::axisText({{}, AxisKind::Seconds, {}, {}}, 0.5)), QStringLiteral("500 ms"));
    }

    // Two hundred questions that people might ask: every state is shown whole, and every "Why?" gives the tile's figure.
    void randomPlansAreShownWhole()
    {
        test::PlannableScenarios scenarios(*test::shippedCatalog(), 5);
        int shown = 0;
        for (int i = 0; i < 200; ++i) {
            const PlanAnswer answer = answerTo(scenarios.next());
            const PlanView view = makePlanView(answer, core::Money(core::Currency::USD, 1000000));
            QCOMPARE(view.tiles.size(), std::size_t(5));
            QVERIFY(!view.headline.isEmpty());
            QVERIFY(!view.headline.contains(QStringLiteral("%1")));
            for (const TileView &tile : view.tiles) {
                QVERIFY(tile.value.isEmpty() != tile.note.isEmpty());
                QVERIFY(tile.lines.size() <= 3);
                if (!tile.explainable)
                    continue;
                const core::Derivation tree = core::explain(tile.figure, *answer.shown(), *answer.plan, *answer.catalog);
                // Money is kept to a millionth, exchange rates to nine decimals, tokens of a month to whole thousands.
                QVERIFY2(std::abs(core::evaluate(tree) - *tile.number) <= 1e-6 * std::abs(*tile.number) + 2e-6,
                         qPrintable(QStringLiteral("%1: %2, not %3").arg(tile.id).arg(core::evaluate(tree), 0, 'g', 12).arg(*tile.number, 0, 'g', 12)));
            }
            for (const BannerView &made : view.banners)
                QVERIFY(!made.body.isEmpty() && !made.body.contains(QStringLiteral("%1")));
            QCOMPARE(view.formats.size(), std::size_t(7));
            if (answer.shown())
                ++shown;
            if (answer.plan && !answer.plan->recommended && answer.plan->closest)
                QVERIFY(!ReasonTexts::misses(*answer.plan->closest, *answer.plan, *answer.catalog).isEmpty());
        }
        QVERIFY(shown > 100);
    }
};

QTEST_MAIN(PlanViewTest)
#include "tst_plan_view.moc"
