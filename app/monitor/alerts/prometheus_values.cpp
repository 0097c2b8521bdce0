// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule_overlay.h"

#include <fmt/format.h>

#include <cmath>

namespace headroom::monitor {
namespace {

std::string quantileOf(float quantile, const char *vllm, const char *sglang)
{
    const auto of = [quantile](const char *histogram) {
        return fmt::format("histogram_quantile({:.6g}, sum by (le, model_name, instance) (rate({}_bucket[5m])))", std::round(static_cast<double>(quantile) * 1e4) / 1e4, histogram);
    };
    return sglang ? of(vllm) + " or " + of(sglang) : of(vllm);
}

} // namespace

std::string prometheusValue(CanonicalMetric metric, float quantile, std::optional<CanonicalMetric> dividedBy)
{
    using enum CanonicalMetric;
    if (dividedBy) {
        if (metric == GpuMemUsedBytes && *dividedBy == GpuMemTotalBytes)
            return "DCGM_FI_DEV_FB_USED / (DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE) or nvidia_smi_memory_used_bytes / nvidia_smi_memory_total_bytes";
        return metric == NodeMemUsedBytes && *dividedBy == NodeMemTotalBytes ? "1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes" : std::string();
    }
    switch (metric) {
    case GpuUtilRatio: return "DCGM_FI_DEV_GPU_UTIL / 100 or nvidia_smi_utilization_gpu_ratio";
    case GpuEngineActiveRatio: return "DCGM_FI_PROF_GR_ENGINE_ACTIVE";
    case GpuPowerW: return "DCGM_FI_DEV_POWER_USAGE or nvidia_smi_power_draw_watts";
    case GpuTempC: return "DCGM_FI_DEV_GPU_TEMP or nvidia_smi_temperature_gpu";
    case GpuMemTempC: return "DCGM_FI_DEV_MEMORY_TEMP or nvidia_smi_temperature_memory";
    case GpuThermalThrottleRatio: return "rate(DCGM_FI_DEV_THERMAL_VIOLATION[5m]) / 1e9 or rate(nvidia_smi_clocks_event_reasons_counters_hw_thermal_slowdown_seconds[5m])";
    case GpuPowerThrottleRatio: return "rate(DCGM_FI_DEV_POWER_VIOLATION[5m]) / 1e9 or rate(nvidia_smi_clocks_event_reasons_counters_sw_power_cap_seconds[5m])";
    case ServingRequestsRunning: return "vllm:num_requests_running or sglang:num_running_reqs";
    case ServingRequestsWaiting: return "vllm:num_requests_waiting or sglang:num_queue_reqs";
    case ServingKvCacheRatio: return "vllm:kv_cache_usage_perc or sglang:token_usage";
    case ServingGenerationTokensPerS: return "rate(vllm:generation_tokens_total[5m]) or rate(sglang:generation_tokens_total[5m])";
    case ServingPreemptionsPerS: return "rate(vllm:num_preemptions_total[5m]) or rate(sglang:num_retracted_requests_total[5m])";
    case ServingTtftS: return quantileOf(quantile, "vllm:time_to_first_token_seconds", "sglang:time_to_first_token_seconds");
    case ServingItlS: return quantileOf(quantile, "vllm:inter_token_latency_seconds", "sglang:inter_token_latency_seconds");
    case ServingTpotS: return quantileOf(quantile, "vllm:request_time_per_output_token_seconds", nullptr);
    case ServingE2eS: return quantileOf(quantile, "vllm:e2e_request_latency_seconds", "sglang:e2e_request_latency_seconds");
    case ServingQueueS: return quantileOf(quantile, "vllm:request_queue_time_seconds", "sglang:queue_time_seconds");
    case NodeCpuRatio: return "1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[5m]))";
    case NodeLoad1: return "node_load1";
    default: return {};
    }
}

} // namespace headroom::monitor
