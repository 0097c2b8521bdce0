// SPDX-License-Identifier: GPL-3.0-or-later
// NVIDIA Triton (docs/user_guide/metrics.md) and its TensorRT-LLM backend (README, "Triton metrics"), whose families hold several
// quantities that a label tells apart. Times of whole requests are counters in microseconds: a mean, without quantiles.
#include "dialects.h"

#include <array>

namespace headroom::monitor {
namespace {

using enum CanonicalMetric;
using enum Treatment;
using enum Combine;
using enum Scope;

constexpr std::array kServing{
    MappingRule{"nv_trt_llm_request_metrics", Gauge, ServingRequestsRunning, 1.0, Sum, Instance, {}, 0, "request_type", "scheduled"},
    MappingRule{"nv_trt_llm_request_metrics", Gauge, ServingRequestsWaiting, 1.0, Sum, Instance, {}, 0, "request_type", "waiting"},
    MappingRule{"nv_inference_pending_request_count", Gauge, ServingRequestsWaiting, 1.0, Sum, Instance, {}, 1},
    MappingRule{"nv_trt_llm_kv_cache_block_metrics", Gauge, ServingKvCacheRatio, 1.0, Max, Instance, {}, 0, "kv_cache_block_type", "fraction"},
    MappingRule{"nv_trt_llm_kv_cache_block_metrics", Gauge, ServingKvCapacityTokens, 1.0, Product, Instance, {}, 0, "kv_cache_block_type", "max"},
    MappingRule{"nv_trt_llm_kv_cache_block_metrics", Gauge, ServingKvCapacityTokens, 1.0, Product, Instance, {}, 0, "kv_cache_block_type", "tokens_per"},
    MappingRule{"nv_inference_request_success", Counter, ServingRequests, 1.0, Sum, Instance, ServingRequestsPerS},
    MappingRule{"nv_inference_request_failure", Counter, ServingFailures, 1.0, Sum, Instance, ServingFailuresPerS},
    MappingRule{"nv_inference_first_response_histogram_ms", Histogram, ServingTtftS, 1e-3, Sum},
    MappingRule{"nv_inference_request_summary_us", Summary, ServingE2eS, 1e-6, First},
    MappingRule{"nv_inference_request_duration_us", MeanSum, ServingE2eS, 1e-6, Sum, Instance, {}, 1},
    MappingRule{"nv_inference_request_success", MeanCount, ServingE2eS, 1.0, Sum, Instance, {}, 1},
    MappingRule{"nv_inference_queue_summary_us", Summary, ServingQueueS, 1e-6, First},
    MappingRule{"nv_inference_queue_duration_us", MeanSum, ServingQueueS, 1e-6, Sum, Instance, {}, 1},
    MappingRule{"nv_inference_request_success", MeanCount, ServingQueueS, 1.0, Sum, Instance, {}, 1},
};

constexpr std::array kGpu{
    MappingRule{"nv_gpu_utilization", RatioOrPercent, GpuUtilRatio},
    MappingRule{"nv_gpu_memory_total_bytes", Gauge, GpuMemTotalBytes},
    MappingRule{"nv_gpu_memory_used_bytes", Gauge, GpuMemUsedBytes},
    MappingRule{"nv_gpu_power_usage", Gauge, GpuPowerW},
    MappingRule{"nv_gpu_power_limit", Gauge, GpuPowerLimitW},
    MappingRule{"nv_energy_consumption", Counter, GpuEnergyJ},
};

constexpr std::array kNode{
    MappingRule{"nv_cpu_utilization", RatioOrPercent, NodeCpuRatio},
    MappingRule{"nv_cpu_memory_total_bytes", Gauge, NodeMemTotalBytes},
    MappingRule{"nv_cpu_memory_used_bytes", Gauge, NodeMemUsedBytes},
};

} // namespace

std::span<const MappingRule> tritonServingRules()
{
    return kServing;
}

std::span<const MappingRule> tritonGpuRules()
{
    return kGpu;
}

std::span<const MappingRule> tritonNodeRules()
{
    return kNode;
}

} // namespace headroom::monitor
