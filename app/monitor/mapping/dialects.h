// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapping_rule.h"

namespace headroom::monitor {

// One table a file; the sources of the names are told there.
std::span<const MappingRule> dcgmRules();
std::span<const MappingRule> dcgmNodeRules();
std::span<const MappingRule> nvidiaSmiRules();
std::span<const MappingRule> nvmlRules();
std::span<const MappingRule> vllmRules();
std::span<const MappingRule> sglangRules();
std::span<const MappingRule> tgiRules();
std::span<const MappingRule> tritonServingRules();
std::span<const MappingRule> tritonGpuRules();
std::span<const MappingRule> tritonNodeRules();
std::span<const MappingRule> trtllmRules();
std::span<const MappingRule> llamaRules();
std::span<const MappingRule> amdRules();
std::span<const MappingRule> amdNodeRules();
std::span<const MappingRule> ascendRules();
std::span<const MappingRule> ascendNodeRules();
std::span<const MappingRule> nodeRules();

} // namespace headroom::monitor
