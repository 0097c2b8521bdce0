// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/snapshot.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace headroom::present {

// The last values of one source, in memory: a row for each poll, a column for each series that is drawn. What a poll did
// not give is NaN in its row, so a gap stays a gap. Bounded: at most `rows` rows; a subject that was not seen in any of
// them is forgotten. One thread.
class LiveHistory {
public:
    static constexpr std::size_t kRows = 720; // an hour at 5 s

    struct Column {
        monitor::CanonicalMetric metric{};
        std::size_t subject = 0;          // index into subjects()
        std::vector<float> values;        // as many as times()
        std::vector<float> low{};         // least and greatest of what a value of the store sums up; empty: nothing is summed up
        std::vector<float> high{};
    };

    explicit LiveHistory(std::size_t rows = kRows) : m_capacity(rows) {}
    // What a store kept: as many values in each column as times. Not bounded by a number of rows.
    static LiveHistory of(std::vector<double> times, std::vector<monitor::Subject> subjects, std::vector<Column> columns);

    // Ok: a row of values. Failed: a row without any. Late: nothing, the answer may still come.
    void push(const monitor::Snapshot &snapshot);

    // Rows of `older` that lie before the first of ours come before it.
    void prepend(const LiveHistory &older);
    // Whether rows were left out because there were too many.
    bool trimmed() const { return m_trimmed; }

    const std::vector<double> &times() const { return m_times; } // Unix seconds, ascending
    const std::vector<monitor::Subject> &subjects() const { return m_subjects; }
    const std::vector<Column> &columns() const { return m_columns; }
    const Column *column(monitor::CanonicalMetric metric, std::size_t subject) const;
    // The value of the newest row; nothing if that row has none.
    std::optional<double> latest(monitor::CanonicalMetric metric, std::size_t subject) const;
    // Whether any subject has ever had this metric.
    bool has(monitor::CanonicalMetric metric) const;

    // Of distributions the p95 is kept, of everything else the value.
    static bool keeps(monitor::CanonicalMetric metric);
    static float quantileOf(monitor::CanonicalMetric metric);
    static std::vector<monitor::CanonicalMetric> kept();

private:
    std::size_t subjectIndex(const monitor::Subject &subject);
    Column &columnFor(monitor::CanonicalMetric metric, std::size_t subject);
    void trim();
    void forgetUnseen();

    std::size_t m_capacity;
    bool m_trimmed = false;
    std::vector<double> m_times;
    std::vector<monitor::Subject> m_subjects;
    std::vector<Column> m_columns;
    std::unordered_map<monitor::Subject, std::size_t, monitor::SubjectHash> m_subjectIndex;
    std::unordered_map<std::uint64_t, std::size_t> m_columnIndex; // metric and subject
};

} // namespace headroom::present
