// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/header_bar.h>

#include <present/texts/scenario_texts.h>
#include <present/texts/shell_texts.h>
#include <ui/theme/icons.h>
#include <ui/theme/theme.h>
#include <ui/widgets/badge.h>

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace headroom::ui {

using present::ShellTexts;

namespace {
constexpr int kHeight = 52;
constexpr int kLongestTitle = 460;
} // namespace

HeaderBar::HeaderBar(present::ScenarioSession &session, const Actions &actions, QWidget *parent)
    : QWidget(parent), m_session(session), m_actions(actions), m_stack(new QStackedWidget(this)), m_scenario(new QWidget), m_title(new QLineEdit(m_scenario)),
      m_revision(new Badge(m_scenario)), m_undo(new QToolButton(m_scenario)), m_redo(new QToolButton(m_scenario)), m_proposal(new QPushButton(m_scenario)),
      m_menu(new QToolButton(this))
{
    setFixedHeight(kHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpaceXl, 0, kSpaceL, 1);
    layout->setSpacing(kSpaceS);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_menu);

    auto *row = new QHBoxLayout(m_scenario);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpaceS);
    row->addWidget(m_title);
    row->addWidget(m_revision);
    row->addStretch(1);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addSpacing(kSpaceXs);
    row->addWidget(m_proposal);
    m_stack->addWidget(m_scenario);

    m_title->setObjectName(QStringLiteral("header.title"));
    m_title->setFrame(false);
    m_title->setFont(fontOf(TextRole::Title));
    m_title->setMaxLength(200);
    m_title->setFocusPolicy(Qt::StrongFocus);
    m_title->installEventFilter(this);
    m_revision->setObjectName(QStringLiteral("header.revision"));
    m_undo->setObjectName(QStringLiteral("header.undo"));
    m_redo->setObjectName(QStringLiteral("header.redo"));
    m_proposal->setObjectName(QStringLiteral("header.proposal"));
    m_menu->setObjectName(QStringLiteral("header.menu"));
    for (QToolButton *button : {m_undo, m_redo, m_menu}) {
        button->setAutoRaise(true);
        button->setIconSize({18, 18});
        button->setFixedSize(34, 32);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_undo->setDefaultAction(actions.undo);
    m_redo->setDefaultAction(actions.redo);
    for (QToolButton *button : {m_undo, m_redo})
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_proposal->setProperty("primary", true);
    connect(m_proposal, &QPushButton::clicked, actions.proposal, &QAction::trigger);
    connect(actions.proposal, &QAction::changed, m_proposal, [this] { m_proposal->setEnabled(m_actions.proposal->isEnabled()); });
    auto *menu = new QMenu(m_menu);
    for (QAction *action : actions.menu) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    m_menu->setMenu(menu);
    m_menu->setPopupMode(QToolButton::InstantPopup);

    connect(&session, &present::ScenarioSession::documentChanged, this, &HeaderBar::showDocument);
    connect(&session, &present::ScenarioSession::scenarioChanged, this, &HeaderBar::showDocument);
    connect(m_title, &QLineEdit::editingFinished, this, &HeaderBar::commitTitle);
    connect(m_title, &QLineEdit::textChanged, this, &HeaderBar::fitTitle);
    restyle();
    retranslate();
}

int HeaderBar::addPageHeader(QWidget *widget)
{
    return m_stack->addWidget(widget);
}

void HeaderBar::showPageHeader(int place)
{
    m_stack->setCurrentIndex(place);
}

void HeaderBar::showScenarioHeader()
{
    m_stack->setCurrentWidget(m_scenario);
}

void HeaderBar::showDocument()
{
    if (!m_title->isModified()) {
        m_title->setText(m_session.title());
        m_title->setCursorPosition(0);
    }
    m_revision->setText(present::ScenarioTexts::documentState(m_session));
}

void HeaderBar::commitTitle()
{
    if (!m_title->isModified())
        return;
    m_title->setModified(false);
    const QString title = m_title->text().simplified();
    if (!title.isEmpty() && title != m_session.title()) {
        m_session.setValue(QStringLiteral("title"), title);
        m_session.endGesture();
    }
    showDocument();
}

// As wide as the words, so that the pill stands right behind them.
void HeaderBar::fitTitle()
{
    const int wide = m_title->fontMetrics().horizontalAdvance(m_title->text()) + 10;
    m_title->setFixedWidth(qBound(80, wide, kLongestTitle));
}

bool HeaderBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_title && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            m_title->setModified(false);
            showDocument();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HeaderBar::retranslate()
{
    m_title->setAccessibleName(ShellTexts::titleLabel());
    m_title->setToolTip(ShellTexts::titleLabel());
    m_proposal->setText(ShellTexts::proposal());
    m_menu->setAccessibleName(ShellTexts::menu());
    m_menu->setToolTip(ShellTexts::menu());
    showDocument();
}

void HeaderBar::restyle()
{
    const Tokens &tokens = tokensOf(this);
    m_title->setFont(fontOf(TextRole::Title));
    m_actions.undo->setIcon(iconFor(QStringLiteral("undo"), tokens.text, tokens.textDisabled));
    m_actions.redo->setIcon(iconFor(QStringLiteral("redo"), tokens.text, tokens.textDisabled));
    m_menu->setIcon(iconFor(QStringLiteral("more"), tokens.text, tokens.textDisabled));
    fitTitle();
}

void HeaderBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.border);
}

} // namespace headroom::ui
