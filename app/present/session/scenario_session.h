// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/plan/plan_answer.h>
#include <present/plan/plan_worker.h>

#include <core/planning/scenario.h>
#include <db/values/scenario_record.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUndoStack>
#include <QVariant>

#include <memory>

namespace headroom::present {

enum class DocumentState {
    New,      // never saved
    Edited,   // differs from its newest revision
    Saved,    // is its newest revision
};

// Where the peak comes from: it follows from the users, or a person set it.
struct PeakTie {
    bool tied = true;
    double peakRps = 0;          // that counts, requests/s
    double fromUsersRps = 0;     // users x adoption x requests x peak factor, whatever counts
    double peakFactor = 1;

    bool operator==(const PeakTie &) const = default;
};

// The document that is open: a scenario with its undo stack, where it stands in the store, and the newest answer to it.
// Every edit asks for a plan; while edits pour in (a drag) plans are asked for at the pace at which they come back, so that
// the picture keeps moving, and the last edit is always planned. GUI thread.
class ScenarioSession : public QObject {
Q_OBJECT

public:
    // `worker` outlives the session.
    ScenarioSession(std::shared_ptr<const core::Catalog> catalog, PlanWorker &worker, QObject *parent = nullptr);

    ~ScenarioSession() override;

    const core::Scenario &scenario() const { return m_scenario; }
    const std::shared_ptr<const core::Catalog> &catalog() const { return m_catalog; }
    void setCatalog(std::shared_ptr<const core::Catalog> catalog);   // plans anew

    // --- the document
    void open(const db::StoredScenario &stored);        // forgets the undo history
    void openNew(const core::Scenario &scenario);       // not in the store yet: id 0
    void adopt(const db::ScenarioSummary &summary);     // the store gave the open document its place, saved it or renamed it
    db::ScenarioId documentId() const { return m_summary.id; }
    int revision() const { return m_summary.revision; } // 0: never saved
    DocumentState state() const;
    QString title() const;

    // --- editing
    QVariant value(const QString &field) const;
    // False, and nothing changed, where the field does not take the value. Setting what stands there is no edit.
    bool setValue(const QString &field, const QVariant &value);
    // Ends a gesture (a slider let go, a field left): the next edit of the same field is one of its own to undo.
    void endGesture();
    void replace(const core::Scenario &scenario, const QString &undoText);  // as one edit
    QUndoStack &undoStack() { return m_undo; }

    PeakTie peak() const;
    void tiePeak();                                      // the peak follows from the users again

    // --- the plan
    PlanAnswerPtr answer() const { return m_answer; }    // newest; nullptr before the first one came
    bool isSettled() const { return !isPlanning() && m_answer && m_answer->isFinal; }   // nothing more comes by itself
    bool isPlanning() const { return m_asked != (m_answer ? m_answer->generation : 0); }

signals:
    void opened();             // another document: what was shown of the last one is void
    void scenarioChanged();
    void documentChanged();    // title, revision or state
    void planChanged();        // answer() is new
    void planningChanged();    // isPlanning()
    void catalogChanged();

private:
    void apply(const core::Scenario &scenario);
    void push(const QString &field, const core::Scenario &after, const QString &text);
    void reset(const core::Scenario &scenario);
    void noteUndoIndex(int index);
    void schedulePlan();
    void askForPlan();
    void takeAnswer(const PlanAnswerPtr &answer);

    std::shared_ptr<const core::Catalog> m_catalog;
    PlanWorker &m_worker;
    core::Scenario m_scenario;
    db::ScenarioSummary m_summary;
    bool m_openedWithDraft = false;
    QUndoStack m_undo;
    quint64 m_gesture = 1;
    QTimer m_gestureEnd;       // a pause ends a gesture too: typing has no release
    quint64 m_edit = 1;        // a drag is one edit; undoing one is another
    quint64 m_firstEdit = 0;   // of the document
    int m_undoIndex = 0;
    bool m_pushing = false;
    PlanAnswerPtr m_answer;
    quint64 m_asked = 0;
    QTimer m_pace;
    QElapsedTimer m_sinceAsked;
};

} // namespace headroom::present
