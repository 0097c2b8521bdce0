// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/billing.h>
#include <core/cost/cloud_bill.h>
#include <core/cost/power.h>
#include <core/derivation/build.h>
#include <core/planning/explain_parts.h>

namespace headroom::core {

using namespace derive;

Derivation explainMonthlyCost(const ExplainContext &c)
{
    auto cost = computeTree(c.option, c.plan, c.catalog);
    cost.key = "monthly_cost";
    return cost;
}

Derivation explainCostPerMillion(const ExplainContext &c)
{
    auto tokens = quotient("million_output_tokens", Unit::Count,
                           product("output_tokens_per_month", Unit::Tokens, explainMeanRate(c.plan), input("output_tokens", c.planning.load.outputTokens, Unit::Tokens),
                                   constant("seconds_per_month", kHoursPerMonth * 3600.0, Unit::Seconds, "730 h")),
                           constant("million", 1e6, Unit::None));
    return quotient("cost_per_million_output_tokens", unitOf(c.plan.scenario.money.currency), explainMonthlyCost(c), std::move(tokens));
}

Derivation explainPower(const ExplainContext &c)
{
    return product("power_peak", Unit::Watts, input("gpus_bought", c.option.gpusBought, Unit::Count),
                   fact("gpu_power", c.gpu.tdp ? c.gpu.tdp->value() : 0.0, Unit::Watts, c.gpu.source),
                   constant("server_power_factor", kServerPowerFactor, Unit::Ratio, "server over its GPUs: 8x H100 10.2 kW / 5.6 kW; DGX A100 2.03, DGX B200 1.79"));
}

} // namespace headroom::core
