// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of polls after they were taken down: chunks, roll-ups, and in the end their removal; and the way back, from the
// tail into memory when the history is opened.
#include "history_private.h"

#include "int_codec.h"
#include "roll_up.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace headroom::db {
namespace {

constexpr std::size_t kColumnsAtOnce = 256;
constexpr std::size_t kSeriesAtOnce = 500;
constexpr int kMostRounds = 12; // of making the file smaller

} // namespace

core::Result<void> History::Private::load()
{
    if (auto names = loadNames(); !names)
        return names;
    return replayTail();
}

core::Result<void> History::Private::loadNames()
{
    std::unordered_map<std::int64_t, SourceState *> byId;
    Statement all(*database, "SELECT id, name FROM sources");
    if (auto read = all.run({}); !read)
        return read;
    while (all.next()) {
        byId[all.number(0)] = &addSource(all.number(0), all.text(1).toStdString());
        m_lastSource = std::max(m_lastSource, std::int64_t(all.number(0)));
    }
    std::unordered_map<std::int64_t, std::pair<SourceState *, std::uint32_t>> slotById;
    Statement subjects(*database, "SELECT id, source, name FROM subjects");
    if (auto read = subjects.run({}); !read)
        return read;
    while (subjects.next()) {
        const auto source = byId.find(subjects.number(1));
        if (source == byId.end())
            return std::unexpected(database->damaged(QStringLiteral("a subject belongs to no source")));
        addSubject(*source->second, subjects.number(0), subjects.text(2).toStdString());
        slotById[subjects.number(0)] = {source->second, static_cast<std::uint32_t>(source->second->subjects.size() - 1)};
        m_lastSubject = std::max(m_lastSubject, std::int64_t(subjects.number(0)));
    }
    Statement series(*database, "SELECT id, subject, field FROM series");
    if (auto read = series.run({}); !read)
        return read;
    while (series.next()) {
        const auto slot = slotById.find(series.number(1));
        if (slot == slotById.end())
            return std::unexpected(database->damaged(QStringLiteral("a series belongs to no subject")));
        const std::uint16_t field = fieldOf(series.text(2).toStdString());
        auto [source, index] = slot->second;
        if (field != kUnknownField)
            source->subjects[index].seriesOf[field] = series.number(0);
        m_seriesField[series.number(0)] = {source, field};
        ++m_seriesCount;
        m_lastSeries = std::max(m_lastSeries, std::int64_t(series.number(0)));
    }
    return series.ended();
}

core::Result<void> History::Private::replayTail()
{
    Statement tail(*database, "SELECT id, data FROM tail ORDER BY id");
    if (auto read = tail.run({}); !read)
        return read;
    while (tail.next()) {
        const QByteArray data = tail.bytes(1);
        replay(tail.number(0), view(data));
        m_nextTail = tail.number(0) + 1;
    }
    if (auto ended = tail.ended(); !ended)
        return ended;
    tail.finish();
    m_seriesField.clear();
    for (SourceState &source : sources) {
        if (source.block)
            endOpenBlock(source);
        closeBlock(source);
    }
    // Those whose chunks were complete before the end.
    std::set<std::pair<std::int64_t, std::int64_t>> stored;
    for (const ClosedBlock &one : closed) {
        const auto there = database->number("SELECT COUNT(*) FROM blocks WHERE source = ? AND start = ?", {qint64(one.block->source()), qint64(one.block->startS())});
        if (!there)
            return std::unexpected(there.error());
        if (*there > 0)
            stored.emplace(one.block->source(), one.block->startS());
    }
    std::erase_if(closed, [&](const ClosedBlock &one) { return one.block->times().empty() || stored.contains({one.block->source(), one.block->startS()}); });
    return {};
}

// Nobody polled from here on: a row without values says so, whatever the interval was. It is written down like any other row,
// for a block must come out the same however often it is read again: some of its columns may be in chunks already.
void History::Private::endOpenBlock(SourceState &source)
{
    HeadBlock &block = *source.block;
    const auto isOver = [](const HeadBlock::Column &column) { return column.codes.empty() || column.codes.back() == 0; };
    if (block.times().empty() || std::ranges::all_of(block.columns(), isOver))
        return;
    m_codes.clear();
    block.addRow(block.times().back() + 1, std::vector<std::int64_t>(block.columns().size(), kNoValue), m_codes);
    if (lock)
        putRow(source, 1);
}

// A tail is written whole or not at all, so that a record that is none can only come from a damaged file: the rest of that
// row is left out.
void History::Private::replay(std::int64_t tail, std::string_view data)
{
    std::unordered_map<std::int64_t, SourceState *> byId;
    for (SourceState &source : sources)
        byId[source.id] = &source;
    while (!data.empty()) {
        const auto record = static_cast<TailRecord>(data.front());
        data.remove_prefix(1);
        std::uint64_t id = 0;
        std::uint64_t number = 0;
        if (!takeVarint(data, id) || !takeVarint(data, number))
            return;
        const auto found = byId.find(static_cast<std::int64_t>(id));
        if (found == byId.end())
            return;
        SourceState &source = *found->second;
        if (record == TailRecord::Block) {
            closeBlock(source);
            if (number / 1000 >= static_cast<std::uint64_t>(kMostSeconds))
                return;
            source.block = std::make_unique<HeadBlock>(source.id, static_cast<std::int64_t>(number));
            source.firstTail = tail;
            source.row.assign(1, static_cast<std::int64_t>(number)); // the time that the next row counts from
        } else if (record == TailRecord::Column && source.block) {
            const auto series = m_seriesField.find(static_cast<std::int64_t>(number));
            source.block->addColumn(static_cast<std::int64_t>(number), series == m_seriesField.end() ? kUnknownField : series->second.second);
        } else if (record == TailRecord::Row) {
            std::uint64_t bytes = 0;
            if (!takeVarint(data, bytes) || bytes > data.size())
                return;
            std::string_view codes = data.substr(0, bytes);
            data.remove_prefix(bytes);
            if (!source.block)
                continue; // its block began before the tail: it is in chunks
            source.row[0] += static_cast<std::int64_t>(number % (1U << 30U));
            if (!source.block->takeRow(source.row[0], codes) || !codes.empty())
                return;
        } else if (record != TailRecord::Column) {
            return;
        }
    }
}

core::Result<void> History::Private::storeColumn(const HeadBlock &block, const HeadBlock::Column &column)
{
    const std::vector<std::int64_t> values = block.values(column);
    if (std::ranges::all_of(values, [](std::int64_t value) { return value == kNoValue; }))
        return {};
    if (auto added = m_insertChunk.run({qint64(chunkId(column.series, 0, block.startS())), blob(packColumn(values))}); !added)
        return added;
    if (!m_insertChunk.changed())
        return {}; // stored with its roll-ups before the process ended; the block was not
    for (const RollUpLevel &level : {kMinutes, kHours}) {
        const std::vector<RollUp> all = rollUp(block.times(), values, level.stepS);
        for (std::size_t first = 0; first < all.size();) {
            const std::int64_t startS = all[first].at * level.stepS / level.rowS * level.rowS;
            std::size_t end = first;
            while (end < all.size() && all[end].at * level.stepS < startS + level.rowS)
                ++end;
            const qint64 id = chunkId(column.series, level.level, startS);
            if (auto read = m_readChunk.run({id}); !read)
                return read;
            std::vector<RollUp> merged;
            if (m_readChunk.next()) {
                const QByteArray data = m_readChunk.bytes(0);
                if (!unpackRollUps(view(data), merged))
                    merged.clear(); // unreadable: what is known now is better
            }
            m_readChunk.finish();
            mergeRollUps(merged, std::span(all).subspan(first, end - first));
            if (auto written = m_replaceChunk.run({id, blob(packRollUps(merged))}); !written)
                return written;
            first = end;
        }
    }
    return {};
}

core::Result<bool> History::Private::work()
{
    if (!lock || closed.empty())
        return false;
    if (auto done = commit(); !done) // names before what refers to them
        return std::unexpected(done.error());
    ClosedBlock &front = closed.front();
    auto &columns = front.block->columns();
    const std::size_t end = std::min(front.nextColumn + kColumnsAtOnce, columns.size());
    std::int64_t needed = m_nextTail;
    for (std::size_t i = 1; i < closed.size(); ++i)
        needed = std::min(needed, closed[i].firstTail);
    for (const SourceState &source : sources)
        if (source.block)
            needed = std::min(needed, source.firstTail);
    auto done = database->transaction([&]() -> core::Result<void> {
        for (std::size_t i = front.nextColumn; i < end; ++i)
            if (auto stored = storeColumn(*front.block, columns[i]); !stored)
                return stored;
        if (end < columns.size())
            return {};
        std::string times;
        putInts(times, front.block->times());
        if (auto stored = database->run("INSERT OR IGNORE INTO blocks (source, start, data) VALUES (?, ?, ?)",
                                        {qint64(front.block->source()), qint64(front.block->startS()), blob(times)}); !stored)
            return stored;
        return database->run("DELETE FROM tail WHERE id < ?", {qint64(needed)});
    });
    if (!done)
        return std::unexpected(done.error());
    for (std::size_t i = front.nextColumn; i < end; ++i)
        columns[i].stored = true;
    front.nextColumn = end;
    if (end == columns.size())
        closed.pop_front();
    return !closed.empty();
}

core::Result<void> History::Private::removeBefore(int level, std::int64_t startS)
{
    std::vector<std::int64_t> series;
    Statement all(*database, "SELECT id FROM series");
    if (auto read = all.run({}); !read)
        return read;
    while (all.next())
        series.push_back(all.number(0));
    all.finish();
    for (std::size_t first = 0; first < series.size(); first += kSeriesAtOnce) {
        auto removed = database->transaction([&]() -> core::Result<void> {
            Statement remove(*database, "DELETE FROM chunks WHERE id >= ? AND id < ?");
            for (std::size_t i = first; i < std::min(first + kSeriesAtOnce, series.size()); ++i)
                if (auto done = remove.run({qint64(chunkId(series[i], level, 0)), qint64(chunkId(series[i], level, startS))}); !done)
                    return done;
            return {};
        });
        if (!removed)
            return removed;
    }
    return database->transaction([&]() -> core::Result<void> {
        if (level == 0)
            if (auto done = database->run("DELETE FROM blocks WHERE start < ?", {qint64(startS)}); !done)
                return done;
        return database->run("INSERT INTO kept (level, start) VALUES (?, ?) ON CONFLICT (level) DO UPDATE SET start = MAX(start, excluded.start)", {level, qint64(startS)});
    });
}

// The oldest quarter of what is most detailed goes first, until a day of it is left; then the next level.
core::Result<void> History::Private::shrink()
{
    for (int round = 0; round < kMostRounds; ++round) {
        const auto number = [this](const char *sql) { return database->number(sql).value_or(0); };
        if ((number("PRAGMA page_count") - number("PRAGMA freelist_count")) * number("PRAGMA page_size") <= options.retention.mostBytes)
            return {};
        bool shortened = false;
        for (int level = 0; level < 3 && !shortened; ++level) {
            const char *oldest = level == 0 ? "SELECT COALESCE(MIN(start), 0) FROM blocks" : level == 1 ? "SELECT COALESCE(MIN(id & 17179869183), 0) FROM chunks WHERE (id >> 34) & 3 = 1"
                                                                                                  : "SELECT COALESCE(MIN(id & 17179869183), 0) FROM chunks WHERE (id >> 34) & 3 = 2";
            const char *newest = level == 0 ? "SELECT COALESCE(MAX(start), 0) FROM blocks" : level == 1 ? "SELECT COALESCE(MAX(id & 17179869183), 0) FROM chunks WHERE (id >> 34) & 3 = 1"
                                                                                                  : "SELECT COALESCE(MAX(id & 17179869183), 0) FROM chunks WHERE (id >> 34) & 3 = 2";
            const qint64 from = number(oldest);
            const qint64 to = number(newest);
            if (to - from < 24 * 3600)
                continue;
            if (auto done = removeBefore(level, from + (to - from) / 4 + 1); !done)
                return done;
            shortened = true;
        }
        if (!shortened)
            return {};
    }
    return {};
}

// Names of what has not a value left, neither stored nor in memory: machines and engines come and go, and a file that is kept
// for years would be full of them. A name that comes back is a new one.
core::Result<void> History::Private::forgetVanished()
{
    if (auto done = commit(); !done) // names that wait to be written are of what is in memory
        return done;
    std::unordered_set<std::int64_t> alive;
    const auto takeAll = [&alive](const HeadBlock &block) {
        for (const HeadBlock::Column &column : block.columns())
            alive.insert(column.series);
    };
    for (const ClosedBlock &one : closed)
        takeAll(*one.block);
    std::unordered_set<std::int64_t> heard; // sources with polls, be they without values
    for (const ClosedBlock &one : closed)
        heard.insert(one.block->source());
    for (const SourceState &source : sources)
        if (source.block) {
            takeAll(*source.block);
            heard.insert(source.id);
        }
    std::vector<std::int64_t> vanished;
    Statement all(*database, "SELECT id FROM series WHERE NOT EXISTS (SELECT 1 FROM chunks WHERE chunks.id >= series.id << 36 AND chunks.id < (series.id + 1) << 36)");
    if (auto read = all.run({}); !read)
        return read;
    while (all.next())
        if (!alive.contains(all.number(0)))
            vanished.push_back(all.number(0));
    if (auto ended = all.ended(); !ended)
        return ended;
    all.finish();
    auto removed = database->transaction([&]() -> core::Result<void> {
        Statement remove(*database, "DELETE FROM series WHERE id = ?");
        for (const std::int64_t id : vanished)
            if (auto done = remove.run({qint64(id)}); !done)
                return done;
        if (auto done = database->run("DELETE FROM subjects WHERE NOT EXISTS (SELECT 1 FROM series WHERE series.subject = subjects.id)"); !done)
            return done;
        Statement source(*database, "DELETE FROM sources WHERE id = ? AND NOT EXISTS (SELECT 1 FROM subjects WHERE subjects.source = sources.id)"
                                    " AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.source = sources.id)");
        for (const SourceState &one : sources)
            if (!heard.contains(one.id))
                if (auto done = source.run({qint64(one.id)}); !done)
                    return done;
        return {};
    });
    if (!removed)
        return removed;
    const std::unordered_set<std::int64_t> gone(vanished.begin(), vanished.end());
    m_seriesCount -= gone.size();
    for (SourceState &source : sources) {
        for (SubjectState &subject : source.subjects)
            for (std::int64_t &series : subject.seriesOf)
                if (gone.contains(series))
                    series = 0;
        std::erase_if(source.subjects, [](const SubjectState &subject) { return std::ranges::all_of(subject.seriesOf, [](std::int64_t series) { return series == 0; }); });
        source.slotOf.clear();
        for (std::size_t i = 0; i < source.subjects.size(); ++i)
            source.slotOf.emplace(source.subjects[i].name, static_cast<std::uint32_t>(i));
    }
    std::vector<std::int64_t> left;
    Statement known(*database, "SELECT id FROM sources");
    if (auto read = known.run({}); !read)
        return read;
    while (known.next())
        left.push_back(known.number(0));
    if (auto ended = known.ended(); !ended)
        return ended;
    std::erase_if(sources, [&](const SourceState &source) { return std::ranges::find(left, source.id) == left.end(); });
    sourceOf.clear();
    for (SourceState &source : sources)
        sourceOf.emplace(source.name, &source);
    return {};
}

core::Result<void> History::Private::retain(std::int64_t nowMs)
{
    if (!lock)
        return {};
    // A source that is watched no longer leaves its last block open.
    for (SourceState &source : sources)
        if (source.block && nowMs - source.block->times().back() > kOldestBlockMs)
            closeBlock(source);
    const HistoryRetention &keep = options.retention;
    const std::chrono::hours ages[] = {keep.polls, keep.minutes, keep.hours};
    for (int level = 0; level < 3; ++level)
        if (const std::int64_t before = nowMs / 1000 - std::chrono::seconds(ages[level]).count(); before > 0)
            if (auto done = removeBefore(level, before); !done)
                return done;
    if (auto done = shrink(); !done)
        return done;
    if (auto done = forgetVanished(); !done)
        return done;
    // Pages that became free go back to the disk, some megabytes at a time.
    const auto freed = database->rows("PRAGMA incremental_vacuum(4000)");
    return freed ? core::Result<void>() : core::Result<void>(std::unexpected(freed.error()));
}

} // namespace headroom::db
