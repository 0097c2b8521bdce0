// SPDX-License-Identifier: GPL-3.0-or-later
// SGLang with --enable-metrics. Each rank publishes a copy of the same value, so copies are not added; gen_throughput is not
// read because it keeps its last value when the engine is idle.
#include "dialects.h"

#include <array>

namespace headroom::monitor {
namespace {

using enum CanonicalMetric;
using enum Treatment;
using enum Combine;
using enum Scope;

constexpr std::array kRules{
    MappingRule{"sglang:num_running_reqs", Gauge, ServingRequestsRunning, 1.0, Max},
    MappingRule{"sglang:num_queue_reqs", Gauge, ServingRequestsWaiting, 1.0, Max},
    MappingRule{"sglang:token_usage", RatioOrPercent, ServingKvCacheRatio, 1.0, Max},
    MappingRule{"sglang:max_total_num_tokens", Gauge, ServingKvCapacityTokens, 1.0, Max},
    MappingRule{"sglang:cache_hit_rate", RatioOrPercent, ServingPrefixHitRatio, 1.0, Max},
    MappingRule{"sglang:num_requests", Counter, ServingRequests, 1.0, Max, Instance, ServingRequestsPerS},
    MappingRule{"sglang:prompt_tokens", Counter, ServingPromptTokens, 1.0, Max, Instance, ServingPromptTokensPerS},
    MappingRule{"sglang:generation_tokens", Counter, ServingGenerationTokens, 1.0, Max, Instance, ServingGenerationTokensPerS},
    MappingRule{"sglang:num_retracted_requests", Counter, ServingPreemptions, 1.0, Max, Instance, ServingPreemptionsPerS},
    MappingRule{"sglang:time_to_first_token_seconds", Histogram, ServingTtftS},
    MappingRule{"sglang:inter_token_latency_seconds", Histogram, ServingItlS},
    MappingRule{"sglang:time_per_output_token_seconds", Histogram, ServingItlS, 1.0, First, Instance, {}, 1},
    MappingRule{"sglang:e2e_request_latency_seconds", Histogram, ServingE2eS},
    MappingRule{"sglang:queue_time_seconds", Histogram, ServingQueueS},
};

} // namespace

std::span<const MappingRule> sglangRules()
{
    return kRules;
}

} // namespace headroom::monitor
