// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <db/values/scenario_record.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace headroom::db {

inline constexpr std::chrono::milliseconds kAutosaveDelay{500};    // after the last edit
inline constexpr std::chrono::milliseconds kAutosavePatience{5000}; // who never stops editing is saved this often

// Waits for a pause in the edits, then says due() once with the newest. On the thread it lives on; connect due() to
// StoreThread::saveDraft().
class Autosave : public QObject {
Q_OBJECT

public:
    explicit Autosave(QObject *parent = nullptr, std::chrono::milliseconds delay = kAutosaveDelay, std::chrono::milliseconds patience = kAutosavePatience);

    void edit(ScenarioId id, const core::Scenario &scenario);   // an edit of another scenario first flushes the one that waits
    void flush();    // due() at once if an edit waits: before closing, opening another scenario, saving a revision
    void cancel();   // forgets the edit that waits: it was saved or discarded
    bool isPending() const { return m_pending.has_value(); }

signals:
    void due(headroom::db::ScenarioId id, const headroom::core::Scenario &scenario);

private:
    QTimer m_timer;
    QElapsedTimer m_sinceFirst;
    std::chrono::milliseconds m_delay;
    std::chrono::milliseconds m_patience;
    std::optional<core::Scenario> m_pending;
    ScenarioId m_id = 0;
};

} // namespace headroom::db
