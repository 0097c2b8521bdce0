// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/alert.h>

#include <string>
#include <vector>

namespace headroom::monitor {

// The rules as a Prometheus rule file (YAML): the same thresholds, durations and hysteresis. The latter by the rule's own
// ALERTS series: what fires goes on until the value is back beyond `clear`. Rules without a PromQL value, and those that are
// switched off, are left out.
std::string prometheusRules(const std::vector<AlertRule> &rules);

// The expression of one rule; empty where it has none.
std::string prometheusExpression(const AlertRule &rule);
// "gpu_temperature_high" -> "HeadroomGpuTemperatureHigh".
std::string prometheusAlertName(const std::string &ruleId);

} // namespace headroom::monitor
