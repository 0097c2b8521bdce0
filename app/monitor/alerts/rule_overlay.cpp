// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule_overlay.h"

#include "alert_json.h"

#include <algorithm>

namespace headroom::monitor {

std::vector<AlertRule> rulesWith(const std::vector<AlertRule> &shipped, const RuleChanges &changes)
{
    std::vector<AlertRule> rules = shipped;
    for (const auto &[id, content] : changes) {
        const auto place = std::ranges::find(rules, id, &AlertRule::id);
        if (content.empty()) {
            if (place != rules.end())
                rules.erase(place);
            continue;
        }
        auto read = alertRulesFromJson(content);
        if (!read || read->size() != 1 || read->front().id != id)
            continue;
        if (place != rules.end())
            *place = std::move(read->front());
        else
            rules.push_back(std::move(read->front()));
    }
    return rules;
}

RuleChanges ruleChanges(const std::vector<AlertRule> &shipped, const std::vector<AlertRule> &rules)
{
    RuleChanges changes;
    for (const AlertRule &rule : rules) {
        const auto as = std::ranges::find(shipped, rule.id, &AlertRule::id);
        if (as == shipped.end() || *as != rule)
            changes.emplace_back(rule.id, alertRulesToJson({rule}));
    }
    for (const AlertRule &rule : shipped)
        if (std::ranges::find(rules, rule.id, &AlertRule::id) == rules.end())
            changes.emplace_back(rule.id, std::string());
    return changes;
}

} // namespace headroom::monitor
