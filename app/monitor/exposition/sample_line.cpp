// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_line.h"

#include "characters.h"
#include "numbers.h"

#include <algorithm>

namespace headroom::monitor {
namespace {

constexpr std::size_t kExemplarCharacters = 128;

} // namespace

bool SampleLine::fail(std::size_t column, std::string text)
{
    m_errorColumn = column;
    m_error = std::move(text);
    return false;
}

void SampleLine::skipBlanks()
{
    while (m_at < m_line.size() && isOf(m_line[m_at], kBlank))
        ++m_at;
}

// What stands up to the next blank; moves behind it.
std::string_view SampleLine::word()
{
    const std::size_t start = m_at;
    while (m_at < m_line.size() && m_line[m_at] != ' ' && (strict() || m_line[m_at] != '\t'))
        ++m_at;
    return m_line.substr(start, m_at - start);
}

std::string_view SampleLine::metricName(std::string_view line, std::size_t &at)
{
    m_line = line;
    m_at = at;
    std::string_view name;
    if (m_at < line.size() && line[m_at] == '"') {
        m_unescaped.clear();
        m_unescaped.reserve(line.size());
        if (!readQuoted(name, "name"))
            name = {};
    } else if (m_at < line.size() && isOf(line[m_at], kNameStart)) {
        const std::size_t start = m_at;
        while (m_at < line.size() && isOf(line[m_at], kNamePart))
            ++m_at;
        name = line.substr(start, m_at - start);
    }
    at = m_at;
    return name;
}

bool SampleLine::read(std::string_view line)
{
    m_line = line;
    m_at = 0;
    m_unescaped.clear();
    m_labels.clear();
    m_sample.exemplar = nullptr;
    m_sample.timestampMs.reset();
    if (!strict())
        skipBlanks();
    const std::size_t nameStart = m_at;
    // The next line mostly tells of the same metric.
    if (!m_lastName.empty() && m_line.substr(m_at).starts_with(m_lastName))
        m_at += m_lastName.size();
    while (m_at < m_line.size() && isOf(m_line[m_at], m_at == nameStart ? kNameStart : kNamePart))
        ++m_at;
    m_sample.name = m_line.substr(nameStart, m_at - nameStart);
    if (m_sample.name != m_lastName)
        m_lastName = m_sample.name;
    if (!strict())
        skipBlanks();
    if (at('{')) {
        ++m_at;
        std::string_view quoted;
        if (!readLabels(m_labels, m_sample.name.empty() ? &quoted : nullptr))
            return false;
        if (m_sample.name.empty())
            m_sample.name = quoted;
    }
    if (m_sample.name.empty())
        return fail(nameStart, "no metric name; letters, digits, '_' and ':' would be accepted, beginning with no digit");
    m_sample.labels = m_labels;
    return readRest();
}

// Value, timestamp and exemplar. Strict: a single blank before each.
bool SampleLine::readRest()
{
    if (strict()) {
        if (!at(' '))
            return fail(m_at, "one space and a value must follow the name or its labels");
        ++m_at;
    } else {
        skipBlanks();
    }
    const std::size_t valueStart = m_at;
    const auto value = parseMetricNumber(word());
    if (!value)
        return fail(valueStart, "not a value: '" + std::string(m_line.substr(valueStart, std::min<std::size_t>(m_at - valueStart, 40))) + "'; a decimal number, NaN, +Inf or -Inf would be accepted");
    m_sample.value = *value;
    if (strict()) {
        if (m_at == m_line.size())
            return true;
        ++m_at;
        if (at('#'))
            return readExemplar();
    } else {
        skipBlanks();
        if (m_at == m_line.size())
            return true;
    }
    const std::size_t timeStart = m_at;
    const std::string_view time = word();
    m_sample.timestampMs = strict() ? parseTimestampSeconds(time) : parseTimestampMs(time);
    if (!m_sample.timestampMs)
        return fail(timeStart, strict() ? "not a timestamp; seconds since 1970 would be accepted" : "not a timestamp; whole milliseconds since 1970 would be accepted");
    if (!strict())
        skipBlanks();
    if (m_at == m_line.size())
        return true;
    if (strict() && m_line.substr(m_at).starts_with(" #")) {
        ++m_at;
        return readExemplar();
    }
    return fail(m_at, "nothing but the end of the line may follow here");
}

// "# {labels} value [timestamp]", OpenMetrics only.
bool SampleLine::readExemplar()
{
    const std::size_t start = m_at;
    if (!m_line.substr(m_at).starts_with("# {"))
        return fail(m_at, "not an exemplar; '# {labels} value' would be accepted");
    m_at += 3;
    m_exemplarLabels.clear();
    if (!readLabels(m_exemplarLabels, nullptr))
        return false;
    std::size_t length = 0;
    for (const LabelView &label : m_exemplarLabels)
        length += utf8Length(label.name) + utf8Length(label.value);
    if (length > kExemplarCharacters)
        return fail(start, "the exemplar's labels have " + std::to_string(length) + " characters; at most 128 would be accepted");
    if (!at(' '))
        return fail(m_at, "one space and a value must follow the exemplar's labels");
    ++m_at;
    const std::size_t valueStart = m_at;
    const auto value = parseMetricNumber(word());
    if (!value)
        return fail(valueStart, "the exemplar has no value; a number would be accepted");
    m_exemplar.labels = m_exemplarLabels;
    m_exemplar.value = *value;
    m_exemplar.timestampMs.reset();
    if (m_at < m_line.size()) {
        ++m_at;
        const std::size_t timeStart = m_at;
        m_exemplar.timestampMs = parseTimestampSeconds(m_line.substr(m_at));
        if (!m_exemplar.timestampMs)
            return fail(timeStart, "the exemplar's timestamp is not seconds since 1970");
    }
    m_sample.exemplar = &m_exemplar;
    return true;
}

// Behind '{' up to and with '}'. A quoted word without '=' is the metric's name, if the line has none yet.
bool SampleLine::readLabels(std::vector<LabelView> &labels, std::string_view *quotedName)
{
    bool needsSeparator = false;
    for (;;) {
        if (!strict())
            skipBlanks();
        if (at('}') && (!strict() || needsSeparator || labels.empty())) {
            ++m_at;
            return true;
        }
        if (needsSeparator && at(',')) {
            ++m_at;
            needsSeparator = false;
            if (!strict())
                continue; // a comma may stand before the brace
        } else if (needsSeparator && strict()) {
            return fail(m_at, "',' or '}' must follow a label");
        }
        needsSeparator = true;
        const std::size_t start = m_at;
        LabelView label;
        const bool quoted = at('"');
        if (quoted) {
            if (!readQuoted(label.name, "name"))
                return false;
        } else {
            while (m_at < m_line.size() && isOf(m_line[m_at], m_at == start ? kLabelStart : kLabelPart))
                ++m_at;
            label.name = m_line.substr(start, m_at - start);
        }
        if (label.name.empty())
            return fail(m_at, m_at == m_line.size() ? "the line ends within the labels" : "no label name; letters, digits and '_' would be accepted, beginning with no digit");
        if (!strict())
            skipBlanks();
        if (quoted && quotedName && quotedName->empty() && (at(',') || at('}'))) {
            *quotedName = label.name;
            continue;
        }
        if (!at('='))
            return fail(m_at, "'=' must follow the label name '" + std::string(label.name.substr(0, 100)) + "'");
        ++m_at;
        if (!strict())
            skipBlanks();
        if (!readLabelValue(label.value) || !checkLabel(labels, label, start))
            return false;
        labels.push_back(label);
    }
}

bool SampleLine::readLabelValue(std::string_view &value)
{
    if (!at('"'))
        return fail(m_at, "a label's value must stand in double quotes");
    return readQuoted(value, "value");
}

bool SampleLine::readQuoted(std::string_view &value, const char *what)
{
    const std::size_t start = ++m_at; // behind the quote
    std::size_t end = start + plainLength(m_line.substr(start));
    if (end < m_line.size() && m_line[end] == '"') { // the common case
        value = m_line.substr(start, end - start);
        m_at = end + 1;
        return true;
    }
    while (end < m_line.size() && m_line[end] != '"' && m_line[end] != '\\')
        ++end;
    if (end == m_line.size())
        return fail(start - 1, std::string("the quoted ") + what + " does not end on its line");
    if (m_line[end] == '"') {
        value = m_line.substr(start, end - start);
        m_at = end + 1;
    } else {
        m_unescaped.reserve(m_line.size());
        const std::size_t from = m_unescaped.size();
        std::size_t i = start;
        for (; i < m_line.size() && m_line[i] != '"'; ++i) {
            if (m_line[i] != '\\') {
                m_unescaped += m_line[i];
                continue;
            }
            const char next = i + 1 < m_line.size() ? m_line[i + 1] : '\0';
            if (next == 'n' || next == '"' || next == '\\') {
                m_unescaped += next == 'n' ? '\n' : next;
                ++i;
            } else if (strict()) {
                m_unescaped += '\\';
            } else {
                return fail(i, "unknown escape in a quoted text; \\\\, \\\" and \\n would be accepted");
            }
        }
        if (i >= m_line.size())
            return fail(start - 1, std::string("the quoted ") + what + " does not end on its line");
        value = std::string_view(m_unescaped).substr(from);
        m_at = i + 1;
    }
    if (!isUtf8(value))
        return fail(start, std::string("the quoted ") + what + " is not UTF-8");
    return true;
}

bool SampleLine::checkLabel(const std::vector<LabelView> &labels, const LabelView &label, std::size_t column)
{
    if (labels.size() >= m_limits.labels)
        return fail(column, "more than " + std::to_string(m_limits.labels) + " labels on one sample, the most that is read");
    if (label.name.size() + label.value.size() > m_limits.labelBytes)
        return fail(column, "a label of more than " + std::to_string(m_limits.labelBytes) + " bytes, the most that is read");
    if (label.name == "__name__")
        return fail(column, "the label __name__ is reserved");
    for (const LabelView &other : labels)
        if (other.name == label.name)
            return fail(column, "the label '" + std::string(label.name.substr(0, 100)) + "' stands here twice");
    return true;
}

} // namespace headroom::monitor
