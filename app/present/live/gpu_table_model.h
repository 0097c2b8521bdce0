// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <vector>

namespace headroom::present {

// The state of one GPU now. A missing value is NaN, and shown as missing.
struct GpuRow {
    static constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

    QString key;            // the same as long as it is the same GPU
    QString node;
    QString name;           // "GPU 3", "GPU 3 · 1g.10gb/7"
    int index = -1;
    QString model;
    QString usedBy;         // pods and what they serve; empty: not known
    double utilization = kMissing;   // ratio
    double memoryUsed = kMissing;    // bytes
    double memoryTotal = kMissing;   // bytes
    double power = kMissing;         // W
    double powerLimit = kMissing;    // W
    double temperature = kMissing;   // degrees C
    std::vector<float> lastHour;     // utilization, evenly over the last hour; NaN: none
    int newXid = 0;                  // an error code that appeared while we watched
    bool demo = false;

    std::tuple<double, double, double> spread() const; // mean, least and greatest of lastHour
};

// Every GPU of every source, a row each; sort through QSortFilterProxyModel with SortRole.
class GpuTableModel : public QAbstractTableModel {
Q_OBJECT

public:
    enum Column { Node, Gpu, Model, Utilization, Memory, Power, Temperature, LastHour, UsedBy, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 1, SparkRole }; // SparkRole: QVector<float> of LastHour, 0 to 1

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // `rows` in the order of node and GPU. Rows of GPUs that are still there keep their place and selection.
    void setRows(std::vector<GpuRow> rows);
    const std::vector<GpuRow> &rows() const { return m_rows; }
    void refreshWords();

private:
    std::vector<GpuRow> m_rows;
};

} // namespace headroom::present
