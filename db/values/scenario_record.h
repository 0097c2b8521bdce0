// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace headroom::db {

using ScenarioId = std::int64_t;   // above 0, never used twice in one store
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>; // UTC

// One line of the list of scenarios.
struct ScenarioSummary {
    ScenarioId id = 0;
    std::string title;         // the draft's where there is one
    int revision = 0;          // newest; 0: never saved, there is only a draft
    Timestamp updated{};       // last edit that reached the store
    bool hasDraft = false;     // edits that are stored but not yet saved as a revision
    bool removed = false;      // in the bin: can be brought back

    bool operator==(const ScenarioSummary &) const = default;
};

// What made a revision.
enum class RevisionOrigin { Created, Saved, Imported, Duplicated, Renamed, Restored, DraftKept };
std::string_view revisionOriginId(RevisionOrigin origin); // "created", ...

struct Revision {
    int number = 0;            // 1, 2, ... of its scenario
    Timestamp saved{};
    std::string title;
    RevisionOrigin origin = RevisionOrigin::Saved;
    int restoredFrom = 0;      // of Restored: that revision's number

    bool operator==(const Revision &) const = default;
};

// A scenario as it was left: its draft, else its newest revision.
struct StoredScenario {
    ScenarioSummary summary;
    core::Scenario scenario;

    bool operator==(const StoredScenario &) const = default;
};

} // namespace headroom::db
