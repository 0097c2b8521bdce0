// SPDX-License-Identifier: GPL-3.0-or-later
// The CSV that people fill in for providers without a price list. Comma, semicolon or tab; decimal point or comma.
#include "csv_records.h"
#include "readers.h"

#include <core/prices/freshness.h>

#include <fmt/format.h>

#include <charconv>

namespace headroom::core::price_reading {
namespace {

int columnOf(const CsvRecords &csv, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        if (const int column = csv.column(name); column >= 0)
            return column;
    return -1;
}

} // namespace

void readPlainCsv(ByteStream &stream, PriceCollector &collector)
{
    CsvRecords csv(stream, sniffDelimiter(stream.head()));
    if (!csv.next())
        return;
    csv.takeHeader();
    const int provider = columnOf(csv, {"provider", "cloud", "vendor"}), region = columnOf(csv, {"region", "location"}), instance = columnOf(csv, {"instance", "instance_type", "instancetype"}),
              gpu = columnOf(csv, {"gpu", "accelerator", "gpu_type"}), gpus = columnOf(csv, {"gpus", "gpu_count", "count"}), currency = columnOf(csv, {"currency"}),
              per = columnOf(csv, {"per", "unit"}), date = columnOf(csv, {"as_of", "date"}), source = columnOf(csv, {"source", "note"});
    const int prices[] = {columnOf(csv, {"ondemand", "on_demand", "price", "price_usd_hour_ondemand"}), columnOf(csv, {"spot", "price_usd_hour_spot"}),
                          columnOf(csv, {"1y", "one_year", "price_usd_hour_1y"}), columnOf(csv, {"3y", "three_years", "price_usd_hour_3y"})};
    const bool usdNamed = csv.hasColumn("price_usd_hour_ondemand");
    if (instance < 0 || gpu < 0 || (prices[0] < 0 && prices[1] < 0 && prices[2] < 0 && prices[3] < 0))
        return stream.fail(ErrorCode::Syntax, "a CSV with the columns provider, region, instance, gpu, gpus, currency, ondemand, spot, 1y, 3y, as_of and source would be accepted "
                                              "(provider, instance, gpu, currency and one price are needed)", 1);
    if (provider < 0 && collector.options().provider.empty())
        return stream.fail(ErrorCode::BadValue, "whose prices are these? a column provider, or --provider, would be accepted", 1);
    if (currency < 0 && !usdNamed && !collector.options().currency)
        return stream.fail(ErrorCode::BadValue, "in which currency are these prices? a column currency (USD, CNY or EUR), or --currency, would be accepted", 1);
    while (csv.next() && !tooMany(stream, collector)) {
        collector.countRow();
        RawPrice raw;
        raw.row = csv.line();
        raw.provider = provider >= 0 && !csv.cell(provider).empty() ? lower(csv.cell(provider)) : collector.options().provider;
        raw.region = csv.cell(region);
        raw.instance = csv.cell(instance);
        const std::string subject = isUtf8(raw.provider + raw.instance + raw.region) ? fmt::format("{} {} {}", raw.provider, raw.instance, raw.region).substr(0, 300) : std::string("?");
        const auto unreadable = [&](std::string why) { collector.skip(raw.row, PriceSkip::Unreadable, subject, fmt::format("{}: {}", subject, why)); };
        if (csv.cells() < csv.headerCells()) {
            unreadable(fmt::format("the row has {} cells, the header {}", csv.cells(), csv.headerCells()));
            continue;
        }
        if (!isPlainText(raw.provider) || !isPlainText(raw.instance)) {
            unreadable("provider and instance in UTF-8 are needed");
            continue;
        }
        const Gpu *known = collector.gpuNames().find({raw.provider, {}, csv.cell(gpu), {}, 0});
        if (!known) {
            const std::string name(isUtf8(csv.cell(gpu)) ? csv.cell(gpu).substr(0, 60) : std::string_view("?"));
            collector.skip(raw.row, PriceSkip::UnknownGpu, subject, fmt::format("{}: the catalog holds no GPU '{}'", subject, name), {name});
            continue;
        }
        raw.gpu = known;
        raw.gpus = 1;
        if (const std::string_view count = csv.cell(gpus); !count.empty()) {
            const auto [end, problem] = std::from_chars(count.data(), count.data() + count.size(), raw.gpus);
            if (problem != std::errc() || end != count.data() + count.size() || raw.gpus < 1 || raw.gpus > 1024) {
                unreadable("the number of GPUs is not one of 1 to 1024");
                continue;
            }
        }
        const std::string_view code = csv.cell(currency);
        const auto money = !code.empty() ? parseCurrency(code) : Result<Currency>(collector.options().currency.value_or(Currency::USD));
        if (!money || (code.empty() && !usdNamed && !collector.options().currency)) {
            const std::string name(isUtf8(code) ? code.substr(0, 10) : std::string_view("?"));
            collector.skip(raw.row, PriceSkip::UnknownCurrency, subject, fmt::format("{}: the currency '{}' is not one of USD, CNY and EUR", subject, name), {name});
            continue;
        }
        raw.asOf = csv.cell(date);
        if (!raw.asOf.empty() && !daysFromEpoch(raw.asOf)) {
            unreadable("the date is none; 2026-07-20 or 2026-07 would be accepted");
            continue;
        }
        const std::string unit = lower(csv.cell(per));
        const int hours = unit.empty() || unit == "hour" || unit == "h" ? 1 : unit == "month" ? 730 : unit == "year" ? 8760 : 0;
        if (hours == 0) {
            collector.skip(raw.row, PriceSkip::NotHourly, subject, fmt::format("{}: priced per '{}'; hour, month or year would be accepted", subject, isUtf8(unit) ? unit.substr(0, 20) : "?"));
            continue;
        }
        if (csv.cell(source).size() <= 200 && isPlainText(csv.cell(source)))
            raw.detail = csv.cell(source);
        for (const Commitment commitment : kCommitments) {
            const auto i = static_cast<std::size_t>(commitment);
            const auto amount = collector.price(raw.row, *money, csv.cell(prices[i]), subject, commitment == Commitment::OnDemand ? "on-demand" : std::string(commitmentId(commitment)).c_str());
            if (amount)
                raw.prices[i] = amount->times(1, hours);
        }
        collector.compareSpot(raw);
        collector.add(std::move(raw));
    }
}

} // namespace headroom::core::price_reading
