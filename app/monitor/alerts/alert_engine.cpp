// SPDX-License-Identifier: GPL-3.0-or-later
#include "alert_engine.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace headroom::monitor {
namespace {

bool beyond(double value, double threshold, bool above)
{
    return above ? value > threshold : value < threshold;
}

// The values of a snapshot that a rule asks for, by subject.
class ValueOf {
public:
    explicit ValueOf(const Snapshot &snapshot) : m_snapshot(snapshot) {}

    std::vector<std::optional<double>> column(CanonicalMetric metric, float quantile) const
    {
        std::vector<std::optional<double>> values(m_snapshot.subjects.size());
        for (const Sample &sample : m_snapshot.samples)
            if (sample.metric == metric && std::abs(sample.quantile - quantile) < 1e-4F && sample.subject < values.size())
                values[sample.subject] = sample.value;
        return values;
    }
    std::vector<std::optional<double>> column(CanonicalMetric metric, float quantile, std::optional<CanonicalMetric> dividedBy) const
    {
        auto values = column(metric, quantile);
        if (!dividedBy)
            return values;
        const auto whole = column(*dividedBy, 0);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = values[i] && whole[i] && *whole[i] > 0 ? std::optional(*values[i] / *whole[i]) : std::nullopt;
        return values;
    }

private:
    const Snapshot &m_snapshot;
};

} // namespace

std::string alertKey(const std::string &ruleId, const std::string &sourceId, const Subject &subject)
{
    const std::string gpu = subject.gpuUuid.empty() ? subject.gpuIndex < 0 ? std::string() : std::to_string(subject.gpuIndex) : subject.gpuUuid;
    std::string key = ruleId;
    for (const std::string *part : {&sourceId, &subject.node, &gpu, &subject.migInstance, &subject.modelName, &subject.engine, &subject.replica})
        key += '|' + *part;
    return key;
}

std::string alertKey(const Alert &alert)
{
    return alertKey(alert.ruleId, alert.sourceId, alert.subject);
}

void AlertEngine::setRules(std::vector<AlertRule> rules)
{
    m_rules = std::move(rules);
    std::vector<std::string> orphans;
    for (auto &[key, entry] : m_entries) {
        const auto rule = std::ranges::find_if(m_rules, [&](const AlertRule &one) { return one.enabled && one.id == entry.alert.ruleId; });
        if (rule == m_rules.end())
            orphans.push_back(key);
        else
            entry.alert.severity = rule->severity;
    }
    for (const std::string &key : orphans)
        drop(key);
}

void AlertEngine::restore(const std::vector<Alert> &alerts)
{
    for (const Alert &alert : alerts)
        if (std::ranges::any_of(m_rules, [&](const AlertRule &rule) { return rule.enabled && rule.id == alert.ruleId; }) && m_entries.size() < kMostAlerts)
            m_entries.try_emplace(alertKey(alert), Entry{alert, 0});
}

std::vector<Alert> AlertEngine::take(const Snapshot &snapshot)
{
    std::vector<Alert> changed;
    if (snapshot.state == SourceState::Late)
        return changed;
    for (const AlertRule &rule : m_rules) {
        if (!rule.enabled)
            continue;
        if (rule.kind == AlertKind::SourceFailed)
            judgeSource(rule, snapshot, changed);
        else if (snapshot.state == SourceState::Ok && rule.kind == AlertKind::Event)
            judgeEvents(rule, snapshot, changed);
        else if (snapshot.state == SourceState::Ok && rule.kind == AlertKind::Gone)
            judgeGone(rule, snapshot, changed);
        else if (snapshot.state == SourceState::Ok)
            judge(rule, snapshot, changed);
    }
    if (snapshot.state == SourceState::Ok)
        noteCodes(snapshot, changed);
    return changed;
}

void AlertEngine::judge(const AlertRule &rule, const Snapshot &snapshot, std::vector<Alert> &changed)
{
    // Most snapshots have nothing that a rule asks for.
    if (std::ranges::none_of(snapshot.samples, [&](const Sample &sample) { return sample.metric == rule.metric; }))
        return;
    const ValueOf values(snapshot);
    const auto column = values.column(rule.metric, rule.quantile, rule.dividedBy);
    std::vector<std::optional<double>> also;
    if (rule.also)
        also = values.column(rule.also->metric, 0, rule.also->dividedBy);
    for (std::uint32_t subject = 0; subject < column.size(); ++subject) {
        if (!column[subject])
            continue;
        if (rule.kind == AlertKind::Change)
            judgeChange(rule, snapshot, subject, *column[subject], changed);
        else
            judgeValue(rule, snapshot, subject, *column[subject],
                       !rule.also || (also[subject] && beyond(*also[subject], rule.also->threshold, rule.also->above)), changed);
    }
}

void AlertEngine::judgeValue(const AlertRule &rule, const Snapshot &snapshot, std::uint32_t subject, double value, bool also, std::vector<Alert> &changed)
{
    const std::string key = alertKey(rule.id, snapshot.sourceId, snapshot.subjects[subject]);
    bool past = beyond(value, rule.threshold, rule.above) && also;
    if (rule.kind == AlertKind::Growing)
        past = slope(key, static_cast<double>(snapshot.timeMs) / 1000.0, value, rule.forSeconds) > 0 && past;
    const auto known = m_entries.find(key);
    const bool firing = known != m_entries.end() && known->second.alert.state == AlertState::Firing;
    // What fires goes on until the value is back on the good side of `clear`, whatever the condition besides says.
    if (past || (firing && beyond(value, rule.clear, rule.above)))
        passed(rule, key, snapshot.sourceId, snapshot.subjects[subject], value, snapshot.timeMs, rule.kind == AlertKind::Growing ? 0 : rule.forSeconds, changed);
    else if (known != m_entries.end())
        good(key, snapshot.timeMs, changed);
}

void AlertEngine::judgeChange(const AlertRule &rule, const Snapshot &snapshot, std::uint32_t subject, double value, std::vector<Alert> &changed)
{
    const Subject &what = snapshot.subjects[subject];
    const std::string key = alertKey(rule.id, snapshot.sourceId, what);
    const auto [known, first] = m_codes.try_emplace(key, value);
    const double before = std::exchange(known->second, value);
    const bool counter = canonicalMetricInfo(rule.metric).shape == MetricShape::Counter;
    const bool isNew = !first && value > 0 && (counter ? value > before : std::abs(value - before) > 0.5);
    const bool asked = rule.codes.empty() || std::ranges::find(rule.codes, static_cast<int>(std::lround(value))) != rule.codes.end();
    const auto entry = m_entries.find(key);
    if (isNew && asked) {
        if (entry != m_entries.end())
            entry->second.alert.state = AlertState::Resolved; // the new one is news, also while the last one fires
        passed(rule, key, snapshot.sourceId, what, value, snapshot.timeMs, 0, changed);
    } else if (entry != m_entries.end() && entry->second.alert.state == AlertState::Firing
               && snapshot.timeMs - entry->second.alert.firedMs >= static_cast<std::int64_t>(rule.forSeconds * 1000)) {
        resolve(entry->second, snapshot.timeMs, changed);
    }
}

void AlertEngine::judgeEvents(const AlertRule &rule, const Snapshot &snapshot, std::vector<Alert> &changed)
{
    for (const Sample &sample : snapshot.samples)
        if (sample.metric == rule.metric && sample.subject < snapshot.subjects.size())
            happened(rule, snapshot.sourceId, snapshot.subjects[sample.subject], sample.value, snapshot.timeMs, changed);
}

void AlertEngine::happened(const AlertRule &rule, const std::string &sourceId, const Subject &subject, double value, std::int64_t nowMs, std::vector<Alert> &changed)
{
    if (!(value > 0) || (!rule.codes.empty() && std::ranges::find(rule.codes, static_cast<int>(std::lround(value))) == rule.codes.end()))
        return;
    const std::string key = alertKey(rule.id, sourceId, subject);
    if (const auto entry = m_entries.find(key); entry != m_entries.end())
        entry->second.alert.state = AlertState::Resolved; // the new one is news, also while the last one fires
    passed(rule, key, sourceId, subject, value, nowMs, 0, changed);
}

// An exporter keeps the last XID, so that the code says what happened while this program was off; the mapper's events begin
// with its second poll.
void AlertEngine::noteCodes(const Snapshot &snapshot, std::vector<Alert> &changed)
{
    for (const Sample &sample : snapshot.samples) {
        if (sample.metric != CanonicalMetric::GpuXidCode || sample.subject >= snapshot.subjects.size())
            continue;
        const Subject &gpu = snapshot.subjects[sample.subject];
        const std::string key = alertKey({}, snapshot.sourceId, gpu);
        const int code = static_cast<int>(std::lround(sample.value));
        if (!m_firstXid.try_emplace(key, code).second)
            continue;
        const auto known = m_knownXid.find(key);
        if (known == m_knownXid.end())
            continue;
        if (known->second != code)
            missedXid(snapshot.sourceId, gpu, code, snapshot.timeMs, changed);
        m_knownXid.erase(known);
    }
}

std::vector<Alert> AlertEngine::knowCodes(const std::vector<KnownCode> &codes, std::int64_t nowMs)
{
    std::vector<Alert> changed;
    for (const KnownCode &known : codes) {
        const std::string key = alertKey({}, known.sourceId, known.subject);
        const auto first = m_firstXid.find(key);
        if (first == m_firstXid.end())
            m_knownXid[key] = known.code;
        else if (first->second != known.code)
            missedXid(known.sourceId, known.subject, first->second, nowMs, changed);
    }
    return changed;
}

void AlertEngine::missedXid(const std::string &sourceId, const Subject &subject, int code, std::int64_t nowMs, std::vector<Alert> &changed)
{
    for (const AlertRule &rule : m_rules)
        if (rule.enabled && rule.kind == AlertKind::Event && rule.metric == CanonicalMetric::GpuXidNew)
            happened(rule, sourceId, subject, code, nowMs, changed);
}

void AlertEngine::judgeGone(const AlertRule &rule, const Snapshot &snapshot, std::vector<Alert> &changed)
{
    auto &gpus = m_gpus[snapshot.sourceId];
    for (const Subject &subject : snapshot.subjects)
        if (subject.isGpu() && subject.migInstance.empty())
            gpus[subject] = snapshot.timeMs;
    for (auto gpu = gpus.begin(); gpu != gpus.end();) {
        const std::string key = alertKey(rule.id, snapshot.sourceId, gpu->first);
        if (gpu->second == snapshot.timeMs) {
            if (m_entries.contains(key))
                good(key, snapshot.timeMs, changed);
        } else {
            passed(rule, key, snapshot.sourceId, gpu->first, static_cast<double>(snapshot.timeMs - gpu->second) / 1000.0, snapshot.timeMs, rule.forSeconds, changed);
            if (snapshot.timeMs - gpu->second > kForgetMs) { // it was taken out
                good(key, snapshot.timeMs, changed);
                gpu = gpus.erase(gpu);
                continue;
            }
        }
        ++gpu;
    }
}

void AlertEngine::judgeSource(const AlertRule &rule, const Snapshot &snapshot, std::vector<Alert> &changed)
{
    const std::string key = alertKey(rule.id, snapshot.sourceId, {});
    if (snapshot.state == SourceState::Failed && snapshot.reason != FailureReason::Ended)
        passed(rule, key, snapshot.sourceId, {}, 0, snapshot.timeMs, rule.forSeconds, changed);
    else if (m_entries.contains(key))
        good(key, snapshot.timeMs, changed);
}

// Least squares over what was seen in the window, as PromQL's deriv(); 0 until half of it is there.
double AlertEngine::slope(const std::string &key, double seconds, double value, double window)
{
    auto &points = m_trends[key].points;
    if (!points.empty() && seconds <= points.back().first)
        points.clear();
    points.emplace_back(seconds, value);
    std::erase_if(points, [&](const auto &point) { return point.first < seconds - window; });
    if (points.size() < 3 || points.back().first - points.front().first < window / 2)
        return 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    const double from = points.front().first;
    for (const auto &[at, y] : points) {
        const double x = at - from;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
    }
    const auto n = static_cast<double>(points.size());
    const double spread = n * sumXx - sumX * sumX;
    return spread > 0 ? (n * sumXy - sumX * sumY) / spread : 0;
}

void AlertEngine::passed(const AlertRule &rule, const std::string &key, const std::string &sourceId, const Subject &subject, double value, std::int64_t nowMs,
                         double forSeconds, std::vector<Alert> &changed)
{
    auto found = m_entries.find(key);
    if (found == m_entries.end()) {
        if (m_entries.size() >= kMostAlerts)
            return;
        found = m_entries.emplace(key, Entry{}).first;
        found->second.alert.state = AlertState::Resolved;
    }
    Entry &entry = found->second;
    Alert &alert = entry.alert;
    entry.seenMs = nowMs;
    alert.value = value;
    if (alert.state == AlertState::Resolved) {
        const std::int64_t silenced = alert.silencedUntilMs;
        alert = {rule.id, sourceId, subject, rule.severity, AlertState::Pending, nowMs, 0, 0, value, false, silenced, std::move(alert.silenceComment)};
        if (forSeconds > 0)
            changed.push_back(alert);
    }
    if (alert.state == AlertState::Pending && static_cast<double>(nowMs - alert.sinceMs) >= forSeconds * 1000.0) {
        alert.state = AlertState::Firing;
        alert.firedMs = nowMs;
        changed.push_back(alert);
    }
}

void AlertEngine::good(const std::string &key, std::int64_t nowMs, std::vector<Alert> &changed)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    if (found->second.alert.state == AlertState::Firing)
        resolve(found->second, nowMs, changed);
    else if (found->second.alert.state == AlertState::Pending)
        drop(key);
}

void AlertEngine::resolve(Entry &entry, std::int64_t nowMs, std::vector<Alert> &changed)
{
    entry.alert.state = AlertState::Resolved;
    entry.alert.resolvedMs = nowMs;
    changed.push_back(entry.alert);
}

void AlertEngine::drop(const std::string &key)
{
    m_entries.erase(key);
    m_dropped.push_back(key);
}

std::vector<Alert> AlertEngine::tick(std::int64_t nowMs)
{
    std::vector<Alert> changed;
    std::vector<std::string> old;
    for (auto &[key, entry] : m_entries) {
        Alert &alert = entry.alert;
        const auto rule = std::ranges::find(m_rules, alert.ruleId, &AlertRule::id);
        if (alert.state == AlertState::Resolved) {
            if (nowMs - alert.resolvedMs > kForgetMs)
                old.push_back(key);
            continue;
        }
        // A restored one is given the same time to be seen again; while its source fails nothing is known, and nothing ends.
        if (entry.seenMs == 0)
            entry.seenMs = nowMs;
        if (rule == m_rules.end() || rule->kind == AlertKind::SourceFailed || rule->kind == AlertKind::Gone)
            continue;
        if (rule->kind == AlertKind::Change || rule->kind == AlertKind::Event) {
            if (nowMs - alert.firedMs >= static_cast<std::int64_t>(rule->forSeconds * 1000))
                resolve(entry, nowMs, changed);
        } else if (nowMs - entry.seenMs > kUnseenMs) {
            if (alert.state == AlertState::Firing)
                resolve(entry, nowMs, changed);
            else
                old.push_back(key);
        }
    }
    for (const std::string &key : old)
        drop(key);
    return changed;
}

std::vector<Alert> AlertEngine::keepSources(const std::vector<std::string> &sourceIds, std::int64_t nowMs)
{
    std::vector<Alert> changed;
    std::vector<std::string> pending;
    const auto watched = [&](const std::string &id) { return std::ranges::find(sourceIds, id) != sourceIds.end(); };
    for (auto &[key, entry] : m_entries) {
        if (watched(entry.alert.sourceId))
            continue;
        if (entry.alert.state == AlertState::Firing)
            resolve(entry, nowMs, changed);
        else if (entry.alert.state == AlertState::Pending)
            pending.push_back(key);
    }
    for (const std::string &key : pending)
        drop(key);
    std::erase_if(m_gpus, [&](const auto &source) { return !watched(source.first); });
    return changed;
}

bool AlertEngine::acknowledge(const std::string &key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return false;
    found->second.alert.acknowledged = true;
    return true;
}

bool AlertEngine::silence(const std::string &key, std::int64_t untilMs, const std::string &comment)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return false;
    found->second.alert.silencedUntilMs = untilMs;
    found->second.alert.silenceComment = comment;
    return true;
}

std::vector<Alert> AlertEngine::alerts() const
{
    std::vector<Alert> all;
    for (const auto &[key, entry] : m_entries)
        all.push_back(entry.alert);
    const auto rank = [](const Alert &alert) {
        const int state = alert.state == AlertState::Firing ? 0 : alert.state == AlertState::Pending ? 1 : 2;
        const std::int64_t newest = std::max({alert.sinceMs, alert.firedMs, alert.resolvedMs});
        return std::tuple(state, -static_cast<int>(alert.severity) * (state == 0 ? 1 : 0), -newest, alertKey(alert));
    };
    std::ranges::sort(all, {}, rank);
    return all;
}

const Alert *AlertEngine::find(const std::string &key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second.alert;
}

std::vector<std::string> AlertEngine::takeDropped()
{
    return std::exchange(m_dropped, {});
}

} // namespace headroom::monitor
