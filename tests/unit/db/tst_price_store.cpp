// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"
#include "support/test_case.h"


using namespace headroom;
using namespace headroom::db;
using headroom::test::StoreFolder;
using headroom::test::titled;

namespace {

core::PricePoint point(const char *instance, std::int64_t micros, const char *asOf = "2026-11-20", core::Commitment commitment = core::Commitment::OnDemand)
{
    return {"aws", "us-east-1", instance, "h100-sxm", 8, commitment, core::Money(core::Currency::USD, micros), {"list.csv", asOf, "low"}};
}

PriceImport import(const char *source)
{
    PriceImport made;
    made.source = source;
    made.format = "plain_csv";
    made.asOf = "2026-11-20";
    made.offers = 1;
    return made;
}

} // namespace

// Imports, their undo, contracts, rates, and what was approved.
class PriceStoreTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void importsComeBackInTheirOrder()
    {
        StoreFolder folder;
        {
            HEADROOM_NEED(store, folder.open());
            HEADROOM_NEED(first, store->prices().addImport(import("a.csv"), {point("p5.48xlarge", 55'040'000), point("p5.4xlarge", 6'880'000)}));
            QCOMPARE(first.id, std::int64_t(1));
            QCOMPARE(first.prices, 2);
            HEADROOM_DONE(store->prices().addImport(import("b.csv"), {point("p5.48xlarge", 50'000'001, "2026-11-25", core::Commitment::OneYear)}));
        }
        HEADROOM_NEED(store, folder.open());
        HEADROOM_NEED(stored, store->prices().load());
        QCOMPARE(stored.imports.size(), std::size_t(2));
        QCOMPARE(stored.imports.front().source, std::string("b.csv"));
        QCOMPARE(stored.overlay.imported, (std::vector{point("p5.48xlarge", 55'040'000), point("p5.4xlarge", 6'880'000), point("p5.48xlarge", 50'000'001, "2026-11-25", core::Commitment::OneYear)}));
        QCOMPARE(stored.overlay.version, std::string("prices-2"));
        HEADROOM_NEED(read, readPrices(folder.path()));
        QCOMPARE(read, stored.overlay);
    }

    void theNewestImportIsUndoneAndRedone()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_DONE(store->prices().addImport(import("a.csv"), {point("a", 1)}));
        HEADROOM_DONE(store->prices().addImport(import("b.csv"), {point("b", 2)}));
        HEADROOM_NEED(undone, store->prices().undoImport());
        QCOMPARE(undone.source, std::string("b.csv"));
        QVERIFY(undone.undone);
        QCOMPARE(store->prices().load()->overlay.imported, std::vector{point("a", 1)});
        HEADROOM_DONE(store->prices().redoImport());
        QCOMPARE(store->prices().load()->overlay.imported.size(), std::size_t(2));
        HEADROOM_DONE(store->prices().undoImport());
        HEADROOM_DONE(store->prices().undoImport());
        QCOMPARE(store->prices().undoImport().error().code, core::ErrorCode::NotFound);
        QVERIFY(store->prices().load()->overlay.empty());
        QVERIFY(store->prices().load()->overlay.version.empty());
        // Each state has a version of its own: two catalogs of one version are the same.
        HEADROOM_DONE(store->prices().redoImport());
        QCOMPARE(store->prices().load()->overlay.version, std::string("prices-7"));
        // After a new import nothing is left to bring back.
        HEADROOM_DONE(store->prices().addImport(import("c.csv"), {point("c", 3)}));
        QCOMPARE(store->prices().redoImport().error().code, core::ErrorCode::NotFound);
    }

    // One row that the database refuses, and nothing of the import is left.
    void anImportIsWholeOrNotThere()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        const auto refused = store->prices().addImport(import("a.csv"), {point("a", 1), point("b", 0)});
        QVERIFY(!refused);
        QVERIFY(store->prices().load()->imports.empty());
        QVERIFY(store->prices().load()->overlay.empty());
        QCOMPARE(store->prices().addImport(import("a.csv"), {}).error().code, core::ErrorCode::BadValue);
    }

    void contractsAndRatesAreKept()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        core::PriceContract discount;
        discount.name = "框架合同";
        discount.provider = "aws";
        discount.discountMillionths = 125'000;
        discount.commitment = core::Commitment::OneYear;
        discount.validUntil = "2027-01-31";
        core::PriceContract price;
        price.name = "quote";
        price.provider = "host";
        price.instance = "HGX";
        price.gpu = "h100-sxm";
        price.gpus = 8;
        price.perHour = core::Money(core::Currency::EUR, 19'500'000);
        HEADROOM_NEED(first, store->prices().putContract(discount));
        HEADROOM_NEED(second, store->prices().putContract(price));
        QCOMPARE(store->prices().load()->overlay.contracts, (std::vector{first, second}));
        first.discountMillionths = 200'000;
        HEADROOM_DONE(store->prices().putContract(first));
        HEADROOM_DONE(store->prices().removeContract(second.id));
        QCOMPARE(store->prices().load()->overlay.contracts, std::vector{first});
        QCOMPARE(store->prices().removeContract(second.id).error().code, core::ErrorCode::NotFound);
        HEADROOM_DONE(store->prices().restoreContract(second)); // under the number it had
        QCOMPARE(store->prices().restoreContract(second).error().code, core::ErrorCode::Database);
        HEADROOM_DONE(store->prices().removeContract(second.id));

        const core::ExchangeRate rate{core::Currency::USD, core::Currency::CNY, core::Money(core::Currency::CNY, 7'120'000), {"bank", "2026-11-20", {}}};
        HEADROOM_DONE(store->prices().putRate({core::Currency::CNY, core::Currency::USD, core::Money(core::Currency::USD, 140'000), {"bank", "2026-11-01", {}}}));
        HEADROOM_DONE(store->prices().putRate(rate));
        QCOMPARE(store->prices().load()->overlay.rates, std::vector{rate});
        HEADROOM_DONE(store->prices().removeRate(core::Currency::CNY, core::Currency::USD));
        QVERIFY(store->prices().load()->overlay.rates.empty());
    }

    void aFolderWithoutPricesHasNone()
    {
        StoreFolder folder;
        HEADROOM_NEED(none, readPrices(folder.path()));
        QVERIFY(none.empty());
        QVERIFY(folder.entries().isEmpty()); // nothing was made by reading
        folder.write("no database at all, but long enough to be read as one: ...............................");
        QCOMPARE(readPrices(folder.path()).error().code, core::ErrorCode::Damaged);
    }

    void whatWasApprovedStays()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_NEED(created, store->scenarios().create(titled("s", 100)));
        Baseline baseline;
        baseline.scenarioId = created.id;
        baseline.scenario = titled("s", 100);
        baseline.plan = "{\"recommended\":{}}";
        baseline.catalogVersion = "2026.11.1+prices-3";
        baseline.pricesAsOf = "2026-11-20";
        baseline.calibration = "as shipped";
        HEADROOM_NEED(frozen, store->baselines().freeze(baseline));
        QCOMPARE(frozen.revision, 1);
        HEADROOM_DONE(store->scenarios().save(created.id, titled("s", 200)));
        HEADROOM_DONE(store->prices().addImport(import("a.csv"), {point("a", 1)}));
        baseline.cause = BaselineCause::LiveSource;
        baseline.scenario = titled("s", 200);
        HEADROOM_DONE(store->baselines().freeze(baseline));
        HEADROOM_DONE(store->scenarios().remove(created.id));
        HEADROOM_NEED(all, store->baselines().list(created.id));
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[1], frozen);
        QCOMPARE(all[0].revision, 2);
        QCOMPARE(all[0].cause, BaselineCause::LiveSource);
        baseline.scenarioId = 99;
        QCOMPARE(store->baselines().freeze(baseline).error().code, core::ErrorCode::NotFound);
        QVERIFY(store->baselines().list(99)->empty());
    }

    void aScenarioIsWatchedAtOneSource()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_NEED(created, store->scenarios().create(titled("s", 100)));
        Baseline baseline;
        baseline.scenarioId = created.id;
        baseline.cause = BaselineCause::LiveSource;
        baseline.scenario = titled("s", 100);
        baseline.plan = "{}";
        baseline.calibration = "2026.11.1-00c0ffee";
        HEADROOM_NEED(first, store->baselines().bind(baseline, "http://a/metrics"));
        QCOMPARE(first.baseline.calibration, baseline.calibration);
        HEADROOM_NEED(second, store->baselines().bind(baseline, "http://b/metrics"));
        QCOMPARE(*store->baselines().bindings(), std::vector{second}); // the one before is let go
        QCOMPARE(store->baselines().list(created.id)->size(), std::size_t(2));
        QCOMPARE(store->baselines().bind(baseline, "").error().field, std::string("source"));
        baseline.scenarioId = 99;
        QCOMPARE(store->baselines().bind(baseline, "demo:").error().code, core::ErrorCode::NotFound);
        HEADROOM_DONE(store->scenarios().remove(created.id));
        QVERIFY(store->baselines().bindings()->empty());
        HEADROOM_DONE(store->scenarios().undoRemove(created.id));
        QCOMPARE(*store->baselines().bindings(), std::vector{second});
        HEADROOM_DONE(store->baselines().unbind(created.id));
        QCOMPARE(store->baselines().unbind(created.id).error().code, core::ErrorCode::NotFound);
        QVERIFY(store->baselines().bindings()->empty());
        QCOMPARE(store->baselines().list(created.id)->size(), std::size_t(2)); // what was frozen stays
    }
};

QTEST_GUILESS_MAIN(PriceStoreTest)
#include "tst_price_store.moc"
