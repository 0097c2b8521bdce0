// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/money/money_page.h>

#include <ui/charts/line_chart.h>
#include <ui/pages/plan/chart_adapters.h>
#include <ui/pages/plan/derivation_panel.h>
#include <ui/theme/theme.h>
#include <ui/widgets/card.h>
#include <ui/widgets/data_table.h>
#include <ui/widgets/text_label.h>

#include <present/derivation/derivation_texts.h>
#include <present/texts/costs_texts.h>

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>

#include <algorithm>

namespace headroom::ui {

using present::CostsTexts;

namespace {

constexpr int kRowHeight = 28;
constexpr int kChartHeight = 220;

QWidget *chartWithNote(LineChart *chart, TextLabel *note, Card *card)
{
    auto *box = new QWidget(card);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(chart, 1);
    layout->addWidget(note);
    chart->setMinimumHeight(kChartHeight);
    note->setWordWrap(true);
    return box;
}

constexpr int kCardFrame = 72;    // heading and margins of a card

// As high as its rows: the page scrolls, not each table.
void fitHeight(QTableView *table, Card *card)
{
    const int rows = table->model()->rowCount();
    const int height = std::max(table->horizontalHeader()->sizeHint().height(), kRowHeight) + rows * kRowHeight + 4;
    table->setFixedHeight(height);
    card->setMinimumHeight(height + kCardFrame);
}

} // namespace

MoneyPage::MoneyPage(present::ScenarioSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_splitter(new QSplitter(Qt::Vertical, this)), m_headline(new TextLabel(TextRole::Title, Tone::Neutral)),
      m_saved(new TextLabel(TextRole::Body, Tone::Secondary)), m_billCard(new Card), m_spentCard(new Card), m_ownedCard(new Card), m_roadCard(new Card), m_phasesCard(new Card),
      m_budgetCard(new Card), m_spent(new LineChart), m_spentNote(new TextLabel(TextRole::Caption, Tone::Secondary)), m_road(new LineChart),
      m_roadNote(new TextLabel(TextRole::Caption, Tone::Secondary)), m_derivation(new DerivationPanel)
{
    setObjectName(QStringLiteral("page.costs"));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kSpaceXl, kSpaceL, kSpaceXl, kSpaceL);
    column->setSpacing(kSpaceM);
    const auto pair = [column](Card *left, Card *right) {
        auto *row = new QHBoxLayout;
        row->setSpacing(kSpaceM);
        row->addWidget(left, 1);
        row->addWidget(right, 1);
        column->addLayout(row);
    };
    m_headline->setWordWrap(true);
    m_saved->setWordWrap(true);
    column->addWidget(m_headline);
    column->addWidget(m_saved);
    QTableView *bill = addTable(m_billModel, "costs.bill", m_billCard);
    addTable(m_ownedModel, "costs.owned", m_ownedCard);
    addTable(m_phasesModel, "costs.phases", m_phasesCard);
    addTable(m_budgetModel, "costs.budget", m_budgetCard);
    m_spent->setObjectName(QStringLiteral("costs.spent"));
    m_road->setObjectName(QStringLiteral("costs.road"));
    m_spentCard->setContent(chartWithNote(m_spent, m_spentNote, m_spentCard));
    m_roadCard->setContent(chartWithNote(m_road, m_roadNote, m_roadCard));
    pair(m_billCard, m_spentCard);
    column->addWidget(m_ownedCard);
    pair(m_roadCard, m_phasesCard);
    column->addWidget(m_budgetCard);
    column->addStretch(1);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_splitter->addWidget(scroll);
    m_splitter->addWidget(m_derivation);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(4);
    m_splitter->setStretchFactor(0, 1);
    m_derivation->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);

    const auto ask = [this](const QModelIndex &index) { showWhy(index.row()); };
    connect(bill, &QTableView::clicked, this, ask);
    connect(bill, &QTableView::activated, this, ask);
    connect(m_derivation, &DerivationPanel::closeRequested, this, [this] { showWhy(-1); });
    connect(&session, &present::ScenarioSession::planChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    retranslate();
}

QTableView *MoneyPage::addTable(present::TextTableModel &model, const char *name, Card *card)
{
    QTableView *table = makeDataTable(card);
    table->setObjectName(QString::fromLatin1(name));
    table->setSortingEnabled(false);
    table->setModel(&model);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->verticalHeader()->setMinimumSectionSize(kRowHeight);
    const auto fit = [table, card] {
        QHeaderView *header = table->horizontalHeader();
        if (header->count() > 0) {
            header->setSectionResizeMode(QHeaderView::ResizeToContents);
            header->setSectionResizeMode(0, QHeaderView::Stretch);
        }
        fitHeight(table, card);
    };
    connect(&model, &QAbstractItemModel::modelReset, table, fit);
    fit();
    m_tables.append(table);
    // The table keeps its height where a neighbour is higher.
    auto *box = new QWidget(card);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(table);
    layout->addStretch(1);
    card->setContent(box);
    return table;
}

void MoneyPage::refresh()
{
    const present::PlanAnswerPtr answer = m_session.answer();
    const present::MoneyView view = answer ? present::MoneyViewBuilder(*answer).build() : present::MoneyView();
    m_headline->setText(view.headline);
    m_saved->setText(view.saved);
    m_saved->setVisible(!view.saved.isEmpty());
    m_billModel.setTable(view.bill);
    m_ownedModel.setTable(view.owned);
    m_phasesModel.setTable(view.phases);
    m_budgetModel.setTable(view.budget);
    m_spentCard->setTitle(view.ownershipTitle);
    m_spentCard->setSubtitle(view.ownership.units);
    m_spent->setData(lineChartOf(view.ownership));
    m_spentNote->setText(view.ownershipNote);
    m_roadCard->setSubtitle(view.roadmap.units);
    m_road->setData(lineChartOf(view.roadmap));
    m_roadNote->setText(view.roadmapNote);
    if (m_derivation->isVisible())
        showWhy(m_whyRow);
}

void MoneyPage::showWhy(int row)
{
    const present::PlanAnswerPtr answer = m_session.answer();
    const auto derivation = answer ? present::MoneyViewBuilder(*answer).billDerivation(row) : std::nullopt;
    if (!derivation) {
        const bool hadFocus = m_derivation->isAncestorOf(focusWidget());
        m_derivation->hide();
        if (hadFocus)
            m_tables.first()->setFocus();
        return;
    }
    m_whyRow = row;
    if (!m_derivation->isVisible()) {
        m_derivation->show();
        m_splitter->setSizes({m_splitter->height() * 56 / 100, m_splitter->height() * 44 / 100});
    }
    m_derivation->setDerivation(present::DerivationTexts::panelTitle(m_billModel.index(row, 0).data().toString()), *derivation);
}

void MoneyPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_derivation->isVisible())
        showWhy(-1);
    else
        QWidget::keyPressEvent(event);
}

void MoneyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void MoneyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MoneyPage::retranslate()
{
    setAccessibleName(CostsTexts::pageTitle());
    m_billCard->setTitle(CostsTexts::bill());
    m_billCard->setSubtitle(CostsTexts::billHint());
    m_ownedCard->setTitle(CostsTexts::owned());
    m_ownedCard->setSubtitle(CostsTexts::ownedHint());
    m_roadCard->setTitle(CostsTexts::roadmap());
    m_phasesCard->setTitle(CostsTexts::phases());
    m_budgetCard->setTitle(CostsTexts::budget());
    m_spent->setEmptyText(CostsTexts::noChart());
    m_road->setEmptyText(CostsTexts::noChart());
    const QStringList names{CostsTexts::bill(), CostsTexts::owned(), CostsTexts::phases(), CostsTexts::budget()};
    for (qsizetype i = 0; i < m_tables.size(); ++i)
        m_tables[i]->setAccessibleName(names.value(i));
    m_derivation->retranslate();
    if (isVisible())
        refresh();
}

} // namespace headroom::ui
