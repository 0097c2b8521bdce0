// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <db/values/price_record.h>

#include <filesystem>
#include <functional>

namespace headroom::db {

class Database;

// A person's own prices: imports, contracts, rates of exchange. Made by Store; on its thread. Every change is one transaction.
// Callers check content first (core/prices/apply_prices.h). Errors besides those of the database: NotFound; BadValue for an
// import without prices.
class PriceStore {
public:
    PriceStore(Database &database, std::function<Timestamp()> now);

    core::Result<StoredPrices> load();

    core::Result<PriceImport> addImport(const PriceImport &import, const std::vector<core::PricePoint> &points);
    core::Result<PriceImport> undoImport();   // the newest one; NotFound where there is none
    core::Result<PriceImport> redoImport();   // the one undone last, if nothing was imported since

    core::Result<core::PriceContract> putContract(const core::PriceContract &contract);   // id 0: a new one; else replaces
    core::Result<void> removeContract(std::int64_t id);
    core::Result<void> restoreContract(const core::PriceContract &contract);   // one that was removed, under its id
    core::Result<void> putRate(const core::ExchangeRate &rate);   // replaces the rate between the two currencies, either way
    core::Result<void> removeRate(core::Currency from, core::Currency to);

private:
    core::Result<std::vector<PriceImport>> imports();
    core::Result<std::vector<core::PricePoint>> points();
    core::Result<void> stepVersion();
    template<class Change>
    auto change(Change work) -> decltype(work());

    Database &m_database;
    std::function<Timestamp()> m_now;
};

// The overlay of a data folder for commands that only read; an empty one where nothing was ever stored. Changes nothing, not even
// the schema. Needs a QCoreApplication. Errors as of Store::open().
core::Result<core::PriceOverlay> readPrices(const std::filesystem::path &folder);

} // namespace headroom::db
