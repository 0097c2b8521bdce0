// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include <core/planning/scenario_json.h>
#include <db/store/baseline_store.h>

#include <fmt/format.h>

namespace headroom::db {
namespace {

using core::Result;

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

const QByteArray kColumns = QByteArrayLiteral("b.id, b.scenario_id, b.revision, b.frozen_ms, b.cause, b.scenario, b.plan, b.catalog_version, b.prices_as_of, b.calibration");
constexpr std::size_t kMostSourceBytes = 2048;

} // namespace

std::string_view baselineCauseId(BaselineCause cause)
{
    return cause == BaselineCause::LiveSource ? "live_source" : "proposal";
}

BaselineStore::BaselineStore(Database &database, std::function<Timestamp()> now) : m_database(database), m_now(std::move(now)) {}

// Inside a transaction.
Result<Baseline> BaselineStore::insert(const Baseline &baseline)
{
    const auto known = m_database.number("SELECT COUNT(*) FROM scenarios WHERE id = ?", {qint64(baseline.scenarioId)});
    const auto revision = m_database.number("SELECT COALESCE(MAX(number), 0) FROM revisions WHERE scenario_id = ?", {qint64(baseline.scenarioId)});
    if (!known || !revision)
        return std::unexpected(known ? revision.error() : known.error());
    if (*known == 0)
        return std::unexpected(core::Error{core::ErrorCode::NotFound, fmt::format("no scenario {} is stored", baseline.scenarioId), {}, "id", 0});
    Baseline stored = baseline;
    stored.revision = static_cast<int>(*revision);
    stored.frozen = m_now();
    const auto id = m_database.insert("INSERT INTO baselines (scenario_id, revision, frozen_ms, cause, scenario, plan, catalog_version, prices_as_of, calibration)"
                                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                      {qint64(stored.scenarioId), stored.revision, qint64(stored.frozen.time_since_epoch().count()), qt(baselineCauseId(stored.cause)),
                                       qt(core::scenarioToJson(stored.scenario)), qt(stored.plan), qt(stored.catalogVersion), qt(stored.pricesAsOf), qt(stored.calibration)});
    if (!id)
        return std::unexpected(id.error());
    stored.id = *id;
    return stored;
}

Result<Baseline> BaselineStore::freeze(const Baseline &baseline)
{
    return m_database.transaction([&] { return insert(baseline); });
}

// The columns of kColumns from `first` on.
Result<Baseline> BaselineStore::read(const Row &row, qsizetype first) const
{
    const auto text = [&](qsizetype column) { return row[first + column].toString().toStdString(); };
    auto content = core::scenarioFromJson(text(5));
    if (!content)
        return std::unexpected(m_database.damaged(QStringLiteral("baseline %1 holds no scenario").arg(row[first].toLongLong())));
    return Baseline{row[first].toLongLong(), row[first + 1].toLongLong(), row[first + 2].toInt(), Timestamp(std::chrono::milliseconds(row[first + 3].toLongLong())),
                    text(4) == "live_source" ? BaselineCause::LiveSource : BaselineCause::Proposal, *std::move(content), text(6), text(7), text(8), text(9)};
}

Result<std::vector<Baseline>> BaselineStore::list(ScenarioId scenario)
{
    const auto rows = m_database.rows(("SELECT " + kColumns + " FROM baselines b WHERE b.scenario_id = ? ORDER BY b.id DESC").constData(), {qint64(scenario)});
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<Baseline> all;
    for (const Row &row : *rows) {
        auto baseline = read(row, 0);
        if (!baseline)
            return std::unexpected(baseline.error());
        all.push_back(*std::move(baseline));
    }
    return all;
}

Result<LiveBinding> BaselineStore::bind(const Baseline &baseline, const std::string &source)
{
    if (source.empty() || source.size() > kMostSourceBytes)
        return std::unexpected(core::Error{core::ErrorCode::BadValue, "a live source of 1 to 2,048 bytes would be accepted", {}, "source", 0});
    return m_database.transaction([&]() -> Result<LiveBinding> {
        auto frozen = insert(baseline);
        if (!frozen)
            return std::unexpected(frozen.error());
        LiveBinding binding{source, frozen->frozen, *std::move(frozen)};
        if (auto done = m_database.run("INSERT OR REPLACE INTO live_bindings (scenario_id, baseline_id, source, bound_ms) VALUES (?, ?, ?, ?)",
                                       {qint64(binding.baseline.scenarioId), qint64(binding.baseline.id), qt(source), qint64(binding.bound.time_since_epoch().count())}); !done)
            return std::unexpected(done.error());
        return binding;
    });
}

Result<void> BaselineStore::unbind(ScenarioId scenario)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto bound = m_database.number("SELECT COUNT(*) FROM live_bindings WHERE scenario_id = ?", {qint64(scenario)});
        if (!bound)
            return std::unexpected(bound.error());
        if (*bound == 0)
            return std::unexpected(core::Error{core::ErrorCode::NotFound, fmt::format("scenario {} is bound to no live source", scenario), {}, "id", 0});
        return m_database.run("DELETE FROM live_bindings WHERE scenario_id = ?", {qint64(scenario)});
    });
}

Result<std::vector<LiveBinding>> BaselineStore::bindings()
{
    const auto rows = m_database.rows(("SELECT l.source, l.bound_ms, " + kColumns + " FROM live_bindings l JOIN baselines b ON b.id = l.baseline_id"
                                       " JOIN scenarios s ON s.id = l.scenario_id WHERE s.removed_ms IS NULL ORDER BY l.baseline_id DESC").constData());
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<LiveBinding> all;
    for (const Row &row : *rows) {
        auto baseline = read(row, 2);
        if (!baseline)
            return std::unexpected(baseline.error());
        all.push_back({row[0].toString().toStdString(), Timestamp(std::chrono::milliseconds(row[1].toLongLong())), *std::move(baseline)});
    }
    return all;
}

} // namespace headroom::db
