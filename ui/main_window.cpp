// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/main_window.h>

#include <present/texts/shell_texts.h>
#include <ui/header_bar.h>
#include <ui/theme/icons.h>
#include <ui/widgets/message_strip.h>
#include <ui/widgets/navigation_rail.h>

#include <QAction>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QKeySequence>
#include <QStackedWidget>
#include <QUndoStack>

#include <utility>

namespace headroom::ui {

using present::ShellTexts;

MainWindow::MainWindow(present::ScenarioSession &session, const QVector<PageEntry> &pages, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_rail(new NavigationRail(this)), m_stack(new QStackedWidget), m_messages(new MessageStrip),
      m_undo(addAct(QStringLiteral("undo"), QKeySequence::Undo)), m_redo(addAct(QStringLiteral("redo"), QKeySequence::Redo)),
      m_new(addAct(QStringLiteral("new"), QKeySequence::New)), m_save(addAct(QStringLiteral("save"), QKeySequence::Save)),
      m_proposal(addAct(QStringLiteral("proposal"), QKeySequence::Print)), m_spreadsheet(addAct(QStringLiteral("spreadsheet"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X))), m_picture(addAct(QStringLiteral("picture"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E))),
      m_about(addAct(QStringLiteral("about"), {})), m_quit(addAct(QStringLiteral("quit"), QKeySequence(Qt::CTRL | Qt::Key_Q)))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    setMinimumSize(760, 520);
    resize(1440, 900);
    m_header = new HeaderBar(session, {m_undo, m_redo, m_proposal, {m_new, m_save, nullptr, m_spreadsheet, m_picture, nullptr, m_about, m_quit}}, this);

    auto *central = new QWidget;
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    column->addWidget(m_messages);
    row->addLayout(column, 1);
    setCentralWidget(central);

    for (const PageEntry &entry : pages) {
        Shown shown{entry, entry.header ? m_header->addPageHeader(entry.header) : -1};
        m_stack->addWidget(entry.widget);
        m_rail->addEntry(entry.id, entry.iconName, entry.atBottom);
        m_pages.push_back(std::move(shown));
    }
    connect(m_rail, &NavigationRail::chosen, this, &MainWindow::showPage);
    connect(m_messages, &MessageStrip::actionTriggered, this, [this] {
        if (const auto action = std::exchange(m_messageAction, {}))
            action();
    });

    QUndoStack &undo = session.undoStack();
    connect(&undo, &QUndoStack::indexChanged, this, &MainWindow::refreshUndo);
    connect(&undo, &QUndoStack::cleanChanged, this, &MainWindow::refreshUndo);
    connect(m_undo, &QAction::triggered, &undo, &QUndoStack::undo);
    connect(m_redo, &QAction::triggered, &undo, &QUndoStack::redo);
    connect(m_new, &QAction::triggered, this, &MainWindow::newScenarioRequested);
    connect(m_save, &QAction::triggered, this, &MainWindow::saveRevisionRequested);
    connect(m_proposal, &QAction::triggered, this, &MainWindow::proposalRequested);
    connect(m_spreadsheet, &QAction::triggered, this, &MainWindow::spreadsheetRequested);
    connect(m_picture, &QAction::triggered, this, [this] { emit exportPictureRequested(currentPage()); });
    connect(m_about, &QAction::triggered, this, [this] { notify(ShellTexts::aboutText(QCoreApplication::applicationVersion())); });
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(&session, &present::ScenarioSession::documentChanged, this, &MainWindow::refreshTitle);
    connect(&session, &present::ScenarioSession::scenarioChanged, this, &MainWindow::refreshTitle);
    retranslate();
    if (!m_pages.isEmpty())
        showPage(m_pages.first().entry.id);
}

QAction *MainWindow::addAct(const QString &name, const QKeySequence &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(QStringLiteral("action.") + name);
    action->setShortcut(keys);
    addAction(action); // the shortcut counts on every page, though the menu is a button's
    return action;
}

void MainWindow::showPage(const QString &id)
{
    for (const Shown &shown : std::as_const(m_pages)) {
        if (shown.entry.id != id)
            continue;
        m_stack->setCurrentWidget(shown.entry.widget);
        m_rail->setCurrent(id);
        if (shown.header >= 0)
            m_header->showPageHeader(shown.header);
        else
            m_header->showScenarioHeader();
        emit pageShown(id);
        return;
    }
}

QString MainWindow::currentPage() const
{
    return m_rail->current();
}

QWidget *MainWindow::page(const QString &id) const
{
    for (const Shown &shown : m_pages)
        if (shown.entry.id == id)
            return shown.entry.widget;
    return nullptr;
}

void MainWindow::setProposalPossible(bool possible)
{
    m_proposal->setEnabled(possible);
    m_spreadsheet->setEnabled(possible);
}

void MainWindow::notify(const QString &text, const QString &actionText, std::function<void()> action)
{
    m_messageAction = std::move(action);
    m_messages->show(Tone::Accent, text, actionText);
}

void MainWindow::warn(const QString &text)
{
    m_messageAction = {};
    m_messages->show(Tone::Warning, text);
}

void MainWindow::fail(const QString &text)
{
    m_messageAction = {};
    m_messages->show(Tone::Error, text);
}

void MainWindow::setCloseGuard(std::function<bool()> guard)
{
    m_guard = std::move(guard);
}

QString MainWindow::place() const
{
    return QString::fromLatin1(saveGeometry().toBase64());
}

void MainWindow::restorePlace(const QString &stored)
{
    const auto decoded = QByteArray::fromBase64Encoding(stored.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (decoded && !(*decoded).isEmpty())
        restoreGeometry(*decoded);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_guard && !m_guard()) {
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_header)
        retranslate();
}

void MainWindow::retranslate()
{
    for (const Shown &shown : std::as_const(m_pages))
        m_rail->setLabel(shown.entry.id, shown.entry.label());
    m_rail->setAccessibleName(ShellTexts::pages());
    m_new->setText(ShellTexts::newScenario());
    m_save->setText(ShellTexts::saveRevision());
    m_proposal->setText(ShellTexts::proposal());
    m_spreadsheet->setText(ShellTexts::spreadsheet());
    m_picture->setText(ShellTexts::exportPicture());
    m_about->setText(ShellTexts::about());
    m_quit->setText(ShellTexts::quit());
    m_messages->setCloseText(ShellTexts::close());
    m_header->retranslate();
    refreshUndo();
    refreshTitle();
}

void MainWindow::refreshUndo()
{
    const QUndoStack &undo = m_session.undoStack();
    m_undo->setEnabled(undo.canUndo());
    m_redo->setEnabled(undo.canRedo());
    m_undo->setText(undo.canUndo() && !undo.undoText().isEmpty() ? ShellTexts::undoWhat(undo.undoText()) : ShellTexts::undo());
    m_redo->setText(undo.canRedo() && !undo.redoText().isEmpty() ? ShellTexts::redoWhat(undo.redoText()) : ShellTexts::redo());
}

void MainWindow::refreshTitle()
{
    setWindowTitle(ShellTexts::windowTitle(m_session.title()));
}

} // namespace headroom::ui
