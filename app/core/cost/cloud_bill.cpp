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

Money alwaysOnMonth(const Money &pricePerHour, int instances)
{
    return pricePerHour.times(static_cast<std::int64_t>(instances) * kHoursPerMonth);
}

} // namespace headroom::core
