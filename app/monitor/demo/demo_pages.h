// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/demo/demo_cluster.h>

#include <cstdint>
#include <span>
#include <string>

namespace headroom::monitor {

// The pages that the demo cluster publishes, in the shape of the exporters that they stand for, with one line more that
// says what they are: headroom_demo_info 1.
std::string demoDcgmPage(std::span<const DemoNode> nodes);
// Several nodes in one page are the engines of one data-parallel deployment: engine="0", "1", ...
std::string demoVllmPage(std::span<const DemoNode> nodes);
// Both, for all nodes.
std::string demoWholePage(const DemoCluster &cluster);

// Targets for Prometheus's file-based and HTTP service discovery: every page of every node on 127.0.0.1:port.
std::string demoServiceDiscovery(const DemoCluster &cluster, std::uint16_t port);

} // namespace headroom::monitor
