// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"
#include "migrations.h"

#include <db/store/price_store.h>
#include <db/store/store.h>

#include <fmt/format.h>

#include <set>
#include <tuple>

namespace headroom::db {
namespace {

using core::Result;

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string text(const QVariant &value)
{
    return value.toString().toStdString();
}

std::optional<core::Commitment> commitmentOf(const QVariant &value)
{
    const auto commitment = core::parseCommitment(text(value));
    return commitment ? std::optional(*commitment) : std::nullopt;
}

core::Error nothing(const char *what)
{
    return {core::ErrorCode::NotFound, what, {}, {}, 0};
}

// In the order of the table's columns, without the id.
QVariantList contractValues(const core::PriceContract &contract)
{
    return {qt(contract.name), qt(contract.provider), qt(contract.region), qt(contract.instance), qt(contract.gpu), contract.gpus,
            contract.commitment ? QVariant(qt(core::commitmentId(*contract.commitment))) : QVariant(QStringLiteral("")),
            contract.discountMillionths ? QVariant(qint64(*contract.discountMillionths)) : QVariant(),
            contract.perHour ? QVariant(qt(core::currencyCode(contract.perHour->currency()))) : QVariant(),
            contract.perHour ? QVariant(qint64(contract.perHour->micros())) : QVariant(), qt(contract.validFrom), qt(contract.validUntil), qt(contract.note)};
}

constexpr const char *kPoint = "INSERT INTO imported_prices (import_id, provider, region, instance, gpu, gpus, commitment, currency, micros, as_of, source, confidence)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

} // namespace

PriceStore::PriceStore(Database &database, std::function<Timestamp()> now) : m_database(database), m_now(std::move(now)) {}

template<class Change>
auto PriceStore::change(Change work) -> decltype(work())
{
    return m_database.transaction([&]() -> decltype(work()) {
        auto done = work();
        if (done)
            if (auto stepped = stepVersion(); !stepped)
                return std::unexpected(stepped.error());
        return done;
    });
}

Result<void> PriceStore::stepVersion()
{
    return m_database.run("UPDATE price_state SET version = version + 1");
}

Result<std::vector<PriceImport>> PriceStore::imports()
{
    const auto rows = m_database.rows("SELECT id, imported_ms, source, format, as_of, prices, offers, undone_ms IS NOT NULL FROM price_imports ORDER BY id DESC");
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<PriceImport> all;
    for (const Row &row : *rows)
        all.push_back({row[0].toLongLong(), Timestamp(std::chrono::milliseconds(row[1].toLongLong())), text(row[2]), text(row[3]), text(row[4]), row[5].toInt(), row[6].toInt(), row[7].toBool()});
    return all;
}

// In the order of the imports. What cannot be read any more (a currency that this program does not know) is left out.
Result<std::vector<core::PricePoint>> PriceStore::points()
{
    const auto rows = m_database.rows("SELECT p.provider, p.region, p.instance, p.gpu, p.gpus, p.commitment, p.currency, p.micros, p.as_of, p.source, p.confidence"
                                      " FROM imported_prices p JOIN price_imports i ON i.id = p.import_id WHERE i.undone_ms IS NULL ORDER BY p.import_id, p.rowid");
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<core::PricePoint> all;
    for (const Row &row : *rows) {
        const auto commitment = commitmentOf(row[5]);
        const auto currency = core::parseCurrency(text(row[6]));
        if (commitment && currency && row[4].toInt() > 0 && row[7].toLongLong() > 0)
            all.push_back({text(row[0]), text(row[1]), text(row[2]), text(row[3]), row[4].toInt(), *commitment, core::Money(*currency, row[7].toLongLong()),
                           {text(row[9]), text(row[8]), text(row[10])}});
    }
    return all;
}

Result<StoredPrices> PriceStore::load()
{
    return m_database.snapshot([&]() -> Result<StoredPrices> {
        StoredPrices stored;
        auto imported = points();
        auto all = imports();
        const auto contracts = m_database.rows("SELECT id, name, provider, region, instance, gpu, gpus, commitment, discount_millionths, currency, micros, valid_from, valid_until, note"
                                               " FROM price_contracts ORDER BY id");
        const auto rates = m_database.rows("SELECT from_currency, to_currency, micros, as_of, source FROM exchange_rates ORDER BY from_currency, to_currency");
        const auto version = m_database.number("SELECT version FROM price_state");
        if (!imported || !all)
            return std::unexpected(imported ? all.error() : imported.error());
        if (!contracts || !rates)
            return std::unexpected(contracts ? rates.error() : contracts.error());
        if (!version)
            return std::unexpected(version.error());
        stored.overlay.imported = *std::move(imported);
        stored.imports = *std::move(all);
        for (const Row &row : *contracts) {
            core::PriceContract contract{row[0].toLongLong(), text(row[1]), text(row[2]), text(row[3]), text(row[4]), text(row[5]), row[6].toInt(), commitmentOf(row[7]),
                                         {}, {}, text(row[11]), text(row[12]), text(row[13])};
            if (!row[8].isNull())
                contract.discountMillionths = row[8].toLongLong();
            if (const auto currency = core::parseCurrency(text(row[9])); currency && !row[10].isNull())
                contract.perHour = core::Money(*currency, row[10].toLongLong());
            if (contract.discountMillionths || contract.perHour)
                stored.overlay.contracts.push_back(std::move(contract));
        }
        for (const Row &row : *rates) {
            const auto from = core::parseCurrency(text(row[0]));
            const auto to = core::parseCurrency(text(row[1]));
            if (from && to && row[2].toLongLong() > 0)
                stored.overlay.rates.push_back({*from, *to, core::Money(*to, row[2].toLongLong()), {text(row[4]), text(row[3]), {}}});
        }
        if (!stored.overlay.empty())
            stored.overlay.version = fmt::format("prices-{}", *version);
        return stored;
    });
}

Result<PriceImport> PriceStore::addImport(const PriceImport &import, const std::vector<core::PricePoint> &points)
{
    if (points.empty())
        return std::unexpected(core::Error{core::ErrorCode::BadValue, "nothing in it is new: no price was imported", {}, {}, 0});
    return change([&]() -> Result<PriceImport> {
        PriceImport stored = import;
        stored.imported = m_now();
        stored.prices = static_cast<int>(points.size());
        const auto id = m_database.insert("INSERT INTO price_imports (imported_ms, source, format, as_of, prices, offers) VALUES (?, ?, ?, ?, ?, ?)",
                                          {qint64(stored.imported.time_since_epoch().count()), qt(stored.source), qt(stored.format), qt(stored.asOf), stored.prices, stored.offers});
        if (!id)
            return std::unexpected(id.error());
        stored.id = *id;
        std::vector<QVariantList> rows;
        rows.reserve(points.size());
        for (const core::PricePoint &p : points)
            rows.push_back({*id, qt(p.provider), qt(p.region), qt(p.instance), qt(p.gpu), p.gpus, qt(core::commitmentId(p.commitment)), qt(core::currencyCode(p.perHour.currency())),
                            qint64(p.perHour.micros()), qt(p.source.asOf), qt(p.source.text), qt(p.source.confidence)});
        if (auto done = m_database.runAll(kPoint, rows); !done)
            return std::unexpected(done.error());
        return stored;
    });
}

Result<PriceImport> PriceStore::undoImport()
{
    return change([&]() -> Result<PriceImport> {
        const auto id = m_database.number("SELECT MAX(id) FROM price_imports WHERE undone_ms IS NULL");
        if (!id || *id == 0)
            return std::unexpected(id ? nothing("there is no import to undo") : id.error());
        if (auto done = m_database.run("UPDATE price_imports SET undone_ms = ? WHERE id = ?", {qint64(m_now().time_since_epoch().count()), *id}); !done)
            return std::unexpected(done.error());
        const auto all = imports();
        if (!all)
            return std::unexpected(all.error());
        return *std::ranges::find(*all, *id, &PriceImport::id);
    });
}

Result<PriceImport> PriceStore::redoImport()
{
    return change([&]() -> Result<PriceImport> {
        const auto id = m_database.number("SELECT MIN(id) FROM price_imports WHERE id > (SELECT COALESCE(MAX(id), 0) FROM price_imports WHERE undone_ms IS NULL)");
        if (!id || *id == 0)
            return std::unexpected(id ? nothing("no import was undone") : id.error());
        if (auto done = m_database.run("UPDATE price_imports SET undone_ms = NULL WHERE id = ?", {*id}); !done)
            return std::unexpected(done.error());
        const auto all = imports();
        if (!all)
            return std::unexpected(all.error());
        return *std::ranges::find(*all, *id, &PriceImport::id);
    });
}

Result<core::PriceContract> PriceStore::putContract(const core::PriceContract &contract)
{
    return change([&]() -> Result<core::PriceContract> {
        core::PriceContract stored = contract;
        QVariantList values = contractValues(contract);
        if (contract.id == 0) {
            const auto id = m_database.insert("INSERT INTO price_contracts (name, provider, region, instance, gpu, gpus, commitment, discount_millionths, currency, micros,"
                                              " valid_from, valid_until, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values);
            if (!id)
                return std::unexpected(id.error());
            stored.id = *id;
            return stored;
        }
        values.push_back(qint64(contract.id));
        if (auto done = m_database.run("UPDATE price_contracts SET name = ?, provider = ?, region = ?, instance = ?, gpu = ?, gpus = ?, commitment = ?, discount_millionths = ?,"
                                       " currency = ?, micros = ?, valid_from = ?, valid_until = ?, note = ? WHERE id = ?", values); !done)
            return std::unexpected(done.error());
        if (const auto changed = m_database.number("SELECT changes()"); !changed || *changed == 0)
            return std::unexpected(changed ? nothing("there is no such contract") : changed.error());
        return stored;
    });
}

Result<void> PriceStore::restoreContract(const core::PriceContract &contract)
{
    return change([&]() -> Result<void> {
        QVariantList values = contractValues(contract);
        values.push_front(qint64(contract.id));
        return m_database.run("INSERT INTO price_contracts (id, name, provider, region, instance, gpu, gpus, commitment, discount_millionths, currency, micros,"
                              " valid_from, valid_until, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values);
    });
}

Result<void> PriceStore::removeContract(std::int64_t id)
{
    return change([&]() -> Result<void> {
        if (auto done = m_database.run("DELETE FROM price_contracts WHERE id = ?", {qint64(id)}); !done)
            return done;
        if (const auto changed = m_database.number("SELECT changes()"); !changed || *changed == 0)
            return std::unexpected(changed ? core::Error{core::ErrorCode::NotFound, fmt::format("no contract {} is stored", id), {}, "id", 0} : changed.error());
        return {};
    });
}

Result<void> PriceStore::putRate(const core::ExchangeRate &rate)
{
    return change([&]() -> Result<void> {
        const QString from = qt(core::currencyCode(rate.from));
        const QString to = qt(core::currencyCode(rate.to));
        if (auto done = m_database.run("DELETE FROM exchange_rates WHERE (from_currency = ? AND to_currency = ?) OR (from_currency = ? AND to_currency = ?)", {from, to, to, from}); !done)
            return done;
        return m_database.run("INSERT INTO exchange_rates (from_currency, to_currency, micros, as_of, source) VALUES (?, ?, ?, ?, ?)",
                              {from, to, qint64(rate.rate.micros()), qt(rate.source.asOf), qt(rate.source.text)});
    });
}

Result<void> PriceStore::removeRate(core::Currency from, core::Currency to)
{
    return change([&]() -> Result<void> {
        const QString a = qt(core::currencyCode(from));
        const QString b = qt(core::currencyCode(to));
        if (auto done = m_database.run("DELETE FROM exchange_rates WHERE (from_currency = ? AND to_currency = ?) OR (from_currency = ? AND to_currency = ?)", {a, b, b, a}); !done)
            return done;
        if (const auto changed = m_database.number("SELECT changes()"); !changed || *changed == 0)
            return std::unexpected(changed ? nothing("no rate of one's own between these currencies is stored") : changed.error());
        return {};
    });
}

Result<core::PriceOverlay> readPrices(const std::filesystem::path &folder)
{
    std::error_code problem;
    const std::filesystem::path file = databaseFile(folder);
    if (!std::filesystem::exists(file, problem))
        return core::PriceOverlay{};
    auto database = Database::open(file, Database::Access::ReadOnly, std::chrono::milliseconds(5000));
    if (!database)
        return std::unexpected(database.error());
    const auto application = (*database)->number("PRAGMA application_id");
    const auto version = (*database)->number("PRAGMA user_version");
    if (!application || !version)
        return std::unexpected(application ? version.error() : application.error());
    if (*application != kApplicationId || *version < kPriceSchema)
        return core::PriceOverlay{}; // from before prices were stored
    auto stored = PriceStore(**database, {}).load();
    if (!stored)
        return std::unexpected(stored.error());
    return std::move(stored->overlay);
}

} // namespace headroom::db
