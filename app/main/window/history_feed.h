// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <db/store/store_thread.h>
#include <monitor/values/snapshot.h>
#include <present/live/past.h>

#include <QHash>
#include <QObject>

#include <unordered_map>
#include <vector>

namespace headroom::app {

// Between what is polled, the store's history and the Live page: snapshots become polls of the history, and its tables what
// the page draws. GUI thread.
class HistoryFeed : public QObject {
Q_OBJECT

public:
    explicit HistoryFeed(db::StoreThread &store, QObject *parent = nullptr); // `store` outlives the feed

    // Every canonical metric, distributions with their mean and quantiles, each with the resolution of its unit.
    static std::vector<db::HistoryField> fields();
    static std::uint16_t fieldOf(monitor::CanonicalMetric metric); // of a distribution its mean

    void take(const monitor::Snapshot &snapshot);
    void read(const present::PastQuestion &question, std::function<void(present::PastAnswer)> done);

private:
    const std::string &textOf(const monitor::Subject &subject);

    struct Waiting {
        present::PastQuestion question;
        std::function<void(present::PastAnswer)> done;
    };

    db::StoreThread &m_store;
    QHash<db::RequestId, Waiting> m_waiting;
    std::unordered_map<monitor::Subject, std::string, monitor::SubjectHash> m_texts;
};

} // namespace headroom::app
