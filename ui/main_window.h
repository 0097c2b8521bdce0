// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/session/scenario_session.h>

#include <QMainWindow>
#include <QVector>

#include <functional>

class QAction;
class QStackedWidget;

namespace headroom::ui {

class HeaderBar;
class MessageStrip;
class NavigationRail;

// A page of the window. Pages are made by whoever wires the program; the window takes them over.
struct PageEntry {
    QString id;                        // "plan"
    QString iconName;
    std::function<QString()> label;    // in the program's language, asked again when that changes
    QWidget *widget = nullptr;
    QWidget *header = nullptr;         // taken into the window's heading; nullptr: the scenario's title, undo and proposal
    bool atBottom = false;
};

// The one window: rail, heading, the page, and one line for messages. It knows no page by name and does nothing by itself:
// what a person asks for goes out as a signal.
class MainWindow : public QMainWindow {
Q_OBJECT

public:
    MainWindow(present::ScenarioSession &session, const QVector<PageEntry> &pages, QWidget *parent = nullptr); // `session` outlives it

    void showPage(const QString &id);   // an unknown one is no page: nothing happens
    QString currentPage() const;
    QWidget *page(const QString &id) const;
    // For what leads somewhere only if it can be done.
    void setProposalPossible(bool possible);

    // Messages; see MessageStrip. `action` is called when the person presses `actionText`.
    void notify(const QString &text, const QString &actionText = {}, std::function<void()> action = {});
    void warn(const QString &text);
    void fail(const QString &text);
    MessageStrip &messages() { return *m_messages; }

    // Asked before the window closes: store what is not stored. False keeps it open (and should have said why).
    void setCloseGuard(std::function<bool()> guard);

    // Place and size, to be stored as text. restorePlace() makes do with what an older version stored, or nothing.
    QString place() const;
    void restorePlace(const QString &stored);

signals:
    void pageShown(const QString &id);
    void newScenarioRequested();
    void saveRevisionRequested();
    void proposalRequested();
    void spreadsheetRequested();
    void exportPictureRequested(const QString &page);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Shown {
        PageEntry entry;
        int header = -1;
    };

    QAction *addAct(const QString &name, const QKeySequence &keys);
    void retranslate();
    void refreshUndo();
    void refreshTitle();

    present::ScenarioSession &m_session;
    QVector<Shown> m_pages;
    NavigationRail *m_rail;
    QStackedWidget *m_stack;
    HeaderBar *m_header = nullptr;
    MessageStrip *m_messages;
    QAction *m_undo;
    QAction *m_redo;
    QAction *m_new;
    QAction *m_save;
    QAction *m_proposal;
    QAction *m_spreadsheet;
    QAction *m_picture;
    QAction *m_about;
    QAction *m_quit;
    std::function<bool()> m_guard;
    std::function<void()> m_messageAction;
};

} // namespace headroom::ui
