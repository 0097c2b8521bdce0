// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include <core/planning/scenario_json.h>
#include <db/store/scenario_file.h>
#include <db/store/scenario_store.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace headroom::db {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

constexpr std::array kOrigins{RevisionOrigin::Created,    RevisionOrigin::Saved,   RevisionOrigin::Imported, RevisionOrigin::Duplicated,
                              RevisionOrigin::Renamed,    RevisionOrigin::Restored, RevisionOrigin::DraftKept};

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Timestamp time(const QVariant &value)
{
    return Timestamp(std::chrono::milliseconds(value.toLongLong()));
}

#define HEADROOM_SUMMARY \
    "SELECT s.id, s.title, COALESCE((SELECT MAX(number) FROM revisions WHERE scenario_id = s.id), 0), s.updated_ms," \
    " EXISTS (SELECT 1 FROM drafts WHERE scenario_id = s.id), s.removed_ms IS NOT NULL FROM scenarios s "
constexpr const char *kOne = HEADROOM_SUMMARY "WHERE s.id = ?";
constexpr const char *kAll = HEADROOM_SUMMARY "WHERE (s.removed_ms IS NOT NULL) = ? ORDER BY s.updated_ms DESC, s.id DESC";
#undef HEADROOM_SUMMARY
constexpr const char *kDraft = "SELECT content FROM drafts WHERE scenario_id = ?";
constexpr const char *kNewest = "SELECT content FROM revisions WHERE scenario_id = ? ORDER BY number DESC LIMIT 1";
constexpr const char *kNumbered = "SELECT content FROM revisions WHERE scenario_id = ? AND number = ?";

ScenarioSummary summaryOf(const Row &row)
{
    return {row[0].toLongLong(), row[1].toString().toStdString(), row[2].toInt(), time(row[3]), row[4].toBool(), row[5].toBool()};
}

} // namespace

std::string_view revisionOriginId(RevisionOrigin origin)
{
    switch (origin) {
    case RevisionOrigin::Created: return "created";
    case RevisionOrigin::Saved: return "saved";
    case RevisionOrigin::Imported: return "imported";
    case RevisionOrigin::Duplicated: return "duplicated";
    case RevisionOrigin::Renamed: return "renamed";
    case RevisionOrigin::Restored: return "restored";
    case RevisionOrigin::DraftKept: break;
    }
    return "draft_kept";
}

ScenarioStore::ScenarioStore(Database &database, std::function<Timestamp()> now) : m_database(database), m_now(std::move(now)) {}

std::int64_t ScenarioStore::nowMs() const
{
    return m_now().time_since_epoch().count();
}

// --- building blocks, inside a transaction ---

Result<ScenarioSummary> ScenarioStore::summary(ScenarioId id)
{
    const auto row = m_database.row(kOne, {qint64(id)});
    if (!row)
        return std::unexpected(row.error());
    if (*row)
        return summaryOf(**row);
    const auto all = m_database.rows("SELECT id FROM scenarios WHERE removed_ms IS NULL ORDER BY updated_ms DESC LIMIT 11");
    if (!all)
        return std::unexpected(all.error());
    std::string ids;
    for (const Row &other : *all)
        ids += (ids.empty() ? "" : ", ") + (&other - all->data() < 10 ? other[0].toString().toStdString() : std::string("..."));
    return std::unexpected(Error{ErrorCode::NotFound, fmt::format("no scenario {} is stored: {}", id, ids.empty() ? "there is none yet" : ids + " would be accepted"), {}, "id", 0});
}

Result<ScenarioSummary> ScenarioStore::present(ScenarioId id)
{
    auto found = summary(id);
    if (found && found->removed)
        return std::unexpected(Error{ErrorCode::NotFound, fmt::format("scenario {} was removed: bring it back first", id), {}, "id", 0});
    return found;
}

Result<core::Scenario> ScenarioStore::content(const char *sql, ScenarioId id, int number, const std::string &what)
{
    const auto row = m_database.row(sql, number > 0 ? QVariantList{qint64(id), number} : QVariantList{qint64(id)});
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return std::unexpected(Error{ErrorCode::NotFound, fmt::format("scenario {} has no {}", id, what), {}, "revision", 0});
    auto scenario = core::scenarioFromJson((*row)->front().toString().toStdString());
    if (!scenario)
        return std::unexpected(Error{ErrorCode::Damaged, fmt::format("the {} of scenario {} is no scenario: {}", what, id, scenario.error().detail),
                                     m_database.file().string(), scenario.error().field, 0});
    return scenario;
}

Result<StoredScenario> ScenarioStore::loadHere(ScenarioId id)
{
    auto found = present(id);
    if (!found)
        return std::unexpected(found.error());
    auto scenario = found->hasDraft ? content(kDraft, id, 0, "draft") : content(kNewest, id, 0, "newest revision");
    if (!scenario)
        return std::unexpected(scenario.error());
    return StoredScenario{*std::move(found), *std::move(scenario)};
}

Result<ScenarioId> ScenarioStore::insertScenario(const std::string &title)
{
    const qint64 now = nowMs();
    return m_database.insert("INSERT INTO scenarios (title, created_ms, updated_ms) VALUES (?, ?, ?)", {qt(title), now, now});
}

Result<void> ScenarioStore::appendRevision(ScenarioId id, const core::Scenario &scenario, RevisionOrigin origin, int restoredFrom)
{
    return m_database.run("INSERT INTO revisions (scenario_id, number, saved_ms, title, origin, restored_from, content)"
                          " VALUES (?, (SELECT COALESCE(MAX(number), 0) + 1 FROM revisions WHERE scenario_id = ?), ?, ?, ?, ?, ?)",
                          {qint64(id), qint64(id), qint64(nowMs()), qt(scenario.title), qt(revisionOriginId(origin)), restoredFrom, qt(core::scenarioToJson(scenario))});
}

Result<void> ScenarioStore::putDraft(ScenarioId id, const core::Scenario &scenario)
{
    return m_database.run("INSERT INTO drafts (scenario_id, edited_ms, content) VALUES (?, ?, ?)"
                          " ON CONFLICT (scenario_id) DO UPDATE SET edited_ms = excluded.edited_ms, content = excluded.content",
                          {qint64(id), qint64(nowMs()), qt(core::scenarioToJson(scenario))});
}

Result<void> ScenarioStore::dropDraft(ScenarioId id)
{
    return m_database.run("DELETE FROM drafts WHERE scenario_id = ?", {qint64(id)});
}

Result<void> ScenarioStore::touch(ScenarioId id, const std::string &title)
{
    return m_database.run("UPDATE scenarios SET title = ?, updated_ms = ? WHERE id = ?", {qt(title), qint64(nowMs()), qint64(id)});
}

template<class Change>
Result<ScenarioSummary> ScenarioStore::change(ScenarioId id, Change work)
{
    return m_database.transaction([&]() -> Result<ScenarioSummary> {
        const auto before = present(id);
        if (!before)
            return std::unexpected(before.error());
        if (Result<void> done = work(*before); !done)
            return std::unexpected(done.error());
        return summary(id);
    });
}

// --- what the header promises ---

Result<std::vector<ScenarioSummary>> ScenarioStore::list(bool removed)
{
    const auto rows = m_database.rows(kAll, {removed ? 1 : 0});
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<ScenarioSummary> all;
    std::ranges::transform(*rows, std::back_inserter(all), summaryOf);
    return all;
}

Result<StoredScenario> ScenarioStore::load(ScenarioId id)
{
    return m_database.snapshot([&] { return loadHere(id); });
}

Result<ScenarioSummary> ScenarioStore::create(const core::Scenario &scenario, RevisionOrigin origin)
{
    if (auto valid = core::validate(scenario); !valid)
        return std::unexpected(valid.error());
    return m_database.transaction([&]() -> Result<ScenarioSummary> {
        const auto id = insertScenario(scenario.title);
        if (!id)
            return std::unexpected(id.error());
        if (auto done = appendRevision(*id, scenario, origin); !done)
            return std::unexpected(done.error());
        return summary(*id);
    });
}

Result<ScenarioSummary> ScenarioStore::createDraft(const core::Scenario &scenario)
{
    if (auto valid = core::validate(scenario); !valid)
        return std::unexpected(valid.error());
    return m_database.transaction([&]() -> Result<ScenarioSummary> {
        const auto id = insertScenario(scenario.title);
        if (!id)
            return std::unexpected(id.error());
        if (auto done = putDraft(*id, scenario); !done)
            return std::unexpected(done.error());
        return summary(*id);
    });
}

Result<ScenarioSummary> ScenarioStore::saveDraft(ScenarioId id, const core::Scenario &scenario)
{
    if (auto valid = core::validate(scenario); !valid)
        return std::unexpected(valid.error());
    return change(id, [&](const ScenarioSummary &) -> Result<void> {
        if (auto done = putDraft(id, scenario); !done)
            return done;
        return touch(id, scenario.title);
    });
}

Result<ScenarioSummary> ScenarioStore::discardDraft(ScenarioId id)
{
    return change(id, [&](const ScenarioSummary &before) -> Result<void> {
        if (!before.hasDraft)
            return {};
        if (before.revision == 0)
            return m_database.run("UPDATE scenarios SET removed_ms = ? WHERE id = ?", {qint64(nowMs()), qint64(id)});
        const auto newest = content(kNewest, id, 0, "newest revision");
        if (!newest)
            return std::unexpected(newest.error());
        if (auto done = dropDraft(id); !done)
            return done;
        return touch(id, newest->title);
    });
}

Result<ScenarioSummary> ScenarioStore::save(ScenarioId id, const core::Scenario &scenario)
{
    if (auto valid = core::validate(scenario); !valid)
        return std::unexpected(valid.error());
    return change(id, [&](const ScenarioSummary &before) -> Result<void> {
        if (auto done = dropDraft(id); !done)
            return done;
        const auto newest = content(kNewest, id, 0, "newest revision");
        const bool same = newest && *newest == scenario; // an unreadable one does not keep a good one from being saved
        if (!same)
            if (auto done = appendRevision(id, scenario, before.revision == 0 ? RevisionOrigin::Created : RevisionOrigin::Saved); !done)
                return done;
        return same && !before.hasDraft ? Result<void>() : touch(id, scenario.title);
    });
}

Result<ScenarioSummary> ScenarioStore::rename(ScenarioId id, const std::string &title)
{
    core::Scenario titled;
    titled.title = title;
    if (auto valid = core::validate(titled); !valid)
        return std::unexpected(valid.error());
    return change(id, [&](const ScenarioSummary &before) -> Result<void> {
        if (before.revision > 0) {
            auto newest = content(kNewest, id, 0, "newest revision");
            if (!newest)
                return std::unexpected(newest.error());
            if (std::exchange(newest->title, title) != title)
                if (auto done = appendRevision(id, *newest, RevisionOrigin::Renamed); !done)
                    return done;
        }
        if (before.hasDraft) {
            auto draft = content(kDraft, id, 0, "draft");
            if (!draft)
                return std::unexpected(draft.error());
            draft->title = title;
            if (auto done = putDraft(id, *draft); !done)
                return done;
        }
        return touch(id, title);
    });
}

Result<ScenarioSummary> ScenarioStore::duplicate(ScenarioId id, const std::string &title)
{
    return m_database.transaction([&]() -> Result<ScenarioSummary> {
        auto original = loadHere(id);
        if (!original)
            return std::unexpected(original.error());
        original->scenario.title = title;
        if (auto valid = core::validate(original->scenario); !valid)
            return std::unexpected(valid.error());
        const auto copy = insertScenario(title);
        if (!copy)
            return std::unexpected(copy.error());
        if (auto done = appendRevision(*copy, original->scenario, RevisionOrigin::Duplicated); !done)
            return std::unexpected(done.error());
        return summary(*copy);
    });
}

Result<ScenarioSummary> ScenarioStore::remove(ScenarioId id)
{
    return change(id, [&](const ScenarioSummary &) {
        return m_database.run("UPDATE scenarios SET removed_ms = ? WHERE id = ?", {qint64(nowMs()), qint64(id)});
    });
}

Result<ScenarioSummary> ScenarioStore::undoRemove(ScenarioId id)
{
    return m_database.transaction([&]() -> Result<ScenarioSummary> {
        if (auto done = m_database.run("UPDATE scenarios SET removed_ms = NULL WHERE id = ?", {qint64(id)}); !done)
            return std::unexpected(done.error());
        return summary(id);
    });
}

Result<std::vector<Revision>> ScenarioStore::history(ScenarioId id)
{
    return m_database.snapshot([&]() -> Result<std::vector<Revision>> {
        if (const auto found = present(id); !found)
            return std::unexpected(found.error());
        const auto rows = m_database.rows("SELECT number, saved_ms, title, origin, restored_from FROM revisions WHERE scenario_id = ? ORDER BY number DESC", {qint64(id)});
        if (!rows)
            return std::unexpected(rows.error());
        std::vector<Revision> all;
        for (const Row &row : *rows) {
            const std::string origin = row[3].toString().toStdString();
            const auto known = std::ranges::find(kOrigins, std::string_view(origin), revisionOriginId);
            all.push_back({row[0].toInt(), time(row[1]), row[2].toString().toStdString(), known == kOrigins.end() ? RevisionOrigin::Saved : *known, row[4].toInt()});
        }
        return all;
    });
}

Result<core::Scenario> ScenarioStore::revision(ScenarioId id, int number)
{
    return m_database.snapshot([&]() -> Result<core::Scenario> {
        const auto found = present(id);
        if (!found)
            return std::unexpected(found.error());
        if (number < 1 || number > found->revision)
            return std::unexpected(Error{ErrorCode::NotFound, fmt::format("scenario {} has no revision {}: {} would be accepted", id, number,
                found->revision == 0 ? std::string("it was never saved; only its draft") : fmt::format("1 to {}", found->revision)), {}, "revision", 0});
        return content(kNumbered, id, number, fmt::format("revision {}", number));
    });
}

Result<ScenarioSummary> ScenarioStore::restore(ScenarioId id, int number)
{
    const auto old = revision(id, number); // revisions never change, so this may stand before the transaction
    if (!old)
        return std::unexpected(old.error());
    return change(id, [&](const ScenarioSummary &before) -> Result<void> {
        if (before.hasDraft) {
            const auto draft = content(kDraft, id, 0, "draft");
            if (!draft)
                return std::unexpected(draft.error());
            if (auto done = appendRevision(id, *draft, RevisionOrigin::DraftKept); !done)
                return done;
            if (auto done = dropDraft(id); !done)
                return done;
        }
        if (auto done = appendRevision(id, *old, RevisionOrigin::Restored, number); !done)
            return done;
        return touch(id, old->title);
    });
}

Result<void> ScenarioStore::exportTo(ScenarioId id, const std::filesystem::path &file)
{
    const auto stored = load(id);
    if (!stored)
        return std::unexpected(stored.error());
    return writeScenarioFile(file, stored->scenario);
}

Result<ScenarioSummary> ScenarioStore::importFrom(const std::filesystem::path &file)
{
    const auto scenario = readScenarioFile(file);
    if (!scenario)
        return std::unexpected(scenario.error());
    return create(*scenario, RevisionOrigin::Imported);
}

} // namespace headroom::db
