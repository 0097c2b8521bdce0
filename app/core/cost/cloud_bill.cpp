// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/cloud_bill.h>

namespace headroom::core {

int InstanceNeed::instancesFor(int replicas) const
{
    return replicasPerInstance > 0 ? (replicas + replicasPerInstance - 1) / replicasPerInstance : replicas * instancesPerReplica;
}

InstanceNeed instanceNeed(int gpusPerReplica, int gpusPerInstance)
{
    if (gpusPerReplica <= gpusPerInstance)
        return {gpusPerInstance / gpusPerReplica, 1};
    return {0, (gpusPerReplica + gpusPerInstance - 1) / gpusPerInstance};
}

Money scheduledMonth(const Money &pricePerHour, const InstanceNeed &need, const std::vector<double> &replicasByHour)
{
    std::int64_t instanceHours = 0;
    for (const double replicas : replicasByHour)
        instanceHours += need.instancesFor(static_cast<int>(replicas));
    if (replicasByHour.empty())
        return Money(pricePerHour.currency(), 0);
    return pricePerHour.times(instanceHours * kHoursPerMonth, static_cast<std::int64_t>(replicasByHour.size()));
}

Money alwaysOnMonth(const Money &pricePerHour, int instances)
{
    return pricePerHour.times(static_cast<std::int64_t>(instances) * kHoursPerMonth);
}

} // namespace headroom::core
