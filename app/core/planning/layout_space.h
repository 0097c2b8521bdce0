// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/planning_context.h>

#include <vector>

namespace headroom::core {

inline constexpr int kMostGpusPerReplica = 64;

// Every way to spread one replica over GPUs of a type that the scenario's layout allows: tensor parallel in powers of two
// inside a server and where the heads divide, pipeline parallel over servers, and for mixtures of experts attention data
// parallel with expert parallel. replicas = 1 throughout. Fewest GPUs first.
std::vector<Layout> layoutsFor(const PlanningContext &context, const Gpu &gpu);

} // namespace headroom::core
