// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_writer.h"

#include <ui/theme/tokens.h>

#include <QFontMetricsF>

namespace headroom::ui {
namespace {

constexpr qreal kMargin = 48;
constexpr qreal kFooterHeight = 24;

} // namespace

PageWriter::PageWriter(QPdfWriter &writer, QString footer) : m_writer(writer), m_footer(std::move(footer))
{
    if (!m_painter.begin(&writer))
        return;
    const QSizeF page = writer.pageLayout().pageSize().size(QPageSize::Point);
    const qreal scale = writer.resolution() / 72.0;
    m_painter.scale(scale, scale);
    m_content = QRectF(kMargin, kMargin, page.width() - 2 * kMargin, page.height() - 2 * kMargin - kFooterHeight);
    m_y = m_content.top();
    drawFooter();
}

QFont PageWriter::font(qreal points, bool bold)
{
    // Pixel sizes, because one pixel of the scaled painter is one point of the page. Digits come from the Latin font: in
    // the Han font they would not extract as text.
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(qMax(1, qRound(points)));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

void PageWriter::drawFooter()
{
    const Tokens &tokens = tokensFor(ThemeMode::Light);
    const QRectF rect(m_content.left(), m_content.bottom() + 8, m_content.width(), kFooterHeight);
    drawText(rect, m_footer, font(8), tokens.textSecondary);
    drawText(rect, QString::number(m_page), font(8), tokens.textSecondary, Qt::AlignRight);
}

void PageWriter::ensure(qreal height)
{
    if (height <= room() || m_y <= m_content.top())
        return;
    m_writer.newPage();
    ++m_page;
    m_y = m_content.top();
    drawFooter();
}

bool PageWriter::end()
{
    return m_painter.end();
}

qreal PageWriter::textHeight(const QString &text, const QFont &font, qreal width) const
{
    // Metrics of the logical font: the painter's scale takes care of the device.
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, text).height();
}

void PageWriter::drawText(const QRectF &rect, const QString &text, const QFont &font, const QColor &color, Qt::Alignment alignment)
{
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.drawText(rect, static_cast<int>(alignment | Qt::AlignTop) | Qt::TextWordWrap, text);
}

} // namespace headroom::ui
