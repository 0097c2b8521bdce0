// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace headroom::ui {

// A table as all pages have it: whole rows selected, hairlines between rows only, no row numbers, headings that sort.
QTableView *makeDataTable(QWidget *parent);

// Draws the rows of such a table. The whole text is the tool tip where it does not fit.
class DataTableDelegate : public QStyledItemDelegate {
Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace headroom::ui
