// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/cost/cloud_bill.h>
#include <core/cost/exchange.h>
#include <core/cost/onprem.h>
#include <core/cost/power.h>
#include <core/cost/rental.h>
#include <core/cost/schedule.h>

#include <map>

using namespace headroom::core;

class CostTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void replicasTakeWholeInstances_data()
    {
        QTest::addColumn<int>("gpusPerReplica");
        QTest::addColumn<int>("gpusPerInstance");
        QTest::addColumn<int>("replicas");
        QTest::addColumn<int>("instances");
        QTest::newRow("one replica fills one") << 8 << 8 << 3 << 3;
        QTest::newRow("four share one") << 2 << 8 << 5 << 2;
        QTest::newRow("three of two leave two over") << 3 << 8 << 2 << 1;
        QTest::newRow("a replica spans two") << 16 << 8 << 3 << 6;
        QTest::newRow("one cannot rent six of eight") << 6 << 8 << 2 << 2;
        QTest::newRow("none") << 8 << 8 << 0 << 0;
    }
    void replicasTakeWholeInstances()
    {
        QFETCH(int, gpusPerReplica);
        QFETCH(int, gpusPerInstance);
        QFETCH(int, replicas);
        QFETCH(int, instances);
        QCOMPARE(instanceNeed(gpusPerReplica, gpusPerInstance).instancesFor(replicas), instances);
    }

    // 8x A100-80 p4de at list: 27.44705 x 730 = 20,036.35 (20,036.3465).
    void aMonthHas730Hours()
    {
        const Money price = *Money::parse(Currency::USD, "27.44705");
        QCOMPARE(alwaysOnMonth(price, 1).toDecimalString(4), std::string("20036.3465"));
        const auto parts = rentalParts({Commitment::OnDemand, price, price, {}}, {1, 1}, 1, runningReplicas(std::vector<double>(168, 1.0)), MoneyInputs{});
        QCOMPARE(parts.size(), std::size_t(1));
        QCOMPARE(monthOf(parts[0]), alwaysOnMonth(price, 1));
    }

    void theScheduleIsBilledHourByHour_data()
    {
        QTest::addColumn<int>("scaleUpMinutes");
        QTest::addColumn<QString>("amount");
        // 50 hours with two instances, 118 with one: (100 + 118) / 168 of a month of 730 hours, at 10 an hour.
        QTest::newRow("at once") << 0 << "9472.62";
        // One start a week: half an hour more, 218.5 / 168 x 7,300 = 9,494.3452.
        QTest::newRow("half an hour to start") << 30 << "9494.35";
    }
    void theScheduleIsBilledHourByHour()
    {
        QFETCH(int, scaleUpMinutes);
        QFETCH(QString, amount);
        std::vector<double> replicas(168, 1.0);
        std::fill(replicas.begin(), replicas.begin() + 50, 2.0);
        MoneyInputs money;
        money.scaleUpMinutes = scaleUpMinutes;
        const Money price = *Money::parse(Currency::USD, "10");
        const auto parts = rentalParts({Commitment::OnDemand, price, price, {}}, {1, 1}, 2, runningReplicas(replicas), money);
        QCOMPARE(QString::fromStdString(monthOf(parts.at(0)).toDecimalString()), amount);
    }

    void aMixIsPaidByItsParts_data()
    {
        QTest::addColumn<int>("commitment");
        QTest::addColumn<double>("committedRatio");
        QTest::addColumn<double>("spotRatio");
        QTest::addColumn<QStringList>("months");   // in order: commitment, spot, on demand
        // 4 instances for 100 hours of the week, 1 for 68. On demand 10, spot 4, a year 6 an hour; a month is 730 / 168 weeks.
        QTest::newRow("on demand") << int(Commitment::OnDemand) << 1.0 << 0.0 << QStringList{"20335.71"};                      // 468 h x 10
        QTest::newRow("a year, all") << int(Commitment::OneYear) << 1.0 << 0.0 << QStringList{"17520.00"};                     // 4 x 730 x 6
        QTest::newRow("a year for one") << int(Commitment::OneYear) << 0.25 << 0.0 << QStringList{"4380.00", "13035.71"};      // 730 x 6; 300 h x 10
        QTest::newRow("a year for one, spot for two") << int(Commitment::OneYear) << 0.25 << 0.7 << QStringList{"4380.00", "3476.19", "4345.24"}; // 200 h x 4; 100 h x 10
        QTest::newRow("half spot") << int(Commitment::OnDemand) << 1.0 << 0.5 << QStringList{"4658.10", "8690.48"};            // (200 + 68) h x 4; 200 h x 10
        QTest::newRow("spot for three in four") << int(Commitment::Spot) << 0.75 << 0.0 << QStringList{"6396.19", "4345.24"};  // 368 h x 4; 100 h x 10
    }
    void aMixIsPaidByItsParts()
    {
        QFETCH(int, commitment);
        QFETCH(double, committedRatio);
        QFETCH(double, spotRatio);
        QFETCH(QStringList, months);
        std::vector<double> replicas(168, 1.0);
        std::fill(replicas.begin(), replicas.begin() + 100, 4.0);
        MoneyInputs money;
        money.commitment = static_cast<Commitment>(commitment);
        money.committedRatio = committedRatio;
        money.spotRatio = spotRatio;
        money.scaleUpMinutes = 0;
        Offer offer;
        offer.onDemand = Money(Currency::USD, 10'000'000);
        offer.spot = Money(Currency::USD, 4'000'000);
        offer.oneYear = Money(Currency::USD, 6'000'000);
        QStringList amounts;
        for (const RentalPart &part : rentalParts(rentalPrices(offer, money.commitment), {1, 1}, 4, runningReplicas(replicas), money))
            amounts.append(QString::fromStdString(monthOf(part).toDecimalString()));
        QCOMPARE(amounts, months);
    }

    void aMixWithoutAPriceIsNoOffer()
    {
        MoneyInputs money;
        money.commitment = Commitment::OneYear;
        money.committedRatio = 0.5;
        const Money price(Currency::USD, 1'000'000);
        const std::vector<double> week(168, 2.0);
        QVERIFY(rentalParts({Commitment::OneYear, price, {}, {}}, {1, 1}, 2, runningReplicas(week), money).empty());       // the other half has no price
        QVERIFY(rentalParts({Commitment::OneYear, {}, price, {}}, {1, 1}, 2, runningReplicas(week), money).empty());
        QVERIFY(rentalParts({Commitment::OneYear, price, Money(Currency::USD, 0), {}}, {1, 1}, 2, runningReplicas(week), money).empty()); // a price of nothing is none
        QCOMPARE(rentalParts({Commitment::OneYear, price, price, {}}, {1, 1}, 2, runningReplicas(week), money).size(), std::size_t(2));
    }

    void capacityFollowsTheDemand_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<int>("minReplicas");
        QTest::addColumn<QList<double>>("replicas");  // Monday 3:00, Monday 8:00, Monday 10:00, Saturday 10:00
        QTest::newRow("hour by hour") << int(CapacityPolicy::Hourly) << 1 << QList<double>{2, 4, 6, 2};
        QTest::newRow("at least three") << int(CapacityPolicy::Hourly) << 3 << QList<double>{3, 4, 6, 3};
        QTest::newRow("more than there are") << int(CapacityPolicy::Hourly) << 50 << QList<double>{6, 6, 6, 6};
        QTest::newRow("on workdays") << int(CapacityPolicy::Workdays) << 1 << QList<double>{3, 6, 6, 3};   // Monday 22:00 needs three
        QTest::newRow("always") << int(CapacityPolicy::Always) << 1 << QList<double>{6, 6, 6, 6};
    }
    void capacityFollowsTheDemand()
    {
        QFETCH(int, policy);
        QFETCH(int, minReplicas);
        QFETCH(QList<double>, replicas);
        Workload workload;
        workload.peak = RequestsPerSecond(75);
        workload.week.fill(0.1);          // ceil(9 / 20) + 1 = 2
        workload.week[8] = 0.6;           // ceil(54 / 20) + 1 = 4
        workload.week[10] = 1.0;          // ceil(75 x 1.2 / 20) + 1 = 6
        workload.week[22] = 0.4;          // ceil(36 / 20) + 1 = 3
        Scenario scenario;
        scenario.hardware.redundancy = 1;
        scenario.money.capacity = static_cast<CapacityPolicy>(policy);
        scenario.money.minReplicas = minReplicas;
        const CapacitySchedule schedule = scheduleFor(workload, RequestsPerSecond(20), 6, scenario);
        QCOMPARE(QList<double>({schedule.replicas[3], schedule.replicas[8], schedule.replicas[10], schedule.replicas[130]}), replicas);
        QVERIFY(schedule.meanUtilization > 0 && schedule.meanUtilization < 1);
        for (std::size_t hour = 0; hour < 168; ++hour) // whatever the policy, the hour's demand is carried
            QVERIFY((schedule.replicas[hour] - 1) * 20 >= 75 * workload.week[hour]);
    }

    void currenciesConvertAtADatedRate()
    {
        const auto catalog = headroom::test::shippedCatalog();
        QCOMPARE(convert(*catalog, *Money::parse(Currency::USD, "100"), Currency::CNY)->toDecimalString(), std::string("720.00"));
        QCOMPARE(convert(*catalog, *Money::parse(Currency::CNY, "720"), Currency::USD)->toDecimalString(), std::string("100.00"));
        QVERIFY(convert(*catalog, *Money::parse(Currency::CNY, "720"), Currency::EUR));
        QVERIFY(!conversionRate(Catalog{}, Currency::USD, Currency::CNY));
    }

    void ownHardwareAddsUp()
    {
        const auto catalog = headroom::test::shippedCatalog();
        const Gpu &gpu = *catalog->findGpu("h100-sxm");
        Scenario scenario;
        scenario.ownHardware.taxRatio = 0.1;
        scenario.ownHardware.softwarePerGpuYear = 4500;
        const auto prices = onPremPrices(gpu, scenario, *catalog);
        QVERIFY(prices);
        const auto month = onPremServerMonth(gpu, *prices, scenario.ownHardware, 0.5);
        QVERIFY(month);
        // 8 x 30,000 x 1.3 = 312,000 and 12 % network = 349,440; 90 % over 48 months.
        QCOMPARE(month->depreciation.toDecimalString(), std::string("6552.00"));
        QCOMPARE(month->capital.toDecimalString(), std::string("1281.28"));     // 349,440 x 0.55 x 8 % / 12
        QCOMPARE(month->support.toDecimalString(), std::string("2912.00"));     // 10 % a year
        QCOMPARE(month->colocation.toDecimalString(), std::string("1875.94"));  // 8 x 700 W x 1.82 = 10.192 kW x 184.06
        QCOMPARE(month->energy.toDecimalString(), std::string("623.36"));       // 10.192 x (0.35 + 0.65 x 0.5) x 1.54 x 730 x 0.0806
        QCOMPARE(month->software.toDecimalString(), std::string("3000.00"));    // 8 x 4,500 / 12
        QCOMPARE(month->staff.toDecimalString(), std::string("500.00"));        // 6,000 / 12
        QCOMPARE(month->tax.toDecimalString(), std::string("728.00"));          // 34,944 / 48
        QCOMPARE(onPremPurchase(*prices, scenario.ownHardware).toDecimalString(), std::string("384384.00"));
        QCOMPARE(month->total().toDecimalString(), std::string("17472.58"));
        QVERIFY(!onPremPrices(*catalog->findGpu("l40s"), scenario, *catalog)); // no purchase price in the catalog: missing stays missing
        scenario.ownHardware.serverPrice = 100000;
        QVERIFY(onPremPrices(*catalog->findGpu("l40s"), scenario, *catalog));
    }

    void publishedRangesHoldTheDefaults()
    {
        const OwnHardwareInputs own;
        const std::map<std::string, double> defaults{{"network_ratio", own.networkRatio}, {"depreciation_months", own.depreciationMonths}, {"residual_ratio", own.residualRatio},
                                                     {"capital_ratio", own.capitalRatio}, {"pue", own.pue}, {"support_ratio", own.supportRatio}};
        for (const PublishedRange &range : publishedRanges()) {
            QVERIFY2(range.low <= range.usual && range.usual <= range.high, range.key);
            QVERIFY2(*range.source && *range.asOf, range.key);
            if (defaults.contains(range.key))
                QCOMPARE(defaults.at(range.key), range.usual);
        }
    }

    void powerIsMissingWhereTheGpuPublishesNone()
    {
        Gpu gpu;
        QVERIFY(!serverPower(gpu, 8, 0.5));
        gpu.tdp = Watts(700);
        QCOMPARE(serverPower(gpu, 8, 1.0)->peak, serverPower(gpu, 8, 1.0)->mean);
        QVERIFY(serverPower(gpu, 8, 0.0)->mean < serverPower(gpu, 8, 0.5)->mean);
    }
};

QTEST_APPLESS_MAIN(CostTest)
#include "tst_cost.moc"
