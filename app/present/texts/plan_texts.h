// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/plan.h>
#include <present/plan/plan_view.h>
#include <present/session/scenario_fields.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of the Plan page around the figures, in the program's language.
class PlanTexts {
Q_DECLARE_TR_FUNCTIONS(PlanTexts)

public:
    static QString pageTitle() { return tr("Plan"); }
    static QString why() { return tr("Why?"); }
    static QString whySpoken(const QString &tile) { return tr("Why %1: how the figure follows").arg(tile); }
    static QString planning() { return tr("planning …"); }

    // The guide of the first visit.
    static QString guideTitle(int step, int steps) { return tr("Step %1 of %2").arg(step).arg(steps); }
    static QString guideHint() { return tr("The answer on the right moves with every step."); }
    static QString next() { return tr("Next"); }
    static QString back() { return tr("Back"); }
    static QString skip() { return tr("Skip the guide"); }
    static QString finish() { return tr("Done"); }
    static QString showGuide() { return tr("Guide me again"); }

    static QString tied() { return tr("tied", "the peak follows from the users"); }
    static QString peakHint(const QString &formula) { return tr("%1; drag to override", "formula of the peak").arg(formula); }
    static QString tieAgain() { return tr("Follow the users again"); }
    static QString ownValue() { return tr("set by hand"); }
    static QString moreDemand() { return tr("More about demand"); }
    static QString moreHardware() { return tr("More about hardware"); }
    static QString moreMoney() { return tr("More about money"); }
    static QString ownHardware() { return tr("Own hardware"); }
    static QString growth() { return tr("Growth"); }
    static QString layoutHeading() { return tr("Given fleet or layout"); }
    static QString layoutHint() { return tr("Leave a value out and the plan searches for it."); }
    static QString clear() { return tr("Clear"); }
    static QString search() { return tr("Search"); }
    static QString add() { return tr("Add"); }
    static QString remove(const QString &what) { return tr("Remove %1").arg(what); }
    static QString fleetSize() { return tr("Number of GPUs"); }
    static QString rejectedFleet() { return tr("Takes 1 to 100,000 GPUs of one type."); }

    static QString tileTitle(core::Figure figure);
    static QString noPrice() { return tr("no price"); }
    static QString cost(const core::PlanOption &option);          // of a month; "no price" where nobody sells it
    static QString redundancy(int replicas); // "none", "one", "two"
    // What a field takes: "Takes 0 to 1,000,000,000." for a number that was typed.
    static QString rejectedNumber(const ScenarioField &field);
    static QString axisText(const AxisView &axis, double value);   // a number on an axis

    static QString leftOutGpu() { return tr("GPU"); }
    static QString leftOutFormat() { return tr("Format"); }
    static QString leftOutReason() { return tr("Why it is left out"); }
    static QString showLeftOut() { return tr("Show all"); }
    static QString lowerInput() { return tr("input lower"); }
    static QString higherInput() { return tr("input higher"); }
    static QString noMoneyChart() { return tr("Nothing to draw without a price."); }
    static QString noChart() { return tr("Nothing to draw without a plan."); }
};

} // namespace headroom::present
