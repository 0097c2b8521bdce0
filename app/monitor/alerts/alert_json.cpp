// SPDX-License-Identifier: GPL-3.0-or-later
#include "alert_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <set>

namespace headroom::monitor {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostBytes = 1U << 20U;
constexpr std::size_t kMostRules = 500;
constexpr std::array<std::string_view, 6> kKinds{"threshold", "growing", "change", "gone", "source_failed", "event"};
constexpr std::array<std::string_view, 3> kSeverities{"info", "warning", "critical"};
constexpr std::array<std::string_view, 3> kStates{"pending", "firing", "resolved"};

// Reads fields of one object; keeps the first error.
class Fields {
public:
    Fields(const Json &object, std::string path) : m_object(object), m_path(std::move(path)) {}

    void text(const char *name, std::string &into, bool required = false)
    {
        if (const Json *value = find(name, required)) {
            if (!value->is_string() || value->get_ref<const std::string &>().size() > 4000)
                return fail(name, "a text of at most 4,000 bytes would be accepted");
            into = value->get<std::string>();
        }
    }
    void number(const char *name, double &into, double low, double high, bool required = false)
    {
        if (const Json *value = find(name, required)) {
            if (!value->is_number() || !(value->get<double>() >= low && value->get<double>() <= high))
                return fail(name, fmt::format("a number from {:g} to {:g} would be accepted", low, high));
            into = value->get<double>();
        }
    }
    void truth(const char *name, bool &into)
    {
        if (const Json *value = find(name, false)) {
            if (!value->is_boolean())
                return fail(name, "true or false would be accepted");
            into = value->get<bool>();
        }
    }
    void time(const char *name, std::int64_t &into)
    {
        if (const Json *value = find(name, false)) {
            if (!value->is_number_integer())
                return fail(name, "a whole number would be accepted");
            into = value->get<std::int64_t>();
        }
    }
    template<class Enum, std::size_t N>
    void choice(const char *name, Enum &into, const std::array<std::string_view, N> &names)
    {
        const Json *value = find(name, true);
        if (!value)
            return;
        for (std::size_t i = 0; i < N && value->is_string(); ++i)
            if (value->get_ref<const std::string &>() == names[i]) {
                into = static_cast<Enum>(i);
                return;
            }
        fail(name, fmt::format("one of {} would be accepted", fmt::join(names, ", ")));
    }
    bool metric(const char *name, CanonicalMetric &into, bool required)
    {
        const Json *value = find(name, required);
        if (!value)
            return false;
        const auto found = value->is_string() ? canonicalMetricFromId(value->get_ref<const std::string &>()) : std::nullopt;
        if (found)
            into = *found;
        else
            fail(name, "the id of a canonical metric would be accepted");
        return found.has_value();
    }
    void optionalMetric(const char *name, std::optional<CanonicalMetric> &into)
    {
        CanonicalMetric found{};
        if (metric(name, found, false))
            into = found;
    }
    const Json *find(const char *name, bool required)
    {
        m_known.insert(name);
        const auto at = m_object.find(name);
        if (at != m_object.end())
            return &*at;
        if (required)
            fail(name, "it is missing");
        return nullptr;
    }
    void fail(const char *name, std::string detail, core::ErrorCode code = core::ErrorCode::BadValue)
    {
        if (!m_error)
            m_error = core::Error{code, std::move(detail), {}, m_path + name, 0};
    }
    core::Result<void> end()
    {
        for (const auto &[name, value] : m_object.items())
            if (!m_known.contains(name))
                fail(name.c_str(), "no such field is known", core::ErrorCode::UnknownField);
        return m_error ? core::Result<void>(std::unexpected(*m_error)) : core::Result<void>();
    }

private:
    const Json &m_object;
    std::string m_path;
    std::set<std::string> m_known;
    std::optional<core::Error> m_error;
};

core::Result<AlertRule> ruleFrom(const Json &object, const std::string &path)
{
    if (!object.is_object())
        return std::unexpected(core::Error{core::ErrorCode::BadValue, "an object would be accepted", {}, path, 0});
    AlertRule rule;
    Fields fields(object, path + '.');
    fields.text("id", rule.id, true);
    fields.choice("kind", rule.kind, kKinds);
    fields.choice("severity", rule.severity, kSeverities);
    fields.metric("metric", rule.metric, rule.kind != AlertKind::SourceFailed && rule.kind != AlertKind::Gone);
    double quantile = 0;
    fields.number("quantile", quantile, 0, 1);
    rule.quantile = static_cast<float>(quantile);
    fields.optionalMetric("divided_by", rule.dividedBy);
    fields.truth("above", rule.above);
    const bool valued = rule.kind == AlertKind::Threshold || rule.kind == AlertKind::Growing;
    fields.number("threshold", rule.threshold, -1e18, 1e18, valued);
    rule.clear = rule.threshold;
    fields.number("clear", rule.clear, -1e18, 1e18);
    fields.number("for_s", rule.forSeconds, 0, 3600.0 * 24 * 60);
    fields.truth("enabled", rule.enabled);
    fields.text("summary", rule.summary);
    fields.text("prometheus", rule.prometheus);
    fields.text("prometheus_also", rule.prometheusAlso);
    if (const Json *codes = fields.find("codes", false)) {
        if (!codes->is_array() || codes->size() > 200)
            fields.fail("codes", "a list of at most 200 codes would be accepted");
        else
            for (const Json &code : *codes) {
                if (!code.is_number_integer() || code.get<std::int64_t>() < 0 || code.get<std::int64_t>() > 100000)
                    fields.fail("codes", "whole numbers would be accepted");
                else
                    rule.codes.push_back(code.get<int>());
            }
    }
    if (const Json *also = fields.find("also", false)) {
        if (!also->is_object()) {
            fields.fail("also", "an object would be accepted");
        } else {
            AlertCondition condition;
            Fields inner(*also, path + ".also.");
            inner.metric("metric", condition.metric, true);
            inner.optionalMetric("divided_by", condition.dividedBy);
            inner.truth("above", condition.above);
            inner.number("threshold", condition.threshold, -1e18, 1e18, true);
            if (auto fine = inner.end(); !fine)
                return std::unexpected(fine.error());
            rule.also = condition;
        }
    }
    if (rule.id.empty() || rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string::npos)
        fields.fail("id", "small letters, digits and _ would be accepted");
    if (valued && (rule.above ? rule.clear > rule.threshold : rule.clear < rule.threshold))
        fields.fail("clear", "a value on the good side of the threshold would be accepted");
    if (auto fine = fields.end(); !fine)
        return std::unexpected(fine.error());
    return rule;
}

core::Result<Json> parsed(std::string_view text)
{
    if (text.size() > kMostBytes)
        return std::unexpected(core::Error{core::ErrorCode::TooLarge, "at most 1 MB would be accepted", {}, {}, 0});
    // No depth limit is needed: the text is short, and its nesting is walked without recursion by the parser.
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object())
        return std::unexpected(core::Error{core::ErrorCode::Syntax, "a JSON object would be accepted", {}, {}, 0});
    return json;
}

Json subjectToJson(const Subject &subject)
{
    Json json = Json::object();
    const std::pair<const char *, const std::string *> parts[] = {{"node", &subject.node}, {"uuid", &subject.gpuUuid}, {"mig", &subject.migInstance},
        {"gpu_model", &subject.gpuModel}, {"model", &subject.modelName}, {"engine", &subject.engine}, {"replica", &subject.replica}};
    for (const auto &[name, text] : parts)
        if (!text->empty())
            json[name] = *text;
    if (subject.gpuIndex >= 0)
        json["gpu"] = subject.gpuIndex;
    return json;
}

} // namespace

core::Result<std::vector<AlertRule>> alertRulesFromJson(std::string_view text)
{
    const auto json = parsed(text);
    if (!json)
        return std::unexpected(json.error());
    const auto list = json->find("rules");
    if (list == json->end() || !list->is_array())
        return std::unexpected(core::Error{core::ErrorCode::BadValue, "a list of rules would be accepted", {}, "rules", 0});
    if (list->size() > kMostRules)
        return std::unexpected(core::Error{core::ErrorCode::TooLarge, "at most 500 rules would be accepted", {}, "rules", 0});
    std::vector<AlertRule> rules;
    for (const Json &one : *list) {
        const std::string path = fmt::format("rules[{}]", rules.size());
        auto rule = ruleFrom(one, path);
        if (!rule)
            return std::unexpected(rule.error());
        for (const AlertRule &other : rules)
            if (other.id == rule->id)
                return std::unexpected(core::Error{core::ErrorCode::BadValue, fmt::format("'{}' is the id of another rule already", rule->id), {}, path + ".id", 0});
        rules.push_back(*std::move(rule));
    }
    return rules;
}

std::string alertRulesToJson(const std::vector<AlertRule> &rules)
{
    Json list = Json::array();
    for (const AlertRule &rule : rules) {
        Json json{{"id", rule.id}, {"kind", kKinds[static_cast<std::size_t>(rule.kind)]}, {"severity", kSeverities[static_cast<std::size_t>(rule.severity)]}};
        if (rule.kind != AlertKind::SourceFailed && rule.kind != AlertKind::Gone)
            json["metric"] = canonicalMetricId(rule.metric);
        if (rule.quantile > 0)
            json["quantile"] = std::round(static_cast<double>(rule.quantile) * 1e4) / 1e4;
        if (rule.dividedBy)
            json["divided_by"] = canonicalMetricId(*rule.dividedBy);
        json["above"] = rule.above;
        json["threshold"] = rule.threshold;
        json["clear"] = rule.clear;
        json["for_s"] = rule.forSeconds;
        json["codes"] = rule.codes;
        if (rule.also) {
            json["also"] = {{"metric", canonicalMetricId(rule.also->metric)}, {"above", rule.also->above}, {"threshold", rule.also->threshold}};
            if (rule.also->dividedBy)
                json["also"]["divided_by"] = canonicalMetricId(*rule.also->dividedBy);
        }
        json["enabled"] = rule.enabled;
        json["summary"] = rule.summary;
        json["prometheus"] = rule.prometheus;
        json["prometheus_also"] = rule.prometheusAlso;
        list.push_back(std::move(json));
    }
    return Json{{"rules", std::move(list)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string alertToJson(const Alert &alert)
{
    Json json{{"rule", alert.ruleId}, {"source", alert.sourceId}, {"subject", subjectToJson(alert.subject)},
              {"severity", kSeverities[static_cast<std::size_t>(alert.severity)]}, {"state", kStates[static_cast<std::size_t>(alert.state)]},
              {"since_ms", alert.sinceMs}, {"fired_ms", alert.firedMs}, {"resolved_ms", alert.resolvedMs}, {"value", alert.value},
              {"acknowledged", alert.acknowledged}, {"silenced_until_ms", alert.silencedUntilMs}};
    if (!alert.silenceComment.empty())
        json["silence_comment"] = alert.silenceComment;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

core::Result<Alert> alertFromJson(std::string_view text)
{
    const auto json = parsed(text);
    if (!json)
        return std::unexpected(json.error());
    Alert alert;
    Fields fields(*json, {});
    fields.text("rule", alert.ruleId, true);
    fields.text("source", alert.sourceId);
    fields.choice("severity", alert.severity, kSeverities);
    fields.choice("state", alert.state, kStates);
    fields.time("since_ms", alert.sinceMs);
    fields.time("fired_ms", alert.firedMs);
    fields.time("resolved_ms", alert.resolvedMs);
    fields.number("value", alert.value, -1e300, 1e300);
    fields.truth("acknowledged", alert.acknowledged);
    fields.time("silenced_until_ms", alert.silencedUntilMs);
    fields.text("silence_comment", alert.silenceComment);
    if (const Json *subject = fields.find("subject", true)) {
        if (!subject->is_object())
            return std::unexpected(core::Error{core::ErrorCode::BadValue, "an object would be accepted", {}, "subject", 0});
        Fields inner(*subject, "subject.");
        inner.text("node", alert.subject.node);
        inner.text("uuid", alert.subject.gpuUuid);
        inner.text("mig", alert.subject.migInstance);
        inner.text("gpu_model", alert.subject.gpuModel);
        inner.text("model", alert.subject.modelName);
        inner.text("engine", alert.subject.engine);
        inner.text("replica", alert.subject.replica);
        double index = -1;
        inner.number("gpu", index, -1, 1e6);
        alert.subject.gpuIndex = static_cast<int>(index);
        if (auto fine = inner.end(); !fine)
            return std::unexpected(fine.error());
    }
    if (auto fine = fields.end(); !fine)
        return std::unexpected(fine.error());
    return alert;
}

} // namespace headroom::monitor
