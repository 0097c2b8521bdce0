// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <db/values/stored_alert.h>

#include <vector>

namespace headroom::db {

class Database;

// Alerts, so that they survive a restart, and the rules that differ from those that ship. Made by Store; on its thread.
class AlertStore {
public:
    explicit AlertStore(Database &database) : m_database(database) {}

    core::Result<std::vector<StoredAlert>> list();
    // All of them or, when one is too long (BadValue) or the database fails, none.
    core::Result<void> put(const std::vector<StoredAlert> &alerts);

    core::Result<std::vector<StoredAlertRule>> rules();
    // These take the place of all that were stored. BadValue: an empty or long id, a long content, or more than 500.
    core::Result<std::vector<StoredAlertRule>> replaceRules(const std::vector<StoredAlertRule> &rules);

private:
    Database &m_database;
};

} // namespace headroom::db
