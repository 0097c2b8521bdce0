// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace headroom::monitor {

// Prometheus: text format 0.0.4. OpenMetrics: version 1.0. In both, names may be quoted as Prometheus 3 does.
enum class ExpositionFormat : std::uint8_t { Prometheus, OpenMetrics };

enum class MetricType : std::uint8_t { Unknown, Counter, Gauge, Histogram, GaugeHistogram, Summary, Info, StateSet };

constexpr std::string_view metricTypeName(MetricType type)
{
    switch (type) {
    case MetricType::Unknown: return "unknown";
    case MetricType::Counter: return "counter";
    case MetricType::Gauge: return "gauge";
    case MetricType::Histogram: return "histogram";
    case MetricType::GaugeHistogram: return "gaugehistogram";
    case MetricType::Summary: return "summary";
    case MetricType::Info: return "info";
    case MetricType::StateSet: return "stateset";
    }
    return "";
}

struct LabelView {
    std::string_view name;
    std::string_view value; // unescaped
};

struct ExemplarView {
    std::span<const LabelView> labels;
    double value = 0.0;
    std::optional<double> timestampMs;
};

// One sample. Every view is valid only during the call that hands it over.
struct SampleView {
    std::string_view name; // as printed, with _total, _bucket, ...
    std::span<const LabelView> labels;
    double value = 0.0; // may be NaN or infinite
    std::optional<double> timestampMs;
    const ExemplarView *exemplar = nullptr;
    int line = 0; // 1-based
};

struct ExpositionError {
    int line = 0;   // 1-based; 0: the page as a whole
    int column = 0; // 1-based, in bytes
    std::string text;
    bool overLimit = false; // a limit was passed; what follows was not read
};

// What a page may have at most. A page beyond one of them is refused with the limit in the error; memory stays bounded.
struct ExpositionLimits {
    std::size_t bytes = std::size_t{64} << 20;
    std::size_t lineBytes = std::size_t{1} << 20;
    std::size_t samples = 2'000'000;
    std::size_t labels = 256;         // of one sample
    std::size_t labelBytes = 65536;   // of one label's name and value
    std::size_t errors = 100;         // after as many the rest is not read
};

// Receives a page as it is read. Views are valid only during the call.
class ExpositionVisitor {
public:
    virtual ~ExpositionVisitor() = default;

    virtual void type(std::string_view name, MetricType type) = 0;
    virtual void help(std::string_view name, std::string_view text) = 0;
    virtual void unit(std::string_view name, std::string_view unit) = 0;
    virtual void sample(const SampleView &sample) = 0;
    virtual void error(const ExpositionError &error) = 0;
};

} // namespace headroom::monitor
