// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/gpu.h>
#include <core/units/money.h>

#include <optional>

namespace headroom::core {

// Assumptions behind own hardware, in US dollars; each a judgement or an estimate with its source in onprem.cpp.
struct OnPremAssumptions {
    double serverFactor = 1.30;        // server with network over its GPUs' price: 8x H100 HGX 310-317k USD over 8 x 30k
    int depreciationMonths = 48;       // straight line
    double residualShare = 0.10;       // of the purchase price at the end
    double supportPerYear = 0.10;      // of the purchase price
    double colocationPerKwMonth = 184.06; // USD, CBRE H2 2024
    double electricityPerKwh = 0.0806; // USD, US industrial 2023
    double pue = 1.54;                 // world average, Uptime 2025
};
const OnPremAssumptions &onPremAssumptions();
const char *onPremSource();
const char *onPremAsOf();

// What one server of `gpu.perServer` GPUs costs a month; empty where no purchase price or power is known.
struct OnPremMonth {
    Money depreciation, support, colocation, energy;

    Money total() const { return depreciation + support + colocation + energy; }
};
std::optional<OnPremMonth> onPremServerMonth(const Gpu &gpu, double meanUtilization);

} // namespace headroom::core
