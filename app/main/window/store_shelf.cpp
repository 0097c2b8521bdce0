// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_shelf.h"

namespace headroom::app {

StoreShelf::StoreShelf(db::StoreThread &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &db::StoreThread::scenariosListed, this,
            [this](db::RequestId request, const std::vector<db::ScenarioSummary> &all) { answer<std::vector<db::ScenarioSummary>>(m_lists, request, all); });
    connect(&store, &db::StoreThread::scenarioLoaded, this,
            [this](db::RequestId request, const db::StoredScenario &scenario) { answer<db::StoredScenario>(m_loads, request, scenario); });
    connect(&store, &db::StoreThread::scenarioChanged, this,
            [this](db::RequestId request, const db::ScenarioSummary &summary) { answer<db::ScenarioSummary>(m_changes, request, summary); });
    connect(&store, &db::StoreThread::historyListed, this,
            [this](db::RequestId request, const std::vector<db::Revision> &revisions) { answer<std::vector<db::Revision>>(m_histories, request, revisions); });
    connect(&store, &db::StoreThread::baselinesListed, this,
            [this](db::RequestId request, const std::vector<db::Baseline> &baselines) { answer<std::vector<db::Baseline>>(m_baselines, request, baselines); });
    connect(&store, &db::StoreThread::failed, this, [this](db::RequestId request, const core::Error &error) {
        answer<std::vector<db::ScenarioSummary>>(m_lists, request, std::unexpected(error));
        answer<db::StoredScenario>(m_loads, request, std::unexpected(error));
        answer<db::ScenarioSummary>(m_changes, request, std::unexpected(error));
        answer<std::vector<db::Revision>>(m_histories, request, std::unexpected(error));
        answer<std::vector<db::Baseline>>(m_baselines, request, std::unexpected(error));
    });
}

template<class T>
void StoreShelf::answer(QHash<db::RequestId, Done<T>> &waiting, db::RequestId request, const core::Result<T> &result)
{
    // Taken out first: what is called may ask again.
    if (const Done<T> done = waiting.take(request))
        done(result);
}

void StoreShelf::list(bool removed, Done<std::vector<db::ScenarioSummary>> done)
{
    m_lists.insert(m_store.listScenarios(removed), std::move(done));
}

void StoreShelf::load(db::ScenarioId id, Done<db::StoredScenario> done)
{
    m_loads.insert(m_store.loadScenario(id), std::move(done));
}

void StoreShelf::createDraft(const core::Scenario &scenario, SummaryDone done)
{
    m_changes.insert(m_store.createDraft(scenario), std::move(done));
}

void StoreShelf::save(db::ScenarioId id, const core::Scenario &scenario, SummaryDone done)
{
    m_changes.insert(m_store.saveRevision(id, scenario), std::move(done));
}

void StoreShelf::saveDraft(db::ScenarioId id, const core::Scenario &scenario, SummaryDone done)
{
    m_changes.insert(m_store.saveDraft(id, scenario), std::move(done));
}

void StoreShelf::rename(db::ScenarioId id, const std::string &title, SummaryDone done)
{
    m_changes.insert(m_store.renameScenario(id, title), std::move(done));
}

void StoreShelf::duplicate(db::ScenarioId id, const std::string &title, SummaryDone done)
{
    m_changes.insert(m_store.duplicateScenario(id, title), std::move(done));
}

void StoreShelf::remove(db::ScenarioId id, SummaryDone done)
{
    m_changes.insert(m_store.removeScenario(id), std::move(done));
}

void StoreShelf::undoRemove(db::ScenarioId id, SummaryDone done)
{
    m_changes.insert(m_store.undoRemoveScenario(id), std::move(done));
}

void StoreShelf::history(db::ScenarioId id, Done<std::vector<db::Revision>> done)
{
    m_histories.insert(m_store.listHistory(id), std::move(done));
}

void StoreShelf::baselines(db::ScenarioId id, Done<std::vector<db::Baseline>> done)
{
    m_baselines.insert(m_store.listBaselines(id), std::move(done));
}

void StoreShelf::freeze(const db::Baseline &baseline, Done<std::vector<db::Baseline>> done)
{
    m_baselines.insert(m_store.freezeBaseline(baseline), std::move(done));
}

void StoreShelf::restore(db::ScenarioId id, int revision, SummaryDone done)
{
    m_changes.insert(m_store.restoreRevision(id, revision), std::move(done));
}

} // namespace headroom::app
