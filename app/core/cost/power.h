// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/gpu.h>

#include <optional>

namespace headroom::core {

// A server's highest power over the sum of its GPUs' TDP: DGX A100 6.5 kW / 3.2 kW = 2.03, 8x H100 10.2 / 5.6 = 1.82,
// DGX B200 14.3 / 8.0 = 1.79 (datasheets); one value for all.
inline constexpr double kServerPowerFactor = 1.82;
// Share of its highest power that a loaded but idle server draws: a judgement.
inline constexpr double kIdlePowerShare = 0.35;

struct ServerPower {
    Watts mean;  // at the mean utilization
    Watts peak;
};

// Load of all GPUs that were bought: that of the replicas' GPUs spread over them, for those beside the replicas are idle.
double loadOfBought(double meanUtilization, int usedGpus, int boughtGpus);

// Power of the servers that hold `gpus` GPUs under the mean load of all of them, without PUE; empty where the GPU's power is not published.
std::optional<ServerPower> serverPower(const Gpu &gpu, int gpus, double meanLoad);

} // namespace headroom::core
