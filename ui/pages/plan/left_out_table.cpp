// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/left_out_table.h>

#include <ui/widgets/link_button.h>

#include <present/texts/plan_texts.h>

#include <QBoxLayout>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTreeView>

namespace headroom::ui {

using present::PlanTexts;

namespace {
constexpr std::size_t kRowsAtFirst = 6;
} // namespace

LeftOutTable::LeftOutTable(QWidget *parent) : QWidget(parent), m_model(new QStandardItemModel(this)), m_table(new QTreeView(this)), m_more(new LinkButton(QString(), this))
{
    m_table->setObjectName(QStringLiteral("plan.leftOut.table"));
    m_more->setObjectName(QStringLiteral("plan.leftOut.more"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_table);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setAllColumnsShowFocus(true);
    m_table->header()->setStretchLastSection(true);
    connect(m_more, &QAbstractButton::clicked, this, &LeftOutTable::showAll);
}

void LeftOutTable::setRows(const std::vector<present::LeftOutView> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    fill();
}

void LeftOutTable::showAll()
{
    m_all = true;
    fill();
    m_table->setFocus();
}

void LeftOutTable::retranslate()
{
    m_more->setText(PlanTexts::showLeftOut());
    fill();
}

void LeftOutTable::fill()
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({PlanTexts::leftOutGpu(), PlanTexts::leftOutFormat(), PlanTexts::leftOutReason()});
    const std::size_t shown = m_all ? m_rows.size() : std::min(m_rows.size(), kRowsAtFirst);
    for (std::size_t i = 0; i < shown; ++i) {
        QList<QStandardItem *> cells{new QStandardItem(m_rows[i].gpu), new QStandardItem(m_rows[i].format), new QStandardItem(m_rows[i].reason)};
        cells.last()->setToolTip(m_rows[i].reason);
        m_model->appendRow(cells);
    }
    m_more->setVisible(shown < m_rows.size());
    m_table->setColumnWidth(0, 190);
    m_table->setColumnWidth(1, 70);
    const int row = qMax(m_table->sizeHintForRow(0), 22);
    m_table->setFixedHeight(m_table->header()->sizeHint().height() + row * static_cast<int>(qMax<std::size_t>(shown, 1)) + 4);
}

} // namespace headroom::ui
