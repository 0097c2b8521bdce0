// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/cost/cloud_bill.h>
#include <core/cost/exchange.h>
#include <core/cost/onprem.h>
#include <core/cost/power.h>
#include <core/cost/schedule.h>

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
        QCOMPARE(scheduledMonth(price, {1, 1}, std::vector<double>(168, 1.0)), alwaysOnMonth(price, 1));
    }

    void theScheduleIsBilledHourByHour()
    {
        // 50 hours with two instances, 118 with one: (100 + 118) / 168 of a month of 730 hours, at 10 an hour.
        std::vector<double> replicas(168, 1.0);
        std::fill(replicas.begin(), replicas.begin() + 50, 2.0);
        QCOMPARE(scheduledMonth(*Money::parse(Currency::USD, "10"), {1, 1}, replicas).toDecimalString(), std::string("9472.62"));
    }

    void capacityFollowsTheDemandDownToOneReplica()
    {
        Workload workload;
        workload.peak = RequestsPerSecond(75);
        workload.week.fill(0.1);
        workload.week[0] = 1.0;
        const CapacitySchedule schedule = scheduleFor(workload, RequestsPerSecond(20), 6, 1, 0.2);
        QCOMPARE(schedule.replicas[0], 6.0);   // ceil(75 x 1.2 / 20) + 1 = 6
        QCOMPARE(schedule.replicas[1], 2.0);   // ceil(9 / 20) + 1
        QVERIFY(schedule.meanUtilization > 0 && schedule.meanUtilization < 1);
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
        const auto month = onPremServerMonth(*catalog->findGpu("h100-sxm"), 0.5);
        QVERIFY(month);
        // 8 x 30,000 x 1.3 = 312,000; 90 % over 48 months = 5,850; support 10 % a year = 2,600.
        QCOMPARE(month->depreciation.toDecimalString(), std::string("5850.00"));
        QCOMPARE(month->support.toDecimalString(), std::string("2600.00"));
        QCOMPARE(month->total(), month->depreciation + month->support + month->colocation + month->energy);
        QVERIFY(!onPremServerMonth(*catalog->findGpu("l40s"), 0.5)); // no purchase price in the catalog: missing stays missing
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
