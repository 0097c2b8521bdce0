// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"
#include "instance_marker.h"
#include "migrations.h"

#include <db/store/store.h>

#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <fmt/format.h>

namespace headroom::db {
namespace {

namespace fs = std::filesystem;

QString qt(const fs::path &path)
{
    return QString::fromStdString(path.string());
}

std::string timeForNames()
{
    return QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toStdString();
}

// A name beside `file` that is still free.
fs::path freeName(const fs::path &file, const std::string &suffix)
{
    fs::path name = file.string() + suffix;
    std::error_code ignored;
    for (int i = 2; fs::exists(name, ignored); ++i)
        name = fmt::format("{}{}-{}", file.string(), suffix, i);
    return name;
}

core::Result<void> makeFolder(const fs::path &folder)
{
    const QString path = qt(folder);
    if (QFileInfo(path).isDir())
        return {};
    if (!QDir().mkpath(path))
        return std::unexpected(core::Error{core::ErrorCode::Unwritable,
            "the folder cannot be made: a folder that you may write would be accepted (--data-dir names another)", folder.string(), {}, 0});
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); // customers' names are nobody else's business
    return {};
}

// The schema of an existing file, where it is ours and not newer; 0: an empty one.
core::Result<int> knownSchema(Database &database)
{
    // One state of the file: another process may be making the database right now.
    return database.snapshot([&]() -> core::Result<int> {
        // The count comes first, since a pragma alone does not begin to read.
        const auto tables = database.number("SELECT COUNT(*) FROM sqlite_master");
        if (!tables)
            return std::unexpected(tables.error());
        const auto version = database.number("PRAGMA user_version");
        if (!version)
            return std::unexpected(version.error());
        const auto application = database.number("PRAGMA application_id");
        if (!application)
            return std::unexpected(application.error());
        if (*version == 0 && *tables == 0)
            return 0;
        if (*application != kApplicationId || *version < 1)
            return std::unexpected(database.damaged(QStringLiteral("it is not one that Headroom made")));
        if (*version > latestSchema())
            return std::unexpected(core::Error{core::ErrorCode::NewerSchema,
                fmt::format("the database has schema {}, written by a newer Headroom; this one knows schemas up to {}. Update Headroom, or name another folder "
                            "(--data-dir); nothing was changed", *version, latestSchema()), database.file().string(), {}, 0});
        return static_cast<int>(*version);
    });
}

core::Result<void> checkIntegrity(Database &database)
{
    const auto found = database.row("PRAGMA integrity_check(1)");
    if (!found)
        return std::unexpected(found.error());
    const QString answer = *found ? (*found)->value(0).toString() : QString();
    if (answer != QLatin1String("ok"))
        return std::unexpected(database.damaged(answer.simplified().left(200)));
    const auto strays = database.rows("PRAGMA foreign_key_check");
    if (!strays)
        return std::unexpected(strays.error());
    if (!strays->empty())
        return std::unexpected(database.damaged(QStringLiteral("a row of %1 belongs to nothing").arg(strays->front().value(0).toString())));
    return {};
}

// The switch to WAL does not wait for a lock by itself: two instances that make the same new database at once would meet here.
core::Result<void> useWal(Database &database)
{
    QDeadlineTimer deadline(database.busyTimeout());
    for (;;) {
        auto mode = database.row("PRAGMA journal_mode = WAL");
        if (mode || mode.error().code != core::ErrorCode::Database || deadline.hasExpired())
            return mode ? core::Result<void>() : core::Result<void>(std::unexpected(mode.error()));
        QThread::msleep(10);
    }
}

core::Result<std::string> backUp(Database &database, int schema)
{
    const fs::path backup = freeName(database.file(), fmt::format(".backup-v{}-{}", schema, timeForNames()));
    // A consistent copy whatever stands in the WAL.
    if (auto copied = database.run("VACUUM INTO ?", {qt(backup)}); !copied)
        return std::unexpected(copied.error());
    QFile::setPermissions(qt(backup), QFile::ReadOwner | QFile::WriteOwner);
    return backup.string();
}

core::Result<OpenReport> prepare(Database &database, InstanceMarker &marker, bool existed)
{
    OpenReport report;
    report.file = database.file().string();
    int schema = 0;
    if (existed) {
        const auto known = knownSchema(database);
        if (!known)
            return std::unexpected(known.error());
        schema = *known;
        if (marker.mustCheck()) {
            if (auto sound = checkIntegrity(database); !sound)
                return std::unexpected(sound.error());
            report.uncleanExit = true;
        }
    }
    marker.checked();
    report.created = schema == 0;
    if (auto wal = useWal(database); !wal)
        return std::unexpected(wal.error());
    // FULL: a change that was answered is on disk, even when the power goes.
    for (const char *pragma : {"PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL"})
        if (auto set = database.run(pragma); !set)
            return std::unexpected(set.error());
    if (schema > 0 && schema < latestSchema()) {
        auto backup = backUp(database, schema);
        if (!backup)
            return std::unexpected(backup.error());
        report.backupFile = *std::move(backup);
        report.migratedFrom = schema;
    }
    if (auto migrated = migrate(database); !migrated)
        return std::unexpected(migrated.error());
    report.schema = latestSchema();
    // A write that changes nothing: a file that cannot be written is told now, not at the first edit.
    if (auto written = database.transaction([&] { return database.run(qPrintable(QStringLiteral("PRAGMA user_version = %1").arg(latestSchema()))); }); !written)
        return std::unexpected(written.error());
    return report;
}

} // namespace

int latestSchema()
{
    return migrations().back().version;
}

bool hasDatabaseDriver()
{
    return QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE"));
}

fs::path databaseFile(const fs::path &folder)
{
    return folder / "headroom.db";
}

Store::Store(std::unique_ptr<InstanceMarker> marker, std::unique_ptr<Database> database, OpenReport report, const std::function<Timestamp()> &now)
    : m_marker(std::move(marker)), m_database(std::move(database)), m_report(std::move(report)), m_scenarios(*m_database, now),
      m_settings(*m_database), m_sources(*m_database), m_prices(*m_database, now), m_baselines(*m_database, now), m_alerts(*m_database)
{
}

Store::~Store() = default;

core::Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options)
{
    if (auto made = makeFolder(options.folder); !made)
        return std::unexpected(made.error());
    auto marker = InstanceMarker::claim(options.folder);
    if (!marker)
        return std::unexpected(marker.error());
    const fs::path file = databaseFile(options.folder);
    const QFileInfo info(qt(file));
    const bool existed = info.exists() && info.size() > 0;
    auto database = Database::open(file, Database::Access::ReadWrite, options.busyTimeout);
    if (!database)
        return std::unexpected(database.error());
    if (!existed)
        QFile::setPermissions(qt(file), QFile::ReadOwner | QFile::WriteOwner); // -wal and -shm take these over
    auto report = prepare(**database, **marker, existed);
    if (!report)
        return std::unexpected(report.error());
    auto now = options.now ? options.now : [] { return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()); };
    return std::unique_ptr<Store>(new Store(*std::move(marker), *std::move(database), *std::move(report), std::move(now)));
}

core::Result<fs::path> setAsideDamaged(const fs::path &folder)
{
    const fs::path file = databaseFile(folder);
    std::error_code problem;
    if (!fs::exists(file, problem))
        return std::unexpected(core::Error{core::ErrorCode::NotFound, "there is no database to set aside", file.string(), {}, 0});
    auto marker = InstanceMarker::claim(folder);
    if (!marker)
        return std::unexpected(marker.error());
    if ((*marker)->othersAreOpen())
        return std::unexpected(core::Error{core::ErrorCode::Database, "another Headroom has the database open: close it first", file.string(), {}, 0});
    const fs::path aside = freeName(file, ".damaged-" + timeForNames());
    // With the WAL under the matching name SQLite's own tools can still recover what stands in it. The database goes last:
    // whatever stops the moves halfway, no fresh database meets an old WAL.
    for (const char *part : {"-wal", "-shm", ""}) {
        const fs::path from = file.string() + part;
        if (std::error_code ignored; !fs::exists(from, ignored))
            continue;
        fs::rename(from, aside.string() + part, problem);
        if (problem)
            return std::unexpected(core::Error{core::ErrorCode::Unwritable, fmt::format("it cannot be renamed ({}): a folder that you may write would be accepted", problem.message()), from.string(), {}, 0});
    }
    (*marker)->checked();
    return aside;
}

core::Result<StoreHealth> inspectStore(const fs::path &folder)
{
    StoreHealth health;
    const fs::path file = databaseFile(folder);
    health.file = file.string();
    const QFileInfo info(qt(file));
    health.exists = info.exists();
    health.bytes = info.size();
    if (!health.exists)
        return health;
    auto opened = Database::open(file, Database::Access::ReadOnly, std::chrono::milliseconds(2000));
    if (!opened)
        return std::unexpected(opened.error());
    Database &database = **opened;
    const auto schema = knownSchema(database);
    if (!schema)
        return std::unexpected(schema.error());
    health.schema = *schema;
    if (auto sound = checkIntegrity(database); !sound)
        return std::unexpected(sound.error());
    if (*schema == 0)
        return health;
    const auto scenarios = database.number("SELECT COUNT(*) FROM scenarios WHERE removed_ms IS NULL");
    const auto revisions = database.number("SELECT COUNT(*) FROM revisions");
    if (!scenarios || !revisions)
        return std::unexpected(!scenarios ? scenarios.error() : revisions.error());
    health.scenarios = static_cast<int>(*scenarios);
    health.revisions = static_cast<int>(*revisions);
    return health;
}

} // namespace headroom::db
