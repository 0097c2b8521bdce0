// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QVector>

namespace headroom::ui {

// At most about two points a column of `columns` equal stretches of x (lowest and highest of each, in order of x), so
// that a peak of one sample stays visible. Gaps (NaN in y) stay gaps. Points are in order of x.
QVector<QPointF> decimated(const QVector<QPointF> &points, double from, double to, int columns);

} // namespace headroom::ui
