// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/alert.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of alert rules: their list, the dialog of one, silence.
class RuleTexts {
Q_DECLARE_TR_FUNCTIONS(RuleTexts)

public:
    static QString title() { return tr("Alert rules"); }
    static QString rule() { return tr("Rule"); }
    static QString when() { return tr("Fires"); }
    static QString severity() { return tr("Severity"); }
    static QString state() { return tr("State"); }
    static QString stateWord(bool enabled, bool own, bool changed);
    static QString summary(int on, int off) { return tr("%1 on, %2 off", "rules").arg(on).arg(off); }
    static QString none() { return tr("There is no rule: nothing is told."); }
    static QString add() { return tr("Add rule…"); }
    static QString edit() { return tr("Change…", "an alert rule"); }
    static QString switchOn() { return tr("Switch on"); }
    static QString switchOff() { return tr("Switch off"); }
    static QString remove() { return tr("Remove"); }
    static QString reset() { return tr("Reset to shipped"); }
    static QString resetAll() { return tr("Reset all"); }
    static QString resetAllHelp() { return tr("Every shipped rule as it came; your own rules stay."); }

    static QString above(const QString &value) { return tr("above %1").arg(value); }
    static QString below(const QString &value) { return tr("below %1").arg(value); }
    static QString forTime(const QString &condition, const QString &time) { return tr("%1 for %2", "condition, time").arg(condition, time); }
    static QString until(const QString &condition, const QString &value, bool above);
    static QString growing(const QString &condition, const QString &time) { return tr("%1 and growing over %2", "condition, time").arg(condition, time); }
    static QString gone(const QString &time) { return tr("not published for %1").arg(time); }
    static QString failed(const QString &time) { return tr("no answer for %1").arg(time); }
    static QString happens(const QString &time) { return tr("when it happens; told for %1").arg(time); }
    static QString withUnit(const QString &figure, const QString &unit) { return unit.isEmpty() ? figure : QStringLiteral("%1 %2").arg(figure, unit); }
    static QString minutes(double seconds);

    static QString newTitle() { return tr("New alert rule"); }
    static QString editTitle() { return tr("Alert rule"); }
    static QString name() { return tr("Name"); }
    static QString quantity() { return tr("What is watched"); }
    static QString side() { return tr("Fires"); }
    static QString sideAbove() { return tr("above"); }
    static QString sideBelow() { return tr("below"); }
    static QString threshold() { return tr("Threshold"); }
    static QString clear() { return tr("Over at"); }
    static QString clearHint() { return tr("empty: at the threshold"); }
    static QString duration() { return tr("For so many minutes"); }
    static QString told() { return tr("Told for so many minutes"); }
    static QString enabled() { return tr("Switched on"); }
    static QString quantityName(const QString &id);
    static QString badName() { return tr("A name of 1 to 200 characters would be accepted."); }
    static QString badNumber() { return tr("A number would be accepted, as 85 or 0.5."); }
    static QString badClear(bool above) { return above ? tr("A value not above the threshold would be accepted.") : tr("A value not below the threshold would be accepted."); }
    static QString badMinutes() { return tr("0 to 86,400 minutes would be accepted."); }

    static QString silence() { return tr("Silence…"); }
    static QString silenceTitle() { return tr("Silence the alert"); }
    static QString silenceFor() { return tr("For"); }
    static QString hours(int hours) { return hours < 48 ? tr("%n h", "hours", hours) : tr("%n d", "days", hours / 24); }
    static QString own() { return tr("other", "length of time"); }
    static QString ownHours() { return tr("Hours"); }
    static QString notAtAll() { return tr("no longer"); }
    static QString comment() { return tr("Comment"); }
    static QString commentHint() { return tr("why, for those who see it later"); }
    static QString badHours() { return tr("0.1 to 8,760 hours would be accepted."); }
    static QString silencedUntil(const QString &state, const QString &moment) { return tr("%1, silenced until %2", "state, moment").arg(state, moment); }
};

} // namespace headroom::present
