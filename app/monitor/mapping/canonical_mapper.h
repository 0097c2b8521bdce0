// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/mapping/growth_tracker.h>
#include <monitor/mapping/histogram.h>
#include <monitor/mapping/mapping_rule.h>

#include <monitor/exposition/exposition_types.h>
#include <monitor/values/snapshot.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace headroom::monitor {

// What one poll said, in canonical metrics.
struct MappedPoll {
    std::vector<Subject> subjects;
    std::vector<Sample> samples;
    std::vector<Workload> workloads;
    std::string dialects; // recognized, joined by ','
    bool isDemo = false;
    std::size_t samplesRead = 0;
    std::size_t samplesKnown = 0;
    std::size_t samplesBeyond = 0; // of subjects beyond kMostSubjects; not taken
    std::size_t samplesStale = 0; // their own timestamps are older than kStaleS; not taken
};

// Recognizes exporters by the names they publish and turns their samples into canonical metrics. One mapper belongs to one
// source and remembers its counters from poll to poll. Not thread-safe. Knows no Qt.
class CanonicalMapper {
public:
    // Poll: rates and distributions of what happened since the poll before.
    // WholeLife: there is no poll before (a saved page): distributions and hit ratios since the exporter started, no rates.
    enum class Over { Poll, WholeLife };

    // A sample that says itself that it is older is no data, as Prometheus's look-back has it.
    static constexpr double kStaleS = 300.0;
    // More GPUs, engines and machines than one poll can honestly have; what is beyond them is left out and told.
    static constexpr std::size_t kMostSubjects = 100'000;

    // `node` names the machine where the samples do not.
    explicit CanonicalMapper(std::string node, Over over = Over::Poll);

    // Starts a poll; one that was begun and not finished leaves no trace.
    // `timeS`: Unix seconds. Rates are taken over `steadyS`, a clock that nobody sets, where it is given.
    void begin(double timeS, std::optional<double> steadyS = std::nullopt);
    void add(const SampleView &sample);
    // A counter's points of the last minutes, in the order of time (Prometheus API): its growth is theirs.
    void addWindow(std::string_view name, std::span<const LabelView> labels, std::span<const TimedValue> points);
    MappedPoll finish();

private:
    struct Cell {
        double value = 0.0;
        std::uint8_t rank = 0;
        int parts = 1;
        bool isProduct = false; // of two parts
    };
    struct RatioCell {
        double part = 0.0;
        double whole = 0.0;
        bool hasWhole = false;
    };
    struct CpuCell {
        double idle = 0.0;
        int cpus = 0;
    };
    struct Occurrence { // a sample with one of its rules
        const RuleMatch &match;
        std::string_view name;
        std::span<const LabelView> labels;
        double value = 0.0;
        std::optional<Growth> growth; // of counters and histograms

        const MappingRule &rule() const { return *match.rule; }
    };

    std::span<const RuleMatch> rulesFor(std::string_view name);
    void map(const Occurrence &seen);
    void mapXid(const Occurrence &seen, std::uint32_t subject);
    void mapSummary(const Occurrence &seen, std::uint32_t subject);
    void rememberWorkload(const Occurrence &seen, std::uint32_t subject);
    void rememberCapacity(const Occurrence &seen);
    void special(const Occurrence &seen, std::uint32_t subject);
    void put(std::uint32_t subject, CanonicalMetric metric, double value, const MappingRule &rule);
    void putOwn(std::uint32_t subject, CanonicalMetric metric, double value);
    const Cell *cell(std::uint32_t subject, CanonicalMetric metric) const;
    void addToHistogram(const Occurrence &seen, std::uint32_t subject);
    std::optional<std::uint32_t> subjectOf(const Occurrence &seen);
    std::optional<std::uint32_t> gpuSubject(const Occurrence &seen);
    std::optional<std::uint32_t> servingSubject(const Occurrence &seen);
    std::optional<std::uint32_t> subjectAt(std::string key, Subject subject);
    std::string nodeOf(std::span<const LabelView> labels) const;
    void nameModels();
    void shareIdentity();
    void deriveGpuMemory();
    void deriveCapacity();
    void deriveNode();
    void deriveRatios();
    void deriveDistributions();

    std::string m_node;
    Over m_over;
    double m_timeS = 0.0;
    double m_steadyS = 0.0;
    GrowthTracker m_growth;
    std::string m_lastName; // samples of one name mostly stand together
    std::span<const RuleMatch> m_lastRules;
    MappedPoll m_poll;
    std::vector<std::string_view> m_dialects;
    std::unordered_map<std::string, std::uint32_t> m_subjectIndex;
    std::map<std::pair<std::uint32_t, CanonicalMetric>, Cell> m_cells;
    std::map<std::tuple<std::uint32_t, CanonicalMetric, std::uint8_t>, RatioCell> m_ratios;
    std::map<std::tuple<std::uint32_t, CanonicalMetric, std::uint8_t>, HistogramBuckets> m_histograms;
    std::unordered_map<std::uint32_t, CpuCell> m_cpus;
    std::unordered_map<std::uint32_t, double> m_memAvailable;
    std::map<std::pair<std::string, std::string>, double> m_capacities; // KV tokens by node and engine
    std::unordered_set<std::string> m_workloadKeys;
    std::unordered_map<std::string, std::string> m_nodeNames; // as addressed -> as it calls itself
};

} // namespace headroom::monitor
