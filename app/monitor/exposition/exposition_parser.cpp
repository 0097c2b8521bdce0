// SPDX-License-Identifier: GPL-3.0-or-later
#include "exposition_parser.h"

#include "characters.h"
#include "numbers.h"
#include "openmetrics_rules.h"
#include "sample_line.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <unordered_map>

namespace headroom::monitor {
namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

std::optional<MetricType> classicType(std::string_view text)
{
    if (text == "counter")
        return MetricType::Counter;
    if (text == "gauge")
        return MetricType::Gauge;
    if (text == "histogram")
        return MetricType::Histogram;
    if (text == "summary")
        return MetricType::Summary;
    if (text == "untyped" || text == "unknown")
        return MetricType::Unknown;
    return std::nullopt;
}

// Tells texts apart, eight characters at a time.
std::uint64_t textNumber(std::string_view text)
{
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
    std::uint64_t number = text.size();
    const auto mix = [&number](std::uint64_t word) {
        number = (number ^ word) * kFactor;
        number ^= number >> 29U;
    };
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8)
        mix(eightAt(text.data() + i));
    std::uint64_t rest = 0;
    for (; i < text.size(); ++i)
        rest = (rest << 8U) | static_cast<unsigned char>(text[i]);
    mix(rest);
    return number;
}

} // namespace

// What has been declared so far, by name. Only names that are declared are held, not samples.
struct ExpositionParser::Metadata {
    struct Family {
        std::optional<MetricType> type;
        std::optional<std::uint64_t> help; // a number for its text
    };

    // HELP, TYPE and the samples of a metric mostly stand together.
    Family *find(std::string_view name)
    {
        if (last && name == *lastName)
            return last;
        const auto found = families.find(name);
        return found == families.end() ? nullptr : remember(*found);
    }
    Family &at(std::string_view name)
    {
        Family *const known = find(name);
        return known ? *known : *remember(*families.emplace(name, Family()).first);
    }

private:
    Family *remember(std::pair<const std::string, Family> &entry)
    {
        lastName = &entry.first;
        last = &entry.second;
        return last;
    }

    std::unordered_map<std::string, Family, TextHash, std::equal_to<>> families;
    const std::string *lastName = nullptr;
    Family *last = nullptr;
};

ExpositionParser::ExpositionParser(ExpositionFormat format, ExpositionVisitor &visitor, Rules rules, const ExpositionLimits &limits)
    : m_format(format)
    , m_visitor(visitor)
    , m_limits(limits)
    , m_sampleLine(std::make_unique<SampleLine>(format, limits))
    , m_metadata(std::make_unique<Metadata>())
{
    if (format == ExpositionFormat::OpenMetrics && rules == Rules::Check)
        m_rules = std::make_unique<OpenMetricsRules>();
}

ExpositionParser::~ExpositionParser() = default;

bool ExpositionParser::feed(std::string_view bytes)
{
    while (!bytes.empty() && !m_stopped) {
        if (m_bytes >= m_limits.bytes) {
            ++m_line;
            failLimit(0, "the page is larger than " + std::to_string(m_limits.bytes) + " bytes, the most that is read");
            break;
        }
        const std::string_view allowed = bytes.substr(0, m_limits.bytes - m_bytes);
        const void *const newline = std::memchr(allowed.data(), '\n', allowed.size());
        const std::size_t length = newline ? static_cast<std::size_t>(static_cast<const char *>(newline) - allowed.data()) : allowed.size();
        const std::size_t taken = newline ? length + 1 : length;
        m_bytes += taken;
        const std::string_view piece = allowed.substr(0, length);
        bytes.remove_prefix(taken);
        if (!m_skippingLine && m_partial.size() + length > m_limits.lineBytes) {
            ++m_line;
            fail(0, "the line is longer than " + std::to_string(m_limits.lineBytes) + " bytes, the most that is read");
            m_partial.clear();
            m_partial.shrink_to_fit();
            m_skippingLine = true;
        }
        if (m_skippingLine) {
            m_skippingLine = newline == nullptr;
        } else if (!newline) {
            m_partial += piece;
        } else if (m_partial.empty()) {
            line(piece);
        } else {
            m_partial += piece;
            line(m_partial);
            m_partial.clear();
        }
    }
    return !m_stopped;
}

void ExpositionParser::finish()
{
    if (m_stopped)
        return;
    if (!m_partial.empty()) {
        line(m_partial);
        m_partial.clear();
    }
    if (m_stopped || m_format != ExpositionFormat::OpenMetrics)
        return;
    if (m_rules) {
        std::string problem = m_rules->finish();
        if (!problem.empty())
            fail(0, std::move(problem));
    }
    if (!m_sawEof) {
        ++m_line;
        fail(0, "the page must end with the line '# EOF'");
    }
}

void ExpositionParser::line(std::string_view text)
{
    ++m_line;
    if (m_format == ExpositionFormat::OpenMetrics)
        openMetricsLine(text);
    else
        classicLine(text);
}

void ExpositionParser::fail(std::size_t column, std::string text)
{
    ++m_errors;
    m_visitor.error({m_line, static_cast<int>(column) + 1, std::move(text), false});
    if (m_errors >= m_limits.errors)
        m_stopped = true;
}

void ExpositionParser::failLimit(std::size_t column, std::string text)
{
    ++m_errors;
    m_visitor.error({m_line, static_cast<int>(column) + 1, std::move(text), true});
    m_stopped = true;
}

void ExpositionParser::emitSample(std::string_view text)
{
    if (m_samples >= m_limits.samples)
        return failLimit(0, "more than " + std::to_string(m_limits.samples) + " samples, the most that is read");
    if (!m_sampleLine->read(text))
        return fail(m_sampleLine->errorColumn(), m_sampleLine->error());
    ++m_samples;
    SampleView sample = m_sampleLine->sample();
    sample.line = m_line;
    if (m_rules) {
        std::string problem = m_rules->sample(sample);
        if (!problem.empty())
            fail(0, std::move(problem));
    } else if (m_format == ExpositionFormat::Prometheus) {
        checkClassicBounds(sample);
    }
    m_visitor.sample(sample);
}

// The bound of a bucket and a quantile are numbers, where a TYPE says that this is one.
void ExpositionParser::checkClassicBounds(const SampleView &sample)
{
    for (const LabelView &label : sample.labels) {
        const bool bucket = label.name == "le" && sample.name.ends_with("_bucket");
        if (!bucket && label.name != "quantile")
            continue;
        const auto *const family = m_metadata->find(bucket ? sample.name.substr(0, sample.name.size() - 7) : sample.name);
        if (!family || family->type != (bucket ? MetricType::Histogram : MetricType::Summary))
            continue;
        if (!parseMetricNumber(label.value))
            fail(0, std::string("the label ") + (bucket ? "le" : "quantile") + " must be a number");
    }
}

void ExpositionParser::emitType(std::string_view name, MetricType type, std::size_t column)
{
    auto &family = m_metadata->at(name);
    if (!family.type)
        family.type = type;
    else if (m_format == ExpositionFormat::Prometheus && family.type != type)
        return fail(column, "a second TYPE for '" + std::string(name) + "' that contradicts the first");
    m_visitor.type(name, type);
}

void ExpositionParser::emitHelp(std::string_view name, std::string_view rawText, std::size_t column)
{
    if (m_format == ExpositionFormat::Prometheus && !rawText.empty()) {
        auto &family = m_metadata->at(name);
        const std::uint64_t number = textNumber(rawText);
        if (!family.help)
            family.help = number;
        else if (family.help != number)
            return fail(column, "a second HELP for '" + std::string(name) + "' that contradicts the first");
    }
    if (rawText.find('\\') == std::string_view::npos)
        return m_visitor.help(name, rawText);
    m_scratch.clear();
    for (std::size_t i = 0; i < rawText.size(); ++i) {
        const char next = rawText[i] == '\\' && i + 1 < rawText.size() ? rawText[i + 1] : '\0';
        const bool escape = next == 'n' || next == '\\' || (next == '"' && m_format == ExpositionFormat::OpenMetrics);
        m_scratch += escape ? (next == 'n' ? '\n' : next) : rawText[i];
        if (escape)
            ++i;
    }
    m_visitor.help(name, m_scratch);
}

void ExpositionParser::classicLine(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && isOf(text[at], kBlank))
        ++at;
    if (at == text.size())
        return;
    if (text[at] == '#')
        return classicComment(text, at + 1);
    emitSample(text);
}

void ExpositionParser::classicComment(std::string_view text, std::size_t start)
{
    std::size_t at = start;
    const auto skipBlanks = [&text, &at] {
        while (at < text.size() && isOf(text[at], kBlank))
            ++at;
    };
    skipBlanks();
    const std::string_view rest = text.substr(at);
    const bool isType = rest.starts_with("TYPE") && (rest.size() == 4 || isOf(rest[4], kBlank));
    const bool isHelp = rest.starts_with("HELP") && (rest.size() == 4 || isOf(rest[4], kBlank));
    if (!isType && !isHelp)
        return; // a comment
    at += 4;
    skipBlanks();
    if (at == text.size())
        return; // says nothing about nothing: a comment too
    const std::size_t nameStart = at;
    const std::string_view name = m_sampleLine->metricName(text, at);
    if (name.empty() || (at < text.size() && !isOf(text[at], kBlank)))
        return fail(nameStart, "not a metric name; letters, digits, '_' and ':' would be accepted, beginning with no digit");
    skipBlanks();
    if (isHelp)
        return emitHelp(name, text.substr(at), nameStart);
    if (at == text.size())
        return;
    std::string_view typeText = text.substr(at);
    while (!typeText.empty() && isOf(typeText.back(), kBlank))
        typeText.remove_suffix(1);
    const auto type = classicType(typeText);
    if (!type)
        return fail(at, "unknown type; counter, gauge, histogram, summary or untyped would be accepted");
    emitType(name, *type, nameStart);
}

void ExpositionParser::openMetricsLine(std::string_view text)
{
    if (m_sawEof)
        return fail(0, "nothing may follow the line '# EOF'");
    if (text.empty())
        return fail(0, "an empty line");
    if (text == "# EOF") {
        m_sawEof = true;
        return;
    }
    if (text.front() == '#')
        return openMetricsComment(text);
    emitSample(text);
}

// "# HELP name text", "# TYPE name type" or "# UNIT name unit", with single spaces and nothing else.
void ExpositionParser::openMetricsComment(std::string_view text)
{
    constexpr std::size_t kNameColumn = 7;
    const std::string_view keyword = text.substr(0, std::min(text.size(), kNameColumn));
    const bool isHelp = keyword == "# HELP ";
    const bool isType = keyword == "# TYPE ";
    const bool isUnit = keyword == "# UNIT ";
    if (!isHelp && !isType && !isUnit)
        return fail(0, "a line that begins with '#' must be # HELP, # TYPE, # UNIT or # EOF");
    std::size_t at = kNameColumn;
    const std::string_view name = m_sampleLine->metricName(text, at);
    if (name.empty())
        return fail(kNameColumn, "not a metric name; letters, digits, '_' and ':' would be accepted, beginning with no digit");
    if (at >= text.size() || text[at] != ' ')
        return fail(at, "one space must follow the metric name");
    const std::string_view rest = text.substr(at + 1);
    std::string problem;
    if (isHelp) {
        problem = m_rules ? m_rules->help(name) : std::string();
        emitHelp(name, rest, kNameColumn);
    } else if (isUnit) {
        problem = m_rules ? m_rules->unit(name, rest) : std::string();
        m_visitor.unit(name, rest);
    } else {
        const auto type = OpenMetricsRules::typeFromText(rest);
        problem = m_rules ? m_rules->type(name, rest) : std::string(type ? "" : "unknown type");
        if (type)
            emitType(name, *type, kNameColumn);
    }
    if (!problem.empty())
        fail(0, std::move(problem));
}

ExpositionFormat detectExpositionFormat(std::string_view page)
{
    while (!page.empty() && page.back() == '\n')
        page.remove_suffix(1);
    const bool ends = page == "# EOF" || page.ends_with("\n# EOF");
    return ends ? ExpositionFormat::OpenMetrics : ExpositionFormat::Prometheus;
}

} // namespace headroom::monitor
