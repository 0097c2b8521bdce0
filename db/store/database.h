// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <QSqlDatabase>
#include <QString>
#include <QVariant>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QSqlError;
class QSqlQuery;

namespace headroom::db {

using Row = QVariantList;

// One connection to one SQLite file: statements as Results, transactions as one call. The only place that meets Qt SQL.
// Used on the thread that opened it.
class Database {
public:
    enum class Access { ReadWrite, ReadOnly };

    static core::Result<std::unique_ptr<Database>> open(const std::filesystem::path &file, Access access, std::chrono::milliseconds busyTimeout);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const std::filesystem::path &file() const { return m_file; }
    std::chrono::milliseconds busyTimeout() const { return m_busyTimeout; }

    core::Result<void> run(const char *sql, const QVariantList &values = {});
    core::Result<void> runAll(const char *sql, const std::vector<QVariantList> &rows);   // one statement, prepared once
    core::Result<qint64> insert(const char *sql, const QVariantList &values);   // the new row's id
    core::Result<std::vector<Row>> rows(const char *sql, const QVariantList &values = {});
    core::Result<std::optional<Row>> row(const char *sql, const QVariantList &values = {});
    core::Result<qint64> number(const char *sql, const QVariantList &values = {}); // first column of the first row; 0 without one

    // All of `work` or, when it or the commit fails, nothing of it. The write lock is taken at the start, so that two
    // instances queue up instead of one of them failing in the middle.
    template<class Work>
    auto transaction(Work work) -> decltype(work())
    {
        return between("BEGIN IMMEDIATE", std::move(work));
    }
    // Several reads of one state; writers are not kept waiting.
    template<class Work>
    auto snapshot(Work work) -> decltype(work())
    {
        return between("BEGIN", std::move(work));
    }

    core::Result<QSqlQuery> prepare(const char *sql); // for Statement
    core::Error damaged(const QString &what) const;
    core::Error errorOf(const QSqlError &error) const;

private:
    Database(std::filesystem::path file, QString connection, std::chrono::milliseconds busyTimeout);

    template<class Work>
    auto between(const char *begin, Work work) -> decltype(work())
    {
        if (auto begun = run(begin); !begun)
            return std::unexpected(begun.error());
        auto result = work();
        if (result)
            if (auto committed = run("COMMIT"); !committed)
                result = std::unexpected(committed.error());
        if (!result)
            run("ROLLBACK"); // fails where SQLite has rolled back itself: either way nothing is left
        return result;
    }
    core::Result<QSqlQuery> execute(const char *sql, const QVariantList &values);

    std::filesystem::path m_file;
    QString m_connection;
    std::chrono::milliseconds m_busyTimeout;
    QSqlDatabase m_database;
};

} // namespace headroom::db
