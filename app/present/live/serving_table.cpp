// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_pods.h"
#include "live_tables.h"

#include <present/format/figure_format.h>
#include <present/texts/live_table_texts.h>
#include <present/texts/live_texts.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace headroom::present {
namespace {

using enum monitor::CanonicalMetric;
using Texts = LiveTableTexts;

struct Latency {
    std::optional<double> p50;
    std::optional<double> p95;
    bool above50 = false;
    bool above95 = false;

    // Of several engines the worst: quantiles cannot be added up.
    void take(const monitor::Sample &sample)
    {
        const bool median = std::abs(sample.quantile - 0.5F) < 1e-4F;
        if (!median && std::abs(sample.quantile - 0.95F) > 1e-4F)
            return;
        std::optional<double> &value = median ? p50 : p95;
        bool &above = median ? above50 : above95;
        if (!value || sample.value >= *value) {
            above = sample.aboveTop || (above && value && *value == sample.value);
            value = sample.value;
        }
    }
};

struct Engine {
    QString model;
    QString name;
    std::map<monitor::CanonicalMetric, double> sums;
    std::map<monitor::CanonicalMetric, double> highest;
    std::map<monitor::CanonicalMetric, std::pair<double, int>> means;
    Latency ttft;
    Latency tpot;
    Latency e2e;
    int engines = 1;

    void take(const monitor::Sample &sample)
    {
        switch (sample.metric) {
        case ServingTtftS: ttft.take(sample); return;
        case ServingTpotS: tpot.take(sample); return;
        case ServingE2eS: e2e.take(sample); return;
        default: break;
        }
        if (sample.quantile != 0.0F)
            return;
        sums[sample.metric] += sample.value;
        auto &top = highest.try_emplace(sample.metric, sample.value).first->second;
        top = std::max(top, sample.value);
        auto &[total, count] = means[sample.metric];
        total += sample.value;
        ++count;
    }
};

struct AsPeopleSort {
    bool operator()(const QString &a, const QString &b) const { return nodeBefore(a, b); }
};

LiveTableCell sumCell(const Engine &engine, monitor::CanonicalMetric metric, double factor = 1)
{
    const auto found = engine.sums.find(metric);
    if (found == engine.sums.end())
        return {FigureFormat::missing(), std::nan(""), TextTone::Secondary};
    return {FigureFormat().significant(found->second * factor), found->second, TextTone::Neutral};
}

LiveTableCell latencyCell(const Latency &latency)
{
    if (!latency.p50 && !latency.p95)
        return {FigureFormat::missing(), std::nan(""), TextTone::Secondary};
    const auto text = [](const std::optional<double> &value, bool above) {
        if (!value)
            return FigureFormat::missing();
        const QString written = FigureFormat().seconds(core::Seconds(*value));
        return above ? Texts::above(written) : written;
    };
    return {QStringLiteral("%1 / %2").arg(text(latency.p50, latency.above50), text(latency.p95, latency.above95)), latency.p95.value_or(latency.p50.value_or(0)), TextTone::Neutral};
}

LiveTableRow rowOf(const QString &key, const Engine &engine)
{
    LiveTableRow row{key, {}};
    row.cells.push_back({engine.model, std::nan(""), TextTone::Neutral});
    row.cells.push_back({engine.name, std::nan(""), TextTone::Secondary});
    row.cells.push_back(sumCell(engine, ServingRequestsRunning));
    LiveTableCell waiting = sumCell(engine, ServingRequestsWaiting);
    if (waiting.order > 0)
        waiting.tone = TextTone::Warning;
    row.cells.push_back(waiting);
    if (const auto kv = engine.highest.find(ServingKvCacheRatio); kv != engine.highest.end())
        row.cells.push_back({FigureFormat().percent(kv->second), kv->second, kv->second > 0.9 ? TextTone::Warning : TextTone::Neutral});
    else
        row.cells.push_back({FigureFormat::missing(), std::nan(""), TextTone::Secondary});
    row.cells.push_back(sumCell(engine, ServingGenerationTokensPerS));
    row.cells.push_back(sumCell(engine, ServingPromptTokensPerS));
    if (const auto hits = engine.means.find(ServingPrefixHitRatio); hits != engine.means.end())
        row.cells.push_back({FigureFormat().percent(hits->second.first / hits->second.second), hits->second.first / hits->second.second, TextTone::Neutral});
    else
        row.cells.push_back({FigureFormat::missing(), std::nan(""), TextTone::Secondary});
    LiveTableCell preemptions = sumCell(engine, ServingPreemptionsPerS, 60);
    if (preemptions.order > 0)
        preemptions.tone = TextTone::Warning;
    row.cells.push_back(preemptions);
    for (const Latency *latency : {&engine.ttft, &engine.tpot, &engine.e2e})
        row.cells.push_back(latencyCell(*latency));
    return row;
}

} // namespace

LiveTable servingTable(const LiveTableInput &input)
{
    LiveTable table;
    const QString both = QStringLiteral("p50 / p95");
    table.columns = {{Texts::model(), false, false},      {Texts::engine(), false, false},     {Texts::running(), true, false},    {Texts::waiting(), true, false},
                     {Texts::kvCache(), true, false},     {Texts::outputTokens(), true, false}, {Texts::promptTokens(), true, false}, {Texts::prefixHits(), true, false},
                     {Texts::preemptions(), true, false}, {Texts::ttft(both), true, false},    {Texts::tpot(both), true, false},   {Texts::endToEnd(both), true, false}, {Texts::gpus(), true, false}};
    table.emptyText = Texts::noServing();
    table.summary = Texts::servingNote();
    const PodJoin pods(input.latest);
    std::map<QString, Engine> models;
    std::map<QString, std::map<QString, Engine, AsPeopleSort>> engines;
    for (const auto &[source, snapshot] : input.latest) {
        for (const monitor::Sample &sample : snapshot.samples) {
            const monitor::Subject &subject = snapshot.subjects[sample.subject];
            if (!subject.isServing())
                continue;
            const QString model = subject.modelName.empty() ? FigureFormat::missing() : QString::fromStdString(subject.modelName);
            QString name = QStringLiteral("%1 · %2").arg(QString::fromStdString(subject.engine), nodeName(subject));
            if (!subject.replica.empty())
                name += QStringLiteral(" · ") + QString::fromStdString(subject.replica);
            Engine &engine = engines[model][name];
            engine.model = model;
            engine.name = name;
            engine.take(sample);
            Engine &whole = models[model];
            whole.model = model;
            whole.take(sample);
        }
    }
    for (auto &[model, whole] : models) {
        const auto &own = engines[model];
        whole.name = own.size() == 1 ? own.begin()->first : Texts::allEngines(static_cast<int>(own.size()));
        table.rows.push_back(rowOf(model, whole));
        const int gpus = pods.gpusOf(model.toStdString());
        table.rows.back().cells.push_back(gpus > 0 ? LiveTableCell{FigureFormat().count(gpus), static_cast<double>(gpus), TextTone::Neutral} : LiveTableCell{FigureFormat::missing(), std::nan(""), TextTone::Secondary});
        if (own.size() > 1)
            for (const auto &[name, engine] : own) {
                table.rows.push_back(rowOf(model + QLatin1Char('|') + name, engine));
                table.rows.back().cells.push_back({QString(), std::nan(""), TextTone::Secondary}); // a pod's GPUs are its model's
            }
    }
    return table;
}

} // namespace headroom::present
