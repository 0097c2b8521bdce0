// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/session/scenario_session.h>

#include <QWidget>

class QAction;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace headroom::ui {

class Badge;

// The heading of the window: on scenario pages the title (edited in place), where it stands in the store, undo, redo and
// the proposal; on others what the page brings.
class HeaderBar : public QWidget {
Q_OBJECT

public:
    struct Actions {
        QAction *undo;
        QAction *redo;
        QAction *proposal;
        QList<QAction *> menu;   // behind the button at the end; nullptr: a separator
    };

    HeaderBar(present::ScenarioSession &session, const Actions &actions, QWidget *parent = nullptr); // `session` outlives it

    // Takes the widget over; returns its place.
    int addPageHeader(QWidget *widget);
    void showPageHeader(int place);
    void showScenarioHeader();
    void retranslate();
    QLineEdit *titleField() const { return m_title; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showDocument();
    void commitTitle();
    void fitTitle();
    void restyle();

    present::ScenarioSession &m_session;
    Actions m_actions;
    QStackedWidget *m_stack;
    QWidget *m_scenario;
    QLineEdit *m_title;
    Badge *m_revision;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QPushButton *m_proposal;
    QToolButton *m_menu;
};

} // namespace headroom::ui
