// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace headroom::db {

// What opening a store met.
struct OpenReport {
    std::string file;
    bool created = false;          // there was none
    int schema = 0;                // now
    int migratedFrom = 0;          // 0: nothing to migrate
    std::string backupFile;        // the file as it was before migrating; empty: nothing migrated
    bool uncleanExit = false;      // an instance ended without closing; the content was checked and is sound
    std::string historyAside;      // a damaged history's new name; a fresh one was begun
    std::string historyProblem;    // why there is no history; empty: there is, or none was asked for
    bool operator==(const OpenReport &) const = default;
};

// What a look at a store from outside finds; nothing is changed by it.
struct StoreHealth {
    std::string file;
    bool exists = false;
    int schema = 0;
    std::int64_t bytes = 0;
    int scenarios = 0;             // not removed
    int revisions = 0;
    bool operator==(const StoreHealth &) const = default;
};

} // namespace headroom::db
