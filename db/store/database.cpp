// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

#include <fmt/format.h>

namespace headroom::db {
namespace {

// SQLite's result codes (sqlite.org/rescode.html); the extended ones keep them in their low byte.
enum SqliteCode { Perm = 3, Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CantOpen = 14, NotADatabase = 26 };

} // namespace

Database::Database(std::filesystem::path file, QString connection, std::chrono::milliseconds busyTimeout)
    : m_file(std::move(file)), m_connection(std::move(connection)), m_busyTimeout(busyTimeout)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
}

Database::~Database()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

core::Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path &file, Access access, std::chrono::milliseconds busyTimeout)
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        return std::unexpected(core::Error{core::ErrorCode::Database, "Qt's SQLite driver is not installed (Debian: libqt6sql6-sqlite)", file.string(), {}, 0});
    std::unique_ptr<Database> database(new Database(file, QUuid::createUuid().toString(QUuid::WithoutBraces), busyTimeout));
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeout.count());
    if (access == Access::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    database->m_database.setConnectOptions(options);
    database->m_database.setDatabaseName(QString::fromStdString(file.string()));
    if (!database->m_database.open())
        return std::unexpected(database->errorOf(database->m_database.lastError()));
    return database;
}

core::Error Database::damaged(const QString &what) const
{
    return {core::ErrorCode::Damaged,
            fmt::format("the database is damaged ({}); it is left as it is, and `headroom doctor --set-aside-damaged` renames it so that a fresh one can be made", what.toStdString()), m_file.string(), {}, 0};
}

core::Error Database::errorOf(const QSqlError &error) const
{
    const std::string text = error.databaseText().toStdString();
    const auto make = [&](core::ErrorCode code, std::string detail) { return core::Error{code, std::move(detail), m_file.string(), {}, 0}; };
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return make(core::ErrorCode::Database,
                    fmt::format("the database is in use by another program for longer than {} ms: close that program or try again", m_busyTimeout.count()));
    case Perm:
    case ReadOnly:
    case CantOpen:
        return make(core::ErrorCode::Unwritable, fmt::format("the database cannot be written ({}): a file and folder that you may write would be accepted", text));
    case Full: return make(core::ErrorCode::Unwritable, "the disk is full: nothing was changed; free some space and try again");
    case IoError: return make(core::ErrorCode::Unwritable, fmt::format("reading or writing the disk failed ({}): nothing was changed", text));
    case Corrupt:
    case NotADatabase: return damaged(error.databaseText());
    default: return make(core::ErrorCode::Database, fmt::format("the database failed: {}", text));
    }
}

core::Result<QSqlQuery> Database::prepare(const char *sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromLatin1(sql)))
        return std::unexpected(errorOf(query.lastError()));
    return query;
}

core::Result<QSqlQuery> Database::execute(const char *sql, const QVariantList &values)
{
    auto query = prepare(sql);
    if (!query)
        return query;
    for (const QVariant &value : values)
        query->addBindValue(value);
    if (!query->exec())
        return std::unexpected(errorOf(query->lastError()));
    return query;
}

core::Result<void> Database::run(const char *sql, const QVariantList &values)
{
    auto query = execute(sql, values);
    if (!query)
        return std::unexpected(query.error());
    return {};
}

core::Result<void> Database::runAll(const char *sql, const std::vector<QVariantList> &rows)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromLatin1(sql)))
        return std::unexpected(errorOf(query.lastError()));
    for (const QVariantList &values : rows) {
        for (int i = 0; i < static_cast<int>(values.size()); ++i)
            query.bindValue(i, values[i]);
        if (!query.exec())
            return std::unexpected(errorOf(query.lastError()));
    }
    return {};
}

core::Result<qint64> Database::insert(const char *sql, const QVariantList &values)
{
    auto query = execute(sql, values);
    if (!query)
        return std::unexpected(query.error());
    return query->lastInsertId().toLongLong();
}

core::Result<std::vector<Row>> Database::rows(const char *sql, const QVariantList &values)
{
    auto query = execute(sql, values);
    if (!query)
        return std::unexpected(query.error());
    std::vector<Row> all;
    // The driver tells the number of columns by the statement, so the record is read only once.
    const int columns = static_cast<int>(query->record().count());
    while (query->next()) {
        Row row;
        for (int i = 0; i < columns; ++i)
            row.push_back(query->value(i));
        all.push_back(std::move(row));
    }
    if (query->lastError().isValid()) // a damaged page further on ends the rows early
        return std::unexpected(errorOf(query->lastError()));
    return all;
}

core::Result<std::optional<Row>> Database::row(const char *sql, const QVariantList &values)
{
    auto all = rows(sql, values);
    if (!all)
        return std::unexpected(all.error());
    return all->empty() ? std::optional<Row>() : std::optional<Row>(std::move(all->front()));
}

core::Result<qint64> Database::number(const char *sql, const QVariantList &values)
{
    const auto found = row(sql, values);
    if (!found)
        return std::unexpected(found.error());
    return *found && !(*found)->isEmpty() ? (*found)->front().toLongLong() : 0;
}

} // namespace headroom::db
