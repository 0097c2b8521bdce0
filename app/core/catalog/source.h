// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace headroom::core {

// Where a fact comes from. `asOf` is an ISO date ("2026-07-20") or, where the source gives no day, what it does give
// ("2025-11"); empty where unknown. `confidence` is "low" for facts on which public sources disagree, else empty.
struct Source {
    std::string text;
    std::string asOf;
    std::string confidence;

    bool operator==(const Source &) const = default;
};

} // namespace headroom::core
