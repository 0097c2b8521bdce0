// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/money.h>

#include <optional>
#include <string>

namespace headroom::core {

// The figures that an approval is about.
struct ApprovedFigures {
    std::string catalogVersion, pricesAsOf;
    std::string gpu, format, engine;
    int tp = 1, pp = 1, ep = 1, dp = 1, replicas = 0;
    int gpus = 0;
    std::string provider, region, instance;
    int instances = 0;
    std::string priceAsOf;
    Money perHour;       // of one instance, in the offer's currency
    Money monthly;       // in the scenario's currency
    std::optional<double> peakRps;               // that the fleet was planned for
    std::optional<double> ttftP95S, tpotP95S;    // at that peak
    bool priced = true;  // false: a fleet that nobody sold, and the two amounts mean nothing

    bool operator==(const ApprovedFigures &) const = default;
};

struct BaselineReview {
    ApprovedFigures approved;
    std::string gpuName, recommendedGpuName;       // as people call them; the id where the catalog knows it no more
    std::optional<ApprovedFigures> sameFleetNow;   // the approved fleet at the catalog's price of today; empty: no price any more
    std::optional<ApprovedFigures> recommendedNow; // empty: nothing meets the demand
    std::string recommendedProblem;                // why there is no plan today; empty where there is one

    bool operator==(const BaselineReview &) const = default;
};

} // namespace headroom::core
