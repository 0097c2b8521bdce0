// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace headroom::monitor {

// One metrics page that a list of targets names.
struct DiscoveredTarget {
    std::string url;  // scheme, address, path and parameters put together as Prometheus does
    std::string node; // what its labels call the machine (node, hostname, instance ...); empty: they do not

    bool operator==(const DiscoveredTarget &) const = default;
};

inline constexpr std::size_t kMostTargets = 4096;
inline constexpr std::size_t kMostDiscoveryBytes = std::size_t{16} << 20;

// Reads what Prometheus's file-based and HTTP service discovery read, as JSON: [{"targets":["host:port"],"labels":{...}}]. The
// labels __scheme__, __metrics_path__ and __param_NAME mean what they mean there; a target that stands twice counts once.
// Errors: Syntax (no JSON), BadValue with the place ("[2].targets[0]"), TooLarge (over 4,096 targets or 16 MiB). Knows no Qt.
core::Result<std::vector<DiscoveredTarget>> readDiscoveryTargets(std::string_view json);

} // namespace headroom::monitor
