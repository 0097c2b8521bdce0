// SPDX-License-Identifier: GPL-3.0-or-later
// utkuozdemir/nvidia_gpu_exporter: names of its captures on H100, H200, RTX, and of its NVML backend for MIG.
#include "dialects.h"

#include <array>

namespace headroom::monitor {
namespace {

using enum CanonicalMetric;
using enum Treatment;
using enum Combine;
using enum Scope;

constexpr std::array kRules{
    MappingRule{"nvidia_smi_utilization_gpu_ratio", Gauge, GpuUtilRatio, 1.0, First, NotWithMig},
    MappingRule{"nvidia_smi_utilization_memory_ratio", Gauge, GpuMemBusyRatio, 1.0, First, NotWithMig},
    MappingRule{"nvidia_smi_utilization_encoder_ratio", Gauge, GpuEncoderRatio, 1.0, First, NotWithMig},
    MappingRule{"nvidia_smi_utilization_decoder_ratio", Gauge, GpuDecoderRatio, 1.0, First, NotWithMig},
    MappingRule{"nvidia_smi_memory_used_bytes", Gauge, GpuMemUsedBytes},
    MappingRule{"nvidia_smi_memory_free_bytes", Gauge, GpuMemFreeBytes},
    MappingRule{"nvidia_smi_memory_reserved_bytes", Gauge, GpuMemReservedBytes},
    MappingRule{"nvidia_smi_memory_total_bytes", Gauge, GpuMemTotalBytes},
    MappingRule{"nvidia_smi_power_draw_watts", Gauge, GpuPowerW, 1.0, First, Board},
    MappingRule{"nvidia_smi_power_draw_instant_watts", Gauge, GpuPowerW, 1.0, First, Board, {}, 1},
    MappingRule{"nvidia_smi_enforced_power_limit_watts", Gauge, GpuPowerLimitW, 1.0, First, Board},
    MappingRule{"nvidia_smi_power_limit_watts", Gauge, GpuPowerLimitW, 1.0, First, Board, {}, 1},
    MappingRule{"nvidia_smi_energy_joules", Counter, GpuEnergyJ, 1.0, First, Board},
    MappingRule{"nvidia_smi_temperature_gpu", Gauge, GpuTempC, 1.0, First, Board},
    MappingRule{"nvidia_smi_temperature_memory", Gauge, GpuMemTempC, 1.0, First, Board},
    MappingRule{"nvidia_smi_clocks_current_sm_clock_hz", Gauge, GpuSmClockHz, 1.0, First, Board},
    MappingRule{"nvidia_smi_clocks_current_memory_clock_hz", Gauge, GpuMemClockHz, 1.0, First, Board},
    MappingRule{"nvidia_smi_ecc_errors_uncorrected_volatile_total", Gauge, GpuEccUncorrected, 1.0, First, Board},
    MappingRule{"nvidia_smi_ecc_errors_corrected_volatile_total", Gauge, GpuEccCorrected, 1.0, First, Board},
    MappingRule{"nvidia_smi_remapped_rows_failure", Gauge, GpuRowRemapFailure, 1.0, First, Board},
    MappingRule{"nvidia_smi_remapped_rows_pending", Gauge, GpuRowRemapPending, 1.0, First, Board},
    MappingRule{"nvidia_smi_gpu_recovery_action", Gauge, GpuRecoveryAction, 1.0, First, Board},
    MappingRule{"nvidia_smi_xid_last_timestamp_seconds", XidEvent, GpuXidNew, 1.0, Max, Board},
    MappingRule{"nvidia_smi_clocks_event_reasons_active", Gauge, GpuThrottleReasons, 1.0, First, Board},
    MappingRule{"nvidia_smi_clocks_event_reasons_counters_sw_power_cap_seconds", TimeShare, GpuPowerThrottleRatio, 1.0, First, Board},
    MappingRule{"nvidia_smi_clocks_event_reasons_counters_hw_thermal_slowdown_seconds", TimeShare, GpuThermalThrottleRatio, 1.0, First, Board},
    MappingRule{"nvidia_smi_mig_graphics_activity_ratio", Gauge, GpuEngineActiveRatio},
    MappingRule{"nvidia_smi_mig_sm_activity_ratio", Gauge, GpuSmActiveRatio},
    MappingRule{"nvidia_smi_mig_sm_occupancy_ratio", Gauge, GpuSmOccupancyRatio},
    MappingRule{"nvidia_smi_mig_tensor_activity_ratio", Gauge, GpuTensorActiveRatio},
    MappingRule{"nvidia_smi_mig_memory_used_bytes", Gauge, GpuMemUsedBytes},
    MappingRule{"nvidia_smi_mig_memory_free_bytes", Gauge, GpuMemFreeBytes},
    MappingRule{"nvidia_smi_mig_memory_reserved_bytes", Gauge, GpuMemReservedBytes},
    MappingRule{"nvidia_smi_mig_memory_total_bytes", Gauge, GpuMemTotalBytes},
    MappingRule{"nvidia_smi_gpu_info", Special},
    MappingRule{"nvidia_smi_index", Special},
};

} // namespace

std::span<const MappingRule> nvidiaSmiRules()
{
    return kRules;
}

} // namespace headroom::monitor
