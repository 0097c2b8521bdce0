// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/live/gpu_table_model.h>

#include <present/texts/live_texts.h>

#include <algorithm>

namespace headroom::present {

int GpuTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GpuTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GpuTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const GpuRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto number = [role](double value, LiveQuantity quantity) -> QVariant {
        if (role == SortRole)
            return std::isfinite(value) ? value : -1.0; // missing values sort below all others
        return LiveTexts::valueText(quantity, value);
    };
    if (role == Qt::TextAlignmentRole)
        return QVariant(index.column() >= Utilization && index.column() != UsedBy ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == SparkRole)
        return index.column() == LastHour ? QVariant::fromValue(QVector<float>(row.lastHour.begin(), row.lastHour.end())) : QVariant();
    if (role == Qt::ToolTipRole && index.column() == UsedBy)
        return row.usedBy;
    if (role != Qt::DisplayRole && role != SortRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Node: return row.node;
    case Gpu: return role == SortRole ? QVariant(row.index) : QVariant(row.name);
    case Model: return row.model.isEmpty() ? LiveTexts::missing() : row.model;
    case UsedBy: return row.usedBy.isEmpty() ? LiveTexts::missing() : row.usedBy;
    case Utilization: return number(row.utilization, LiveQuantity::Utilization);
    case Memory:
        if (role == SortRole)
            return std::isfinite(row.memoryUsed) ? row.memoryUsed : -1.0;
        return LiveTexts::memoryText(row.memoryUsed, row.memoryTotal);
    case Power: return number(row.power, LiveQuantity::Power);
    case Temperature: return number(row.temperature, LiveQuantity::Temperature);
    case LastHour: {
        const auto [mean, low, high] = row.spread();
        if (role == SortRole)
            return std::isfinite(mean) ? mean : -1.0;
        // Drawn, not written; told to who cannot see it.
        return role == Qt::AccessibleTextRole ? QVariant(LiveTexts::range(LiveTexts::valueText(LiveQuantity::Utilization, low), LiveTexts::valueText(LiveQuantity::Utilization, high))) : QVariant();
    }
    default: return {};
    }
}

std::tuple<double, double, double> GpuRow::spread() const
{
    double sum = 0;
    double low = kMissing;
    double high = kMissing;
    int count = 0;
    for (const float value : lastHour) {
        if (std::isnan(value))
            continue;
        const auto one = static_cast<double>(value);
        sum += one;
        low = count == 0 ? one : std::min(low, one);
        high = count == 0 ? one : std::max(high, one);
        ++count;
    }
    return {count > 0 ? sum / count : kMissing, low, high};
}

QVariant GpuTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section >= Utilization && section != UsedBy ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Node: return LiveTexts::columnNode();
    case Gpu: return LiveTexts::columnGpu();
    case Model: return LiveTexts::columnModel();
    case Utilization: return LiveTexts::columnUtilization();
    case Memory: return LiveTexts::columnMemory();
    case Power: return LiveTexts::quantityTitle(LiveQuantity::Power);
    case Temperature: return LiveTexts::quantityTitle(LiveQuantity::Temperature);
    case LastHour: return LiveTexts::columnLastHour();
    case UsedBy: return LiveTexts::columnUsedBy();
    default: return {};
    }
}

void GpuTableModel::setRows(std::vector<GpuRow> rows)
{
    const bool same = rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const GpuRow &a, const GpuRow &b) { return a.key == b.key; });
    if (!same) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void GpuTableModel::refreshWords()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace headroom::present
