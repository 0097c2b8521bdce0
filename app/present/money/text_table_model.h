// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>

namespace headroom::present {

// A small table of finished texts.
struct TextTable {
    QStringList header;
    QList<QStringList> rows;
    QList<bool> rightAligned;   // by column
    int emphasizedRow = -1;     // -1: none

    bool operator==(const TextTable &) const = default;
};

class TextTableModel : public QAbstractTableModel {
Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const TextTable &table);
    const TextTable &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TextTable m_table;
};

} // namespace headroom::present
