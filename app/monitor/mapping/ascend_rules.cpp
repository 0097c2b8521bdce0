// SPDX-License-Identifier: GPL-3.0-or-later
// Huawei Ascend npu-exporter (its collectors' names, MindCluster 2026). One card is one GPU; its MB are 2^20 bytes. Bandwidth is
// that of the network port and stands for no PCIe traffic, so it is not read.
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

constexpr std::array kRules{
    MappingRule{"npu_chip_info_utilization", Gauge, GpuUtilRatio, kPercent},
    MappingRule{"npu_chip_info_hbm_used_memory", Gauge, GpuMemUsedBytes, kMebi},
    MappingRule{"npu_chip_info_hbm_total_memory", Gauge, GpuMemTotalBytes, kMebi},
    MappingRule{"npu_chip_info_power", Gauge, GpuPowerW},
    MappingRule{"npu_chip_info_temperature", Gauge, GpuTempC},
    MappingRule{"npu_chip_info_aicore_current_freq", Gauge, GpuSmClockHz, kMega},
    MappingRule{"npu_chip_info_health_status", Gauge, GpuHealthOk},
};

constexpr std::array kNode{
    MappingRule{"machine_npu_nums", Gauge, NodeGpuCount, 1.0, Max},
};

} // namespace

std::span<const MappingRule> ascendNodeRules()
{
    return kNode;
}

std::span<const MappingRule> ascendRules()
{
    return kRules;
}

} // namespace headroom::monitor
