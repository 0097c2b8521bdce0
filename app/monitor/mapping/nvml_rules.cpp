// SPDX-License-Identifier: GPL-3.0-or-later
// NVML on this machine: its questions as names, its answers in its own units (mW, mJ, MHz, ns, %).
#include "dialects.h"

#include <array>

namespace headroom::monitor {
namespace {

using enum CanonicalMetric;
using enum Treatment;
using enum Combine;
using enum Scope;

constexpr double kMega = 1e6;
constexpr double kMilli = 1e-3;
constexpr double kPercent = 0.01;

constexpr std::array kRules{
    MappingRule{"nvmlDeviceGetUtilizationRates.gpu", Gauge, GpuUtilRatio, kPercent},
    MappingRule{"nvmlDeviceGetUtilizationRates.memory", Gauge, GpuMemBusyRatio, kPercent},
    MappingRule{"nvmlDeviceGetEncoderUtilization", Gauge, GpuEncoderRatio, kPercent},
    MappingRule{"nvmlDeviceGetDecoderUtilization", Gauge, GpuDecoderRatio, kPercent},
    MappingRule{"nvmlDeviceGetMemoryInfo.used", Gauge, GpuMemUsedBytes},
    MappingRule{"nvmlDeviceGetMemoryInfo.free", Gauge, GpuMemFreeBytes},
    MappingRule{"nvmlDeviceGetMemoryInfo.reserved", Gauge, GpuMemReservedBytes},
    MappingRule{"nvmlDeviceGetMemoryInfo.total", Gauge, GpuMemTotalBytes},
    MappingRule{"nvmlDeviceGetPowerUsage", Gauge, GpuPowerW, kMilli},
    MappingRule{"nvmlDeviceGetEnforcedPowerLimit", Gauge, GpuPowerLimitW, kMilli},
    MappingRule{"nvmlDeviceGetTotalEnergyConsumption", Counter, GpuEnergyJ, kMilli},
    MappingRule{"nvmlDeviceGetTemperature", Gauge, GpuTempC},
    MappingRule{"nvmlDeviceGetClockInfo.sm", Gauge, GpuSmClockHz, kMega},
    MappingRule{"nvmlDeviceGetClockInfo.mem", Gauge, GpuMemClockHz, kMega},
    MappingRule{"nvmlDeviceGetPcieReplayCounter", Counter, GpuPcieReplays},
    MappingRule{"nvmlDeviceGetTotalEccErrors.uncorrected", Counter, GpuEccUncorrected},
    MappingRule{"nvmlDeviceGetTotalEccErrors.corrected", Counter, GpuEccCorrected},
    MappingRule{"nvmlDeviceGetRemappedRows.pending", Gauge, GpuRowRemapPending},
    MappingRule{"nvmlDeviceGetRemappedRows.failure", Gauge, GpuRowRemapFailure},
    MappingRule{"nvmlDeviceGetCurrentClocksEventReasons", Gauge, GpuThrottleReasons},
    MappingRule{"nvmlDeviceGetViolationStatus.power", TimeShare, GpuPowerThrottleRatio, 1e-9},
    MappingRule{"nvmlDeviceGetViolationStatus.thermal", TimeShare, GpuThermalThrottleRatio, 1e-9},
    MappingRule{"nvmlEventTypeXidCriticalError", Gauge, GpuXidNew},
};

} // namespace

std::span<const MappingRule> nvmlRules()
{
    return kRules;
}

} // namespace headroom::monitor
