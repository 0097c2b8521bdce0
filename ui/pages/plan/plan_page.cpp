// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/plan_page.h>

#include <ui/pages/plan/answer_panel.h>
#include <ui/pages/plan/derivation_panel.h>
#include <ui/pages/plan/wizard_panel.h>
#include <ui/theme/theme.h>

#include <present/derivation/derivation_texts.h>
#include <present/texts/plan_texts.h>

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QSplitter>

namespace headroom::ui {

using present::DerivationTexts;

namespace {
constexpr int kSlowMs = 300;
} // namespace

PlanPage::PlanPage(present::PlanViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_wizard(new WizardPanel(model.session(), this)), m_splitter(new QSplitter(Qt::Vertical, this)),
      m_answer(new AnswerPanel(m_splitter)), m_derivation(new DerivationPanel(m_splitter))
{
    setObjectName(QStringLiteral("page.plan"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_wizard, 0);
    layout->addSpacing(1);
    layout->addWidget(m_splitter, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(4);
    m_splitter->setStretchFactor(0, 1);
    m_derivation->hide();

    connect(&model, &present::PlanViewModel::changed, this, &PlanPage::showPlan);
    connect(m_wizard, &WizardPanel::guideFinished, this, &PlanPage::guideFinished);
    connect(m_answer, &AnswerPanel::whyRequested, this, &PlanPage::showWhy);
    connect(m_answer, &AnswerPanel::arithmeticRequested, this, &PlanPage::showFleetArithmetic);
    connect(m_answer, &AnswerPanel::optionChosen, &model, &present::PlanViewModel::select);
    connect(m_derivation, &DerivationPanel::closeRequested, this, &PlanPage::closeWhy);
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlowMs);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_answer->setPlanning(m_model.session().isPlanning()); });
    connect(&model.session(), &present::ScenarioSession::planningChanged, this, [this] {
        if (m_model.session().isPlanning()) {
            m_slow.start();
            return;
        }
        m_slow.stop();
        m_answer->setPlanning(false);
    });
    restyle();
    retranslate();
}

void PlanPage::setGuided(bool guided)
{
    m_wizard->setGuided(guided);
}

bool PlanPage::isGuided() const
{
    return m_wizard->isGuided();
}

void PlanPage::showPlan()
{
    m_answer->setView(m_model.view());
    m_wizard->showPlan(m_model.view());
    if (m_derivation->isVisible())
        refreshWhy();
}

void PlanPage::showWhy(core::Figure figure)
{
    m_figure = figure;
    m_fleet = -1;
    openPanel();
}

void PlanPage::showFleetArithmetic(int fleet)
{
    m_figure.reset();
    m_fleet = fleet;
    openPanel();
}

void PlanPage::openPanel()
{
    if (!m_derivation->isVisible()) {
        m_askedFrom = QApplication::focusWidget();
        m_derivation->show();
        const int height = m_splitter->height();
        m_splitter->setSizes({height * 54 / 100, height * 46 / 100});
    }
    refreshWhy();
    m_derivation->setFocus();
}

// A plan that no longer has the figure takes the panel away.
void PlanPage::refreshWhy()
{
    const auto derivation = m_figure ? m_model.derivation(*m_figure) : m_model.fleetDerivation(m_fleet);
    if (!derivation) {
        closeWhy();
        return;
    }
    const QString title = m_figure ? DerivationTexts::title(*m_figure) : DerivationTexts::label(derivation->key);
    m_derivation->setDerivation(DerivationTexts::panelTitle(title), *derivation);
}

void PlanPage::closeWhy()
{
    const bool hadFocus = m_derivation->isAncestorOf(QApplication::focusWidget());
    m_derivation->hide();
    if (hadFocus && m_askedFrom)
        m_askedFrom->setFocus();
}

void PlanPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_derivation->isVisible())
        closeWhy();
    else
        QWidget::keyPressEvent(event);
}

void PlanPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        restyle();
}

// The wizard stands on a surface, its scroll bar included.
void PlanPage::restyle()
{
    QPalette palette = m_wizard->palette();
    palette.setColor(QPalette::Window, tokensOf(this).surface);
    m_wizard->setPalette(palette);
}

void PlanPage::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.window);
    painter.fillRect(QRect(0, 0, m_wizard->width(), height()), tokens.surface);
    painter.fillRect(QRect(m_wizard->width(), 0, 1, height()), tokens.border);
}

void PlanPage::retranslate()
{
    setAccessibleName(present::PlanTexts::pageTitle());
    m_wizard->retranslate();
    m_answer->retranslate();
    m_derivation->retranslate();
    m_model.retranslate(); // changed() brings the rest
}

} // namespace headroom::ui
