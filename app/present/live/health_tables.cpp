// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_tables.h"

#include <present/format/figure_format.h>
#include <present/texts/live_table_texts.h>
#include <present/texts/live_texts.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace headroom::present {
namespace {

using enum monitor::CanonicalMetric;
using Texts = LiveTableTexts;

constexpr double kThrottleWorthTelling = 0.01;

struct Problem {
    int rank = 0;           // the worst first
    TextTone tone = TextTone::Warning;
    QString what;
    QString meaning;
    QString advice;
};

std::optional<Problem> problemOf(const monitor::Sample &sample, bool freshXid, const LiveFacts &facts)
{
    const QString share = FigureFormat().percent(std::min(1.0, sample.value));
    switch (sample.metric) {
    case GpuXidCode: {
        const int code = static_cast<int>(std::lround(sample.value));
        if (code <= 0)
            return std::nullopt;
        const auto fact = facts.xids.find(code);
        // Which actions are serious, a fresh code decides: an old one stands until the driver is loaded anew.
        const bool serious = fact == facts.xids.end() || (fact->second.action != "none" && fact->second.action != "restart_app");
        return Problem{freshXid ? 0 : 5, freshXid && serious ? TextTone::Error : TextTone::Warning, freshXid ? Texts::xid(code) : Texts::xidOld(code),
                       fact == facts.xids.end() ? Texts::unknownXid() : QString::fromStdString(fact->second.meaning), Texts::xidAdvice(fact == facts.xids.end() ? std::string() : fact->second.action)};
    }
    case GpuRowRemapFailure:
        return sample.value > 0.5 ? std::optional(Problem{1, TextTone::Error, Texts::rowRemap(), Texts::rowRemapMeaning(), Texts::replaceBoard()}) : std::nullopt;
    case GpuEccUncorrected:
        return sample.value > 0 ? std::optional(Problem{2, TextTone::Error, Texts::eccUncorrected(sample.value), Texts::eccUncorrectedMeaning(), Texts::xidAdvice("reset_gpu")}) : std::nullopt;
    case GpuThermalThrottleRatio:
        return sample.value > kThrottleWorthTelling ? std::optional(Problem{3, TextTone::Warning, Texts::thermal(share), Texts::thermalMeaning(), Texts::thermalAdvice()}) : std::nullopt;
    case GpuEccCorrected:
        return sample.value > 0 ? std::optional(Problem{6, TextTone::Secondary, Texts::eccCorrected(sample.value), Texts::eccCorrectedMeaning(), Texts::watchIt()}) : std::nullopt;
    case GpuPcieReplays:
        return sample.value > 0 ? std::optional(Problem{7, TextTone::Secondary, Texts::pcieReplays(sample.value), Texts::pcieMeaning(), Texts::pcieAdvice()}) : std::nullopt;
    case GpuPowerThrottleRatio:
        return sample.value > kThrottleWorthTelling ? std::optional(Problem{8, TextTone::Secondary, Texts::powerCap(share), Texts::powerCapMeaning(), Texts::powerCapAdvice()}) : std::nullopt;
    default: break;
    }
    // Whatever kinds of NVLink errors there are.
    const auto &info = monitor::canonicalMetricInfo(sample.metric);
    if (info.id.starts_with("gpu.nvlink") && info.shape == monitor::MetricShape::Counter && info.id.find("bytes") == std::string_view::npos && sample.value > 0)
        return Problem{4, TextTone::Warning, Texts::nvlink(sample.value), Texts::nvlinkMeaning(), Texts::nvlinkAdvice()};
    return std::nullopt;
}

bool tellsHealth(monitor::CanonicalMetric metric)
{
    switch (metric) {
    case GpuXidCode:
    case GpuRowRemapFailure:
    case GpuEccUncorrected:
    case GpuEccCorrected:
    case GpuThermalThrottleRatio:
    case GpuPowerThrottleRatio:
    case GpuPcieReplays: return true;
    default: return false;
    }
}

} // namespace

QString subjectName(const monitor::Subject &subject)
{
    if (subject.isGpu())
        return QStringLiteral("%1 · %2").arg(nodeName(subject), LiveTexts::gpuName(subject.gpuIndex, QString::fromStdString(subject.gpuUuid), QString::fromStdString(subject.migInstance)));
    if (subject.isServing())
        return QStringLiteral("%1 · %2").arg(nodeName(subject), LiveTexts::engineName(subject));
    return nodeName(subject);
}

LiveTable healthTable(const LiveTableInput &input)
{
    LiveTable table;
    table.columns = {{Texts::machine(), false, false}, {LiveTexts::columnGpu(), false, false}, {Texts::problem(), false, true}, {Texts::meaning(), false, true}, {Texts::advice(), false, true}};
    struct Row {
        int rank;
        QString node;
        LiveTableRow row;
    };
    std::vector<Row> rows;
    bool published = false;
    for (const auto &[source, snapshot] : input.latest) {
        const auto watched = input.watched.find(source);
        for (const monitor::Sample &sample : snapshot.samples) {
            const monitor::Subject &subject = snapshot.subjects[sample.subject];
            if (!subject.isGpu())
                continue;
            published = published || tellsHealth(sample.metric);
            bool fresh = false;
            if (sample.metric == GpuXidCode && sample.value > 0 && watched != input.watched.end())
                for (std::size_t i = 0; i < watched->second.subjects().size() && !fresh; ++i)
                    fresh = watched->second.subjects()[i] == subject && appearedXid(watched->second, i) == static_cast<int>(std::lround(sample.value));
            const auto problem = problemOf(sample, fresh, input.facts);
            if (!problem)
                continue;
            const QString gpu = LiveTexts::gpuName(subject.gpuIndex, QString::fromStdString(subject.gpuUuid), QString::fromStdString(subject.migInstance));
            const QString key = QStringLiteral("%1|%2|%3").arg(nodeName(subject), gpu, QLatin1String(monitor::canonicalMetricId(sample.metric).data()));
            if (std::ranges::any_of(rows, [&](const Row &row) { return row.row.key == key; }))
                continue; // another exporter on the machine says so already
            rows.push_back({problem->rank, nodeName(subject), {key, {{nodeName(subject), std::nan(""), TextTone::Neutral}, {gpu, std::nan(""), TextTone::Neutral},
                            {problem->what, std::nan(""), problem->tone}, {problem->meaning, std::nan(""), TextTone::Neutral}, {problem->advice, std::nan(""), TextTone::Neutral}}}});
        }
    }
    std::ranges::stable_sort(rows, [](const Row &a, const Row &b) { return a.rank != b.rank ? a.rank < b.rank : a.node != b.node ? nodeBefore(a.node, b.node) : a.row.key < b.row.key; });
    for (Row &row : rows)
        table.rows.push_back(std::move(row.row));
    table.emptyText = published ? Texts::healthy(static_cast<int>(input.gpus.size())) : Texts::noHealth();
    table.summary = rows.empty() ? QString() : Texts::problems(static_cast<int>(rows.size()));
    return table;
}

} // namespace headroom::present
