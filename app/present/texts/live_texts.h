// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_view.h>

#include <monitor/values/snapshot.h>
#include <monitor/values/source_config.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of the Live page, in the program's language.
class LiveTexts {
Q_DECLARE_TR_FUNCTIONS(LiveTexts)

public:
    static QString pageTitle() { return tr("Live"); }
    static QString demoData() { return tr("Demo data"); }
    static QString demoExplanation() { return tr("These figures are made up by the built-in demo cluster. They come from no real machine."); }

    // Sources
    static QString sourcesTitle() { return tr("Sources"); }
    static QString addressLabel() { return tr("Address of a source"); }
    static QString addressHint() { return tr("http://host:9400/metrics or prometheus+http://host:9090"); }
    static QString addressHelp();
    static QString addSource() { return tr("Add source"); }
    static QString removeSource() { return tr("Remove"); }
    static QString startDemo() { return tr("Watch the demo cluster"); }
    static QString stopDemo() { return tr("Stop the demo"); }
    static QString notASource(const QString &typed);
    static QString emptyAddress();
    static QString alreadyWatched(const QString &name);
    static QString removed(const QString &name) { return tr("%1 is no longer watched.").arg(name); }
    static QString noSourceTitle() { return tr("Nothing is watched yet"); }
    static QString noSourceBody();
    static QString sourceName(const monitor::SourceConfig &config);
    static QString stateWord(int state); // of SourceListModel::StateRole
    static QString failure(monitor::FailureReason reason, int httpStatus, const QString &name);
    static QString sourceDetail(const QString &dialects, bool demo);
    static QString age(double seconds);
    static QString neverAnswered() { return tr("no answer yet"); }
    static QString columnSource() { return tr("Source"); }
    static QString columnState() { return tr("State"); }
    static QString columnDetail() { return tr("What it is"); }
    static QString columnAge() { return tr("Last answer"); }
    static QString failingLead(int failing) { return tr("%n source(s) do not answer.", nullptr, failing); }
    static QString lateLead(int late) { return tr("%n source(s) are late.", nullptr, late); }
    static QString showSources() { return tr("Show sources"); }
    static QString status(int sources, int gpus);

    // Figures
    static QString quantityTitle(LiveQuantity quantity);
    static QString chartTitle(LiveQuantity quantity, const QString &node);
    static QString chartUnits(LiveQuantity quantity);
    static QString valueText(LiveQuantity quantity, double value);  // with its unit; missing where not finite
    static QString axisText(LiveQuantity quantity, double value);
    static QString memoryText(double used, double total);
    static QString missing();
    static QString notPublished() { return tr("Not published by this source."); }
    static QString waitingForFirst() { return tr("Waiting for the first answer."); }
    static QString noValuesInWindow() { return tr("No values in this stretch of time."); }
    static QString moreLines(int count) { return tr("and %n more; choose a machine to see its GPUs", nullptr, count); }
    static QString chartSummary(const QString &title, const QString &low, const QString &high, int lines);

    // Tiles
    static QString tileGpus() { return tr("GPUs"); }
    static QString tileUtilization() { return tr("GPU utilization"); }
    static QString tileRequests() { return tr("Requests"); }
    static QString tileKvCache() { return tr("KV cache"); }
    static QString tileTokens() { return tr("Output tokens"); }
    static QString tilePower() { return tr("Power"); }
    static QString running() { return tr("running"); }
    static QString waitingCount(double count);
    static QString onMachines(int machines) { return tr("on %n machine(s)", nullptr, machines); }
    static QString range(const QString &low, const QString &high) { return tr("%1 to %2").arg(low, high); }
    static QString ofGpus(int with, int all) { return tr("%1 of %2 GPUs publish it").arg(with).arg(all); }
    static QString fullest(const QString &value) { return tr("fullest engine %1").arg(value); }
    static QString engines(int count) { return tr("%n engine(s)", nullptr, count); }
    static QString requestRate(double perSecond);
    static QString powerLimit(const QString &limit) { return tr("limit %1").arg(limit); }
    static QString silent(int count) { return tr("%n GPU(s) gone silent", nullptr, count); }

    // Fleet
    static QString fleetTitle() { return tr("Fleet"); }
    static QString fleetEmpty() { return tr("No source publishes GPUs."); }
    static QString fleetSummary(int machines, int gpus, const QString &quantity);
    static QString cellText(const QString &node, const QString &gpu, const QString &quantity, const QString &value);
    static QString xid(int code) { return tr("XID %1").arg(code); }
    static QString cellXid(const QString &cell, int code) { return tr("%1; error XID %2 appeared").arg(cell).arg(code); }
    static QString cellUse(const QString &cell, const QString &use) { return tr("%1; used by %2", "a GPU's figures, pod and model").arg(cell, use); }
    static QString columnUsedBy() { return tr("Used by"); }
    static QString gpuName(int index, const QString &uuid, const QString &mig);
    static QString engineName(const monitor::Subject &subject);
    static QString allMachines() { return tr("All machines"); }
    static QString machine() { return tr("Machine"); }
    static QString columnNode() { return tr("Machine"); }
    static QString columnGpu() { return tr("GPU"); }
    static QString columnModel() { return tr("Model"); }
    static QString columnUtilization() { return tr("Utilization"); }
    static QString columnLastHour() { return tr("Utilization, last hour"); }
    static QString columnMemory() { return tr("Memory"); }
    static QString tableTitle() { return tr("GPUs now"); }
    static QString colourMeans() { return tr("Colour means"); }
    static QString windowLabel() { return tr("Stretch of time"); }
    static QString window(int minutes) { return minutes < 60 ? tr("%1 min").arg(minutes) : minutes < 1440 ? tr("%1 h").arg(minutes / 60) : tr("%1 d", "days").arg(minutes / 1440); }
};

} // namespace headroom::present
