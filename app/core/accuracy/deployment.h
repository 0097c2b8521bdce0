// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/deployment_row.h>
#include <core/sizing/efficiency.h>
#include <core/sizing/layout.h>
#include <core/sizing/model_shape.h>

#include <string>
#include <vector>

namespace headroom::core {

// A row resolved against the catalog: everything that a prediction needs but the constants. Holds references into the
// catalog, which must outlive it.
struct Deployment {
    const Model &model;
    const Gpu &gpu;
    const Engine &engine;
    std::string version;              // the engine's; empty: not stated
    ModelShape shape;
    CheckpointFormat format;
    bool weightOnly = false;
    double kvBytes = 2.0;
    std::vector<Layout> layouts;      // to choose from; one where the row states its layout
    std::string note;                 // what was assumed

    ConstantTraits traits(const Layout &layout) const;
};

// Errors: UnknownId and BadValue, with what would be accepted.
Result<Deployment> resolveDeployment(const DeploymentRow &row, const Catalog &catalog);

} // namespace headroom::core
