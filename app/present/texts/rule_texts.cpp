// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/rule_texts.h>

#include <present/format/figure_format.h>

#include <map>

namespace headroom::present {

QString RuleTexts::stateWord(bool enabled, bool own, bool changed)
{
    if (!enabled)
        return tr("off");
    return own ? tr("on, your own") : changed ? tr("on, changed") : tr("on");
}

QString RuleTexts::until(const QString &condition, const QString &value, bool above)
{
    return above ? tr("%1, until below %2", "condition, value").arg(condition, value) : tr("%1, until above %2", "condition, value").arg(condition, value);
}

QString RuleTexts::minutes(double seconds)
{
    const FigureFormat format;
    if (seconds < 90)
        return tr("%1 s").arg(format.significant(seconds));
    if (seconds < 7200)
        return tr("%1 min").arg(format.significant(seconds / 60));
    if (seconds < 48 * 3600.0)
        return tr("%1 h").arg(format.significant(seconds / 3600));
    return tr("%1 days").arg(format.significant(seconds / 86400));
}

QString RuleTexts::quantityName(const QString &id)
{
    static const std::map<QString, QString (*)()> kNames{
        {QStringLiteral("gpu.util"), [] { return tr("GPU utilization"); }},
        {QStringLiteral("gpu.engine"), [] { return tr("GPU engine active"); }},
        {QStringLiteral("gpu.memory"), [] { return tr("GPU memory in use"); }},
        {QStringLiteral("gpu.power"), [] { return tr("Power of a GPU"); }},
        {QStringLiteral("gpu.temp"), [] { return tr("GPU temperature"); }},
        {QStringLiteral("gpu.mem_temp"), [] { return tr("GPU memory temperature"); }},
        {QStringLiteral("gpu.thermal"), [] { return tr("Time slowed by heat"); }},
        {QStringLiteral("gpu.powercap"), [] { return tr("Time held by the power limit"); }},
        {QStringLiteral("serving.running"), [] { return tr("Requests running"); }},
        {QStringLiteral("serving.waiting"), [] { return tr("Requests waiting"); }},
        {QStringLiteral("serving.kv"), [] { return tr("KV cache in use"); }},
        {QStringLiteral("serving.tokens"), [] { return tr("Output tokens per second"); }},
        {QStringLiteral("serving.preemptions"), [] { return tr("Preemptions per second"); }},
        {QStringLiteral("serving.ttft"), [] { return tr("Time to first token, p95"); }},
        {QStringLiteral("serving.tpot"), [] { return tr("Time per output token, p95"); }},
        {QStringLiteral("serving.itl"), [] { return tr("Time between tokens, p95"); }},
        {QStringLiteral("serving.e2e"), [] { return tr("Whole request, p95"); }},
        {QStringLiteral("serving.queue"), [] { return tr("Time in the queue, p95"); }},
        {QStringLiteral("node.cpu"), [] { return tr("CPU of a machine"); }},
        {QStringLiteral("node.memory"), [] { return tr("Memory of a machine"); }},
        {QStringLiteral("node.load"), [] { return tr("Load of a machine"); }},
    };
    const auto found = kNames.find(id);
    return found == kNames.end() ? id : found->second();
}

} // namespace headroom::present
