// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <db/values/scenario_record.h>

#include <QAbstractTableModel>

#include <vector>

namespace headroom::present {

// The revisions of one scenario, newest first: number, what made it, title, time. Read-only.
class RevisionListModel : public QAbstractTableModel {
Q_OBJECT

public:
    enum Column { Number, Origin, Title, Saved, ColumnCount };
    enum Role { NumberRole = Qt::UserRole + 1 }; // int

    explicit RevisionListModel(QObject *parent = nullptr);

    void setRevisions(db::ScenarioId scenario, std::vector<db::Revision> revisions);
    db::ScenarioId scenario() const { return m_scenario; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    db::ScenarioId m_scenario = 0;
    std::vector<db::Revision> m_revisions;
};

} // namespace headroom::present
