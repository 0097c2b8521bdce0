// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <cstdint>
#include <string_view>

namespace headroom::monitor {

enum class DemoIncidentKind : std::uint8_t {
    Thermal,  // the node's air grows hot: its GPUs slow down, and so does its engine
    Xid79,    // a GPU falls off the bus: XID 79, its rows are gone, the engine does nothing until it is back
    Kv,       // long contexts fill the KV cache: preemptions, and requests wait
    NodeDown, // its pages answer 503, for all nodes share one address here
    Surge,    // four times the requests, on every node
};

// What happens to the demo cluster, when and for how long, in seconds since its start.
struct DemoIncident {
    DemoIncidentKind kind = DemoIncidentKind::Surge;
    int node = 1; // from 1; of no meaning to Surge
    double atS = 60.0;
    double forS = 120.0;

    bool covers(double seconds) const { return seconds >= atS && seconds < atS + forS; }

    bool operator==(const DemoIncident &) const = default;
};

// KIND[:NODE][@AT][+FOR], as "thermal", "xid79:2", "node-down:1@30+60", "kv@10", "surge@90+300"; times in seconds.
// Error: BadValue with what would be accepted.
core::Result<DemoIncident> parseDemoIncident(std::string_view text);

} // namespace headroom::monitor
