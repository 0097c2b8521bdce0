// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/derivation/derivation_model.h>

#include <present/derivation/derivation_texts.h>

namespace headroom::present {

DerivationModel::DerivationModel(QObject *parent) : QAbstractItemModel(parent) {}
DerivationModel::~DerivationModel() = default;

void DerivationModel::setDerivation(const core::Derivation &derivation)
{
    beginResetModel();
    m_nodes.clear();
    m_derivation = derivation;
    addNode(m_derivation, -1, 0);
    endResetModel();
}

void DerivationModel::clear()
{
    beginResetModel();
    m_nodes.clear();
    m_derivation = {};
    endResetModel();
}

void DerivationModel::retranslate()
{
    if (m_nodes.empty())
        return;
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    const auto tell = [this](auto &self, const QModelIndex &parent) -> void {
        const int rows = rowCount(parent);
        if (rows == 0)
            return;
        emit dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
        for (int row = 0; row < rows; ++row)
            self(self, index(row, 0, parent));
    };
    tell(tell, {});
}

void DerivationModel::addNode(const core::Derivation &derivation, int parent, int row)
{
    const int self = static_cast<int>(m_nodes.size());
    m_nodes.push_back({&derivation, parent, row, {}});
    if (parent >= 0)
        m_nodes[static_cast<std::size_t>(parent)].children.push_back(self);
    int next = 0;
    for (const core::Derivation &operand : derivation.operands)
        addNode(operand, self, next++);
}

const DerivationModel::Node *DerivationModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() < m_nodes.size() ? &m_nodes[index.internalId()] : nullptr;
}

QModelIndex DerivationModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || m_nodes.empty())
        return {};
    if (!parent.isValid())
        return row == 0 ? createIndex(0, column, quintptr(0)) : QModelIndex();
    const Node *node = nodeOf(parent);
    if (!node || parent.column() != 0 || row >= static_cast<int>(node->children.size()))
        return {};
    return createIndex(row, column, static_cast<quintptr>(node->children[static_cast<std::size_t>(row)]));
}

QModelIndex DerivationModel::parent(const QModelIndex &child) const
{
    const Node *node = nodeOf(child);
    if (!node || node->parent < 0)
        return {};
    return createIndex(m_nodes[static_cast<std::size_t>(node->parent)].row, 0, static_cast<quintptr>(node->parent));
}

int DerivationModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_nodes.empty() ? 0 : 1;
    const Node *node = nodeOf(parent);
    return node && parent.column() == 0 ? static_cast<int>(node->children.size()) : 0;
}

int DerivationModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant DerivationModel::data(const QModelIndex &index, int role) const
{
    const Node *node = nodeOf(index);
    if (!node)
        return {};
    const core::Derivation &derivation = *node->derivation;
    switch (role) {
    case NumberRole: return derivation.value;
    case KeyRole: return QString::fromStdString(derivation.key);
    case UnitRole: return static_cast<int>(derivation.unit);
    case Qt::ToolTipRole:
        if (index.column() == Formula)
            return DerivationTexts::formulaInWords(derivation);
        [[fallthrough]];
    case Qt::DisplayRole:
        switch (index.column()) {
        case Quantity: return DerivationTexts::label(derivation.key);
        case Value: return DerivationTexts::value(derivation);
        case Formula:
            return derivation.operation == core::Operation::Search ? DerivationTexts::formulaInWords(derivation) : DerivationTexts::formulaInNumbers(derivation);
        case Source: return DerivationTexts::source(derivation);
        default: return {};
        }
    case Qt::AccessibleTextRole:
        if (index.column() == Quantity)
            return DerivationTexts::label(derivation.key) + QStringLiteral(": ") + DerivationTexts::value(derivation);
        return {};
    default: return {};
    }
}

QVariant DerivationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(DerivationTexts::columnTitle(section)) : QVariant();
}

} // namespace headroom::present
