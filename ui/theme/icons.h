// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/tokens.h>

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace headroom::ui {

// One of the program's own line icons ("plan", "undo", ...: resources/icons) in a colour, drawn anew for each size and
// pixel ratio. An unknown name is a programming error (assert).
QIcon iconFor(const QString &name, const QColor &color, const QColor &disabledColor);
QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio);
void drawIcon(QPainter &painter, const QString &name, const QColor &color, const QRectF &rect);

// The program's own mark, for windows and packaging.
QIcon applicationIcon();

} // namespace headroom::ui
