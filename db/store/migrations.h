// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include <vector>

namespace headroom::db {

// Marks the file as Headroom's ("HDRM"), so that another program's database is not taken for ours.
inline constexpr qint64 kApplicationId = 0x4844524D;

// The first schema that holds prices.
inline constexpr int kPriceSchema = 3;

// A numbered step from the schema before it. Steps that were released are never edited: a change is a new step.
struct Migration {
    int version = 0;
    std::vector<const char *> statements;
};

const std::vector<Migration> &migrations();   // versions 1, 2, ...

// Runs what is missing, all steps as one transaction. Another instance may be doing the same: the version is read again under
// the write lock.
core::Result<void> migrate(Database &database);

} // namespace headroom::db
