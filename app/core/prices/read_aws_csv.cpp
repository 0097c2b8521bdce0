// SPDX-License-Identifier: GPL-3.0-or-later
// The AWS price lists as CSV: five rows about the file, then the header; product and price in one row.
#include "aws_terms.h"
#include "csv_records.h"
#include "readers.h"

#include <fmt/format.h>

#include <map>

namespace headroom::core::price_reading {
namespace {

// Reads up to the header, the first row with this column; the rows before it are pairs of name and value.
bool toHeader(CsvRecords &csv, ByteStream &stream, PriceCollector &collector, std::string_view column, std::string &published)
{
    for (int row = 0; row < 12 && csv.next(); ++row) {
        csv.takeHeader();
        if (csv.hasColumn(column))
            return true;
        if (lower(csv.cell(0)) == "publication date") {
            published = isoDateOf(csv.cell(1));
            collector.setFileDate(published);
        }
    }
    stream.fail(ErrorCode::Syntax, fmt::format("no header with the column {} in the first rows", column), 6);
    return false;
}

} // namespace

void readAwsListCsv(ByteStream &stream, PriceCollector &collector)
{
    collector.setDetail("AWS price list");
    CsvRecords csv(stream, ',');
    std::string published;
    if (!toHeader(csv, stream, collector, "RateCode", published))
        return;
    const int sku = csv.column("SKU"), offer = csv.column("OfferTermCode"), type = csv.column("TermType"), effective = csv.column("EffectiveDate"), unit = csv.column("Unit"),
              amount = csv.column("PricePerUnit"), currency = csv.column("Currency"), length = csv.column("LeaseContractLength"), option = csv.column("PurchaseOption"),
              offering = csv.column("OfferingClass"), instance = csv.column("Instance Type"), region = csv.column("Region Code"), gpus = csv.column("GPU"),
              system = csv.column("Operating System"), software = csv.column("Pre Installed S/W"), tenancy = csv.column("Tenancy"), capacity = csv.column("CapacityStatus"),
              market = csv.column("MarketOption");
    if (instance < 0 || region < 0 || gpus < 0 || amount < 0 || unit < 0 || currency < 0)
        return stream.fail(ErrorCode::Syntax, "the header lacks one of the columns Instance Type, Region Code, GPU, Unit, PricePerUnit and Currency of an EC2 price list", 6);
    struct Pending {
        AwsInstance instance;
        AwsTerm term;
    };
    std::map<std::pair<std::string, std::string>, Pending> pending; // a reservation's two rows need not stand together
    AwsProduct product;
    while (csv.next() && pending.size() < 1'000'000) {
        collector.countRow();
        product.clear(csv.line());
        product.instance = csv.cell(instance);
        product.region = csv.cell(region);
        product.gpus = csv.cell(gpus);
        product.system = csv.cell(system);
        product.software = csv.cell(software);
        product.tenancy = csv.cell(tenancy);
        product.capacity = csv.cell(capacity);
        product.market = csv.cell(market);
        if (csv.cells() < csv.headerCells()) {
            collector.skip(csv.line(), PriceSkip::Unreadable, {}, fmt::format("the row has {} cells, the header {}", csv.cells(), csv.headerCells()));
            continue;
        }
        auto rented = rentedInstance(product, collector);
        if (!rented)
            continue;
        Pending &entry = pending[{std::string(csv.cell(sku)), std::string(csv.cell(offer))}];
        if (!entry.instance.gpu)
            entry.instance = *std::move(rented);
        entry.term.reserved = csv.cell(type) == "Reserved";
        entry.term.length = csv.cell(length);
        entry.term.option = csv.cell(option);
        entry.term.offeringClass = csv.cell(offering);
        entry.term.effective = csv.cell(effective);
        if (entry.term.dimensions.size() < 16)
            entry.term.dimensions.push_back({std::string(csv.cell(unit)), std::string(csv.cell(currency)), std::string(csv.cell(amount))});
    }
    for (const auto &[key, entry] : pending)
        addAwsTerm(entry.instance, entry.term, published, collector);
}

void readAwsSavingsPlansCsv(ByteStream &stream, PriceCollector &collector)
{
    collector.setDetail("AWS Savings Plans");
    CsvRecords csv(stream, ',');
    std::string published;
    if (!toHeader(csv, stream, collector, "DiscountedUsageType", published))
        return;
    const int usage = csv.column("DiscountedUsageType"), operation = csv.column("DiscountedOperation"), rate = csv.column("DiscountedRate"), currency = csv.column("Currency"),
              unit = csv.column("Unit"), length = csv.column("LeaseContractLength"), option = csv.column("PurchaseOption"), family = csv.column("Product Family"),
              region = csv.column("DiscountedRegionCode") >= 0 ? csv.column("DiscountedRegionCode") : csv.column("Region Code");
    if (rate < 0 || length < 0 || unit < 0 || region < 0)
        return stream.fail(ErrorCode::Syntax, "the header lacks one of the columns DiscountedRate, LeaseContractLength, Unit and DiscountedRegionCode of Savings Plans", 6);
    while (csv.next() && !tooMany(stream, collector)) {
        collector.countRow();
        const std::string_view instance = instanceOfUsage(csv.cell(usage));
        if (instance.empty() || csv.cell(operation) != "RunInstances") {
            collector.skip(csv.line(), PriceSkip::OtherProduct, {}, "not plain Linux on shared hardware");
            continue;
        }
        RawPrice raw;
        raw.row = csv.line();
        raw.region = csv.cell(region);
        raw.provider = awsProvider(raw.region);
        raw.instance = instance;
        const std::string subject = fmt::format("{} {} {}", raw.provider, raw.instance, raw.region);
        const auto type = collector.gpuNames().ofInstance(raw.provider, instance);
        const auto term = awsTerm(csv.cell(length));
        const auto money = parseCurrency(csv.cell(currency).empty() ? "USD" : csv.cell(currency));
        if (!type) {
            collector.skip(raw.row, PriceSkip::NoGpu, raw.instance, "no GPU in it that the catalog knows");
        } else if (!term || csv.cell(unit) != "Hrs") {
            collector.skip(raw.row, PriceSkip::NotHourly, subject, fmt::format("{}: not a rate per hour for one or three years", subject));
        } else if (!money) {
            collector.skip(raw.row, PriceSkip::UnknownCurrency, subject, fmt::format("{}: the currency is not one of USD, CNY and EUR", subject));
        } else if (auto price = collector.price(raw.row, *money, csv.cell(rate), subject, commitmentId(*term).data())) {
            raw.gpu = type->gpu;
            raw.gpus = type->count;
            raw.zone = std::string(csv.cell(option)) + std::string(csv.cell(family));
            raw.detail = isPlainText(csv.cell(option)) ? std::string(csv.cell(option)) : std::string();
            raw.prices[static_cast<std::size_t>(*term)] = price;
            collector.add(std::move(raw));
        }
    }
}

} // namespace headroom::core::price_reading
