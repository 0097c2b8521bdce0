// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_tables.h"

#include <present/format/figure_format.h>
#include <present/texts/live_table_texts.h>
#include <present/texts/live_texts.h>
#include <present/texts/rule_texts.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace headroom::present {
namespace {

using Texts = LiveTableTexts;

QString momentOf(std::int64_t timeMs)
{
    return FigureFormat::moment(std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(timeMs)));
}

// With how long it is silent, and why.
QString stateOf(const monitor::Alert &alert, std::int64_t nowMs)
{
    const QString state = Texts::stateWord(alert);
    if (alert.silencedUntilMs <= nowMs)
        return state;
    const QString silenced = RuleTexts::silencedUntil(state, momentOf(alert.silencedUntilMs));
    return alert.silenceComment.empty() ? silenced : QStringLiteral("%1 (%2)").arg(silenced, QString::fromStdString(alert.silenceComment));
}

QString valueOf(const LiveFacts &facts, const monitor::Alert &alert)
{
    const auto rule = std::ranges::find(facts.rules, alert.ruleId, &monitor::AlertRule::id);
    if (rule == facts.rules.end() || rule->kind == monitor::AlertKind::SourceFailed)
        return FigureFormat::missing();
    const FigureFormat format;
    if (rule->kind == monitor::AlertKind::Gone)
        return format.seconds(core::Seconds(alert.value));
    if (rule->dividedBy)
        return format.percent(alert.value);
    switch (monitor::canonicalMetricInfo(rule->metric).unit) {
    case monitor::MetricUnit::Ratio: return format.percent(alert.value);
    case monitor::MetricUnit::Bytes: return format.bytes(core::Bytes(alert.value));
    case monitor::MetricUnit::Watts: return format.power(core::Watts(alert.value));
    case monitor::MetricUnit::Celsius: return LiveTexts::valueText(LiveQuantity::Temperature, alert.value);
    case monitor::MetricUnit::Seconds: return format.seconds(core::Seconds(alert.value));
    case monitor::MetricUnit::Code: return Texts::xid(static_cast<int>(std::lround(alert.value)));
    default: return format.significant(alert.value);
    }
}

TextTone toneOf(const monitor::Alert &alert)
{
    if (alert.state == monitor::AlertState::Resolved)
        return TextTone::Secondary;
    switch (alert.severity) {
    case monitor::AlertSeverity::Critical: return TextTone::Error;
    case monitor::AlertSeverity::Warning: return TextTone::Warning;
    case monitor::AlertSeverity::Info: return TextTone::Accent;
    }
    return TextTone::Neutral;
}

} // namespace

LiveTable alertTable(const LiveTableInput &input)
{
    LiveTable table;
    table.columns = {{Texts::severity(), false, false}, {Texts::alert(), false, true}, {Texts::about(), false, true}, {Texts::state(), false, true}, {Texts::value(), true, false}, {Texts::since(), false, false}};
    table.emptyText = Texts::noAlerts();
    const auto nowMs = static_cast<std::int64_t>(input.now * 1000.0);
    int firing = 0;
    int pending = 0;
    for (const LiveAlert &one : input.alerts) {
        const monitor::Alert &alert = one.alert;
        firing += alert.state == monitor::AlertState::Firing;
        pending += alert.state == monitor::AlertState::Pending;
        const auto rule = std::ranges::find(input.facts.rules, alert.ruleId, &monitor::AlertRule::id);
        const QString about = alert.subject == monitor::Subject{} ? QString::fromStdString(alert.sourceId) : subjectName(alert.subject);
        const TextTone tone = toneOf(alert);
        table.rows.push_back({one.key, {{Texts::severityWord(alert.severity), std::nan(""), tone},
                                        {Texts::ruleTitle(alert.ruleId, rule == input.facts.rules.end() ? std::string() : rule->summary), std::nan(""), TextTone::Neutral},
                                        {about, std::nan(""), TextTone::Neutral}, {stateOf(alert, nowMs), std::nan(""), tone},
                                        {valueOf(input.facts, alert), alert.value, TextTone::Neutral},
                                        {momentOf(std::max(alert.sinceMs, alert.firedMs)), std::nan(""), TextTone::Neutral}}});
    }
    table.summary = table.rows.empty() ? QString() : Texts::alertSummary(firing, pending);
    return table;
}

LiveTable ruleTable(const LiveTableInput &input)
{
    LiveTable table;
    table.columns = {{RuleTexts::rule(), false, true}, {RuleTexts::when(), false, true}, {RuleTexts::severity(), false, false}, {RuleTexts::state(), false, false}};
    table.emptyText = RuleTexts::none();
    int on = 0;
    for (const monitor::AlertRule &rule : input.facts.rules) {
        on += rule.enabled;
        const RuleDraft draft = draftOf(rule, input.facts.shipped);
        const TextTone tone = rule.enabled ? TextTone::Neutral : TextTone::Secondary;
        table.rows.push_back({draft.id, {{draft.name, std::nan(""), tone}, {ruleSentence(rule), std::nan(""), tone}, {Texts::severityWord(rule.severity), std::nan(""), tone},
                                         {RuleTexts::stateWord(rule.enabled, draft.own, draft.changed), std::nan(""), draft.own || draft.changed ? TextTone::Accent : tone}}});
    }
    table.summary = RuleTexts::summary(on, static_cast<int>(input.facts.rules.size()) - on);
    return table;
}

} // namespace headroom::present
