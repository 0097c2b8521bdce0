// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <db/values/stored_source.h>

#include <cstdint>
#include <vector>

namespace headroom::db {

class Database;

// Made by Store; on its thread. Errors besides those of the database: BadValue (also for an address with a password in it:
// secrets are not stored), NotFound.
class SourceStore {
public:
    explicit SourceStore(Database &database);

    core::Result<std::vector<StoredSource>> list();                // in the order they were added
    core::Result<StoredSource> put(const StoredSource &source);    // id 0: a new one; else replaces
    core::Result<void> remove(std::int64_t id);

private:
    Database &m_database;
};

} // namespace headroom::db
