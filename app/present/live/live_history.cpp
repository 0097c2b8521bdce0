// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/live/live_history.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::present {

namespace {

constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();

std::uint64_t columnKey(monitor::CanonicalMetric metric, std::size_t subject)
{
    return (static_cast<std::uint64_t>(subject) << 8) | static_cast<std::uint64_t>(metric);
}

} // namespace

bool LiveHistory::keeps(monitor::CanonicalMetric metric)
{
    using enum monitor::CanonicalMetric;
    switch (metric) {
    case GpuUtilRatio:
    case GpuEngineActiveRatio:
    case GpuMemUsedBytes:
    case GpuMemFreeBytes:
    case GpuMemTotalBytes:
    case GpuPowerW:
    case GpuPowerLimitW:
    case GpuTempC:
    case GpuXidCode:
    case GpuXidNew:
    case ServingRequestsRunning:
    case ServingRequestsWaiting:
    case ServingKvCacheRatio:
    case ServingRequestsPerS:
    case ServingGenerationTokensPerS:
    case ServingTtftS:
    case ServingTpotS: return true;
    default: return false;
    }
}

float LiveHistory::quantileOf(monitor::CanonicalMetric metric)
{
    return monitor::canonicalMetricInfo(metric).shape == monitor::MetricShape::Distribution ? 0.95F : 0.0F;
}

std::vector<monitor::CanonicalMetric> LiveHistory::kept()
{
    std::vector<monitor::CanonicalMetric> all;
    for (const monitor::CanonicalMetricInfo &info : monitor::kCanonicalMetrics)
        if (keeps(info.metric))
            all.push_back(info.metric);
    return all;
}

LiveHistory LiveHistory::of(std::vector<double> times, std::vector<monitor::Subject> subjects, std::vector<Column> columns)
{
    LiveHistory history(std::max(kRows, times.size()));
    history.m_times = std::move(times);
    history.m_subjects = std::move(subjects);
    history.m_columns = std::move(columns);
    for (std::size_t i = 0; i < history.m_subjects.size(); ++i)
        history.m_subjectIndex.emplace(history.m_subjects[i], i);
    for (std::size_t i = 0; i < history.m_columns.size(); ++i)
        history.m_columnIndex.emplace(columnKey(history.m_columns[i].metric, history.m_columns[i].subject), i);
    return history;
}

void LiveHistory::prepend(const LiveHistory &older)
{
    std::size_t rows = older.m_times.size();
    while (rows > 0 && !m_times.empty() && older.m_times[rows - 1] >= m_times.front())
        --rows;
    const std::size_t room = m_capacity > m_times.size() ? m_capacity - m_times.size() : 0;
    const std::size_t first = rows > room ? rows - room : 0;
    if (first == rows)
        return;
    const auto from = static_cast<std::ptrdiff_t>(first);
    const auto to = static_cast<std::ptrdiff_t>(rows);
    m_times.insert(m_times.begin(), older.m_times.begin() + from, older.m_times.begin() + to);
    for (Column &column : m_columns)
        column.values.insert(column.values.begin(), rows - first, kMissing);
    for (const Column &column : older.m_columns)
        std::copy(column.values.begin() + from, column.values.begin() + to, columnFor(column.metric, subjectIndex(older.m_subjects[column.subject])).values.begin());
    m_trimmed = m_trimmed || first > 0;
}

void LiveHistory::push(const monitor::Snapshot &snapshot)
{
    if (snapshot.state == monitor::SourceState::Late)
        return;
    const double time = static_cast<double>(snapshot.timeMs) / 1000.0;
    // A clock that was set back would tangle the lines.
    if (!m_times.empty() && time <= m_times.back())
        return;
    m_times.push_back(time);
    for (Column &column : m_columns)
        column.values.push_back(kMissing);
    if (snapshot.state == monitor::SourceState::Ok) {
        for (const monitor::Sample &sample : snapshot.samples) {
            if (!keeps(sample.metric) || std::abs(sample.quantile - quantileOf(sample.metric)) > 1e-4F || sample.subject >= snapshot.subjects.size())
                continue;
            const std::size_t subject = subjectIndex(snapshot.subjects[sample.subject]);
            columnFor(sample.metric, subject).values.back() = static_cast<float>(sample.value);
        }
    }
    trim();
}

std::size_t LiveHistory::subjectIndex(const monitor::Subject &subject)
{
    const auto [it, fresh] = m_subjectIndex.try_emplace(subject, m_subjects.size());
    if (fresh)
        m_subjects.push_back(subject);
    return it->second;
}

LiveHistory::Column &LiveHistory::columnFor(monitor::CanonicalMetric metric, std::size_t subject)
{
    const auto [it, fresh] = m_columnIndex.try_emplace(columnKey(metric, subject), m_columns.size());
    if (fresh)
        m_columns.push_back({metric, subject, std::vector<float>(m_times.size(), kMissing)});
    return m_columns[it->second];
}

// Rows go in blocks, so that the usual push moves nothing.
void LiveHistory::trim()
{
    if (m_times.size() < m_capacity + m_capacity / 4)
        return;
    m_trimmed = true;
    const auto excess = static_cast<std::ptrdiff_t>(m_times.size() - m_capacity);
    m_times.erase(m_times.begin(), m_times.begin() + excess);
    for (Column &column : m_columns)
        column.values.erase(column.values.begin(), column.values.begin() + excess);
    forgetUnseen();
}

void LiveHistory::forgetUnseen()
{
    std::vector<Column> kept;
    std::vector<bool> seen(m_subjects.size(), false);
    for (Column &column : m_columns) {
        if (std::all_of(column.values.begin(), column.values.end(), [](float value) { return std::isnan(value); }))
            continue;
        seen[column.subject] = true;
        kept.push_back(std::move(column));
    }
    std::vector<std::size_t> renumbered(m_subjects.size(), 0);
    std::vector<monitor::Subject> subjects;
    for (std::size_t i = 0; i < m_subjects.size(); ++i) {
        renumbered[i] = subjects.size();
        if (seen[i])
            subjects.push_back(std::move(m_subjects[i]));
    }
    m_subjects = std::move(subjects);
    m_columns = std::move(kept);
    m_subjectIndex.clear();
    m_columnIndex.clear();
    for (std::size_t i = 0; i < m_subjects.size(); ++i)
        m_subjectIndex.emplace(m_subjects[i], i);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_columns[i].subject = renumbered[m_columns[i].subject];
        m_columnIndex.emplace(columnKey(m_columns[i].metric, m_columns[i].subject), i);
    }
}

const LiveHistory::Column *LiveHistory::column(monitor::CanonicalMetric metric, std::size_t subject) const
{
    const auto it = m_columnIndex.find(columnKey(metric, subject));
    return it == m_columnIndex.end() ? nullptr : &m_columns[it->second];
}

std::optional<double> LiveHistory::latest(monitor::CanonicalMetric metric, std::size_t subject) const
{
    const Column *found = column(metric, subject);
    if (!found || found->values.empty() || std::isnan(found->values.back()))
        return std::nullopt;
    return static_cast<double>(found->values.back());
}

bool LiveHistory::has(monitor::CanonicalMetric metric) const
{
    return std::any_of(m_columns.begin(), m_columns.end(), [metric](const Column &column) { return column.metric == metric; });
}

} // namespace headroom::present
