// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exposition_types.h"

#include <string>
#include <string_view>
#include <vector>

namespace headroom::monitor {

// Reads the line of one sample, and quoted names. Reuses its buffers: views into the last line die with the next one.
class SampleLine {
public:
    SampleLine(ExpositionFormat format, const ExpositionLimits &limits) : m_format(format), m_limits(limits) {}

    // False: error() and errorColumn() (0-based) say why.
    bool read(std::string_view line);
    const SampleView &sample() const { return m_sample; }

    const std::string &error() const { return m_error; }
    std::size_t errorColumn() const { return m_errorColumn; }

    // A metric name at `at`, plain or quoted; moves `at` behind it. Empty: none there, or a bad one.
    std::string_view metricName(std::string_view line, std::size_t &at);

private:
    bool readLabels(std::vector<LabelView> &labels, std::string_view *quotedName);
    bool readLabelValue(std::string_view &value);
    bool readQuoted(std::string_view &value, const char *what);
    bool readRest();
    bool readExemplar();
    std::string_view word();
    void skipBlanks();
    bool checkLabel(const std::vector<LabelView> &labels, const LabelView &label, std::size_t column);
    bool fail(std::size_t column, std::string text);
    bool strict() const { return m_format == ExpositionFormat::OpenMetrics; }
    bool at(char c) const { return m_at < m_line.size() && m_line[m_at] == c; }

    ExpositionFormat m_format;
    ExpositionLimits m_limits;
    std::string_view m_line;
    std::size_t m_at = 0;
    std::string m_lastName;
    std::string m_unescaped; // holds the values that had escapes; never grows beyond the line, so views stay valid
    std::vector<LabelView> m_labels;
    std::vector<LabelView> m_exemplarLabels;
    ExemplarView m_exemplar;
    SampleView m_sample;
    std::string m_error;
    std::size_t m_errorColumn = 0;
};

} // namespace headroom::monitor
