// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/plan/plan_view.h>

#include <QWidget>

class QAbstractButton;
class QStandardItemModel;
class QTreeView;

namespace headroom::ui {

// GPU types and formats that did not make it, each with its reason; a few at first, all on demand.
class LeftOutTable : public QWidget {
Q_OBJECT

public:
    explicit LeftOutTable(QWidget *parent = nullptr);

    void setRows(const std::vector<present::LeftOutView> &rows);
    void retranslate();
    void showAll();

private:
    void fill();

    std::vector<present::LeftOutView> m_rows;
    bool m_all = false;
    QStandardItemModel *m_model;
    QTreeView *m_table;
    QAbstractButton *m_more;
};

} // namespace headroom::ui
