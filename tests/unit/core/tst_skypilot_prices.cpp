// SPDX-License-Identifier: GPL-3.0-or-later
#include "price_fixture.h"
#include "support/test_case.h"

using namespace headroom::core;
using namespace headroom::test;

namespace {

const std::string kAwsHeader = "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,GpuInfo,Price,SpotPrice,Region,AvailabilityZone,Arch\n";
const std::string kGcpHeader = "InstanceType,vCPUs,MemoryGiB,AcceleratorName,AcceleratorCount,GpuInfo,Region,AvailabilityZone,Price,SpotPrice\n";

std::string awsRow(const char *instance, const char *name, const char *count, const char *price, const char *spot, const char *region, const char *zone, int mib = 81920)
{
    return std::string(instance) + "," + name + "," + count + ",96,1152,\"{'Gpus': [{'Name': '" + name + "', 'Manufacturer': 'NVIDIA', 'MemoryInfo': {'SizeInMiB': "
        + std::to_string(mib) + "}}], 'TotalGpuMemoryInMiB': 1}\"," + price + "," + spot + "," + region + "," + zone + ",x86_64\n";
}

} // namespace

// Each quirk of the SkyPilot catalog's files, in small.
class SkyPilotPricesTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void zonesBecomeRegions()
    {
        const std::string text = kAwsHeader + awsRow("p5.48xlarge", "H100", "8.0", "55.04", "20.5", "us-east-1", "use1-az1") + awsRow("p5.48xlarge", "H100", "8.0", "55.04", "18.25", "us-east-1", "use1-az2");
        HEADROOM_PREVIEW(preview, text, importOptions("vms.csv", "aws"), unpriced());
        QCOMPARE(preview.read, std::uint64_t(2));
        QCOMPARE(preview.format, PriceFormat::SkyPilotCsv);
        QCOMPARE(perHour(preview.added, "p5.48xlarge", "us-east-1"), std::string("55.040000 USD h100-sxm x8"));
        QCOMPARE(perHour(preview.added, "p5.48xlarge", "us-east-1", Commitment::Spot), std::string("18.250000 USD h100-sxm x8"));
        QCOMPARE(countOffers(preview.added), std::size_t(1));
        QCOMPARE(preview.asOf, std::string("2026-11-20"));
        QVERIFY(preview.datedByFile); // nobody else says when
        QVERIFY(preview.added.front().source.text.starts_with("vms.csv, dated by the file, SkyPilot catalog"));
        QVERIFY(preview.skipped.empty() && preview.suspicious.empty());
    }

    // The same rows in the column orders of four clouds.
    void columnsAreFoundByName_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("aws") << QByteArray("InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,GpuInfo,Price,SpotPrice,Region,AvailabilityZone,Arch\nx8,H100-SXM,8.0,1,1,,20,9,eu,,x86_64\n");
        QTest::newRow("gcp") << QByteArray("InstanceType,vCPUs,MemoryGiB,AcceleratorName,AcceleratorCount,GpuInfo,Region,AvailabilityZone,Price,SpotPrice\nx8,1,1,H100-SXM,8.0,,eu,,20,9\n");
        QTest::newRow("lambda") << QByteArray("InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,Region,GpuInfo,SpotPrice\nx8,H100-SXM,8.0,1,1,20,eu,,9\n");
        QTest::newRow("runpod") << QByteArray("InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Region,SpotPrice,Price,AvailabilityZone,GpuInfo\nx8,H100-SXM,8.0,1,1,eu,9,20,,\n");
        QTest::newRow("other case and unknown columns") << QByteArray("instancetype,LocalDisk,ACCELERATORNAME,AcceleratorCount,GPUInfo,price,spotprice,region\nx8,900,H100-SXM,8.0,,20,9,eu\n");
        QTest::newRow("CRLF and a byte-order mark") << QByteArray("\xef\xbb\xbfInstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region\r\nx8,H100-SXM,8.0,20,9,eu\r\n");
        QTest::newRow("extra trailing fields") << QByteArray("InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region,Generation\nx8,H100-SXM,8.0,20,9,eu,V1,V2\n");
    }
    void columnsAreFoundByName()
    {
        QFETCH(QByteArray, text);
        HEADROOM_PREVIEW(preview, text.toStdString(), importOptions("vms.csv", "verda"), unpriced());
        QCOMPARE(perHour(preview.added, "x8", "eu"), std::string("20.000000 USD h100-sxm x8"));
        QCOMPARE(perHour(preview.added, "x8", "eu", Commitment::Spot), std::string("9.000000 USD h100-sxm x8"));
    }

    void theFilesNameTellsTheCloud()
    {
        const std::string text = kAwsHeader + awsRow("p5.48xlarge", "H100", "8.0", "55.04", "", "us-east-1", "use1-az1");
        HEADROOM_PREVIEW(preview, text, importOptions("catalogs/v8/aws/vms.csv"), unpriced());
        QCOMPARE(preview.added.front().provider, std::string("aws"));
        const auto nameless = previewPrices(text, importOptions("vms.csv"), unpriced());
        QVERIFY(!nameless);
        QCOMPARE(nameless.error().code, ErrorCode::BadValue);
        QVERIFY(nameless.error().detail.find("--provider") != std::string::npos);
    }

    void whatGivesNoPriceIsSkippedWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("no accelerator") << QByteArray("a1.2xlarge,,,8.0,16.0,,0.204,0.1056,us-east-2,use2-az1,arm64\n") << QByteArray("no_gpu");
        QTest::newRow("a Mac host without a price") << QByteArray("mac1.metal,,,12.0,32.0,,,,us-east-1,use1-az6,x86_64_mac\n") << QByteArray("no_gpu");
        QTest::newRow("both prices empty") << QByteArray(awsRow("p5.48xlarge", "H100", "8.0", "", "", "us-east-1", "use1-az1").c_str()) << QByteArray("no_price");
        QTest::newRow("a sixth of a GPU") << QByteArray(awsRow("Standard_NV6ads_A10_v5", "A10", "0.167", "0.45", "", "eastus", "", 4096).c_str()) << QByteArray("fraction_of_gpu");
        QTest::newRow("an accelerator unknown here") << QByteArray(awsRow("tpu", "tpu-v6e-8", "1", "2", "", "us", "").c_str()) << QByteArray("unknown_gpu");
        QTest::newRow("V100 with 16 GB") << QByteArray(awsRow("p3.16xlarge", "V100", "8.0", "24.48", "", "us-east-1", "use1-az1", 16384).c_str()) << QByteArray("unknown_gpu");
        QTest::newRow("a count that is none") << QByteArray(awsRow("p5.48xlarge", "H100", "many", "55.04", "", "us-east-1", "use1-az1").c_str()) << QByteArray("unreadable");
        QTest::newRow("a price that is none") << QByteArray(awsRow("p5.48xlarge", "H100", "8", "n/a", "", "us-east-1", "use1-az1").c_str()) << QByteArray("unreadable");
        QTest::newRow("a price below zero") << QByteArray(awsRow("p5.48xlarge", "H100", "8", "-5", "", "us-east-1", "use1-az1").c_str()) << QByteArray("unreadable");
        QTest::newRow("a row that breaks off") << QByteArray("p5.48xlarge,H100,8.0,96") << QByteArray("unreadable");
        QTest::newRow("a name in another encoding") << QByteArray("p5\xb0\xa1,H100,8.0,96,1152,,55.04,,us-east-1,use1-az1,x86_64\n") << QByteArray("unreadable");
    }
    void whatGivesNoPriceIsSkippedWithItsReason()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, code);
        HEADROOM_PREVIEW(preview, kAwsHeader + row.toStdString(), importOptions("vms.csv", "aws"), unpriced());
        QVERIFY(preview.added.empty());
        QCOMPARE(noted(preview.skipped, code.toStdString()), std::uint64_t(1));
        QCOMPARE(preview.skipped.front().row, std::uint64_t(2));
        QVERIFY(!preview.skipped.front().reason.empty());
    }

    void aSpotPriceAloneIsOne()
    {
        HEADROOM_PREVIEW(preview, kAwsHeader + awsRow("p5e.48xlarge", "H200", "8.0", "", "22.5", "us-east-2", "use2-az1", 144384), importOptions("vms.csv", "aws"), unpriced());
        QCOMPARE(perHour(preview.added, "p5e.48xlarge", "us-east-2", Commitment::Spot), std::string("22.500000 USD h200-sxm x8"));
        QCOMPARE(perHour(preview.added, "p5e.48xlarge", "us-east-2"), std::string("missing"));
    }

    void spotAsDearAsOnDemandIsNoSpotMarket()
    {
        HEADROOM_PREVIEW(preview, kAwsHeader + awsRow("g5.48xlarge", "A10G", "8.0", "23.62246", "23.622500", "ap-northeast-1", "apne1-az1", 22888), importOptions("vms.csv", "aws"), unpriced());
        QCOMPARE(perHour(preview.added, "g5.48xlarge", "ap-northeast-1"), std::string("23.622460 USD a10g x8"));
        QCOMPARE(perHour(preview.added, "g5.48xlarge", "ap-northeast-1", Commitment::Spot), std::string("missing"));
        QCOMPARE(noted(preview.suspicious, "no_spot_market"), std::uint64_t(1));
    }

    void localZonesAreRegionsOfTheirOwn()
    {
        const std::string text = kAwsHeader + awsRow("g6.2xlarge", "L4", "1.0", "0.9776", "", "us-east-1", "use1-az1", 22888) + awsRow("g6.2xlarge", "L4", "1.0", "1.2219", "", "us-east-1", "use1-atl2-az1", 22888);
        HEADROOM_PREVIEW(preview, text, importOptions("vms.csv", "aws"), unpriced());
        QCOMPARE(perHour(preview.added, "g6.2xlarge", "us-east-1"), std::string("0.977600 USD l4 x1"));
        QCOMPARE(perHour(preview.added, "g6.2xlarge", "use1-atl2"), std::string("1.221900 USD l4 x1"));
    }

    void memoryInTheWrongUnitIsUnderstood()
    {
        const std::string text = "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Region,SpotPrice,Price,AvailabilityZone,GpuInfo\n"
                                 "1x_A100-80GB_SECURE,A100-80GB,1.0,8.0,117.0,IN,1.39,1.39,AP-IN-1,\"{'Gpus': [{'Name': 'A100 PCIe', 'MemoryInfo': {'SizeInMiB': 80}}]}\"\n";
        HEADROOM_PREVIEW(preview, text, importOptions("vms.csv", "runpod"), unpriced());
        QCOMPARE(perHour(preview.added, "1x_A100-80GB_SECURE", "IN"), std::string("1.390000 USD a100-80gb-pcie x1"));
    }

    void aliasesNameTheRightCard_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("longName");
        QTest::addColumn<int>("mib");
        QTest::addColumn<QByteArray>("gpu");
        QTest::newRow("A100 is the 40 GB one") << QByteArray("A100") << QByteArray("A100") << 40960 << QByteArray("a100-40gb-sxm");
        QTest::newRow("unless it has 80") << QByteArray("A100") << QByteArray("A100") << 81920 << QByteArray("a100-80gb-sxm");
        QTest::newRow("A100-80GB") << QByteArray("A100-80GB") << QByteArray("A100-80GB") << 81920 << QByteArray("a100-80gb-sxm");
        QTest::newRow("PCIe by its long name") << QByteArray("A100-80GB") << QByteArray("A100 PCIe") << 80 << QByteArray("a100-80gb-pcie");
        QTest::newRow("H100") << QByteArray("H100") << QByteArray("H100") << 81559 << QByteArray("h100-sxm");
        QTest::newRow("H100 NVL") << QByteArray("H100") << QByteArray("H100 NVL") << 96256 << QByteArray("h100-nvl");
        QTest::newRow("L40S") << QByteArray("L40S") << QByteArray("L40S") << 45776 << QByteArray("l40s");
        QTest::newRow("RTX PRO 6000") << QByteArray("RTXPRO6000") << QByteArray("RTX PRO 6000") << 97887 << QByteArray("rtx-pro-6000");
        QTest::newRow("RTX PRO 6000 in full") << QByteArray("RTX PRO 6000 Blackwell Server") << QByteArray("RTX PRO 6000") << 97887 << QByteArray("rtx-pro-6000");
        QTest::newRow("no memory said") << QByteArray("B200") << QByteArray("B200") << 0 << QByteArray("b200-sxm");
    }
    void aliasesNameTheRightCard()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, longName);
        QFETCH(int, mib);
        QFETCH(QByteArray, gpu);
        const std::string text = "InstanceType,AcceleratorName,AcceleratorCount,GpuInfo,Price,SpotPrice,Region\nnode," + name.toStdString() + ",1.0,\"{'Gpus': [{'Name': '" + longName.toStdString()
            + "', 'MemoryInfo': {'SizeInMiB': " + std::to_string(mib) + "}}]}\",2.5,,eu\n";
        HEADROOM_PREVIEW(preview, text, importOptions("vms.csv", "nebius"), unpriced());
        QCOMPARE(perHour(preview.added, "node", "eu"), "2.500000 USD " + gpu.toStdString() + " x1");
    }

    void aMarketplaceIsNoPriceList()
    {
        const std::string text = "InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region\n2x-RTX_4090,RTX4090,2.0,0.68,0.00,\", CA, NA\"\n2x-RTX_4090,RTX4090,2.0,1.90,0.00,\", CA, NA\"\n";
        HEADROOM_PREVIEW(preview, text, importOptions("vms.csv", "vast"), unpriced());
        QCOMPARE(perHour(preview.added, "2x-RTX_4090", "CA-NA"), std::string("0.680000 USD rtx-4090 x2"));
        QCOMPARE(preview.added.front().source.confidence, std::string("low"));
        QVERIFY(preview.suspicious.empty()); // a spot price of 0 is how it says that there is none
    }

    void googlesHostAndAcceleratorsAreAdded()
    {
        const std::string text = kGcpHeader + "a2-highgpu-1g,12.0,85.0,,,,us-central1,us-central1-a,0.73948,0.36975\n"
            + ",,,A100,1,\"{'Gpus': [{'MemoryInfo': {'SizeInMiB': 40960}}]}\",us-central1,us-central1-a,2.93391,1.2\n"
            + ",,,T4,1,,us-central1,us-central1-a,0.35,0.11\na2-highgpu-2g,24.0,170.0,,,,us-west1,us-west1-b,1.47896,0.7395\n";
        HEADROOM_PREVIEW(preview, text, importOptions("gcp/vms.csv"), unpriced());
        QCOMPARE(perHour(preview.added, "a2-highgpu-1g", "us-central1"), std::string("3.673390 USD a100-40gb-sxm x1"));
        QCOMPARE(perHour(preview.added, "a2-highgpu-1g", "us-central1", Commitment::Spot), std::string("1.569750 USD a100-40gb-sxm x1"));
        QCOMPARE(noted(preview.skipped, "no_partner"), std::uint64_t(2)); // T4 on a host of one's choice; a host without its GPUs
    }

    void onDemandBelowSpotIsHeldBack()
    {
        const std::string text = kGcpHeader + "a2-ultragpu-1g,12.0,170.0,,,,us-central1,us-central1-a,1.0,0.4\n,,,A100-80GB,1,,us-central1,us-central1-a,1.5,1.6\n";
        HEADROOM_PREVIEW(preview, text, importOptions("gcp/vms.csv"), unpriced());
        QCOMPARE(noted(preview.suspicious, "on_demand_below_spot"), std::uint64_t(1));
        QCOMPARE(perHour(preview.added, "a2-ultragpu-1g", "us-central1"), std::string("missing"));
        QCOMPARE(perHour(preview.added, "a2-ultragpu-1g", "us-central1", Commitment::Spot), std::string("2.000000 USD a100-80gb-sxm x1"));
        QCOMPARE(perHour(preview.heldBack, "a2-ultragpu-1g", "us-central1"), std::string("2.500000 USD a100-80gb-sxm x1"));
        QCOMPARE(pointOf(preview.heldBack, "a2-ultragpu-1g", "us-central1")->source.confidence, std::string("low"));
        QCOMPARE(pricesToStore(preview, true).size(), std::size_t(2));
    }

    // 45 against 90 is no more than half, but the accelerators alone are 35 against 80.
    void theHostDoesNotHideAnAcceleratorsOddPrice()
    {
        std::string text = kGcpHeader;
        for (const auto &[region, price] : {std::pair{"us-east4", "80"}, {"us-east5", "80"}, {"europe-west1", "80"}, {"us-west1", "35"}})
            text += std::string("a3-highgpu-8g,208,1872,,,,") + region + "," + region + "-a,10,3\n,,,H100,8,," + region + "," + region + "-a," + price + ",20\n";
        HEADROOM_PREVIEW(preview, text, importOptions("gcp/vms.csv"), unpriced());
        QCOMPARE(noted(preview.suspicious, "off_siblings"), std::uint64_t(1));
        QCOMPARE(perHour(preview.heldBack, "a3-highgpu-8g", "us-west1"), std::string("45.000000 USD h100-sxm x8"));
        QCOMPARE(perHour(preview.added, "a3-highgpu-8g", "us-east4"), std::string("90.000000 USD h100-sxm x8"));
        QCOMPARE(perHour(preview.added, "a3-highgpu-8g", "us-west1", Commitment::Spot), std::string("23.000000 USD h100-sxm x8"));
    }

    void pricesFarOffTheirSiblingsAreHeldBack()
    {
        std::string text = kAwsHeader;
        for (const char *region : {"us-east-1", "us-east-2", "us-west-2"})
            text += awsRow("p5.48xlarge", "H100", "8.0", "55.04", "", region, "z");
        text += awsRow("p5.48xlarge", "H100", "8.0", "20.0", "", "eu-north-1", "z") + awsRow("p5.48xlarge", "H100", "8.0", "120", "", "eu-west-1", "z");
        HEADROOM_PREVIEW(preview, text, importOptions("vms.csv", "aws"), unpriced());
        QCOMPARE(preview.added.size(), std::size_t(3));
        QCOMPARE(noted(preview.suspicious, "off_siblings"), std::uint64_t(2));
        QCOMPARE(preview.heldBack.size(), std::size_t(2));
    }

    void rowsThatContradictOrRepeat()
    {
        const std::string row = awsRow("p5.48xlarge", "H100", "8.0", "55.04", "", "us-east-1", "use1-az1");
        HEADROOM_PREVIEW(doubled, kAwsHeader + row + row, importOptions("vms.csv", "aws"), unpriced());
        QCOMPARE(doubled.added.size(), std::size_t(1));
        QCOMPARE(noted(doubled.skipped, "duplicate"), std::uint64_t(1));
        HEADROOM_PREVIEW(contradicted, kAwsHeader + row + awsRow("p5.48xlarge", "H100", "8.0", "56", "", "us-east-1", "use1-az1"), importOptions("vms.csv", "aws"), unpriced());
        QVERIFY(contradicted.added.empty());
        QCOMPARE(noted(contradicted.suspicious, "contradictory"), std::uint64_t(1));
        QCOMPARE(contradicted.heldBack.size(), std::size_t(1));
    }

    // Extracts of published files, where they stand beside the checkout.
    void realFilesAreImported_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<quint64>("read");
        QTest::addColumn<int>("offersAtLeast");
        QTest::newRow("aws") << QStringLiteral("skypilot-v8-aws-vms.gpu-rows.csv") << QByteArray("aws") << quint64(242) << 60;
        QTest::newRow("gcp") << QStringLiteral("anycloud-gcp-vms.gpu-rows.csv") << QByteArray("gcp") << quint64(1547) << 200;
        QTest::newRow("lambda") << QStringLiteral("anycloud-lambda-vms.gpu-rows.csv") << QByteArray("lambda") << quint64(392) << 200;
        QTest::newRow("runpod") << QStringLiteral("skypilot-v8-runpod-vms.sample.csv") << QByteArray("runpod") << quint64(5) << 5;
    }
    void realFilesAreImported()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, provider);
        QFETCH(quint64, read);
        QFETCH(int, offersAtLeast);
        const QByteArray text = contentOf(QStringLiteral(HEADROOM_SHARED_DATA "/prices/") + file);
        if (text.isEmpty())
            QSKIP("the shared price files are not beside this checkout");
        HEADROOM_PREVIEW(preview, text.toStdString(), importOptions(file.toStdString()), unpriced());
        QCOMPARE(preview.read, std::uint64_t(read));
        QCOMPARE(preview.added.front().provider, provider.toStdString());
        const auto offers = static_cast<int>(countOffers(preview.added));
        QVERIFY2(offers >= offersAtLeast, qPrintable(QString::number(offers)));
        if (provider == "gcp") {
            QCOMPARE(noted(preview.suspicious, "on_demand_below_spot"), std::uint64_t(19)); // of the rows in this extract
            QCOMPARE(perHour(preview.added, "a2-highgpu-1g", "us-central1"), std::string("3.673390 USD a100-40gb-sxm x1"));
            QCOMPARE(perHour(preview.added, "a3-highgpu-8g", "us-east4"), std::string("87.832470 USD h100-sxm x8"));
            for (const char *region : {"us-central1", "asia-northeast1", "us-west4"})
                QVERIFY(pointOf(preview.heldBack, "a3-highgpu-8g", region) != nullptr); // 4.20 a GPU against 9.80
        }
    }
};

QTEST_APPLESS_MAIN(SkyPilotPricesTest)
#include "tst_skypilot_prices.moc"
