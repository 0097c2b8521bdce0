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
    case ServingRequestsRunning:
    case ServingRequestsWaiting:
    case ServingKvCacheRatio:
    case ServingRequestsPerS:
    case ServingGenerationTokensPerS: return true;
    default: return false;
    }
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
            if (!keeps(sample.metric) || sample.quantile != 0.0F || sample.subject >= snapshot.subjects.size())
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
