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

core::Result<std::vector<StoredAlertRule>> AlertStore::rules()
{
    const auto rows = m_database.rows("SELECT id, content FROM alert_rules ORDER BY id");
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<StoredAlertRule> all;
    for (const Row &row : *rows)
        all.push_back({row[0].toString().toStdString(), row[1].toString().toStdString()});
    return all;
}

core::Result<std::vector<StoredAlertRule>> AlertStore::replaceRules(const std::vector<StoredAlertRule> &rules)
{
    for (const StoredAlertRule &rule : rules)
        if (rule.id.empty() || rule.id.size() > 200 || rule.content.size() > 64 * 1024 || rules.size() > 500)
            return std::unexpected(core::Error{core::ErrorCode::BadValue, "at most 500 rules with ids of 1 to 200 bytes and contents of at most 64 kB would be accepted", {}, "id", 0});
    return m_database.transaction([&]() -> core::Result<std::vector<StoredAlertRule>> {
        if (auto done = m_database.run("DELETE FROM alert_rules"); !done)
            return std::unexpected(done.error());
        for (const StoredAlertRule &rule : rules)
            if (auto done = m_database.run("INSERT INTO alert_rules (id, content) VALUES (?, ?)", {QString::fromStdString(rule.id), QString::fromStdString(rule.content)}); !done)
                return std::unexpected(done.error());
        return rules;
    });
}

} // namespace headroom::db
