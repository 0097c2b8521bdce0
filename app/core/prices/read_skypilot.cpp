// SPDX-License-Identifier: GPL-3.0-or-later
// vms.csv of the SkyPilot catalog (schema v5 to v8): one row per zone, prices of the whole instance in US dollars. The order of
// the columns differs by cloud, so they are found by name; what comes after the last one is ignored.
#include "csv_records.h"
#include "readers.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <map>

namespace headroom::core::price_reading {
namespace {

struct Columns {
    int instance, name, count, info, price, spot, region, zone;
};

double number(std::string_view text)
{
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() && std::isfinite(value) ? value : 0.0;
}

// What follows a key of the Python dictionary that GpuInfo is: it is no JSON, and only two of its values are wanted.
std::string_view afterKey(std::string_view dictionary, std::string_view key)
{
    const auto found = dictionary.find(key);
    if (found == std::string_view::npos)
        return {};
    std::string_view rest = dictionary.substr(found + key.size());
    while (!rest.empty() && (rest.front() == ':' || rest.front() == ' '))
        rest.remove_prefix(1);
    return rest;
}

std::string_view nameIn(std::string_view info)
{
    if (!info.starts_with('{'))
        return info; // Azure's rows have the bare name
    std::string_view rest = afterKey(info, "'Name'");
    if (!rest.starts_with('\''))
        return {};
    rest.remove_prefix(1);
    return rest.substr(0, rest.find('\''));
}

double memoryIn(std::string_view info)
{
    const std::string_view rest = afterKey(info, "'SizeInMiB'");
    return number(rest.substr(0, rest.find_first_not_of("0123456789.")));
}

// "use1-atl2-az1" is a local zone: it has prices of its own and counts as the region "use1-atl2".
std::string localZoneRegion(std::string_view zone)
{
    const auto last = zone.rfind('-');
    if (last == std::string_view::npos || !zone.substr(last + 1).starts_with("az") || zone.substr(0, last).find('-') == std::string_view::npos)
        return {};
    return std::string(zone.substr(0, last));
}

// ", CA, NA" -> "CA-NA"
std::string plainRegion(std::string_view region)
{
    std::string plain;
    while (!region.empty()) {
        const auto comma = region.find(',');
        const std::string_view part = trimmed(region.substr(0, comma));
        if (!part.empty())
            plain += (plain.empty() ? "" : "-") + std::string(part);
        region = comma == std::string_view::npos ? std::string_view() : region.substr(comma + 1);
    }
    return plain;
}

// Google's list prices the host and its accelerators apart; they meet in their zone.
class SplitRows {
public:
    void addHost(RawPrice host) { m_hosts.push_back(std::move(host)); }
    void addAccelerator(std::string_view name, int count, RawPrice row) { m_accelerators.try_emplace({row.zone, lower(name), count}, std::move(row)).first->second.gpus = count; }

    void join(PriceCollector &collector)
    {
        doubtFarOff(collector);
        std::map<std::tuple<std::string, std::string, int>, bool> used;
        for (RawPrice &host : m_hosts) {
            const auto type = collector.gpuNames().ofInstance(host.provider, host.instance);
            if (!type)
                continue; // such rows are no hosts
            const std::tuple key{host.zone, std::string(acceleratorOf(host.instance)), type->count};
            const auto found = m_accelerators.find(key);
            if (found == m_accelerators.end()) {
                collector.skip(host.row, PriceSkip::NoPartner, host.instance, fmt::format("{} in {}: the file has no price of its {} accelerators there", host.instance, host.zone, type->count));
                continue;
            }
            used[key] = true;
            const RawPrice &accelerator = found->second;
            RawPrice whole = host;
            whole.row = accelerator.row;
            whole.gpu = type->gpu;
            whole.gpus = type->count;
            whole.onDemandDoubted = accelerator.onDemandDoubted;
            whole.detail = "host and accelerators added";
            const bool hostIncluded = !host.prices[0] && !host.prices[1]; // newer machine types have one price for both
            for (std::size_t i = 0; i < whole.prices.size(); ++i) {
                const auto &more = accelerator.prices[i];
                if (hostIncluded)
                    whole.prices[i] = more;
                else if (whole.prices[i] && more)
                    *whole.prices[i] += *more;
                else
                    whole.prices[i].reset();
            }
            collector.add(std::move(whole));
        }
        for (const auto &[key, row] : m_accelerators)
            if (!used.contains(key)) {
                const auto &[zone, name, count] = key;
                collector.skip(row.row, PriceSkip::NoPartner, name, fmt::format("{} x {} in {}: no instance type of the file holds them, so there is no price of a whole instance", count, name, zone));
            }
    }

private:
    // Committed rates that were picked up as on demand stand out among the accelerators; with the host's price they would not.
    void doubtFarOff(PriceCollector &collector)
    {
        std::map<std::pair<std::string, int>, std::map<std::string, Money>> byRegion;
        for (const auto &[key, row] : m_accelerators)
            if (row.prices[0])
                byRegion[{std::get<1>(key), std::get<2>(key)}].try_emplace(row.region, *row.prices[0]);
        for (auto &[key, row] : m_accelerators) {
            const auto &siblings = byRegion[{std::get<1>(key), std::get<2>(key)}];
            if (!row.prices[0] || row.onDemandDoubted || siblings.size() < 3)
                continue;
            std::vector<Money> all;
            for (const auto &[region, money] : siblings)
                all.push_back(money);
            const Money usual = medianOf(std::move(all));
            if (!isFarOff(*row.prices[0], usual))
                continue;
            const std::string subject = fmt::format("gcp {} x {} {}", std::get<2>(key), std::get<1>(key), std::get<0>(key));
            collector.doubt(row.row, PriceDoubt::OffSiblings, subject,
                            fmt::format("{}: {} is more than twice off the {} of its sibling regions", subject, shownPrice(*row.prices[0]), shownPrice(usual)), {shownPrice(*row.prices[0]), shownPrice(usual)});
            row.onDemandDoubted = true;
        }
    }

    static std::string_view acceleratorOf(std::string_view instance)
    {
        constexpr std::pair<std::string_view, std::string_view> kOf[] = {{"a2-ultragpu", "a100-80gb"}, {"a2-", "a100"}, {"a3-megagpu", "h100-mega"}, {"a3-ultragpu", "h200"},
                                                                          {"a3-", "h100"}, {"a4-", "b200"}, {"g2-", "l4"}};
        for (const auto &[prefix, name] : kOf)
            if (instance.starts_with(prefix))
                return name;
        return {};
    }

    std::vector<RawPrice> m_hosts;
    std::map<std::tuple<std::string, std::string, int>, RawPrice> m_accelerators;   // zone, name, count
};

void readRow(const CsvRecords &csv, const Columns &at, PriceCollector &collector, SplitRows &split)
{
    const std::uint64_t row = csv.line();
    const std::string_view instance = csv.cell(at.instance);
    const std::string_view name = csv.cell(at.name);
    const std::string subject(isUtf8(instance) ? (instance.empty() ? name : instance) : std::string_view("?"));
    if (csv.cells() < csv.headerCells() && csv.cells() <= static_cast<std::size_t>(std::max({at.price, at.region, at.instance})))
        return collector.skip(row, PriceSkip::Unreadable, subject, fmt::format("the row has {} cells, the header {}", csv.cells(), csv.headerCells()));
    RawPrice raw;
    raw.row = row;
    raw.provider = collector.options().provider;
    raw.instance = instance;
    raw.region = plainRegion(csv.cell(at.region));
    raw.zone = csv.cell(at.zone);
    if (raw.provider == "aws")
        if (const std::string local = localZoneRegion(raw.zone); !local.empty())
            raw.region = local;
    if (raw.provider == "vast")
        raw.confidence = "low";
    const bool isGcpHost = raw.provider == "gcp" && name.empty() && collector.gpuNames().ofInstance("gcp", instance);
    if (name.empty() && !isGcpHost)
        return collector.skip(row, PriceSkip::NoGpu, subject, "no GPU in it");
    const Currency currency = collector.options().currency.value_or(Currency::USD);
    raw.prices[0] = collector.price(row, currency, csv.cell(at.price), subject, "on-demand");
    raw.prices[1] = collector.price(row, currency, csv.cell(at.spot), subject, "spot");
    if (isGcpHost) {
        split.addHost(std::move(raw));
        return;
    }
    const double count = number(csv.cell(at.count));
    if (instance.empty())
        raw.instance = name;
    collector.compareSpot(raw);
    if (count > 0 && count < 1)
        return collector.skip(row, PriceSkip::FractionOfGpu, subject, fmt::format("{}: {:.3g} of a GPU; whole ones would be accepted", subject, count));
    if (count < 1 || count > 1024 || count != std::floor(count))
        return collector.skip(row, PriceSkip::Unreadable, subject, fmt::format("{}: the number of accelerators is not one of 1 to 1024", subject));
    const std::string_view info = csv.cell(at.info);
    const Gpu *gpu = collector.gpuNames().find({raw.provider, instance, name, nameIn(info), memoryIn(info)});
    if (!gpu)
        return collector.skip(row, PriceSkip::UnknownGpu, subject, fmt::format("the catalog holds no accelerator '{}' of this memory", isUtf8(name) ? name.substr(0, 60) : "?"),
                              {std::string(isUtf8(name) ? name.substr(0, 60) : "?")});
    raw.gpu = gpu;
    raw.gpus = static_cast<int>(count);
    if (instance.empty() && raw.provider == "gcp") {
        split.addAccelerator(name, raw.gpus, std::move(raw));
        return;
    }
    if (instance.empty())
        return collector.skip(row, PriceSkip::Unreadable, subject, "the row names no instance type");
    collector.add(std::move(raw));
}

} // namespace

bool tooMany(ByteStream &stream, const PriceCollector &collector)
{
    if (collector.isFull())
        stream.fail(ErrorCode::TooLarge, "the file has over a million GPU prices, the most that is imported");
    return collector.isFull();
}

void readSkyPilot(ByteStream &stream, PriceCollector &collector)
{
    collector.setDetail("SkyPilot catalog");
    CsvRecords csv(stream, ',');
    if (!csv.next())
        return;
    csv.takeHeader();
    const Columns at{csv.column("InstanceType"), csv.column("AcceleratorName"), csv.column("AcceleratorCount"), csv.column("GpuInfo"),
                     csv.column("Price"),        csv.column("SpotPrice"),       csv.column("Region"),           csv.column("AvailabilityZone")};
    if (at.count < 0 || at.price < 0 || at.region < 0)
        return stream.fail(ErrorCode::Syntax, "the header lacks one of the columns AcceleratorCount, Price and Region of a SkyPilot catalog", 1);
    SplitRows split;
    while (csv.next() && !tooMany(stream, collector)) {
        collector.countRow();
        readRow(csv, at, collector, split);
    }
    split.join(collector);
}

} // namespace headroom::core::price_reading
