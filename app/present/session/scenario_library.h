// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/session/baseline_reviewer.h>
#include <present/session/revision_list_model.h>
#include <present/session/scenario_list_model.h>
#include <present/session/scenario_session.h>
#include <present/session/scenario_shelf.h>

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace headroom::present {

// What a person does with scenarios as documents: the list, opening, saving, and the way back from each. Edits of the open
// document are never lost on the way: its draft reaches the shelf before another one is opened. GUI thread.
class ScenarioLibrary : public QObject {
Q_OBJECT

public:
    // Both outlive the library.
    ScenarioLibrary(ScenarioShelf &shelf, ScenarioSession &session, QObject *parent = nullptr);
    ~ScenarioLibrary() override;

    ScenarioListModel &scenarios() { return m_scenarios; }
    RevisionListModel &revisions() { return m_revisions; }
    ScenarioSession &session() { return m_session; }

    void refresh();
    void open(db::ScenarioId id);
    void createNew(const core::Scenario &scenario);   // as a draft, opened at once
    void save();                                      // the open document, as a new revision
    void duplicate(db::ScenarioId id);                // and opens the copy
    void rename(db::ScenarioId id, const QString &title);
    void remove(db::ScenarioId id);                   // if it is open, the next one opens
    void undoRemove();                                // the last one removed
    bool canUndoRemove() const { return m_removed.id != 0; }
    void showHistory(db::ScenarioId id);
    void restore(int revision);                       // of the history shown
    void freeze(const db::Baseline &baseline);        // what was approved; the history shown follows
    // What of the scenario whose history is shown was approved, and what that comes to today; empty without one.
    QString approval() const { return m_approval; }
    void setCatalog(std::shared_ptr<const core::Catalog> catalog);

    void retranslate();

signals:
    void documentOpened();
    void saved(int revision);
    void removed(const QString &title);
    void restored(int revision);
    void approvalChanged();
    void failed(const headroom::core::Error &error);

private:
    template<class T, class Then>
    ScenarioShelf::Done<T> then(Then work);
    void keepDraft();
    void load(db::ScenarioId id);
    void showBaselines(const std::vector<db::Baseline> &baselines);
    void sayApproval();

    ScenarioShelf &m_shelf;
    ScenarioSession &m_session;
    ScenarioListModel m_scenarios;
    RevisionListModel m_revisions;
    db::ScenarioSummary m_removed;
    BaselineReviewer m_reviewer;
    std::vector<db::Baseline> m_baselines;   // of the history shown
    std::optional<core::BaselineReview> m_review;   // of the newest
    QString m_approval;
    std::shared_ptr<bool> m_alive;   // answers may come after the library is gone
};

} // namespace headroom::present
