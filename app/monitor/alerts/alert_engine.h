// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/alert.h>
#include <monitor/values/snapshot.h>

#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace headroom::monitor {

// Names an alert: of one rule, source and subject there is at most one. The same in every run.
std::string alertKey(const std::string &ruleId, const std::string &sourceId, const Subject &subject);
std::string alertKey(const Alert &alert);

// Judges snapshots by rules and keeps the alerts: pending while a threshold is passed but not yet for long enough, firing,
// resolved. Plain; knows no clock but the snapshots' and tick()'s. One thread.
class AlertEngine {
public:
    static constexpr std::int64_t kForgetMs = 30LL * 24 * 3600 * 1000;   // a resolved alert stays in the list for that long
    static constexpr std::int64_t kUnseenMs = 15LL * 60 * 1000;          // of a series that vanished: pending is dropped, firing resolved
    static constexpr std::size_t kMostAlerts = 5000;                     // over it nothing new is taken up

    void setRules(std::vector<AlertRule> rules);
    const std::vector<AlertRule> &rules() const { return m_rules; }
    // What an earlier run knew. Alerts of rules that are no more are left out.
    void restore(const std::vector<Alert> &alerts);

    // The codes that GPUs had when they were last heard of before this run (gpu.xid_code), however late this is known. One that
    // is another now came while nobody looked: that is an event, told once with the first answer of its source.
    struct KnownCode {
        std::string sourceId;
        Subject subject;
        int code = 0;
    };
    std::vector<Alert> knowCodes(const std::vector<KnownCode> &codes, std::int64_t nowMs);

    // Returns the alerts that changed their state, as they are now.
    std::vector<Alert> take(const Snapshot &snapshot);
    std::vector<Alert> tick(std::int64_t nowMs);
    // Alerts of sources that are watched no longer are resolved.
    std::vector<Alert> keepSources(const std::vector<std::string> &sourceIds, std::int64_t nowMs);

    bool acknowledge(const std::string &key);
    bool silence(const std::string &key, std::int64_t untilMs, const std::string &comment = {});

    // Firing first, the newest first.
    std::vector<Alert> alerts() const;
    const Alert *find(const std::string &key) const;
    // Keys of alerts that were dropped since the last call, for the store.
    std::vector<std::string> takeDropped();

private:
    struct Entry {
        Alert alert;
        std::int64_t seenMs = 0;
    };
    struct Trend {
        std::vector<std::pair<double, double>> points; // seconds, value
    };

    void judge(const AlertRule &rule, const Snapshot &snapshot, std::vector<Alert> &changed);
    void judgeValue(const AlertRule &rule, const Snapshot &snapshot, std::uint32_t subject, double value, bool also, std::vector<Alert> &changed);
    void judgeChange(const AlertRule &rule, const Snapshot &snapshot, std::uint32_t subject, double value, std::vector<Alert> &changed);
    void judgeEvents(const AlertRule &rule, const Snapshot &snapshot, std::vector<Alert> &changed);
    void noteCodes(const Snapshot &snapshot, std::vector<Alert> &changed);
    void happened(const AlertRule &rule, const std::string &sourceId, const Subject &subject, double value, std::int64_t nowMs, std::vector<Alert> &changed);
    void missedXid(const std::string &sourceId, const Subject &subject, int code, std::int64_t nowMs, std::vector<Alert> &changed);
    void judgeGone(const AlertRule &rule, const Snapshot &snapshot, std::vector<Alert> &changed);
    void judgeSource(const AlertRule &rule, const Snapshot &snapshot, std::vector<Alert> &changed);
    double slope(const std::string &key, double seconds, double value, double window);
    void passed(const AlertRule &rule, const std::string &key, const std::string &sourceId, const Subject &subject, double value, std::int64_t nowMs,
                double forSeconds, std::vector<Alert> &changed);
    void good(const std::string &key, std::int64_t nowMs, std::vector<Alert> &changed);
    void resolve(Entry &entry, std::int64_t nowMs, std::vector<Alert> &changed);
    void drop(const std::string &key);

    std::vector<AlertRule> m_rules;
    std::unordered_map<std::string, Entry> m_entries;
    std::unordered_map<std::string, Trend> m_trends;
    std::unordered_map<std::string, double> m_codes;                       // the last code or count of a Change rule, by key
    std::map<std::string, std::unordered_map<Subject, std::int64_t, SubjectHash>> m_gpus; // by source: when a GPU was last published
    std::unordered_map<std::string, int> m_firstXid;                       // the first XID of this run, by source and GPU
    std::unordered_map<std::string, int> m_knownXid;                       // the last of an earlier one, until it is compared
    std::vector<std::string> m_dropped;
};

} // namespace headroom::monitor
