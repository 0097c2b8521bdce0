// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/tokens.h>

#include <QProxyStyle>

class QStyleOptionComboBox;
class QStyleOptionSlider;

namespace headroom::ui {

// Headroom's drawing of Qt's own controls: Fusion with flat surfaces, hairlines, one accent and a visible focus ring.
// A QPushButton with the property "primary" = true is filled with the accent.
class Style : public QProxyStyle {
Q_OBJECT

public:
    explicit Style(ThemeMode mode);

    const Tokens &tokens() const { return m_tokens; }

    QPalette standardPalette() const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;

private:
    void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawSlider(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComboBox *option, QPainter *painter, const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget) const;
    void drawCheck(const QStyleOption *option, QPainter *painter, bool round) const;

    const Tokens &m_tokens;
};

// A rounded box with a hairline that lies on whole device pixels. Either brush or line may be transparent.
void drawRoundedBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal radius);

// Whether the keyboard is on the widget and has been used to get about: a ring after a mouse click is only noise.
bool showsKeyboardFocus(const QWidget &widget);

// The ring around what the keyboard is on.
void drawFocusRing(QPainter &painter, const QRectF &rect, const Tokens &tokens, qreal radius);

} // namespace headroom::ui
