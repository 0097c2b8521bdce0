// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/money/money_view.h>
#include <present/session/scenario_session.h>

#include <QList>
#include <QWidget>

class QSplitter;
class QTableView;

namespace headroom::ui {

class Card;
class DerivationPanel;
class LineChart;
class TextLabel;

// What the plan costs: the month's bill with every line's derivation, rented against bought against an API, the road ahead
// with its phases, and the budget. Follows the open scenario; worked out when it is looked at.
class MoneyPage : public QWidget {
Q_OBJECT

public:
    explicit MoneyPage(present::ScenarioSession &session, QWidget *parent = nullptr); // `session` outlives the page

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QTableView *addTable(present::TextTableModel &model, const char *name, Card *card);
    void refresh();
    void showWhy(int row);
    void retranslate();

    present::ScenarioSession &m_session;
    present::TextTableModel m_billModel, m_ownedModel, m_phasesModel, m_budgetModel;
    QSplitter *m_splitter;
    TextLabel *m_headline;
    TextLabel *m_saved;
    Card *m_billCard;
    Card *m_spentCard;
    Card *m_ownedCard;
    Card *m_roadCard;
    Card *m_phasesCard;
    Card *m_budgetCard;
    QList<QTableView *> m_tables;
    LineChart *m_spent;
    TextLabel *m_spentNote;
    LineChart *m_road;
    TextLabel *m_roadNote;
    DerivationPanel *m_derivation;
    int m_whyRow = -1;
};

} // namespace headroom::ui
