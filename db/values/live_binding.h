// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <db/values/baseline_record.h>

#include <string>

namespace headroom::db {

// A scenario that is watched: the live source it is compared with, and what was approved when it was bound. One for a scenario.
struct LiveBinding {
    std::string source;      // address as of StoredSource
    Timestamp bound{};
    Baseline baseline;       // its scenarioId says whose it is

    bool operator==(const LiveBinding &) const = default;
};

} // namespace headroom::db
