// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/link_button.h>

#include <ui/theme/style.h>
#include <ui/theme/theme.h>

#include <QKeyEvent>
#include <QPainter>

namespace headroom::ui {

LinkButton::LinkButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setFont(fontOf(TextRole::Caption));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 6, fontMetrics().height() + 4};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    QFont shown = font();
    shown.setUnderline(underMouse() || isDown());
    painter.setFont(shown);
    painter.setPen(isEnabled() ? tokens.accent : tokens.textDisabled);
    painter.drawText(rect(), Qt::AlignCenter, text());
    if (showsKeyboardFocus(*this))
        drawFocusRing(painter, rect(), tokens, 3);
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void LinkButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void LinkButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace headroom::ui
