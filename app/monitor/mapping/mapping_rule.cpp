// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapping_rule.h"

#include "dialects.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_map>

namespace headroom::monitor {
namespace {

constexpr std::array<std::string_view, 4> kVllmPrefixes{"vllm:", "vllm_", "ray_vllm_", "ray_vllm:"};
constexpr std::array<std::string_view, 2> kSglangPrefixes{"sglang:", "sglang_"};
constexpr std::array<std::string_view, 2> kTrtllmPrefixes{"trtllm_", "trtllm:"};
constexpr std::array<std::string_view, 2> kLlamaPrefixes{"llamacpp:", "llamacpp_"};
constexpr std::array<std::string_view, 2> kAmdPrefixes{"gpu_", "amd_gpu_"};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

using RuleIndex = std::unordered_map<std::string, std::vector<RuleMatch>, TextHash, std::equal_to<>>;

bool grows(const MappingRule &rule)
{
    switch (rule.treatment) {
    case Treatment::Counter:
    case Treatment::TimeShare:
    case Treatment::RatioPart:
    case Treatment::RatioWhole:
    case Treatment::MeanSum:
    case Treatment::MeanCount: return true;
    case Treatment::Special:
        return rule.metric == CanonicalMetric::NodeCpuRatio || rule.metric == CanonicalMetric::NodeNetRxBytesPerS
               || rule.metric == CanonicalMetric::NodeNetTxBytesPerS;
    default: return false;
    }
}

// The names under which the exporters of a dialect publish what a rule reads.
std::vector<std::pair<std::string, SamplePart>> publishedNames(const Dialect &dialect, const MappingRule &rule)
{
    std::vector<std::string> bases{std::string(rule.name)};
    if (!dialect.prefixes.empty() && rule.name.starts_with(dialect.prefixes.front()))
        for (const std::string_view prefix : dialect.prefixes.subspan(1))
            bases.push_back(std::string(prefix) + std::string(rule.name.substr(dialect.prefixes.front().size())));
    std::vector<std::pair<std::string, SamplePart>> names;
    for (const std::string &base : bases) {
        if (rule.treatment == Treatment::Histogram) {
            names.emplace_back(base + "_bucket", SamplePart::Bucket);
            names.emplace_back(base + "_sum", SamplePart::Sum);
            names.emplace_back(base + "_count", SamplePart::Count);
            names.emplace_back(base, SamplePart::Bucket); // Triton's manual prints its buckets so
            continue;
        }
        if (rule.treatment == Treatment::Summary) {
            names.emplace_back(base, SamplePart::Value);
            names.emplace_back(base + "_sum", SamplePart::Sum);
            names.emplace_back(base + "_count", SamplePart::Count);
            continue;
        }
        names.emplace_back(base, SamplePart::Value);
        if (grows(rule))
            names.emplace_back(base + "_total", SamplePart::Value);
    }
    return names;
}

RuleIndex buildIndex()
{
    RuleIndex index;
    for (const Dialect &dialect : dialects())
        for (const MappingRule &rule : dialect.rules)
            for (auto &[name, part] : publishedNames(dialect, rule))
                index[std::move(name)].push_back({&dialect, &rule, part});
    return index;
}

std::vector<std::string> namesThat(bool wantGrowing)
{
    std::vector<std::string> names;
    for (const Dialect &dialect : dialects())
        for (const MappingRule &rule : dialect.rules)
            if (dialect.isScraped
                && (grows(rule) || rule.treatment == Treatment::Histogram || rule.treatment == Treatment::Summary) == wantGrowing)
                for (auto &[name, part] : publishedNames(dialect, rule))
                    names.push_back(std::move(name));
    if (!wantGrowing)
        names.emplace_back(kDemoMarker);
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

} // namespace

std::span<const Dialect> dialects()
{
    static const std::array kDialects{
        Dialect{"dcgm", DialectKind::Gpu, dcgmRules(), {}, true},
        Dialect{"nvidia_gpu_exporter", DialectKind::Gpu, nvidiaSmiRules(), {}, false},
        Dialect{"nvml", DialectKind::Gpu, nvmlRules(), {}, false, false},
        Dialect{"vllm", DialectKind::Serving, vllmRules(), kVllmPrefixes, false},
        Dialect{"sglang", DialectKind::Serving, sglangRules(), kSglangPrefixes, false},
        Dialect{"tgi", DialectKind::Serving, tgiRules(), {}, false},
        Dialect{"triton", DialectKind::Serving, tritonServingRules(), {}, false},
        Dialect{"triton", DialectKind::Gpu, tritonGpuRules(), {}, false},
        Dialect{"triton", DialectKind::Node, tritonNodeRules(), {}, false},
        Dialect{"trtllm", DialectKind::Serving, trtllmRules(), kTrtllmPrefixes, false},
        Dialect{"llama.cpp", DialectKind::Serving, llamaRules(), kLlamaPrefixes, false},
        Dialect{"amd", DialectKind::Gpu, amdRules(), kAmdPrefixes, false},
        Dialect{"ascend", DialectKind::Gpu, ascendRules(), {}, false},
        Dialect{"dcgm", DialectKind::Node, dcgmNodeRules(), {}, true},
        Dialect{"amd", DialectKind::Node, amdNodeRules(), kAmdPrefixes, false},
        Dialect{"ascend", DialectKind::Node, ascendNodeRules(), {}, false},
        Dialect{"node_exporter", DialectKind::Node, nodeRules(), {}, false},
    };
    return kDialects;
}

std::span<const RuleMatch> findRules(std::string_view sampleName)
{
    static const RuleIndex kIndex = buildIndex();
    const auto found = kIndex.find(sampleName);
    return found == kIndex.end() ? std::span<const RuleMatch>() : found->second;
}

std::vector<std::string> gaugeNames()
{
    return namesThat(false);
}

std::vector<std::string> counterNames()
{
    return namesThat(true);
}

} // namespace headroom::monitor
