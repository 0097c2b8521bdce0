// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace headroom::monitor {

// Everything a source can say, under one name each and in SI units. app/monitor/README.md tells from which exporter and
// by which formula each one comes. Values may be appended; ids are what recordings and the history hold and never change.
enum class CanonicalMetric : std::uint8_t {
    // One GPU (or one MIG instance of it)
    GpuUtilRatio,
    GpuMemBusyRatio,
    GpuEngineActiveRatio,
    GpuSmActiveRatio,
    GpuSmOccupancyRatio,
    GpuTensorActiveRatio,
    GpuDramActiveRatio,
    GpuEncoderRatio,
    GpuDecoderRatio,
    GpuMemUsedBytes,
    GpuMemFreeBytes,
    GpuMemReservedBytes,
    GpuMemTotalBytes,
    GpuPowerW,
    GpuPowerLimitW,
    GpuEnergyJ,
    GpuTempC,
    GpuMemTempC,
    GpuSmClockHz,
    GpuMemClockHz,
    GpuPcieTxBytesPerS,
    GpuPcieRxBytesPerS,
    GpuXidCode,
    GpuPcieReplays,
    GpuEccUncorrected,
    GpuEccCorrected,
    GpuRowRemapFailure,
    GpuPowerThrottleRatio,
    GpuThermalThrottleRatio,
    // One serving engine
    ServingRequestsRunning,
    ServingRequestsWaiting,
    ServingRequestsSwapped,
    ServingKvCacheRatio,
    ServingKvCapacityTokens,
    ServingPrefixHitRatio,
    ServingRequestsPerS,
    ServingPromptTokensPerS,
    ServingGenerationTokensPerS,
    ServingPreemptionsPerS,
    ServingRequests,
    ServingPromptTokens,
    ServingGenerationTokens,
    ServingPreemptions,
    ServingTtftS,
    ServingTpotS,
    ServingItlS,
    ServingE2eS,
    ServingQueueS,
    ServingInputTokens,
    ServingOutputTokens,
    // One machine
    NodeCpuRatio,
    NodeMemTotalBytes,
    NodeMemUsedBytes,
    NodeLoad1,
    NodeNetRxBytesPerS,
    NodeNetTxBytesPerS,
    // Appended later
    GpuXidNew,
    GpuThrottleReasons,
    GpuNvlinkErrors,
    GpuRowRemapPending,
    GpuRecoveryAction,
    GpuHealthOk,
    ServingFailures,
    ServingFailuresPerS,
    ServingPrefillS,
    ServingDecodeS,
    NodeGpuCount,
};

enum class MetricUnit : std::uint8_t { Ratio, Bytes, BytesPerS, Watts, Joules, Celsius, Hertz, Seconds, Requests, RequestsPerS, Tokens, TokensPerS, PerS, Count, Code };

// Gauge: the value now. Counter: grows since the exporter started (its rate has an id of its own). Distribution: a mean
// (quantile 0) and quantiles of what was observed between two polls.
enum class MetricShape : std::uint8_t { Gauge, Counter, Distribution };

struct CanonicalMetricInfo {
    CanonicalMetric metric;
    std::string_view id;
    MetricUnit unit;
    MetricShape shape;
};

inline constexpr std::array kCanonicalMetrics{
    CanonicalMetricInfo{CanonicalMetric::GpuUtilRatio, "gpu.util_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuMemBusyRatio, "gpu.mem_busy_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuEngineActiveRatio, "gpu.engine_active_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuSmActiveRatio, "gpu.sm_active_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuSmOccupancyRatio, "gpu.sm_occupancy_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuTensorActiveRatio, "gpu.tensor_active_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuDramActiveRatio, "gpu.dram_active_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuEncoderRatio, "gpu.encoder_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuDecoderRatio, "gpu.decoder_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuMemUsedBytes, "gpu.mem_used_bytes", MetricUnit::Bytes, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuMemFreeBytes, "gpu.mem_free_bytes", MetricUnit::Bytes, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuMemReservedBytes, "gpu.mem_reserved_bytes", MetricUnit::Bytes, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuMemTotalBytes, "gpu.mem_total_bytes", MetricUnit::Bytes, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuPowerW, "gpu.power_w", MetricUnit::Watts, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuPowerLimitW, "gpu.power_limit_w", MetricUnit::Watts, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuEnergyJ, "gpu.energy_j", MetricUnit::Joules, MetricShape::Counter},
    CanonicalMetricInfo{CanonicalMetric::GpuTempC, "gpu.temp_c", MetricUnit::Celsius, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuMemTempC, "gpu.mem_temp_c", MetricUnit::Celsius, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuSmClockHz, "gpu.sm_clock_hz", MetricUnit::Hertz, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuMemClockHz, "gpu.mem_clock_hz", MetricUnit::Hertz, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuPcieTxBytesPerS, "gpu.pcie_tx_bytes_per_s", MetricUnit::BytesPerS, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuPcieRxBytesPerS, "gpu.pcie_rx_bytes_per_s", MetricUnit::BytesPerS, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuXidCode, "gpu.xid_code", MetricUnit::Code, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuPcieReplays, "gpu.pcie_replays", MetricUnit::Count, MetricShape::Counter},
    CanonicalMetricInfo{CanonicalMetric::GpuEccUncorrected, "gpu.ecc_uncorrected", MetricUnit::Count, MetricShape::Counter},
    CanonicalMetricInfo{CanonicalMetric::GpuEccCorrected, "gpu.ecc_corrected", MetricUnit::Count, MetricShape::Counter},
    CanonicalMetricInfo{CanonicalMetric::GpuRowRemapFailure, "gpu.row_remap_failure", MetricUnit::Code, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuPowerThrottleRatio, "gpu.power_throttle_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuThermalThrottleRatio, "gpu.thermal_throttle_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingRequestsRunning, "serving.requests_running", MetricUnit::Requests, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingRequestsWaiting, "serving.requests_waiting", MetricUnit::Requests, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingRequestsSwapped, "serving.requests_swapped", MetricUnit::Requests, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingKvCacheRatio, "serving.kv_cache_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingKvCapacityTokens, "serving.kv_capacity_tokens", MetricUnit::Tokens, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingPrefixHitRatio, "serving.prefix_hit_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingRequestsPerS, "serving.requests_per_s", MetricUnit::RequestsPerS, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingPromptTokensPerS, "serving.prompt_tokens_per_s", MetricUnit::TokensPerS, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingGenerationTokensPerS, "serving.generation_tokens_per_s", MetricUnit::TokensPerS, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingPreemptionsPerS, "serving.preemptions_per_s", MetricUnit::PerS, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingRequests, "serving.requests_total", MetricUnit::Requests, MetricShape::Counter},
    CanonicalMetricInfo{CanonicalMetric::ServingPromptTokens, "serving.prompt_tokens_total", MetricUnit::Tokens, MetricShape::Counter},
    CanonicalMetricInfo{CanonicalMetric::ServingGenerationTokens, "serving.generation_tokens_total", MetricUnit::Tokens, MetricShape::Counter},
    CanonicalMetricInfo{CanonicalMetric::ServingPreemptions, "serving.preemptions_total", MetricUnit::Count, MetricShape::Counter},
    CanonicalMetricInfo{CanonicalMetric::ServingTtftS, "serving.ttft_s", MetricUnit::Seconds, MetricShape::Distribution},
    CanonicalMetricInfo{CanonicalMetric::ServingTpotS, "serving.tpot_s", MetricUnit::Seconds, MetricShape::Distribution},
    CanonicalMetricInfo{CanonicalMetric::ServingItlS, "serving.itl_s", MetricUnit::Seconds, MetricShape::Distribution},
    CanonicalMetricInfo{CanonicalMetric::ServingE2eS, "serving.e2e_s", MetricUnit::Seconds, MetricShape::Distribution},
    CanonicalMetricInfo{CanonicalMetric::ServingQueueS, "serving.queue_s", MetricUnit::Seconds, MetricShape::Distribution},
    CanonicalMetricInfo{CanonicalMetric::ServingInputTokens, "serving.input_tokens", MetricUnit::Tokens, MetricShape::Distribution},
    CanonicalMetricInfo{CanonicalMetric::ServingOutputTokens, "serving.output_tokens", MetricUnit::Tokens, MetricShape::Distribution},
    CanonicalMetricInfo{CanonicalMetric::NodeCpuRatio, "node.cpu_ratio", MetricUnit::Ratio, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::NodeMemTotalBytes, "node.mem_total_bytes", MetricUnit::Bytes, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::NodeMemUsedBytes, "node.mem_used_bytes", MetricUnit::Bytes, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::NodeLoad1, "node.load1", MetricUnit::Count, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::NodeNetRxBytesPerS, "node.net_rx_bytes_per_s", MetricUnit::BytesPerS, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::NodeNetTxBytesPerS, "node.net_tx_bytes_per_s", MetricUnit::BytesPerS, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuXidNew, "gpu.xid_new", MetricUnit::Code, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuThrottleReasons, "gpu.throttle_reasons", MetricUnit::Code, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuNvlinkErrors, "gpu.nvlink_errors", MetricUnit::Count, MetricShape::Counter},
    CanonicalMetricInfo{CanonicalMetric::GpuRowRemapPending, "gpu.row_remap_pending", MetricUnit::Code, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuRecoveryAction, "gpu.recovery_action", MetricUnit::Code, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::GpuHealthOk, "gpu.health_ok", MetricUnit::Code, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingFailures, "serving.failures_total", MetricUnit::Requests, MetricShape::Counter},
    CanonicalMetricInfo{CanonicalMetric::ServingFailuresPerS, "serving.failures_per_s", MetricUnit::RequestsPerS, MetricShape::Gauge},
    CanonicalMetricInfo{CanonicalMetric::ServingPrefillS, "serving.prefill_s", MetricUnit::Seconds, MetricShape::Distribution},
    CanonicalMetricInfo{CanonicalMetric::ServingDecodeS, "serving.decode_s", MetricUnit::Seconds, MetricShape::Distribution},
    CanonicalMetricInfo{CanonicalMetric::NodeGpuCount, "node.gpu_count", MetricUnit::Count, MetricShape::Gauge},
};

// The table stands in the order of the enumeration, so that a look-up is an index.
consteval bool canonicalMetricsAreInOrder()
{
    for (std::size_t i = 0; i < kCanonicalMetrics.size(); ++i)
        if (static_cast<std::size_t>(kCanonicalMetrics[i].metric) != i)
            return false;
    return true;
}
static_assert(canonicalMetricsAreInOrder());

constexpr const CanonicalMetricInfo &canonicalMetricInfo(CanonicalMetric metric)
{
    return kCanonicalMetrics[static_cast<std::size_t>(metric)];
}

constexpr std::string_view canonicalMetricId(CanonicalMetric metric)
{
    return canonicalMetricInfo(metric).id;
}

constexpr std::optional<CanonicalMetric> canonicalMetricFromId(std::string_view id)
{
    for (const CanonicalMetricInfo &info : kCanonicalMetrics)
        if (info.id == id)
            return info.metric;
    return std::nullopt;
}

// The unit as the command line and recordings print it.
constexpr std::string_view metricUnitName(MetricUnit unit)
{
    switch (unit) {
    case MetricUnit::Ratio: return "ratio";
    case MetricUnit::Bytes: return "bytes";
    case MetricUnit::BytesPerS: return "bytes/s";
    case MetricUnit::Watts: return "W";
    case MetricUnit::Joules: return "J";
    case MetricUnit::Celsius: return "C";
    case MetricUnit::Hertz: return "Hz";
    case MetricUnit::Seconds: return "s";
    case MetricUnit::Requests: return "requests";
    case MetricUnit::RequestsPerS: return "requests/s";
    case MetricUnit::Tokens: return "tokens";
    case MetricUnit::TokensPerS: return "tokens/s";
    case MetricUnit::PerS: return "1/s";
    case MetricUnit::Count: return "1";
    case MetricUnit::Code: return "code";
    }
    return "";
}

} // namespace headroom::monitor
