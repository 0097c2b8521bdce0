// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/money/text_table_model.h>

#include <QFont>

namespace headroom::present {

void TextTableModel::setTable(const TextTable &table)
{
    if (table == m_table)
        return;
    // Numbers that change in place keep selection and scrolling.
    if (table.header == m_table.header && table.rows.size() == m_table.rows.size() && !table.rows.isEmpty()) {
        m_table = table;
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_table = table;
    endResetModel();
}

int TextTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TextTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.header.size());
}

QVariant TextTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return m_table.rows[index.row()].value(index.column());
    case Qt::TextAlignmentRole: return QVariant((m_table.rightAligned.value(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: {
        if (index.row() != m_table.emphasizedRow)
            return {};
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    default: return {};
    }
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_table.header.value(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant((m_table.rightAligned.value(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace headroom::present
