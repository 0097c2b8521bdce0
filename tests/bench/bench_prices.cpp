// SPDX-License-Identifier: GPL-3.0-or-later
// The import of large price lists. The lists are made here: a SkyPilot file for AWS of 3.6 MB, and the AWS price list of EC2 as
// JSON of 300 MB, generated while it is read, so that the memory measured is the importer's.
#include <core/catalog/catalog_loader.h>
#include <core/prices/price_counts.h>
#include <core/prices/price_import.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <sys/resource.h>

namespace core = headroom::core;

namespace {

core::PriceImportOptions options(const char *name)
{
    core::PriceImportOptions made;
    made.sourceName = name;
    made.fileDate = "2026-11-20";
    made.today = "2026-11-26";
    return made;
}

std::string skyPilotAws(std::size_t bytes)
{
    std::string text = "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,GpuInfo,Price,SpotPrice,Region,AvailabilityZone,Arch\n";
    for (int i = 0; text.size() < bytes; ++i) {
        const std::string region = fmt::format("region-{}", i / 60 % 40);
        if (i % 20 != 0) {
            text += fmt::format("m{}.{}xlarge,,,{}.0,16.0,,{}.204,0.105600,{},{}-az{},x86_64\n", i % 9, i % 60, i % 96, i % 30, region, region, i % 3);
            continue;
        }
        text += fmt::format("p5.48xlarge,H100,8.0,192.0,2048.0,\"{{'Gpus': [{{'Name': 'H100', 'Manufacturer': 'NVIDIA', 'Count': 8, 'LogicalGpuCount': 8, 'MemoryInfo': {{'SizeInMiB': 81559}}}}],"
                            " 'TotalGpuMemoryInMiB': 652472}}\",55.04,2{}.5,{},{}-az{},x86_64\n", i % 9, region, region, i % 1000);
    }
    return text;
}

// The AWS list, a piece at a time: products of `skus` instance types and regions, then their terms.
class AwsList {
public:
    AwsList(std::size_t bytes) : m_skus(bytes / 2410) {}

    core::Result<std::size_t> read(std::span<char> block)
    {
        while (m_waiting.size() < block.size() && m_step <= 2 * m_skus + 1)
            produce();
        const std::size_t count = std::min(block.size(), m_waiting.size());
        std::copy_n(m_waiting.begin(), count, block.begin());
        m_waiting.erase(0, count);
        m_bytes += count;
        return count;
    }
    std::size_t bytes() const { return m_bytes; }

private:
    void produce()
    {
        const std::size_t step = m_step++;
        if (step == 0) {
            m_waiting += R"({"formatVersion":"v1.0","disclaimer":"generated","offerCode":"AmazonEC2","version":"1","publicationDate":"2026-11-20T00:00:00Z","products":{)";
        } else if (step <= m_skus) {
            const bool gpu = step % 49 == 0;
            m_waiting += fmt::format(R"({}"S{}":{{"sku":"S{}","productFamily":"Compute Instance","attributes":{{"servicecode":"AmazonEC2","location":"Region {}","locationType":"AWS Region","instanceType":"{}",)"
                                     R"("currentGeneration":"Yes","instanceFamily":"General purpose","vcpu":"96","physicalProcessor":"Intel Xeon Scalable","clockSpeed":"3 GHz","memory":"768 GiB",)"
                                     R"("storage":"EBS only","networkPerformance":"50 Gigabit","processorArchitecture":"64-bit","tenancy":"Shared","operatingSystem":"{}","licenseModel":"No License required",)"
                                     R"("usagetype":"BoxUsage","operation":"RunInstances","capacitystatus":"Used","dedicatedEbsThroughput":"19000 Mbps",{}"marketoption":"OnDemand",)"
                                     R"("normalizationSizeFactor":"192","preInstalledSw":"NA","regionCode":"region-{}","servicename":"Amazon Elastic Compute Cloud"}}}})",
                                     step > 1 ? "," : "", step, step, step % 30, gpu ? "p5.48xlarge" : "m7i.metal-24xl", step % 3 == 0 ? "Windows" : "Linux", gpu ? R"("gpu":"8",)" : "", step % 30);
        } else {
            const std::size_t sku = step - m_skus;
            if (sku == 1)
                m_waiting += R"(},"terms":{"OnDemand":{)";
            if (sku > m_skus) {
                m_waiting += "}}}";
                return;
            }
            m_waiting += fmt::format(R"({}"S{}":{{)", sku > 1 ? "," : "", sku);
            for (int offer = 0; offer < 5; ++offer)
                m_waiting += fmt::format(R"({}"S{}.T{}":{{"offerTermCode":"T{}","sku":"S{}","effectiveDate":"2026-06-01T00:00:00Z","priceDimensions":{{"S{}.T{}.R":{{"rateCode":"S{}.T{}.R",)"
                                         R"("description":"$55.04 per On Demand Linux instance hour","unit":"Hrs","beginRange":"0","endRange":"Inf","appliesTo":[],"pricePerUnit":{{"USD":"55.0400000000"}}}}}},)"
                                         R"("termAttributes":{{}}}})", offer > 0 ? "," : "", sku, offer, offer, sku, sku, offer, sku, offer);
            m_waiting += "}";
        }
    }

    std::size_t m_skus;
    std::size_t m_step = 0;
    std::size_t m_bytes = 0;
    std::string m_waiting;
};

double peakMegabytes()
{
    rusage use{};
    ::getrusage(RUSAGE_SELF, &use);
    return static_cast<double>(use.ru_maxrss) / 1024.0;
}

template<class Work>
void measured(const std::string &what, Work work)
{
    const auto began = std::chrono::steady_clock::now();
    const core::Result<core::PricePreview> preview = work();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    if (preview)
        fmt::print("{:<60} {:.2f} s, {} rows, {} offers, {:.0f} MB of memory at most\n", what, seconds, preview->read, core::countOffers(core::pricesToStore(*preview, true)), peakMegabytes());
    else
        fmt::print("{:<60} failed: {}\n", what, preview.error().detail);
}

} // namespace

int main()
{
    const auto catalog = core::loadCatalog(HEADROOM_SOURCE_DIR "/resources/catalog");
    if (!catalog) {
        std::fprintf(stderr, "%s\n", catalog.error().detail.c_str());
        return 1;
    }
    {
        const std::string text = skyPilotAws(3'650'000);
        measured("SkyPilot file for AWS, 3.65 MB (aim: under 1 s)", [&] { return core::previewPrices(text, options("aws/vms.csv"), *catalog); });
    }
    AwsList list(300'000'000);
    measured("AWS price list, 300 MB of JSON (aim: under 20 s, 200 MB)", [&] {
        return core::previewPrices([&](std::span<char> block) { return list.read(block); }, options("index.json"), *catalog);
    });
    fmt::print("{:<60} {:.0f} MB\n", "  of which the list had", static_cast<double>(list.bytes()) / 1e6);
    return 0;
}
