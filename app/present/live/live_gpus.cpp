// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_pods.h"
#include "live_tables.h"

#include <present/texts/live_texts.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <unordered_set>

namespace headroom::present {

QString gpuKey(const monitor::Subject &subject)
{
    const std::string &name = subject.gpuUuid.empty() ? std::to_string(subject.gpuIndex) : subject.gpuUuid;
    return QString::fromStdString(subject.node + '|' + name + '|' + subject.migInstance);
}

namespace {

// The utilization of the last hour in as many pieces as a small picture shows: the greatest of each, so that peaks stay.
std::vector<float> lastHour(const LiveHistory &history, std::size_t subject)
{
    constexpr std::size_t kPieces = 60;
    const LiveHistory::Column *column = history.column(monitor::CanonicalMetric::GpuUtilRatio, subject);
    if (!column)
        column = history.column(monitor::CanonicalMetric::GpuEngineActiveRatio, subject);
    if (!column || history.times().empty())
        return {};
    std::vector<float> pieces(kPieces, std::numeric_limits<float>::quiet_NaN());
    const double end = history.times().back();
    for (std::size_t row = history.times().size(); row-- > 0;) {
        const double age = end - history.times()[row];
        if (age >= 3600.0)
            break;
        const float value = column->values[row];
        float &piece = pieces[kPieces - 1 - static_cast<std::size_t>(age / 60.0)];
        if (!std::isnan(value) && (std::isnan(piece) || value > piece))
            piece = value;
    }
    return pieces;
}

} // namespace

// An exporter keeps the last error code until it is restarted, so only one that appears while we watch is news.
int appearedXid(const LiveHistory &history, std::size_t subject)
{
    if (const LiveHistory::Column *events = history.column(monitor::CanonicalMetric::GpuXidNew, subject))
        for (auto value = events->values.rbegin(); value != events->values.rend(); ++value)
            if (!std::isnan(*value))
                return static_cast<int>(std::lround(*value));
    const LiveHistory::Column *column = history.column(monitor::CanonicalMetric::GpuXidCode, subject);
    if (!column)
        return 0;
    float before = std::numeric_limits<float>::quiet_NaN();
    int appeared = 0;
    for (const float value : column->values) {
        if (std::isnan(value))
            continue;
        if (!std::isnan(before) && value != before)
            appeared = static_cast<int>(value);
        before = value;
    }
    return appeared;
}

QString nodeName(const monitor::Subject &subject)
{
    return QString::fromStdString(subject.node);
}

// Runs of digits compare as numbers. QCollator would depend on the locale's library, and does not do it for the C locale.
bool nodeBefore(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a.at(i).isDigit() && b.at(j).isDigit()) {
            const auto run = [](const QString &text, qsizetype &at) {
                const qsizetype first = at;
                while (at < text.size() && text.at(at).isDigit())
                    ++at;
                QStringView digits = QStringView(text).mid(first, at - first);
                while (digits.size() > 1 && digits.front() == QLatin1Char('0'))
                    digits = digits.mid(1);
                return digits;
            };
            const QStringView x = run(a, i);
            const QStringView y = run(b, j);
            if (x.size() != y.size())
                return x.size() < y.size();
            if (const int order = x.compare(y); order != 0)
                return order < 0;
            continue;
        }
        if (a.at(i) != b.at(j))
            return a.at(i) < b.at(j);
        ++i;
        ++j;
    }
    const qsizetype restA = a.size() - i;
    const qsizetype restB = b.size() - j;
    return restA != restB ? restA < restB : a < b;
}

std::vector<GpuRow> liveGpuRows(const std::map<std::string, LiveHistory> &histories, const SourceListModel &sources, const PodJoin &pods)
{
    using enum monitor::CanonicalMetric;
    std::map<QString, GpuRow> byKey;
    for (const auto &[id, history] : histories) {
        const SourceListModel::Entry *source = sources.find(id);
        // What a silent source said last is not what is so now.
        const bool current = source && source->state != static_cast<int>(monitor::SourceState::Failed);
        for (std::size_t i = 0; i < history.subjects().size(); ++i) {
            const monitor::Subject &subject = history.subjects()[i];
            if (!subject.isGpu())
                continue;
            const QString key = gpuKey(subject);
            GpuRow &row = byKey[key];
            row.key = key;
            row.node = nodeName(subject);
            row.index = subject.gpuIndex;
            row.name = LiveTexts::gpuName(subject.gpuIndex, QString::fromStdString(subject.gpuUuid), QString::fromStdString(subject.migInstance));
            if (!subject.gpuModel.empty())
                row.model = QString::fromStdString(subject.gpuModel);
            row.demo = row.demo || (source && source->demo);
            if (!current)
                continue;
            const auto fill = [&history, i](double &field, monitor::CanonicalMetric metric) {
                if (std::isnan(field))
                    field = history.latest(metric, i).value_or(GpuRow::kMissing);
            };
            fill(row.utilization, GpuUtilRatio);
            fill(row.utilization, GpuEngineActiveRatio); // of MIG instances, which have no utilization
            fill(row.memoryUsed, GpuMemUsedBytes);
            fill(row.memoryTotal, GpuMemTotalBytes);
            if (std::isnan(row.memoryTotal))
                if (const auto free = history.latest(GpuMemFreeBytes, i); free && std::isfinite(row.memoryUsed))
                    row.memoryTotal = row.memoryUsed + *free;
            fill(row.power, GpuPowerW);
            fill(row.powerLimit, GpuPowerLimitW);
            fill(row.temperature, GpuTempC);
            if (row.lastHour.empty())
                row.lastHour = lastHour(history, i);
            if (const int xid = appearedXid(history, i); xid != 0)
                row.newXid = xid;
        }
    }
    std::vector<GpuRow> rows;
    rows.reserve(byKey.size());
    for (auto &[key, row] : byKey) {
        row.usedBy = pods.textOf(key);
        rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end(), [](const GpuRow &a, const GpuRow &b) {
        if (a.node != b.node)
            return nodeBefore(a.node, b.node);
        return std::tie(a.index, a.key) < std::tie(b.index, b.key);
    });
    return rows;
}

QStringList liveNodes(const LiveInput &input)
{
    std::unordered_set<std::string_view> known; // of subjects, which outlive this
    QStringList nodes;
    for (const auto &[id, history] : input.histories)
        for (const monitor::Subject &subject : history.subjects())
            if ((subject.isGpu() || subject.isServing()) && !known.contains(subject.node)) {
                known.insert(subject.node);
                nodes << nodeName(subject);
            }
    std::sort(nodes.begin(), nodes.end(), nodeBefore);
    return nodes;
}

namespace {

FleetCell fleetCell(const GpuRow &gpu, LiveQuantity quantity)
{
    FleetCell cell;
    double value = GpuRow::kMissing;
    QString written;
    switch (quantity) {
    case LiveQuantity::Memory:
        value = gpu.memoryUsed;
        if (std::isfinite(gpu.memoryUsed) && std::isfinite(gpu.memoryTotal) && gpu.memoryTotal > 0)
            cell.level = gpu.memoryUsed / gpu.memoryTotal;
        written = LiveTexts::memoryText(gpu.memoryUsed, gpu.memoryTotal);
        break;
    case LiveQuantity::Power:
        value = gpu.power;
        // Without a limit the scale is that of today's largest boards.
        if (std::isfinite(value))
            cell.level = value / (std::isfinite(gpu.powerLimit) && gpu.powerLimit > 0 ? gpu.powerLimit : 1000.0);
        written = LiveTexts::valueText(quantity, value);
        break;
    case LiveQuantity::Temperature:
        value = gpu.temperature;
        if (std::isfinite(value))
            cell.level = (value - 30.0) / 60.0; // 30 to 90 degrees
        written = LiveTexts::valueText(quantity, value);
        break;
    default:
        value = gpu.utilization;
        if (std::isfinite(value))
            cell.level = value;
        written = LiveTexts::valueText(LiveQuantity::Utilization, value);
        break;
    }
    cell.text = std::isfinite(value) ? LiveTexts::axisText(quantity, value) : LiveTexts::missing();
    cell.description = LiveTexts::cellText(gpu.node, gpu.name, LiveTexts::quantityTitle(quantity), written);
    if (!gpu.usedBy.isEmpty())
        cell.description = LiveTexts::cellUse(cell.description, gpu.usedBy);
    if (gpu.newXid != 0) {
        cell.alarming = true;
        cell.text = LiveTexts::xid(gpu.newXid);
        cell.description = LiveTexts::cellXid(cell.description, gpu.newXid);
    }
    return cell;
}

} // namespace

std::vector<FleetRow> liveFleet(const LiveInput &input, LiveQuantity quantity)
{
    std::vector<FleetRow> rows;
    for (const GpuRow &gpu : input.gpus) {
        if (rows.empty() || rows.back().node != gpu.node)
            rows.push_back({gpu.node, {}});
        rows.back().cells.push_back(fleetCell(gpu, quantity));
    }
    return rows;
}

} // namespace headroom::present
