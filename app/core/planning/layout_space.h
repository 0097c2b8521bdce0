// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/planning_context.h>

#include <vector>

namespace headroom::core {

inline constexpr int kMostGpusPerReplica = 64;

// Every way to spread one replica over GPUs of a type that `given` allows: tensor parallel in powers of two inside a server and
// where the heads divide, pipeline parallel over servers (inside one where only PCIe joins its GPUs, or where a fixed fleet has
// no other way to use them), and for mixtures of experts expert parallel, with attention data parallel or without.
// replicas = 1 throughout. Fewest GPUs first. More GPUs given never take a layout away.
std::vector<Layout> layoutsFor(const PlanningContext &context, const Gpu &gpu, const LayoutInputs &given);

} // namespace headroom::core
