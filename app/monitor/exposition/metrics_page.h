// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/exposition/exposition_types.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom::monitor {

struct PageExemplar {
    std::vector<std::pair<std::string, std::string>> labels;
    double value = 0.0;
    std::optional<double> timestampMs;
};

struct PageSample {
    double value = 0.0;
    std::optional<double> timestampMs;
};

// All samples of one name and label set, in the order of the page.
struct PageSeries {
    std::string name;   // as printed
    std::string family; // the name in HELP and TYPE; the sample's own where there are none
    std::vector<std::pair<std::string, std::string>> labels;
    MetricType type = MetricType::Unknown;
    std::string unit;
    std::string help;
    std::vector<PageSample> samples;
    std::optional<PageExemplar> exemplar; // the last one
};

// A whole page in memory, for looking at. Series stand in the order of their first sample.
struct MetricsPage {
    ExpositionFormat format = ExpositionFormat::Prometheus;
    std::vector<PageSeries> series;
    std::vector<ExpositionError> errors;
};

// Reads the whole page with every rule of the format. Sources read pages piece by piece with an ExpositionParser instead.
MetricsPage readMetricsPage(std::string_view text, ExpositionFormat format, const ExpositionLimits &limits = {});

} // namespace headroom::monitor
