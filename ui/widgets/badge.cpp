// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/badge.h>

#include <ui/theme/icons.h>
#include <ui/theme/style.h>

#include <QPainter>

namespace headroom::ui {

namespace {
constexpr int kPadding = 9;
constexpr int kIconSize = 13;
} // namespace

Badge::Badge(QWidget *parent) : QWidget(parent)
{
    setFont(fontOf(TextRole::Small));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

Badge::Badge(const QString &text, Tone tone, QWidget *parent) : Badge(parent)
{
    setText(text);
    setTone(tone);
}

void Badge::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setTone(Tone tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    update();
}

void Badge::setIcon(const QString &iconName)
{
    if (iconName == m_icon)
        return;
    m_icon = iconName;
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    const int icon = m_icon.isEmpty() ? 0 : kIconSize + 4;
    return {fontMetrics().horizontalAdvance(m_text) + 2 * kPadding + icon + 1, fontMetrics().height() + 6};
}

QSize Badge::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 48), sizeHint().height()};
}

void Badge::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    const bool outlined = m_tone == Tone::Neutral || m_tone == Tone::Secondary;
    drawRoundedBox(painter, rect(), outlined ? QColor(Qt::transparent) : tokens.toneSoftColor(m_tone), outlined ? tokens.border : QColor(Qt::transparent), height() / 2.0);
    QRect textRect = rect().adjusted(kPadding, 0, -kPadding, 0);
    const QColor ink = tokens.toneColor(m_tone);
    if (!m_icon.isEmpty()) {
        drawIcon(painter, m_icon, ink, QRectF(textRect.left() - 2, (height() - kIconSize) / 2.0, kIconSize, kIconSize));
        textRect.setLeft(textRect.left() + kIconSize + 2);
    }
    painter.setPen(ink);
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(m_text, Qt::ElideRight, textRect.width() + 2));
}

} // namespace headroom::ui
