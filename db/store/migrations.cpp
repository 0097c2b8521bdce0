// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations.h"

namespace headroom::db {

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> steps{
        {1, {
            "CREATE TABLE scenarios ("
            " id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " title TEXT NOT NULL,"
            " created_ms INTEGER NOT NULL,"
            " updated_ms INTEGER NOT NULL,"
            " removed_ms INTEGER)",
            "CREATE TABLE revisions ("
            " scenario_id INTEGER NOT NULL REFERENCES scenarios(id),"
            " number INTEGER NOT NULL CHECK (number > 0),"
            " saved_ms INTEGER NOT NULL,"
            " title TEXT NOT NULL,"
            " origin TEXT NOT NULL,"
            " restored_from INTEGER NOT NULL DEFAULT 0,"
            " content TEXT NOT NULL,"
            " PRIMARY KEY (scenario_id, number))",
            "CREATE TABLE drafts ("
            " scenario_id INTEGER PRIMARY KEY REFERENCES scenarios(id),"
            " edited_ms INTEGER NOT NULL,"
            " content TEXT NOT NULL)",
        }},
        {2, {
            "CREATE TABLE settings ("
            " name TEXT PRIMARY KEY,"
            " value TEXT NOT NULL)",
            "CREATE TABLE sources ("
            " id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " name TEXT NOT NULL,"
            " address TEXT NOT NULL,"
            " interval_s REAL NOT NULL,"
            " enabled INTEGER NOT NULL,"
            " bearer_env TEXT NOT NULL,"
            " basic_env TEXT NOT NULL,"
            " ca_file TEXT NOT NULL,"
            " cert_file TEXT NOT NULL,"
            " key_file TEXT NOT NULL)",
        }},
        {3, {
            "CREATE TABLE alerts ("
            " key TEXT PRIMARY KEY,"
            " content TEXT NOT NULL)",
        }},
    };
    return steps;
}

core::Result<void> migrate(Database &database)
{
    for (const Migration &step : migrations()) {
        auto done = database.transaction([&]() -> core::Result<void> {
            const auto version = database.number("PRAGMA user_version");
            if (!version)
                return std::unexpected(version.error());
            if (*version >= step.version)
                return {};
            for (const char *statement : step.statements)
                if (auto run = database.run(statement); !run)
                    return run;
            if (step.version == 1)
                if (auto marked = database.run(qPrintable(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId))); !marked)
                    return marked;
            return database.run(qPrintable(QStringLiteral("PRAGMA user_version = %1").arg(step.version)));
        });
        if (!done)
            return done;
    }
    return {};
}

} // namespace headroom::db
