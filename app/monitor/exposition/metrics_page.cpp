// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics_page.h"

#include "exposition_parser.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace headroom::monitor {
namespace {

struct Family {
    std::optional<MetricType> type;
    std::string unit;
    std::string help;
};

std::vector<std::pair<std::string, std::string>> owned(std::span<const LabelView> labels)
{
    std::vector<std::pair<std::string, std::string>> copy;
    copy.reserve(labels.size());
    for (const LabelView &label : labels)
        copy.emplace_back(label.name, label.value);
    return copy;
}

// Which suffixes a type gives to the samples of its family.
bool belongs(MetricType type, std::string_view suffix, ExpositionFormat format)
{
    const auto is = [suffix](std::initializer_list<std::string_view> names) { return std::ranges::find(names, suffix) != names.end(); };
    switch (type) {
    case MetricType::Counter: return format == ExpositionFormat::OpenMetrics && is({"_total", "_created"});
    case MetricType::Histogram: return is({"_bucket", "_count", "_sum", "_created"});
    case MetricType::GaugeHistogram: return is({"_bucket", "_gcount", "_gsum"});
    case MetricType::Summary: return is({"_count", "_sum", "_created"});
    case MetricType::Info: return is({"_info"});
    default: return false;
    }
}

class Collector final : public ExpositionVisitor {
public:
    explicit Collector(MetricsPage &page) : m_page(page) {}

    void type(std::string_view name, MetricType type) override { m_families[std::string(name)].type = type; }
    void help(std::string_view name, std::string_view text) override { m_families[std::string(name)].help = text; }
    void unit(std::string_view name, std::string_view unit) override { m_families[std::string(name)].unit = unit; }
    void error(const ExpositionError &error) override { m_page.errors.push_back(error); }

    void sample(const SampleView &sample) override
    {
        std::string key(sample.name);
        for (const LabelView &label : sample.labels)
            ((key += '\xff') += label.name) += '\xfe', key += label.value;
        const auto [place, isNew] = m_index.try_emplace(std::move(key), m_page.series.size());
        if (isNew) {
            PageSeries series;
            series.name = sample.name;
            series.labels = owned(sample.labels);
            m_page.series.push_back(std::move(series));
        }
        PageSeries &series = m_page.series[place->second];
        series.samples.push_back({sample.value, sample.timestampMs});
        if (sample.exemplar)
            series.exemplar = PageExemplar{owned(sample.exemplar->labels), sample.exemplar->value, sample.exemplar->timestampMs};
    }

    // TYPE and HELP may stand anywhere in the older format, so families are known at the end.
    void describe()
    {
        for (PageSeries &series : m_page.series) {
            const std::string name = familyOf(series.name);
            series.family = name;
            const auto family = m_families.find(name);
            if (family == m_families.end())
                continue;
            series.type = family->second.type.value_or(MetricType::Unknown);
            series.unit = family->second.unit;
            series.help = family->second.help;
        }
    }

private:
    std::string familyOf(const std::string &name) const
    {
        for (const std::string_view suffix : {"_bucket", "_count", "_sum", "_total", "_created", "_gcount", "_gsum", "_info"}) {
            if (!name.ends_with(suffix) || name.size() == suffix.size())
                continue;
            std::string base = name.substr(0, name.size() - suffix.size());
            const auto family = m_families.find(base);
            if (family != m_families.end() && family->second.type && belongs(*family->second.type, suffix, m_page.format))
                return base;
        }
        return name;
    }

    MetricsPage &m_page;
    std::unordered_map<std::string, Family> m_families;
    std::unordered_map<std::string, std::size_t> m_index;
};

} // namespace

MetricsPage readMetricsPage(std::string_view text, ExpositionFormat format, const ExpositionLimits &limits)
{
    MetricsPage page;
    page.format = format;
    Collector collector(page);
    ExpositionParser parser(format, collector, ExpositionParser::Rules::Check, limits);
    parser.feed(text);
    parser.finish();
    collector.describe();
    return page;
}

} // namespace headroom::monitor
