// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/poller/poll_clock.h>
#include <monitor/sources/source.h>
#include <monitor/values/snapshot.h>
#include <monitor/values/source_config.h>

#include <QObject>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace headroom::monitor {

// Polls every source at its own interval, whether or not anyone looks. Lives on one thread (PollerThread gives it the I/O
// thread); snapshots are handed over whole. A failing source is asked again after its interval, then ever more rarely up to
// a minute (or its interval, if longer), with jitter; it never holds up another one. An overdue answer is told once as Late.
class Poller : public QObject {
Q_OBJECT

public:
    explicit Poller(QObject *parent = nullptr);
    Poller(std::shared_ptr<PollClock> clock, SourceFactory factory, QObject *parent = nullptr);
    ~Poller() override;

public slots:
    // The sources from now on. One whose configuration is unchanged goes on undisturbed; new ones are asked at once.
    void setSources(const std::vector<headroom::monitor::SourceConfig> &sources);
    // Asks this source now, also when it is backing off; nothing if it is already being asked or unknown.
    void pollNow(const std::string &sourceId);

signals:
    void snapshotReady(const headroom::monitor::Snapshot &snapshot);

private:
    struct Entry;

    void start(Entry &entry);
    void schedule(Entry &entry, std::chrono::milliseconds delay);
    void becomeLate(Entry &entry);
    void timeOut(Entry &entry);
    void finish(Entry &entry, Snapshot snapshot);
    Entry *find(const std::string &sourceId, std::uint64_t round);

    std::shared_ptr<PollClock> m_clock;
    SourceFactory m_factory;
    std::unordered_map<std::string, std::unique_ptr<Entry>> m_entries;
};

} // namespace headroom::monitor
