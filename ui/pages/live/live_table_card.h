// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_table_model.h>
#include <ui/widgets/card.h>

class QBoxLayout;
class QSortFilterProxyModel;
class QTableView;

namespace headroom::ui {

class TextLabel;

// A card with one of the Live page's tables: a line that sums it up, rows that sort, or words where there are none.
class LiveTableCard : public Card {
Q_OBJECT

public:
    explicit LiveTableCard(const QString &name, QWidget *parent = nullptr); // the table's object name

    void setTable(const present::LiveTable &table);
    QString currentKey() const;        // of the selected row; empty: none
    QTableView *view() const { return m_view; }
    // A row of fields and buttons above the table; the card owns it.
    void setTools(QWidget *tools);

signals:
    void currentChanged();

private:
    present::LiveTableModel m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_view;
    TextLabel *m_summary;
    TextLabel *m_empty;
    QBoxLayout *m_layout;
};

} // namespace headroom::ui
