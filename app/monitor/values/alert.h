// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/sample.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::monitor {

enum class AlertKind : std::uint8_t {
    Threshold,    // a value stays beyond a threshold
    Growing,      // a value beyond a threshold rises over the last `forSeconds`
    Change,       // a code or counter takes a new value (an exporter keeps the last code until it is restarted); over after `forSeconds`
    Gone,         // a GPU is no longer published although its source answers
    SourceFailed, // a source does not answer
    Event,        // a sample that is said once is news by itself, whatever came before (gpu.xid_new); over after `forSeconds`
};

enum class AlertSeverity : std::uint8_t { Info, Warning, Critical };

// What must hold besides: the same subject's other value.
struct AlertCondition {
    CanonicalMetric metric = CanonicalMetric::GpuUtilRatio;
    std::optional<CanonicalMetric> dividedBy;
    bool above = true;
    double threshold = 0;

    bool operator==(const AlertCondition &) const = default;
};

// One rule. Units are those of the metric. Hysteresis: a firing alert ends where the value is no longer beyond `clear`, which
// lies on the good side of `threshold`.
struct AlertRule {
    std::string id;                  // "gpu_temperature_high"; known to the texts, the store and Prometheus
    AlertKind kind = AlertKind::Threshold;
    AlertSeverity severity = AlertSeverity::Warning;
    CanonicalMetric metric = CanonicalMetric::GpuTempC;
    float quantile = 0;
    std::optional<CanonicalMetric> dividedBy;
    bool above = true;
    double threshold = 0;
    double clear = 0;
    double forSeconds = 0;
    std::vector<int> codes;          // Change, Event: only these; empty: every new value above 0
    std::optional<AlertCondition> also;
    bool enabled = true;
    std::string summary;             // English, for Prometheus and the webhook
    std::string prometheus;          // the value as a PromQL expression in the metric's unit
    std::string prometheusAlso;      // the condition's value

    bool operator==(const AlertRule &) const = default;
};

enum class AlertState : std::uint8_t { Pending, Firing, Resolved };

struct Alert {
    std::string ruleId;
    std::string sourceId;
    Subject subject;                 // empty: the source itself
    AlertSeverity severity = AlertSeverity::Warning;
    AlertState state = AlertState::Pending;
    std::int64_t sinceMs = 0;        // the value has been beyond the threshold since
    std::int64_t firedMs = 0;        // 0: not yet
    std::int64_t resolvedMs = 0;     // 0: not yet
    double value = 0;                // the last one seen
    bool acknowledged = false;       // somebody has seen it; it no longer asks for attention
    std::int64_t silencedUntilMs = 0; // no notification until then
    std::string silenceComment{};    // why, in a person's words

    bool operator==(const Alert &) const = default;
};

constexpr std::string_view alertStateName(AlertState state)
{
    switch (state) {
    case AlertState::Pending: return "pending";
    case AlertState::Firing: return "firing";
    case AlertState::Resolved: return "resolved";
    }
    return "";
}

constexpr std::string_view alertSeverityName(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Info: return "info";
    case AlertSeverity::Warning: return "warning";
    case AlertSeverity::Critical: return "critical";
    }
    return "";
}

} // namespace headroom::monitor
