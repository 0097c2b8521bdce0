// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/simulated_system.h>

#include <algorithm>

namespace headroom::core {

Result<ServingSystem> simulatedSystem(const PlanningContext &context, const PlanOption &option)
{
    const Gpu *gpu = context.catalog.findGpu(option.gpu);
    if (!gpu)
        return std::unexpected(Error{ErrorCode::UnknownId, "the catalog does not hold " + option.gpu, {}, "gpu", 0});
    auto system = servingSystemOf(context, *gpu, option.format, option.layout);
    if (!system)
        return system;
    const Layout &layout = option.layout;
    ServingPolicy &policy = system->policy;
    policy.maxBatchedTokens = option.settings.maxBatchedTokens * layout.dp;
    policy.maxSequences = std::max(1, option.settings.maxSequences * layout.dp / layout.pp);
    policy.kvTokens = option.kvCapacityTokensPerReplica * system->model.efficiency().kvUsable / layout.pp;
    return system;
}

} // namespace headroom::core
