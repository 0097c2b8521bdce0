// SPDX-License-Identifier: GPL-3.0-or-later
// node_exporter: what a serving machine itself does. Memory in use is MemTotal - MemAvailable; CPU use is 1 - idle.
#include "dialects.h"

#include <array>

namespace headroom::monitor {
namespace {

using enum CanonicalMetric;
using enum Treatment;
using enum Combine;
using enum Scope;

constexpr std::array kRules{
    MappingRule{"node_load1", Gauge, NodeLoad1},
    MappingRule{"node_memory_MemTotal_bytes", Gauge, NodeMemTotalBytes},
    MappingRule{"node_memory_MemAvailable_bytes", Special, NodeMemUsedBytes},
    MappingRule{"node_cpu_seconds", Special, NodeCpuRatio},
    MappingRule{"node_network_receive_bytes", Special, NodeNetRxBytesPerS},
    MappingRule{"node_network_transmit_bytes", Special, NodeNetTxBytesPerS},
    MappingRule{"node_uname_info", Special},
};

} // namespace

std::span<const MappingRule> nodeRules()
{
    return kRules;
}

} // namespace headroom::monitor
