// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include <QSqlQuery>

#include <span>
#include <string_view>

namespace headroom::db {

// One statement, prepared once and carried out many times: for rows by the thousand. Lives shorter than its database.
class Statement {
public:
    Statement(Database &database, const char *sql) : m_database(&database), m_sql(sql) {}

    core::Result<void> run(std::initializer_list<QVariant> values);
    bool next() { return m_query && m_query->next(); }
    qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    bool changed() const { return m_query && m_query->numRowsAffected() > 0; }
    // What ended the rows, where it was not their end.
    core::Result<void> ended() const;
    void finish() { if (m_query) m_query->finish(); }

private:
    Database *m_database;
    const char *m_sql;
    std::optional<QSqlQuery> m_query;
};

inline QByteArray blob(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

inline std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace headroom::db
