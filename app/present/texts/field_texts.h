// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <present/session/scenario_fields.h>
#include <present/session/scenario_session.h>

#include <QCoreApplication>
#include <QString>
#include <QVariant>

namespace headroom::present {

// The words of a scenario's fields, in the program's language. An id that is not in the table comes back as it is.
class FieldTexts {
Q_DECLARE_TR_FUNCTIONS(FieldTexts)

public:
    static QString label(const QString &field);      // "Users"
    static QString help(const QString &field);       // one sentence: what it is and what it does to the plan
    static QString unit(const QString &field);       // behind the number in its editor: "%", "/s", "tokens"; may be empty
    static QString notGiven(const QString &field);   // what an empty optional field or list means: "no limit", "any"
    static QString group(FieldGroup group);          // "Demand"
    static QString groupHint(FieldGroup group);      // the question that a group of the wizard asks

    static QString groupSummary(FieldGroup group, const ScenarioSession &session); // of a closed group: "10,000 users · 75/s"

    static QString valueText(const QString &field, const QVariant &value, const core::Catalog &catalog);
    static QString changeText(const QString &field, const QVariant &before, const QVariant &after, const core::Catalog &catalog); // of undo

    static QString peakNote(const PeakTie &tie);     // "follows from the users: 75/s" or "set by hand; the users would give 75/s"
    static QString peakFormula(const core::DemandInputs &demand, const PeakTie &tie); // "10,000 × 45 % × 24/h ÷ 3,600 × 2.5 = 75/s"
};

} // namespace headroom::present
