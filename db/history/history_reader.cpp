// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_private.h"

#include "int_codec.h"
#include "roll_up.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace headroom::db {
namespace {

constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();
constexpr std::int64_t kLongestBlockS = kOldestBlockMs / 1000 + 3600;
constexpr int kMostColumns = 10000;

float floatOf(std::int64_t value, double factor)
{
    return static_cast<float>(static_cast<double>(value) * factor);
}

// The wanted series of one source.
struct Wanted {
    std::uint32_t subject;
    std::uint16_t field;
    std::int64_t series;
};

// Equal stretches of time, and what falls into each of them.
class Grid {
public:
    Grid(double fromMs, double toMs, int columns) : m_from(fromMs), m_step((toMs - fromMs) / columns), m_inverse(1.0 / m_step), m_count(static_cast<std::size_t>(columns)), m_any(m_count, 0) {}

    double stepMs() const { return m_step; }
    void begin()
    {
        m_cells.assign(m_count, {});
    }
    void add(double timeMs, std::int64_t count, std::int64_t low, std::int64_t high, double sum)
    {
        const double at = (timeMs - m_from) * m_inverse;
        if (!(at >= 0) || at > static_cast<double>(m_count))
            return;
        Cell &cell = m_cells[std::min(static_cast<std::size_t>(at), m_count - 1)];
        cell.low = cell.count == 0 ? low : std::min(cell.low, low);
        cell.high = cell.count == 0 ? high : std::max(cell.high, high);
        cell.count += count;
        cell.sum += sum;
    }
    void end(HistorySeries &series, double factor)
    {
        series.mean.resize(m_count);
        series.low.resize(m_count);
        series.high.resize(m_count);
        for (std::size_t i = 0; i < m_count; ++i) {
            const Cell &cell = m_cells[i];
            const bool has = cell.count > 0;
            m_any[i] |= static_cast<char>(has);
            series.mean[i] = has ? static_cast<float>(cell.sum / static_cast<double>(cell.count) * factor) : kMissing;
            series.low[i] = has ? floatOf(cell.low, factor) : kMissing;
            series.high[i] = has ? floatOf(cell.high, factor) : kMissing;
        }
    }
    // Only rows in which something is.
    void fold(HistoryTable &table) const
    {
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < m_count; ++i)
            if (m_any[i])
                rows.push_back(i);
        for (const std::size_t row : rows)
            table.times.push_back((m_from + (static_cast<double>(row) + 0.5) * m_step) / 1000.0);
        if (rows.size() == m_count)
            return;
        for (HistorySeries &series : table.series)
            for (std::vector<float> *values : {&series.mean, &series.low, &series.high}) {
                for (std::size_t i = 0; i < rows.size(); ++i)
                    (*values)[i] = (*values)[rows[i]];
                values->resize(rows.size());
            }
    }

private:
    struct Cell {
        std::int64_t count = 0;
        std::int64_t low = 0;
        std::int64_t high = 0;
        double sum = 0;
    };

    double m_from;
    double m_step;
    double m_inverse;
    std::size_t m_count;
    std::vector<Cell> m_cells;
    std::vector<char> m_any;
};

class Reader {
public:
    Reader(History::Private &d, const HistoryQuestion &question)
        : m_d(d), m_question(question), m_chunks(*d.database, "SELECT id, data FROM chunks WHERE id BETWEEN ? AND ? ORDER BY id") {}

    core::Result<void> read(SourceState &source, HistoryAnswer &answer)
    {
        findWanted(source);
        if (m_wanted.empty())
            return {};
        HistoryTable table;
        table.source = source.name;
        for (const SubjectState &subject : source.subjects)
            table.subjects.push_back(subject.name);
        const auto level = levelFor();
        if (!level)
            return std::unexpected(level.error());
        findHeads(source);
        if (auto read = *level == 0 ? readPolls(source, table) : readRollUps(*level == 1 ? kMinutes : kHours, table); !read)
            return read;
        std::erase_if(table.series, [](const HistorySeries &one) { return std::ranges::all_of(one.mean, [](float value) { return std::isnan(value); }); });
        if (!table.times.empty())
            answer.push_back(std::move(table));
        return {};
    }

private:
    struct Segment {
        std::int64_t startS = 0;
        std::size_t firstRow = 0;
        std::size_t rows = 0;
        const HeadBlock *head = nullptr;   // in memory
    };

    void findWanted(const SourceState &source)
    {
        m_wanted.clear();
        for (const std::uint16_t field : m_question.fields)
            for (std::size_t i = 0; i < source.subjects.size(); ++i)
                if (const std::int64_t series = source.subjects[i].seriesOf[field]; series > 0)
                    m_wanted.push_back({static_cast<std::uint32_t>(i), field, series});
    }

    // The most detailed level that a column of the picture can still show, and that goes back far enough.
    core::Result<int> levelFor()
    {
        const double width = static_cast<double>(m_question.toMs - m_question.fromMs) / m_question.columns / 1000.0;
        int level = width >= kHours.stepS ? 2 : width >= kMinutes.stepS ? 1 : 0;
        Statement kept(*m_d.database, "SELECT level, start FROM kept ORDER BY level");
        if (auto read = kept.run({}); !read)
            return std::unexpected(read.error());
        while (kept.next())
            if (kept.number(0) == level && level < 2 && m_question.fromMs / 1000 < kept.number(1))
                ++level;
        return level;
    }

    void findHeads(const SourceState &source)
    {
        m_heads.clear();
        for (const ClosedBlock &one : m_d.closed)
            if (one.block->source() == source.id)
                m_heads.push_back(one.block.get());
        if (source.block)
            m_heads.push_back(source.block.get());
        m_headColumns.clear();
        for (std::size_t i = 0; i < m_heads.size(); ++i)
            for (const HeadBlock::Column &column : m_heads[i]->columns())
                m_headColumns[{column.series, i}] = &column;
    }

    const HeadBlock::Column *headColumn(std::int64_t series, std::size_t head) const
    {
        const auto found = m_headColumns.find({series, head});
        return found == m_headColumns.end() ? nullptr : found->second;
    }

    core::Result<void> findSegments(const SourceState &source, std::vector<std::int64_t> &times, std::vector<Segment> &segments)
    {
        const std::int64_t from = std::max<std::int64_t>(0, m_question.fromMs / 1000 - kLongestBlockS);
        Statement blocks(*m_d.database, "SELECT start, data FROM blocks WHERE source = ? AND start BETWEEN ? AND ? ORDER BY start");
        if (auto read = blocks.run({qint64(source.id), qint64(from), qint64(m_question.toMs / 1000)}); !read)
            return read;
        const auto add = [&](std::int64_t startS, std::span<const std::int64_t> rows, const HeadBlock *head) {
            if (rows.empty() || rows.back() < m_question.fromMs || rows.front() > m_question.toMs)
                return;
            segments.push_back({startS, times.size(), rows.size(), head});
            times.insert(times.end(), rows.begin(), rows.end());
        };
        std::vector<std::int64_t> rows;
        while (blocks.next()) {
            const QByteArray data = blocks.bytes(1);
            std::string_view bytes = view(data);
            if (!takeInts(bytes, kBlockRows + 1, rows))
                return std::unexpected(m_d.database->damaged(QStringLiteral("the times of a block cannot be read")));
            add(blocks.number(0), rows, nullptr);
        }
        if (auto ended = blocks.ended(); !ended)
            return ended;
        for (const HeadBlock *head : m_heads)
            add(head->startS(), head->times(), head);
        return {};
    }

    // Calls back with (index of the segment, values) for each segment that has the series.
    template<class Call>
    core::Result<void> eachSegment(const Wanted &wanted, const std::vector<Segment> &segments, Call call)
    {
        std::vector<std::int64_t> values;
        std::size_t stored = 0;
        while (stored < segments.size() && !segments[stored].head)
            ++stored;
        if (stored > 0) {
            if (auto read = m_chunks.run({qint64(chunkId(wanted.series, 0, segments.front().startS)), qint64(chunkId(wanted.series, 0, segments[stored - 1].startS))}); !read)
                return read;
            std::size_t at = 0;
            while (m_chunks.next()) {
                const std::int64_t startS = startOf(m_chunks.number(0));
                while (at < stored && segments[at].startS < startS)
                    ++at;
                if (at == stored || segments[at].startS != startS)
                    continue; // of a block that is still in memory
                const QByteArray data = m_chunks.bytes(1);
                if (!unpackColumn(view(data), segments[at].rows, values))
                    return std::unexpected(m_d.database->damaged(QStringLiteral("a chunk cannot be read")));
                call(segments[at], values);
            }
            if (auto ended = m_chunks.ended(); !ended)
                return ended;
        }
        for (std::size_t i = stored; i < segments.size(); ++i)
            for (std::size_t head = 0; head < m_heads.size(); ++head)
                if (m_heads[head] == segments[i].head)
                    if (const HeadBlock::Column *column = headColumn(wanted.series, head))
                        call(segments[i], m_heads[head]->values(*column));
        return {};
    }

    core::Result<void> readPolls(const SourceState &source, HistoryTable &table)
    {
        std::vector<std::int64_t> times;
        std::vector<Segment> segments;
        if (auto found = findSegments(source, times, segments); !found)
            return found;
        const auto inside = std::ranges::count_if(times, [this](std::int64_t time) { return time >= m_question.fromMs && time <= m_question.toMs; });
        if (inside == 0)
            return {};
        if (inside > 2 * m_question.columns) {
            Grid grid(static_cast<double>(m_question.fromMs), static_cast<double>(m_question.toMs), m_question.columns);
            for (const Wanted &wanted : m_wanted) {
                grid.begin();
                auto read = eachSegment(wanted, segments, [&](const Segment &segment, const std::vector<std::int64_t> &values) {
                    for (std::size_t i = 0; i < values.size(); ++i)
                        if (values[i] != kNoValue)
                            grid.add(static_cast<double>(times[segment.firstRow + i]), 1, values[i], values[i], static_cast<double>(values[i]));
                });
                if (!read)
                    return read;
                grid.end(table.series.emplace_back(HistorySeries{wanted.subject, wanted.field, {}, {}, {}}), m_d.factorOf(wanted.field));
            }
            table.stepS = grid.stepMs() / 1000.0;
            grid.fold(table);
            return {};
        }
        for (const Wanted &wanted : m_wanted) {
            HistorySeries series{wanted.subject, wanted.field, std::vector<float>(times.size(), kMissing), {}, {}};
            auto read = eachSegment(wanted, segments, [&](const Segment &segment, const std::vector<std::int64_t> &values) {
                for (std::size_t i = 0; i < values.size(); ++i)
                    if (values[i] != kNoValue)
                        series.mean[segment.firstRow + i] = floatOf(values[i], m_d.factorOf(wanted.field));
            });
            if (!read)
                return read;
            table.series.push_back(std::move(series));
        }
        cutAndSort(times, table);
        return {};
    }

    // The rows of the asked stretch, in order of time also where a clock was set back.
    void cutAndSort(const std::vector<std::int64_t> &times, HistoryTable &table) const
    {
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < times.size(); ++i)
            if (times[i] >= m_question.fromMs && times[i] <= m_question.toMs)
                rows.push_back(i);
        std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return times[row]; });
        for (const std::size_t row : rows)
            table.times.push_back(static_cast<double>(times[row]) / 1000.0);
        for (HistorySeries &series : table.series) {
            std::vector<float> kept;
            kept.reserve(rows.size());
            for (const std::size_t row : rows)
                kept.push_back(series.mean[row]);
            series.mean = std::move(kept);
        }
    }

    core::Result<void> readRollUps(const RollUpLevel &level, HistoryTable &table)
    {
        const double stepMs = static_cast<double>(level.stepS) * 1000.0;
        const double stretch = static_cast<double>(m_question.toMs - m_question.fromMs);
        const int columns = std::clamp(static_cast<int>(stretch / stepMs), 1, m_question.columns);
        Grid grid(static_cast<double>(m_question.fromMs), static_cast<double>(m_question.toMs), columns);
        const std::int64_t firstRow = m_question.fromMs / 1000 / level.rowS * level.rowS;
        std::vector<RollUp> all;
        for (const Wanted &wanted : m_wanted) {
            grid.begin();
            if (auto read = m_chunks.run({qint64(chunkId(wanted.series, level.level, firstRow)), qint64(chunkId(wanted.series, level.level, m_question.toMs / 1000))}); !read)
                return read;
            while (m_chunks.next()) {
                const QByteArray data = m_chunks.bytes(1);
                if (!unpackRollUps(view(data), all))
                    return std::unexpected(m_d.database->damaged(QStringLiteral("a roll-up cannot be read")));
                for (const RollUp &one : all)
                    grid.add((static_cast<double>(one.at) + 0.5) * stepMs, one.count, one.low, one.high, static_cast<double>(one.sum));
            }
            if (auto ended = m_chunks.ended(); !ended)
                return ended;
            for (std::size_t head = 0; head < m_heads.size(); ++head) {
                const HeadBlock::Column *column = headColumn(wanted.series, head);
                if (!column || column->stored)
                    continue;
                const std::vector<std::int64_t> values = m_heads[head]->values(*column);
                for (std::size_t i = 0; i < values.size(); ++i)
                    if (values[i] != kNoValue)
                        grid.add(static_cast<double>(m_heads[head]->times()[i]), 1, values[i], values[i], static_cast<double>(values[i]));
            }
            grid.end(table.series.emplace_back(HistorySeries{wanted.subject, wanted.field, {}, {}, {}}), m_d.factorOf(wanted.field));
        }
        table.stepS = grid.stepMs() / 1000.0;
        grid.fold(table);
        return {};
    }

    struct HeadKeyHash {
        std::size_t operator()(const std::pair<std::int64_t, std::size_t> &key) const noexcept
        {
            return std::hash<std::int64_t>{}(key.first * 64 + static_cast<std::int64_t>(key.second));
        }
    };

    History::Private &m_d;
    const HistoryQuestion &m_question;
    Statement m_chunks;
    std::vector<Wanted> m_wanted;
    std::vector<const HeadBlock *> m_heads;
    std::unordered_map<std::pair<std::int64_t, std::size_t>, const HeadBlock::Column *, HeadKeyHash> m_headColumns;
};

} // namespace

core::Result<HistoryAnswer> readHistory(History::Private &d, const HistoryQuestion &question)
{
    const auto bad = [](const char *field, const char *detail) { return std::unexpected(core::Error{core::ErrorCode::BadValue, detail, {}, field, 0}); };
    if (question.columns < 1 || question.columns > kMostColumns)
        return bad("columns", "1 to 10,000 columns would be accepted");
    if (question.fromMs < 0 || question.toMs <= question.fromMs || question.toMs / 1000 >= kMostSeconds)
        return bad("to", "a stretch of time after 1970 that ends after it begins would be accepted");
    for (const std::uint16_t field : question.fields)
        if (field >= d.options.fields.size())
            return bad("fields", "numbers of the history's fields would be accepted");
    return d.database->snapshot([&]() -> core::Result<HistoryAnswer> {
        HistoryAnswer answer;
        Reader reader(d, question);
        for (SourceState &source : d.sources)
            if (question.sources.empty() || std::ranges::find(question.sources, source.name) != question.sources.end())
                if (auto read = reader.read(source, answer); !read)
                    return std::unexpected(read.error());
        return answer;
    });
}

} // namespace headroom::db
