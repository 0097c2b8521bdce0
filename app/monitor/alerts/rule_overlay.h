// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/alert.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace headroom::monitor {

// What a person changed of the rules that ship: a rule's id and the whole rule as JSON, or nothing where it was taken out.
// Rules that were left alone are not in it, so that a newer version may ship better ones.
using RuleChanges = std::vector<std::pair<std::string, std::string>>;

// The rules in force: those that ship, in their order, then the person's own. A change that cannot be read (another version
// wrote it) leaves the shipped rule as it is.
std::vector<AlertRule> rulesWith(const std::vector<AlertRule> &shipped, const RuleChanges &changes);
// ruleChanges(shipped, rulesWith(shipped, changes)) says the same as `changes`.
RuleChanges ruleChanges(const std::vector<AlertRule> &shipped, const std::vector<AlertRule> &rules);

// The value of a rule of one's own as a PromQL expression in the metric's unit, by the names of the DCGM exporter,
// nvidia_gpu_exporter, vLLM and SGLang; empty where Prometheus cannot be asked for it.
std::string prometheusValue(CanonicalMetric metric, float quantile, std::optional<CanonicalMetric> dividedBy);

} // namespace headroom::monitor
