// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/text_label.h>

#include <QEvent>
#include <QPainter>

namespace headroom::ui {

TextLabel::TextLabel(TextRole role, Tone tone, QWidget *parent) : QLabel(parent), m_role(role), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    restyle();
}

TextLabel::TextLabel(const QString &text, TextRole role, Tone tone, QWidget *parent) : TextLabel(role, tone, parent)
{
    setText(text);
}

void TextLabel::setTone(Tone tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    restyle();
}

void TextLabel::setRole(TextRole role)
{
    m_role = role;
    restyle();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void TextLabel::restyle()
{
    setFont(fontOf(m_role));
    QPalette own;
    own.setColor(QPalette::WindowText, tokensOf(this).toneColor(m_tone));
    own.setColor(QPalette::Disabled, QPalette::WindowText, tokensOf(this).textDisabled);
    setPalette(own);
}

ElidedLabel::ElidedLabel(TextRole role, Tone tone, QWidget *parent) : TextLabel(role, tone, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (text == m_fullText)
        return;
    m_fullText = text;
    setAccessibleName(text);
    updateToolTip();
    updateGeometry();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(fontMetrics().averageCharWidth() * 2, sizeHint().width()), fontMetrics().height() + 2};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_fullText) + 2, fontMetrics().height() + 2};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(rect(), static_cast<int>(alignment()), fontMetrics().elidedText(m_fullText, m_mode, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    TextLabel::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::updateToolTip()
{
    setToolTip(fontMetrics().horizontalAdvance(m_fullText) > width() ? m_fullText : QString());
}

} // namespace headroom::ui
