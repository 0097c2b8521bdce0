// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus_rules.h"

#include <fmt/format.h>

namespace headroom::monitor {
namespace {

// In double quotes, as YAML reads JSON's escapes.
std::string quoted(const std::string &text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += ' ';
        else
            out += c;
    }
    return out + '"';
}

std::string seconds(double value)
{
    return fmt::format("{}s", static_cast<long long>(value));
}

std::string comparison(const std::string &value, bool above, double threshold)
{
    return fmt::format("({}) {} {:g}", value, above ? '>' : '<', threshold);
}

} // namespace

std::string prometheusAlertName(const std::string &ruleId)
{
    std::string name = "Headroom";
    bool start = true;
    for (const char c : ruleId) {
        if (c == '_') {
            start = true;
            continue;
        }
        name += start && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        start = false;
    }
    return name;
}

std::string prometheusExpression(const AlertRule &rule)
{
    const std::string &value = rule.prometheus;
    if (value.empty())
        return {};
    const std::string window = seconds(std::max(rule.forSeconds, 60.0));
    switch (rule.kind) {
    case AlertKind::SourceFailed: return fmt::format("({}) == 0", value);
    case AlertKind::Gone: {
        // Each series by itself: an offset stands behind a selector, not behind an expression.
        std::string all;
        for (std::size_t at = 0; at < value.size();) {
            const std::size_t end = std::min(value.find(" or ", at), value.size());
            const std::string one = value.substr(at, end - at);
            all += fmt::format("{}({} offset {} unless {})", all.empty() ? "" : " or ", one, window, one);
            at = end + 4;
        }
        // A scrape that failed is another alert.
        return fmt::format("({}) and on (instance) up == 1", all);
    }
    case AlertKind::Event:
    case AlertKind::Change: {
        std::string all;
        for (std::size_t at = 0; at < value.size();) {
            const std::size_t end = std::min(value.find(" or ", at), value.size());
            std::string one = value.substr(at, end - at);
            at = end + 4;
            // A time or count of each code, which is a label; otherwise the value is the code.
            if (const std::size_t label = one.find("{xid}"); label != std::string::npos) {
                one.replace(label, 5, rule.codes.empty() ? std::string() : fmt::format("{{xid=~\"{}\"}}", fmt::join(rule.codes, "|")));
                all += fmt::format("{}(changes({}[{}]) > 0)", all.empty() ? "" : " or ", one, window);
                continue;
            }
            const bool counter = canonicalMetricInfo(rule.metric).shape == MetricShape::Counter;
            std::string fresh = counter ? fmt::format("increase({}[{}]) > 0", one, window) : fmt::format("{} > 0 and changes({}[{}]) > 0", one, one, window);
            if (!rule.codes.empty()) {
                std::string codes;
                for (const int code : rule.codes)
                    codes += fmt::format("{}{} == {}", codes.empty() ? "" : " or ", one, code);
                fresh = fmt::format("({}) and changes({}[{}]) > 0", codes, one, window);
            }
            all += fmt::format("{}({})", all.empty() ? "" : " or ", fresh);
        }
        return all;
    }
    case AlertKind::Threshold:
    case AlertKind::Growing: break;
    }
    std::string past = comparison(value, rule.above, rule.threshold);
    if (rule.kind == AlertKind::Growing)
        past = fmt::format("({}) and deriv(({})[{}:15s]) > 0", past, value, window);
    if (rule.also && !rule.prometheusAlso.empty())
        past = fmt::format("({}) and ({})", past, comparison(rule.prometheusAlso, rule.also->above, rule.also->threshold));
    const std::string still = fmt::format("({}) and ignoring (alertname, alertstate, severity) ALERTS{{alertname=\"{}\", alertstate=\"firing\"}}",
                                          comparison(value, rule.above, rule.clear), prometheusAlertName(rule.id));
    return fmt::format("({}) or ({})", past, still);
}

std::string prometheusRules(const std::vector<AlertRule> &rules)
{
    std::string out = "# Written by Headroom: the rules that it watches by itself, for Prometheus.\ngroups:\n  - name: headroom\n    interval: 15s\n    rules:\n";
    for (const AlertRule &rule : rules) {
        const std::string expression = prometheusExpression(rule);
        if (!rule.enabled || expression.empty())
            continue;
        out += fmt::format("      - alert: {}\n        expr: {}\n", prometheusAlertName(rule.id), quoted(expression));
        const bool held = rule.kind == AlertKind::Threshold || rule.kind == AlertKind::SourceFailed;
        if (held && rule.forSeconds > 0)
            out += fmt::format("        for: {}\n", seconds(rule.forSeconds));
        out += fmt::format("        labels:\n          severity: {}\n        annotations:\n          summary: {}\n", alertSeverityName(rule.severity), quoted(rule.summary));
    }
    return out;
}

} // namespace headroom::monitor
