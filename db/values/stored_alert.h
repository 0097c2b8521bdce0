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

} // namespace headroom::db
