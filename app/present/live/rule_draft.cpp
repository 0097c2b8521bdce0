// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/live/rule_draft.h>

#include <present/format/figure_format.h>
#include <present/texts/live_table_texts.h>
#include <present/texts/rule_texts.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::present {
namespace {

using enum monitor::CanonicalMetric;

struct Quantity {
    const char *id;
    monitor::CanonicalMetric metric;
    float quantile;
    std::optional<monitor::CanonicalMetric> dividedBy;
    const char *unit;
    double factor; // figure in this unit = value x factor
};

const Quantity kQuantities[] = {
    {"gpu.util", GpuUtilRatio, 0, std::nullopt, "%", 100},
    {"gpu.engine", GpuEngineActiveRatio, 0, std::nullopt, "%", 100},
    {"gpu.memory", GpuMemUsedBytes, 0, GpuMemTotalBytes, "%", 100},
    {"gpu.power", GpuPowerW, 0, std::nullopt, "W", 1},
    {"gpu.temp", GpuTempC, 0, std::nullopt, "°C", 1},
    {"gpu.mem_temp", GpuMemTempC, 0, std::nullopt, "°C", 1},
    {"gpu.thermal", GpuThermalThrottleRatio, 0, std::nullopt, "%", 100},
    {"gpu.powercap", GpuPowerThrottleRatio, 0, std::nullopt, "%", 100},
    {"serving.running", ServingRequestsRunning, 0, std::nullopt, "", 1},
    {"serving.waiting", ServingRequestsWaiting, 0, std::nullopt, "", 1},
    {"serving.kv", ServingKvCacheRatio, 0, std::nullopt, "%", 100},
    {"serving.tokens", ServingGenerationTokensPerS, 0, std::nullopt, "", 1},
    {"serving.preemptions", ServingPreemptionsPerS, 0, std::nullopt, "", 1},
    {"serving.ttft", ServingTtftS, 0.95F, std::nullopt, "s", 1},
    {"serving.tpot", ServingTpotS, 0.95F, std::nullopt, "ms", 1000},
    {"serving.itl", ServingItlS, 0.95F, std::nullopt, "ms", 1000},
    {"serving.e2e", ServingE2eS, 0.95F, std::nullopt, "s", 1},
    {"serving.queue", ServingQueueS, 0.95F, std::nullopt, "s", 1},
    {"node.cpu", NodeCpuRatio, 0, std::nullopt, "%", 100},
    {"node.memory", NodeMemUsedBytes, 0, NodeMemTotalBytes, "%", 100},
    {"node.load", NodeLoad1, 0, std::nullopt, "", 1},
};

constexpr double kMostMinutes = 86400;   // 60 days

const Quantity *quantityOf(const monitor::AlertRule &rule)
{
    const auto *found = std::ranges::find_if(kQuantities, [&](const Quantity &one) {
        return one.metric == rule.metric && std::abs(one.quantile - rule.quantile) < 1e-4F && one.dividedBy == rule.dividedBy;
    });
    return found == std::end(kQuantities) ? nullptr : found;
}

// In the unit that the editor uses; a metric that is not in the table stays in its own.
double factorOf(const monitor::AlertRule &rule)
{
    const Quantity *quantity = quantityOf(rule);
    return quantity ? quantity->factor : 1.0;
}

QString unitOf(const monitor::AlertRule &rule)
{
    const Quantity *quantity = quantityOf(rule);
    return quantity ? QString::fromUtf8(quantity->unit) : QString();
}

// As it is typed: no separators of thousands, and as many digits as there are.
QString figure(double value)
{
    return QString::number(value, 'g', 10);
}

std::optional<double> numberIn(const QString &text)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    return ok && std::isfinite(value) && std::abs(value) < 1e15 ? std::optional(value) : std::nullopt;
}

bool isValued(const monitor::AlertRule &rule)
{
    return rule.kind == monitor::AlertKind::Threshold || rule.kind == monitor::AlertKind::Growing;
}

} // namespace

QVector<RuleQuantity> ruleQuantities()
{
    QVector<RuleQuantity> all;
    for (const Quantity &one : kQuantities)
        all.push_back({QLatin1String(one.id), RuleTexts::quantityName(QLatin1String(one.id)), QString::fromUtf8(one.unit)});
    return all;
}

RuleDraft draftOf(const monitor::AlertRule &rule, const std::vector<monitor::AlertRule> &shipped)
{
    const auto as = std::ranges::find(shipped, rule.id, &monitor::AlertRule::id);
    const Quantity *quantity = quantityOf(rule);
    RuleDraft draft;
    draft.id = QString::fromStdString(rule.id);
    draft.own = as == shipped.end();
    draft.changed = !draft.own && *as != rule;
    draft.valued = isValued(rule);
    draft.hasDuration = rule.kind != monitor::AlertKind::Change && rule.kind != monitor::AlertKind::Event;
    draft.name = draft.own ? QString::fromStdString(rule.summary) : LiveTableTexts::ruleTitle(rule.id, rule.summary);
    draft.quantity = quantity ? QLatin1String(quantity->id) : QString();
    draft.unit = unitOf(rule);
    draft.above = rule.above;
    if (draft.valued) {
        draft.threshold = figure(rule.threshold * factorOf(rule));
        draft.clear = rule.clear == rule.threshold ? QString() : figure(rule.clear * factorOf(rule));
    }
    draft.minutes = figure(rule.forSeconds / 60);
    draft.severity = rule.severity;
    draft.enabled = rule.enabled;
    return draft;
}

std::optional<DraftProblem> problemOf(const RuleDraft &draft)
{
    const auto bad = [](const char *field, const QString &sentence) { return DraftProblem{QLatin1String(field), sentence}; };
    if (draft.own && (draft.name.trimmed().isEmpty() || draft.name.size() > 200))
        return bad("rule.name", RuleTexts::badName());
    if (draft.valued) {
        const auto threshold = numberIn(draft.threshold);
        if (!threshold)
            return bad("rule.threshold", RuleTexts::badNumber());
        if (!draft.clear.trimmed().isEmpty()) {
            const auto clear = numberIn(draft.clear);
            if (!clear)
                return bad("rule.clear", RuleTexts::badNumber());
            if (draft.above ? *clear > *threshold : *clear < *threshold)
                return bad("rule.clear", RuleTexts::badClear(draft.above));
        }
    }
    const auto minutes = numberIn(draft.minutes);
    if (!minutes || *minutes < 0 || *minutes > kMostMinutes)
        return bad("rule.minutes", RuleTexts::badMinutes());
    return std::nullopt;
}

monitor::AlertRule applied(monitor::AlertRule rule, const RuleDraft &draft)
{
    if (draft.own) {
        rule.summary = draft.name.trimmed().toStdString();
        for (const Quantity &one : kQuantities)
            if (draft.quantity == QLatin1String(one.id)) {
                rule.kind = monitor::AlertKind::Threshold;
                rule.metric = one.metric;
                rule.quantile = one.quantile;
                rule.dividedBy = one.dividedBy;
            }
        rule.above = draft.above;
    }
    if (isValued(rule)) {
        // What was not touched stays as it is, to the last digit.
        const double factor = factorOf(rule);
        const auto take = [factor](double &into, const QString &text) {
            if (text.trimmed() != figure(into * factor))
                into = numberIn(text).value_or(into * factor) / factor;
        };
        take(rule.threshold, draft.threshold);
        if (draft.clear.trimmed().isEmpty())
            rule.clear = rule.threshold;
        else
            take(rule.clear, draft.clear);
    }
    if (draft.minutes.trimmed() != figure(rule.forSeconds / 60))
        rule.forSeconds = std::round(numberIn(draft.minutes).value_or(rule.forSeconds / 60) * 60);
    rule.severity = draft.severity;
    rule.enabled = draft.enabled;
    return rule;
}

QString ruleSentence(const monitor::AlertRule &rule)
{
    const QString time = RuleTexts::minutes(rule.forSeconds);
    const auto value = [&](double si) { return RuleTexts::withUnit(FigureFormat().significant(si * factorOf(rule)), unitOf(rule)); };
    const auto condition = [&] { return rule.above ? RuleTexts::above(value(rule.threshold)) : RuleTexts::below(value(rule.threshold)); };
    switch (rule.kind) {
    case monitor::AlertKind::Gone: return RuleTexts::gone(time);
    case monitor::AlertKind::SourceFailed: return RuleTexts::failed(time);
    case monitor::AlertKind::Change:
    case monitor::AlertKind::Event: return RuleTexts::happens(time);
    case monitor::AlertKind::Growing: return RuleTexts::growing(condition(), time);
    case monitor::AlertKind::Threshold: break;
    }
    QString sentence = rule.forSeconds > 0 ? RuleTexts::forTime(condition(), time) : condition();
    return rule.clear == rule.threshold ? sentence : RuleTexts::until(sentence, value(rule.clear), rule.above);
}

} // namespace headroom::present
