// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace headroom::db {

// One kind of value that the history keeps, as "gpu.power_w" or "serving.ttft_s:0.95". `decimals` is its resolution: values
// are kept as whole multiples of 10^-decimals (-6: millions). Names are what is stored and never change their meaning.
struct HistoryField {
    std::string name;
    int decimals = 0;              // -9 .. 6

    bool operator==(const HistoryField &) const = default;
};

struct HistorySample {
    std::uint32_t subject = 0;     // index into the poll's subjects
    std::uint16_t field = 0;       // index into the history's fields
    double value = 0;              // finite

    bool operator==(const HistorySample &) const = default;
};

// What one poll of one source gave. Without samples it says that there was none: a gap. `subjects` are texts that mean
// something to the caller only; equal texts are the same thing.
struct HistoryPoll {
    std::string source;
    std::int64_t timeMs = 0;       // Unix time
    std::vector<std::string> subjects;
    std::vector<HistorySample> samples;

    bool operator==(const HistoryPoll &) const = default;
};

// `columns`: how many stretches of time can be told apart (pixels). Empty `sources`: all.
struct HistoryQuestion {
    std::vector<std::string> sources;
    std::vector<std::uint16_t> fields;
    std::int64_t fromMs = 0;
    std::int64_t toMs = 0;
    int columns = 1000;            // 1 .. 10,000

    bool operator==(const HistoryQuestion &) const = default;
};

// One series of a table; as many values as the table has times, NaN where there is none. `low` and `high` are the least and
// the greatest of what `mean` sums up; empty where every row is one poll.
struct HistorySeries {
    std::uint32_t subject = 0;     // index into the table's subjects
    std::uint16_t field = 0;
    std::vector<float> mean;
    std::vector<float> low;
    std::vector<float> high;
};

// All that one source has in the asked stretch: a row a poll, or a row for each of `columns` equal stretches that has values.
struct HistoryTable {
    std::string source;
    double stepS = 0;              // of stretches; 0: every row is one poll
    std::vector<double> times;     // Unix seconds, ascending; of a stretch: its middle
    std::vector<std::string> subjects;
    std::vector<HistorySeries> series;
};

using HistoryAnswer = std::vector<HistoryTable>;

// The newest value of a series.
struct HistoryLast {
    std::string source;
    std::string subject;
    double value = 0;

    bool operator==(const HistoryLast &) const = default;
};

struct HistorySize {
    std::int64_t fileBytes = 0;    // with what is free inside
    std::int64_t chunkBytes = 0;   // of polls, times included
    std::int64_t rollUpBytes = 0;
    std::int64_t tailBytes = 0;    // written down, not yet in chunks
    std::int64_t series = 0;
    std::int64_t dropped = 0;      // samples that were not taken since opening: too many series, clocks set back, numbers beyond all sense

    bool operator==(const HistorySize &) const = default;
};

} // namespace headroom::db
