// SPDX-License-Identifier: GPL-3.0-or-later
// vLLM, engine V0 (to 0.10) and V1; Ray Serve publishes the same families under ray_vllm_*. num_requests_waiting_by_reason is
// a split of num_requests_waiting and is not added to it; _created are times and are not read.
#include "dialects.h"

#include <array>

namespace headroom::monitor {
namespace {

using enum CanonicalMetric;
using enum Treatment;
using enum Combine;
using enum Scope;

constexpr std::array kRules{
    MappingRule{"vllm:num_requests_running", Gauge, ServingRequestsRunning, 1.0, Sum},
    MappingRule{"vllm:num_requests_waiting", Gauge, ServingRequestsWaiting, 1.0, Sum},
    MappingRule{"vllm:num_requests_swapped", Gauge, ServingRequestsSwapped, 1.0, Sum},
    MappingRule{"vllm:kv_cache_usage_perc", RatioOrPercent, ServingKvCacheRatio, 1.0, Max},
    MappingRule{"vllm:gpu_cache_usage_perc", RatioOrPercent, ServingKvCacheRatio, 1.0, Max, Instance, {}, 1},
    MappingRule{"vllm:prefix_cache_hits", RatioPart, ServingPrefixHitRatio, 1.0, Sum},
    MappingRule{"vllm:prefix_cache_queries", RatioWhole, ServingPrefixHitRatio, 1.0, Sum},
    MappingRule{"vllm:gpu_prefix_cache_hits", RatioPart, ServingPrefixHitRatio, 1.0, Sum, Instance, {}, 1},
    MappingRule{"vllm:gpu_prefix_cache_queries", RatioWhole, ServingPrefixHitRatio, 1.0, Sum, Instance, {}, 1},
    MappingRule{"vllm:gpu_prefix_cache_hit_rate", RatioOrPercent, ServingPrefixHitRatio, 1.0, Max, Instance, {}, 2},
    MappingRule{"vllm:request_success", Counter, ServingRequests, 1.0, Sum, Instance, ServingRequestsPerS},
    MappingRule{"vllm:prompt_tokens", Counter, ServingPromptTokens, 1.0, Sum, Instance, ServingPromptTokensPerS},
    MappingRule{"vllm:generation_tokens", Counter, ServingGenerationTokens, 1.0, Sum, Instance, ServingGenerationTokensPerS},
    MappingRule{"vllm:num_preemptions", Counter, ServingPreemptions, 1.0, Sum, Instance, ServingPreemptionsPerS},
    MappingRule{"vllm:avg_prompt_throughput_toks_per_s", Gauge, ServingPromptTokensPerS, 1.0, Sum, Instance, {}, 1},
    MappingRule{"vllm:avg_generation_throughput_toks_per_s", Gauge, ServingGenerationTokensPerS, 1.0, Sum, Instance, {}, 1},
    MappingRule{"vllm:time_to_first_token_seconds", Histogram, ServingTtftS, 1.0, Sum},
    MappingRule{"vllm:request_time_per_output_token_seconds", Histogram, ServingTpotS, 1.0, Sum},
    MappingRule{"vllm:inter_token_latency_seconds", Histogram, ServingItlS, 1.0, Sum},
    MappingRule{"vllm:time_per_output_token_seconds", Histogram, ServingItlS, 1.0, Sum, Instance, {}, 1},
    MappingRule{"vllm:e2e_request_latency_seconds", Histogram, ServingE2eS, 1.0, Sum},
    MappingRule{"vllm:request_queue_time_seconds", Histogram, ServingQueueS, 1.0, Sum},
    MappingRule{"vllm:request_prefill_time_seconds", Histogram, ServingPrefillS, 1.0, Sum},
    MappingRule{"vllm:request_decode_time_seconds", Histogram, ServingDecodeS, 1.0, Sum},
    MappingRule{"vllm:request_prompt_tokens", Histogram, ServingInputTokens, 1.0, Sum},
    MappingRule{"vllm:request_generation_tokens", Histogram, ServingOutputTokens, 1.0, Sum},
    MappingRule{"vllm:cache_config_info", Special, ServingKvCapacityTokens, 1.0, Sum},
};

} // namespace

std::span<const MappingRule> vllmRules()
{
    return kRules;
}

} // namespace headroom::monitor
