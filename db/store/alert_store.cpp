// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include <db/store/alert_store.h>

namespace headroom::db {

core::Result<std::vector<StoredAlert>> AlertStore::list()
{
    const auto rows = m_database.rows("SELECT key, content FROM alerts ORDER BY key");
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<StoredAlert> all;
    for (const Row &row : *rows)
        all.push_back({row[0].toString().toStdString(), row[1].toString().toStdString()});
    return all;
}

core::Result<void> AlertStore::put(const std::vector<StoredAlert> &alerts)
{
    for (const StoredAlert &alert : alerts)
        if (alert.key.empty() || alert.key.size() > 4096 || alert.content.size() > 64 * 1024)
            return std::unexpected(core::Error{core::ErrorCode::BadValue, "a key of 1 to 4,096 bytes and a content of at most 64 kB would be accepted", {}, "key", 0});
    return m_database.transaction([&]() -> core::Result<void> {
        for (const StoredAlert &alert : alerts) {
            const QString key = QString::fromStdString(alert.key);
            auto done = alert.content.empty() ? m_database.run("DELETE FROM alerts WHERE key = ?", {key})
                                              : m_database.run("INSERT INTO alerts (key, content) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET content = excluded.content",
                                                               {key, QString::fromStdString(alert.content)});
            if (!done)
                return done;
        }
        return {};
    });
}

} // namespace headroom::db
