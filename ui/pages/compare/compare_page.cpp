// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/compare/compare_page.h>

#include <ui/charts/parallel_chart.h>
#include <ui/pages/plan/derivation_panel.h>
#include <ui/theme/theme.h>
#include <ui/widgets/card.h>
#include <ui/widgets/data_table.h>

#include <present/derivation/derivation_texts.h>
#include <present/texts/compare_texts.h>

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::ui {

using present::CompareColumn;
using present::CompareColumns;
using present::CompareModel;
using present::CompareTexts;

namespace {

constexpr int kRowHeight = 46;    // two lines
constexpr int kMostLines = 8;     // that a chart can tell apart

QPushButton *menuButton(const QString &name, QMenu *menu, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setMenu(menu);
    return button;
}

} // namespace

ComparePage::ComparePage(CompareModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_moves(new QPushButton(this)), m_pin(new QPushButton(this)), m_remove(new QPushButton(this)), m_copy(new QPushButton(this)),
      m_addMenu(new QMenu(this)), m_columnsMenu(new QMenu(this)), m_splitter(new QSplitter(Qt::Vertical, this)), m_tableCard(new Card(m_splitter)), m_chartCard(new Card(m_splitter)),
      m_table(makeDataTable(m_tableCard)), m_chart(new ParallelChart(m_chartCard)), m_derivation(new DerivationPanel(m_splitter))
{
    setObjectName(QStringLiteral("page.compare"));
    m_add = menuButton(QStringLiteral("compare.add"), m_addMenu, this);
    m_columns = menuButton(QStringLiteral("compare.columns"), m_columnsMenu, this);
    m_moves->setObjectName(QStringLiteral("compare.moves"));
    m_moves->setCheckable(true);
    m_pin->setObjectName(QStringLiteral("compare.pin"));
    m_remove->setObjectName(QStringLiteral("compare.remove"));
    m_copy->setObjectName(QStringLiteral("compare.copy"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceXl, kSpaceL, kSpaceXl, kSpaceS);
    layout->setSpacing(kSpaceM);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceS);
    for (QWidget *button : std::initializer_list<QWidget *>{m_add, m_columns, m_moves, m_pin, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    layout->addLayout(buttons);
    layout->addWidget(m_splitter, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(kSpaceS);
    m_tableCard->setContent(m_table);
    m_chartCard->setContent(m_chart);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_derivation->hide();

    m_table->setObjectName(QStringLiteral("compare.table"));
    m_table->setModel(&model);
    m_table->setSortingEnabled(false); // rows stand in the order in which they were added
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_chart->setObjectName(QStringLiteral("compare.chart"));

    connect(&model, &CompareModel::changed, this, &ComparePage::refresh);
    connect(&model, &QAbstractItemModel::modelReset, this, &ComparePage::fitColumns);
    connect(&model, &CompareModel::storedListed, this, &ComparePage::fillAddMenu);
    connect(&model, &CompareModel::failed, this, &ComparePage::failed);
    connect(m_table, &QTableView::clicked, this, &ComparePage::showWhy);
    connect(m_table, &QTableView::activated, this, &ComparePage::showWhy);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparePage::refresh);
    connect(m_addMenu, &QMenu::aboutToShow, &model, &CompareModel::listStored);
    connect(m_columnsMenu, &QMenu::aboutToShow, this, &ComparePage::fillColumnsMenu);
    connect(m_moves, &QAbstractButton::toggled, &model, &CompareModel::showMoves);
    connect(m_pin, &QAbstractButton::clicked, this, [this] { m_model.pin(m_table->currentIndex().row()); });
    connect(m_remove, &QAbstractButton::clicked, this, [this] { m_model.remove(m_table->currentIndex().row()); });
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_model.asText());
        emit message(CompareTexts::copied());
    });
    connect(m_derivation, &DerivationPanel::closeRequested, this, &ComparePage::closeWhy);
    fillColumnsMenu();
    retranslate();
    fitColumns();
}

void ComparePage::fillAddMenu()
{
    m_addMenu->clear();
    for (const CompareModel::Candidate &candidate : m_model.stored()) {
        QAction *action = m_addMenu->addAction(candidate.title);
        action->setObjectName(QStringLiteral("compare.add.%1").arg(candidate.id));
        action->setCheckable(true);
        action->setChecked(candidate.added);
        action->setEnabled(!candidate.added);
        connect(action, &QAction::triggered, this, [this, id = candidate.id] { m_model.addStored(id); });
    }
    if (m_addMenu->isEmpty())
        m_addMenu->addAction(CompareTexts::noneToAdd())->setEnabled(false);
}

void ComparePage::fillColumnsMenu()
{
    m_columnsMenu->clear();
    for (const CompareColumn column : present::kCompareColumns) {
        QAction *action = m_columnsMenu->addAction(CompareColumns::title(column));
        action->setObjectName(QStringLiteral("compare.column.") + CompareColumns::id(column));
        action->setCheckable(true);
        action->setChecked(m_model.isShown(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { m_model.setShown(column, on); });
    }
}

void ComparePage::fitColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    // Figures are never cut; the name takes what is left.
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
}

void ComparePage::refresh()
{
    const int row = m_table->currentIndex().row();
    m_pin->setEnabled(row >= 0 && row != m_model.baselineRow());
    m_remove->setEnabled(m_model.canRemove(row));
    m_moves->setChecked(m_model.movesShown());
    drawChart();
    if (!m_derivation->isVisible() || !m_whyColumn)
        return;
    for (int r = 0; r < m_model.rowCount(); ++r) {
        const QModelIndex first = m_model.index(r, 0);
        if (first.data(CompareModel::KeyRole).toString() != m_whyKey)
            continue;
        for (int c = 1; c < m_model.columnCount(); ++c)
            if (m_model.columnAt(c) == *m_whyColumn)
                return showWhy(m_model.index(r, c));
    }
    closeWhy();
}

void ComparePage::drawChart()
{
    ParallelChartData data;
    const auto &columns = m_model.columns();
    // More than a chart can tell apart: the baseline, the row that is looked at, then the first ones.
    QVector<int> all;
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (const auto compared = m_model.compared(row); compared && compared->shown())
            all.push_back(row);
    QVector<int> rows;
    for (const int row : QVector<int>{m_model.baselineRow(), m_table->currentIndex().row()} + all)
        if (rows.size() < kMostLines && all.contains(row) && !rows.contains(row))
            rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    for (const CompareColumn column : columns) {
        ParallelAxis axis;
        axis.title = CompareColumns::title(column);
        for (const int row : all) { // the ends of an axis are those of the table
            const auto good = m_model.goodness(row, column);
            if (good && *good == 1.0)
                axis.best = CompareColumns::text(column, *m_model.compared(row));
            if (good && *good == 0.0)
                axis.worst = CompareColumns::text(column, *m_model.compared(row));
        }
        data.axes.push_back(axis);
    }
    int color = 0;
    for (const int row : rows) {
        ParallelLine line;
        line.name = m_model.index(row, 0).data(CompareModel::TitleRole).toString();
        line.color = color;
        line.dash = static_cast<LineDash>(color % 4);
        ++color;
        line.emphasized = row == m_model.baselineRow();
        for (const CompareColumn column : columns) {
            line.shares.push_back(m_model.goodness(row, column).value_or(std::numeric_limits<double>::quiet_NaN()));
            line.texts.push_back(CompareColumns::text(column, *m_model.compared(row)));
        }
        data.lines.push_back(line);
    }
    const bool some = rows.size() < all.size();
    data.summary = some ? CompareTexts::chartSome(static_cast<int>(rows.size()), static_cast<int>(all.size())) : CompareTexts::chartHint();
    m_chartCard->setSubtitle(data.summary);
    m_chart->setData(data);
}

void ComparePage::showWhy(const QModelIndex &index)
{
    const auto derivation = m_model.derivation(index);
    if (!derivation) {
        if (m_derivation->isVisible() && index.column() > 0)
            closeWhy();
        return;
    }
    m_whyKey = index.data(CompareModel::KeyRole).toString();
    m_whyColumn = m_model.columnAt(index.column());
    if (!m_derivation->isVisible()) {
        m_askedFrom = m_table;
        m_derivation->show();
        const int height = m_splitter->height();
        m_splitter->setSizes({height * 38 / 100, height * 24 / 100, height * 38 / 100});
    }
    const QString title = CompareColumns::title(*m_whyColumn) + QStringLiteral(" · ") + index.data(CompareModel::TitleRole).toString();
    m_derivation->setDerivation(present::DerivationTexts::panelTitle(title), *derivation);
}

void ComparePage::closeWhy()
{
    const bool hadFocus = m_derivation->isAncestorOf(QApplication::focusWidget());
    m_derivation->hide();
    m_whyColumn.reset();
    if (hadFocus && m_askedFrom)
        m_askedFrom->setFocus();
}

void ComparePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_derivation->isVisible())
        closeWhy();
    else
        QWidget::keyPressEvent(event);
}

void ComparePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ComparePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ComparePage::retranslate()
{
    setAccessibleName(CompareTexts::pageTitle());
    m_add->setText(CompareTexts::add());
    m_columns->setText(CompareTexts::columns());
    m_moves->setText(CompareTexts::moves());
    m_pin->setText(CompareTexts::pin());
    m_remove->setText(CompareTexts::remove());
    m_copy->setText(CompareTexts::copy());
    m_tableCard->setTitle(CompareTexts::tableTitle());
    m_tableCard->setSubtitle(CompareTexts::tableHint());
    m_table->setAccessibleName(CompareTexts::tableTitle());
    m_chartCard->setTitle(CompareTexts::chartTitle());
    m_chart->setEmptyText(CompareTexts::noChart());
    m_derivation->retranslate();
    fillColumnsMenu();
    m_model.retranslate();
}

} // namespace headroom::ui
