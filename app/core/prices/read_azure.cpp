// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of the Azure Retail Prices API: one page, or a list of pages. A reservation's price is that of the whole term.
#include "json_walk.h"
#include "readers.h"

#include <core/prices/freshness.h>

#include <fmt/format.h>

#include <map>

namespace headroom::core::price_reading {
namespace {

struct Item {
    std::uint64_t row = 0;
    std::string currency, price, region, sku, skuName, product, type, term, unit, effective, service;
    std::vector<std::pair<std::string, std::string>> plans;   // term and hourly price of a savings plan

    bool holds(const std::string &text, std::string_view word) const { return lower(text).find(word) != std::string::npos; }
};

class RetailVisitor : public JsonVisitor {
public:
    RetailVisitor(ByteStream &stream, PriceCollector &collector) : m_stream(stream), m_collector(collector) {}

    bool opens(const JsonPath &path) override
    {
        if (path.size() == 0 || (path.size() == 1 && path[0] != "Items"))
            m_more = false; // a page begins
        m_level = itemsLevel(path);
        if (m_level && path.size() == *m_level + 2) {
            m_item = {};
            m_item.row = ++m_row;
        } else if (m_level && path.size() == *m_level + 4 && path[*m_level + 2] == "savingsPlan") {
            m_item.plans.emplace_back();
        }
        return true;
    }

    bool closes(const JsonPath &path) override
    {
        m_level = itemsLevel(path);
        if (m_level && path.size() == *m_level + 2) {
            m_collector.countRow();
            take();
        }
        return !tooMany(m_stream, m_collector);
    }

    bool value(const JsonPath &path, std::string_view text, bool) override
    {
        if (path.size() > 0 && path.size() <= 2 && path[path.size() - 1] == "NextPageLink")
            m_more = !text.empty(); // of a list of pages the last one counts
        if (!m_level)
            return true;
        if (path.size() == *m_level + 3) {
            constexpr std::pair<std::string_view, std::string Item::*> kFields[] = {
                {"currencyCode", &Item::currency}, {"retailPrice", &Item::price}, {"armRegionName", &Item::region}, {"armSkuName", &Item::sku},
                {"skuName", &Item::skuName},       {"productName", &Item::product}, {"type", &Item::type},          {"reservationTerm", &Item::term},
                {"unitOfMeasure", &Item::unit},    {"effectiveStartDate", &Item::effective}, {"serviceName", &Item::service}};
            for (const auto &[name, field] : kFields)
                if (path[*m_level + 2] == name)
                    m_item.*field = text;
        } else if (path.size() == *m_level + 5 && path[*m_level + 2] == "savingsPlan" && !m_item.plans.empty()) {
            if (path[*m_level + 4] == "term")
                m_item.plans.back().first = text;
            else if (path[*m_level + 4] == "retailPrice")
                m_item.plans.back().second = text;
        }
        return true;
    }

    // Of several meters of one thing the newest in force counts.
    void finish()
    {
        for (auto &[key, raw] : m_newest)
            m_collector.add(std::move(raw));
        if (m_more)
            m_collector.doubt(m_row, PriceDoubt::MorePages, "azure", "this is one page of a longer list: it names a page that follows and is not in the file");
    }

private:
    // The level of "Items": the root's, or that of a page in a list.
    static std::optional<std::size_t> itemsLevel(const JsonPath &path)
    {
        for (std::size_t level = 0; level < 2 && level < path.size(); ++level)
            if (path[level] == "Items")
                return level;
        return std::nullopt;
    }

    void take()
    {
        const std::string subject = fmt::format("azure {} {}", m_item.sku, m_item.region);
        const auto other = [&](const char *what) { m_collector.skip(m_item.row, PriceSkip::OtherProduct, subject, fmt::format("{}: {}", subject, what)); };
        if (!m_item.service.empty() && m_item.service != "Virtual Machines")
            return other("not a virtual machine");
        const auto type = m_collector.gpuNames().ofInstance("azure", m_item.sku);
        if (!type)
            return m_collector.skip(m_item.row, PriceSkip::NoGpu, m_item.sku, "no GPU in it that the catalog knows");
        if (m_item.holds(m_item.product, "windows"))
            return other("with Windows");
        if (m_item.holds(m_item.product, "cloud services") || m_item.holds(m_item.product, "cloudservices"))
            return other("a cloud service");
        if (m_item.holds(m_item.skuName, "low priority"))
            return other("low priority, which is offered no more");
        const bool reserved = m_item.type == "Reservation";
        if (!reserved && m_item.type != "Consumption")
            return other("a price that is not for everyone (DevTest)");
        if (!m_item.unit.starts_with("1 Hour"))
            return m_collector.skip(m_item.row, PriceSkip::NotHourly, subject, fmt::format("{}: priced per {}", subject, m_item.unit.substr(0, 20)), {m_item.unit.substr(0, 20)});
        const auto currency = parseCurrency(m_item.currency);
        if (!currency)
            return m_collector.skip(m_item.row, PriceSkip::UnknownCurrency, subject, fmt::format("{}: the currency '{}' is not one of USD, CNY and EUR", subject, m_item.currency.substr(0, 10)),
                                    {m_item.currency.substr(0, 10)});
        Commitment commitment = m_item.holds(m_item.skuName, "spot") ? Commitment::Spot : Commitment::OnDemand;
        std::optional<Money> price;
        if (reserved) {
            const int years = m_item.term.starts_with('1') ? 1 : m_item.term.starts_with('3') ? 3 : 0;
            if (years == 0)
                return other("a reservation for neither one nor three years");
            commitment = years == 1 ? Commitment::OneYear : Commitment::ThreeYears;
            const auto point = m_item.price.find('.');
            const auto total = Money::parse(*currency, point == std::string::npos ? m_item.price : m_item.price.substr(0, point + 7));
            if (!total || total->micros() <= 0)
                return m_collector.skip(m_item.row, PriceSkip::Unreadable, subject, fmt::format("{}: the price '{}' is no amount", subject, m_item.price.substr(0, 40)));
            price = total->times(1, static_cast<std::int64_t>(years) * 8760);
        } else {
            price = m_collector.price(m_item.row, *currency, m_item.price, subject, commitment == Commitment::Spot ? "spot" : "on-demand");
        }
        if (price)
            keep(commitment, *price, *type, reserved ? "reservation" : "");
        for (const auto &[term, rate] : m_item.plans)
            if (const auto plan = parseAmount(*currency, rate); plan.usable() && commitment == Commitment::OnDemand && (term.starts_with('1') || term.starts_with('3')))
                keep(term.starts_with('1') ? Commitment::OneYear : Commitment::ThreeYears, plan.money, *type, "savings plan");
    }

    void keep(Commitment commitment, const Money &price, const InstanceGpus &type, std::string detail)
    {
        RawPrice raw;
        raw.row = m_item.row;
        raw.provider = "azure";
        raw.region = m_item.region;
        raw.instance = m_item.sku;
        raw.gpu = type.gpu;
        raw.gpus = type.count;
        raw.detail = detail;
        raw.zone = std::move(detail); // a reservation and a savings plan are two ways to commit: the lower counts
        raw.prices[static_cast<std::size_t>(commitment)] = price;
        const std::string effective = isoDateOf(m_item.effective);
        const auto age = ageInDays(effective, m_collector.options().today);
        const bool future = age && *age < 0;
        if (future)
            raw.asOf = effective;
        auto &newest = m_newest[{raw.region + "/" + raw.instance, static_cast<int>(commitment), raw.zone, future}];
        if (!newest.gpu || m_effective[&newest] <= effective) {
            newest = std::move(raw);
            m_effective[&newest] = effective;
        }
    }

    ByteStream &m_stream;
    PriceCollector &m_collector;
    std::uint64_t m_row = 0;
    bool m_more = false;
    std::optional<std::size_t> m_level;
    Item m_item;
    std::map<std::tuple<std::string, int, std::string, bool>, RawPrice> m_newest;
    std::map<const RawPrice *, std::string> m_effective;
};

// {region: {instance: price}}, as the initial prices of Karpenter's Alibaba provider are written.
class RegionsVisitor : public JsonVisitor {
public:
    RegionsVisitor(ByteStream &stream, PriceCollector &collector) : m_stream(stream), m_collector(collector) {}

    bool opens(const JsonPath &path) override
    {
        if (path.size() <= 1)
            return true;
        m_stream.fail(ErrorCode::Syntax, "a price list of the form {\"region\": {\"instance\": price}} would be accepted; this JSON is none of the known price lists");
        return false;
    }

    bool value(const JsonPath &path, std::string_view text, bool isNumber) override
    {
        if (path.size() != 2 || path[0].empty() || path[1].empty()) {
            m_stream.fail(ErrorCode::Syntax, "this JSON is none of the known price lists; those of AWS, Azure (retail prices) and Alibaba would be accepted");
            return false;
        }
        m_collector.countRow();
        RawPrice raw;
        raw.row = ++m_row;
        raw.provider = m_collector.options().provider.empty() ? "alibaba" : m_collector.options().provider;
        raw.region = path[0];
        raw.instance = path[1];
        const std::string subject = fmt::format("{} {} {}", raw.provider, raw.instance, raw.region);
        const auto type = m_collector.gpuNames().ofInstance(raw.provider, raw.instance);
        if (!type) {
            m_collector.skip(raw.row, PriceSkip::UnknownGpu, raw.instance, fmt::format("{}: which GPUs it holds is not known", isUtf8(raw.instance) ? raw.instance.substr(0, 100) : "?"), {raw.instance});
            return true;
        }
        if (!isNumber && text == "null")
            return true;
        raw.gpu = type->gpu;
        raw.gpus = type->count;
        raw.prices[0] = m_collector.price(raw.row, m_collector.options().currency.value_or(Currency::CNY), text, subject, "on-demand");
        if (raw.prices[0])
            m_collector.add(std::move(raw));
        else
            m_collector.skip(raw.row, PriceSkip::NoPrice, subject, subject + ": no price");
        return !tooMany(m_stream, m_collector);
    }

private:
    ByteStream &m_stream;
    PriceCollector &m_collector;
    std::uint64_t m_row = 0;
};

} // namespace

void readAzureRetail(ByteStream &stream, PriceCollector &collector)
{
    collector.setDetail("Azure retail prices");
    RetailVisitor visitor(stream, collector);
    walkJson(stream, visitor);
    if (!stream.error())
        visitor.finish();
}

void readAlibaba(ByteStream &stream, PriceCollector &collector)
{
    collector.setDetail(collector.options().currency ? "prices by region" : "prices by region; CNY assumed, the file names no currency");
    RegionsVisitor visitor(stream, collector);
    walkJson(stream, visitor);
}

} // namespace headroom::core::price_reading
