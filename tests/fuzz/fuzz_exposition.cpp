// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target: any bytes as a page in both formats, whole and in pieces; the piece size comes from the input. Whatever
// the cut, the parser must see the same samples and errors. Values are mapped too, and the bytes are read as an answer of the
// Prometheus API and as a line of a recording.
#include <monitor/exposition/exposition_parser.h>
#include <monitor/exposition/metrics_page.h>
#include <monitor/mapping/page_mapping.h>
#include <monitor/recording/snapshot_json.h>
#include <monitor/sources/prometheus_answer.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace headroom::monitor;

namespace {

class Counter final : public ExpositionVisitor {
public:
    void type(std::string_view, MetricType) override {}
    void help(std::string_view, std::string_view) override {}
    void unit(std::string_view, std::string_view) override {}
    void sample(const SampleView &sample) override
    {
        ++samples;
        for (const LabelView &label : sample.labels)
            bytes += label.name.size() + label.value.size();
    }
    void error(const ExpositionError &) override { ++errors; }

    std::size_t samples = 0;
    std::size_t errors = 0;
    std::size_t bytes = 0;
};

Counter count(std::string_view page, ExpositionFormat format, std::size_t piece)
{
    ExpositionLimits limits;
    limits.lineBytes = 4096;
    limits.bytes = 65536;
    Counter counter;
    ExpositionParser parser(format, counter, ExpositionParser::Rules::Check, limits);
    for (std::size_t at = 0; at < page.size(); at += piece)
        parser.feed(page.substr(at, piece));
    parser.finish();
    return counter;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::size_t piece = 1U + data[0];
    const std::string_view page(reinterpret_cast<const char *>(data) + 1, size - 1);
    for (const ExpositionFormat format : {ExpositionFormat::Prometheus, ExpositionFormat::OpenMetrics}) {
        const Counter whole = count(page, format, std::max<std::size_t>(1, page.size()));
        const Counter pieces = count(page, format, piece);
        if (whole.samples != pieces.samples || whole.errors != pieces.errors || whole.bytes != pieces.bytes)
            std::abort();
        const MetricsPage read = readMetricsPage(page, format);
        static_cast<void>(pageToJson(read, mapPage(read)));
    }
    static_cast<void>(readPrometheusAnswer(page, [](const ApiSeries &) {}));
    if (const auto snapshot = snapshotFromJson(page)) {
        const auto again = snapshotFromJson(snapshotToJson(*snapshot));
        if (!again || again->samples.size() != snapshot->samples.size())
            std::abort();
    }
    return 0;
}
