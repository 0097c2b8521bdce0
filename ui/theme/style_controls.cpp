// SPDX-License-Identifier: GPL-3.0-or-later
// How the single controls are drawn; style.cpp says which is which.
#include <ui/theme/style.h>

#include "style_state.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace headroom::ui {

namespace {

void drawChevron(QPainter &painter, const QPointF &center, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{center + QPointF(-4, -2), center + QPointF(0, 2), center + QPointF(4, -2)});
    painter.restore();
}

} // namespace

void Style::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool over = enabled && option->state.testFlag(State_MouseOver);
    const bool down = enabled && (option->state.testFlag(State_Sunken) || option->state.testFlag(State_On));
    if (isPrimary(widget)) {
        const QColor fill = !enabled ? m_tokens.surfaceSunken : down || over ? m_tokens.accentHover : m_tokens.accent;
        drawRoundedBox(*painter, option->rect, fill, Qt::transparent, kRadiusControl);
        if (showsFocus(option)) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(m_tokens.onAccent, 1.5));
            painter->drawRoundedRect(QRectF(option->rect).adjusted(3, 3, -3, -3), kRadiusControl - 2, kRadiusControl - 2);
            painter->restore();
        }
        return;
    }
    const QColor fill = down ? m_tokens.accentSoft : over ? m_tokens.surfaceHover : m_tokens.surface;
    drawRoundedBox(*painter, option->rect, fill, down ? m_tokens.accent : m_tokens.border, kRadiusControl);
    if (showsFocus(option))
        drawFocusRing(*painter, option->rect, m_tokens, kRadiusControl);
}

void Style::drawSlider(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget) const
{
    const QRectF groove = proxy()->subControlRect(CC_Slider, option, SC_SliderGroove, widget);
    const QRectF handle = proxy()->subControlRect(CC_Slider, option, SC_SliderHandle, widget);
    const bool enabled = option->state.testFlag(State_Enabled);
    const QColor accent = enabled ? m_tokens.accent : m_tokens.textDisabled;
    const QRectF track(groove.left(), groove.center().y() - 2, groove.width(), 4);
    const bool fromRight = option->upsideDown;
    QRectF filled = track;
    if (fromRight)
        filled.setLeft(handle.center().x());
    else
        filled.setRight(handle.center().x());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_tokens.track);
    painter->drawRoundedRect(track, 2, 2);
    painter->setBrush(accent);
    painter->drawRoundedRect(filled, 2, 2);
    const QPointF center = handle.center();
    if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange)) {
        QColor halo = m_tokens.accent;
        halo.setAlpha(70);
        painter->setBrush(halo);
        painter->drawEllipse(center, 10.5, 10.5);
    }
    const bool over = enabled && option->activeSubControls.testFlag(SC_SliderHandle) && option->state.testFlag(State_MouseOver);
    painter->setPen(QPen(accent, 2));
    painter->setBrush(over || option->state.testFlag(State_Sunken) ? m_tokens.accentSoft : m_tokens.surface);
    painter->drawEllipse(center, 7, 7);
    painter->restore();
}

void Style::drawComboBox(const QStyleOptionComboBox *option, QPainter *painter, const QWidget *widget) const
{
    Q_UNUSED(widget)
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool over = enabled && option->state.testFlag(State_MouseOver);
    const QColor line = over ? m_tokens.borderStrong : m_tokens.border;
    drawRoundedBox(*painter, option->rect, enabled ? m_tokens.surface : m_tokens.surfaceHover, line, kRadiusControl);
    if (showsFocus(option))
        drawFocusRing(*painter, option->rect, m_tokens, kRadiusControl);
    const bool rightToLeft = option->direction == Qt::RightToLeft;
    const QPointF center(rightToLeft ? option->rect.left() + 15.0 : option->rect.right() - 14.0, QRectF(option->rect).center().y());
    drawChevron(*painter, center, enabled ? m_tokens.textSecondary : m_tokens.textDisabled);
}

void Style::drawScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget) const
{
    painter->fillRect(option->rect, widget && widget->parentWidget() ? widget->palette().color(QPalette::Window) : m_tokens.window);
    if (option->maximum <= option->minimum)
        return;
    const QRectF handle = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool active = option->state.testFlag(State_MouseOver) || option->state.testFlag(State_Sunken);
    const QRectF thumb = option->orientation == Qt::Vertical ? handle.adjusted(3, 2, -3, -2) : handle.adjusted(2, 3, -2, -3);
    drawRoundedBox(*painter, thumb, active ? m_tokens.borderStrong : m_tokens.track, Qt::transparent, 3);
}

void Style::drawCheck(const QStyleOption *option, QPainter *painter, bool round) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool on = option->state.testFlag(State_On);
    const bool partial = option->state.testFlag(State_NoChange);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor fill = (on || partial) ? (enabled ? m_tokens.accent : m_tokens.textDisabled) : m_tokens.surface;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on || partial ? fill : enabled ? m_tokens.borderStrong : m_tokens.border, 1));
    painter->setBrush(fill);
    const qreal radius = round ? box.width() / 2 : 3;
    painter->drawRoundedRect(box, radius, radius);
    if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_tokens.onAccent);
        painter->drawEllipse(box.center(), box.width() * 0.22, box.width() * 0.22);
    } else if (on) {
        painter->setPen(QPen(m_tokens.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF c = box.center();
        const qreal w = box.width();
        painter->drawPolyline(QPolygonF{c + QPointF(-0.26 * w, 0.02 * w), c + QPointF(-0.06 * w, 0.22 * w), c + QPointF(0.28 * w, -0.2 * w)});
    } else if (partial) {
        painter->setPen(QPen(m_tokens.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(box.center() - QPointF(0.25 * box.width(), 0), box.center() + QPointF(0.25 * box.width(), 0));
    }
    painter->restore();
}

} // namespace headroom::ui
