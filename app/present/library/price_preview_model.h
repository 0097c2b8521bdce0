// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/library/price_importer.h>

#include <QAbstractTableModel>
#include <QString>

#include <array>
#include <vector>

namespace headroom::present {

// What an import would do, line by line: changed and doubtful first, then new, confirmed and skipped. At most 5,000 lines.
class PricePreviewModel : public QAbstractTableModel {
Q_OBJECT

public:
    enum Column { What, Offer, For, Before, After, Remark, ColumnCount };

    explicit PricePreviewModel(QObject *parent = nullptr);

    void setPreview(PricePreviewPtr preview);   // nullptr: empty
    const PricePreviewPtr &preview() const { return m_preview; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Row = std::array<QString, ColumnCount>;
    void build();

    PricePreviewPtr m_preview;
    std::vector<Row> m_rows;
};

} // namespace headroom::present
