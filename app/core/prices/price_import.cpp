// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers.h"

#include <core/prices/freshness.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace headroom::core {
namespace {

using namespace price_reading;

constexpr std::string_view kAccepted = "a SkyPilot catalog CSV, an AWS price list or Savings Plans (JSON or CSV), Azure retail prices (JSON), Google's pricing.yml, Alibaba prices (JSON) "
                                       "or a CSV with provider, instance, gpu, currency and prices would be accepted";

// Clouds of the SkyPilot catalog, by which a file's name tells whose it is.
constexpr std::array kClouds{"aws",   "gcp",       "azure",    "lambda", "runpod", "vast",        "nebius",  "oci",    "ibm",  "scp",     "cudo",       "fluidstack", "paperspace",
                             "vsphere", "verda",   "datacrunch", "seeweb", "shadeform", "mithril", "hyperbolic", "hyperstack", "primeintellect", "do", "coreweave"};

std::string providerOfName(std::string_view name)
{
    std::string word;
    std::string found;
    for (const char c : lower(name) + "/") {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            word += c;
            continue;
        }
        if (std::ranges::find(kClouds, word) != kClouds.end())
            found = word; // the last one: the file's own name over its folders'
        word.clear();
    }
    return found;
}

bool holds(std::string_view text, std::string_view word)
{
    return text.find(word) != std::string_view::npos;
}

std::optional<PriceFormat> formatOfJson(std::string_view head)
{
    if (holds(head, "\"discountedUsageType\"") || holds(head, "\"savingsPlan\": [") || holds(head, "SavingsPlan\""))
        if (!holds(head, "\"BillingCurrency\"") && !holds(head, "\"Items\""))
            return PriceFormat::AwsSavingsPlansJson;
    if (holds(head, "\"offerCode\"") || (holds(head, "\"products\"") && holds(head, "\"attributes\"")))
        return PriceFormat::AwsListJson;
    if (holds(head, "\"Items\"") || holds(head, "\"BillingCurrency\""))
        return PriceFormat::AzureRetailJson;
    return PriceFormat::AlibabaJson;
}

std::optional<PriceFormat> formatOf(std::string_view head)
{
    const auto first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return std::nullopt;
    if (head[first] == '{' || head[first] == '[')
        return formatOfJson(head);
    const std::string start = lower(head.substr(0, 4096));
    const std::string_view firstLine = std::string_view(start).substr(first, start.find('\n', first) - first);
    if (holds(firstLine, "acceleratorcount") && holds(firstLine, "price"))
        return PriceFormat::SkyPilotCsv;
    if (holds(start, "discountedusagetype"))
        return PriceFormat::AwsSavingsPlansCsv;
    if (holds(firstLine, "formatversion") || holds(start, "offertermcode"))
        return PriceFormat::AwsListCsv;
    if (holds(head, "compute:") && !holds(firstLine, ","))
        return PriceFormat::GcpPricingYaml;
    if (firstLine.find_first_of(",;\t") != std::string_view::npos)
        return PriceFormat::PlainCsv;
    return std::nullopt;
}

// What the first bytes give away; empty where they may be text.
std::string_view notText(std::string_view head)
{
    if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff"))
        return "the file is UTF-16; saved as UTF-8 it would be accepted";
    if (head.starts_with("\x1f\x8b") || head.starts_with("PK\x03\x04"))
        return "the file is compressed (or a spreadsheet); the unpacked list, or the sheet saved as CSV, would be accepted";
    if (head.find('\0') != std::string_view::npos)
        return "the file is binary; a price list as CSV, JSON or YAML in UTF-8 would be accepted";
    return {};
}

void readAs(PriceFormat format, ByteStream &stream, PriceCollector &collector)
{
    switch (format) {
    case PriceFormat::SkyPilotCsv: return readSkyPilot(stream, collector);
    case PriceFormat::AwsListJson: return readAwsListJson(stream, collector);
    case PriceFormat::AwsListCsv: return readAwsListCsv(stream, collector);
    case PriceFormat::AwsSavingsPlansJson: return readAwsSavingsPlansJson(stream, collector);
    case PriceFormat::AwsSavingsPlansCsv: return readAwsSavingsPlansCsv(stream, collector);
    case PriceFormat::AzureRetailJson: return readAzureRetail(stream, collector);
    case PriceFormat::GcpPricingYaml: return readGcpYaml(stream, collector);
    case PriceFormat::AlibabaJson: return readAlibaba(stream, collector);
    case PriceFormat::PlainCsv: return readPlainCsv(stream, collector);
    }
}

} // namespace

Result<PricePreview> previewPrices(const ReadBlock &read, const PriceImportOptions &options, const Catalog &catalog, const PriceReadControl &control)
{
    const auto failed = [&](ErrorCode code, std::string detail, std::string field = {}) {
        return std::unexpected(Error{code, std::move(detail), options.sourceName, std::move(field), 0});
    };
    if (!options.asOf.empty() && !daysFromEpoch(options.asOf))
        return failed(ErrorCode::BadValue, "the day of the prices is no date; 2026-07-20 or 2026-07 would be accepted", "as_of");
    if (!options.provider.empty() && !isPlainText(options.provider))
        return failed(ErrorCode::BadValue, "a provider's name in UTF-8 of at most 200 bytes would be accepted", "provider");
    ByteStream stream(read, control, options.sourceName);
    const std::string_view head = stream.head();
    if (stream.error())
        return std::unexpected(*stream.error());
    if (const std::string_view why = notText(head); !why.empty())
        return failed(ErrorCode::Syntax, std::string(why));
    const auto format = formatOf(head);
    if (!format)
        return failed(ErrorCode::Syntax, head.empty() ? fmt::format("the file is empty; {}", kAccepted) : fmt::format("this is none of the known price lists; {}", kAccepted));
    PriceImportOptions known = options;
    known.provider = lower(options.provider);
    // Only the file's name stands in sources: a path is of this machine.
    known.sourceName = options.sourceName.substr(options.sourceName.find_last_of('/') + 1);
    if (known.provider.empty() && *format == PriceFormat::SkyPilotCsv) {
        known.provider = providerOfName(options.sourceName);
        if (known.provider.empty())
            return failed(ErrorCode::BadValue, "a SkyPilot catalog does not say whose prices it holds, and the file's name does not either; --provider aws (or gcp, azure, lambda, ...) would be accepted", "provider");
    }
    PriceCollector collector(*format, known, catalog);
    readAs(*format, stream, collector);
    if (stream.error())
        return std::unexpected(*stream.error());
    return collector.finish();
}

Result<PricePreview> previewPrices(std::string_view text, const PriceImportOptions &options, const Catalog &catalog)
{
    const ReadBlock read = [&text](std::span<char> block) -> Result<std::size_t> {
        const std::size_t count = std::min(block.size(), text.size());
        std::copy_n(text.begin(), count, block.begin());
        text.remove_prefix(count);
        return count;
    };
    return previewPrices(read, options, catalog);
}

} // namespace headroom::core
