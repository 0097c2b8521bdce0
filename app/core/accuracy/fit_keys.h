// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/constants.h>

#include <span>
#include <vector>

namespace headroom::core {

// How one constant may vary: around `start` (in its logarithm, with standard deviation `baseSigma`), by offsets for each
// group of key parts, drawn towards 0 with the group's own standard deviation.
struct ConstantPrior {
    struct Group {
        KeyParts parts = 0;
        double sigma = 0;
    };
    Constant constant = Constant::GemmCompute;
    double start = 1;
    double baseSigma = 0.5;
    std::vector<Group> groups;
};

// One entry for each constant, in the order of Constant.
std::span<const ConstantPrior> constantPriors();

} // namespace headroom::core
