// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/exposition/exposition_types.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace headroom::monitor {

class SampleLine;
class OpenMetricsRules;

// Reads a metrics page as it arrives, in pieces of any size, and hands over each line without copying it. Knows no Qt.
//
// Prometheus format: what Prometheus and its tools accept, and what real exporters get wrong: no final newline, a missing or
// extra comma, samples before or without TYPE, names that do not belong to the TYPE above, blanks anywhere. Refused are what
// nobody can mean: a contradicting second TYPE or HELP, a label twice, a bound that is no number.
// OpenMetrics: the strict grammar. With `checkRules` also every rule of the specification on names, groups, order, values
// and exemplars; it needs memory in proportion to the page.
// After an error the parser goes on with the next line. One instance reads one page; not thread-safe.
class ExpositionParser {
public:
    enum class Rules { Skip, Check };

    ExpositionParser(ExpositionFormat format, ExpositionVisitor &visitor, Rules rules = Rules::Check, const ExpositionLimits &limits = {});
    ~ExpositionParser();
    ExpositionParser(const ExpositionParser &) = delete;
    ExpositionParser &operator=(const ExpositionParser &) = delete;

    // False once nothing more will be read (a limit was passed, or stop() was called).
    bool feed(std::string_view bytes);
    void finish();
    void stop() { m_stopped = true; }

    std::size_t samples() const { return m_samples; }
    std::size_t errors() const { return m_errors; }

private:
    struct Metadata;

    void line(std::string_view text);
    void classicLine(std::string_view text);
    void classicComment(std::string_view text, std::size_t start);
    void openMetricsLine(std::string_view text);
    void openMetricsComment(std::string_view text);
    void emitType(std::string_view name, MetricType type, std::size_t column);
    void emitHelp(std::string_view name, std::string_view rawText, std::size_t column);
    void emitSample(std::string_view text);
    void checkClassicBounds(const SampleView &sample);
    void fail(std::size_t column, std::string text);
    void failLimit(std::size_t column, std::string text);

    ExpositionFormat m_format;
    ExpositionVisitor &m_visitor;
    ExpositionLimits m_limits;
    std::unique_ptr<SampleLine> m_sampleLine;
    std::unique_ptr<OpenMetricsRules> m_rules; // null: not checked
    std::unique_ptr<Metadata> m_metadata;      // what was declared, for contradictions
    std::string m_partial;                     // the beginning of a line that is not complete yet
    std::string m_scratch;
    std::size_t m_bytes = 0;
    std::size_t m_samples = 0;
    std::size_t m_errors = 0;
    int m_line = 0;
    bool m_skippingLine = false;
    bool m_sawEof = false;
    bool m_stopped = false;
};

// The format that the page itself tells: OpenMetrics where its last line is "# EOF".
ExpositionFormat detectExpositionFormat(std::string_view page);

} // namespace headroom::monitor
