// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <monitor/values/alert.h>

#include <string>
#include <string_view>
#include <vector>

namespace headroom::monitor {

// {"rules": [{"id","kind","severity","metric",...}]} as resources/alerts/rules.json has it. Errors with the field: Syntax,
// UnknownField, BadValue; TooLarge over 1 MB or 500 rules.
core::Result<std::vector<AlertRule>> alertRulesFromJson(std::string_view text);
std::string alertRulesToJson(const std::vector<AlertRule> &rules);

// An alert as the store keeps it. alertFromJson(alertToJson(a)) is a.
std::string alertToJson(const Alert &alert);
core::Result<Alert> alertFromJson(std::string_view text);

} // namespace headroom::monitor
