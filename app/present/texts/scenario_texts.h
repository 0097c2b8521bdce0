// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/baseline_review.h>
#include <db/values/baseline_record.h>
#include <db/values/scenario_record.h>
#include <present/session/scenario_session.h>

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace headroom::present {

// Words about scenarios as documents, in the program's language.
class ScenarioTexts {
Q_DECLARE_TR_FUNCTIONS(ScenarioTexts)

public:
    static QString pageTitle() { return tr("Scenarios"); }
    static QString open() { return tr("Open"); }
    static QString create() { return tr("New"); }
    static QString duplicate() { return tr("Duplicate"); }
    static QString rename() { return tr("Rename"); }
    static QString remove() { return tr("Delete"); }
    static QString undo() { return tr("Undo"); }
    static QString close() { return tr("Close"); }
    static QString restore() { return tr("Restore this revision"); }
    static QString revisionsTitle(const QString &title) { return tr("Revisions of %1").arg(title); }
    static QString removed(const QString &title) { return tr("“%1” was deleted.").arg(title); }
    static QString restored(int revision) { return tr("Revision %1 is restored as a new one.").arg(revision); }
    static QString saved(int revision) { return tr("Saved as revision %1.").arg(revision); }
    static QString copyTitle(const QString &title) { return tr("%1 (copy)", "title of a duplicate").arg(title); }
    static QString newTitle() { return tr("New scenario"); }
    static QString emptyTitle() { return tr("No scenario yet"); }
    static QString emptyBody() { return tr("A scenario is what you plan: demand, model, hardware and money. Every saved state is kept."); }

    // What was approved, and what the approved fleet and today's best come to; without a review the first half.
    static QString approval(const db::Baseline &baseline, const std::optional<core::BaselineReview> &review);
    static QString state(const db::ScenarioSummary &scenario);                // "revision 3 · edited"
    static QString documentState(const ScenarioSession &session);             // "revision 12 · saved"
    static QString origin(const db::Revision &revision);                      // "restored from 3"
    static QString listColumn(int column);
    static QString revisionColumn(int column);
};

} // namespace headroom::present
