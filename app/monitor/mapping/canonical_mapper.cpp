// SPDX-License-Identifier: GPL-3.0-or-later
#include "canonical_mapper.h"

#include "labels.h"

#include <monitor/exposition/numbers.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace headroom::monitor {
namespace {

// DCGM's "blank" numbers stand for no data (dcgm_structs.h: DCGM_INT32_BLANK, DCGM_INT64_BLANK, DCGM_FP64_BLANK and the few
// above each). The larger ones cannot be anything else; the small ones could be a counter's honest value.
constexpr double kBlank64 = 9.2e18;
constexpr double kBlank32 = 2147483632.0;
constexpr double kBlankDouble = 140737488355328.0;
constexpr double kBlanks = 16.0;

bool isBlank(double value, bool counter)
{
    if (value >= kBlank64)
        return true;
    const auto within = [value](double first) { return value >= first && value < first + kBlanks; };
    return !counter && (within(kBlank32) || within(kBlankDouble));
}

int wholeNumber(std::string_view text)
{
    int value = -1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() && value >= 0 ? value : -1;
}

bool needsGrowth(Treatment treatment)
{
    return treatment != Treatment::Gauge && treatment != Treatment::RatioOrPercent && treatment != Treatment::LastXid && treatment != Treatment::XidEvent;
}

// Rows of one of these carry the labels of the pod, as every other row of their subject does.
bool tellsWorkload(CanonicalMetric metric)
{
    using enum CanonicalMetric;
    return metric == GpuUtilRatio || metric == GpuMemUsedBytes || metric == GpuEngineActiveRatio || metric == GpuPowerW || metric == ServingRequestsRunning;
}

// Interfaces that carry no traffic of their own.
bool isVirtualInterface(std::string_view device)
{
    static constexpr std::array<std::string_view, 8> kPrefixes{"lo", "veth", "docker", "br-", "cni", "cali", "flannel", "virbr"};
    return std::ranges::any_of(kPrefixes, [device](std::string_view prefix) { return device.starts_with(prefix); });
}

} // namespace

CanonicalMapper::CanonicalMapper(std::string node, Over over)
    : m_node(std::move(node))
    , m_over(over)
{
}

void CanonicalMapper::begin(double timeS, std::optional<double> steadyS)
{
    m_timeS = timeS;
    m_steadyS = steadyS.value_or(timeS);
    m_growth.beginPoll();
    m_poll = {};
    m_dialects.clear();
    m_subjectIndex.clear();
    m_cells.clear();
    m_ratios.clear();
    m_histograms.clear();
    m_cpus.clear();
    m_memAvailable.clear();
    m_nodeNames.clear();
    m_capacities.clear();
    m_workloadKeys.clear();
}

void CanonicalMapper::add(const SampleView &sample)
{
    ++m_poll.samplesRead;
    if (sample.name == kDemoMarker) {
        m_poll.isDemo = m_poll.isDemo || sample.value == 1.0;
        return;
    }
    const std::span<const RuleMatch> rules = rulesFor(sample.name);
    if (rules.empty())
        return;
    const double time = sample.timestampMs ? *sample.timestampMs / 1000.0 : m_steadyS;
    if (m_over == Over::Poll && sample.timestampMs && m_timeS - time > kStaleS) {
        ++m_poll.samplesStale;
        return;
    }
    std::optional<Growth> growth;
    if (m_over == Over::Poll && needsGrowth(rules.front().rule->treatment))
        growth = m_growth.observe(seriesNumber(sample.name, sample.labels), {time, sample.value});
    for (const RuleMatch &match : rules)
        map({match, sample.name, sample.labels, sample.value, growth});
}

std::span<const RuleMatch> CanonicalMapper::rulesFor(std::string_view name)
{
    if (name != m_lastName) {
        m_lastName = name;
        m_lastRules = findRules(name);
    }
    return m_lastRules;
}

void CanonicalMapper::addWindow(std::string_view name, std::span<const LabelView> labels, std::span<const TimedValue> points)
{
    m_poll.samplesRead += points.size();
    if (points.empty())
        return;
    for (const RuleMatch &match : rulesFor(name))
        map({match, name, labels, points.back().value, GrowthTracker::over(points)});
}

void CanonicalMapper::map(const Occurrence &seen)
{
    const MappingRule &rule = seen.rule();
    const Dialect &dialect = *seen.match.dialect;
    if (!std::isfinite(seen.value) || (dialect.hasBlanks && isBlank(seen.value, rule.treatment == Treatment::Counter || rule.treatment == Treatment::TimeShare)))
        return;
    if (!rule.label.empty() && labelValue(seen.labels, {rule.label}) != rule.equals)
        return;
    if (dialect.kind == DialectKind::Serving) {
        // A router repeats its engines' numbers under their names, with the engine's address as label; per-priority rows
        // stand beside the sum of all.
        const bool router = !labelValue(seen.labels, {"server"}).empty() && labelValue(seen.labels, {"model_name"}).empty();
        if (router || !labelValue(seen.labels, {"priority"}).empty())
            return;
    }
    if (rule.scope == Scope::NotWithMig && !labelValue(seen.labels, {"gpu_i_id", "gpu_instance_id"}).empty())
        return;
    ++m_poll.samplesKnown;
    if (std::ranges::find(m_dialects, dialect.id) == m_dialects.end())
        m_dialects.push_back(dialect.id);
    if (rule.metric == CanonicalMetric::ServingKvCapacityTokens && rule.treatment == Treatment::Special)
        return rememberCapacity(seen);
    const auto known = subjectOf(seen);
    if (!known) {
        ++m_poll.samplesBeyond;
        return;
    }
    const std::uint32_t subject = *known;
    if (tellsWorkload(rule.metric))
        rememberWorkload(seen, subject);
    switch (rule.treatment) {
    case Treatment::Gauge: return put(subject, rule.metric, seen.value * rule.factor, rule);
    case Treatment::RatioOrPercent:
        if (seen.value >= 0.0)
            put(subject, rule.metric, seen.value > 1.0 ? seen.value / 100.0 : seen.value, rule);
        return;
    case Treatment::Counter:
        put(subject, rule.metric, seen.value * rule.factor, rule);
        if (rule.rate && seen.growth)
            put(subject, *rule.rate, seen.growth->perSecond() * rule.factor, rule);
        return;
    case Treatment::TimeShare:
        if (seen.growth)
            put(subject, rule.metric, std::clamp(seen.growth->perSecond() * rule.factor, 0.0, 1.0), rule);
        return;
    case Treatment::RatioPart:
    case Treatment::RatioWhole: {
        if (!seen.growth && m_over == Over::Poll)
            return;
        const double amount = m_over == Over::Poll ? seen.growth->increase : seen.value;
        RatioCell &ratio = m_ratios[{subject, rule.metric, rule.rank}];
        (rule.treatment == Treatment::RatioPart ? ratio.part : ratio.whole) += amount;
        ratio.hasWhole = ratio.hasWhole || rule.treatment == Treatment::RatioWhole;
        return;
    }
    case Treatment::Histogram:
    case Treatment::MeanSum:
    case Treatment::MeanCount: return addToHistogram(seen, subject);
    case Treatment::Summary: return mapSummary(seen, subject);
    case Treatment::LastXid:
    case Treatment::XidEvent: return mapXid(seen, subject);
    case Treatment::Special: return special(seen, subject);
    }
}

void CanonicalMapper::special(const Occurrence &seen, std::uint32_t subject)
{
    const std::string_view name = seen.rule().name;
    if (name == "nvidia_smi_index") {
        m_poll.subjects[subject].gpuIndex = static_cast<int>(std::clamp(seen.value, 0.0, 4096.0));
    } else if (name == "node_uname_info") {
        const std::string_view own = labelValue(seen.labels, {"nodename"});
        if (!own.empty())
            m_nodeNames[m_poll.subjects[subject].node] = own;
    } else if (name == "node_memory_MemAvailable_bytes") {
        m_memAvailable[subject] = seen.value;
    } else if (name == "node_cpu_seconds") {
        if (seen.growth && labelValue(seen.labels, {"mode"}) == "idle") {
            CpuCell &cpu = m_cpus[subject];
            cpu.idle += seen.growth->perSecond();
            ++cpu.cpus;
        }
    } else if (name.starts_with("node_network_")) {
        if (seen.growth && !isVirtualInterface(labelValue(seen.labels, {"device"}))) {
            MappingRule sum = seen.rule();
            sum.combine = Combine::Sum;
            put(subject, sum.metric, seen.growth->perSecond(), sum);
        }
    }
}

// The row names the engine but not the model, so it waits for the rows that do.
void CanonicalMapper::rememberCapacity(const Occurrence &seen)
{
    // Newer versions say the size; blocks x block size is wrong for models with several kinds of attention.
    const auto size = parseMetricNumber(labelValue(seen.labels, {"kv_cache_size_tokens"}));
    const auto blocks = parseMetricNumber(labelValue(seen.labels, {"num_gpu_blocks"}));
    const auto blockSize = parseMetricNumber(labelValue(seen.labels, {"block_size"}));
    const double tokens = size && *size > 0.0 ? *size : blocks && blockSize ? *blocks * *blockSize : 0.0;
    if (tokens > 0.0 && std::isfinite(tokens))
        m_capacities[{nodeOf(seen.labels), std::string(labelValue(seen.labels, {"engine"}))}] = tokens;
}

void CanonicalMapper::put(std::uint32_t subject, CanonicalMetric metric, double value, const MappingRule &rule)
{
    if (!std::isfinite(value))
        return;
    const auto [place, isNew] = m_cells.try_emplace({subject, metric}, Cell{value, rule.rank, 1, rule.combine == Combine::Product});
    Cell &cell = place->second;
    if (isNew || rule.rank > cell.rank)
        return;
    if (rule.rank < cell.rank)
        cell = {value, rule.rank, 1, rule.combine == Combine::Product};
    else if (rule.combine == Combine::Sum)
        cell.value += value;
    else if (rule.combine == Combine::Max)
        cell.value = std::max(cell.value, value);
    else if (rule.combine == Combine::Product && ++cell.parts == 2)
        cell.value *= value;
}

void CanonicalMapper::putOwn(std::uint32_t subject, CanonicalMetric metric, double value)
{
    m_cells.try_emplace({subject, metric}, Cell{value});
}

const CanonicalMapper::Cell *CanonicalMapper::cell(std::uint32_t subject, CanonicalMetric metric) const
{
    const auto found = m_cells.find({subject, metric});
    return found == m_cells.end() ? nullptr : &found->second;
}

void CanonicalMapper::addToHistogram(const Occurrence &seen, std::uint32_t subject)
{
    if (!seen.growth && m_over == Over::Poll)
        return;
    const double amount = m_over == Over::Poll ? seen.growth->increase : seen.value;
    HistogramBuckets &histogram = m_histograms[{subject, seen.rule().metric, seen.rule().rank}];
    const Treatment treatment = seen.rule().treatment;
    switch (treatment == Treatment::MeanSum ? SamplePart::Sum : treatment == Treatment::MeanCount ? SamplePart::Count : seen.match.part) {
    case SamplePart::Bucket:
        if (const auto bound = parseMetricNumber(labelValue(seen.labels, {"le"})); bound && !std::isnan(*bound))
            histogram.atMost[*bound * seen.rule().factor] += amount;
        return;
    case SamplePart::Sum:
        histogram.sum += amount * seen.rule().factor;
        histogram.hasSum = true;
        return;
    case SamplePart::Count:
        histogram.count += amount;
        histogram.hasCount = true;
        return;
    case SamplePart::Value: return;
    }
}

std::string CanonicalMapper::nodeOf(std::span<const LabelView> labels) const
{
    const std::string_view named = labelValue(labels, {"hostname", "node", "nodename", "kubernetes_node", "instance"});
    return named.empty() ? m_node : std::string(named);
}

std::optional<std::uint32_t> CanonicalMapper::subjectAt(std::string key, Subject subject)
{
    if (m_poll.subjects.size() >= kMostSubjects && !m_subjectIndex.contains(key))
        return std::nullopt;
    const auto [place, isNew] = m_subjectIndex.try_emplace(std::move(key), static_cast<std::uint32_t>(m_poll.subjects.size()));
    if (isNew) {
        m_poll.subjects.push_back(std::move(subject));
    } else {
        // Not every row carries every label.
        Subject &known = m_poll.subjects[place->second];
        if (known.gpuModel.empty())
            known.gpuModel = std::move(subject.gpuModel);
        if (known.gpuIndex < 0)
            known.gpuIndex = subject.gpuIndex;
    }
    return place->second;
}

std::optional<std::uint32_t> CanonicalMapper::subjectOf(const Occurrence &seen)
{
    switch (seen.match.dialect->kind) {
    case DialectKind::Gpu: return gpuSubject(seen);
    case DialectKind::Serving: return servingSubject(seen);
    case DialectKind::Node: break;
    }
    Subject subject;
    // The page's own labels say "node" for other things; only what a Prometheus server added counts.
    const std::string_view instance = labelValue(seen.labels, {"hostname", "instance"});
    subject.node = instance.empty() ? m_node : std::string(instance);
    std::string key = "node\n" + subject.node;
    return subjectAt(std::move(key), std::move(subject));
}

std::optional<std::uint32_t> CanonicalMapper::gpuSubject(const Occurrence &seen)
{
    Subject subject;
    subject.node = nodeOf(seen.labels);
    subject.gpuUuid = gpuUuid(labelValue(seen.labels, {"uuid", "gpu_uuid", "vdie_id", "serial_number"}));
    subject.gpuIndex = wholeNumber(labelValue(seen.labels, {"gpu", "index", "gpu_id", "minor_number", "id"}));
    subject.gpuModel = labelValue(seen.labels, {"modelname", "model_name", "card_model"});
    if (subject.gpuModel.empty() && seen.rule().treatment == Treatment::Special)
        subject.gpuModel = labelValue(seen.labels, {"name"});
    if (seen.rule().scope != Scope::Board) {
        const std::string_view instance = labelValue(seen.labels, {"gpu_i_id", "gpu_instance_id"});
        const std::string_view profile = labelValue(seen.labels, {"gpu_i_profile", "mig_profile", "profile"});
        if (!instance.empty())
            subject.migInstance = profile.empty() ? std::string(instance) : std::string(profile) + "/" + std::string(instance);
    }
    std::string key = "gpu\n" + (subject.gpuUuid.empty() ? subject.node + "\n" + std::to_string(subject.gpuIndex) : subject.gpuUuid) + "\n" + subject.migInstance;
    return subjectAt(std::move(key), std::move(subject));
}

std::optional<std::uint32_t> CanonicalMapper::servingSubject(const Occurrence &seen)
{
    Subject subject;
    subject.node = nodeOf(seen.labels);
    subject.engine = seen.match.dialect->id;
    subject.modelName = labelValue(seen.labels, {"model_name", "model"});
    subject.replica = labelValue(seen.labels, {"engine", "dp_rank"});
    std::string key = "serving\n" + subject.engine + "\n" + subject.node + "\n" + subject.modelName + "\n" + subject.replica;
    return subjectAt(std::move(key), std::move(subject));
}

} // namespace headroom::monitor
