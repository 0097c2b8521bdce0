// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/derivation/derivation.h>

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace headroom::present {

// A derivation as a tree of rows: quantity, value with unit, how it follows (with numbers), source and date. The figure
// itself is the only top-level row. Read-only.
class DerivationModel : public QAbstractItemModel {
Q_OBJECT

public:
    enum Column { Quantity, Value, Formula, Source, ColumnCount };
    enum Role { NumberRole = Qt::UserRole + 1, KeyRole, UnitRole }; // double in the SI unit, QString, int of core::Unit

    explicit DerivationModel(QObject *parent = nullptr);
    ~DerivationModel() override;

    void setDerivation(const core::Derivation &derivation);
    const core::Derivation &derivation() const { return m_derivation; }
    void clear();
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node {
        const core::Derivation *derivation = nullptr;
        int parent = -1;             // index into m_nodes
        int row = 0;
        std::vector<int> children;
    };
    void addNode(const core::Derivation &derivation, int parent, int row);
    const Node *nodeOf(const QModelIndex &index) const;

    core::Derivation m_derivation;
    std::vector<Node> m_nodes;       // the first is the figure; empty: nothing set
};

} // namespace headroom::present
