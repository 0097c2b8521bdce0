// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QRectF>
#include <QString>

namespace headroom::ui {

// A cursor that runs down A4 pages. Lengths are in points (1/72 inch), whatever the resolution of the writer.
class PageWriter {
public:
    PageWriter(QPdfWriter &writer, QString footer);

    QPainter &painter() { return m_painter; }
    bool isActive() const { return m_painter.isActive(); }
    qreal width() const { return m_content.width(); }
    qreal left() const { return m_content.left(); }
    qreal y() const { return m_y; }
    void advance(qreal height) { m_y += height; }
    qreal room() const { return m_content.bottom() - m_y; }
    // Turns the page unless `height` still fits; a block higher than a page starts on a fresh one.
    void ensure(qreal height);
    bool end();

    // Fonts in points; Latin letters and digits first, Han characters from the second family.
    static QFont font(qreal points, bool bold = false);
    qreal textHeight(const QString &text, const QFont &font, qreal width) const;
    void drawText(const QRectF &rect, const QString &text, const QFont &font, const QColor &color, Qt::Alignment alignment = Qt::AlignLeft);

private:
    void drawFooter();

    QPdfWriter &m_writer;
    QPainter m_painter;
    QString m_footer;
    QRectF m_content;
    qreal m_y = 0;
    int m_page = 1;
};

} // namespace headroom::ui
