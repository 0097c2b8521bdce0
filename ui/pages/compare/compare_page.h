// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/compare/compare_model.h>

#include <QPointer>
#include <QWidget>

class QMenu;
class QPushButton;
class QSplitter;
class QTableView;

namespace headroom::ui {

class Card;
class DerivationPanel;
class ParallelChart;

// Scenarios side by side: a table with chosen columns, differences against a pinned baseline, the same as a chart, and the
// derivation of the cell that was pressed.
class ComparePage : public QWidget {
Q_OBJECT

public:
    explicit ComparePage(present::CompareModel &model, QWidget *parent = nullptr); // `model` outlives the page

signals:
    void message(const QString &text);
    void failed(const headroom::core::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fillAddMenu();
    void fillColumnsMenu();
    void refresh();
    void drawChart();
    void showWhy(const QModelIndex &index);
    void closeWhy();
    void fitColumns();
    void retranslate();

    present::CompareModel &m_model;
    QPushButton *m_add;
    QPushButton *m_columns;
    QPushButton *m_moves;
    QPushButton *m_pin;
    QPushButton *m_remove;
    QPushButton *m_copy;
    QMenu *m_addMenu;
    QMenu *m_columnsMenu;
    QSplitter *m_splitter;
    Card *m_tableCard;
    Card *m_chartCard;
    QTableView *m_table;
    ParallelChart *m_chart;
    DerivationPanel *m_derivation;
    QString m_whyKey;                       // of the row and column whose derivation is open
    std::optional<present::CompareColumn> m_whyColumn;
    QPointer<QWidget> m_askedFrom;
};

} // namespace headroom::ui
