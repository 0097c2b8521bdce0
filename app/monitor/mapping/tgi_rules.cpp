// SPDX-License-Identifier: GPL-3.0-or-later
// Hugging Face text-generation-inference (docs/source/reference/metrics.md and the router's code, January 2026). It publishes no
// time to first token and no KV cache. Token counters are the sums of its length histograms.
#include "dialects.h"

#include <array>

namespace headroom::monitor {
namespace {

using enum CanonicalMetric;
using enum Treatment;
using enum Combine;
using enum Scope;

constexpr std::array kRules{
    MappingRule{"tgi_batch_current_size", Gauge, ServingRequestsRunning, 1.0, Max},
    MappingRule{"tgi_queue_size", Gauge, ServingRequestsWaiting, 1.0, Max},
    MappingRule{"tgi_request_success", Counter, ServingRequests, 1.0, Sum, Instance, ServingRequestsPerS},
    MappingRule{"tgi_request_failure", Counter, ServingFailures, 1.0, Sum, Instance, ServingFailuresPerS},
    MappingRule{"tgi_request_input_length_sum", Counter, ServingPromptTokens, 1.0, Sum, Instance, ServingPromptTokensPerS},
    MappingRule{"tgi_request_generated_tokens_sum", Counter, ServingGenerationTokens, 1.0, Sum, Instance, ServingGenerationTokensPerS},
    MappingRule{"tgi_request_mean_time_per_token_duration", Histogram, ServingTpotS, 1.0, Sum},
    MappingRule{"tgi_request_duration", Histogram, ServingE2eS, 1.0, Sum},
    MappingRule{"tgi_request_queue_duration", Histogram, ServingQueueS, 1.0, Sum},
    MappingRule{"tgi_request_input_length", Histogram, ServingInputTokens, 1.0, Sum},
    MappingRule{"tgi_request_generated_tokens", Histogram, ServingOutputTokens, 1.0, Sum},
};

} // namespace

std::span<const MappingRule> tgiRules()
{
    return kRules;
}

} // namespace headroom::monitor
