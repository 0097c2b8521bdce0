// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_table.h>

#include <QAbstractTableModel>

namespace headroom::present {

// Shows a LiveTable; sort through QSortFilterProxyModel with SortRole. Rows that stay keep their place and selection.
class LiveTableModel : public QAbstractTableModel {
Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole + 1, KeyRole, ToneRole };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setTable(LiveTable table);
    const LiveTable &table() const { return m_table; }

private:
    LiveTable m_table;
};

} // namespace headroom::present
