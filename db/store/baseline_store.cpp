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

} // namespace

std::string_view baselineCauseId(BaselineCause cause)
{
    return cause == BaselineCause::LiveSource ? "live_source" : "proposal";
}

BaselineStore::BaselineStore(Database &database, std::function<Timestamp()> now) : m_database(database), m_now(std::move(now)) {}

Result<Baseline> BaselineStore::freeze(const Baseline &baseline)
{
    return m_database.transaction([&]() -> Result<Baseline> {
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
    });
}

Result<std::vector<Baseline>> BaselineStore::list(ScenarioId scenario)
{
    const auto rows = m_database.rows("SELECT id, scenario_id, revision, frozen_ms, cause, scenario, plan, catalog_version, prices_as_of, calibration FROM baselines"
                                      " WHERE scenario_id = ? ORDER BY id DESC", {qint64(scenario)});
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<Baseline> all;
    for (const Row &row : *rows) {
        const auto text = [&](qsizetype column) { return row[column].toString().toStdString(); };
        auto content = core::scenarioFromJson(text(5));
        if (!content)
            return std::unexpected(m_database.damaged(QStringLiteral("baseline %1 holds no scenario").arg(row[0].toLongLong())));
        all.push_back({row[0].toLongLong(), row[1].toLongLong(), row[2].toInt(), Timestamp(std::chrono::milliseconds(row[3].toLongLong())),
                       text(4) == "live_source" ? BaselineCause::LiveSource : BaselineCause::Proposal, *std::move(content), text(6), text(7), text(8), text(9)});
    }
    return all;
}

} // namespace headroom::db
