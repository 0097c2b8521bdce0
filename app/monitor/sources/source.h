// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/snapshot.h>
#include <monitor/values/source_config.h>

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace headroom::monitor {

class SecretStore;

// One place that is polled. Lives on the thread of its poller; never blocks it. fetch() is answered by exactly one
// finished(); it is not called again before that, nor after cancel() until the next fetch().
class Source : public QObject {
Q_OBJECT

public:
    using QObject::QObject;

    virtual void fetch() = 0;
    // Drops the fetch in flight without a finished().
    virtual void cancel() = 0;
    // When to ask again after a success, where the source itself knows better than the interval.
    virtual std::optional<std::chrono::milliseconds> nextIn() const { return std::nullopt; }

signals:
    // sourceId, timeMs and pollSeconds are filled in by the poller, but for a recording, which sets timeMs itself.
    void finished(const headroom::monitor::Snapshot &snapshot);
};

using SourceFactory = std::function<std::unique_ptr<Source>(const SourceConfig &)>;

// Makes the sources of this build, which share their connections; called and used on one thread. A kind that is not built in
// gives a source that always fails with NotAvailable.
// `secrets` answers for what configurations name as such; without it only environment variables do.
SourceFactory sourceFactory(std::shared_ptr<const SecretStore> secrets = {});

} // namespace headroom::monitor
