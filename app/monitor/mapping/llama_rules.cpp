// SPDX-License-Identifier: GPL-3.0-or-later
// llama.cpp's server with --metrics (captures of b4747). Its averages since the last scrape are not read: a second reader would
// change them. Newer versions publish no KV cache.
#include "dialects.h"

#include <array>

namespace headroom::monitor {
namespace {

using enum CanonicalMetric;
using enum Treatment;
using enum Combine;
using enum Scope;

constexpr std::array kRules{
    MappingRule{"llamacpp:requests_processing", Gauge, ServingRequestsRunning},
    MappingRule{"llamacpp:requests_deferred", Gauge, ServingRequestsWaiting},
    MappingRule{"llamacpp:kv_cache_usage_ratio", RatioOrPercent, ServingKvCacheRatio},
    MappingRule{"llamacpp:prompt_tokens", Counter, ServingPromptTokens, 1.0, First, Instance, ServingPromptTokensPerS},
    MappingRule{"llamacpp:tokens_predicted", Counter, ServingGenerationTokens, 1.0, First, Instance, ServingGenerationTokensPerS},
};

} // namespace

std::span<const MappingRule> llamaRules()
{
    return kRules;
}

} // namespace headroom::monitor
