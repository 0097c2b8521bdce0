// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <db/store/baseline_store.h>
#include <db/store/price_store.h>
#include <db/history/history.h>
#include <db/store/alert_store.h>
#include <db/store/scenario_store.h>
#include <db/store/settings_store.h>
#include <db/store/source_store.h>
#include <db/values/store_report.h>

#include <filesystem>
#include <functional>
#include <memory>

namespace headroom::db {

class Database;
class InstanceMarker;

struct StoreOptions {
    std::filesystem::path folder;                   // made if missing; the database in it is headroom.db
    std::chrono::milliseconds busyTimeout{5000};    // how long another instance's write is waited for
    std::function<Timestamp()> now;                 // empty: the system's clock
    std::vector<HistoryField> historyFields{};      // StoreThread keeps a history of them; none: no history
    HistoryRetention historyRetention{};
};

// The database of one data folder, open. Several processes may have it open at once; each change is one transaction.
// One thread: the one that opened it (StoreThread is the queue in front of it). Needs a QCoreApplication.
class Store {
public:
    // Creates, or migrates after writing a backup beside the file. Errors, all with the file:
    //   Unwritable   the folder or file cannot be written
    //   NewerSchema  a newer Headroom wrote it; not a byte is changed
    //   Damaged      not a database, broken off, or inconsistent; it is left alone: see setAsideDamaged()
    //   Database     in use by another program for longer than the timeout, and everything else
    static core::Result<std::unique_ptr<Store>> open(const StoreOptions &options);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    const OpenReport &report() const { return m_report; }
    ScenarioStore &scenarios() { return m_scenarios; }
    SettingsStore &settings() { return m_settings; }
    SourceStore &sources() { return m_sources; }
    PriceStore &prices() { return m_prices; }
    BaselineStore &baselines() { return m_baselines; }
    AlertStore &alerts() { return m_alerts; }

private:
    Store(std::unique_ptr<InstanceMarker> marker, std::unique_ptr<Database> database, OpenReport report, const std::function<Timestamp()> &now);

    std::unique_ptr<InstanceMarker> m_marker; // released last: a marker without an open database is an unclean exit
    std::unique_ptr<Database> m_database;
    OpenReport m_report;
    ScenarioStore m_scenarios;
    SettingsStore m_settings;
    SourceStore m_sources;
    PriceStore m_prices;
    BaselineStore m_baselines;
    AlertStore m_alerts;
};

// The schema that this Headroom writes.
int latestSchema();

// Whether Qt's SQLite driver is installed; without it open() fails. Needs a QCoreApplication.
bool hasDatabaseDriver();

std::filesystem::path databaseFile(const std::filesystem::path &folder);

// Renames a damaged database to headroom.db.damaged-<time> (with its -wal and -shm), so that open() makes a fresh one, and
// returns the new name. Nothing is deleted. Call it only after the person was told. Errors: NotFound, Unwritable, Database
// (another instance has it open).
core::Result<std::filesystem::path> setAsideDamaged(const std::filesystem::path &folder);

// Looks without changing anything: schema, full integrity check, counts. No database is not an error. Errors as open().
core::Result<StoreHealth> inspectStore(const std::filesystem::path &folder);

} // namespace headroom::db
