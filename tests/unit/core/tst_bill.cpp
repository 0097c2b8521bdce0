// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plannable_scenario.h"
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/cost/billing.h>
#include <core/cost/cloud_extras.h>
#include <core/cost/compare_ownership.h>
#include <core/cost/fleet_month.h>
#include <core/cost/power.h>
#include <core/planning/advise_savings.h>
#include <core/planning/explain.h>
#include <core/planning/planner.h>
#include <core/roadmap/plan_roadmap.h>

#include <algorithm>
#include <cmath>

using namespace headroom::core;

namespace {

const Catalog &catalog()
{
    return *headroom::test::shippedCatalog();
}

Plan planned(const Scenario &scenario, const Catalog &from = catalog())
{
    const auto plan = headroom::core::plan(scenario, from);
    if (!plan || !plan->recommended)
        qFatal("no plan: %s", plan ? "nothing recommended" : plan.error().detail.c_str());
    return *plan;
}

const BillLine *lineOf(const Bill &bill, std::string_view key)
{
    const auto found = std::ranges::find(bill.lines, key, &BillLine::key);
    return found == bill.lines.end() ? nullptr : &*found;
}

bool isNear(double a, double b, double tolerance = 1e-6)
{
    return std::abs(a - b) <= tolerance * std::max({std::abs(a), std::abs(b), 1e-3});
}

// One model on one GPU at one price, so that a bill can be worked out with a pencil.
Scenario pencilScenario()
{
    Scenario scenario;
    scenario.model.id = "llama-3.1-70b";
    scenario.hardware.gpus = {"h100-sxm"};
    scenario.money.offers = {"aws/us-east-1"};
    scenario.demand.peakRps = 20;
    scenario.demand.dayProfile = "always";
    return scenario;
}

} // namespace

class BillTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void aBillIsWorkedOutToTheCent()
    {
        Scenario scenario = pencilScenario();
        scenario.money.storageGb = 1000;
        scenario.money.egressGb = 2500;
        scenario.money.supportRatio = 0.1;
        const Plan plan = planned(scenario);
        const PlanOption &option = *plan.recommended;
        const Bill bill = billFor(option, plan, catalog());
        const double rent = option.offer.pricePerHour.toDouble() * option.offer.count * 730;
        QCOMPARE(QString::fromStdString(lineOf(bill, "rent_ondemand")->amount->toDecimalString()), QString::number(rent, 'f', 2));
        QCOMPARE(lineOf(bill, "storage")->amount->toDecimalString(), std::string("80.00"));        // 1,000 GB x 0.08
        QCOMPARE(lineOf(bill, "egress")->amount->toDecimalString(), std::string("225.00"));        // 2,500 GB x 0.09
        QCOMPARE(lineOf(bill, "load_balancer")->amount->toDecimalString(), std::string("16.42"));  // 730 h x 0.0225 = 16.425, half to even
        QVERIFY(isNear(lineOf(bill, "support")->amount->toDouble(), 0.1 * (rent + 80 + 225 + 16.425)));
        QVERIFY(isNear(bill.total.toDouble(), 1.1 * (rent + 80 + 225 + 16.425)));
        QCOMPARE(bill.compute, option.monthlyCost);
        // 20 requests a second all month: 52,560,000 requests of 300 output tokens.
        for (const UnitCost &unit : bill.units) {
            if (unit.key == "per_request")
                QCOMPARE(unit.amount, bill.total.times(1, 52'560'000));
            if (unit.key == "per_million_output_tokens")
                QCOMPARE(unit.amount, bill.total.times(1'000'000, 52'560'000LL * 300));
            QVERIFY(unit.key != "per_user"); // the peak was given, users were not
        }
        QCOMPARE(bill.units.size(), std::size_t(3));
    }

    void aPriceThatNobodyStatesIsShownAsMissing()
    {
        Scenario scenario = pencilScenario();
        scenario.model.id = "llama-3.1-8b";
        scenario.money.offers = {"hyperstack"}; // its prices of storage and traffic are in no source
        const Plan plan = planned(scenario);
        const Bill bill = billFor(*plan.recommended, plan, catalog());
        QVERIFY(lineOf(bill, "egress") && !lineOf(bill, "egress")->amount);
        QCOMPARE(bill.total, bill.compute);
    }

    // In every currency, to the last millionth; and each line is its tree.
    void everyPriceAroundTheInstancesHasItsSource_data()
    {
        QTest::addColumn<QByteArray>("provider");
        for (const char *provider : {"aws", "azure", "gcp", "lambda", "coreweave", "runpod", "nebius", "hyperstack", "alibaba"})
            QTest::newRow(provider) << QByteArray(provider);
    }
    void everyPriceAroundTheInstancesHasItsSource()
    {
        QFETCH(QByteArray, provider);
        const CloudExtras extras = cloudExtras(provider.toStdString());
        for (const auto &[price, source] : {std::pair{&extras.storageGbMonth, &extras.storageSource}, std::pair{&extras.egressGb, &extras.egressSource}, std::pair{&extras.balancerHour, &extras.balancerSource}}) {
            QCOMPARE(price->has_value(), !source->text.empty());
            // Whose page it was read on, and the day where one is known.
            QVERIFY(!*price || source->text.find(".com") != std::string::npos || source->text.find(".io") != std::string::npos || source->text.find(".ai") != std::string::npos
                    || source->text.find("Google's calculator") != std::string::npos);
            QVERIFY(source->asOf.empty() || source->asOf.starts_with("20"));
        }
        QVERIFY(provider != "azure" || !extras.balancerHour); // no source that could be read states it: it is missing, not guessed
    }

    void gpusBesideTheReplicasOfOwnServersAreIdle()
    {
        // One replica of two GPUs in a server of eight: a quarter of the replica's load is the server's.
        Scenario scenario = pencilScenario();
        scenario.model.id = "llama-3.1-8b";
        scenario.money.offers = {"onprem"};
        scenario.hardware.gpus = {"h100-sxm"};
        scenario.demand.peakRps = 1;
        scenario.layout.emplace();
        scenario.layout->tp = 2;
        scenario.layout->replicas = 1;
        const Plan plan = planned(scenario);
        const PlanOption &option = *plan.recommended;
        QCOMPARE(option.gpusBought, 8);
        QCOMPARE(option.gpus(), 2);
        const Gpu &gpu = *catalog().findGpu("h100-sxm");
        const double peakKw = gpu.tdp->value() * 8 * 1.82 / 1000;
        const double meanKw = peakKw * (0.35 + 0.65 * option.meanUtilization * 2 / 8);
        QVERIFY(isNear(option.powerMean->value() / 1000, meanKw));
        const Bill bill = billFor(option, plan, catalog());
        const BillLine &energy = *lineOf(bill, "own_energy");
        QVERIFY(isNear(energy.quantity, meanKw * scenario.ownHardware.pue * 730));
        QVERIFY(isNear(energy.amount->toDouble(), meanKw * scenario.ownHardware.pue * 730 * 0.0806, 1e-4));
        QVERIFY(isNear(evaluate(energy.why), energy.amount->toDouble(), 1e-4));
        QCOMPARE(bill.compute, option.monthlyCost);
        QVERIFY(*option.powerMean < serverPower(gpu, 8, option.meanUtilization)->mean);
    }

    void linesAddUpAndExplainThemselves()
    {
        headroom::test::PlannableScenarios scenarios(catalog(), 29);
        int bills = 0;
        for (int i = 0; i < 120; ++i) {
            Scenario scenario = scenarios.next();
            scenario.money.currency = static_cast<Currency>(i % 3);
            scenario.money.supportRatio = i % 2 ? 0.07 : 0.0;
            scenario.money.spotRatio = i % 5 ? 0.0 : 0.4;
            scenario.money.capacity = static_cast<CapacityPolicy>(i % 4 % 3);
            if (i % 7 == 0)
                scenario.money.offers = {"onprem"};
            const auto plan = headroom::core::plan(scenario, catalog());
            QVERIFY(plan);
            if (!plan->recommended)
                continue;
            ++bills;
            const PlanOption &option = *plan->recommended;
            QVERIFY(option.meanUtilization >= 0 && (option.meanUtilization <= 1 || !plan->meetsDemand));
            const Bill bill = billFor(option, *plan, catalog());
            Money sum(scenario.money.currency, 0);
            for (const BillLine &line : bill.lines) {
                if (!line.amount)
                    continue;
                QCOMPARE(line.amount->currency(), scenario.money.currency);
                QVERIFY(line.amount->micros() >= 0);
                sum += *line.amount;
                QVERIFY2(isNear(evaluate(line.why), line.amount->toDouble(), 1e-5), line.key.c_str());
            }
            QCOMPARE(bill.total, sum);
            QVERIFY(isNear(evaluate(bill.why), bill.total.toDouble(), 1e-5));
            QVERIFY(compare(bill.compute, option.monthlyCost) == 0 || option.offer.isOwn());
            QVERIFY(std::abs(bill.compute.toDouble() - option.monthlyCost.toDouble()) < 1e-4 * std::max(1.0, bill.compute.toDouble()));
            for (const UnitCost &unit : bill.units)
                QVERIFY2(isNear(evaluate(unit.why), unit.amount.toDouble(), 1e-3) || unit.amount.toDouble() < 1e-3, unit.key.c_str());
            QVERIFY(option.offer.isOwn() || compare(option.monthlyCost, option.monthlyCostAlwaysOn) <= 0);
        }
        QVERIFY2(bills > 50, qPrintable(QString::number(bills)));
    }

    // "6x A100 at 13,200 a month, 9,000 once utilization is optimized": shown not to follow, by the rules of this program.
    void thirteenThousandDoNotBecomeNineThousand()
    {
        // Nobody rents six: the cheapest instances that hold them have more, and so another price.
        for (const Offer &offer : catalog().offers)
            QVERIFY(!offer.gpu.starts_with("a100") || offer.gpus != 6);
        const auto six = cheapestFleetMonth("a100-80gb-sxm", 6, Currency::USD, catalog());
        QVERIFY(six);
        QVERIFY(six->gpus > 6);
        QVERIFY(std::abs(six->month.toDouble() - 13200) > 100);
        // 9,000 of 13,200 are 68 % of the hours. A fleet of one replica has none to give back: it pays for all of them ...
        Scenario scenario = pencilScenario();
        scenario.hardware.gpus = {"a100-80gb-sxm"};
        scenario.money.offers = {"lambda"};
        scenario.money.capacity = CapacityPolicy::Hourly;
        scenario.demand.dayProfile = "office";
        scenario.demand.peakRps = 0.5;
        scenario.layout.emplace();
        scenario.layout->replicas = 1;
        const Plan alone = planned(scenario);
        QCOMPARE(alone.recommended->monthlyCost, alone.recommended->monthlyCostAlwaysOn);
        // ... and one of many replicas under office hours needs far fewer than 68 %.
        scenario.demand.peakRps = 30;
        scenario.layout.reset();
        const Plan many = planned(scenario);
        QVERIFY(many.recommended->layout.replicas >= 4);
        const double running = many.recommended->monthlyCost.toDouble() / many.recommended->monthlyCostAlwaysOn.toDouble();
        QVERIFY2(running < 0.6, qPrintable(QString::number(running)));
    }

    void doublingThePriceDoublesTheLine()
    {
        Catalog dearer = catalog();
        for (Offer &offer : dearer.offers)
            for (std::optional<Money> *price : {&offer.onDemand, &offer.spot, &offer.oneYear, &offer.threeYears})
                if (*price)
                    *price = (*price)->times(2);
        headroom::test::PlannableScenarios scenarios(catalog(), 31);
        int compared = 0;
        for (int i = 0; i < 40; ++i) {
            const Scenario scenario = scenarios.next();
            const auto plan = headroom::core::plan(scenario, catalog());
            const auto twice = headroom::core::plan(scenario, dearer);
            QVERIFY(plan && twice);
            if (!plan->recommended || plan->recommended->offer.isOwn() || !twice->recommended || twice->recommended->offer.isOwn())
                continue;
            const Bill bill = billFor(*plan->recommended, *plan, catalog());
            const Bill doubled = billFor(*twice->recommended, *twice, dearer);
            // Twice, but for the rounding of each to a millionth (and of the conversion before it).
            QVERIFY(std::abs(doubled.compute.micros() - 2 * bill.compute.micros()) <= 16);
            ++compared;
        }
        QVERIFY(compared > 12);
    }

    void theMonthAtThePlannedDemandIsThePlansOwn()
    {
        for (const char *offers : {"aws", "onprem"}) {
            Scenario scenario = pencilScenario();
            scenario.demand.dayProfile = "office";
            scenario.money.offers = {offers};
            const Plan plan = planned(scenario);
            const Bill bill = billFor(*plan.recommended, plan, catalog());
            const MonthAtDemand month = monthAtDemand(*plan.recommended, plan, catalog(), 1.0);
            QCOMPARE(month.compute, bill.compute);
            QCOMPARE(month.total, bill.total);
            QCOMPARE(month.replicas, plan.recommended->layout.replicas);
            if (plan.recommended->offer.isOwn())
                continue;
            // More demand never costs less to rent.
            Money last(Currency::USD, 0);
            for (double factor = 0.1; factor < 5; factor *= 1.3) {
                const Money now = monthAtDemand(*plan.recommended, plan, catalog(), factor).total;
                QVERIFY2(compare(now, last) >= 0, qPrintable(QStringLiteral("%1 at %2: %3 after %4").arg(QLatin1String(offers)).arg(factor).arg(now.toDouble()).arg(last.toDouble())));
                last = now;
            }
        }
    }

    void owningPaysOnceAndRentingEveryMonth()
    {
        Scenario scenario = pencilScenario();
        scenario.money.apiInputPerMillion = 1;
        scenario.money.apiOutputPerMillion = 2;
        const Plan plan = planned(scenario);
        const OwnershipCase c = compareOwnership(plan, catalog());
        const Bill bill = billFor(*plan.recommended, plan, catalog());
        QCOMPARE(c.rented.size(), std::size_t(kOwnershipMonths + 1));
        QCOMPARE(c.rented[0].micros(), 0);
        QCOMPARE(c.rented[12], bill.total.times(12));
        QCOMPARE(c.owned[0], c.purchase);
        // 52,560,000 requests x (500 x 1 + 300 x 2) / 1,000,000 = 57,816 a month.
        QCOMPARE(c.api[1].toDecimalString(), std::string("57816.00"));
        QVERIFY(c.apiSource.empty());
        QVERIFY(c.breakEvenMonth && *c.breakEvenMonth > 0);
        const auto month = static_cast<std::size_t>(*c.breakEvenMonth);
        QVERIFY(compare(c.owned[month], c.rented[month]) <= 0);
        QVERIFY(compare(c.owned[month - 1], c.rented[month - 1]) > 0);
        // At the share of hours at which they are even, a month of each costs the same.
        QVERIFY(c.flipRunningShare);
        const Money around = bill.total - bill.compute;
        QVERIFY(isNear(*c.flipRunningShare * bill.alwaysOn.toDouble() + around.toDouble(), c.ownMonth.toDouble()));
        QVERIFY(isNear(evaluate(c.flipRunningWhy), *c.flipRunningShare));
        QVERIFY(c.flipApiUtilization && isNear(evaluate(c.flipApiWhy), *c.flipApiUtilization));
    }

    void theUtilizationAtWhichTheApiLosesIsWhereBothCostTheSame()
    {
        Scenario scenario = pencilScenario();
        scenario.money.apiInputPerMillion = 0.5;
        scenario.money.apiOutputPerMillion = 1.5;
        scenario.layout.emplace();
        scenario.layout->gpus = 32;
        scenario.money.offers.clear();
        const OwnershipCase before = compareOwnership(planned(scenario), catalog());
        QVERIFY(before.flipApiUtilization && *before.flipApiUtilization < 1);
        // The same fleet at that load: one bill against the other.
        scenario.demand.peakRps = *scenario.demand.peakRps * *before.flipApiUtilization / before.utilization;
        const Plan plan = planned(scenario);
        const OwnershipCase at = compareOwnership(plan, catalog());
        QCOMPARE(at.servers, before.servers);
        QVERIFY(isNear(at.utilization, *before.flipApiUtilization, 1e-3));
        QVERIFY(isNear(at.ownMonth.toDouble(), at.api[1].toDouble(), 1e-3));
    }

    void withoutPricesThereIsNothingToCompare()
    {
        Scenario scenario = pencilScenario();
        scenario.hardware.gpus = {"l40s"};
        scenario.money.offers.clear();
        scenario.model.id = "llama-3.1-8b";
        const OwnershipCase c = compareOwnership(planned(scenario), catalog());
        QVERIFY(c.owned.empty() && c.api.empty() && !c.rented.empty());
        QVERIFY(!c.breakEvenMonth && !c.apiBreakEvenMonth && !c.flipRunningShare && !c.flipApiUtilization);
    }

    void stepsOfGrowthAreReadOrRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("steps");   // -1: refused
        QTest::newRow("none") << "" << 0;
        QTest::newRow("blank") << "  " << 0;
        QTest::newRow("one") << "6: 1.5" << 1;
        QTest::newRow("two") << " 6:1.5 ;13 : 2 " << 2;
        QTest::newRow("a comma at the end") << "6:1.5," << 1;
        QTest::newRow("no factor") << "6" << -1;
        QTest::newRow("half a month") << "6.5: 2" << -1;
        QTest::newRow("month zero") << "0: 2" << -1;
        QTest::newRow("too late") << "121: 2" << -1;
        QTest::newRow("nothing left") << "6: 0" << -1;
        QTest::newRow("negative") << "6: -1" << -1;
        QTest::newRow("not a number") << "6: nan" << -1;
        QTest::newRow("infinite") << "6: inf" << -1;
        QTest::newRow("words") << "soon: twice" << -1;
        QTest::newRow("hole") << "6: 2,,7: 2" << -1;
    }
    void stepsOfGrowthAreReadOrRefused()
    {
        QFETCH(QString, text);
        QFETCH(int, steps);
        const auto read = parseGrowthSteps(text.toStdString());
        QCOMPARE(read ? static_cast<int>(read->size()) : -1, steps);
        Scenario scenario;
        scenario.growth.steps = text.toStdString();
        const auto plan = headroom::core::plan(scenario, catalog());
        QCOMPARE(plan.has_value(), steps >= 0);
        if (!plan)
            QCOMPARE(plan.error().field, std::string("growth.steps"));
    }

    void theRoadGrowsInWholeReplicas()
    {
        Scenario scenario = pencilScenario();
        scenario.growth = {0.5, 0.05, "13: 1.5", 8, 24};
        const Plan plan = planned(scenario);
        const PlanOption &option = *plan.recommended;
        const auto roadmap = roadmapOf(option, plan, catalog());
        QVERIFY(roadmap);
        QCOMPARE(roadmap->months.size(), std::size_t(24));
        QVERIFY(isNear(roadmap->months[0].peak.value(), 10));
        QVERIFY(isNear(roadmap->months[12].peak.value(), 10 * std::pow(1.05, 12) * 1.5));
        Money phases(Currency::USD, 0), quarters = phases, years = phases;
        int replicas = 0, lastMonth = 0;
        for (const RoadmapPhase &phase : roadmap->phases) {
            QCOMPARE(phase.firstMonth, lastMonth + 1);
            QCOMPARE(phase.addedReplicas, phase.replicas - replicas);
            QCOMPARE(phase.gpus, phase.replicas * option.layout.gpusPerReplica());
            QVERIFY(phase.capacity.value() >= phase.peak.value() * 1.2 * (1 - 1e-9));
            // One replica fewer would not have carried its highest demand.
            QVERIFY(phase.replicas == 1 || (phase.capacity - option.capacityPerReplica).value() < phase.peak.value() * 1.2);
            QVERIFY(isNear(phase.orderMonth, phase.firstMonth - 1 - 8 * 12 / 52.0));
            phases += phase.cost;
            replicas = phase.replicas;
            lastMonth = phase.lastMonth;
        }
        QCOMPARE(lastMonth, 24);
        QVERIFY(roadmap->phases.size() > 2);
        for (const BudgetPeriod &quarter : roadmap->quarters)
            quarters += quarter.amount;
        for (const BudgetPeriod &year : roadmap->years)
            years += year.amount;
        QCOMPARE(roadmap->quarters.size(), std::size_t(8));
        QCOMPARE(roadmap->years.size(), std::size_t(2));
        QCOMPARE(phases, roadmap->total);
        QCOMPARE(quarters, roadmap->total);
        QCOMPARE(years, roadmap->total);
    }

    void ownServersAreBoughtWhenAPhaseNeedsThem()
    {
        Scenario scenario = pencilScenario();
        scenario.money.offers = {"onprem"};
        scenario.growth = {1, 0.2, "", {}, 18};
        const Plan plan = planned(scenario);
        const auto roadmap = roadmapOf(*plan.recommended, plan, catalog());
        QCOMPARE(roadmap->leadWeeks, 16);
        int bought = 0;
        for (const RoadmapPhase &phase : roadmap->phases) {
            bought += phase.addedInstances;
            QCOMPARE(phase.purchase, compareOwnership(plan, catalog()).purchase.times(phase.addedInstances, plan.recommended->offer.count));
        }
        QCOMPARE(bought, roadmap->phases.back().instances);
    }

    void everyMoveIsReplannedAndNamesItsPrice()
    {
        Scenario scenario;
        scenario.hardware.gpus = {"h200-sxm"};
        scenario.money.capacity = CapacityPolicy::Always;
        const Plan plan = planned(scenario);
        const SavingsAdvice advice = adviseSavings(plan, catalog());
        QVERIFY(!advice.cancelled);
        QVERIFY(advice.moves.size() >= 3);
        const Money before = plan.recommended->monthlyCost;
        Money last = before;
        for (const SavingMove &move : advice.moves) {
            QVERIFY(move.option && move.saving.micros() > 0);
            QCOMPARE(before - move.option->monthlyCost, move.saving);
            QVERIFY(compare(move.saving, last) <= 0);
            last = move.saving;
            // What is promised is what planning the changed scenario gives.
            QCOMPARE(planned(move.scenario).recommended->monthlyCost, move.option->monthlyCost);
        }
        for (const SavingMove &move : advice.others)
            QVERIFY(!move.option || move.saving.micros() <= 0);
        QVERIFY(std::ranges::find(advice.moves, "follow_load", &SavingMove::key) != advice.moves.end());
        QVERIFY(advice.together);
        QVERIFY(compare(advice.together->saving, std::ranges::find(advice.moves, "follow_load", &SavingMove::key)->saving) >= 0);
    }

    void whatIsBoughtIsNotAdvisedToBeReserved()
    {
        Scenario scenario = pencilScenario();
        scenario.money.offers = {"onprem"};
        scenario.money.capacity = CapacityPolicy::Always;
        const SavingsAdvice advice = adviseSavings(planned(scenario), catalog());
        for (const std::vector<SavingMove> *moves : {&advice.moves, &advice.others})
            for (const SavingMove &move : *moves)
                QVERIFY2(move.price != MovePrice::Commitment && move.price != MovePrice::Eviction && move.key != "follow_load" && move.key != "own_hardware", move.key.c_str());
    }

    void adviceStopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        const SavingsAdvice advice = adviseSavings(planned(Scenario()), catalog(), stop.get_token());
        QVERIFY(advice.cancelled && advice.moves.empty());
    }
};

QTEST_APPLESS_MAIN(BillTest)
#include "tst_bill.moc"
