// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <db/values/live_binding.h>

#include <QVariant>

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

    // Freezes as above, with the source that the scenario is compared with from now on; a source it had before is let go.
    // BadValue for an empty source or one over 2,048 bytes.
    core::Result<LiveBinding> bind(const Baseline &baseline, const std::string &source);
    core::Result<void> unbind(ScenarioId scenario);                  // what was frozen stays; NotFound where it is not bound
    core::Result<std::vector<LiveBinding>> bindings();               // of scenarios that are not removed, newest first

private:
    core::Result<Baseline> insert(const Baseline &baseline);
    core::Result<Baseline> read(const QVariantList &row, qsizetype first) const;

    Database &m_database;
    std::function<Timestamp()> m_now;
};

} // namespace headroom::db
