// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plannable_scenario.h"
#include "support/random_scenario.h"
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/catalog/region.h>
#include <core/planning/plan_json.h>
#include <core/planning/planner.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>
#include <core/planning/sensitivity.h>

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

using namespace headroom::core;

namespace {

const Catalog &catalog()
{
    return *headroom::test::shippedCatalog();
}

Plan planned(const Scenario &scenario)
{
    const auto plan = headroom::core::plan(scenario, catalog());
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

bool isFinite(const PlanOption &o)
{
    return std::isfinite(o.capacity.value()) && std::isfinite(o.atPeak.ttftP95.value()) && std::isfinite(o.atPeak.tpotP95.value())
        && std::isfinite(o.headroomRatio) && std::isfinite(o.meanUtilization) && std::isfinite(o.memory.kvCache.value());
}

// Beyond every slider: numbers at the ends of their ranges, over ids of the catalog.
Scenario extreme(headroom::test::RandomScenarios &random, headroom::test::PlannableScenarios &plannable)
{
    Scenario s = plannable.next();
    const Scenario wild = random.next();
    const std::string workload = s.demand.workload;
    const std::string day = s.demand.dayProfile;
    s.demand = wild.demand;
    s.demand.inputHistogram.clear(); // a text that is none is refused, which says little here
    s.demand.outputHistogram = "1: 1, 10000000: 1";
    s.demand.workload = workload;
    s.demand.dayProfile = day;
    s.hardware.headroomRatio = wild.hardware.headroomRatio;
    s.hardware.ttftTarget = wild.hardware.ttftTarget;
    s.hardware.tpotTarget = wild.hardware.tpotTarget;
    s.hardware.e2eTarget = wild.hardware.e2eTarget;
    s.hardware.maxPowerW = wild.hardware.maxPowerW;
    s.layout = wild.layout;
    return s;
}

} // namespace

class PlanningSpaceTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    // What is kept from one plan to the next must not be seen in the answer.
    void aPlanWithAUsedSpaceIsThePlanWithAFreshOne()
    {
        PlanningSpace space;
        headroom::test::PlannableScenarios scenarios(catalog(), 5);
        for (int i = 0; i < 40; ++i) {
            Scenario scenario = scenarios.next();
            for (int step = 0; step < 3; ++step) {
                scenario.demand.peakRps = 3.0 + step;
                scenario.hardware.ttftTarget *= step == 2 ? 1.5 : 1.0;
                const auto used = headroom::core::plan(scenario, catalog(), space);
                QVERIFY(used);
                QVERIFY(*used == planned(scenario));
            }
        }
    }

    void aChangedCatalogIsNoticed()
    {
        PlanningSpace space;
        const Scenario scenario = llama70OnH100();
        QVERIFY(headroom::core::plan(scenario, catalog(), space));
        Catalog slower = catalog();
        for (Gpu &gpu : slower.gpus)
            gpu.memoryBandwidth = gpu.memoryBandwidth * 0.5;
        const auto used = headroom::core::plan(scenario, slower, space);
        QVERIFY(used && *used == *headroom::core::plan(scenario, slower));
        QVERIFY(used->recommended->capacityPerReplica < planned(scenario).recommended->capacityPerReplica);
    }

    // The search stops early by bounds: pinning it to any one layout must not find anything cheaper.
    void noPinnedLayoutIsCheaperThanTheSearchedOne_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("gpu");
        QTest::newRow("dense") << "llama-3.1-70b" << "h100-sxm";
        QTest::newRow("mixture") << "deepseek-v3" << "h200-sxm";
        QTest::newRow("PCIe") << "qwen3-32b" << "l40s";
    }
    void noPinnedLayoutIsCheaperThanTheSearchedOne()
    {
        QFETCH(QString, model);
        QFETCH(QString, gpu);
        Scenario scenario;
        scenario.model.id = model.toStdString();
        scenario.hardware.gpus = {gpu.toStdString()};
        for (const double peak : {0.5, 8.0, 60.0}) {
            scenario.demand.peakRps = peak;
            scenario.layout.reset();
            const Plan best = planned(scenario);
            QVERIFY(best.recommended);
            int feasible = 0;
            for (const int tp : {1, 2, 4, 8})
                for (const int pp : {1, 2, 4})
                    for (const int dp : {1, 2, 4, 8}) {
                        scenario.layout = LayoutInputs{{}, tp, pp, {}, dp, {}};
                        const Plan pinned = planned(scenario);
                        if (!pinned.recommended)
                            continue;
                        ++feasible;
                        // A pinned search may go where the free one does not (stages inside a server).
                        if (pinned.recommended->layout.pp > 1 && pinned.recommended->layout.tp < 8)
                            continue;
                        QVERIFY(compare(best.recommended->monthlyCost, pinned.recommended->monthlyCost) <= 0);
                    }
            QVERIFY(feasible > 0);
        }
    }

    // "What do my cards carry?": another card never carries less.
    void oneMoreGpuNeverCarriesLess_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("gpu");
        QTest::newRow("8B on L40S") << "llama-3.1-8b" << "l40s";
        QTest::newRow("70B on A100") << "llama-3.1-70b" << "a100-80gb-sxm";
        QTest::newRow("mixture on H200") << "gpt-oss-120b" << "h200-sxm";
    }
    void oneMoreGpuNeverCarriesLess()
    {
        QFETCH(QString, model);
        QFETCH(QString, gpu);
        Scenario scenario;
        scenario.model.id = model.toStdString();
        scenario.hardware.gpus = {gpu.toStdString()};
        scenario.model.format = FormatChoice::Any;
        scenario.layout.emplace();
        RequestsPerSecond before(0);
        for (int gpus = 1; gpus <= 17; ++gpus) {
            scenario.layout->gpus = gpus;
            const Plan plan = planned(scenario);
            const RequestsPerSecond carried = plan.recommended ? plan.recommended->capacity : RequestsPerSecond(0);
            QVERIFY2(carried >= before * (1.0 - 1e-3), qPrintable(QStringLiteral("%1 GPUs").arg(gpus)));
            if (plan.recommended)
                QVERIFY(plan.recommended->gpus() <= gpus);
            before = carried;
        }
        QVERIFY(before.value() > 0);
    }

    void longerContextNeverRaisesCapacity()
    {
        Scenario scenario = llama70OnH100();
        scenario.layout = LayoutInputs{8, {}, {}, {}, {}, {}};
        RequestsPerSecond before(1e9);
        for (const double tokens : {300.0, 600.0, 1200.0, 2400.0, 4800.0, 9600.0, 19200.0}) {
            scenario.demand.inputTokensMean = tokens;
            scenario.demand.maxContext = 2 * tokens + 1000;
            const Plan plan = planned(scenario);
            const RequestsPerSecond carried = plan.recommended ? plan.recommended->capacity : RequestsPerSecond(0);
            QVERIFY(carried <= before * (1.0 + 1e-3));
            before = carried;
        }
    }

    void moreReplicasNeverCarryLess()
    {
        Scenario scenario = llama70OnH100();
        scenario.layout = LayoutInputs{{}, 4, 1, {}, 1, 1};
        double before = 0;
        for (const int replicas : {1, 2, 3, 5, 8}) {
            scenario.layout->replicas = replicas;
            const Plan plan = planned(scenario);
            QVERIFY(plan.recommended);
            QVERIFY(plan.recommended->capacity.value() > before);
            before = plan.recommended->capacity.value();
        }
    }

    void theLimitOnGpusIsKept()
    {
        Scenario scenario;
        const Plan free = planned(scenario);
        QVERIFY(free.recommended);
        scenario.hardware.maxGpus = free.recommended->gpus();
        const Plan limited = planned(scenario);
        QVERIFY(limited.recommended && limited.recommended->gpus() <= *scenario.hardware.maxGpus);
        for (const PlanOption &option : limited.alternatives)
            QVERIFY(option.gpus() <= *scenario.hardware.maxGpus);
        scenario.hardware.maxGpus = 1;
        const Plan none = planned(scenario);
        QVERIFY(!none.recommended && none.closest && !none.closest->misses.empty());
        QVERIFY(std::ranges::any_of(none.rejected, [](const Rejection &r) { return r.reasonKey == "over_gpus"; }));
    }

    void theLimitOnPowerIsKept()
    {
        Scenario scenario;
        const Plan free = planned(scenario);
        scenario.hardware.maxPowerW = free.recommended->powerPeak->value() * 0.99;
        const Plan limited = planned(scenario);
        const auto keeps = [&](const PlanOption &o) { return o.powerPeak && o.powerPeak->value() <= *scenario.hardware.maxPowerW * (1 + 1e-9); };
        QVERIFY(!limited.recommended || keeps(*limited.recommended));
        QVERIFY(std::ranges::all_of(limited.alternatives, keeps));
        QVERIFY(limited.recommended != free.recommended);
    }

    void regionsAreKept_data()
    {
        QTest::addColumn<QStringList>("allowed");
        QTest::addColumn<QStringList>("excluded");
        QTest::newRow("European Union") << QStringList{"eu"} << QStringList{};
        QTest::newRow("China") << QStringList{"cn"} << QStringList{};
        QTest::newRow("not the United States") << QStringList{} << QStringList{"US"};
        QTest::newRow("one region") << QStringList{"westeurope"} << QStringList{};
        QTest::newRow("EU without Ireland") << QStringList{"eu"} << QStringList{"ie"};
    }
    void regionsAreKept()
    {
        QFETCH(QStringList, allowed);
        QFETCH(QStringList, excluded);
        Scenario scenario;
        scenario.model.id = "llama-3.1-8b";
        for (const QString &entry : allowed)
            scenario.money.regions.push_back(entry.toStdString());
        for (const QString &entry : excluded)
            scenario.money.excludeRegions.push_back(entry.toStdString());
        const Plan plan = planned(scenario);
        QVERIFY(plan.recommended);
        std::vector<PlanOption> options = plan.alternatives;
        options.push_back(*plan.recommended);
        for (const PlanOption &option : options) {
            QVERIFY(regionAllowed(scenario.money.regions, scenario.money.excludeRegions, option.offer.region));
            const std::string_view country = countryOf(option.offer.region);
            if (allowed.contains("eu"))
                QVERIFY(isInEuropeanUnion(country));
            if (excluded.contains("US"))
                QVERIFY(!country.empty() && country != "us");
        }
    }

    void aRegionThatNobodyKnowsMeetsNoRuleAboutPlaces()
    {
        QVERIFY(regionAllowed({}, {}, ""));
        QVERIFY(!regionAllowed({"eu"}, {}, ""));
        QVERIFY(!regionAllowed({}, {"us"}, "global (same price in 17 regions)"));
        QVERIFY(regionAllowed({"fr"}, {}, "France, FR, EU"));
        QCOMPARE(std::string(countryOf("eastus2")), std::string("us"));
        QCOMPARE(std::string(countryOf("cn-hongkong")), std::string("hk"));
    }

    // Every knob at its ends: an answer or a reason, in bounded time, and nothing that is not a number.
    void extremesAreAnswered()
    {
        headroom::test::PlannableScenarios plannable(catalog(), 17);
        headroom::test::RandomScenarios random(23);
        PlanningSpace space;
        double slowest = 0;
        for (int i = 0; i < 200; ++i) {
            const Scenario scenario = extreme(random, plannable);
            QElapsedTimer timer;
            timer.start();
            const auto plan = headroom::core::plan(scenario, catalog(), space);
            slowest = std::max(slowest, static_cast<double>(timer.nsecsElapsed()) / 1e9);
            if (!plan) {
                QVERIFY(plan.error().code == ErrorCode::BadValue && !plan.error().detail.empty());
                continue;
            }
            for (const PlanOption &option : plan->alternatives)
                QVERIFY(isFinite(option));
            if (plan->recommended)
                QVERIFY(isFinite(*plan->recommended));
            if (plan->closest)
                QVERIFY(isFinite(*plan->closest) && !plan->closest->misses.empty());
            if (!plan->recommended)
                QVERIFY(!plan->rejected.empty());
        }
        QVERIFY2(slowest < 20, qPrintable(QString::number(slowest)));
    }

    void aModelTooLargeForEveryGpuGetsAReasonAndNoNumber()
    {
        Catalog huge = catalog();
        for (Model &model : huge.models)
            for (LayerGroup &group : model.architecture.groups)
                if (model.id == "llama-3.1-405b")
                    group.count *= 60;
        Scenario scenario;
        scenario.model.id = "llama-3.1-405b";
        const auto plan = headroom::core::plan(scenario, huge);
        QVERIFY(plan);
        QVERIFY(!plan->recommended && !plan->closest);
        QVERIFY(!plan->rejected.empty());
        for (const Rejection &rejection : plan->rejected)
            QVERIFY2(rejection.code == RejectionCode::Memory || rejection.code == RejectionCode::Support || rejection.code == RejectionCode::Layout,
                     rejection.reason.c_str());
    }

    void simulationRefinesTheContenders()
    {
        PlanningSpace space;
        const auto plan = planRefined(llama70OnH100(), catalog(), space);
        QVERIFY(plan && plan->refined && plan->recommended && plan->recommended->simulated);
        const PlanOption &option = *plan->recommended;
        QVERIFY(option.simulated->requests >= 1000);
        QVERIFY(option.simulated->ttftP50 <= option.simulated->ttftP95 && option.simulated->ttftP95 <= option.simulated->ttftP99);
        QCOMPARE(option.atPeak.ttftP95, option.simulated->ttftP95);
        QVERIFY(option.capacityDegraded.value() >= 20 * 1.2);
        QVERIFY(option.atPeak.ttftP95.value() <= plan->scenario.hardware.ttftTarget);
        QVERIFY(*plan == *planRefined(llama70OnH100(), catalog(), space));
        for (std::size_t i = 0; i < plan->alternatives.size() && i + 1 < std::size_t(kSimulatedContenders); ++i)
            QVERIFY(plan->alternatives[i].simulated || plan->alternatives[i].monthlyCost.toDouble() > kContenderCost * option.monthlyCost.toDouble());
    }

    void aStoppedRefinementIsCancelled()
    {
        PlanningSpace space;
        const Plan plan = planned(llama70OnH100());
        std::stop_source stop;
        stop.request_stop();
        const auto refinedPlan = refined(plan, catalog(), space, stop.get_token());
        QVERIFY(!refinedPlan && refinedPlan.error().code == ErrorCode::Cancelled);
        const auto sensitivity = sensitivityOf(plan, catalog(), space, stop.get_token());
        QVERIFY(!sensitivity && sensitivity.error().code == ErrorCode::Cancelled);
    }

    void sensitivityMovesEveryInput()
    {
        PlanningSpace space;
        const Plan plan = planned(llama70OnH100());
        const auto sensitivity = sensitivityOf(plan, catalog(), space);
        QVERIFY(sensitivity);
        QCOMPARE(sensitivity->bars.size(), kSensitivityInputs.size() - 1);   // a target for the whole answer is not set
        QCOMPARE(sensitivity->baseGpus, plan.recommended->gpus());
        const auto bar = [&](SensitivityInput input) { return *std::ranges::find(sensitivity->bars, input, &SensitivityBar::input); };
        const SensitivityBar peak = bar(SensitivityInput::Peak);
        QVERIFY(std::abs(peak.low.value - 16) < 1e-9 && std::abs(peak.high.value - 24) < 1e-9);
        QVERIFY(compare(peak.low.monthlyCost, plan.recommended->monthlyCost) <= 0);
        QVERIFY(compare(peak.high.monthlyCost, plan.recommended->monthlyCost) >= 0);
        // The end of a bar is the plan of that scenario.
        Scenario moved = plan.scenario;
        moved.demand.peakRps = 24;
        QVERIFY(planned(moved).recommended->monthlyCost == peak.high.monthlyCost);
        for (std::size_t i = 1; i < sensitivity->bars.size(); ++i)
            QVERIFY(sensitivity->bars[i - 1].swing(sensitivity->baseCost) >= sensitivity->bars[i].swing(sensitivity->baseCost));
        // A simulated plan is weighed against its own closed form.
        const auto simulated = refined(plan, catalog(), space);
        QVERIFY(simulated && *sensitivityOf(*simulated, catalog(), space) == *sensitivity);
        QCOMPARE(bar(SensitivityInput::Prices).high.monthlyCost, plan.recommended->monthlyCost.timesRatio(1.2));
    }
};

QTEST_APPLESS_MAIN(PlanningSpaceTest)
#include "tst_planning_space.moc"
