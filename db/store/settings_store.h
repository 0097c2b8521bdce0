// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <db/values/settings.h>

namespace headroom::db {

class Database;

// Made by Store; on its thread. Settings that this Headroom does not know stay in the database untouched.
class SettingsStore {
public:
    explicit SettingsStore(Database &database);

    // A missing or senseless stored value is the default: a bad setting must not keep the program from starting.
    core::Result<Settings> load();
    // BadValue for a value that is not accepted (nothing is stored then).
    core::Result<void> save(const Settings &settings);

private:
    Database &m_database;
};

} // namespace headroom::db
