// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/plan_watch.h>
#include <ui/widgets/card.h>

class QPushButton;
class QTableView;

namespace headroom::ui {

class ChoiceField;

// The open scenario's plan against what a live source reports: bind, what was frozen, the figures side by side, let go.
class PlanWatchCard : public Card {
Q_OBJECT

public:
    PlanWatchCard(present::PlanWatch &watch, present::LiveViewModel &live, QWidget *parent = nullptr); // both outlive it

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fit();

    present::PlanWatch &m_watch;
    present::LiveViewModel &m_live;
    present::TextTableModel m_model;
    TextLabel *m_lead;
    TextLabel *m_remark;
    QTableView *m_table;
    ChoiceField *m_sources;
    QPushButton *m_bind;
    QPushButton *m_unbind;
};

} // namespace headroom::ui
