// SPDX-License-Identifier: GPL-3.0-or-later
// NVIDIA dcgm-exporter: names of 4.x (etc/default-counters.csv), of 1.x, and those that DCGM renamed in 2026.
#include "dialects.h"

#include <array>

namespace headroom::monitor {
namespace {

using enum CanonicalMetric;
using enum Treatment;
using enum Combine;
using enum Scope;

constexpr double kMebi = 1048576.0;
constexpr double kMega = 1e6;
constexpr double kPercent = 0.01;

// PROF_PCIE_*_BYTES is bytes per second although older lists call it a counter.
constexpr std::array kRules{
    MappingRule{"DCGM_FI_DEV_GPU_UTIL", Gauge, GpuUtilRatio, kPercent, First, NotWithMig},
    MappingRule{"DCGM_FI_DEV_GPU_UTIL_RATIO", RatioOrPercent, GpuUtilRatio, 1.0, First, NotWithMig, {}, 1},
    MappingRule{"dcgm_gpu_utilization", Gauge, GpuUtilRatio, kPercent, First, NotWithMig, {}, 2},
    MappingRule{"DCGM_FI_DEV_MEM_COPY_UTIL", Gauge, GpuMemBusyRatio, kPercent, First, NotWithMig},
    MappingRule{"dcgm_mem_copy_utilization", Gauge, GpuMemBusyRatio, kPercent, First, NotWithMig, {}, 2},
    MappingRule{"DCGM_FI_DEV_ENC_UTIL", Gauge, GpuEncoderRatio, kPercent, First, NotWithMig},
    MappingRule{"dcgm_enc_utilization", Gauge, GpuEncoderRatio, kPercent, First, NotWithMig, {}, 2},
    MappingRule{"DCGM_FI_DEV_DEC_UTIL", Gauge, GpuDecoderRatio, kPercent, First, NotWithMig},
    MappingRule{"dcgm_dec_utilization", Gauge, GpuDecoderRatio, kPercent, First, NotWithMig, {}, 2},
    MappingRule{"DCGM_FI_PROF_GR_ENGINE_ACTIVE", RatioOrPercent, GpuEngineActiveRatio},
    MappingRule{"DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO", RatioOrPercent, GpuEngineActiveRatio, 1.0, First, Instance, {}, 1},
    MappingRule{"dcgm_fi_prof_gr_engine_active", RatioOrPercent, GpuEngineActiveRatio, 1.0, First, Instance, {}, 2},
    MappingRule{"DCGM_FI_PROF_SM_ACTIVE", RatioOrPercent, GpuSmActiveRatio},
    MappingRule{"DCGM_FI_PROF_SM_UTIL_RATIO", RatioOrPercent, GpuSmActiveRatio, 1.0, First, Instance, {}, 1},
    MappingRule{"DCGM_FI_PROF_SM_OCCUPANCY", RatioOrPercent, GpuSmOccupancyRatio},
    MappingRule{"DCGM_FI_PROF_SM_OCCUPANCY_RATIO", RatioOrPercent, GpuSmOccupancyRatio, 1.0, First, Instance, {}, 1},
    MappingRule{"DCGM_FI_PROF_PIPE_TENSOR_ACTIVE", RatioOrPercent, GpuTensorActiveRatio},
    MappingRule{"dcgm_fi_prof_pipe_tensor_active", RatioOrPercent, GpuTensorActiveRatio, 1.0, First, Instance, {}, 2},
    MappingRule{"DCGM_FI_PROF_DRAM_ACTIVE", RatioOrPercent, GpuDramActiveRatio},
    MappingRule{"dcgm_fi_prof_dram_active", RatioOrPercent, GpuDramActiveRatio, 1.0, First, Instance, {}, 2},
    MappingRule{"DCGM_FI_DEV_FB_USED", Gauge, GpuMemUsedBytes, kMebi},
    MappingRule{"dcgm_fb_used", Gauge, GpuMemUsedBytes, kMebi, First, Instance, {}, 2},
    MappingRule{"DCGM_FI_DEV_FB_FREE", Gauge, GpuMemFreeBytes, kMebi},
    MappingRule{"dcgm_fb_free", Gauge, GpuMemFreeBytes, kMebi, First, Instance, {}, 2},
    MappingRule{"DCGM_FI_DEV_FB_RESERVED", Gauge, GpuMemReservedBytes, kMebi},
    MappingRule{"DCGM_FI_DEV_FB_TOTAL", Gauge, GpuMemTotalBytes, kMebi},
    MappingRule{"DCGM_FI_DEV_POWER_USAGE", Gauge, GpuPowerW, 1.0, First, Board},
    MappingRule{"dcgm_power_usage", Gauge, GpuPowerW, 1.0, First, Board, {}, 2},
    MappingRule{"DCGM_FI_DEV_POWER_MGMT_LIMIT", Gauge, GpuPowerLimitW, 1.0, First, Board},
    MappingRule{"DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION", Counter, GpuEnergyJ, 1e-3, First, Board},
    MappingRule{"dcgm_total_energy_consumption", Counter, GpuEnergyJ, 1e-3, First, Board, {}, 2},
    MappingRule{"DCGM_FI_DEV_GPU_TEMP", Gauge, GpuTempC, 1.0, First, Board},
    MappingRule{"dcgm_gpu_temp", Gauge, GpuTempC, 1.0, First, Board, {}, 2},
    MappingRule{"DCGM_FI_DEV_MEMORY_TEMP", Gauge, GpuMemTempC, 1.0, First, Board},
    MappingRule{"dcgm_memory_temp", Gauge, GpuMemTempC, 1.0, First, Board, {}, 2},
    MappingRule{"DCGM_FI_DEV_SM_CLOCK", Gauge, GpuSmClockHz, kMega, First, Board},
    MappingRule{"dcgm_sm_clock", Gauge, GpuSmClockHz, kMega, First, Board, {}, 2},
    MappingRule{"DCGM_FI_DEV_MEM_CLOCK", Gauge, GpuMemClockHz, kMega, First, Board},
    MappingRule{"dcgm_memory_clock", Gauge, GpuMemClockHz, kMega, First, Board, {}, 2},
    MappingRule{"DCGM_FI_PROF_PCIE_TX_BYTES", Gauge, GpuPcieTxBytesPerS, 1.0, First, Board},
    MappingRule{"dcgm_fi_prof_pcie_tx_bytes", Gauge, GpuPcieTxBytesPerS, 1.0, First, Board, {}, 2},
    MappingRule{"DCGM_FI_PROF_PCIE_RX_BYTES", Gauge, GpuPcieRxBytesPerS, 1.0, First, Board},
    MappingRule{"dcgm_fi_prof_pcie_rx_bytes", Gauge, GpuPcieRxBytesPerS, 1.0, First, Board, {}, 2},
    MappingRule{"DCGM_FI_DEV_PCIE_REPLAY_COUNTER", Counter, GpuPcieReplays, 1.0, First, Board},
    MappingRule{"dcgm_pcie_replay_counter", Counter, GpuPcieReplays, 1.0, First, Board, {}, 2},
    MappingRule{"DCGM_FI_DEV_XID_ERRORS", LastXid, GpuXidCode, 1.0, First, Board, GpuXidNew},
    MappingRule{"dcgm_xid_errors", LastXid, GpuXidCode, 1.0, First, Board, GpuXidNew, 2},
    MappingRule{"DCGM_EXP_XID_ERRORS_COUNT", XidEvent, GpuXidNew, 1.0, Max, Board},
    MappingRule{"DCGM_FI_DEV_ECC_DBE_VOL_TOTAL", Counter, GpuEccUncorrected, 1.0, First, Board},
    MappingRule{"DCGM_FI_DEV_ECC_SBE_VOL_TOTAL", Counter, GpuEccCorrected, 1.0, First, Board},
    MappingRule{"DCGM_FI_DEV_ROW_REMAP_FAILURE", Gauge, GpuRowRemapFailure, 1.0, First, Board},
    MappingRule{"DCGM_FI_DEV_CLOCK_THROTTLE_REASONS", Gauge, GpuThrottleReasons, 1.0, First, Board},
    MappingRule{"DCGM_FI_DEV_CLOCKS_EVENT_REASONS", Gauge, GpuThrottleReasons, 1.0, First, Board, {}, 1},
    MappingRule{"DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL", Counter, GpuNvlinkErrors, 1.0, Sum, Board},
    MappingRule{"DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_TOTAL", Counter, GpuNvlinkErrors, 1.0, Sum, Board},
    MappingRule{"DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_TOTAL", Counter, GpuNvlinkErrors, 1.0, Sum, Board},
    MappingRule{"DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_TOTAL", Counter, GpuNvlinkErrors, 1.0, Sum, Board},
    MappingRule{"DCGM_FI_DEV_POWER_VIOLATION", TimeShare, GpuPowerThrottleRatio, 1e-9, First, Board},
    MappingRule{"DCGM_FI_DEV_THERMAL_VIOLATION", TimeShare, GpuThermalThrottleRatio, 1e-9, First, Board},
};

constexpr std::array kNode{
    MappingRule{"DCGM_FI_DEV_COUNT", Gauge, NodeGpuCount, 1.0, Max},
};

} // namespace

std::span<const MappingRule> dcgmNodeRules()
{
    return kNode;
}

std::span<const MappingRule> dcgmRules()
{
    return kRules;
}

} // namespace headroom::monitor
