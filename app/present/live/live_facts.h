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
    std::vector<monitor::AlertRule> rules;      // in force
    std::optional<core::Money> kwhPrice;
    std::optional<core::Money> gpuHourPrice;
    std::vector<monitor::AlertRule> shipped{};  // as they came
};

// What a person sets on the page. Prices are decimal texts; empty: not known.
struct LivePreferences {
    QString kwhPrice;
    QString gpuHourPrice;
    QString currency = QStringLiteral("USD");
    QString webhook;        // http(s) address, or "env:NAME" of the variable that holds it
    bool notify = true;

    bool operator==(const LivePreferences &) const = default;
};

// Whether these are texts as LivePreferences holds them; empty ones are.
bool isLivePrice(const QString &text);
bool isLiveWebhook(const QString &text);

struct LiveAlert {
    QString key;            // by which it is acknowledged and silenced
    monitor::Alert alert;

    bool operator==(const LiveAlert &) const = default;
};

} // namespace headroom::present
