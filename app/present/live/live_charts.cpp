// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_parts.h"

#include <present/texts/live_texts.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::present {

namespace {

constexpr std::size_t kMostLines = 8; // as many as the palette tells apart

enum class Together { Mean, Sum, Highest };

struct Kind {
    monitor::CanonicalMetric metric;
    std::optional<monitor::CanonicalMetric> otherwise;
    Together together; // of the GPUs of one machine
};

Kind kindOf(LiveQuantity quantity)
{
    using enum monitor::CanonicalMetric;
    switch (quantity) {
    case LiveQuantity::Utilization: return {GpuUtilRatio, GpuEngineActiveRatio, Together::Mean};
    case LiveQuantity::Memory: return {GpuMemUsedBytes, std::nullopt, Together::Sum};
    case LiveQuantity::Power: return {GpuPowerW, std::nullopt, Together::Sum};
    case LiveQuantity::Temperature: return {GpuTempC, std::nullopt, Together::Highest};
    case LiveQuantity::Running: return {ServingRequestsRunning, std::nullopt, Together::Sum};
    case LiveQuantity::Waiting: return {ServingRequestsWaiting, std::nullopt, Together::Sum};
    case LiveQuantity::Ttft: return {ServingTtftS, std::nullopt, Together::Highest};
    case LiveQuantity::Tpot: return {ServingTpotS, std::nullopt, Together::Highest};
    case LiveQuantity::KvCache: return {ServingKvCacheRatio, std::nullopt, Together::Highest};
    case LiveQuantity::OutputTokens: return {ServingGenerationTokensPerS, std::nullopt, Together::Sum};
    }
    return {GpuUtilRatio, std::nullopt, Together::Mean};
}

struct Group {
    QString name;
    const LiveHistory *history = nullptr;
    std::vector<const LiveHistory::Column *> columns;
};

QString boardOf(const monitor::Subject &subject)
{
    return QString::fromStdString(subject.gpuUuid.empty() ? std::to_string(subject.gpuIndex) : subject.gpuUuid);
}

// The columns of one quantity in one source, by machine or, for one machine, by GPU or engine.
std::map<QString, Group> groupsOf(const LiveHistory &history, const Kind &kind, const QString &node, bool boardMetric)
{
    std::map<QString, Group> groups;
    std::vector<std::pair<QString, QString>> boards; // node and board that already gave this metric
    for (std::size_t i = 0; i < history.subjects().size(); ++i) {
        const monitor::Subject &subject = history.subjects()[i];
        const LiveHistory::Column *column = history.column(kind.metric, i);
        if (!column && kind.otherwise)
            column = history.column(*kind.otherwise, i);
        if (!column || (!node.isEmpty() && nodeName(subject) != node))
            continue;
        if (boardMetric && !subject.migInstance.empty()) {
            // Power and temperature of a MIG instance are those of its whole board, once.
            const std::pair board{nodeName(subject), boardOf(subject)};
            if (std::find(boards.begin(), boards.end(), board) != boards.end())
                continue;
            boards.push_back(board);
        }
        QString name = nodeName(subject);
        if (!node.isEmpty())
            name = subject.isGpu() ? LiveTexts::gpuName(subject.gpuIndex, QString::fromStdString(subject.gpuUuid), boardMetric ? QString() : QString::fromStdString(subject.migInstance))
                                   : LiveTexts::engineName(subject);
        Group &group = groups[name];
        group.name = name;
        group.history = &history;
        group.columns.push_back(column);
    }
    return groups;
}

// Of the least values, these are under everything that the group did in that stretch; of the greatest, over it.
float together(const std::vector<const LiveHistory::Column *> &columns, std::size_t row, Together how, std::vector<float> LiveHistory::Column::*which = &LiveHistory::Column::values)
{
    double total = 0;
    double highest = -std::numeric_limits<double>::infinity();
    int count = 0;
    for (const LiveHistory::Column *column : columns) {
        const float value = (column->*which)[row];
        if (std::isnan(value))
            continue;
        total += static_cast<double>(value);
        highest = std::max(highest, static_cast<double>(value));
        ++count;
    }
    if (count == 0)
        return std::numeric_limits<float>::quiet_NaN();
    switch (how) {
    case Together::Mean: return static_cast<float>(total / count);
    case Together::Sum: return static_cast<float>(total);
    case Together::Highest: return static_cast<float>(highest);
    }
    return static_cast<float>(total);
}

// Where polls failed to come for much longer than usual, the line is cut, even if no failure was told.
double gapLength(const std::vector<double> &times)
{
    std::vector<double> steps;
    for (std::size_t i = times.size() > 40 ? times.size() - 40 : 1; i < times.size(); ++i)
        steps.push_back(times[i] - times[i - 1]);
    if (steps.empty())
        return std::numeric_limits<double>::infinity();
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return std::max(3.5 * *middle, 3.0);
}

LiveLine lineOf(const Group &group, Together how, double from, double to)
{
    LiveLine line;
    line.name = group.name;
    const std::vector<double> &times = group.history->times();
    const double gap = gapLength(times);
    const bool banded = std::ranges::all_of(group.columns, [](const LiveHistory::Column *column) { return column->low.size() == column->values.size() && column->high.size() == column->values.size(); });
    const auto first = std::lower_bound(times.begin(), times.end(), from);
    std::size_t row = static_cast<std::size_t>(first - times.begin());
    if (row > 0)
        --row; // the line enters from outside the window
    for (bool inside = true; row < times.size() && inside; ++row) {
        inside = times[row] <= to; // one more: the line leaves the window
        if (!line.points.isEmpty() && times[row] - line.points.last().x() > gap) {
            const QPointF hole((times[row] + line.points.last().x()) / 2.0, std::numeric_limits<double>::quiet_NaN());
            for (QVector<QPointF> *points : {&line.points, &line.low, &line.high})
                points->push_back(hole);
        }
        line.points.push_back({times[row], static_cast<double>(together(group.columns, row, how))});
        if (!banded)
            continue;
        line.low.push_back({times[row], static_cast<double>(together(group.columns, row, how, &LiveHistory::Column::low))});
        line.high.push_back({times[row], static_cast<double>(together(group.columns, row, how, &LiveHistory::Column::high))});
    }
    if (!banded) {
        line.low.clear();
        line.high.clear();
    }
    return line;
}

std::optional<double> lastValue(const LiveLine &line)
{
    for (auto point = line.points.rbegin(); point != line.points.rend(); ++point)
        if (std::isfinite(point->y()))
            return point->y();
    return std::nullopt;
}

} // namespace

LiveChart liveChart(const LiveInput &input, LiveQuantity quantity, const LiveSelection &selection, double from, double to)
{
    const Kind kind = kindOf(quantity);
    const bool boardMetric = quantity == LiveQuantity::Power || quantity == LiveQuantity::Temperature;
    LiveChart chart;
    chart.quantity = quantity;
    chart.title = LiveTexts::chartTitle(quantity, selection.node);
    chart.units = LiveTexts::chartUnits(quantity);
    if (quantity == LiveQuantity::Utilization || quantity == LiveQuantity::KvCache)
        chart.max = 1.0;

    bool published = false;
    bool heard = false;
    std::map<QString, Group> groups;
    for (const auto &[id, history] : input.histories) {
        heard = heard || !history.times().empty();
        published = published || history.has(kind.metric) || (kind.otherwise && history.has(*kind.otherwise));
        for (auto &[name, group] : groupsOf(history, kind, selection.node, boardMetric)) {
            // Two exporters on one machine tell the same twice: the one that knows more of it is drawn.
            Group &known = groups[name];
            if (known.columns.size() < group.columns.size())
                known = std::move(group);
        }
    }
    std::vector<Group> ordered;
    for (auto &[name, group] : groups)
        ordered.push_back(std::move(group));
    std::sort(ordered.begin(), ordered.end(), [](const Group &a, const Group &b) { return nodeBefore(a.name, b.name); });
    double highest = 0;
    const std::size_t shown = std::min(ordered.size(), kMostLines);
    std::optional<double> low;
    std::optional<double> high;
    for (std::size_t i = 0; i < shown; ++i) {
        LiveLine line = lineOf(ordered[i], kind.together, from, to);
        if (const std::optional<double> last = lastValue(line)) {
            low = std::min(low.value_or(*last), *last);
            high = std::max(high.value_or(*last), *last);
        }
        for (const QPointF &point : line.high.isEmpty() ? line.points : line.high)
            if (std::isfinite(point.y()))
                highest = std::max(highest, point.y());
        chart.lines.push_back(std::move(line));
    }
    // Requests are whole: an axis from 0 to 1 would be marked in quarters of one.
    if ((quantity == LiveQuantity::Running || quantity == LiveQuantity::Waiting) && highest < 4)
        chart.max = 4;
    if (ordered.size() > shown)
        chart.note = LiveTexts::moreLines(static_cast<int>(ordered.size() - shown));
    chart.emptyText = published ? LiveTexts::noValuesInWindow() : heard ? LiveTexts::notPublished() : LiveTexts::waitingForFirst();
    if (low)
        chart.summary = LiveTexts::chartSummary(chart.title, LiveTexts::valueText(quantity, *low), LiveTexts::valueText(quantity, *high), static_cast<int>(shown));
    else
        chart.summary = chart.emptyText;
    return chart;
}

} // namespace headroom::present
