// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_history.h>

#include <functional>
#include <map>
#include <string>

namespace headroom::present {

// A stretch of time of everything that is watched, as the Live page asks the store for it.
struct PastQuestion {
    double from = 0;    // Unix seconds
    double to = 0;
    int columns = 1000; // stretches that the picture can tell apart

    bool operator==(const PastQuestion &) const = default;
};

struct PastAnswer {
    PastQuestion question;
    std::map<std::string, LiveHistory> histories; // by source
};

// Answers later, on the same thread; never at once.
using PastReader = std::function<void(const PastQuestion &question, std::function<void(PastAnswer)> done)>;

} // namespace headroom::present
