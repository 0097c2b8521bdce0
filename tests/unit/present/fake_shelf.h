// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/session/scenario_shelf.h>

#include <QTimer>

#include <map>
#include <memory>
#include <optional>

namespace headroom::test {

// A store in memory with the real one's manners: answers come later, in order; what is removed can come back.
class FakeShelf : public present::ScenarioShelf {
public:
    struct Kept {
        db::ScenarioSummary summary;
        std::vector<std::pair<db::Revision, core::Scenario>> revisions;
        std::optional<core::Scenario> draft;
    };
    std::map<db::ScenarioId, Kept> kept;
    std::map<db::ScenarioId, std::vector<db::Baseline>> frozen;
    std::vector<std::string> calls;
    std::optional<core::Error> failure;      // of the next call

    bool isIdle() const { return m_pending == 0; }

    db::ScenarioId put(const core::Scenario &scenario)
    {
        const db::ScenarioId id = ++m_last;
        Kept made;
        made.summary.id = id;
        kept[id] = made;
        addRevision(id, scenario, db::RevisionOrigin::Created);
        return id;
    }

    void list(bool removed, Done<std::vector<db::ScenarioSummary>> done) override
    {
        answer<std::vector<db::ScenarioSummary>>("list", done, [this, removed] {
            std::vector<db::ScenarioSummary> all;
            for (const auto &[id, one] : kept)
                if (one.summary.removed == removed)
                    all.push_back(one.summary);
            return all;
        });
    }
    void load(db::ScenarioId id, Done<db::StoredScenario> done) override
    {
        answer<db::StoredScenario>("load", done, [this, id] { return db::StoredScenario{kept.at(id).summary, kept.at(id).draft.value_or(kept.at(id).revisions.empty() ? core::Scenario() : kept.at(id).revisions.back().second)}; });
    }
    void createDraft(const core::Scenario &scenario, SummaryDone done) override
    {
        answer<db::ScenarioSummary>("createDraft", done, [this, scenario] {
            const db::ScenarioId id = ++m_last;
            Kept made;
            made.summary = {id, scenario.title, 0, {}, true, false};
            made.draft = scenario;
            kept[id] = made;
            return made.summary;
        });
    }
    void save(db::ScenarioId id, const core::Scenario &scenario, SummaryDone done) override
    {
        answer<db::ScenarioSummary>("save", done, [this, id, scenario] { return addRevision(id, scenario, db::RevisionOrigin::Saved); });
    }
    void saveDraft(db::ScenarioId id, const core::Scenario &scenario, SummaryDone done) override
    {
        answer<db::ScenarioSummary>("saveDraft", done, [this, id, scenario] {
            kept.at(id).draft = scenario;
            kept.at(id).summary.title = scenario.title;
            kept.at(id).summary.hasDraft = true;
            return kept.at(id).summary;
        });
    }
    void rename(db::ScenarioId id, const std::string &title, SummaryDone done) override
    {
        answer<db::ScenarioSummary>("rename", done, [this, id, title] {
            core::Scenario scenario = kept.at(id).revisions.back().second;
            scenario.title = title;
            return addRevision(id, scenario, db::RevisionOrigin::Renamed);
        });
    }
    void duplicate(db::ScenarioId id, const std::string &title, SummaryDone done) override
    {
        answer<db::ScenarioSummary>("duplicate", done, [this, id, title] {
            core::Scenario scenario = kept.at(id).draft.value_or(kept.at(id).revisions.back().second);
            scenario.title = title;
            return kept.at(put(scenario)).summary;
        });
    }
    void remove(db::ScenarioId id, SummaryDone done) override { answerRemoved("remove", id, true, done); }
    void undoRemove(db::ScenarioId id, SummaryDone done) override { answerRemoved("undoRemove", id, false, done); }
    void history(db::ScenarioId id, Done<std::vector<db::Revision>> done) override
    {
        answer<std::vector<db::Revision>>("history", done, [this, id] {
            std::vector<db::Revision> all;
            for (const auto &[revision, scenario] : kept.at(id).revisions)
                all.insert(all.begin(), revision);
            return all;
        });
    }
    void baselines(db::ScenarioId id, Done<std::vector<db::Baseline>> done) override
    {
        answer<std::vector<db::Baseline>>("baselines", done, [this, id] { return frozen[id]; });
    }
    void freeze(const db::Baseline &baseline, Done<std::vector<db::Baseline>> done) override
    {
        answer<std::vector<db::Baseline>>("freeze", done, [this, baseline] {
            auto &all = frozen[baseline.scenarioId];
            all.insert(all.begin(), baseline);
            all.front().id = static_cast<std::int64_t>(all.size());
            all.front().revision = kept.at(baseline.scenarioId).summary.revision;
            return all;
        });
    }
    void restore(db::ScenarioId id, int revision, SummaryDone done) override
    {
        answer<db::ScenarioSummary>("restore", done, [this, id, revision] {
            const core::Scenario old = kept.at(id).revisions.at(static_cast<std::size_t>(revision - 1)).second;
            return addRevision(id, old, db::RevisionOrigin::Restored, revision);
        });
    }

private:
    template<class T, class Work>
    void answer(const char *call, Done<T> done, Work work)
    {
        calls.push_back(call);
        const std::optional<core::Error> fails = std::exchange(failure, {});
        ++m_pending;
        QTimer::singleShot(0, &m_answers, [this, done, work, fails] {
            --m_pending;
            done(fails ? core::Result<T>(std::unexpected(*fails)) : core::Result<T>(work()));
        });
    }
    void answerRemoved(const char *call, db::ScenarioId id, bool removed, SummaryDone done)
    {
        answer<db::ScenarioSummary>(call, done, [this, id, removed] {
            kept.at(id).summary.removed = removed;
            return kept.at(id).summary;
        });
    }
    db::ScenarioSummary addRevision(db::ScenarioId id, const core::Scenario &scenario, db::RevisionOrigin origin, int from = 0)
    {
        Kept &one = kept.at(id);
        db::Revision revision;
        revision.number = ++one.summary.revision;
        revision.title = scenario.title;
        revision.origin = origin;
        revision.restoredFrom = from;
        one.revisions.push_back({revision, scenario});
        one.draft.reset();
        one.summary.hasDraft = false;
        one.summary.title = scenario.title;
        return one.summary;
    }

    db::ScenarioId m_last = 0;
    int m_pending = 0;
    QObject m_answers;   // no answer comes after the shelf is gone
};

} // namespace headroom::test
