// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_private.h"

#include "int_codec.h"

#include <QDir>

#include <cmath>

namespace headroom::db {

History::Private::Private(const HistoryOptions &given, std::unique_ptr<Database> file)
    : options(given), database(std::move(file)),
      m_insertChunk(*database, "INSERT OR IGNORE INTO chunks (id, data) VALUES (?, ?)"),
      m_readChunk(*database, "SELECT data FROM chunks WHERE id = ?"),
      m_replaceChunk(*database, "INSERT OR REPLACE INTO chunks (id, data) VALUES (?, ?)")
{
    for (const HistoryField &field : options.fields) {
        m_fieldOf.emplace(field.name, static_cast<std::uint16_t>(m_inverse.size()));
        m_inverse.push_back(std::pow(10.0, field.decimals));
        factors.push_back(std::pow(10.0, -field.decimals));
    }
}

SourceState &History::Private::addSource(std::int64_t id, const std::string &name)
{
    SourceState &source = sources.emplace_back();
    source.id = id;
    source.name = name;
    sourceOf.emplace(name, &source);
    return source;
}

SubjectState &History::Private::addSubject(SourceState &source, std::int64_t id, const std::string &name)
{
    source.slotOf.emplace(name, static_cast<std::uint32_t>(source.subjects.size()));
    return source.subjects.emplace_back(SubjectState{id, name, std::vector<std::int64_t>(options.fields.size(), 0),
                                                     std::vector<std::int32_t>(options.fields.size(), -1)});
}

std::uint16_t History::Private::fieldOf(const std::string &name) const
{
    const auto found = m_fieldOf.find(name);
    return found == m_fieldOf.end() ? kUnknownField : found->second;
}

bool History::Private::beginBlock(SourceState &source, std::int64_t timeMs)
{
    const std::int64_t startS = timeMs / 1000;
    for (const ClosedBlock &other : closed)
        if (other.block->source() == source.id && other.block->startS() == startS)
            return false;
    // Only a clock that was set back meets a block that is there already.
    const auto taken = database->number("SELECT COUNT(*) FROM blocks WHERE source = ? AND start = ?", {qint64(source.id), qint64(startS)});
    if (!taken || *taken > 0)
        return false;
    source.block = std::make_unique<HeadBlock>(source.id, timeMs);
    source.firstTail = m_nextTail;
    for (SubjectState &subject : source.subjects)
        std::ranges::fill(subject.columnOf, -1);
    m_tail.push_back(static_cast<char>(TailRecord::Block));
    putVarint(m_tail, static_cast<std::uint64_t>(source.id));
    putVarint(m_tail, static_cast<std::uint64_t>(timeMs));
    return true;
}

void History::Private::closeBlock(SourceState &source)
{
    if (source.block)
        closed.push_back({std::move(source.block), source.firstTail, 0});
}

std::int32_t History::Private::columnFor(SourceState &source, SubjectState &subject, std::uint16_t field)
{
    std::int64_t &series = subject.seriesOf[field];
    if (series == 0) {
        if (m_seriesCount >= kMostSeries || m_lastSeries >= kLastSeries)
            return -1;
        series = ++m_lastSeries;
        ++m_seriesCount;
        m_names.push_back({NewName::Kind::Series, series, subject.id, options.fields[field].name});
    }
    const std::size_t column = source.block->addColumn(series, field);
    m_tail.push_back(static_cast<char>(TailRecord::Column));
    putVarint(m_tail, static_cast<std::uint64_t>(source.id));
    putVarint(m_tail, static_cast<std::uint64_t>(series));
    return subject.columnOf[field] = static_cast<std::int32_t>(column);
}

void History::Private::record(const HistoryPoll &poll)
{
    const auto refuse = [&] { dropped += static_cast<std::int64_t>(std::max<std::size_t>(1, poll.samples.size())); };
    if (!lock || poll.timeMs < 0 || poll.timeMs / 1000 >= kMostSeconds || m_tail.size() > kMostPending)
        return refuse();
    const auto known = sourceOf.find(poll.source);
    SourceState *source = known == sourceOf.end() ? nullptr : known->second;
    if (!source) {
        if (poll.samples.empty())
            return; // nothing is missing yet
        source = &addSource(++m_lastSource, poll.source);
        m_names.push_back({NewName::Kind::Source, source->id, 0, poll.source});
    }
    if (source->block) {
        const std::int64_t last = source->block->times().back();
        const bool setBack = poll.timeMs <= last;
        if (setBack && last - poll.timeMs < 5000)
            return refuse();
        if (setBack || source->block->times().size() >= kBlockRows || poll.timeMs / 1000 - source->block->startS() > kOldestBlockMs / 1000)
            closeBlock(*source);
    }
    const std::int64_t before = source->block ? source->block->times().back() : poll.timeMs;
    if (!source->block && !beginBlock(*source, poll.timeMs))
        return refuse();
    HeadBlock &block = *source->block;
    source->row.assign(block.columns().size(), kNoValue);
    static thread_local std::vector<std::uint32_t> places;
    places.clear();
    for (const std::string &name : poll.subjects) {
        const auto found = source->slotOf.find(name);
        if (found == source->slotOf.end()) {
            addSubject(*source, ++m_lastSubject, name);
            m_names.push_back({NewName::Kind::Subject, m_lastSubject, source->id, name});
        }
        places.push_back(found == source->slotOf.end() ? static_cast<std::uint32_t>(source->subjects.size() - 1) : found->second);
    }
    for (const HistorySample &sample : poll.samples) {
        const double scaled = sample.field < m_inverse.size() ? sample.value * m_inverse[sample.field] : NAN;
        if (sample.subject >= places.size() || !(std::abs(scaled) < static_cast<double>(kMostValue))) {
            ++dropped;
            continue;
        }
        SubjectState &subject = source->subjects[places[sample.subject]];
        std::int32_t column = subject.columnOf[sample.field];
        if (column < 0 && (column = columnFor(*source, subject, sample.field)) < 0) {
            ++dropped;
            continue;
        }
        if (source->row.size() <= static_cast<std::size_t>(column))
            source->row.resize(block.columns().size(), kNoValue);
        source->row[static_cast<std::size_t>(column)] = std::llround(scaled);
    }
    m_codes.clear();
    block.addRow(poll.timeMs, source->row, m_codes);
    putRow(*source, poll.timeMs - before);
}

void History::Private::putRow(const SourceState &source, std::int64_t afterMs)
{
    m_tail.push_back(static_cast<char>(TailRecord::Row));
    putVarint(m_tail, static_cast<std::uint64_t>(source.id));
    putVarint(m_tail, static_cast<std::uint64_t>(afterMs));
    putVarint(m_tail, m_codes.size()); // so that rows of a block that began before the tail can be passed over
    m_tail += m_codes;
}

core::Result<void> History::Private::commit()
{
    if (m_tail.empty() && m_names.empty())
        return {};
    auto done = database->transaction([&]() -> core::Result<void> {
        Statement source(*database, "INSERT INTO sources (id, name) VALUES (?, ?)");
        Statement subject(*database, "INSERT INTO subjects (id, source, name) VALUES (?, ?, ?)");
        Statement series(*database, "INSERT INTO series (id, subject, field) VALUES (?, ?, ?)");
        for (const NewName &name : m_names) {
            const QString text = QString::fromStdString(name.name);
            auto added = name.kind == NewName::Kind::Source    ? source.run({qint64(name.id), text})
                         : name.kind == NewName::Kind::Subject ? subject.run({qint64(name.id), qint64(name.owner), text})
                                                               : series.run({qint64(name.id), qint64(name.owner), text});
            if (!added)
                return added;
        }
        return database->run("INSERT INTO tail (id, data) VALUES (?, ?)", {qint64(m_nextTail), blob(m_tail)});
    });
    if (!done)
        return done;
    ++m_nextTail;
    m_tail.clear();
    m_names.clear();
    return {};
}

History::History(std::unique_ptr<Private> given) : d(std::move(given)) {}

History::~History()
{
    if (isRecording())
        d->commit(); // what fails now could not be told to anybody
}

core::Result<std::unique_ptr<History>> History::open(const HistoryOptions &options)
{
    const QString folder = QString::fromStdString(options.folder.string());
    std::unique_ptr<QLockFile> lock;
    if (!options.readOnly) {
        if (!QDir().mkpath(folder))
            return std::unexpected(core::Error{core::ErrorCode::Unwritable, "the folder cannot be made: a folder that you may write would be accepted", options.folder.string(), {}, 0});
        lock = std::make_unique<QLockFile>(folder + QStringLiteral("/history.db.lock"));
        lock->setStaleLockTime(std::chrono::milliseconds(0)); // only the end of its process makes it stale
        if (!lock->tryLock(std::chrono::milliseconds(0))) {
            if (lock->error() == QLockFile::PermissionError)
                return std::unexpected(core::Error{core::ErrorCode::Unwritable, "the folder takes no file: a folder that you may write would be accepted", options.folder.string(), {}, 0});
            lock.reset();
        }
    }
    auto file = openHistoryFile(options, !lock);
    if (!file)
        return std::unexpected(file.error());
    auto d = std::make_unique<Private>(options, *std::move(file));
    d->lock = std::move(lock);
    if (auto loaded = d->load(); !loaded)
        return std::unexpected(loaded.error());
    return std::unique_ptr<History>(new History(std::move(d)));
}

bool History::isRecording() const
{
    return d->lock != nullptr;
}

void History::record(const HistoryPoll &poll)
{
    d->record(poll);
}

core::Result<void> History::commit()
{
    return d->commit();
}

core::Result<bool> History::work()
{
    return d->work();
}

core::Result<void> History::retain(std::int64_t nowMs)
{
    return d->retain(nowMs);
}

core::Result<HistoryAnswer> History::read(const HistoryQuestion &question)
{
    return readHistory(*d, question);
}

core::Result<std::vector<HistoryLast>> History::last(std::uint16_t field)
{
    return lastValues(*d, field);
}

core::Result<bool> History::check()
{
    const auto found = d->database->row("PRAGMA integrity_check(1)");
    if (!found)
        return std::unexpected(found.error());
    return *found && (*found)->value(0).toString() == QLatin1String("ok");
}

core::Result<HistorySize> History::size()
{
    HistorySize size;
    size.dropped = d->dropped;
    const auto number = [this](const char *sql) { return d->database->number(sql).value_or(0); };
    size.fileBytes = number("PRAGMA page_count") * number("PRAGMA page_size");
    size.chunkBytes = number("SELECT COALESCE(SUM(LENGTH(data)), 0) FROM blocks") + number("SELECT COALESCE(SUM(LENGTH(data)), 0) FROM chunks WHERE (id >> 34) & 3 = 0");
    size.rollUpBytes = number("SELECT COALESCE(SUM(LENGTH(data)), 0) FROM chunks WHERE (id >> 34) & 3 > 0");
    size.tailBytes = number("SELECT COALESCE(SUM(LENGTH(data)), 0) FROM tail");
    size.series = number("SELECT COUNT(*) FROM series");
    return size;
}

} // namespace headroom::db
