// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headroom::core {

// How one replica spreads over GPUs. One replica takes tp * pp * dp GPUs; experts are split over ep of them.
struct Layout {
    int tp = 1;
    int pp = 1;
    int ep = 1;
    int dp = 1;        // attention data parallel inside the replica
    int replicas = 1;  // redundancy's included

    int gpusPerReplica() const { return tp * pp * dp; }
    int gpus() const { return gpusPerReplica() * replicas; }
    bool operator==(const Layout &) const = default;
};

} // namespace headroom::core
