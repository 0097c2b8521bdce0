// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/snapshot.h>
#include <monitor/values/source_config.h>

#include <QObject>
#include <QThread>

#include <memory>
#include <string>
#include <vector>

namespace headroom::monitor {

class Poller;
class SecretStore;

// The I/O thread with a poller on it, for a program that has an event loop. Used from the thread that made it; snapshots
// arrive there by queued signals. Destroying it stops the polling and joins the thread.
class PollerThread : public QObject {
Q_OBJECT

public:
    explicit PollerThread(QObject *parent = nullptr);
    explicit PollerThread(std::shared_ptr<const SecretStore> secrets, QObject *parent = nullptr);
    ~PollerThread() override;

    void setSources(const std::vector<SourceConfig> &sources);
    void pollNow(const std::string &sourceId);

signals:
    void snapshotReady(const headroom::monitor::Snapshot &snapshot);

private:
    QThread m_thread;
    Poller *m_poller; // lives and dies on m_thread
};

} // namespace headroom::monitor
