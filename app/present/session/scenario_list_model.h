// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <db/values/scenario_record.h>

#include <QAbstractTableModel>

#include <vector>

namespace headroom::present {

// The stored scenarios: title, revision and state, last change. The open one is marked. setData() is not
// offered: a title is changed through ScenarioLibrary::rename(), for which the view may open an editor.
class ScenarioListModel : public QAbstractTableModel {
Q_OBJECT

public:
    enum Column { Title, State, Updated, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, OpenRole }; // qint64, bool

    explicit ScenarioListModel(QObject *parent = nullptr);

    void setScenarios(std::vector<db::ScenarioSummary> scenarios);
    void setOpen(db::ScenarioId id);
    const std::vector<db::ScenarioSummary> &scenarios() const { return m_scenarios; }
    QModelIndex indexOf(db::ScenarioId id) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<db::ScenarioSummary> m_scenarios;
    db::ScenarioId m_open = 0;
};

} // namespace headroom::present
