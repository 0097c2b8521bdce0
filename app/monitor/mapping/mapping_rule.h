// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/canonical_metric.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::monitor {

// How the values of one exporter's metric become canonical ones.
enum class Treatment : std::uint8_t {
    Gauge,          // value x factor
    RatioOrPercent, // a share that some versions publish as 0-1 and others as 0-100: above 1 it is percent; negative is no data
    Counter,        // value x factor, and its rate as `rate` where that is given
    TimeShare,      // a counter of time; factor makes it seconds; its rate is the share of time, at most 1
    Histogram,      // mean and quantiles of what was observed; factor applies to bounds and sum
    RatioPart,      // counter: numerator of a ratio of two counters' growth
    RatioWhole,     // counter: its denominator
    Summary,        // a mean of what was observed, and quantiles as published
    MeanSum,        // counter: what was observed, added up; with MeanCount of the same rank it gives a mean
    MeanCount,      // counter: how many were observed
    LastXid,        // the last XID, which stays: its change is the news
    XidEvent,       // a count or a time of the XID that the label tells: its growth is the news
    Special,        // read by code of its own (identity, configuration, CPU time)
};

// What to do when several series of one subject (ranks, reasons, processes) carry the same metric. Product: of exactly two.
enum class Combine : std::uint8_t { First, Sum, Max, Product };

// Of what a value speaks where a GPU is cut into MIG instances: of the instance that the row names, of the whole board
// (the same value on every row), or of nothing (not supported with MIG, and 0 there).
enum class Scope : std::uint8_t { Instance, Board, NotWithMig };

struct MappingRule {
    std::string_view name; // as published; counters without _total, histograms without _bucket, _sum, _count
    Treatment treatment = Treatment::Gauge;
    CanonicalMetric metric = CanonicalMetric::GpuUtilRatio;
    double factor = 1.0;
    Combine combine = Combine::First;
    Scope scope = Scope::Instance;
    std::optional<CanonicalMetric> rate = std::nullopt;
    std::uint8_t rank = 0; // where several names give one metric, the lowest rank that is there wins
    std::string_view label = {}; // only rows whose label of this name
    std::string_view equals = {}; // has this value
};

enum class DialectKind : std::uint8_t { Gpu, Serving, Node };

// One family of exporters: its names, as data.
struct Dialect {
    std::string_view id;
    DialectKind kind;
    std::span<const MappingRule> rules;
    std::span<const std::string_view> prefixes; // other spellings of the first of them: names are known under all
    bool hasBlanks = false;                     // publishes DCGM's "blank" numbers for no data
    bool isScraped = true;                      // Prometheus may hold it
};

std::span<const Dialect> dialects();

// Which part of a metric a published name is.
enum class SamplePart : std::uint8_t { Value, Bucket, Sum, Count };

struct RuleMatch {
    const Dialect *dialect;
    const MappingRule *rule;
    SamplePart part = SamplePart::Value;
};

// The rules for a sample's name as published; none where no exporter that Headroom knows has it.
std::span<const RuleMatch> findRules(std::string_view sampleName);

// Name of the metric by which the demo cluster marks what it publishes.
inline constexpr std::string_view kDemoMarker = "headroom_demo_info";

// Every published name that a rule reads: those whose value now is enough, and those whose growth matters.
std::vector<std::string> gaugeNames();
std::vector<std::string> counterNames();

} // namespace headroom::monitor
