// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot_json.h"

#include <monitor/exposition/numbers.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace headroom::monitor {
namespace {

using Json = nlohmann::ordered_json;

Json numberJson(double value)
{
    if (std::isnan(value) || std::isinf(value))
        return metricNumberText(value);
    return value;
}

Json timestampJson(const std::optional<double> &ms)
{
    if (!ms)
        return nullptr;
    if (*ms == std::floor(*ms) && std::abs(*ms) < 9e15)
        return static_cast<std::int64_t>(*ms);
    return *ms;
}

Json textOrNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json labelsJson(const std::vector<std::pair<std::string, std::string>> &labels)
{
    Json object = Json::object();
    for (const auto &[name, value] : labels)
        object[name] = value;
    return object;
}

Json subjectLabels(const Subject &subject)
{
    Json labels = Json::object();
    const auto add = [&labels](const char *name, const std::string &value) {
        if (!value.empty())
            labels[name] = value;
    };
    add("node", subject.node);
    if (subject.gpuIndex >= 0)
        labels["gpu"] = std::to_string(subject.gpuIndex);
    add("uuid", subject.gpuUuid);
    add("mig", subject.migInstance);
    add("gpu_model", subject.gpuModel);
    add("model", subject.modelName);
    add("engine", subject.engine);
    add("replica", subject.replica);
    return labels;
}

Json sampleLabels(const Subject &subject, const Sample &sample)
{
    Json labels = subjectLabels(subject);
    if (canonicalMetricInfo(sample.metric).shape == MetricShape::Distribution) {
        if (sample.quantile > 0.0F)
            labels["quantile"] = fmt::format("{:g}", sample.quantile);
        else
            labels["stat"] = "mean";
    }
    return labels;
}

Json canonicalJson(const std::vector<Subject> &subjects, const std::vector<Sample> &samples)
{
    Json list = Json::array();
    for (const Sample &sample : samples) {
        const CanonicalMetricInfo &info = canonicalMetricInfo(sample.metric);
        Json entry{{"metric", info.id}, {"labels", sampleLabels(subjects[sample.subject], sample)}, {"value", numberJson(sample.value)}, {"unit", metricUnitName(info.unit)}};
        if (sample.aboveTop)
            entry["above"] = true;
        list.push_back(std::move(entry));
    }
    return list;
}

Json workloadsJson(const Snapshot &snapshot)
{
    Json list = Json::array();
    for (const Workload &workload : snapshot.workloads)
        list.push_back({{"labels", subjectLabels(snapshot.subjects[workload.subject])}, {"namespace", textOrNull(workload.nameSpace)}, {"pod", workload.pod}, {"container", textOrNull(workload.container)},
            {"model", textOrNull(workload.modelName)}});
    return list;
}

// What came from outside may not be UTF-8; the document is.
std::string dump(const Json &json, int indent)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::unexpected<core::Error> bad(core::ErrorCode code, std::string text, std::string field = {})
{
    return std::unexpected(core::Error{code, std::move(text), {}, std::move(field), 0});
}

std::string textAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<double> numberAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end())
        return std::nullopt;
    if (found->is_number())
        return found->get<double>();
    if (found->is_string())
        return parseMetricNumber(found->get_ref<const std::string &>());
    return std::nullopt;
}

Subject subjectFrom(const Json &labels)
{
    Subject subject;
    subject.node = textAt(labels, "node");
    const std::string index = textAt(labels, "gpu");
    int number = -1;
    if (std::from_chars(index.data(), index.data() + index.size(), number).ec == std::errc())
        subject.gpuIndex = number;
    subject.gpuUuid = textAt(labels, "uuid");
    subject.migInstance = textAt(labels, "mig");
    subject.gpuModel = textAt(labels, "gpu_model");
    subject.modelName = textAt(labels, "model");
    subject.engine = textAt(labels, "engine");
    subject.replica = textAt(labels, "replica");
    return subject;
}

constexpr std::array kStates{SourceState::Ok, SourceState::Late, SourceState::Failed};

} // namespace

std::string isoTime(std::int64_t unixMs)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(unixMs)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        clock.hours().count(), clock.minutes().count(), clock.seconds().count(), clock.subseconds().count());
}

std::optional<std::int64_t> unixMsFromIso(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() != 24 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[23] != 'Z')
        return std::nullopt;
    const auto number = [text](std::size_t at, std::size_t length) {
        int value = -1;
        const auto [end, problem] = std::from_chars(text.data() + at, text.data() + at + length, value);
        return problem == std::errc() && end == text.data() + at + length ? value : -1;
    };
    const int y = number(0, 4);
    const int mo = number(5, 2);
    const int d = number(8, 2);
    const int h = number(11, 2);
    const int mi = number(14, 2);
    const int s = number(17, 2);
    const int ms = number(20, 3);
    if (y < 1970 || mo < 1 || d < 1 || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 60 || ms < 0)
        return std::nullopt;
    const year_month_day date(year(y), month(static_cast<unsigned>(mo)), day(static_cast<unsigned>(d)));
    if (!date.ok())
        return std::nullopt;
    const auto time = sys_days(date) + hours(h) + minutes(mi) + seconds(s) + milliseconds(ms);
    return duration_cast<milliseconds>(time.time_since_epoch()).count();
}

std::string snapshotToJson(const Snapshot &snapshot)
{
    Json json{{"time", isoTime(snapshot.timeMs)}, {"source", snapshot.sourceId}, {"state", sourceStateName(snapshot.state)},
        {"reason", snapshot.reason == FailureReason::None ? Json(nullptr) : Json(failureReasonName(snapshot.reason))}, {"detail", textOrNull(snapshot.detail)},
        {"demo", snapshot.isDemo}, {"dialects", textOrNull(snapshot.dialects)}};
    if (!snapshot.warnings.empty())
        json["warnings"] = snapshot.warnings;
    if (!snapshot.workloads.empty())
        json["workloads"] = workloadsJson(snapshot);
    json["canonical"] = canonicalJson(snapshot.subjects, snapshot.samples);
    return dump(json, -1);
}

core::Result<Snapshot> snapshotFromJson(std::string_view line)
{
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object())
        return bad(core::ErrorCode::Syntax, "not a line of a recording; one JSON object a line, as `watch --record` writes it, would be accepted");
    Snapshot snapshot;
    const auto time = unixMsFromIso(textAt(json, "time"));
    if (!time)
        return bad(core::ErrorCode::BadValue, "no time; one like 2026-03-01T12:00:00.000Z would be accepted", "time");
    snapshot.timeMs = *time;
    const std::string state = textAt(json, "state");
    const auto known = std::ranges::find(kStates, state, sourceStateName);
    if (known == kStates.end())
        return bad(core::ErrorCode::BadValue, "no state; ok, late or failed would be accepted", "state");
    snapshot.state = *known;
    const std::string reason = textAt(json, "reason");
    for (int i = 0; i <= static_cast<int>(FailureReason::NotAvailable); ++i)
        if (failureReasonName(static_cast<FailureReason>(i)) == reason)
            snapshot.reason = static_cast<FailureReason>(i);
    snapshot.sourceId = textAt(json, "source");
    snapshot.detail = textAt(json, "detail");
    snapshot.dialects = textAt(json, "dialects");
    const auto demo = json.find("demo");
    snapshot.isDemo = demo != json.end() && demo->is_boolean() && demo->get<bool>();
    const auto canonical = json.find("canonical");
    if (canonical == json.end() || !canonical->is_array())
        return bad(core::ErrorCode::BadValue, "no list of values; \"canonical\":[...] would be accepted", "canonical");
    std::unordered_map<Subject, std::uint32_t, SubjectHash> index;
    const auto subjectAt = [&snapshot, &index](const Json &labels) {
        Subject subject = subjectFrom(labels);
        const auto [place, isNew] = index.try_emplace(subject, static_cast<std::uint32_t>(snapshot.subjects.size()));
        if (isNew)
            snapshot.subjects.push_back(std::move(subject));
        return place->second;
    };
    for (const Json &entry : *canonical) {
        const auto labels = entry.is_object() ? entry.find("labels") : entry.end();
        if (!entry.is_object() || labels == entry.end() || !labels->is_object())
            return bad(core::ErrorCode::BadValue, "a value without labels", "canonical");
        const auto metric = canonicalMetricFromId(textAt(entry, "metric"));
        const auto value = numberAt(entry, "value");
        if (!metric || !value || !std::isfinite(*value))
            continue;
        const std::uint32_t subject = subjectAt(*labels);
        const auto quantile = numberAt(*labels, "quantile");
        const auto above = entry.find("above");
        snapshot.samples.push_back({*metric, subject, static_cast<float>(quantile.value_or(0.0)), above != entry.end() && above->is_boolean() && above->get<bool>(), *value});
    }
    const auto workloads = json.find("workloads");
    for (const Json &entry : workloads != json.end() && workloads->is_array() ? *workloads : Json::array()) {
        const auto labels = entry.is_object() ? entry.find("labels") : entry.end();
        if (entry.is_object() && labels != entry.end() && labels->is_object() && !textAt(entry, "pod").empty())
            snapshot.workloads.push_back({subjectAt(*labels), textAt(entry, "namespace"), textAt(entry, "pod"), textAt(entry, "container"), textAt(entry, "model")});
    }
    return snapshot;
}

std::string pageToJson(const MetricsPage &page, const MappedPoll &mapped)
{
    Json series = Json::array();
    for (const PageSeries &one : page.series) {
        Json samples = Json::array();
        for (const PageSample &sample : one.samples)
            samples.push_back({{"value", numberJson(sample.value)}, {"timestamp_ms", timestampJson(sample.timestampMs)}});
        Json exemplar;
        if (one.exemplar)
            exemplar = {{"labels", labelsJson(one.exemplar->labels)}, {"value", numberJson(one.exemplar->value)}, {"timestamp_ms", timestampJson(one.exemplar->timestampMs)}};
        series.push_back({{"name", one.name}, {"family", one.family}, {"labels", labelsJson(one.labels)}, {"type", metricTypeName(one.type)}, {"unit", textOrNull(one.unit)},
            {"help", textOrNull(one.help)}, {"samples", std::move(samples)}, {"exemplar", std::move(exemplar)}});
    }
    Json errors = Json::array();
    for (const ExpositionError &error : page.errors)
        errors.push_back({{"line", error.line}, {"column", error.column}, {"text", error.text}});
    const Json document{{"series", std::move(series)}, {"canonical", canonicalJson(mapped.subjects, mapped.samples)}, {"dialect", textOrNull(mapped.dialects)}, {"errors", std::move(errors)}};
    return dump(document, 1);
}

} // namespace headroom::monitor
