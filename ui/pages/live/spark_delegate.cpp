// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/live/spark_delegate.h>

#include <present/live/gpu_table_model.h>
#include <ui/theme/theme.h>

#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace headroom::ui {

void SparkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    DataTableDelegate::paint(painter, option, index);
    const auto values = index.data(present::GpuTableModel::SparkRole).value<QVector<float>>();
    const QRectF room = QRectF(option.rect).adjusted(10, 6, -10, -6);
    if (values.size() < 2 || room.width() < 8)
        return;
    const Tokens &tokens = tokensOf(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens.grid, 1));
    painter->drawLine(room.bottomLeft(), room.bottomRight());
    painter->setPen(QPen(tokens.accent, 1));
    QPolygonF line;
    const auto flush = [&] {
        if (line.size() == 1) // a value between two gaps is no line
            painter->drawEllipse(line.first(), 0.8, 0.8);
        else if (line.size() > 1)
            painter->drawPolyline(line);
        line.clear();
    };
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto value = static_cast<double>(values.at(i));
        if (!std::isfinite(value)) {
            flush();
            continue;
        }
        line << QPointF(room.left() + room.width() * static_cast<double>(i) / static_cast<double>(values.size() - 1), room.bottom() - room.height() * std::min(1.0, value));
    }
    flush();
    painter->restore();
}

} // namespace headroom::ui
