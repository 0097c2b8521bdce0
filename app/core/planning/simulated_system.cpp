// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/simulated_system.h>

#include <algorithm>

namespace headroom::core {

ServingPolicy servingPolicy(const PlanningContext &context, const Layout &layout, const EngineSettings &settings, double kvTokens, double kvUsable)
{
    const Engine &engine = context.engine;
    const bool final = engine.id == "trtllm"; // what is admitted there is never preempted
    ServingPolicy policy;
    policy.maxBatchedTokens = settings.maxBatchedTokens * layout.dp;
    policy.maxSequences = settings.maxSequences * layout.dp;
    policy.kvTokens = kvTokens * kvUsable / layout.pp;
    policy.kvBlockTokens = std::max(engine.kvBlockTokens, 1);
    policy.chunkedPrefill = !final;
    policy.decodePausesForPrefill = engine.id == "sglang";
    policy.reservedOutputShare = final ? 1.0 : 0.0;
    policy.cachedInputShare = context.scenario.demand.prefixCacheHitRatio;
    if (!policy.chunkedPrefill) // a prompt enters whole
        policy.maxBatchedTokens = std::max(policy.maxBatchedTokens, static_cast<int>(std::min(context.maxContext, 1e9)));
    return policy;
}

ServingSystem servingSystem(const PlanningContext &context, const StepModel &model, const Layout &layout, const EngineSettings &settings, double kvTokens)
{
    return {model, servingPolicy(context, layout, settings, kvTokens, model.efficiency().kvUsable), std::max(layout.replicas, 1), layout.pp, Balancing::LeastOutstanding};
}

CapacityLoad simulatedLoad(const PlanningContext &context)
{
    CapacityLoad load;
    load.input = logNormalLength(context.load.inputTokens, context.load.inputTokens * kLengthSpread);
    load.output = logNormalLength(context.load.outputTokens, context.load.outputTokens * kLengthSpread);
    load.maxContext = static_cast<int>(std::min(context.maxContext, 1e9));
    return load;
}

} // namespace headroom::core
