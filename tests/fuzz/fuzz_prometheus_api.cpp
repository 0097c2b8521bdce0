// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target: any bytes as an answer of the Prometheus API (query, query_range, metadata), as a list of targets, and as
// an incident of the demo cluster. Whatever comes is read or refused with a sentence, and no more is held than was allowed.
#include <monitor/demo/demo_incident.h>
#include <monitor/sources/discovery_targets.h>
#include <monitor/sources/prometheus_answer.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

using namespace headroom::monitor;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view body(reinterpret_cast<const char *>(data) + 1, size - 1);
    const std::size_t most = 1U + data[0] % 200U;
    std::size_t series = 0;
    std::size_t bytes = 0;
    const ApiAnswer answer = readPrometheusAnswer(
        body,
        [&](const ApiSeries &one) {
            ++series;
            bytes += one.name.size();
            for (const LabelView &label : one.labels)
                bytes += label.name.size() + label.value.size();
            bytes += one.points.size();
        },
        most);
    require(series <= most && bytes <= 4 * body.size());
    require(answer.isApi || !answer.success);
    std::vector<MetricMetadata> metrics;
    const ApiAnswer known = readPrometheusMetadata(body, metrics, most);
    require(metrics.size() <= most && (known.isApi || !known.success));
    if (const auto targets = readDiscoveryTargets(body)) {
        for (const DiscoveredTarget &target : *targets) {
            require(target.url.starts_with("http://") || target.url.starts_with("https://"));
            const std::string host = target.url.substr(0, target.url.find('/', 8));
            require(host.find('@') == std::string::npos && target.url.find_first_of(" \r\n\t#") == std::string::npos);
        }
    } else {
        require(!targets.error().detail.empty());
    }
    if (const auto incident = parseDemoIncident(body))
        require(incident->node >= 1 && incident->atS >= 0.0 && incident->forS > 0.0);
    return 0;
}
