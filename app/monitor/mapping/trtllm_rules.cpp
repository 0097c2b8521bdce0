// SPDX-License-Identifier: GPL-3.0-or-later
// trtllm-serve and NVIDIA Dynamo with it (Dynamo's metrics manual; the engine table of gateway-api-inference-extension).
#include "dialects.h"

#include <array>

namespace headroom::monitor {
namespace {

using enum CanonicalMetric;
using enum Treatment;
using enum Combine;
using enum Scope;

constexpr std::array kRules{
    MappingRule{"trtllm_num_requests_running", Gauge, ServingRequestsRunning, 1.0, Sum},
    MappingRule{"trtllm_num_requests_waiting", Gauge, ServingRequestsWaiting, 1.0, Sum},
    MappingRule{"trtllm_kv_cache_utilization", RatioOrPercent, ServingKvCacheRatio, 1.0, Max},
    MappingRule{"trtllm_kv_cache_hit_rate", RatioOrPercent, ServingPrefixHitRatio, 1.0, Max},
    MappingRule{"trtllm_kv_cache_max_blocks", Gauge, ServingKvCapacityTokens, 1.0, Product},
    MappingRule{"trtllm_kv_cache_tokens_per_block", Gauge, ServingKvCapacityTokens, 1.0, Product},
    MappingRule{"trtllm_request_success", Counter, ServingRequests, 1.0, Sum, Instance, ServingRequestsPerS},
    MappingRule{"trtllm_time_to_first_token_seconds", Histogram, ServingTtftS, 1.0, Sum},
    MappingRule{"trtllm_time_per_output_token_seconds", Histogram, ServingTpotS, 1.0, Sum},
    MappingRule{"trtllm_e2e_request_latency_seconds", Histogram, ServingE2eS, 1.0, Sum},
    MappingRule{"trtllm_request_queue_time_seconds", Histogram, ServingQueueS, 1.0, Sum},
};

} // namespace

std::span<const MappingRule> trtllmRules()
{
    return kRules;
}

} // namespace headroom::monitor
