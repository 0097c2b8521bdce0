// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/charts/decimation.h>

#include <cmath>

namespace headroom::ui {

QVector<QPointF> decimated(const QVector<QPointF> &points, double from, double to, int columns)
{
    if (columns < 1 || points.size() <= 2 * static_cast<qsizetype>(columns) || !(to > from))
        return points;
    QVector<QPointF> kept;
    kept.reserve(2 * columns + 16);
    const double scale = columns / (to - from);
    int column = -1;
    QPointF lowest;
    QPointF highest;
    bool any = false;
    const auto flush = [&] {
        if (!any)
            return;
        const bool lowFirst = lowest.x() <= highest.x();
        kept.push_back(lowFirst ? lowest : highest);
        if (lowest != highest)
            kept.push_back(lowFirst ? highest : lowest);
        any = false;
    };
    for (const QPointF &point : points) {
        if (!std::isfinite(point.y())) {
            flush();
            if (kept.isEmpty() || std::isfinite(kept.last().y()))
                kept.push_back(point);
            continue;
        }
        const int at = static_cast<int>(std::floor((point.x() - from) * scale));
        if (at != column) {
            flush();
            column = at;
        }
        if (!any) {
            lowest = highest = point;
            any = true;
        } else if (point.y() < lowest.y()) {
            lowest = point;
        } else if (point.y() > highest.y()) {
            highest = point;
        }
    }
    flush();
    return kept;
}

} // namespace headroom::ui
