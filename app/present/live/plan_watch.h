// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <db/values/live_binding.h>
#include <present/live/live_view_model.h>
#include <present/money/text_table_model.h>
#include <present/session/baseline_reviewer.h>
#include <present/session/scenario_session.h>

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace headroom::present {

// What the Live page says of the open scenario as the plan that is watched.
struct PlanWatchView {
    QString title;
    bool bound = false;
    QString source;         // id of the source it is bound to
    bool possible = false;  // it can be bound: there is a plan and a place to store it
    QString lead;           // bound: what was frozen, when, of which catalog and calibration, and what it costs today; else what binding does
    QString remark;         // the source is gone, or what it shows is made up; empty: nothing
    TextTable table;        // figure, as planned, as measured now, difference

    bool operator==(const PlanWatchView &) const = default;
};

// Binds the open scenario to a live source and shows the plan that was frozen then against what the source reports. The store
// carries out what it asks for: bindRequested() and unbindRequested(), answered by setBindings(). GUI thread.
class PlanWatch : public QObject {
Q_OBJECT

public:
    PlanWatch(ScenarioSession &session, LiveViewModel &live, QObject *parent = nullptr); // both outlive it

    void setCatalog(std::shared_ptr<const core::Catalog> catalog);   // the difference to today's plan follows
    void setBindings(std::vector<db::LiveBinding> bindings);
    const db::LiveBinding *binding() const;                          // of the open scenario; nullptr: none

    PlanWatchView view() const;
    void bind(const QString &source);
    void unbind();
    void retranslate() { emit changed(); }

signals:
    void changed();
    void bindRequested(const QString &source);
    void unbindRequested();

private:
    void review();

    ScenarioSession &m_session;
    LiveViewModel &m_live;
    BaselineReviewer m_reviewer;
    std::vector<db::LiveBinding> m_bindings;
    std::optional<core::BaselineReview> m_review;
    std::int64_t m_reviewed = 0;   // the baseline that it is of
};

} // namespace headroom::present
