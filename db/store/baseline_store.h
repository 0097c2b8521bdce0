// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <db/values/baseline_record.h>

#include <functional>
#include <vector>

namespace headroom::db {

class Database;

// What was approved of each scenario. Made by Store; on its thread. A baseline is stored once and never changed; it stays when its
// scenario is edited, removed, or when prices are imported. Errors besides those of the database: NotFound, Damaged.
class BaselineStore {
public:
    BaselineStore(Database &database, std::function<Timestamp()> now);

    // Freezes: id, revision and time are set here. NotFound where the scenario is not stored.
    core::Result<Baseline> freeze(const Baseline &baseline);
    core::Result<std::vector<Baseline>> list(ScenarioId scenario);   // newest first

private:
    Database &m_database;
    std::function<Timestamp()> m_now;
};

} // namespace headroom::db
