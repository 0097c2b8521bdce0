// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>

#include <QAbstractTableModel>
#include <QString>
#include <QVariant>

#include <memory>
#include <vector>

namespace headroom::present {

// One table of the catalog: models, GPUs, offers or the error report, with the source and date of each row. Missing facts are shown as
// missing. Sort through QSortFilterProxyModel with SortRole; FilterRole is all that a search looks at.
class CatalogTableModel : public QAbstractTableModel {
Q_OBJECT

public:
    enum class Table { Models, Gpus, Offers, Accuracy };
    enum Role {
        SortRole = Qt::UserRole + 1,
        FilterRole,    // QString
        IdRole,        // QString; empty for offers
        SourceRole,    // QString: one sentence with source and date
        NotesRole,     // QString: what is special; may be empty
    };

    CatalogTableModel(Table table, std::shared_ptr<const core::Catalog> catalog, QObject *parent = nullptr);

    void setCatalog(std::shared_ptr<const core::Catalog> catalog);
    // Words and number formats are read again after a change of language.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Cell {
        QString text;
        QVariant sort;      // invalid: as the text
    };
    struct Row {
        QString id;
        std::vector<Cell> cells;
        QString source;
        QString notes;
    };

    void build();
    Row modelRow(const core::Model &model) const;
    Row gpuRow(const core::Gpu &gpu) const;
    Row offerRow(const core::Offer &offer) const;
    Row accuracyRow(const core::AccuracyEntry &entry) const;

    Table m_table;
    std::shared_ptr<const core::Catalog> m_catalog;
    std::vector<QString> m_headers;
    int m_firstNumber = 0;   // columns from here ...
    int m_lastNumber = 0;    // ... to here are figures, aligned right
    std::vector<Row> m_rows;
};

} // namespace headroom::present
