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
            "CREATE TABLE price_imports ("
            " id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " imported_ms INTEGER NOT NULL,"
            " source TEXT NOT NULL,"
            " format TEXT NOT NULL,"
            " as_of TEXT NOT NULL,"
            " prices INTEGER NOT NULL,"
            " offers INTEGER NOT NULL,"
            " undone_ms INTEGER)",
            "CREATE TABLE imported_prices ("
            " import_id INTEGER NOT NULL REFERENCES price_imports(id),"
            " provider TEXT NOT NULL,"
            " region TEXT NOT NULL,"
            " instance TEXT NOT NULL,"
            " gpu TEXT NOT NULL,"
            " gpus INTEGER NOT NULL,"
            " commitment TEXT NOT NULL,"
            " currency TEXT NOT NULL,"
            " micros INTEGER NOT NULL CHECK (micros > 0),"
            " as_of TEXT NOT NULL,"
            " source TEXT NOT NULL,"
            " confidence TEXT NOT NULL)",
            "CREATE INDEX imported_prices_import ON imported_prices (import_id)",
            "CREATE TABLE price_contracts ("
            " id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " name TEXT NOT NULL,"
            " provider TEXT NOT NULL,"
            " region TEXT NOT NULL,"
            " instance TEXT NOT NULL,"
            " gpu TEXT NOT NULL,"
            " gpus INTEGER NOT NULL,"
            " commitment TEXT NOT NULL,"
            " discount_millionths INTEGER,"
            " currency TEXT,"
            " micros INTEGER,"
            " valid_from TEXT NOT NULL,"
            " valid_until TEXT NOT NULL,"
            " note TEXT NOT NULL)",
            "CREATE TABLE exchange_rates ("
            " from_currency TEXT NOT NULL,"
            " to_currency TEXT NOT NULL,"
            " micros INTEGER NOT NULL CHECK (micros > 0),"
            " as_of TEXT NOT NULL,"
            " source TEXT NOT NULL,"
            " PRIMARY KEY (from_currency, to_currency))",
            "CREATE TABLE price_state (version INTEGER NOT NULL)",
            "INSERT INTO price_state (version) VALUES (0)",
        }},
        {4, {
            "CREATE TABLE baselines ("
            " id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " scenario_id INTEGER NOT NULL REFERENCES scenarios(id),"
            " revision INTEGER NOT NULL,"
            " frozen_ms INTEGER NOT NULL,"
            " cause TEXT NOT NULL,"
            " scenario TEXT NOT NULL,"
            " plan TEXT NOT NULL,"
            " catalog_version TEXT NOT NULL,"
            " prices_as_of TEXT NOT NULL,"
            " calibration TEXT NOT NULL)",
            "CREATE INDEX baselines_scenario ON baselines (scenario_id)",
        }},
        {5, {
            "CREATE TABLE alerts ("
            " key TEXT PRIMARY KEY,"
            " content TEXT NOT NULL)",
        }},
        {6, {
            "ALTER TABLE sources ADD COLUMN bearer_secret TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE sources ADD COLUMN basic_secret TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE sources ADD COLUMN proxy TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE sources ADD COLUMN tenant TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE sources ADD COLUMN replay_speed REAL NOT NULL DEFAULT 0",
            "CREATE TABLE alert_rules ("
            " id TEXT PRIMARY KEY,"
            " content TEXT NOT NULL)",
        }},
        {7, {
            "CREATE TABLE live_bindings ("
            " scenario_id INTEGER PRIMARY KEY REFERENCES scenarios(id),"
            " baseline_id INTEGER NOT NULL REFERENCES baselines(id),"
            " source TEXT NOT NULL,"
            " bound_ms INTEGER NOT NULL)",
        }},
    };
    return steps;
}

core::Result<void> migrate(Database &database)
{
    // All steps or none: nobody meets a database that is half-way.
    return database.transaction([&]() -> core::Result<void> {
        const auto version = database.number("PRAGMA user_version");
        if (!version)
            return std::unexpected(version.error());
        for (const Migration &step : migrations()) {
            if (*version >= step.version)
                continue;
            for (const char *statement : step.statements)
                if (auto run = database.run(statement); !run)
                    return run;
            if (step.version == 1)
                if (auto marked = database.run(qPrintable(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId))); !marked)
                    return marked;
            if (auto numbered = database.run(qPrintable(QStringLiteral("PRAGMA user_version = %1").arg(step.version))); !numbered)
                return numbered;
        }
        return {};
    });
}

} // namespace headroom::db
