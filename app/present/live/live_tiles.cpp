// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_parts.h"

#include <present/format/figure_format.h>
#include <present/texts/live_texts.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace headroom::present {

namespace {

// Latest values of one metric of the serving engines, of sources that answer.
std::vector<double> servingValues(const LiveInput &input, monitor::CanonicalMetric metric)
{
    std::vector<double> values;
    for (const auto &[id, history] : input.histories) {
        const SourceListModel::Entry *source = input.sources.find(id);
        if (!source || source->state == static_cast<int>(monitor::SourceState::Failed))
            continue;
        for (std::size_t i = 0; i < history.subjects().size(); ++i)
            if (const auto value = history.latest(metric, i))
                values.push_back(*value);
    }
    return values;
}

double sum(const std::vector<double> &values)
{
    double total = 0;
    for (const double value : values)
        total += value;
    return total;
}

struct Spread {
    int count = 0;
    double total = 0, low = 0, high = 0;
    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        low = count == 0 ? value : std::min(low, value);
        high = count == 0 ? value : std::max(high, value);
        total += value;
        ++count;
    }
};

QString noValue(const LiveInput &input)
{
    const bool heard = std::any_of(input.sources.entries().begin(), input.sources.entries().end(), [](const SourceListModel::Entry &entry) { return entry.lastOkMs > 0; });
    return heard ? LiveTexts::notPublished() : LiveTexts::waitingForFirst();
}

LiveTile gpuTile(const LiveInput &input)
{
    LiveTile tile{QStringLiteral("gpus"), LiveTexts::tileGpus(), {}, {}, {}, {}, {}};
    if (input.gpus.empty()) {
        tile.note = noValue(input);
        return tile;
    }
    std::set<QString> nodes;
    std::map<QString, int> models;
    int silent = 0;
    for (const GpuRow &gpu : input.gpus) {
        nodes.insert(gpu.node);
        if (!gpu.model.isEmpty())
            ++models[gpu.model];
        silent += std::isnan(gpu.utilization) && std::isnan(gpu.power) && std::isnan(gpu.memoryUsed) ? 1 : 0;
    }
    tile.number = static_cast<double>(input.gpus.size());
    tile.value = FigureFormat().count(*tile.number);
    tile.lines.push_back({LiveTexts::onMachines(static_cast<int>(nodes.size())), TextTone::Secondary});
    if (silent > 0)
        tile.lines.push_back({LiveTexts::silent(silent), TextTone::Warning});
    else if (!models.empty())
        tile.lines.push_back({std::max_element(models.begin(), models.end(), [](const auto &a, const auto &b) { return a.second < b.second; })->first, TextTone::Secondary});
    return tile;
}

LiveTile utilizationTile(const LiveInput &input)
{
    LiveTile tile{QStringLiteral("utilization"), LiveTexts::tileUtilization(), {}, {}, {}, {}, {}};
    Spread spread;
    for (const GpuRow &gpu : input.gpus)
        spread.add(gpu.utilization);
    if (spread.count == 0) {
        tile.note = noValue(input);
        return tile;
    }
    tile.number = spread.total / spread.count;
    tile.value = FigureFormat().count(*tile.number * 100.0);
    tile.unit = QStringLiteral("%");
    tile.lines.push_back({LiveTexts::range(LiveTexts::valueText(LiveQuantity::Utilization, spread.low), LiveTexts::valueText(LiveQuantity::Utilization, spread.high)), TextTone::Secondary});
    if (spread.count < static_cast<int>(input.gpus.size()))
        tile.lines.push_back({LiveTexts::ofGpus(spread.count, static_cast<int>(input.gpus.size())), TextTone::Secondary});
    return tile;
}

LiveTile requestTile(const LiveInput &input)
{
    LiveTile tile{QStringLiteral("requests"), LiveTexts::tileRequests(), {}, {}, {}, {}, {}};
    const std::vector<double> running = servingValues(input, monitor::CanonicalMetric::ServingRequestsRunning);
    const std::vector<double> waiting = servingValues(input, monitor::CanonicalMetric::ServingRequestsWaiting);
    if (running.empty()) {
        tile.note = noValue(input);
        return tile;
    }
    tile.number = sum(running);
    tile.value = FigureFormat().count(*tile.number);
    tile.unit = LiveTexts::running();
    if (!waiting.empty())
        tile.lines.push_back({LiveTexts::waitingCount(sum(waiting)), sum(waiting) > 0 ? TextTone::Warning : TextTone::Good});
    const std::vector<double> rate = servingValues(input, monitor::CanonicalMetric::ServingRequestsPerS);
    if (!rate.empty())
        tile.lines.push_back({LiveTexts::requestRate(sum(rate)), TextTone::Secondary});
    return tile;
}

LiveTile kvTile(const LiveInput &input)
{
    LiveTile tile{QStringLiteral("kv_cache"), LiveTexts::tileKvCache(), {}, {}, {}, {}, {}};
    Spread spread;
    for (const double value : servingValues(input, monitor::CanonicalMetric::ServingKvCacheRatio))
        spread.add(value);
    if (spread.count == 0) {
        tile.note = noValue(input);
        return tile;
    }
    tile.number = spread.total / spread.count;
    tile.value = FigureFormat().count(*tile.number * 100.0);
    tile.unit = QStringLiteral("%");
    tile.lines.push_back({LiveTexts::fullest(LiveTexts::valueText(LiveQuantity::Utilization, spread.high)), spread.high > 0.9 ? TextTone::Warning : TextTone::Secondary});
    tile.lines.push_back({LiveTexts::engines(spread.count), TextTone::Secondary});
    return tile;
}

LiveTile tokenTile(const LiveInput &input)
{
    LiveTile tile{QStringLiteral("tokens"), LiveTexts::tileTokens(), {}, {}, {}, {}, {}};
    const std::vector<double> rate = servingValues(input, monitor::CanonicalMetric::ServingGenerationTokensPerS);
    if (rate.empty()) {
        tile.note = noValue(input);
        return tile;
    }
    tile.number = sum(rate);
    tile.value = FigureFormat().significant(*tile.number);
    tile.unit = QStringLiteral("/s");
    tile.lines.push_back({LiveTexts::engines(static_cast<int>(rate.size())), TextTone::Secondary});
    return tile;
}

LiveTile powerTile(const LiveInput &input)
{
    LiveTile tile{QStringLiteral("power"), LiveTexts::tilePower(), {}, {}, {}, {}, {}};
    // The instances of one board all state the power of the board: it counts once.
    std::map<QString, std::pair<double, double>> boards;
    for (const GpuRow &gpu : input.gpus) {
        if (!std::isfinite(gpu.power))
            continue;
        const QString board = gpu.key.section(QLatin1Char('|'), 0, 1);
        auto &[power, limit] = boards[board];
        power = std::max(power, gpu.power);
        limit = std::max(limit, std::isfinite(gpu.powerLimit) ? gpu.powerLimit : 0.0);
    }
    if (boards.empty()) {
        tile.note = noValue(input);
        return tile;
    }
    double total = 0;
    double limits = 0;
    bool allLimits = true;
    for (const auto &[board, values] : boards) {
        total += values.first;
        limits += values.second;
        allLimits = allLimits && values.second > 0;
    }
    const FigureFormat format;
    const FigureFormat::Parts parts = format.powerParts(core::Watts(total));
    tile.number = total;
    tile.value = parts.value;
    tile.unit = parts.unit;
    if (allLimits)
        tile.lines.push_back({LiveTexts::powerLimit(format.power(core::Watts(limits))), TextTone::Secondary});
    if (boards.size() < input.gpus.size() && static_cast<std::size_t>(std::count_if(input.gpus.begin(), input.gpus.end(), [](const GpuRow &gpu) { return std::isfinite(gpu.power); })) < input.gpus.size())
        tile.lines.push_back({LiveTexts::ofGpus(static_cast<int>(boards.size()), static_cast<int>(input.gpus.size())), TextTone::Secondary});
    return tile;
}

} // namespace

std::vector<LiveTile> liveTiles(const LiveInput &input)
{
    return {utilizationTile(input), requestTile(input), kvTile(input), tokenTile(input), powerTile(input), gpuTile(input)};
}

} // namespace headroom::present
