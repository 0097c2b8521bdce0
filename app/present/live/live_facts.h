// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/money.h>
#include <monitor/values/alert.h>
#include <monitor/values/xid_fact.h>

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace headroom::present {

// What the Live page knows besides what it watches.
struct LiveFacts {
    std::map<int, monitor::XidFact> xids;
    std::vector<monitor::AlertRule> rules;
    std::optional<core::Money> kwhPrice;
    std::optional<core::Money> gpuHourPrice;
};

struct LiveAlert {
    QString key;            // by which it is acknowledged and silenced
    monitor::Alert alert;

    bool operator==(const LiveAlert &) const = default;
};

} // namespace headroom::present
