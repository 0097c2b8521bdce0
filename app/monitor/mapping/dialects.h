// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapping_rule.h"

namespace headroom::monitor {

// One table a file; the sources of the names are told there.
std::span<const MappingRule> dcgmRules();
std::span<const MappingRule> nvidiaSmiRules();
std::span<const MappingRule> vllmRules();
std::span<const MappingRule> sglangRules();
std::span<const MappingRule> nodeRules();

} // namespace headroom::monitor
