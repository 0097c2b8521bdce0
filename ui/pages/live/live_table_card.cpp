// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/live/live_table_card.h>

#include <ui/theme/icons.h>
#include <ui/widgets/data_table.h>

#include <QBoxLayout>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>

namespace headroom::ui {

using present::LiveTableModel;
using present::TextTone;

namespace {

// Tones in their colour, and errors and warnings with their sign: colour is never the only channel.
class ToneDelegate : public DataTableDelegate {
public:
    using DataTableDelegate::DataTableDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        DataTableDelegate::initStyleOption(option, index);
        const Tokens &tokens = tokensOf(option->widget);
        const auto tone = static_cast<TextTone>(index.data(LiveTableModel::ToneRole).toInt());
        const QColor ink = tone == TextTone::Error ? tokens.error : tone == TextTone::Warning ? tokens.warning : tone == TextTone::Good ? tokens.good
                         : tone == TextTone::Accent ? tokens.accent : tone == TextTone::Secondary ? tokens.textSecondary : tokens.text;
        option->palette.setColor(QPalette::Text, ink);
        option->palette.setColor(QPalette::HighlightedText, ink);
        if (tone != TextTone::Error && tone != TextTone::Warning)
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = iconFor(tone == TextTone::Error ? QStringLiteral("error") : QStringLiteral("warning"), ink, ink);
        option->decorationSize = {14, 14};
    }
};

} // namespace

LiveTableCard::LiveTableCard(const QString &name, QWidget *parent)
    : Card(parent), m_sorted(new QSortFilterProxyModel(this)), m_view(makeDataTable(this)), m_summary(new TextLabel(TextRole::Body, Tone::Secondary)), m_empty(new TextLabel(TextRole::Body, Tone::Secondary))
{
    auto *content = new QWidget;
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kSpaceS);
    m_layout->addWidget(m_summary);
    m_layout->addWidget(m_view, 1);
    m_layout->addWidget(m_empty, 1);
    m_summary->setWordWrap(true);
    m_summary->setObjectName(name + QStringLiteral(".summary"));
    m_empty->setObjectName(name + QStringLiteral(".empty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMinimumHeight(90);
    m_view->setObjectName(name);
    m_view->setItemDelegate(new ToneDelegate(m_view));
    m_sorted->setSourceModel(&m_model);
    m_sorted->setSortRole(LiveTableModel::SortRole);
    m_view->setModel(m_sorted);
    m_view->sortByColumn(-1, Qt::AscendingOrder); // at first the model's own order
    m_view->setMinimumHeight(150);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LiveTableCard::currentChanged);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LiveTableCard::currentChanged);
    setContent(content);
}

void LiveTableCard::setTools(QWidget *tools)
{
    m_layout->insertWidget(0, tools);
}

void LiveTableCard::setTable(const present::LiveTable &table)
{
    const bool shape = table.columns.size() != m_model.table().columns.size();
    const QString key = currentKey();
    m_model.setTable(table);
    if (shape) {
        auto *header = m_view->horizontalHeader();
        for (int i = 0; i < static_cast<int>(table.columns.size()); ++i)
            header->setSectionResizeMode(i, table.columns[static_cast<std::size_t>(i)].wide ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
        header->setStretchLastSection(std::ranges::none_of(table.columns, &present::LiveTableColumn::wide));
    }
    // A row that is still there stays chosen, whatever came or went beside it.
    if (!key.isEmpty() && currentKey() != key)
        for (int row = 0; row < m_sorted->rowCount(); ++row)
            if (m_sorted->index(row, 0).data(LiveTableModel::KeyRole).toString() == key)
                m_view->setCurrentIndex(m_sorted->index(row, 0));
    m_summary->setText(table.summary);
    m_summary->setVisible(!table.summary.isEmpty());
    m_empty->setText(table.emptyText);
    m_empty->setVisible(table.rows.empty());
    m_view->setVisible(!table.rows.empty());
    m_view->setAccessibleName(title());
    m_view->setAccessibleDescription(table.summary);
}

QString LiveTableCard::currentKey() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? current.data(LiveTableModel::KeyRole).toString() : QString();
}

} // namespace headroom::ui
