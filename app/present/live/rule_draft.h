// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/alert.h>
#include <present/live/source_draft.h>

#include <QString>
#include <QVector>

#include <optional>
#include <vector>

namespace headroom::present {

// Something that a rule of one's own can watch, in the unit in which people speak of it.
struct RuleQuantity {
    QString id;              // "gpu.temp_c"
    QString name;
    QString unit;            // behind the figure; may be empty
};
QVector<RuleQuantity> ruleQuantities();

// A rule as a person edits it: figures are texts in the quantity's unit.
struct RuleDraft {
    QString id;              // empty: a new one
    bool own = true;         // a person's: its name and what it watches can be changed
    bool valued = true;      // it has a threshold; else something happens, or does not
    bool hasDuration = true; // of what happens, the duration says how long it is told
    QString name;
    QString quantity;        // of ruleQuantities(); of a shipped rule maybe none of them
    QString unit;
    bool above = true;
    QString threshold;
    QString clear;           // where it ends; empty: at the threshold
    QString minutes;
    monitor::AlertSeverity severity = monitor::AlertSeverity::Warning;
    bool enabled = true;
    bool changed = false;    // a shipped one that is not as it shipped
};

RuleDraft draftOf(const monitor::AlertRule &rule, const std::vector<monitor::AlertRule> &shipped);
std::optional<DraftProblem> problemOf(const RuleDraft &draft);
// `rule` with what an accepted draft says.
monitor::AlertRule applied(monitor::AlertRule rule, const RuleDraft &draft);

// "above 85 °C for 5 min, until below 80 °C"
QString ruleSentence(const monitor::AlertRule &rule);

} // namespace headroom::present
