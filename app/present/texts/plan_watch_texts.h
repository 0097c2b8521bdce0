// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of the card on the Live page that holds a plan against what is measured, in the program's language.
class PlanWatchTexts {
Q_DECLARE_TR_FUNCTIONS(PlanWatchTexts)

public:
    static QString title(const QString &scenario) { return scenario.isEmpty() ? tr("Plan against actual") : tr("Plan against actual: %1").arg(scenario); }
    static QString watch() { return tr("Watch this plan"); }
    static QString watchHelp() { return tr("Binds the open scenario to this source and freezes scenario, plan, catalog and calibration, as a proposal does."); }
    static QString again() { return tr("Bind anew"); }
    static QString unbind() { return tr("Let go"); }
    static QString unbindHelp() { return tr("The plan is no longer held against the source; what was frozen stays in the scenario's history."); }
    static QString source() { return tr("Source"); }
    static QString whatBindingDoes() { return tr("Watch this plan: what is planned now is frozen and held against what the source reports, whatever prices do later."); }
    static QString noPlan() { return tr("The open scenario has no plan that could be watched."); }
    static QString sourceGone(const QString &source) { return tr("%1 is no longer watched: add it again, or bind the plan anew.").arg(source); }
    static QString demo() { return tr("This source is the demo cluster: what it measures is made up."); }
    static QString bound() { return tr("The plan is frozen and watched."); }
    static QString letGo() { return tr("The plan is no longer watched."); }

    static QString figure() { return tr("Figure"); }
    static QString planned() { return tr("Planned"); }
    static QString measured() { return tr("Now"); }
    static QString difference() { return tr("Difference"); }
    static QString gpus() { return tr("GPUs"); }
    static QString requests() { return tr("Requests per second (planned: the peak)"); }
    static QString ttft() { return tr("Time to first token, p95 (now: the slowest engine)"); }
    static QString tpot() { return tr("Time per output token, p95 (now: the slowest engine)"); }
    static QString cost() { return tr("Cost a month"); }
    static QString atTodaysPrices(const QString &money) { return tr("%1 at today's prices").arg(money); }
    static QString same() { return tr("the same"); }
};

} // namespace headroom::present
