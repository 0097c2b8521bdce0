// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/gpu_table_model.h>
#include <present/live/live_history.h>
#include <present/live/live_view.h>
#include <present/live/source_list_model.h>

#include <core/units/result.h>
#include <monitor/values/snapshot.h>
#include <monitor/values/source_config.h>

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace headroom::present {

// What the program watches and what it has seen of it. Takes snapshots all the time, whether or not a page looks; the page
// asks for a view of them. GUI thread.
class LiveViewModel : public QObject {
Q_OBJECT

public:
    // Reads what a person types as a source (monitor's parseSourceAddress).
    using AddressReader = std::function<core::Result<monitor::SourceConfig>(const std::string &text)>;
    using Clock = std::function<std::int64_t()>; // Unix time in ms

    explicit LiveViewModel(AddressReader reader, Clock clock = {}, QObject *parent = nullptr);

    // --- sources
    // Those that are stored; no sourcesEdited().
    void setSources(std::vector<monitor::SourceConfig> sources);
    const std::vector<monitor::SourceConfig> &configs() const { return m_configs; }
    // Adds what a person typed. Empty when done, else one sentence that says what would be accepted.
    QString addSource(const QString &text);
    bool removeSource(const QString &id);
    bool watchesDemo() const;
    void startDemo();
    void stopDemo();
    bool isDemo() const;   // some of what is shown is made up

    // --- what comes in
    void take(const headroom::monitor::Snapshot &snapshot);
    // changed() now instead of in a moment.
    void flush();

    // --- what is shown
    SourceListModel &sources() { return m_sources; }
    GpuTableModel &gpus() { return m_gpus; }
    LiveView view(const LiveSelection &selection) const;
    const std::map<std::string, LiveHistory> &histories() const { return m_histories; }
    // Words are read again after a change of language.
    void retranslate();
    // Ages move on even if nothing comes in.
    void tick();

signals:
    void sourcesEdited(const std::vector<headroom::monitor::SourceConfig> &sources);  // by a person: poll and store these
    void changed();   // at most ten times a second

private:
    void publish(bool edited);
    void refreshGpus();

    AddressReader m_reader;
    Clock m_clock;
    std::vector<monitor::SourceConfig> m_configs;
    std::map<std::string, LiveHistory> m_histories; // by source
    SourceListModel m_sources;
    GpuTableModel m_gpus;
    QTimer m_coalesce;
};

} // namespace headroom::present
