// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/alert.h>

#include <QCoreApplication>
#include <QString>

#include <string>

namespace headroom::present {

// Words of the Live page's sections beside the overview: serving, energy, health, alerts.
class LiveTableTexts {
Q_DECLARE_TR_FUNCTIONS(LiveTableTexts)

public:
    static QString sectionsLabel() { return tr("Part of the page"); }
    static QString overview() { return tr("Overview"); }
    static QString serving() { return tr("Serving"); }
    static QString energy() { return tr("Energy and cost"); }
    static QString health() { return tr("Health"); }
    static QString alerts() { return tr("Alerts"); }
    static QString alertsFiring(int count) { return tr("Alerts (%1)").arg(count); }

    // Serving
    static QString servingTitle() { return tr("Models and engines"); }
    static QString model() { return tr("Model"); }
    static QString engine() { return tr("Engine"); }
    static QString running() { return tr("Running"); }
    static QString waiting() { return tr("Waiting"); }
    static QString kvCache() { return tr("KV cache"); }
    static QString outputTokens() { return tr("Tokens/s out"); }
    static QString promptTokens() { return tr("Tokens/s in"); }
    static QString prefixHits() { return tr("Prefix hits"); }
    static QString preemptions() { return tr("Preemptions/min"); }
    static QString ttft(const QString &quantile) { return tr("TTFT %1", "p50").arg(quantile); }
    static QString tpot(const QString &quantile) { return tr("TPOT %1", "p50").arg(quantile); }
    static QString endToEnd(const QString &quantile) { return tr("E2E %1", "p50").arg(quantile); }
    static QString allEngines(int count) { return tr("all %n engine(s)", nullptr, count); }
    static QString above(const QString &value) { return tr("> %1", "above the highest bucket").arg(value); }
    static QString noServing() { return tr("No source publishes a serving engine."); }
    static QString servingNote() { return tr("Quantiles of the whole model are the worst of its engines: quantiles cannot be added up."); }

    // Energy
    static QString energyTitle() { return tr("Power and energy by machine"); }
    static QString machine() { return tr("Machine"); }
    static QString gpus() { return tr("GPUs"); }
    static QString powerNow() { return tr("Power now"); }
    static QString energyUsed() { return tr("Energy"); }
    static QString energyCost() { return tr("Cost of energy"); }
    static QString perKwh() { return tr("Price of a kWh"); }
    static QString perGpuHour() { return tr("Price of a GPU-hour"); }
    static QString currency() { return tr("Currency"); }
    static QString badPrice() { return tr("A price of 0 or more with at most six decimals would be accepted, as 0.12."); }
    static QString energySummary(const QString &energy, const QString &cost, const QString &span) { return tr("%1 in %3, %2", "energy, cost, stretch of time").arg(energy, cost, span); }
    static QString energySummaryWithoutPrice(const QString &energy, const QString &span) { return tr("%1 in %2; give the price of a kWh to see its cost.", "energy, stretch of time").arg(energy, span); }
    static QString noPower() { return tr("No source publishes the power of GPUs."); }
    static QString idleTitle() { return tr("Idle GPUs"); }
    static QString idleShare() { return tr("Idle share"); }
    static QString idleHours() { return tr("Idle hours"); }
    static QString idleCost() { return tr("Cost of idling"); }
    static QString memoryHeld() { return tr("Memory held"); }
    static QString noIdle() { return tr("No GPU was idle for more than half of this stretch of time."); }
    static QString idleSummary(int count, const QString &hours, const QString &cost) { return tr("%n GPU(s) idle, %1 in all, %2", nullptr, count).arg(hours, cost); }
    static QString idleSummaryWithoutPrice(int count, const QString &hours) { return tr("%n GPU(s) idle, %1 in all; give the price of a GPU-hour to see what it costs.", nullptr, count).arg(hours); }
    static QString idleNote() { return tr("Idle: less than 5 % utilization."); }
    static QString total() { return tr("All machines"); }
    static QString kwh(double joules);
    static QString hours(double hours);
    static QString span(double seconds);

    // Health
    static QString healthTitle() { return tr("What is the matter with GPUs"); }
    static QString problem() { return tr("Problem"); }
    static QString meaning() { return tr("Meaning"); }
    static QString advice() { return tr("What to do"); }
    static QString healthy(int gpus) { return tr("Nothing is reported of %n GPU(s).", nullptr, gpus); }
    static QString noHealth() { return tr("No source publishes errors or throttling of GPUs."); }
    static QString problems(int count) { return tr("%n problem(s)", nullptr, count); }
    static QString xid(int code) { return tr("XID %1").arg(code); }
    static QString xidOld(int code) { return tr("XID %1, before we watched").arg(code); }
    static QString unknownXid() { return tr("not in the catalog"); }
    static QString xidAdvice(const std::string &action);
    static QString eccUncorrected(double count) { return tr("%n uncorrected ECC error(s)", nullptr, static_cast<int>(count)); }
    static QString eccUncorrectedMeaning() { return tr("Memory lost data; results may be wrong."); }
    static QString eccCorrected(double count) { return tr("%n corrected ECC error(s)", nullptr, static_cast<int>(count)); }
    static QString eccCorrectedMeaning() { return tr("Memory errors that were corrected; many of them announce worse."); }
    static QString watchIt() { return tr("Watch whether the number grows."); }
    static QString rowRemap() { return tr("Row remapping failed"); }
    static QString rowRemapMeaning() { return tr("A bad memory row could not be replaced."); }
    static QString replaceBoard() { return tr("Take it out of service and ask the vendor for a replacement."); }
    static QString thermal(const QString &share) { return tr("Slowed by heat, %1 of the time").arg(share); }
    static QString thermalMeaning() { return tr("The GPU protects itself and serves less."); }
    static QString thermalAdvice() { return tr("Check air flow, fans and the temperature of the room."); }
    static QString powerCap(const QString &share) { return tr("Held by the power limit, %1 of the time").arg(share); }
    static QString powerCapMeaning() { return tr("Usual under full load on data centre GPUs."); }
    static QString powerCapAdvice() { return tr("Nothing, unless it should be faster: raise the limit."); }
    static QString pcieReplays(double count) { return tr("%n PCIe replay(s)", nullptr, static_cast<int>(count)); }
    static QString pcieMeaning() { return tr("Transfers over PCIe had to be repeated."); }
    static QString pcieAdvice() { return tr("If the number grows: reseat the board or its riser."); }
    static QString nvlink(double count) { return tr("%n NVLink error(s)", nullptr, static_cast<int>(count)); }
    static QString nvlinkMeaning() { return tr("Transfers between GPUs failed or were repeated."); }
    static QString nvlinkAdvice() { return tr("If the number grows: drain the machine and check its links."); }

    // Alerts
    static QString alertsTitle() { return tr("Alerts"); }
    static QString severity() { return tr("Severity"); }
    static QString alert() { return tr("Alert"); }
    static QString about() { return tr("About"); }
    static QString state() { return tr("State"); }
    static QString since() { return tr("Since"); }
    static QString andMore(const QString &alert, int count) { return tr("%1, and %n more", "alert", count).arg(alert); }
    static QString value() { return tr("Value"); }
    static QString noAlerts() { return tr("No alert: nothing that is watched has passed its threshold."); }
    static QString alertSummary(int firing, int pending);
    static QString severityWord(monitor::AlertSeverity severity);
    static QString stateWord(const monitor::Alert &alert);
    static QString ruleTitle(const std::string &ruleId, const std::string &otherwise);
    static QString acknowledge() { return tr("Acknowledge"); }
    static QString exportRules() { return tr("Export for Prometheus"); }
    static QString webhook() { return tr("Webhook"); }
    static QString webhookHint() { return tr("https://host/path, or env:NAME"); }
    static QString webhookHelp() { return tr("Alerts are posted there as Alertmanager does. An address that holds a secret stays in an environment variable: env:NAME."); }
    static QString badWebhook() { return tr("An http or https address, or env: and the name of an environment variable, would be accepted."); }
    static QString notify() { return tr("Tell alerts on the desktop"); }
    static QString firedTitle(const QString &rule) { return tr("Alert: %1").arg(rule); }
    static QString resolvedTitle(const QString &rule) { return tr("Over: %1").arg(rule); }

    // Time
    static QString followLive() { return tr("Live"); }
    static QString followHelp() { return tr("Follow what comes in; L on the keyboard"); }
    static QString earlier() { return tr("Earlier"); }
    static QString later() { return tr("Later"); }
    static QString exportCsv() { return tr("Save figures (CSV)"); }
    static QString exportPng() { return tr("Save picture (PNG)"); }
    static QString exportLabel() { return tr("Export"); }
    static QString csvFilter() { return tr("Table (*.csv)"); }
    static QString yamlFilter() { return tr("Prometheus rules (*.yaml)"); }
    static QString shownRange(double from, double to);
    static QString chartHelp() { return tr("Arrow keys read values, + and - zoom, Page Up and Page Down move in time, L follows live. With the mouse: drag, or turn the wheel with Ctrl held."); }
};

} // namespace headroom::present
