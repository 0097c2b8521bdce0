// SPDX-License-Identifier: GPL-3.0-or-later
#include "openmetrics_rules.h"

#include "numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

namespace headroom::monitor {
namespace {

std::span<const std::string_view> suffixes(MetricType type)
{
    static constexpr std::array<std::string_view, 2> kCounter{"_total", "_created"};
    static constexpr std::array<std::string_view, 4> kSummary{"", "_count", "_sum", "_created"};
    static constexpr std::array<std::string_view, 4> kHistogram{"_bucket", "_count", "_sum", "_created"};
    static constexpr std::array<std::string_view, 3> kGaugeHistogram{"_bucket", "_gcount", "_gsum"};
    static constexpr std::array<std::string_view, 1> kInfo{"_info"};
    static constexpr std::array<std::string_view, 1> kPlain{""};
    switch (type) {
    case MetricType::Counter: return kCounter;
    case MetricType::Summary: return kSummary;
    case MetricType::Histogram: return kHistogram;
    case MetricType::GaugeHistogram: return kGaugeHistogram;
    case MetricType::Info: return kInfo;
    default: return kPlain;
    }
}

const LabelView *find(const SampleView &sample, std::string_view name)
{
    const auto found = std::ranges::find(sample.labels, name, &LabelView::name);
    return found == sample.labels.end() ? nullptr : &*found;
}

// The labels in an order of their own, without one of them: equal texts are equal label sets.
std::string labelsText(const SampleView &sample, std::string_view without)
{
    std::vector<LabelView> labels;
    for (const LabelView &label : sample.labels)
        if (label.name != without)
            labels.push_back(label);
    std::ranges::sort(labels, {}, &LabelView::name);
    std::string text;
    for (const LabelView &label : labels) {
        text += label.name;
        text += '\xff'; // no part of UTF-8
        text += label.value;
        text += '\xfe';
    }
    return text;
}

// Infinity has one spelling where it is a label; other numbers have several.
bool isCanonicalBound(std::string_view text)
{
    const auto value = parseMetricNumber(text);
    return value && !std::isnan(*value) && (!std::isinf(*value) || *value < 0 || text == "+Inf");
}

bool isWhole(double value)
{
    return std::isfinite(value) && value == std::floor(value);
}

} // namespace

std::optional<MetricType> OpenMetricsRules::typeFromText(std::string_view text)
{
    for (const MetricType type : {MetricType::Unknown, MetricType::Counter, MetricType::Gauge, MetricType::Histogram, MetricType::GaugeHistogram,
             MetricType::Summary, MetricType::Info, MetricType::StateSet})
        if (metricTypeName(type) == text)
            return type;
    return std::nullopt;
}

std::string OpenMetricsRules::descriptor(std::string_view name)
{
    if (m_inFamily && m_name == name)
        return m_hasSamples ? "HELP, TYPE and UNIT must stand before the samples of their metric" : std::string();
    return begin(name);
}

std::string OpenMetricsRules::begin(std::string_view name)
{
    std::string problem = endFamily();
    m_inFamily = true;
    m_name = name;
    m_type = MetricType::Unknown;
    m_hasType = m_hasHelp = m_hasUnit = m_hasSamples = m_hasGroup = false;
    m_unit.clear();
    m_groupTime.reset();
    m_seenGroups.clear();
    m_seriesOfGroup.clear();
    m_histogram = {};
    return problem;
}

std::string OpenMetricsRules::type(std::string_view name, std::string_view typeText)
{
    std::string problem = descriptor(name);
    if (!problem.empty())
        return problem;
    if (std::exchange(m_hasType, true))
        return "a second TYPE for the metric '" + m_name + "'";
    const auto type = typeFromText(typeText);
    if (!type)
        return "unknown type; counter, gauge, histogram, gaugehistogram, summary, info, stateset or unknown would be accepted";
    m_type = *type;
    return {};
}

std::string OpenMetricsRules::help(std::string_view name)
{
    std::string problem = descriptor(name);
    if (problem.empty() && std::exchange(m_hasHelp, true))
        return "a second HELP for the metric '" + m_name + "'";
    return problem;
}

std::string OpenMetricsRules::unit(std::string_view name, std::string_view unit)
{
    std::string problem = descriptor(name);
    if (!problem.empty())
        return problem;
    if (std::exchange(m_hasUnit, true))
        return "a second UNIT for the metric '" + m_name + "'";
    m_unit = unit;
    return {};
}

bool OpenMetricsRules::allows(std::string_view sampleName) const
{
    return m_inFamily && sampleName.starts_with(m_name) && std::ranges::find(suffixes(m_type), suffixOf(sampleName)) != suffixes(m_type).end();
}

std::string OpenMetricsRules::sample(const SampleView &sample)
{
    if (!allows(sample.name)) {
        std::string problem = begin(sample.name);
        if (!problem.empty())
            return problem;
    }
    std::string problem = checkLabels(sample);
    if (problem.empty())
        problem = checkGroup(sample);
    if (problem.empty())
        problem = checkValue(sample);
    m_hasSamples = true;
    return problem;
}

std::string OpenMetricsRules::checkLabels(const SampleView &sample) const
{
    const std::string_view suffix = suffixOf(sample.name);
    if (m_type == MetricType::StateSet && !find(sample, m_name))
        return "a stateset's sample needs the label '" + m_name + "'";
    if (suffix == "_bucket") {
        const LabelView *le = find(sample, "le");
        if (!le || !isCanonicalBound(le->value))
            return "a bucket needs the label le with a number or +Inf";
    }
    if (m_type == MetricType::Summary && suffix.empty()) {
        const LabelView *quantile = find(sample, "quantile");
        const auto value = quantile ? parseMetricNumber(quantile->value) : std::nullopt;
        if (!value || !(*value >= 0.0 && *value <= 1.0))
            return "a summary's sample needs the label quantile with a number from 0 to 1";
    }
    return {};
}

std::string OpenMetricsRules::checkValue(const SampleView &sample) const
{
    const std::string_view suffix = suffixOf(sample.name);
    const double value = sample.value;
    const auto is = [suffix](std::initializer_list<std::string_view> names) { return std::ranges::find(names, suffix) != names.end(); };
    if (is({"_bucket", "_count", "_gcount"}) && !isWhole(value))
        return "buckets and counts must be whole numbers";
    if (m_type == MetricType::StateSet && value != 0.0 && value != 1.0)
        return "a stateset's value must be 0 or 1";
    if (m_type == MetricType::Info && value != 1.0)
        return "an info's value must be 1";
    if (m_type == MetricType::Summary && suffix.empty() && value < 0.0)
        return "a quantile must not be negative";
    if (is({"_total", "_sum", "_count", "_bucket", "_gcount", "_gsum"}) && std::isnan(value))
        return "counters, sums and counts must not be NaN";
    if (is({"_total", "_sum", "_count", "_bucket", "_gcount"}) && value < 0.0)
        return "counters, sums and counts must not be negative";
    if (sample.exemplar) {
        const bool bucket = (m_type == MetricType::Histogram || m_type == MetricType::GaugeHistogram) && suffix == "_bucket";
        if (!bucket && !(m_type == MetricType::Counter && suffix == "_total"))
            return "only the buckets of a histogram and the total of a counter may have an exemplar";
    }
    return {};
}

std::string OpenMetricsRules::groupOf(const SampleView &sample) const
{
    const std::string_view suffix = suffixOf(sample.name);
    if (m_type == MetricType::Info)
        return {}; // the groups of an info cannot be told apart
    if (m_type == MetricType::Summary && suffix.empty())
        return labelsText(sample, "quantile");
    if (m_type == MetricType::StateSet)
        return labelsText(sample, m_name);
    if ((m_type == MetricType::Histogram || m_type == MetricType::GaugeHistogram) && suffix == "_bucket")
        return labelsText(sample, "le");
    return labelsText(sample, {});
}

std::string OpenMetricsRules::checkGroup(const SampleView &sample)
{
    std::string group = groupOf(sample);
    const bool same = m_hasGroup && group == m_group;
    if (m_hasGroup && !same && m_seenGroups.contains(group))
        return "the samples of one label set must stand together";
    if (same) {
        if (sample.timestampMs.has_value() != m_groupTime.has_value())
            return "samples with and without a timestamp in one group";
        if (m_groupTime && *m_groupTime > *sample.timestampMs && m_type != MetricType::Info)
            return "the timestamps of a group must not go backwards";
    } else {
        m_seriesOfGroup.clear();
    }
    const bool sameTime = same && m_groupTime == sample.timestampMs;
    const bool isNew = m_seriesOfGroup.insert(std::string(sample.name) + '\xfd' + labelsText(sample, {})).second;
    m_hasGroup = true;
    m_group = group;
    m_groupTime = sample.timestampMs;
    m_seenGroups.insert(group);
    // The same series at the same (coarse) time again: a duplicate that the format allows.
    if (!isNew && sameTime)
        return {};
    if (m_type == MetricType::Histogram || m_type == MetricType::GaugeHistogram)
        return addToHistogram(sample, suffixOf(sample.name) == "_bucket" ? group : labelsText(sample, {}));
    return {};
}

std::string OpenMetricsRules::addToHistogram(const SampleView &sample, const std::string &group)
{
    Histogram &h = m_histogram;
    if (!h.open || h.group != group || h.timestamp != sample.timestampMs) {
        std::string problem = closeHistogram();
        h = {};
        h.open = true;
        h.group = group;
        h.timestamp = sample.timestampMs;
        if (!problem.empty())
            return problem;
    }
    const std::string_view suffix = suffixOf(sample.name);
    if (suffix == "_bucket") {
        const double bound = *parseMetricNumber(find(sample, "le")->value);
        h.negativeBuckets = h.negativeBuckets || bound < 0.0;
        if (h.bound && bound <= *h.bound)
            return "buckets must stand in the order of their bounds";
        if (sample.value < h.value)
            return "a bucket must not hold less than the one below it";
        h.bound = bound;
        h.value = sample.value;
    } else if (suffix == "_count" || suffix == "_gcount") {
        h.count = sample.value;
    } else if (suffix == "_sum") {
        h.hasSum = true;
    } else if (suffix == "_gsum") {
        h.hasGsum = true;
        h.negativeGsum = sample.value < 0.0;
    }
    return {};
}

std::string OpenMetricsRules::closeHistogram() const
{
    const Histogram &h = m_histogram;
    if (!h.open)
        return {};
    const std::string of = " of the histogram '" + m_name + "'";
    if (!h.bound || *h.bound != std::numeric_limits<double>::infinity())
        return "the bucket +Inf" + of + " is missing";
    if (h.count && *h.count != h.value)
        return "the count" + of + " differs from its bucket +Inf";
    if ((h.hasSum || h.hasGsum) && !h.count)
        return "a sum" + of + " needs a count beside it";
    if (!h.hasSum && !h.hasGsum && h.count)
        return "a count" + of + " needs a sum beside it";
    if (h.negativeBuckets && h.hasSum)
        return "a sum" + of + " cannot stand beside buckets below zero";
    if (!h.negativeBuckets && h.negativeGsum)
        return "a negative sum" + of + " cannot stand beside buckets above zero";
    return {};
}

std::string OpenMetricsRules::endFamily()
{
    if (!m_inFamily)
        return {};
    m_inFamily = false;
    std::vector<std::string_view> ends(suffixes(m_type).begin(), suffixes(m_type).end());
    if (std::ranges::find(ends, std::string_view()) == ends.end())
        ends.emplace_back();
    std::string problem;
    for (const std::string_view end : ends)
        if (!m_seenNames.insert(m_name + std::string(end)).second && problem.empty())
            problem = "the name '" + m_name + std::string(end) + "' belongs to an earlier metric too";
    if (!problem.empty())
        return problem;
    if (!m_unit.empty() && !m_name.ends_with("_" + m_unit))
        return "the metric '" + m_name + "' must end in its unit, _" + m_unit;
    if (!m_unit.empty() && (m_type == MetricType::Info || m_type == MetricType::StateSet))
        return "the metric '" + m_name + "' may have no unit: it is of type " + std::string(metricTypeName(m_type));
    if (m_type == MetricType::Histogram || m_type == MetricType::GaugeHistogram)
        return closeHistogram();
    return {};
}

std::string OpenMetricsRules::finish()
{
    return endFamily();
}

} // namespace headroom::monitor
