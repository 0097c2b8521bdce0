// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target: any bytes as an OpenMetrics page, with all rules and with the grammar alone. The rules refuse more than the
// grammar and never less, both see the same samples, and the errors' places lie within the page.
#include <monitor/exposition/exposition_parser.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace headroom::monitor;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

class Witness final : public ExpositionVisitor {
public:
    Witness(int lines, std::size_t bytes)
        : m_lines(lines)
        , m_bytes(bytes)
    {
    }

    void type(std::string_view name, MetricType) override { require(!name.empty()); }
    void help(std::string_view name, std::string_view) override { require(!name.empty()); }
    void unit(std::string_view name, std::string_view) override { require(!name.empty()); }
    void sample(const SampleView &sample) override
    {
        ++samples;
        require(!sample.name.empty() && sample.line >= 1 && sample.line <= m_lines);
        for (const LabelView &label : sample.labels)
            require(!label.name.empty() && label.name.size() + label.value.size() <= m_bytes);
        if (sample.exemplar)
            require(sample.exemplar->labels.size() <= m_bytes);
    }
    void error(const ExpositionError &error) override
    {
        ++errors;
        require(!error.text.empty() && error.column >= 1 && static_cast<std::size_t>(error.column) <= m_bytes + 1);
        require(error.line >= 0 && error.line <= m_lines + 1);
    }

    std::size_t samples = 0;
    std::size_t errors = 0;

private:
    int m_lines;
    std::size_t m_bytes;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view page(reinterpret_cast<const char *>(data) + 1, size - 1);
    const int lines = static_cast<int>(std::ranges::count(page, '\n')) + 1;
    Witness strict(lines, page.size());
    Witness grammar(lines, page.size());
    ExpositionLimits limits;
    limits.errors = page.size() + 10; // both read to the end
    for (auto &[rules, witness] : {std::pair<ExpositionParser::Rules, Witness &>{ExpositionParser::Rules::Check, strict}, {ExpositionParser::Rules::Skip, grammar}}) {
        ExpositionParser parser(ExpositionFormat::OpenMetrics, witness, rules, limits);
        parser.feed(page);
        parser.finish();
    }
    require(strict.samples == grammar.samples && strict.errors >= grammar.errors);
    return 0;
}
