// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/cost/billing.h>
#include <core/cost/compare_ownership.h>
#include <core/planning/advise_savings.h>
#include <core/planning/baseline.h>
#include <core/planning/charts.h>
#include <core/planning/explain.h>
#include <core/planning/pareto.h>
#include <core/planning/plan_json.h>
#include <core/planning/planner.h>
#include <core/planning/planning_context.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>
#include <core/planning/refiner.h>
#include <core/planning/sensitivity.h>
#include <core/roadmap/plan_roadmap.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <map>

using namespace headroom::core;

namespace {

const Catalog &catalog()
{
    return *headroom::test::shippedCatalog();
}

Plan planned(const Scenario &scenario, bool simulate = false, const Catalog &from = catalog())
{
    PlanningSpace space;
    const auto plan = simulate ? planRefined(scenario, from, space) : headroom::core::plan(scenario, from, space);
    if (!plan)
        qFatal("no plan: %s", plan.error().detail.c_str());
    return *plan;
}

Scenario llama70OnH100()
{
    Scenario s;
    s.model.id = "llama-3.1-70b";
    s.hardware.gpus = {"h100-sxm"};
    s.demand.peakRps = 20;
    return s;
}

Catalog withoutOffersOf(const std::string &gpu)
{
    Catalog changed = catalog();
    std::erase_if(changed.offers, [&](const Offer &offer) { return offer.gpu == gpu; });
    return changed;
}

bool hasMiss(const PlanOption &option, const char *key)
{
    return std::ranges::find(option.misses, key, &Miss::key) != option.misses.end();
}

} // namespace

// What is chosen among options, and what is said where nothing fits or nobody sells.
class PlanningChoicesTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void theClosestIsSimulatedAndSaysWhatItMisses_data()
    {
        QTest::addColumn<double>("ttft");
        QTest::addColumn<double>("tpot");
        QTest::addColumn<int>("maxGpus");
        QTest::addColumn<double>("maxPower");
        QTest::addColumn<QString>("miss");
        QTest::newRow("first token") << 0.01 << 0.1 << 0 << 0.0 << "ttft";
        QTest::newRow("pace") << 2.0 << 0.002 << 0 << 0.0 << "tpot";
        QTest::newRow("limit on GPUs") << 2.0 << 0.1 << 2 << 0.0 << "gpus";
        QTest::newRow("limit on power") << 2.0 << 0.1 << 0 << 2500.0 << "power";
    }
    void theClosestIsSimulatedAndSaysWhatItMisses()
    {
        QFETCH(double, ttft);
        QFETCH(double, tpot);
        QFETCH(int, maxGpus);
        QFETCH(double, maxPower);
        QFETCH(QString, miss);
        Scenario scenario = llama70OnH100();
        scenario.hardware.ttftTarget = ttft;
        scenario.hardware.tpotTarget = tpot;
        if (maxGpus > 0)
            scenario.hardware.maxGpus = maxGpus;
        if (maxPower > 0)
            scenario.hardware.maxPowerW = maxPower;
        const Plan plan = planned(scenario, true);
        QVERIFY(!plan.recommended && plan.closest && plan.refined);
        QVERIFY(plan.closest->simulated);
        QVERIFY(hasMiss(*plan.closest, qPrintable(miss)));
        for (const Miss &one : plan.closest->misses) {
            QVERIFY(one.reached > one.asked);
            QVERIFY(!one.text.empty() && !one.remedy.empty());
        }
        QCOMPARE(plan.closest->atPeak.tail.ttft, plan.closest->simulated->tail.ttft);
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(planToJson(plan, catalog()))).object()["closest"].toObject();
        QCOMPARE(json["misses"].toArray().size(), json["misses_detail"].toArray().size());
        QVERIFY(json["misses_detail"].toArray()[0].toObject()["reached"].toDouble() > json["misses_detail"].toArray()[0].toObject()["asked"].toDouble());
    }

    // What the miss says would do, does.
    void theRemedyOfATargetWorks()
    {
        Scenario scenario = llama70OnH100();
        scenario.hardware.ttftTarget = 0.01;
        const Plan missed = planned(scenario, true);
        scenario.hardware.ttftTarget = std::ranges::find(missed.closest->misses, "ttft", &Miss::key)->reached * 1.05;
        QVERIFY(planned(scenario, true).recommended);
    }

    void aFixedFleetThatNobodySellsIsAnswered_data()
    {
        QTest::addColumn<QString>("offers");
        QTest::newRow("any offer") << "";
        QTest::newRow("own hardware without a price") << "onprem";
    }
    void aFixedFleetThatNobodySellsIsAnswered()
    {
        QFETCH(QString, offers);
        Catalog changed = withoutOffersOf("h100-sxm");
        for (Gpu &gpu : changed.gpus)
            if (gpu.id == "h100-sxm")
                gpu.purchasePrice.reset();
        Scenario scenario = llama70OnH100();
        if (!offers.isEmpty())
            scenario.money.offers = {offers.toStdString()};
        scenario.layout.emplace();
        scenario.layout->gpus = 16;
        for (const bool simulate : {false, true}) {
            const Plan plan = planned(scenario, simulate, changed);
            QVERIFY(plan.recommended && plan.meetsDemand);
            const PlanOption &option = *plan.recommended;
            QVERIFY(!option.isPriced() && !option.cost() && !option.alwaysOnCost() && !option.costPerMillionOutputTokens);
            QVERIFY(option.capacity.value() > 20 && option.powerPeak && option.gpusBought == option.gpus());
            QVERIFY(std::ranges::any_of(plan.warnings, [](const PlanWarning &w) { return w.code == "no_price"; }));
            // No zero anywhere that money stands.
            const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(planToJson(plan, changed))).object();
            const QJsonObject shown = json["recommended"].toObject();
            for (const char *key : {"monthly_cost", "monthly_cost_always_on", "cost_per_million_output_tokens", "offer"})
                QVERIFY2(shown.contains(key) && shown[key].isNull(), key);
            QVERIFY(json["bill"].toObject()["total"].isNull() && json["bill"].toObject()["compute"].isNull());
            QVERIFY(json["roadmap"].toObject()["total"].isNull());
            for (const QJsonValue &phase : json["roadmap"].toObject()["phases"].toArray())
                QVERIFY(phase.toObject()["monthly_cost"].isNull() && phase.toObject()["gpus"].toInt() > 0);
            QVERIFY(json["ownership"].toObject()["rented_cumulative"].isNull());
            QVERIFY(!billFor(option, plan, changed).priced);
            QVERIFY(adviseSavings(plan, changed).moves.empty());
            PlanningSpace space;
            QVERIFY(sensitivityOf(plan, changed, space)->bars.empty());
            QVERIFY(chartsFor(option, plan, changed).costByDemand.empty());
            QCOMPARE(explain(Figure::MonthlyCost, option, plan, changed).key, std::string("no_price"));
            QVERIFY(std::abs(evaluate(explain(Figure::TtftP95, option, plan, changed)) / option.atPeak.tail.ttft.value() - 1) < 1e-6);
            // What was approved without a price is one, and is judged against today.
            const auto approved = approvedFigures(planToJson(plan, changed));
            QVERIFY(approved && !approved->priced && approved->gpus == option.gpus());
            const auto review = reviewBaseline(scenario, planToJson(plan, changed), changed);
            QVERIFY(review && review->sameFleetNow && !review->sameFleetNow->priced);
        }
    }

    void whatHasToBeBoughtStillNeedsAPrice()
    {
        const Catalog changed = withoutOffersOf("h100-sxm");
        const Scenario searched = llama70OnH100();
        const Plan plan = planned(searched, false, changed);
        QVERIFY(!plan.recommended);
        QCOMPARE(plan.rejected.front().code, RejectionCode::Price);
        // A fleet of any GPU is no fleet that is there.
        Scenario any = searched;
        any.hardware.gpus.clear();
        any.layout.emplace();
        any.layout->gpus = 8;
        const Plan open = planned(any, false, changed);
        QVERIFY(open.recommended && open.recommended->isPriced());
        for (const PlanOption &option : open.alternatives)
            QVERIFY(option.isPriced());
    }

    void aFleetThatIsSoldKeepsItsPrice()
    {
        Scenario scenario = llama70OnH100();
        scenario.layout.emplace();
        scenario.layout->gpus = 16;
        QVERIFY(planned(scenario).recommended->isPriced());
    }

    // Other settings are only taken where they change the answer.
    void otherEngineSettingsAreTakenWhereTheySave_data()
    {
        QTest::addColumn<double>("tpot");
        QTest::addColumn<double>("peak");
        for (const double tpot : {0.02, 0.03, 0.05, 0.1})
            for (const double peak : {20.0, 90.0})
                QTest::addRow("%g s a token, %g requests/s", tpot, peak) << tpot << peak;
    }
    void otherEngineSettingsAreTakenWhereTheySave()
    {
        QFETCH(double, tpot);
        QFETCH(double, peak);
        Scenario scenario = llama70OnH100();
        scenario.hardware.tpotTarget = tpot;
        scenario.demand.peakRps = peak;
        const auto context = makePlanningContext(scenario, catalog());
        PlanningSpace space;
        const auto plan = headroom::core::plan(scenario, catalog(), space);
        if (!plan->recommended)
            return;
        Refiner refiner(*context, space, {});
        const auto own = refiner.simulate(*plan->recommended);
        QVERIFY(own && *own);
        const auto best = refiner.withBestSettings(**own);
        QVERIFY(best);
        QVERIFY(best->simulated && best->gpus() <= (*own)->gpus());
        if (best->settings != (*own)->settings) {
            QVERIFY(compare(best->monthlyCost, (*own)->monthlyCost) < 0);
            QVERIFY(best->capacityDegraded >= context->required() * (1 - 1e-9));
            QVERIFY(best->settings.maxSequences % 8 == 0);
        } else {
            QVERIFY(*best == **own);
        }
        QVERIFY(refiner.rejected.empty());
    }

    void theFrontHoldsFasterLayoutsOfOneGpu_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("least");
        QTest::newRow("dense") << "llama-3.1-70b" << 1;
        QTest::newRow("mixture of experts") << "gpt-oss-120b" << 1;
        QTest::newRow("many experts") << "deepseek-v3" << 0;
        QTest::newRow("small, on one GPU each") << "llama-3.1-8b" << 0;
    }
    void theFrontHoldsFasterLayoutsOfOneGpu()
    {
        QFETCH(QString, model);
        QFETCH(int, least);
        Scenario scenario;
        scenario.model.id = model.toStdString();
        const Plan plan = planned(scenario, true);
        QVERIFY(plan.recommended);
        std::vector<PlanOption> options = plan.alternatives;
        options.insert(options.begin(), *plan.recommended);
        std::map<std::pair<std::string, NumberFormat>, std::vector<const PlanOption *>> groups;
        int variants = 0;
        for (const PlanOption &option : options) {
            auto &group = groups[{option.gpu, option.format}];
            QCOMPARE(option.variant, !group.empty());
            variants += option.variant;
            for (const PlanOption *cheaper : group) {
                QVERIFY(compare(cheaper->monthlyCost, option.monthlyCost) <= 0);
                QVERIFY(!(cheaper->layout.tp == option.layout.tp && cheaper->layout.pp == option.layout.pp && cheaper->layout.dp == option.layout.dp && cheaper->layout.ep == option.layout.ep));
            }
            group.push_back(&option);
            QVERIFY(group.size() <= 3);
        }
        // Every variant is on the front; the front is that of all that are listed.
        for (std::size_t i = 0; i < plan.alternatives.size(); ++i)
            if (plan.alternatives[i].variant)
                QVERIFY(std::ranges::find(plan.pareto, static_cast<int>(i)) != plan.pareto.end());
        QCOMPARE(plan.pareto, paretoFront(plan.recommended, plan.alternatives));
        QVERIFY2(variants >= least, "no layout is dearer and faster");
    }
};

QTEST_APPLESS_MAIN(PlanningChoicesTest)
#include "tst_planning_choices.moc"
