// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_rules.h"
#include "support/test_case.h"

#include <monitor/alerts/alert_json.h>
#include <monitor/alerts/rule_overlay.h>

#include <QFile>

using namespace headroom::monitor;

namespace {

AlertRule own()
{
    AlertRule rule;
    rule.id = "own_1";
    rule.summary = "Mein \"Knoten\" \xE6\x85\xA2";
    rule.metric = CanonicalMetric::ServingItlS;
    rule.quantile = 0.95F;
    rule.threshold = 0.0501;
    rule.clear = 0.04;
    rule.forSeconds = 61;
    rule.severity = AlertSeverity::Critical;
    return rule;
}

} // namespace

class RuleOverlayTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void whatWasLeftAloneIsNotKept()
    {
        QCOMPARE(headroom::test::shippedRules().size(), std::size_t(13));
        QVERIFY(ruleChanges(headroom::test::shippedRules(), headroom::test::shippedRules()).empty());
        QVERIFY(rulesWith(headroom::test::shippedRules(), {}) == headroom::test::shippedRules());
    }

    void changesComeBackAsTheyWere()
    {
        std::vector<AlertRule> rules = headroom::test::shippedRules();
        rules[2].threshold = 78.5;
        rules[2].clear = 70;
        rules[4].enabled = false;
        rules.erase(rules.begin() + 9);
        rules.push_back(own());
        const RuleChanges changes = ruleChanges(headroom::test::shippedRules(), rules);
        QCOMPARE(changes.size(), std::size_t(4));
        QVERIFY(rulesWith(headroom::test::shippedRules(), changes) == rules);
    }

    // A newer version ships other figures: what was changed stays changed, what was not follows.
    void aNewerShippedSetIsFollowedWhereNothingWasChanged()
    {
        std::vector<AlertRule> rules = headroom::test::shippedRules();
        rules[2].threshold = 78;
        rules[2].clear = 70;
        const RuleChanges changes = ruleChanges(headroom::test::shippedRules(), rules);
        std::vector<AlertRule> newer = headroom::test::shippedRules();
        newer[2].threshold = 90;
        newer[3].threshold = 0.2;
        const auto now = rulesWith(newer, changes);
        QCOMPARE(now[2].threshold, 78.0);
        QCOMPARE(now[3].threshold, 0.2);
    }

    void whatCannotBeReadLeavesTheShippedRule()
    {
        for (const char *content : {"{", "[]", "{\"rules\": []}", "{\"rules\": [{\"id\": \"another\", \"kind\": \"gone\", \"severity\": \"info\"}]}"})
            QVERIFY(rulesWith(headroom::test::shippedRules(), {{"gpu_gone", content}}) == headroom::test::shippedRules());
        QVERIFY(rulesWith(headroom::test::shippedRules(), {{"never shipped", ""}}) == headroom::test::shippedRules());
    }
};

QTEST_GUILESS_MAIN(RuleOverlayTest)
#include "tst_rule_overlay.moc"
