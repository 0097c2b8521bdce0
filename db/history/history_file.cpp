// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_file.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <fmt/format.h>

namespace headroom::db {
namespace {

constexpr qint64 kHistoryId = 0x48445248; // "HDRH"
constexpr int kHistorySchema = 1;

constexpr const char *kSchema[] = {
    "CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    "CREATE TABLE subjects (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (source, name))",
    "CREATE TABLE series (id INTEGER PRIMARY KEY, subject INTEGER NOT NULL, field TEXT NOT NULL, UNIQUE (subject, field))",
    // The times of the polls of a source; its chunks of level 0 begin at the same second and have as many rows.
    "CREATE TABLE blocks (source INTEGER NOT NULL, start INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (source, start)) WITHOUT ROWID",
    "CREATE TABLE chunks (id INTEGER PRIMARY KEY, data BLOB NOT NULL)",
    // What was polled and is not yet in chunks, in the order it came.
    "CREATE TABLE tail (id INTEGER PRIMARY KEY, data BLOB NOT NULL)",
    // From which second on a level is whole; older rows were removed.
    "CREATE TABLE kept (level INTEGER PRIMARY KEY, start INTEGER NOT NULL)",
};

core::Result<void> createSchema(Database &database)
{
    // Before the first table: freed pages are given back to the disk without rewriting the file.
    for (const char *pragma : {"PRAGMA auto_vacuum = INCREMENTAL", "PRAGMA journal_mode = WAL"})
        if (auto set = database.row(pragma); !set)
            return std::unexpected(set.error());
    return database.transaction([&]() -> core::Result<void> {
        if (const auto version = database.number("PRAGMA user_version"); !version || *version != 0)
            return version ? core::Result<void>() : core::Result<void>(std::unexpected(version.error())); // another process was faster
        for (const char *table : kSchema)
            if (auto made = database.run(table); !made)
                return made;
        if (auto marked = database.run(qPrintable(QStringLiteral("PRAGMA application_id = %1").arg(kHistoryId))); !marked)
            return marked;
        return database.run(qPrintable(QStringLiteral("PRAGMA user_version = %1").arg(kHistorySchema)));
    });
}

} // namespace

std::filesystem::path historyFile(const std::filesystem::path &folder)
{
    return folder / "history.db";
}

core::Result<std::filesystem::path> setAsideHistory(const std::filesystem::path &folder)
{
    const std::string from = historyFile(folder).string();
    const std::string aside = from + ".damaged-" + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toStdString();
    // The database goes last: whatever stops the moves halfway, no fresh one meets an old WAL.
    for (const char *part : {"-wal", "-shm", ""}) {
        std::error_code problem;
        if (!std::filesystem::exists(from + part, problem))
            continue;
        std::filesystem::rename(from + part, aside + part, problem);
        if (problem)
            return std::unexpected(core::Error{core::ErrorCode::Unwritable, fmt::format("it cannot be renamed ({}): a folder that you may write would be accepted", problem.message()), from + part, {}, 0});
    }
    return aside;
}

core::Result<std::unique_ptr<Database>> openHistoryFile(const HistoryOptions &options, bool readOnly)
{
    const std::filesystem::path file = historyFile(options.folder);
    const QString path = QString::fromStdString(file.string());
    const QFileInfo info(path);
    const bool existed = info.exists() && info.size() > 0;
    if (readOnly && !existed)
        return std::unexpected(core::Error{core::ErrorCode::NotFound, "nothing was recorded here yet", file.string(), {}, 0});
    auto opened = Database::open(file, readOnly ? Database::Access::ReadOnly : Database::Access::ReadWrite, options.busyTimeout);
    if (!opened)
        return opened;
    Database &database = **opened;
    if (!existed)
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    const auto version = database.number("PRAGMA user_version");
    const auto application = database.number("PRAGMA application_id");
    if (!version || !application)
        return std::unexpected(version ? application.error() : version.error());
    if (*version > kHistorySchema)
        return std::unexpected(core::Error{core::ErrorCode::NewerSchema, fmt::format("the history has schema {}, written by a newer Headroom; this one knows schemas up to {}. "
                                                                                     "Update Headroom; nothing was changed", *version, kHistorySchema), file.string(), {}, 0});
    if (existed && *version > 0 && *application != kHistoryId)
        return std::unexpected(database.damaged(QStringLiteral("it is not one that Headroom made")));
    if (!readOnly) {
        if (*version == 0)
            if (auto made = createSchema(database); !made)
                return std::unexpected(made.error());
        // NORMAL: a commit does not wait for the disk. A killed process loses nothing by it, and the file stays whole when power goes.
        for (const char *pragma : {"PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -16000", "PRAGMA wal_autocheckpoint = 4000", "PRAGMA journal_size_limit = 67108864"})
            if (auto set = database.row(pragma); !set)
                return std::unexpected(set.error());
    }
    return opened;
}

} // namespace headroom::db
