// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/session/scenario_library.h>

#include <QWidget>

class QPushButton;
class QStackedLayout;
class QTreeView;

namespace headroom::ui {

class Card;
class TextLabel;
class EmptyState;
class MessageStrip;

// The scenarios that are kept, and every revision of the one that is chosen. What is deleted can be brought back from the
// strip at the foot; nothing asks twice.
class ScenariosPage : public QWidget {
Q_OBJECT

public:
    explicit ScenariosPage(present::ScenarioLibrary &library, QWidget *parent = nullptr); // `library` outlives the page

signals:
    void opened();   // the person opened a scenario: time to show its plan

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    db::ScenarioId chosen() const;
    void choose(db::ScenarioId id);
    void open();
    void showChosen();
    void retranslate();

    present::ScenarioLibrary &m_library;
    QTreeView *m_list;
    QTreeView *m_revisions;
    Card *m_listCard;
    Card *m_revisionsCard;
    QPushButton *m_new;
    QPushButton *m_open;
    QPushButton *m_duplicate;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QPushButton *m_restore;
    TextLabel *m_approval;   // what was approved of the chosen one, against today's prices
    EmptyState *m_empty;
    MessageStrip *m_strip;
    bool m_opening = false;
};

} // namespace headroom::ui
