// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/library/price_preview_model.h>

#include <present/format/figure_format.h>
#include <present/texts/price_texts.h>

namespace headroom::present {
namespace {

constexpr std::size_t kMostRows = 5000;

QString offerName(const core::PricePoint &point)
{
    return QString::fromStdString(point.provider + " " + point.instance + (point.region.empty() ? "" : " " + point.region));
}

} // namespace

PricePreviewModel::PricePreviewModel(QObject *parent) : QAbstractTableModel(parent) {}

void PricePreviewModel::setPreview(PricePreviewPtr preview)
{
    beginResetModel();
    m_preview = std::move(preview);
    build();
    endResetModel();
}

void PricePreviewModel::retranslate()
{
    beginResetModel();
    build();
    endResetModel();
}

void PricePreviewModel::build()
{
    m_rows.clear();
    if (!m_preview)
        return;
    const FigureFormat format;
    const auto add = [&](Row row) {
        if (m_rows.size() < kMostRows)
            m_rows.push_back(std::move(row));
    };
    const auto point = [&](const QString &what, const core::PricePoint &p, const QString &before) {
        add({what, offerName(p), PriceTexts::commitment(p.commitment), before, format.money(p.perHour), FigureFormat::date(p.source.asOf)});
    };
    const auto note = [&](const QString &what, const core::PriceNote &n) {
        add({what, n.subject.empty() ? PriceTexts::row(n.row, n.rows) : QString::fromStdString(n.subject), {}, {}, {}, PriceTexts::remark(n)});
    };
    for (const core::PriceChange &change : m_preview->changed)
        point(PriceTexts::isChanged(), change.after, format.money(change.before.perHour));
    for (const core::PriceNote &n : m_preview->suspicious)
        note(PriceTexts::isDoubted(), n);
    for (const core::PricePoint &p : m_preview->added)
        point(PriceTexts::isNew(), p, {});
    for (const core::PricePoint &p : m_preview->confirmed)
        point(PriceTexts::isConfirmed(), p, format.money(p.perHour));
    for (const core::PriceNote &n : m_preview->skipped)
        note(PriceTexts::isSkipped(), n);
}

int PricePreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PricePreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PricePreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(index.column() == Before || index.column() == After ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    return m_rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
}

QVariant PricePreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == Before || section == After ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(PriceTexts::column(section)) : QVariant();
}

} // namespace headroom::present
