// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/power.h>

#include <algorithm>

namespace headroom::core {

double loadOfBought(double meanUtilization, int usedGpus, int boughtGpus)
{
    return boughtGpus > 0 ? std::clamp(meanUtilization, 0.0, 1.0) * usedGpus / boughtGpus : 0.0; // no GPU is more than busy
}

std::optional<ServerPower> serverPower(const Gpu &gpu, int gpus, double meanLoad)
{
    if (!gpu.tdp)
        return std::nullopt;
    ServerPower power;
    power.peak = *gpu.tdp * (static_cast<double>(gpus) * kServerPowerFactor);
    power.mean = power.peak * (kIdlePowerShare + (1.0 - kIdlePowerShare) * std::clamp(meanLoad, 0.0, 1.0));
    return power;
}

} // namespace headroom::core
