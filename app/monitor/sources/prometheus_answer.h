// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/exposition/exposition_types.h>
#include <monitor/mapping/growth_tracker.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::monitor {

// One series of an answer of the Prometheus HTTP API: one point of a vector, several of a matrix. Views are valid only during
// the call. Values may be NaN or infinite.
struct ApiSeries {
    std::string_view name; // __name__; empty where the query dropped it
    std::span<const LabelView> labels; // without __name__
    std::span<const TimedValue> points;
};

struct ApiAnswer {
    bool isApi = false;   // the body is an answer of this API at all
    bool success = false;
    std::string errorType;
    std::string error;
    std::vector<std::string> warnings;
    std::string resultType;
    std::size_t series = 0;
};

// What a server knows of one metric; of several definitions the first.
struct MetricMetadata {
    std::string name;
    std::string type;
    std::string help;
    std::string unit;

    bool operator==(const MetricMetadata &) const = default;
};

// Reads a /api/v1/metadata answer; at most `most` metrics, texts cut at 1,000 characters.
ApiAnswer readPrometheusMetadata(std::string_view body, std::vector<MetricMetadata> &metrics, std::size_t most = 100'000);

// Reads /api/v1/query and query_range answers series by series, without a tree of the whole document. More than `maxSeries` series or more
// than 100 warnings are left out and told as a warning. Knows no Qt.
ApiAnswer readPrometheusAnswer(std::string_view body, const std::function<void(const ApiSeries &)> &receive, std::size_t maxSeries = 2'000'000);

} // namespace headroom::monitor
