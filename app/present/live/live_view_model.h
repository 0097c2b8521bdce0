// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/gpu_table_model.h>
#include <present/live/live_facts.h>
#include <present/live/live_history.h>
#include <present/live/live_view.h>
#include <present/live/past.h>
#include <present/live/source_draft.h>
#include <present/live/source_list_model.h>

#include <core/units/result.h>
#include <monitor/values/snapshot.h>
#include <monitor/values/source_config.h>

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
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
    // The same from the dialog, or a change of how a source is reached. Nothing when done.
    std::optional<DraftProblem> putSource(const SourceDraft &draft);
    bool removeSource(const QString &id);
    // What is known of the secrets that sources name.
    void setSecrets(const monitor::SecretsState &secrets);
    const monitor::SecretsState &secrets() const { return m_secrets; }
    // Sources whose secret is not there.
    std::vector<const monitor::SourceConfig *> sourcesWithoutSecret() const;
    bool watchesDemo() const;
    void startDemo();
    void stopDemo();
    bool isDemo() const;   // some of what is shown is made up

    // --- what comes in
    void take(const headroom::monitor::Snapshot &snapshot);
    // changed() now instead of in a moment.
    void flush();

    // --- what is known besides
    void setFacts(LiveFacts facts);
    const LiveFacts &facts() const { return m_facts; }
    void setAlerts(std::vector<LiveAlert> alerts);   // in the order in which they are listed
    const std::vector<LiveAlert> &alerts() const { return m_alerts; }
    // Where there is a store: what lies further back than memory is asked for there.
    void setPastReader(PastReader reader) { m_past = std::move(reader); }
    // Takes the last hour of the store into memory, so that a restart leaves no more than the gap it made.
    void recall();

    // --- what is shown
    // To be called before view(): asks the store where memory does not go back far enough; changed() follows.
    void look(const LiveSelection &selection);
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
    void changed();   // at most ten times a second, of a large fleet once
    void secretEntered(const headroom::monitor::SecretEntry &entry);   // before the source that needs it is polled
    void secretForgotten(const QString &name);

private:
    struct Stretch {
        double from = 0;
        double to = 0;
    };

    core::Result<AppliedDraft> readSource(const QString &text, SourceDraft draft) const;
    QString alreadyThere(const monitor::SourceConfig &config) const;
    void publish(bool edited);
    void refreshGpus();
    Stretch stretchOf(const LiveSelection &selection) const;
    bool memoryCovers(double from) const;
    const std::map<std::string, LiveHistory> &shownHistories(const LiveSelection &selection) const;
    std::vector<LiveEvent> eventsIn(double from, double to) const;
    void ask(const PastQuestion &question);

    AddressReader m_reader;
    Clock m_clock;
    std::vector<monitor::SourceConfig> m_configs;
    std::map<std::string, LiveHistory> m_histories; // by source
    std::map<std::string, monitor::Snapshot> m_latest; // the last good answer of each source that answers
    monitor::SecretsState m_secrets;
    LiveFacts m_facts;
    std::vector<LiveAlert> m_alerts;
    PastReader m_past;
    std::optional<PastAnswer> m_answer;             // the last one of the store
    bool m_asking = false;
    double m_knownFrom = 0;                         // memory goes back to here at most; Unix seconds
    SourceListModel m_sources;
    GpuTableModel m_gpus;
    QTimer m_coalesce;
};

} // namespace headroom::present
