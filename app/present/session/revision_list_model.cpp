// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/session/revision_list_model.h>

#include <present/format/figure_format.h>
#include <present/texts/scenario_texts.h>

namespace headroom::present {

RevisionListModel::RevisionListModel(QObject *parent) : QAbstractTableModel(parent) {}

void RevisionListModel::setRevisions(db::ScenarioId scenario, std::vector<db::Revision> revisions)
{
    beginResetModel();
    m_scenario = scenario;
    m_revisions = std::move(revisions);
    endResetModel();
}

void RevisionListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_revisions.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RevisionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_revisions.size());
}

int RevisionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RevisionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const db::Revision &revision = m_revisions[static_cast<std::size_t>(index.row())];
    if (role == NumberRole)
        return revision.number;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Number: return FigureFormat().count(revision.number);
    case Origin: return ScenarioTexts::origin(revision);
    case Title: return QString::fromStdString(revision.title);
    case Saved: return FigureFormat::moment(revision.saved);
    default: return {};
    }
}

QVariant RevisionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(ScenarioTexts::revisionColumn(section)) : QVariant();
}

} // namespace headroom::present
