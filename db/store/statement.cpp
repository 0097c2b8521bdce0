// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement.h"

#include <QSqlError>

namespace headroom::db {

core::Result<void> Statement::run(std::initializer_list<QVariant> values)
{
    if (!m_query) {
        auto prepared = m_database->prepare(m_sql);
        if (!prepared)
            return std::unexpected(prepared.error());
        m_query = std::move(*prepared);
    }
    int place = 0;
    for (const QVariant &value : values)
        m_query->bindValue(place++, value);
    if (!m_query->exec()) {
        const core::Error error = m_database->errorOf(m_query->lastError());
        m_query.reset();
        return std::unexpected(error);
    }
    return {};
}

core::Result<void> Statement::ended() const
{
    if (m_query && m_query->lastError().isValid())
        return std::unexpected(m_database->errorOf(m_query->lastError()));
    return {};
}

} // namespace headroom::db
