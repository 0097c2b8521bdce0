// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/session/scenario_list_model.h>

#include <present/format/figure_format.h>
#include <present/texts/scenario_texts.h>

#include <QFont>

#include <algorithm>

namespace headroom::present {

ScenarioListModel::ScenarioListModel(QObject *parent) : QAbstractTableModel(parent) {}

void ScenarioListModel::setScenarios(std::vector<db::ScenarioSummary> scenarios)
{
    // The same rows in another state keep selection and scroll position.
    const bool sameRows = std::ranges::equal(scenarios, m_scenarios, {}, &db::ScenarioSummary::id, &db::ScenarioSummary::id);
    if (sameRows) {
        m_scenarios = std::move(scenarios);
        retranslate();
        return;
    }
    beginResetModel();
    m_scenarios = std::move(scenarios);
    endResetModel();
}

void ScenarioListModel::setOpen(db::ScenarioId id)
{
    if (m_open == id)
        return;
    m_open = id;
    retranslate();
}

QModelIndex ScenarioListModel::indexOf(db::ScenarioId id) const
{
    const auto found = std::ranges::find(m_scenarios, id, &db::ScenarioSummary::id);
    return found == m_scenarios.end() ? QModelIndex() : index(static_cast<int>(found - m_scenarios.begin()), 0);
}

void ScenarioListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_scenarios.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ScenarioListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_scenarios.size());
}

int ScenarioListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags ScenarioListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Title ? flags | Qt::ItemIsEditable : flags;
}

QVariant ScenarioListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const db::ScenarioSummary &scenario = m_scenarios[static_cast<std::size_t>(index.row())];
    const bool open = scenario.id == m_open;
    switch (role) {
    case IdRole: return qint64(scenario.id);
    case OpenRole: return open;
    case Qt::FontRole: {
        QFont font;
        font.setBold(open);
        return index.column() == Title && open ? QVariant(font) : QVariant();
    }
    case Qt::DisplayRole:
        switch (index.column()) {
        case Title: return QString::fromStdString(scenario.title);
        case State: return ScenarioTexts::state(scenario);
        case Updated: return FigureFormat::moment(scenario.updated);
        default: return {};
        }
    case Qt::ToolTipRole: return QString::fromStdString(scenario.title);
    default: return {};
    }
}

QVariant ScenarioListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(ScenarioTexts::listColumn(section)) : QVariant();
}

} // namespace headroom::present
