// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/shipped_catalog.h"

#include <core/serving/serving_report.h>
#include <core/serving/serving_simulation.h>
#include <core/sizing/memory_fit.h>

namespace headroom::test {

// A model on a GPU as the catalog has them, with a cache of our choice.
inline core::ServingSystem servingSystem(const char *model, const char *gpu, core::NumberFormat format, int tp, double kvTokens, int replicas = 1)
{
    using namespace headroom::core;
    const auto catalog = shippedCatalog();
    const Model &m = *catalog->findModel(model);
    auto step = StepModel::make(shapeOf(m.architecture), checkpointFormat(m, format), false, *catalog->findGpu(gpu), *catalog->findEngine("vllm"), {tp, 1, 1, 1, 1}, 2.0, catalog->constants);
    ServingPolicy policy;
    policy.kvTokens = kvTokens;
    return {*std::move(step), policy, replicas, 1, Balancing::LeastOutstanding};
}

inline core::ServingSystem llama70(double kvTokens = 400000, int replicas = 1)
{
    return servingSystem("llama-3.1-70b", "h100-sxm", core::NumberFormat::Fp8, 4, kvTokens, replicas);
}

inline core::SimulatedLoad openLoad(double rate, int requests, double input = 500, double output = 300)
{
    core::SimulatedLoad load;
    load.arrivals = core::openLoop(core::RequestsPerSecond(rate));
    load.input = core::fixedLength(input);
    load.output = core::fixedLength(output);
    load.requests = requests;
    return load;
}

} // namespace headroom::test
