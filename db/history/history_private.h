// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "head_block.h"
#include "history_file.h"

#include <QLockFile>

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace headroom::db {

inline constexpr std::uint16_t kUnknownField = 0xffff; // written by another version: kept, never read
inline constexpr std::size_t kMostSeries = 400000;                    // at one time
inline constexpr std::int64_t kLastSeries = (std::int64_t(1) << 27U) - 1; // that a chunk's id has room for
inline constexpr std::int64_t kOldestBlockMs = 2 * 3600 * 1000; // a slow source's block is closed after that long
inline constexpr std::size_t kMostPending = 32U << 20U;          // bytes that wait for a disk that takes nothing

// The records of the tail.
enum class TailRecord : char { Block = 1, Column = 2, Row = 3 };

struct SubjectState {
    std::int64_t id = 0;
    std::string name;
    std::vector<std::int64_t> seriesOf;  // by field; 0: none yet
    std::vector<std::int32_t> columnOf;  // by field, in the open block; -1: none yet
};

struct SourceState {
    std::int64_t id = 0;
    std::string name;
    std::unordered_map<std::string, std::uint32_t> slotOf; // by name
    std::vector<SubjectState> subjects;
    std::unique_ptr<HeadBlock> block;    // open; none before its first poll
    std::int64_t firstTail = 0;          // the tail's row in which the open block begins
    std::vector<std::int64_t> row;       // of record()
};

struct ClosedBlock {
    std::unique_ptr<HeadBlock> block;
    std::int64_t firstTail = 0;
    std::size_t nextColumn = 0;          // the first that is not yet stored
};

class History::Private {
public:
    Private(const HistoryOptions &given, std::unique_ptr<Database> file);

    core::Result<void> load();
    void record(const HistoryPoll &poll);
    core::Result<void> commit();
    core::Result<bool> work();
    core::Result<void> retain(std::int64_t nowMs);

    SourceState &addSource(std::int64_t id, const std::string &name);
    SubjectState &addSubject(SourceState &source, std::int64_t id, const std::string &name);
    std::uint16_t fieldOf(const std::string &name) const;
    double factorOf(std::uint16_t field) const { return factors[field]; }

    HistoryOptions options;
    std::unique_ptr<QLockFile> lock;     // held while recording; none: reads only
    std::unique_ptr<Database> database;
    std::vector<double> factors;         // by field: a whole number times this is the value
    std::deque<SourceState> sources;
    std::unordered_map<std::string, SourceState *> sourceOf;
    std::deque<ClosedBlock> closed;      // the oldest first
    std::int64_t dropped = 0;

private:
    core::Result<void> loadNames();
    core::Result<void> replayTail();
    void replay(std::int64_t tail, std::string_view data);
    bool beginBlock(SourceState &source, std::int64_t timeMs);
    void closeBlock(SourceState &source);
    void endOpenBlock(SourceState &source);
    void putRow(const SourceState &source, std::int64_t afterMs); // its codes are in m_codes
    std::int32_t columnFor(SourceState &source, SubjectState &subject, std::uint16_t field);
    core::Result<void> storeColumn(const HeadBlock &block, const HeadBlock::Column &column);
    core::Result<void> removeBefore(int level, std::int64_t startS);
    core::Result<void> shrink();
    core::Result<void> forgetVanished();

    struct NewName {
        enum class Kind { Source, Subject, Series } kind;
        std::int64_t id;
        std::int64_t owner;
        std::string name;
    };

    std::vector<double> m_inverse;       // by field: 10^decimals
    std::unordered_map<std::string, std::uint16_t> m_fieldOf;
    std::unordered_map<std::int64_t, std::pair<SourceState *, std::uint16_t>> m_seriesField; // for the replay only
    std::vector<NewName> m_names;        // not yet committed
    std::string m_tail;                  // not yet committed
    std::string m_codes;                 // of the row under way
    std::int64_t m_nextTail = 1;
    std::int64_t m_lastSource = 0;
    std::int64_t m_lastSubject = 0;
    std::int64_t m_lastSeries = 0;
    std::size_t m_seriesCount = 0;
    Statement m_insertChunk;
    Statement m_readChunk;
    Statement m_replaceChunk;
};

core::Result<HistoryAnswer> readHistory(History::Private &d, const HistoryQuestion &question);
core::Result<std::vector<HistoryLast>> lastValues(History::Private &d, std::uint16_t field);

} // namespace headroom::db
