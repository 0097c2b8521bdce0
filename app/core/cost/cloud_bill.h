// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/money.h>

namespace headroom::core {

inline constexpr int kHoursPerMonth = 730; // a month of every bill: 8,760 / 12

// Whole instances for whole replicas. A replica of `gpusPerReplica` GPUs shares an instance with others, or takes
// several instances of its own.
struct InstanceNeed {
    int replicasPerInstance = 0;   // 0 where a replica spans instances
    int instancesPerReplica = 1;

    int instancesFor(int replicas) const;
};
// gpusPerReplica, gpusPerInstance > 0.
InstanceNeed instanceNeed(int gpusPerReplica, int gpusPerInstance);

// A month of 730 hours round the clock; exact to a millionth.
Money alwaysOnMonth(const Money &pricePerHour, int instances);

} // namespace headroom::core
