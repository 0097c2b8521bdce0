// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <db/store/store_thread.h>
#include <present/session/scenario_shelf.h>

#include <QHash>
#include <QObject>

namespace headroom::app {

// The scenario store behind the pages' shelf: remembers who asked, and hands each answer of the store's thread to them.
class StoreShelf : public QObject, public present::ScenarioShelf {
Q_OBJECT

public:
    explicit StoreShelf(db::StoreThread &store, QObject *parent = nullptr); // `store` outlives the shelf

    void list(bool removed, Done<std::vector<db::ScenarioSummary>> done) override;
    void load(db::ScenarioId id, Done<db::StoredScenario> done) override;
    void createDraft(const core::Scenario &scenario, SummaryDone done) override;
    void save(db::ScenarioId id, const core::Scenario &scenario, SummaryDone done) override;
    void saveDraft(db::ScenarioId id, const core::Scenario &scenario, SummaryDone done) override;
    void rename(db::ScenarioId id, const std::string &title, SummaryDone done) override;
    void duplicate(db::ScenarioId id, const std::string &title, SummaryDone done) override;
    void remove(db::ScenarioId id, SummaryDone done) override;
    void undoRemove(db::ScenarioId id, SummaryDone done) override;
    void history(db::ScenarioId id, Done<std::vector<db::Revision>> done) override;
    void restore(db::ScenarioId id, int revision, SummaryDone done) override;
    void baselines(db::ScenarioId id, Done<std::vector<db::Baseline>> done) override;
    void freeze(const db::Baseline &baseline, Done<std::vector<db::Baseline>> done) override;

private:
    template<class T>
    void answer(QHash<db::RequestId, Done<T>> &waiting, db::RequestId request, const core::Result<T> &result);

    db::StoreThread &m_store;
    QHash<db::RequestId, Done<std::vector<db::ScenarioSummary>>> m_lists;
    QHash<db::RequestId, Done<db::StoredScenario>> m_loads;
    QHash<db::RequestId, SummaryDone> m_changes;
    QHash<db::RequestId, Done<std::vector<db::Revision>>> m_histories;
    QHash<db::RequestId, Done<std::vector<db::Baseline>>> m_baselines;
};

} // namespace headroom::app
