// SPDX-License-Identifier: GPL-3.0-or-later
#include "price_fixture.h"
#include "support/test_case.h"

#include <core/planning/baseline.h>
#include <core/planning/plan_json.h>
#include <core/planning/planner.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>
#include <core/prices/apply_prices.h>
#include <core/prices/freshness.h>

using namespace headroom::core;
using namespace headroom::test;

namespace {

// A catalog with one offer of a known day.
Catalog knowing(const char *price, const char *asOf)
{
    Catalog catalog = unpriced();
    Offer offer{"aws", "us-east-1", "p5.48xlarge", "h100-sxm", 8, {}, {}, {}, {}, {"list", asOf, {}}, {}};
    offer.onDemand = *Money::parse(Currency::USD, price);
    offer.oneYear = *Money::parse(Currency::USD, "33");
    catalog.offers.push_back(std::move(offer));
    return catalog;
}

std::string row(const char *price, const char *asOf)
{
    return std::string("provider,region,instance,gpu,gpus,currency,price,as_of\naws,us-east-1,p5.48xlarge,h100,8,USD,") + price + "," + asOf + "\n";
}

PricePoint point(const char *price, const char *asOf, Commitment commitment = Commitment::OnDemand)
{
    return {"aws", "us-east-1", "p5.48xlarge", "h100-sxm", 8, commitment, *Money::parse(Currency::USD, price), {"imported", asOf, {}}};
}

PriceContract discount(const char *name, std::int64_t millionths)
{
    PriceContract contract;
    contract.name = name;
    contract.provider = "AWS";
    contract.discountMillionths = millionths;
    return contract;
}

} // namespace

// What is new, changed and doubtful against what is known, and what an overlay does to the catalog.
class PriceJudgingTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void agesAreCountedInDays_data()
    {
        QTest::addColumn<QByteArray>("asOf");
        QTest::addColumn<int>("age");     // -999: no date
        QTest::addColumn<bool>("stale");
        QTest::newRow("today") << QByteArray("2026-11-26") << 0 << false;
        QTest::newRow("90 days") << QByteArray("2026-08-28") << 90 << false;
        QTest::newRow("91 days") << QByteArray("2026-08-27") << 91 << true;
        QTest::newRow("a month counts to its end") << QByteArray("2026-08") << 87 << false;
        QTest::newRow("this month") << QByteArray("2026-11") << 0 << false;
        QTest::newRow("a year") << QByteArray("2025") << 330 << true;
        QTest::newRow("tomorrow") << QByteArray("2026-11-27") << -1 << false;
        QTest::newRow("a leap day") << QByteArray("2024-02-29") << 1001 << true;
        QTest::newRow("no such day") << QByteArray("2025-02-29") << -999 << false;
        QTest::newRow("words") << QByteArray("last July!") << -999 << false;
        QTest::newRow("nothing") << QByteArray("") << -999 << false;
    }
    void agesAreCountedInDays()
    {
        QFETCH(QByteArray, asOf);
        QFETCH(int, age);
        QFETCH(bool, stale);
        QCOMPARE(ageInDays(asOf.toStdString(), "2026-11-26").value_or(-999), age);
        QCOMPARE(isStale(asOf.toStdString(), "2026-11-26"), stale);
    }

    void aPriceIsComparedWithWhatIsKnown_data()
    {
        QTest::addColumn<QByteArray>("price");
        QTest::addColumn<QByteArray>("asOf");
        QTest::addColumn<QByteArray>("becomes");
        QTest::newRow("cheaper and newer") << QByteArray("50") << QByteArray("2026-11-20") << QByteArray("changed");
        QTest::newRow("the same day's correction") << QByteArray("50") << QByteArray("2026-07-20") << QByteArray("changed");
        QTest::newRow("as known, newer") << QByteArray("55.04") << QByteArray("2026-11-20") << QByteArray("confirmed");
        QTest::newRow("as known") << QByteArray("55.0400") << QByteArray("2026-07-20") << QByteArray("unchanged");
        QTest::newRow("older than known") << QByteArray("98.32") << QByteArray("2024-01-01") << QByteArray("older_than_known");
        QTest::newRow("less than half") << QByteArray("27.51") << QByteArray("2026-11-20") << QByteArray("big_change");
        QTest::newRow("half") << QByteArray("27.52") << QByteArray("2026-11-20") << QByteArray("changed");
        QTest::newRow("over twice") << QByteArray("110.09") << QByteArray("2026-11-20") << QByteArray("big_change");
        QTest::newRow("from the future") << QByteArray("50") << QByteArray("2027-01-01") << QByteArray("future");
    }
    void aPriceIsComparedWithWhatIsKnown()
    {
        QFETCH(QByteArray, price);
        QFETCH(QByteArray, asOf);
        QFETCH(QByteArray, becomes);
        HEADROOM_PREVIEW(preview, row(price.constData(), asOf.constData()), importOptions("own.csv"), knowing("55.04", "2026-07-20"));
        QVERIFY(preview.added.empty());
        QCOMPARE(preview.changed.size(), std::size_t(becomes == "changed"));
        QCOMPARE(preview.confirmed.size(), std::size_t(becomes == "confirmed"));
        QCOMPARE(preview.unchanged, std::uint64_t(becomes == "unchanged"));
        const bool doubted = becomes == "older_than_known" || becomes == "big_change" || becomes == "future";
        QCOMPARE(preview.heldBack.size(), std::size_t(doubted));
        QCOMPARE(noted(preview.suspicious, becomes.toStdString()), std::uint64_t(doubted));
        if (becomes == "changed")
            QCOMPARE(preview.changed.front().before.perHour.toDecimalString(), std::string("55.04"));
    }

    void oldPricesAreImportedAndTold()
    {
        HEADROOM_PREVIEW(preview, row("50", "2026-08-01"), importOptions("own.csv"), knowing("55.04", "2026-07-20"));
        QCOMPARE(preview.changed.size(), std::size_t(1));
        QCOMPARE(noted(preview.suspicious, "old"), std::uint64_t(1));
    }

    void theDayThatIsGivenWins()
    {
        PriceImportOptions options = importOptions("own.csv");
        options.asOf = "2026-11-15";
        HEADROOM_PREVIEW(preview, row("50", "2026-11-20"), options, knowing("55.04", "2026-07-20"));
        QCOMPARE(preview.changed.front().after.source.asOf, std::string("2026-11-15"));
        options.asOf = "soon";
        QCOMPARE(previewPrices(row("50", "2026-11-20"), options, unpriced()).error().field, std::string("as_of"));
    }

    void longListsOfRemarksAreCounted()
    {
        std::string text = "provider,instance,gpu,currency,price\n";
        for (int i = 0; i < 2000; ++i)
            text += "h,i,nothing,USD,5\n";
        HEADROOM_PREVIEW(preview, text, importOptions("own.csv"), unpriced());
        QCOMPARE(preview.skipped.size(), std::size_t(501));
        QCOMPARE(noted(preview.skipped, "unknown_gpu"), std::uint64_t(2000));
    }

    void anImportedPriceReplacesOnlyItsOwn()
    {
        const Catalog catalog = withPrices(knowing("55.04", "2026-07-20"), {{point("50", "2026-11-20"), point("49", "2026-11-21"), point("18", "2026-11-20", Commitment::Spot)}, {}, {}, "prices-3"}, "2026-11-26");
        const Offer &offer = catalog.offers.front();
        QCOMPARE(catalog.offers.size(), std::size_t(1));
        QCOMPARE(offer.onDemand->toDecimalString(), std::string("49.00"));
        QCOMPARE(offer.sourceOf(Commitment::OnDemand).asOf, std::string("2026-11-21"));
        QCOMPARE(offer.spot->toDecimalString(), std::string("18.00"));
        QCOMPARE(offer.oneYear->toDecimalString(), std::string("33.00"));
        QCOMPARE(offer.sourceOf(Commitment::OneYear).asOf, std::string("2026-07-20"));
        QVERIFY(catalog.version.ends_with("+prices-3"));
        QCOMPARE(catalog.pricesAsOf, std::string("2026-11-21"));
        QCOMPARE(catalog.oldestPriceAsOf, std::string("2026-07-20"));
        QCOMPARE(catalog.readOn, std::string("2026-11-26"));
    }

    void anOfferWithoutAnOldPriceIsAsOfItsNewest()
    {
        const Catalog catalog = withPrices(knowing("55.04", "2026-07-20"), {{point("50", "2026-11-20"), point("30", "2026-11-10", Commitment::OneYear)}, {}, {}, {}}, "2026-11-26");
        const Offer &offer = catalog.offers.front();
        QCOMPARE(offer.source.asOf, std::string("2026-11-20"));
        QCOMPARE(offer.sourceOf(Commitment::OnDemand).asOf, std::string("2026-11-20"));
        QCOMPARE(offer.sourceOf(Commitment::OneYear).asOf, std::string("2026-11-10"));
        QCOMPARE(catalog.oldestPriceAsOf, std::string("2026-11-10"));
    }

    void discountsAreExactAndSaySo()
    {
        const Catalog catalog = withPrices(knowing("55.04", "2026-07-20"), {{}, {discount("frame contract", 125'000)}, {}, {}}, "2026-11-26");
        const Offer &offer = catalog.offers.front();
        QCOMPARE(offer.onDemand->toDecimalString(6), std::string("48.160000"));
        QCOMPARE(offer.oneYear->toDecimalString(6), std::string("28.875000"));
        QCOMPARE(offer.sourceOf(Commitment::OnDemand), (Source{"frame contract: 12.5 % off 55.040000 USD (list)", "2026-07-20", {}}));
    }

    void contractsHoldWhereAndWhenTheySay()
    {
        PriceContract contract = discount("spring", 100'000);
        contract.commitment = Commitment::OneYear;
        contract.validFrom = "2026-11-01";
        contract.validUntil = "2026-11-30";
        const auto oneYearOn = [&](const char *day) { return withPrices(knowing("55.04", "2026-07-20"), {{}, {contract}, {}, {}}, day).offers.front(); };
        QCOMPARE(oneYearOn("2026-10-31").oneYear->toDecimalString(), std::string("33.00"));
        QCOMPARE(oneYearOn("2026-11-01").oneYear->toDecimalString(), std::string("29.70"));
        QCOMPARE(oneYearOn("2026-11-30").oneYear->toDecimalString(), std::string("29.70"));
        QCOMPARE(oneYearOn("2026-12-01").oneYear->toDecimalString(), std::string("33.00"));
        QCOMPARE(oneYearOn("2026-11-15").onDemand->toDecimalString(), std::string("55.04"));
        contract.region = "eu-west-1";
        QCOMPARE(oneYearOn("2026-11-15").oneYear->toDecimalString(), std::string("33.00"));
    }

    void aNegotiatedPriceMakesItsOwnOffer()
    {
        PriceContract contract;
        contract.name = "quote 17";
        contract.provider = "myhost";
        contract.instance = "HGX-8";
        contract.gpu = "h100-sxm";
        contract.gpus = 8;
        contract.perHour = Money(Currency::EUR, 19'500'000);
        QVERIFY(validate(contract, unpriced()));
        const Catalog catalog = withPrices(unpriced(), {{}, {contract}, {}, {}}, "2026-11-26");
        QCOMPARE(catalog.offers.size(), std::size_t(1));
        QCOMPARE(catalog.offers.front().onDemand, std::optional(Money(Currency::EUR, 19'500'000)));
    }

    void contractsThatMakeNoSenseAreRefused_data()
    {
        QTest::addColumn<QByteArray>("field");
        for (const char *field : {"name", "provider", "price", "discount", "valid_from", "valid_until", "instance", "gpu"})
            QTest::newRow(field) << QByteArray(field);
    }
    void contractsThatMakeNoSenseAreRefused()
    {
        QFETCH(QByteArray, field);
        PriceContract contract = discount("c", 100'000);
        QVERIFY(validate(contract, knowing("55", "2026-07-20")));
        if (field == "name")
            contract.name.clear();
        else if (field == "provider")
            contract.provider = "nobody";
        else if (field == "price")
            contract.perHour = Money(Currency::USD, 1);
        else if (field == "discount")
            contract.discountMillionths = 1'000'000;
        else if (field == "valid_from")
            contract.validFrom = "spring";
        else if (field == "valid_until")
            std::tie(contract.validFrom, contract.validUntil) = std::pair("2026-11-02", "2026-11-01");
        else
            contract.discountMillionths.reset(), contract.perHour = Money(Currency::USD, 1), contract.instance = field == "gpu" ? "unknown" : "";
        const auto fine = validate(contract, knowing("55", "2026-07-20"));
        QVERIFY(!fine);
        QCOMPARE(fine.error().field, field.toStdString());
    }

    void ratesReplaceEitherDirection()
    {
        const ExchangeRate own{Currency::CNY, Currency::USD, Money(Currency::USD, 140'000), {"bank", "2026-11-20", {}}};
        QVERIFY(validate(own));
        const Catalog catalog = withPrices(*shippedCatalog(), {{}, {}, {own}, {}}, "2026-11-26");
        QCOMPARE(std::ranges::count_if(catalog.exchangeRates, [](const ExchangeRate &r) { return r.from == Currency::CNY || r.to == Currency::CNY; }), std::ptrdiff_t(1));
        for (const ExchangeRate &bad : {ExchangeRate{Currency::USD, Currency::USD, Money(Currency::USD, 1), own.source}, ExchangeRate{Currency::CNY, Currency::USD, Money(Currency::USD, 0), own.source},
                                        ExchangeRate{Currency::CNY, Currency::USD, Money(Currency::USD, 1), {"bank", "", {}}}})
            QVERIFY(!validate(bad));
    }

    void thePlanSaysThatAPriceIsStale()
    {
        Scenario scenario;
        scenario.hardware.gpus = {"h100-sxm"};
        const auto warned = [&](const char *today) {
            const auto planned = plan(scenario, withPrices(*shippedCatalog(), {}, today));
            return planned && std::ranges::any_of(planned->warnings, [](const PlanWarning &w) { return w.code == "stale_prices"; });
        };
        QVERIFY(warned("2028-01-01"));
        QVERIFY(!warned("2026-07-21"));
        QVERIFY(!warned(""));
    }

    void aBaselineIsReviewedAndNotTouched()
    {
        Scenario scenario;
        scenario.hardware.gpus = {"h100-sxm"};
        scenario.money.offers = {"aws/us-east-1"};
        const Catalog then = *shippedCatalog();
        const auto approved = plan(scenario, then);
        QVERIFY(approved && approved->recommended);
        const std::string frozen = planToJson(*approved, then);
        const auto unchanged = reviewBaseline(scenario, frozen, then);
        QVERIFY(unchanged);
        QCOMPARE(unchanged->approved, *approvedFigures(*approved));
        QCOMPARE(unchanged->sameFleetNow->monthly, unchanged->approved.monthly);
        QCOMPARE(unchanged->recommendedNow, approvedFigures(*approved));

        PricePoint dearer = point("1", "2026-11-20");
        dearer.instance = approved->recommended->offer.instance;
        dearer.region = approved->recommended->offer.region;
        dearer.gpus = approved->recommended->offer.gpusPerInstance;
        dearer.perHour = approved->recommended->offer.pricePerHour.times(3, 2);
        const auto later = reviewBaseline(scenario, frozen, withPrices(then, {{dearer}, {}, {}, "prices-1"}, "2026-11-26"));
        QVERIFY(later);
        QCOMPARE(later->approved, unchanged->approved);
        QCOMPARE(later->sameFleetNow->replicas, later->approved.replicas);
        QCOMPARE(later->sameFleetNow->perHour, dearer.perHour);
        QVERIFY(compare(later->sameFleetNow->monthly, later->approved.monthly) > 0);
        QVERIFY(!reviewBaseline(scenario, "{}", then));
        QCOMPARE(reviewBaseline(scenario, frozen, unpriced())->sameFleetNow, std::nullopt);
    }

    // What was simulated is held against what is simulated: without a change of prices there is no difference.
    void aSimulatedPlanIsReviewedAsOne()
    {
        Scenario scenario;
        scenario.model.id = "llama-3.1-70b";
        scenario.hardware.gpus = {"h100-sxm"};
        scenario.demand.peakRps = 40;
        PlanningSpace space;
        const auto approved = planRefined(scenario, *shippedCatalog(), space);
        QVERIFY(approved && approved->recommended && approved->recommended->simulated);
        const auto review = reviewBaseline(scenario, planToJson(*approved, *shippedCatalog()), *shippedCatalog());
        QVERIFY(review && review->sameFleetNow && review->recommendedNow);
        QCOMPARE(review->sameFleetNow->monthly, review->approved.monthly);
        QCOMPARE(review->recommendedNow->monthly, review->approved.monthly);
        QVERIFY(review->approved.peakRps && std::abs(*review->approved.peakRps - 40) < 1e-9);
        QVERIFY(review->approved.ttftP95S && *review->approved.ttftP95S > 0);
    }
};

QTEST_APPLESS_MAIN(PriceJudgingTest)
#include "tst_price_judging.moc"
