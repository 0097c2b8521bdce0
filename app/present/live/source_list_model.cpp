// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/live/source_list_model.h>

#include <present/texts/live_texts.h>

#include <algorithm>

namespace headroom::present {

SourceListModel::SourceListModel(std::function<std::int64_t()> nowMs, QObject *parent) : QAbstractTableModel(parent), m_nowMs(std::move(nowMs)) {}

int SourceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int SourceListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourceListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole: return QString::fromStdString(entry.config.id);
    case StateRole: return entry.state;
    case DemoRole: return entry.demo;
    case Qt::ToolTipRole:
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (index.column()) {
    case Name: return LiveTexts::sourceName(entry.config);
    case State: return LiveTexts::stateWord(entry.state);
    case Detail:
        if (entry.state == static_cast<int>(monitor::SourceState::Failed))
            return LiveTexts::failure(entry.reason, entry.httpStatus, LiveTexts::sourceName(entry.config));
        return LiveTexts::sourceDetail(entry.dialects, entry.demo);
    case Age: return entry.lastOkMs == 0 ? LiveTexts::neverAnswered() : LiveTexts::age(static_cast<double>(m_nowMs() - entry.lastOkMs) / 1000.0);
    default: return {};
    }
}

QVariant SourceListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return LiveTexts::columnSource();
    case State: return LiveTexts::columnState();
    case Detail: return LiveTexts::columnDetail();
    case Age: return LiveTexts::columnAge();
    default: return {};
    }
}

void SourceListModel::setSources(const std::vector<monitor::SourceConfig> &sources)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const Entry &entry = m_entries[static_cast<std::size_t>(row)];
        if (std::any_of(sources.begin(), sources.end(), [&entry](const monitor::SourceConfig &config) { return config.id == entry.config.id; }))
            continue;
        beginRemoveRows({}, row, row);
        m_entries.erase(m_entries.begin() + row);
        endRemoveRows();
    }
    for (const monitor::SourceConfig &config : sources) {
        const int row = rowOf(QString::fromStdString(config.id));
        if (row >= 0) {
            m_entries[static_cast<std::size_t>(row)].config = config;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
            continue;
        }
        Entry entry;
        entry.config = config;
        entry.demo = config.kind == monitor::SourceKind::Demo;
        beginInsertRows({}, rowCount(), rowCount());
        m_entries.push_back(std::move(entry));
        endInsertRows();
    }
}

void SourceListModel::take(const monitor::Snapshot &snapshot)
{
    const int row = rowOf(QString::fromStdString(snapshot.sourceId));
    if (row < 0)
        return;
    Entry &entry = m_entries[static_cast<std::size_t>(row)];
    entry.state = static_cast<int>(snapshot.state);
    entry.reason = snapshot.reason;
    entry.httpStatus = snapshot.httpStatus;
    entry.demo = entry.demo || snapshot.isDemo;
    if (snapshot.state == monitor::SourceState::Ok) {
        entry.lastOkMs = snapshot.timeMs;
        entry.dialects = QString::fromStdString(snapshot.dialects);
    }
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void SourceListModel::refresh()
{
    if (!m_entries.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const SourceListModel::Entry *SourceListModel::find(const std::string &id) const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry &entry) { return entry.config.id == id; });
    return it == m_entries.end() ? nullptr : &*it;
}

int SourceListModel::rowOf(const QString &id) const
{
    const std::string wanted = id.toStdString();
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (m_entries[i].config.id == wanted)
            return static_cast<int>(i);
    return -1;
}

} // namespace headroom::present
