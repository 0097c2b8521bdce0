// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace headroom::db {

// An alert as the monitor writes it (JSON), under its key.
struct StoredAlert {
    std::string key;         // at most 4,096 bytes
    std::string content;     // at most 64 kB; empty: remove it

    bool operator==(const StoredAlert &) const = default;
};

// An alert rule that a person changed, added or took out, as the monitor writes it (JSON). What ships is not stored.
struct StoredAlertRule {
    std::string id;          // at most 200 bytes
    std::string content;     // at most 64 kB; empty: a shipped rule that was taken out

    bool operator==(const StoredAlertRule &) const = default;
};

} // namespace headroom::db
