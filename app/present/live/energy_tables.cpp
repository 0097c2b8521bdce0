// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_tables.h"

#include <present/format/figure_format.h>
#include <present/texts/live_table_texts.h>
#include <present/texts/live_texts.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace headroom::present {
namespace {

using enum monitor::CanonicalMetric;
using Texts = LiveTableTexts;

constexpr double kIdleBelow = 0.05;
constexpr double kIdleShare = 0.5;

// The longest pause between two polls over which the value before is taken to have held.
double longestStep(const std::vector<double> &times)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < times.size(); ++i)
        steps.push_back(times[i] - times[i - 1]);
    if (steps.empty())
        return 0;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return std::max(3.5 * *middle, 3.0);
}

// Adds up value x time, and time, over what lies in the stretch; gaps count for nothing.
template<class Call>
void eachStep(const LiveHistory &history, const LiveHistory::Column &column, double from, double to, Call call)
{
    const std::vector<double> &times = history.times();
    const double longest = longestStep(times);
    for (std::size_t i = 1; i < times.size(); ++i) {
        const double step = times[i] - times[i - 1];
        if (times[i - 1] < from || times[i] > to || step > longest || std::isnan(column.values[i - 1]) || std::isnan(column.values[i]))
            continue;
        call(step, static_cast<double>(column.values[i - 1]), static_cast<double>(column.values[i]));
    }
}

QString boardKey(const monitor::Subject &subject)
{
    return nodeName(subject) + QLatin1Char('|') + QString::fromStdString(subject.gpuUuid.empty() ? std::to_string(subject.gpuIndex) : subject.gpuUuid);
}

LiveTableCell moneyCell(const std::optional<core::Money> &price, double amount)
{
    if (!price)
        return {FigureFormat::missing(), std::nan(""), TextTone::Secondary};
    const core::Money cost = price->timesRatio(amount);
    return {FigureFormat().money(cost), cost.toDouble(), TextTone::Neutral};
}

struct Machine {
    int gpus = 0;
    double power = 0;
    bool hasPower = false;
    double joules = 0;
};

} // namespace

LiveTable energyTable(const LiveTableInput &input)
{
    LiveTable table;
    table.columns = {{Texts::machine(), false, true}, {Texts::gpus(), true, false}, {Texts::powerNow(), true, false}, {Texts::energyUsed(), true, false}, {Texts::energyCost(), true, false}};
    table.emptyText = Texts::noPower();
    // A board that two exporters publish, or several instances of it, draws its power once.
    std::map<QString, std::pair<QString, double>> boards;
    for (const auto &[source, history] : input.shown)
        for (const LiveHistory::Column &column : history.columns()) {
            if (column.metric != GpuPowerW)
                continue;
            double joules = 0;
            eachStep(history, column, input.from, input.to, [&joules](double step, double before, double after) { joules += step * (before + after) / 2; });
            const monitor::Subject &subject = history.subjects()[column.subject];
            auto &[node, most] = boards[boardKey(subject)];
            node = nodeName(subject);
            most = std::max(most, joules);
        }
    std::map<QString, Machine> machines;
    for (const auto &[board, energy] : boards)
        machines[energy.first].joules += energy.second;
    std::set<QString> counted;
    for (const GpuRow &gpu : input.gpus) {
        if (!counted.insert(gpu.key.section(QLatin1Char('|'), 0, 1)).second)
            continue;
        Machine &machine = machines[gpu.node];
        ++machine.gpus;
        if (std::isfinite(gpu.power)) {
            machine.power += gpu.power;
            machine.hasPower = true;
        }
    }
    std::vector<std::pair<QString, Machine>> ordered(machines.begin(), machines.end());
    std::erase_if(ordered, [](const auto &one) { return !one.second.hasPower && one.second.joules <= 0; });
    std::ranges::sort(ordered, [](const auto &a, const auto &b) { return nodeBefore(a.first, b.first); });
    const FigureFormat format;
    double joules = 0;
    for (const auto &[node, machine] : ordered) {
        joules += machine.joules;
        table.rows.push_back({node, {{node, std::nan(""), TextTone::Neutral},
                                     {format.count(machine.gpus), static_cast<double>(machine.gpus), TextTone::Neutral},
                                     {machine.hasPower ? format.power(core::Watts(machine.power)) : FigureFormat::missing(), machine.hasPower ? machine.power : std::nan(""), TextTone::Neutral},
                                     {Texts::kwh(machine.joules), machine.joules, TextTone::Neutral},
                                     moneyCell(input.facts.kwhPrice, machine.joules / 3.6e6)}});
    }
    if (ordered.empty())
        return table;
    const QString span = Texts::span(input.to - input.from);
    table.summary = input.facts.kwhPrice ? Texts::energySummary(Texts::kwh(joules), moneyCell(input.facts.kwhPrice, joules / 3.6e6).text, span)
                                         : Texts::energySummaryWithoutPrice(Texts::kwh(joules), span);
    return table;
}

LiveTable idleTable(const LiveTableInput &input)
{
    LiveTable table;
    table.columns = {{Texts::machine(), false, true}, {LiveTexts::columnGpu(), false, false}, {Texts::idleShare(), true, false}, {Texts::idleHours(), true, false},
                     {Texts::memoryHeld(), true, false}, {Texts::idleCost(), true, false}};
    table.emptyText = Texts::noIdle();
    struct Idle {
        double idle = 0;
        double seen = 0;
    };
    std::map<QString, Idle> byKey;
    for (const auto &[source, history] : input.shown)
        for (std::size_t i = 0; i < history.subjects().size(); ++i) {
            const monitor::Subject &subject = history.subjects()[i];
            const LiveHistory::Column *column = history.column(GpuUtilRatio, i);
            if (!column)
                column = history.column(GpuEngineActiveRatio, i);
            if (!subject.isGpu() || !column)
                continue;
            Idle found;
            eachStep(history, *column, input.from, input.to, [&found](double step, double before, double after) {
                found.seen += step;
                found.idle += std::max(before, after) < kIdleBelow ? step : 0;
            });
            Idle &known = byKey[boardKey(subject) + QLatin1Char('|') + QString::fromStdString(subject.migInstance)];
            if (found.seen > known.seen)
                known = found;
        }
    const FigureFormat format;
    double hours = 0;
    for (const GpuRow &gpu : input.gpus) {
        const auto found = byKey.find(gpu.key);
        if (found == byKey.end() || found->second.seen <= 0 || found->second.idle / found->second.seen < kIdleShare)
            continue;
        const Idle &idle = found->second;
        hours += idle.idle / 3600;
        const double held = std::isfinite(gpu.memoryUsed) && gpu.memoryTotal > 0 ? gpu.memoryUsed / gpu.memoryTotal : std::nan("");
        table.rows.push_back({gpu.key, {{gpu.node, std::nan(""), TextTone::Neutral}, {gpu.name, std::nan(""), TextTone::Neutral},
                                        {format.percent(idle.idle / idle.seen), idle.idle / idle.seen, TextTone::Neutral}, {Texts::hours(idle.idle / 3600), idle.idle, TextTone::Neutral},
                                        {std::isfinite(held) ? format.percent(held) : FigureFormat::missing(), held, held > 0.05 ? TextTone::Warning : TextTone::Neutral},
                                        moneyCell(input.facts.gpuHourPrice, idle.idle / 3600)}});
    }
    const int count = static_cast<int>(table.rows.size());
    if (count > 0)
        table.summary = input.facts.gpuHourPrice ? Texts::idleSummary(count, Texts::hours(hours), moneyCell(input.facts.gpuHourPrice, hours).text)
                                                 : Texts::idleSummaryWithoutPrice(count, Texts::hours(hours));
    else
        table.summary = Texts::idleNote();
    return table;
}

} // namespace headroom::present
