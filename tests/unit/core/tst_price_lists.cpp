// SPDX-License-Identifier: GPL-3.0-or-later
#include "price_fixture.h"
#include "support/test_case.h"

using namespace headroom::core;
using namespace headroom::test;

namespace {

std::string product(const char *sku, const char *instance, const char *gpus, const char *region = "us-east-1", const char *system = "Linux", const char *tenancy = "Shared", const char *capacity = "Used")
{
    return std::string("\"") + sku + R"(":{"sku":")" + sku + R"(","productFamily":"Compute Instance","attributes":{"instanceType":")" + instance + R"(","regionCode":")" + region
        + R"(","gpu":")" + gpus + R"(","operatingSystem":")" + system + R"(","preInstalledSw":"NA","tenancy":")" + tenancy + R"(","capacitystatus":")" + capacity + "\"}}";
}

std::string onDemand(const char *sku, const char *price, const char *currency = "USD", const char *unit = "Hrs", const char *effective = "2026-06-01T00:00:00Z")
{
    return std::string("\"") + sku + "\":{\"" + sku + R"(.JRTC":{"offerTermCode":"JRTC","sku":")" + sku + R"(","effectiveDate":")" + effective + R"(","priceDimensions":{"r1":{"rateCode":"r1","unit":")"
        + unit + R"(","beginRange":"0","endRange":"Inf","pricePerUnit":{")" + currency + "\":\"" + price + "\"}}},\"termAttributes\":{}}}";
}

std::string reserved(const char *sku, const char *length, const char *option, const char *hourly, const char *upfront, const char *offering = "standard")
{
    std::string dimensions = std::string(R"("a":{"unit":"Hrs","pricePerUnit":{"USD":")") + hourly + "\"}}";
    if (*upfront)
        dimensions += std::string(R"(,"b":{"unit":"Quantity","pricePerUnit":{"USD":")") + upfront + "\"}}";
    return std::string("\"") + sku + option + R"(":{"effectiveDate":"2026-01-01T00:00:00Z","priceDimensions":{)" + dimensions + R"(},"termAttributes":{"LeaseContractLength":")" + length
        + R"(","PurchaseOption":")" + option + R"(","OfferingClass":")" + offering + "\"}}";
}

std::string awsList(const std::string &products, const std::string &onDemands, const std::string &reservations = {})
{
    return R"({"formatVersion":"v1.0","disclaimer":"x","offerCode":"AmazonEC2","version":"20260720","publicationDate":"2026-11-20T18:00:00Z","products":{)" + products + R"(},"terms":{"OnDemand":{)"
        + onDemands + "},\"Reserved\":{" + reservations + "}}}";
}

std::string azureItem(const char *sku, const char *price, const char *more = "", const char *skuName = "ND96isr H100 v5", const char *type = "Consumption", const char *product = "Virtual Machines NDsrH100v5 Series")
{
    return std::string(R"({"currencyCode":"USD","retailPrice":)") + price + R"(,"armRegionName":"eastus","armSkuName":")" + sku + R"(","skuName":")" + skuName + R"(","productName":")" + product
        + R"(","type":")" + type + R"(","serviceName":"Virtual Machines","unitOfMeasure":"1 Hour","effectiveStartDate":"2026-06-18T00:00:00Z")" + more + "}";
}

std::string azurePage(const std::string &items)
{
    return R"({"BillingCurrency":"USD","CustomerEntityId":"Default","Items":[)" + items + R"(],"NextPageLink":null,"Count":1})";
}

} // namespace

// AWS, Azure, Google, Alibaba and the CSV that people fill in.
class PriceListsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void onePageOfManyIsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("said");
        const std::string next = R"("NextPageLink":"https://prices.azure.com/api/retail/prices?$skip=1000")";
        std::string more = azurePage(azureItem("Standard_ND96isr_H100_v5", "98.32"));
        const std::string last = more;
        more.replace(more.find(R"("NextPageLink":null)"), 19, next);
        QTest::newRow("the only page") << QByteArray(last.c_str()) << qint64(0);
        QTest::newRow("the first of more") << QByteArray(more.c_str()) << qint64(1);
        QTest::newRow("all pages in a list") << QByteArray(("[" + more + "," + last + "]").c_str()) << qint64(0);
        QTest::newRow("a list that breaks off") << QByteArray(("[" + more + "," + more + "]").c_str()) << qint64(1);
    }
    void onePageOfManyIsSaid()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, said);
        HEADROOM_PREVIEW(preview, text.toStdString(), importOptions("azure.json"), unpriced());
        QCOMPARE(noted(preview.suspicious, "more_pages"), static_cast<std::uint64_t>(said));
        QCOMPARE(preview.added.size(), std::size_t(1)); // what is in it is imported all the same
    }

    void awsListAsJson()
    {
        const std::string text = awsList(product("P5", "p5.48xlarge", "8") + "," + product("M5", "m5.large", "NA") + "," + product("W", "p5.48xlarge", "8", "us-east-1", "Windows") + ","
                                             + product("D", "p5.48xlarge", "8", "us-east-1", "Linux", "Dedicated") + "," + product("U", "p5.48xlarge", "8", "us-east-1", "Linux", "Shared", "UnusedCapacityReservation"),
                                         onDemand("P5", "55.0400000000") + "," + onDemand("M5", "0.096") + "," + onDemand("W", "90"),
                                         "\"P5\":{" + reserved("P5", "1yr", "All Upfront", "0.0000000000", "289080") + "," + reserved("P5", "1yr", "No Upfront", "35.5", "") + ","
                                             + reserved("P5", "3yr", "Partial Upfront", "11", "262800") + "," + reserved("P5", "3yr", "No Upfront", "9", "", "convertible") + "}");
        HEADROOM_PREVIEW(preview, text, importOptions("index.json"), unpriced());
        QCOMPARE(preview.format, PriceFormat::AwsListJson);
        QCOMPARE(preview.read, std::uint64_t(5));
        QCOMPARE(perHour(preview.added, "p5.48xlarge", "us-east-1"), std::string("55.040000 USD h100-sxm x8"));
        QCOMPARE(perHour(preview.added, "p5.48xlarge", "us-east-1", Commitment::OneYear), std::string("33.000000 USD h100-sxm x8"));   // 289,080 / 8,760
        QCOMPARE(perHour(preview.added, "p5.48xlarge", "us-east-1", Commitment::ThreeYears), std::string("21.000000 USD h100-sxm x8")); // 11 + 262,800 / 26,280
        QCOMPARE(pointOf(preview.added, "p5.48xlarge", "us-east-1")->source.asOf, std::string("2026-11-20"));
        QVERIFY(pointOf(preview.added, "p5.48xlarge", "us-east-1", Commitment::OneYear)->source.text.find("All Upfront") != std::string::npos);
        QCOMPARE(noted(preview.skipped, "no_gpu"), std::uint64_t(1));
        QCOMPARE(noted(preview.skipped, "other_product"), std::uint64_t(3));
    }

    void chinaIsPricedInYuanByAnotherCompany()
    {
        HEADROOM_PREVIEW(preview, awsList(product("G", "g5.xlarge", "1", "cn-north-1"), onDemand("G", "7.4", "CNY")), importOptions("index.json"), unpriced());
        QCOMPARE(perHour(preview.added, "g5.xlarge", "cn-north-1"), std::string("7.400000 CNY a10g x1"));
        QCOMPARE(preview.added.front().provider, std::string("aws-cn"));
    }

    void awsPricesThatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("currency") << QByteArray(awsList(product("P", "p5.48xlarge", "8"), onDemand("P", "55", "XAU")).c_str()) << QByteArray("unknown_currency");
        QTest::newRow("unit") << QByteArray(awsList(product("P", "p5.48xlarge", "8"), onDemand("P", "55", "USD", "Seconds")).c_str()) << QByteArray("not_hourly");
        QTest::newRow("zero") << QByteArray(awsList(product("P", "p5.48xlarge", "8"), onDemand("P", "0.0000000000")).c_str()) << QByteArray("no_price");
        QTest::newRow("other number of GPUs") << QByteArray(awsList(product("P", "p5.48xlarge", "4"), onDemand("P", "55")).c_str()) << QByteArray("unreadable");
        QTest::newRow("unknown instance") << QByteArray(awsList(product("P", "p9.48xlarge", "8"), onDemand("P", "55")).c_str()) << QByteArray("unknown_gpu");
    }
    void awsPricesThatCannotBeUsed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        HEADROOM_PREVIEW(preview, text.toStdString(), importOptions("index.json"), unpriced());
        QVERIFY(preview.added.empty());
        QCOMPARE(noted(preview.skipped, code.toStdString()), std::uint64_t(1));
    }

    void aPriceThatIsNotYetInForceIsHeldBack()
    {
        HEADROOM_PREVIEW(preview, awsList(product("P", "p5.48xlarge", "8"), onDemand("P", "55", "USD", "Hrs", "2027-02-01T00:00:00Z")), importOptions("index.json"), unpriced());
        QVERIFY(preview.added.empty());
        QCOMPARE(noted(preview.suspicious, "future"), std::uint64_t(1));
    }

    void awsListAsCsv()
    {
        const std::string text = "\"FormatVersion\",\"v1.0\"\n\"Disclaimer\",\"informational\"\n\"Publication Date\",\"2026-11-20T18:00:00Z\"\n\"Version\",\"2026\"\n\"OfferCode\",\"AmazonEC2\"\n"
            "\"SKU\",\"OfferTermCode\",\"RateCode\",\"TermType\",\"PriceDescription\",\"EffectiveDate\",\"Unit\",\"PricePerUnit\",\"Currency\",\"LeaseContractLength\",\"PurchaseOption\",\"OfferingClass\","
            "\"Instance Type\",\"Tenancy\",\"Operating System\",\"Pre Installed S/W\",\"CapacityStatus\",\"GPU\",\"Region Code\"\n"
            "\"P\",\"T\",\"R\",\"OnDemand\",\"$55.04 per, \"\"hour\"\"\",\"2026-11-01\",\"Hrs\",\"55.0400000000\",\"USD\",\"\",\"\",\"\",\"p5.48xlarge\",\"Shared\",\"Linux\",\"NA\",\"Used\",\"8\",\"us-east-1\"\n"
            "\"P\",\"Y\",\"R1\",\"Reserved\",\"\",\"2026-11-01\",\"Hrs\",\"11\",\"USD\",\"1yr\",\"Partial Upfront\",\"standard\",\"p5.48xlarge\",\"Shared\",\"Linux\",\"NA\",\"Used\",\"8\",\"us-east-1\"\n"
            "\"M\",\"T\",\"R\",\"OnDemand\",\"\",\"2026-11-01\",\"Hrs\",\"0.1\",\"USD\",\"\",\"\",\"\",\"m5.large\",\"Shared\",\"Linux\",\"NA\",\"Used\",\"\",\"us-east-1\"\n"
            "\"P\",\"Y\",\"R2\",\"Reserved\",\"\",\"2026-11-01\",\"Quantity\",\"192720\",\"USD\",\"1yr\",\"Partial Upfront\",\"standard\",\"p5.48xlarge\",\"Shared\",\"Linux\",\"NA\",\"Used\",\"8\",\"us-east-1\"\n";
        HEADROOM_PREVIEW(preview, text, importOptions("index.csv"), unpriced());
        QCOMPARE(preview.format, PriceFormat::AwsListCsv);
        QCOMPARE(preview.read, std::uint64_t(4));
        QCOMPARE(perHour(preview.added, "p5.48xlarge", "us-east-1"), std::string("55.040000 USD h100-sxm x8"));
        QCOMPARE(perHour(preview.added, "p5.48xlarge", "us-east-1", Commitment::OneYear), std::string("33.000000 USD h100-sxm x8")); // 11 + 192,720 / 8,760
        QCOMPARE(preview.asOf, std::string("2026-11-20"));
    }

    void awsSavingsPlans()
    {
        const std::string json = R"({"version":"1","publicationDate":"2026-11-20T00:00:00Z","regionCode":"us-east-1","products":[{"sku":"S","productFamily":"ComputeSavingsPlans"}],"terms":{"savingsPlan":[
            {"sku":"S","description":"1 year All Upfront Compute Savings Plan","leaseContractLength":{"duration":1,"unit":"year"},"rates":[
              {"discountedUsageType":"BoxUsage:p5.48xlarge","discountedOperation":"RunInstances","unit":"Hrs","discountedRate":{"price":"40.5","currency":"USD"}},
              {"discountedUsageType":"BoxUsage:p5.48xlarge","discountedOperation":"RunInstances:0002","unit":"Hrs","discountedRate":{"price":"80","currency":"USD"}},
              {"discountedUsageType":"DedicatedUsage:p5.48xlarge","discountedOperation":"RunInstances","unit":"Hrs","discountedRate":{"price":"70","currency":"USD"}},
              {"discountedUsageType":"EUW3-BoxUsage:p5.48xlarge","discountedOperation":"RunInstances","discountedRegionCode":"eu-west-3","unit":"Hrs","discountedRate":{"price":"50","currency":"USD"}},
              {"discountedUsageType":"BoxUsage:m5.large","discountedOperation":"RunInstances","unit":"Hrs","discountedRate":{"price":"0.05","currency":"USD"}}]},
            {"sku":"S3","description":"3 year No Upfront","leaseContractLength":{"duration":3,"unit":"year"},"rates":[
              {"discountedUsageType":"BoxUsage:p5.48xlarge","discountedOperation":"RunInstances","unit":"Hrs","discountedRate":{"price":"28.25","currency":"USD"}}]}]}})";
        HEADROOM_PREVIEW(preview, json, importOptions("plans.json"), unpriced());
        QCOMPARE(preview.format, PriceFormat::AwsSavingsPlansJson);
        QCOMPARE(preview.read, std::uint64_t(6));
        QCOMPARE(perHour(preview.added, "p5.48xlarge", "us-east-1", Commitment::OneYear), std::string("40.500000 USD h100-sxm x8"));
        QCOMPARE(perHour(preview.added, "p5.48xlarge", "eu-west-3", Commitment::OneYear), std::string("50.000000 USD h100-sxm x8"));
        QCOMPARE(perHour(preview.added, "p5.48xlarge", "us-east-1", Commitment::ThreeYears), std::string("28.250000 USD h100-sxm x8"));
        QCOMPARE(preview.added.size(), std::size_t(3));

        const std::string csv = "FormatVersion,v1.0\nDisclaimer,x\nPublication Date,2026-11-20\nVersion,1\nOfferCode,ComputeSavingsPlan\n"
            "SKU,RateCode,Unit,EffectiveDate,DiscountedRate,Currency,DiscountedSKU,DiscountedUsageType,DiscountedOperation,PurchaseOption,LeaseContractLength,LeaseContractLengthUnit,Product Family,DiscountedRegionCode\n"
            "S,R,Hrs,2026-11-01,40.5,USD,D,BoxUsage:p5.48xlarge,RunInstances,All Upfront,1,year,ComputeSavingsPlans,us-east-1\n"
            "S,R,Hrs,2026-11-01,42.5,USD,D,BoxUsage:p5.48xlarge,RunInstances,No Upfront,1,year,ComputeSavingsPlans,us-east-1\n";
        HEADROOM_PREVIEW(fromCsv, csv, importOptions("plans.csv"), unpriced());
        QCOMPARE(fromCsv.format, PriceFormat::AwsSavingsPlansCsv);
        QCOMPARE(perHour(fromCsv.added, "p5.48xlarge", "us-east-1", Commitment::OneYear), std::string("40.500000 USD h100-sxm x8"));
    }

    void azureRetailPrices()
    {
        const std::string items = azureItem("Standard_ND96isr_H100_v5", "98.32", R"(,"savingsPlan":[{"unitPrice":60,"retailPrice":60.5,"term":"1 Year"}])") + ","
            + azureItem("Standard_ND96isr_H100_v5", "29.4", "", "ND96isr H100 v5 Spot") + "," + azureItem("Standard_ND96isr_H100_v5", "31", "", "ND96isr H100 v5 Low Priority") + ","
            + azureItem("Standard_ND96isr_H100_v5", "102", "", "ND96isr H100 v5", "Consumption", "Virtual Machines NDsrH100v5 Series Windows") + ","
            + azureItem("Standard_ND96isr_H100_v5", "90", "", "ND96isr H100 v5", "DevTestConsumption") + ","
            + azureItem("Standard_ND96isr_H100_v5", "551880.0", R"(,"reservationTerm":"1 Year")", "ND96isr H100 v5", "Reservation") + ","
            + azureItem("Standard_ND96isr_H100_v5", "1051200", R"(,"reservationTerm":"3 Years")", "ND96isr H100 v5", "Reservation") + "," + azureItem("Standard_D2s_v5", "0.096");
        for (const std::string &text : {azurePage(items), "[" + azurePage(items) + "]"}) {
            HEADROOM_PREVIEW(preview, text, importOptions("azure.json"), unpriced());
            QCOMPARE(preview.format, PriceFormat::AzureRetailJson);
            QCOMPARE(preview.read, std::uint64_t(8));
            QCOMPARE(perHour(preview.added, "Standard_ND96isr_H100_v5", "eastus"), std::string("98.320000 USD h100-sxm x8"));
            QCOMPARE(perHour(preview.added, "Standard_ND96isr_H100_v5", "eastus", Commitment::Spot), std::string("29.400000 USD h100-sxm x8"));
            QCOMPARE(perHour(preview.added, "Standard_ND96isr_H100_v5", "eastus", Commitment::OneYear), std::string("60.500000 USD h100-sxm x8"));   // under 551,880 / 8,760 = 63
            QCOMPARE(perHour(preview.added, "Standard_ND96isr_H100_v5", "eastus", Commitment::ThreeYears), std::string("40.000000 USD h100-sxm x8")); // 1,051,200 / 26,280
            QCOMPARE(noted(preview.skipped, "other_product"), std::uint64_t(3));
            QCOMPARE(noted(preview.skipped, "no_gpu"), std::uint64_t(1));
        }
    }

    void googlesPricingFile()
    {
        const std::string text = "---\nabout:\n  timestamp: 'x: y'\ncompute:\n  instance:\n    a2-highgpu-1g:\n      cost:\n        us-central1:\n          hour: 3.673385\n          hour_spot: 1.2934\n"
            "          month: 2681.57\n          month_1y: 1689.366\n          month_3y: 938.561\n        europe-west9:\n          hour: 0\n          month_1y: 0\n      cpu: 12\n      ram: 85\n"
            "    n2-standard-2:\n      cost:\n        us-central1:\n          hour: 0.1\n  storage:\n    ssd:\n      cost:\n        us-central1:\n          month: 0.17\n";
        HEADROOM_PREVIEW(preview, text, importOptions("pricing.yml"), unpriced());
        QCOMPARE(preview.format, PriceFormat::GcpPricingYaml);
        QCOMPARE(preview.read, std::uint64_t(3));
        QCOMPARE(perHour(preview.added, "a2-highgpu-1g", "us-central1"), std::string("3.673385 USD a100-40gb-sxm x1"));
        QCOMPARE(perHour(preview.added, "a2-highgpu-1g", "us-central1", Commitment::Spot), std::string("1.293400 USD a100-40gb-sxm x1"));
        QCOMPARE(perHour(preview.added, "a2-highgpu-1g", "us-central1", Commitment::OneYear), std::string("2.314200 USD a100-40gb-sxm x1"));  // 1,689.366 / 730
        QCOMPARE(perHour(preview.added, "a2-highgpu-1g", "us-central1", Commitment::ThreeYears), std::string("1.285700 USD a100-40gb-sxm x1"));
        QCOMPARE(noted(preview.skipped, "no_price"), std::uint64_t(1)); // all zeroes
        QCOMPARE(noted(preview.suspicious, "zero"), std::uint64_t(2));
        QCOMPARE(noted(preview.skipped, "no_gpu"), std::uint64_t(1));
    }

    void alibabasPrices()
    {
        const std::string text = R"({"cn-beijing":{"ecs.gn7e-c16g1.4xlarge":34.742,"ecs.gn7e-c16g1.32xlarge":277.933,"ecs.g8i.large":0.5},"us-east-1":{"ecs.gn7e-c16g1.4xlarge":0}})";
        HEADROOM_PREVIEW(preview, text, importOptions("alibaba.json"), unpriced());
        QCOMPARE(preview.format, PriceFormat::AlibabaJson);
        QCOMPARE(perHour(preview.added, "ecs.gn7e-c16g1.4xlarge", "cn-beijing"), std::string("34.742000 CNY a100-80gb-sxm x1"));
        QCOMPARE(perHour(preview.added, "ecs.gn7e-c16g1.32xlarge", "cn-beijing"), std::string("277.933000 CNY a100-80gb-sxm x8"));
        QVERIFY(preview.added.front().source.text.find("CNY assumed") != std::string::npos);
        QCOMPARE(noted(preview.suspicious, "zero"), std::uint64_t(1));
        QCOMPARE(noted(preview.skipped, "unknown_gpu"), std::uint64_t(1));
        QCOMPARE(noted(preview.skipped, "no_price"), std::uint64_t(1));
    }

    void theRealAlibabaFileAgreesWithTheCatalog()
    {
        const QByteArray text = contentOf(QStringLiteral(HEADROOM_SHARED_DATA "/prices/alibaba-ondemand-cny.gpu-types.json"));
        if (text.isEmpty())
            QSKIP("the shared price files are not beside this checkout");
        PriceImportOptions options = importOptions("alibaba.json");
        options.asOf = "2024-12-31"; // the file has no date; this is the catalog's for it
        HEADROOM_PREVIEW(preview, text.toStdString(), options, *shippedCatalog());
        QVERIFY(preview.changed.empty());
        QVERIFY2(preview.unchanged >= 40, qPrintable(QString::number(preview.unchanged)));
        QVERIFY(countOffers(preview.added) > 50); // more regions of the same types
        QVERIFY(noted(preview.suspicious, "old") > 0);
    }

    void aCsvFilledInByHand_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("commas") << QByteArray("provider,region,instance,gpu,gpus,currency,ondemand,1y,as_of,source\nMyHost,Frankfurt,HGX-8,H100-SXM,8,EUR,\"1,234.56\",999.5,2026-11-01,quote 17\n");
        QTest::newRow("a German spreadsheet") << QByteArray("Provider;Region;Instance;GPU;GPUs;Currency;OnDemand;1y;as_of;source\r\nMyHost;Frankfurt;HGX-8;H100-SXM;8;EUR;1.234,56;999,5;2026-11-01;quote 17\r\n");
        QTest::newRow("tabs") << QByteArray("provider\tregion\tinstance\tgpu\tgpus\tcurrency\tprice\tone_year\tdate\tnote\nMyHost\tFrankfurt\tHGX-8\th100\t8\teur\t1234.56\t999.50\t2026-11-01\tquote 17\n");
    }
    void aCsvFilledInByHand()
    {
        QFETCH(QByteArray, text);
        HEADROOM_PREVIEW(preview, text.toStdString(), importOptions("own.csv"), unpriced());
        QCOMPARE(preview.format, PriceFormat::PlainCsv);
        QCOMPARE(perHour(preview.added, "HGX-8", "Frankfurt"), std::string("1234.560000 EUR h100-sxm x8"));
        QCOMPARE(perHour(preview.added, "HGX-8", "Frankfurt", Commitment::OneYear), std::string("999.500000 EUR h100-sxm x8"));
        QCOMPARE(preview.added.front().provider, std::string("myhost"));
        QVERIFY(!preview.datedByFile);
        QCOMPARE(preview.added.front().source, (Source{"own.csv, quote 17", "2026-11-01", {}}));
    }

    void monthsAndYearsBecomeHours()
    {
        HEADROOM_PREVIEW(preview, "provider,instance,gpu,gpus,currency,price,per\ntencent,a,H20,8,CNY,73000,month\ntencent,b,H20,8,CNY,876000,year\ntencent,c,H20,8,CNY,5,minute\n", importOptions("own.csv"), unpriced());
        QCOMPARE(perHour(preview.added, "a", ""), std::string("100.000000 CNY h20 x8"));
        QCOMPARE(perHour(preview.added, "b", ""), std::string("100.000000 CNY h20 x8"));
        QCOMPARE(noted(preview.skipped, "not_hourly"), std::uint64_t(1));
    }

    void rowsByHandThatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("a currency unknown") << QByteArray("h,r,i,h100,8,GBP,5,2026-11-01") << QByteArray("unknown_currency");
        QTest::newRow("none") << QByteArray("h,r,i,h100,8,,5,2026-11-01") << QByteArray("unknown_currency");
        QTest::newRow("two readings") << QByteArray("h,r,i,h100,8,USD,\"1,234\",2026-11-01") << QByteArray("unreadable");
        QTest::newRow("no such day") << QByteArray("h,r,i,h100,8,USD,5,2026-02-30") << QByteArray("unreadable");
        QTest::newRow("no such GPU") << QByteArray("h,r,i,h900,8,USD,5,2026-11-01") << QByteArray("unknown_gpu");
        QTest::newRow("no GPUs") << QByteArray("h,r,i,h100,0,USD,5,2026-11-01") << QByteArray("unreadable");
        QTest::newRow("no provider") << QByteArray(",r,i,h100,8,USD,5,2026-11-01") << QByteArray("unreadable");
        QTest::newRow("no price") << QByteArray("h,r,i,h100,8,USD,,2026-11-01") << QByteArray("no_price");
        QTest::newRow("too short") << QByteArray("h,r,i,h100") << QByteArray("unreadable");
    }
    void rowsByHandThatCannotBeUsed()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, code);
        HEADROOM_PREVIEW(preview, "provider,region,instance,gpu,gpus,currency,price,as_of\n" + row.toStdString() + "\n", importOptions("own.csv"), unpriced());
        QVERIFY(preview.added.empty());
        QCOMPARE(noted(preview.skipped, code.toStdString()), std::uint64_t(1));
    }

    void filesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << QByteArray() << int(ErrorCode::Syntax);
        QTest::newRow("binary") << QByteArray("provider,instance\0gpu", 21) << int(ErrorCode::Syntax);
        QTest::newRow("UTF-16") << QByteArray("\xff\xfep\0r\0", 6) << int(ErrorCode::Syntax);
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00garbage") << int(ErrorCode::Syntax);
        QTest::newRow("a spreadsheet") << QByteArray("PK\x03\x04garbage") << int(ErrorCode::Syntax);
        QTest::newRow("prose") << QByteArray("Dear Sir or Madam") << int(ErrorCode::Syntax);
        QTest::newRow("another CSV") << QByteArray("a,b,c\n1,2,3\n") << int(ErrorCode::Syntax);
        QTest::newRow("another JSON") << QByteArray("{\"a\": {\"b\": {\"c\": 1}}}") << int(ErrorCode::Syntax);
        QTest::newRow("JSON of one number") << QByteArray("[1, 2]") << int(ErrorCode::Syntax);
        QTest::newRow("JSON that breaks off") << QByteArray(awsList(product("P", "p5.48xlarge", "8"), onDemand("P", "55")).substr(0, 400).c_str()) << int(ErrorCode::Syntax);
        QTest::newRow("a thousand brackets") << QByteArray(1000, '[') << int(ErrorCode::Syntax);
        QTest::newRow("deep where depth is expected") << QByteArray("{\"Items\":") + QByteArray(1000, '[') << int(ErrorCode::TooLarge);
        QTest::newRow("an endless text") << QByteArray("{\"Items\":[\"") + QByteArray(3 << 20, 'x') << int(ErrorCode::TooLarge);
        QTest::newRow("an endless number") << QByteArray("{\"Items\":[") + QByteArray(3 << 20, '1') << int(ErrorCode::TooLarge);
        QTest::newRow("text that is not UTF-8") << QByteArray("{\"cn\":{\"\xb0\xa1\":1}}") << int(ErrorCode::Syntax);
        QTest::newRow("a quote that does not end") << QByteArray("provider,instance,gpu,currency,price\n\"h,i,h100,USD,5\n") << int(ErrorCode::Syntax);
        QTest::newRow("an endless cell") << QByteArray("provider,instance,gpu,currency,price\n") + QByteArray(100000, 'x') << int(ErrorCode::Syntax);
        QTest::newRow("terms before products") << QByteArray(R"({"offerCode":"AmazonEC2","terms":{"OnDemand":{}},"products":{"P":{"attributes":{}}}})") << int(ErrorCode::Unsupported);
        QTest::newRow("no currency anywhere") << QByteArray("provider,instance,gpu,price\nh,i,h100,5\n") << int(ErrorCode::BadValue);
        QTest::newRow("no provider anywhere") << QByteArray("instance,gpu,currency,price\ni,h100,USD,5\n") << int(ErrorCode::BadValue);
        QTest::newRow("a pricing.yml without instances") << QByteArray("about:\ncompute:\n  x:\n    y: 1\n") << int(ErrorCode::Syntax);
    }
    void filesThatAreNone()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto preview = previewPrices(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), importOptions("dir/list"), unpriced());
        QVERIFY(!preview);
        QVERIFY2(int(preview.error().code) == code, preview.error().detail.c_str());
        QVERIFY(!preview.error().detail.empty());
        QCOMPARE(preview.error().file, std::string("dir/list"));
    }

    void readingStopsWhenAsked()
    {
        const std::string text = "provider,instance,gpu,currency,price\n" + std::string(1U << 20U, '\n');
        std::stop_source source;
        std::uint64_t told = 0;
        std::size_t at = 0;
        const ReadBlock read = [&](std::span<char> block) -> Result<std::size_t> {
            const std::size_t count = std::min(block.size(), text.size() - at);
            std::copy_n(text.data() + at, count, block.data());
            at += count;
            return count;
        };
        const auto preview = previewPrices(read, importOptions("own.csv"), unpriced(), {source.get_token(), [&](std::uint64_t bytes) {
            told = bytes;
            source.request_stop();
        }});
        QVERIFY(!preview);
        QCOMPARE(preview.error().code, ErrorCode::Cancelled);
        QVERIFY(told > 0 && told < text.size());
    }

    void aReadThatFailsIsToldAndNothingElse()
    {
        int calls = 0;
        const ReadBlock read = [&](std::span<char> block) -> Result<std::size_t> {
            if (++calls > 2)
                return std::unexpected(Error{ErrorCode::Unreadable, "disk gone", {}, {}, 0});
            const std::string_view header = "provider,instance,gpu,currency,price\n";
            std::ranges::fill(block, '\n');
            std::ranges::copy(header, block.begin());
            return block.size();
        };
        const auto preview = previewPrices(read, importOptions("own.csv"), unpriced());
        QVERIFY(!preview);
        QCOMPARE(preview.error().code, ErrorCode::Unreadable);
        QCOMPARE(preview.error().file, std::string("own.csv"));
    }
};

QTEST_APPLESS_MAIN(PriceListsTest)
#include "tst_price_lists.moc"
