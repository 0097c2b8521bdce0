// SPDX-License-Identifier: GPL-3.0-or-later
// AMD device-metrics-exporter (docs/configuration/metricslist.md, 2026); a prefix may be configured. Its MB are 10^6 bytes: a
// 64 GiB board says 68,702.
#include "dialects.h"

#include <array>

namespace headroom::monitor {
namespace {

using enum CanonicalMetric;
using enum Treatment;
using enum Combine;
using enum Scope;

constexpr double kMega = 1e6;
constexpr double kPercent = 0.01;

constexpr std::array kRules{
    MappingRule{"gpu_gfx_activity", Gauge, GpuUtilRatio, kPercent},
    MappingRule{"gpu_usage", Gauge, GpuUtilRatio, kPercent, First, Instance, {}, 1},
    MappingRule{"gpu_umc_activity", Gauge, GpuMemBusyRatio, kPercent},
    MappingRule{"gpu_prof_sm_active", Gauge, GpuSmActiveRatio, kPercent},
    MappingRule{"gpu_prof_occupancy_percent", Gauge, GpuSmOccupancyRatio, kPercent},
    MappingRule{"gpu_prof_tensor_active_percent", Gauge, GpuTensorActiveRatio, kPercent},
    MappingRule{"gpu_used_vram", Gauge, GpuMemUsedBytes, kMega},
    MappingRule{"gpu_free_vram", Gauge, GpuMemFreeBytes, kMega},
    MappingRule{"gpu_total_vram", Gauge, GpuMemTotalBytes, kMega},
    MappingRule{"gpu_total_memory", Gauge, GpuMemTotalBytes, kMega, First, Instance, {}, 1},
    MappingRule{"gpu_package_power", Gauge, GpuPowerW},
    MappingRule{"gpu_average_package_power", Gauge, GpuPowerW, 1.0, First, Instance, {}, 1},
    MappingRule{"gpu_power_usage", Gauge, GpuPowerW, 1.0, First, Instance, {}, 2},
    MappingRule{"gpu_energy_consumed", Counter, GpuEnergyJ, 1e-6},
    MappingRule{"gpu_junction_temperature", Gauge, GpuTempC},
    MappingRule{"gpu_edge_temperature", Gauge, GpuTempC, 1.0, First, Instance, {}, 1},
    MappingRule{"gpu_memory_temperature", Gauge, GpuMemTempC},
    MappingRule{"gpu_clock", Gauge, GpuSmClockHz, kMega, Max, Instance, {}, 0, "clock_type", "GPU_CLOCK_TYPE_SYSTEM"},
    MappingRule{"gpu_clock", Gauge, GpuMemClockHz, kMega, Max, Instance, {}, 0, "clock_type", "GPU_CLOCK_TYPE_MEMORY"},
    MappingRule{"pcie_replay_count", Counter, GpuPcieReplays},
    MappingRule{"gpu_ecc_uncorrect_total", Counter, GpuEccUncorrected},
    MappingRule{"gpu_ecc_correct_total", Counter, GpuEccCorrected},
    MappingRule{"gpu_health", Gauge, GpuHealthOk},
    MappingRule{"gpu_violation_ppt_residency_percentage", Gauge, GpuPowerThrottleRatio, kPercent},
    MappingRule{"gpu_violation_socket_thermal_residency_percentage", Gauge, GpuThermalThrottleRatio, kPercent},
};

constexpr std::array kNode{
    MappingRule{"gpu_nodes_total", Gauge, NodeGpuCount, 1.0, Max},
};

} // namespace

std::span<const MappingRule> amdNodeRules()
{
    return kNode;
}

std::span<const MappingRule> amdRules()
{
    return kRules;
}

} // namespace headroom::monitor
