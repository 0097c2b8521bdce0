// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_private.h"

#include "int_codec.h"
#include "roll_up.h"

#include <algorithm>
#include <map>
#include <optional>

namespace headroom::db {
namespace {

constexpr int kChunksBack = 50; // of a series that has had no value for so many blocks nothing is known

std::optional<std::int64_t> lastOf(const std::vector<std::int64_t> &values)
{
    for (auto value = values.rbegin(); value != values.rend(); ++value)
        if (*value != kNoValue)
            return *value;
    return std::nullopt;
}

// What is still in memory: the open block, then the closed ones, the newest first.
std::optional<std::int64_t> lastInMemory(const History::Private &d, const SourceState &source, std::int64_t series)
{
    const auto in = [series](const HeadBlock &block) -> std::optional<std::int64_t> {
        for (const HeadBlock::Column &column : block.columns())
            if (column.series == series)
                return lastOf(block.values(column));
        return std::nullopt;
    };
    if (source.block)
        if (const auto value = in(*source.block))
            return value;
    for (auto closed = d.closed.rbegin(); closed != d.closed.rend(); ++closed)
        if (closed->block->source() == source.id)
            if (const auto value = in(*closed->block))
                return value;
    return std::nullopt;
}

} // namespace

core::Result<std::vector<HistoryLast>> lastValues(History::Private &d, std::uint16_t field)
{
    if (field >= d.options.fields.size())
        return std::unexpected(core::Error{core::ErrorCode::BadValue, "the number of one of the history's fields would be accepted", {}, "field", 0});
    return d.database->snapshot([&]() -> core::Result<std::vector<HistoryLast>> {
        std::vector<HistoryLast> all;
        Statement chunks(*d.database, "SELECT id, data FROM chunks WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ?");
        Statement blocks(*d.database, "SELECT data FROM blocks WHERE source = ? AND start = ?");
        for (const SourceState &source : d.sources) {
            std::map<std::int64_t, std::size_t> rowsOf; // by the start of a block
            const auto rowsIn = [&](std::int64_t startS) -> core::Result<std::size_t> {
                if (const auto known = rowsOf.find(startS); known != rowsOf.end())
                    return known->second;
                if (auto read = blocks.run({qint64(source.id), qint64(startS)}); !read)
                    return std::unexpected(read.error());
                std::vector<std::int64_t> times;
                if (blocks.next()) {
                    const QByteArray data = blocks.bytes(0);
                    std::string_view bytes = view(data);
                    if (!takeInts(bytes, kBlockRows + 1, times))
                        return std::unexpected(d.database->damaged(QStringLiteral("the times of a block cannot be read")));
                }
                blocks.finish();
                return rowsOf[startS] = times.size();
            };
            for (const SubjectState &subject : source.subjects) {
                const std::int64_t series = subject.seriesOf[field];
                if (series <= 0)
                    continue;
                std::optional<std::int64_t> value = lastInMemory(d, source, series);
                if (!value) {
                    if (auto read = chunks.run({qint64(chunkId(series, 0, 0)), qint64(chunkId(series, 0, kMostSeconds - 1)), kChunksBack}); !read)
                        return std::unexpected(read.error());
                    std::vector<std::int64_t> values;
                    while (!value && chunks.next()) {
                        const auto rows = rowsIn(startOf(chunks.number(0)));
                        if (!rows)
                            return std::unexpected(rows.error());
                        const QByteArray data = chunks.bytes(1);
                        if (*rows == 0)
                            continue; // its block is in memory
                        if (!unpackColumn(view(data), *rows, values))
                            return std::unexpected(d.database->damaged(QStringLiteral("a chunk cannot be read")));
                        value = lastOf(values);
                    }
                    chunks.finish();
                }
                if (value)
                    all.push_back({source.name, subject.name, static_cast<double>(*value) * d.factorOf(field)});
            }
        }
        return all;
    });
}

} // namespace headroom::db
