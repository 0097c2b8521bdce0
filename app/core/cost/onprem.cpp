// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/cloud_bill.h>
#include <core/cost/onprem.h>
#include <core/cost/power.h>

namespace headroom::core {

const OnPremAssumptions &onPremAssumptions()
{
    static const OnPremAssumptions assumptions;
    return assumptions;
}

const char *onPremSource()
{
    return "estimate: card price of the catalog x 1.30 for server and network (8x H100 HGX server 310-317k USD, Aug 2024), 48 months straight "
           "line, 10 % residual, support 10 % a year, colocation 184.06 USD/kW/month (CBRE H2 2024), 0.0806 USD/kWh (US industrial 2023), "
           "PUE 1.54 (Uptime 2025)";
}

const char *onPremAsOf()
{
    return "2026-08";
}

std::optional<OnPremMonth> onPremServerMonth(const Gpu &gpu, double meanUtilization)
{
    const auto power = serverPower(gpu, gpu.perServer, meanUtilization);
    if (!gpu.purchasePrice || gpu.purchasePrice->currency() != Currency::USD || !power)
        return std::nullopt;
    const OnPremAssumptions &a = onPremAssumptions();
    const Money server = gpu.purchasePrice->times(gpu.perServer).timesRatio(a.serverFactor);
    const Money kilowattMonth = Money(Currency::USD, static_cast<std::int64_t>(a.colocationPerKwMonth * 1e6));
    const Money kilowattHour = Money(Currency::USD, static_cast<std::int64_t>(a.electricityPerKwh * 1e6));
    OnPremMonth month;
    month.depreciation = server.timesRatio((1.0 - a.residualShare) / a.depreciationMonths);
    month.support = server.timesRatio(a.supportPerYear / 12.0);
    month.colocation = kilowattMonth.timesRatio(power->peak.value() / 1000.0);
    month.energy = kilowattHour.timesRatio(power->mean.value() / 1000.0 * a.pue * kHoursPerMonth);
    return month;
}

} // namespace headroom::core
