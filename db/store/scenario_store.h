// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <db/values/scenario_record.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace headroom::db {

class Database;

// Scenarios with every revision and one draft each. Made by Store; on its thread. Every change is one transaction that is on
// disk when the call returns. Errors besides those of the database: NotFound (with what is there), BadValue (a scenario out of
// range is not stored), Damaged (stored content that is no scenario).
class ScenarioStore {
public:
    ScenarioStore(Database &database, std::function<Timestamp()> now);

    // Last edited first. `removed`: the bin instead.
    core::Result<std::vector<ScenarioSummary>> list(bool removed = false);
    core::Result<StoredScenario> load(ScenarioId id);

    core::Result<ScenarioSummary> create(const core::Scenario &scenario, RevisionOrigin origin = RevisionOrigin::Created);
    core::Result<ScenarioSummary> createDraft(const core::Scenario &scenario);   // revision 0 until it is saved

    core::Result<ScenarioSummary> saveDraft(ScenarioId id, const core::Scenario &scenario);
    // Back to the newest revision. One that was never saved goes to the bin, draft and all.
    core::Result<ScenarioSummary> discardDraft(ScenarioId id);
    // A new revision, without the draft. Content equal to the newest revision makes no new one.
    core::Result<ScenarioSummary> save(ScenarioId id, const core::Scenario &scenario);

    // A new revision with another title; a draft keeps its edits under the new title.
    core::Result<ScenarioSummary> rename(ScenarioId id, const std::string &title);
    core::Result<ScenarioSummary> duplicate(ScenarioId id, const std::string &title);
    core::Result<ScenarioSummary> remove(ScenarioId id);       // to the bin
    core::Result<ScenarioSummary> undoRemove(ScenarioId id);

    core::Result<std::vector<Revision>> history(ScenarioId id);   // newest first
    core::Result<core::Scenario> revision(ScenarioId id, int number);
    // The old content as a new revision. A draft is kept as a revision before it, so nothing is lost.
    core::Result<ScenarioSummary> restore(ScenarioId id, int number);

    // SCENARIO.json; the file is replaced as a whole or not at all. Errors: Unwritable; NotFound, Unreadable, TooLarge, and
    // those of scenarioFromJson, with the file.
    core::Result<void> exportTo(ScenarioId id, const std::filesystem::path &file);
    core::Result<ScenarioSummary> importFrom(const std::filesystem::path &file);

private:
    // Inside a transaction.
    core::Result<ScenarioSummary> summary(ScenarioId id);
    core::Result<ScenarioSummary> present(ScenarioId id);   // NotFound also for removed ones
    core::Result<core::Scenario> content(const char *sql, ScenarioId id, int number, const std::string &what);
    core::Result<StoredScenario> loadHere(ScenarioId id);
    core::Result<ScenarioId> insertScenario(const std::string &title);
    core::Result<void> appendRevision(ScenarioId id, const core::Scenario &scenario, RevisionOrigin origin, int restoredFrom = 0);
    core::Result<void> putDraft(ScenarioId id, const core::Scenario &scenario);
    core::Result<void> dropDraft(ScenarioId id);
    core::Result<void> touch(ScenarioId id, const std::string &title);
    template<class Change>
    core::Result<ScenarioSummary> change(ScenarioId id, Change work);
    std::int64_t nowMs() const;

    Database &m_database;
    std::function<Timestamp()> m_now;
};

} // namespace headroom::db
