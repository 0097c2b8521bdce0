// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/snapshot.h>
#include <monitor/values/source_config.h>

#include <QAbstractTableModel>

#include <functional>
#include <string>
#include <vector>

namespace headroom::present {

// The sources and how they do. One row a source: name, state, what it is or why it fails, age of its last answer.
class SourceListModel : public QAbstractTableModel {
Q_OBJECT

public:
    enum Column { Name, State, Detail, Age, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, // QString
        StateRole,                 // int of monitor::SourceState; -1 before the first word
        DemoRole,                  // bool
    };

    struct Entry {
        monitor::SourceConfig config;
        int state = -1;
        monitor::FailureReason reason = monitor::FailureReason::None;
        int httpStatus = 0;
        std::int64_t lastOkMs = 0;
        bool demo = false;
        QString dialects;
    };

    explicit SourceListModel(std::function<std::int64_t()> nowMs, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Keeps what is known of the sources that stay.
    void setSources(const std::vector<monitor::SourceConfig> &sources);
    void take(const monitor::Snapshot &snapshot);
    // Ages and, after a change of language, words are read again.
    void refresh();

    const std::vector<Entry> &entries() const { return m_entries; }
    const Entry *find(const std::string &id) const;
    int rowOf(const QString &id) const;

private:
    std::function<std::int64_t()> m_nowMs;
    std::vector<Entry> m_entries;
};

} // namespace headroom::present
