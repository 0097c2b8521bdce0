// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/live/live_table_model.h>

#include <algorithm>
#include <cmath>

namespace headroom::present {

int LiveTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int LiveTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant LiveTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const LiveTableRow &row = m_table.rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    if (role == KeyRole)
        return row.key;
    if (column >= row.cells.size())
        return {};
    const LiveTableCell &cell = row.cells[column];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return cell.text;
    case SortRole: return m_table.columns[column].figure ? QVariant(std::isfinite(cell.order) ? cell.order : -1e300) : QVariant(cell.text);
    case ToneRole: return static_cast<int>(cell.tone);
    case Qt::TextAlignmentRole: return QVariant((m_table.columns[column].figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant LiveTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const LiveTableColumn &column = m_table.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant((column.figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

void LiveTableModel::setTable(LiveTable table)
{
    const bool same = table.columns.size() == m_table.columns.size()
        && std::ranges::equal(table.rows, m_table.rows, [](const LiveTableRow &a, const LiveTableRow &b) { return a.key == b.key && a.cells.size() == b.cells.size(); });
    if (!same) {
        beginResetModel();
        m_table = std::move(table);
        endResetModel();
        return;
    }
    const bool titles = !std::ranges::equal(table.columns, m_table.columns, {}, &LiveTableColumn::title, &LiveTableColumn::title);
    m_table = std::move(table);
    if (!m_table.rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (titles)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace headroom::present
