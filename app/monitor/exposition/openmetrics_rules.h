// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exposition_types.h"

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace headroom::monitor {

// The rules of OpenMetrics 1.0 beyond its grammar: which sample names belong to which type, that a family, its groups and
// their timestamps stand together and in order, what buckets and counts may be. Fed line by line; each call gives the
// sentence about the first rule broken, or an empty string. What a family promises as a whole is told by the first line
// after it (or by finish()).
class OpenMetricsRules {
public:
    std::string type(std::string_view name, std::string_view typeText);
    std::string help(std::string_view name);
    std::string unit(std::string_view name, std::string_view unit);
    std::string sample(const SampleView &sample);
    std::string finish();

    // The type of the family that the last sample belongs to.
    static std::optional<MetricType> typeFromText(std::string_view text);

private:
    struct Histogram {
        bool open = false;
        std::string group;
        std::optional<double> timestamp;
        std::optional<double> bound;
        std::optional<double> count;
        double value = 0.0;
        bool negativeBuckets = false;
        bool hasSum = false;
        bool hasGsum = false;
        bool negativeGsum = false;
    };

    std::string descriptor(std::string_view name);
    std::string begin(std::string_view name);
    std::string endFamily();
    bool allows(std::string_view sampleName) const;
    std::string_view suffixOf(std::string_view sampleName) const { return sampleName.substr(m_name.size()); }
    std::string checkLabels(const SampleView &sample) const;
    std::string checkValue(const SampleView &sample) const;
    std::string checkGroup(const SampleView &sample);
    std::string addToHistogram(const SampleView &sample, const std::string &group);
    std::string closeHistogram() const;
    std::string groupOf(const SampleView &sample) const;

    bool m_inFamily = false;
    std::string m_name;
    MetricType m_type = MetricType::Unknown;
    bool m_hasType = false;
    bool m_hasHelp = false;
    bool m_hasUnit = false;
    std::string m_unit;
    bool m_hasSamples = false;
    bool m_hasGroup = false;
    std::string m_group;
    std::optional<double> m_groupTime;
    std::unordered_set<std::string> m_seenGroups;
    std::unordered_set<std::string> m_seriesOfGroup;
    std::unordered_set<std::string> m_seenNames;
    Histogram m_histogram;
};

} // namespace headroom::monitor
