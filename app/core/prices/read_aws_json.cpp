// SPDX-License-Identifier: GPL-3.0-or-later
// The AWS price list of EC2 (offer file, JSON): products by SKU, then terms by SKU. Hundreds of MB, of which only the GPU
// instances' SKUs are kept.
#include "aws_terms.h"
#include "json_walk.h"
#include "readers.h"

#include <fmt/format.h>

#include <unordered_map>

namespace headroom::core::price_reading {
namespace {

class ListVisitor : public JsonVisitor {
public:
    ListVisitor(ByteStream &stream, PriceCollector &collector) : m_stream(stream), m_collector(collector) {}

    bool opens(const JsonPath &path) override
    {
        if (path.size() == 2 && path[0] == "products") {
            m_product.clear(++m_products);
            if (m_termsSeen)
                m_stream.fail(ErrorCode::Unsupported, "the terms stand before the products; the order of AWS's own files would be accepted");
            return !m_termsSeen;
        }
        if (path.size() == 1 && path[0] == "terms")
            m_termsSeen = true;
        if (path.size() == 4 && path[0] == "terms") {
            const auto found = m_instances.find(std::string(path[2]));
            m_instance = found == m_instances.end() ? nullptr : &found->second;
            m_term.clear();
            m_term.reserved = path[1] == "Reserved";
            if (path[1] != "OnDemand" && !m_term.reserved)
                m_instance = nullptr; // FlatRate and what may come
        }
        if (m_instance && path.size() == 6 && path[0] == "terms" && path[4] == "priceDimensions")
            m_dimension = {};
        return true;
    }

    bool closes(const JsonPath &path) override
    {
        if (path.size() == 2 && path[0] == "products") {
            m_collector.countRow();
            if (auto instance = rentedInstance(m_product, m_collector))
                m_instances.emplace(std::string(path[1]), *std::move(instance));
        } else if (m_instance && path[0] == "terms") {
            if (path.size() == 6 && path[4] == "priceDimensions")
                m_term.dimensions.push_back(m_dimension);
            else if (path.size() == 4)
                addAwsTerm(*m_instance, m_term, m_published, m_collector);
        }
        return !tooMany(m_stream, m_collector);
    }

    bool value(const JsonPath &path, std::string_view text, bool) override
    {
        if (path[0] == "products")
            return productValue(path, text);
        if (m_instance && path[0] == "terms") {
            termValue(path, text);
            return true;
        }
        if (path.size() == 1 && path[0] == "publicationDate") {
            m_published = isoDateOf(text);
            m_collector.setFileDate(m_published);
        }
        return true;
    }

private:
    bool productValue(const JsonPath &path, std::string_view text)
    {
        if (path.size() == 3 && path[2] == "productFamily")
            m_product.family = text;
        if (path.size() != 4 || path[2] != "attributes")
            return true;
        const std::string_view key = path[3];
        if (key == "instanceType")
            m_product.instance = text;
        else if (key == "regionCode")
            m_product.region = text;
        else if (key == "gpu")
            m_product.gpus = text;
        else if (key == "operatingSystem")
            m_product.system = text;
        else if (key == "preInstalledSw")
            m_product.software = text;
        else if (key == "tenancy")
            m_product.tenancy = text;
        else if (key == "capacitystatus")
            m_product.capacity = text;
        else if (key == "marketoption")
            m_product.market = text;
        return true;
    }

    void termValue(const JsonPath &path, std::string_view text)
    {
        if (path.size() == 5 && path[4] == "effectiveDate") {
            m_term.effective = text;
        } else if (path.size() == 6 && path[4] == "termAttributes") {
            if (path[5] == "LeaseContractLength")
                m_term.length = text;
            else if (path[5] == "PurchaseOption")
                m_term.option = text;
            else if (path[5] == "OfferingClass")
                m_term.offeringClass = text;
        } else if (path.size() == 7 && path[4] == "priceDimensions" && path[6] == "unit") {
            m_dimension.unit = text;
        } else if (path.size() == 8 && path[6] == "pricePerUnit") {
            m_dimension.currency = path[7];
            m_dimension.amount = text;
        }
    }

    ByteStream &m_stream;
    PriceCollector &m_collector;
    std::uint64_t m_products = 0;
    bool m_termsSeen = false;
    std::string m_published;
    AwsProduct m_product;
    std::unordered_map<std::string, AwsInstance> m_instances;   // by SKU
    const AwsInstance *m_instance = nullptr;                    // of the term that is read
    AwsTerm m_term;
    AwsTerm::Dimension m_dimension;
};

// Savings Plans (JSON): terms with a list of rates each.
class PlansVisitor : public JsonVisitor {
public:
    PlansVisitor(ByteStream &stream, PriceCollector &collector) : m_stream(stream), m_collector(collector) {}

    bool opens(const JsonPath &path) override
    {
        if (isTerm(path)) {
            m_description.clear();
            m_duration.clear();
            m_rates.clear();
        } else if (path.size() == 5 && inRates(path)) {
            m_rate = {};
            m_rate.row = ++m_row;
        }
        return true;
    }

    bool closes(const JsonPath &path) override
    {
        if (path.size() == 5 && inRates(path)) {
            m_collector.countRow();
            keepRate();
        } else if (isTerm(path)) {
            addRates();
        }
        return !tooMany(m_stream, m_collector);
    }

    bool value(const JsonPath &path, std::string_view text, bool) override
    {
        if (path.size() == 1 && path[0] == "publicationDate")
            m_collector.setFileDate(text);
        else if (path.size() == 1 && path[0] == "regionCode")
            m_region = text;
        else if (path.size() == 4 && path[1] == "savingsPlan" && path[3] == "description")
            m_description = text;
        else if (path.size() == 5 && path[3] == "leaseContractLength" && path[4] == "duration")
            m_duration = text;
        else if (path.size() >= 6 && inRates(path))
            rateValue(path, text);
        return true;
    }

private:
    struct Rate {
        std::uint64_t row = 0;
        std::string usage, operation, region, unit, amount, currency;
    };

    static bool isTerm(const JsonPath &path) { return path.size() == 3 && path[0] == "terms" && path[1] == "savingsPlan"; }
    static bool inRates(const JsonPath &path) { return path[0] == "terms" && path[1] == "savingsPlan" && path[3] == "rates"; }

    void rateValue(const JsonPath &path, std::string_view text)
    {
        if (path.size() == 7 && path[5] == "discountedRate")
            (path[6] == "price" ? m_rate.amount : m_rate.currency) = text;
        else if (path[5] == "discountedUsageType")
            m_rate.usage = text;
        else if (path[5] == "discountedOperation")
            m_rate.operation = text;
        else if (path[5] == "discountedRegionCode")
            m_rate.region = text;
        else if (path[5] == "unit")
            m_rate.unit = text;
    }

    void keepRate()
    {
        const std::string_view instance = instanceOfUsage(m_rate.usage);
        if (instance.empty() || m_rate.operation != "RunInstances")
            return m_collector.skip(m_rate.row, PriceSkip::OtherProduct, {}, "not plain Linux on shared hardware");
        if (!m_collector.gpuNames().ofInstance("aws", instance))
            return m_collector.skip(m_rate.row, PriceSkip::NoGpu, std::string(instance), "no GPU in it that the catalog knows");
        m_rates.push_back(m_rate);
    }

    void addRates()
    {
        const auto term = awsTerm(m_duration);
        for (const Rate &rate : m_rates) {
            const std::string instance(instanceOfUsage(rate.usage));
            const std::string &region = rate.region.empty() ? m_region : rate.region;
            const std::string subject = fmt::format("aws {} {}", instance, region);
            const auto currency = parseCurrency(rate.currency.empty() ? "USD" : rate.currency);
            if (!term || rate.unit != "Hrs") {
                m_collector.skip(rate.row, PriceSkip::NotHourly, subject, fmt::format("{}: not a rate per hour for one or three years", subject));
                continue;
            }
            if (!currency) {
                m_collector.skip(rate.row, PriceSkip::UnknownCurrency, subject, fmt::format("{}: the currency '{}' is not one of USD, CNY and EUR", subject, rate.currency.substr(0, 10)),
                                 {rate.currency.substr(0, 10)});
                continue;
            }
            RawPrice raw;
            raw.row = rate.row;
            raw.provider = awsProvider(region);
            raw.region = region;
            raw.zone = m_description;
            raw.instance = instance;
            const auto type = m_collector.gpuNames().ofInstance(raw.provider, instance);
            raw.gpu = type->gpu;
            raw.gpus = type->count;
            raw.detail = isPlainText(m_description) ? m_description : "Savings Plan";
            if (auto price = m_collector.price(rate.row, *currency, rate.amount, subject, commitmentId(*term).data())) {
                raw.prices[static_cast<std::size_t>(*term)] = price;
                m_collector.add(std::move(raw));
            }
        }
    }

    ByteStream &m_stream;
    PriceCollector &m_collector;
    std::uint64_t m_row = 0;
    std::string m_region, m_description, m_duration;
    Rate m_rate;
    std::vector<Rate> m_rates;   // of the term that is read
};

} // namespace

void readAwsListJson(ByteStream &stream, PriceCollector &collector)
{
    collector.setDetail("AWS price list");
    ListVisitor visitor(stream, collector);
    walkJson(stream, visitor);
}

void readAwsSavingsPlansJson(ByteStream &stream, PriceCollector &collector)
{
    collector.setDetail("AWS Savings Plans");
    PlansVisitor visitor(stream, collector);
    walkJson(stream, visitor);
}

} // namespace headroom::core::price_reading
