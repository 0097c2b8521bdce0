// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/style.h>

#include "style_state.h"

#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace headroom::ui {

void drawRoundedBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, 1));
    painter.setBrush(fill.alpha() == 0 ? QBrush(Qt::NoBrush) : QBrush(fill));
    painter.drawRoundedRect(line.alpha() == 0 ? rect : rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

bool showsKeyboardFocus(const QWidget &widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void drawFocusRing(QPainter &painter, const QRectF &rect, const Tokens &tokens, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

Style::Style(ThemeMode mode) : QProxyStyle(QStringLiteral("Fusion")), m_tokens(tokensFor(mode)) {}

QPalette Style::standardPalette() const
{
    QPalette palette(m_tokens.surface, m_tokens.window);
    const auto set = [&palette](QPalette::ColorRole role, const QColor &normal, const QColor &disabled) {
        palette.setColor(QPalette::Active, role, normal);
        palette.setColor(QPalette::Inactive, role, normal);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, m_tokens.window, m_tokens.window);
    set(QPalette::WindowText, m_tokens.text, m_tokens.textDisabled);
    set(QPalette::Base, m_tokens.surface, m_tokens.surfaceHover);
    set(QPalette::AlternateBase, m_tokens.surfaceHover, m_tokens.surfaceHover);
    set(QPalette::Text, m_tokens.text, m_tokens.textDisabled);
    set(QPalette::Button, m_tokens.surface, m_tokens.surfaceHover);
    set(QPalette::ButtonText, m_tokens.text, m_tokens.textDisabled);
    set(QPalette::BrightText, m_tokens.error, m_tokens.error);
    set(QPalette::PlaceholderText, m_tokens.textSecondary, m_tokens.textDisabled);
    set(QPalette::Highlight, m_tokens.accentSoft, m_tokens.surfaceSunken);
    set(QPalette::HighlightedText, m_tokens.text, m_tokens.textDisabled);
    set(QPalette::Link, m_tokens.accent, m_tokens.textDisabled);
    set(QPalette::LinkVisited, m_tokens.accent, m_tokens.textDisabled);
    set(QPalette::ToolTipBase, m_tokens.surface, m_tokens.surface);
    set(QPalette::ToolTipText, m_tokens.text, m_tokens.text);
    set(QPalette::Light, m_tokens.surface, m_tokens.surface);
    set(QPalette::Midlight, m_tokens.surfaceHover, m_tokens.surfaceHover);
    set(QPalette::Mid, m_tokens.border, m_tokens.border);
    set(QPalette::Dark, m_tokens.borderStrong, m_tokens.border);
    set(QPalette::Shadow, m_tokens.border, m_tokens.border);
    return palette;
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QToolButton *>(widget)
        || qobject_cast<QAbstractSlider *>(widget) || qobject_cast<QLineEdit *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return;
    case PE_PanelButtonTool: {
        const bool down = option->state.testFlag(State_Sunken) || option->state.testFlag(State_On);
        const bool over = enabled && option->state.testFlag(State_MouseOver);
        if (down || over)
            drawRoundedBox(*painter, option->rect, down ? m_tokens.accentSoft : m_tokens.surfaceHover, Qt::transparent, kRadiusControl);
        if (showsFocus(option))
            drawFocusRing(*painter, option->rect, m_tokens, kRadiusControl);
        return;
    }
    case PE_FrameFocusRect:
        if (showsFocus(option) && !qobject_cast<const QAbstractItemView *>(widget))
            drawFocusRing(*painter, option->rect, m_tokens, kRadiusControl);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const bool framed = [option] {
            const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            return frame && frame->lineWidth > 0;
        }();
        if (!framed) {
            if (element == PE_PanelLineEdit)
                painter->fillRect(option->rect, Qt::transparent);
            return;
        }
        const bool invalid = widget && widget->property("invalid").toBool();
        const bool focus = option->state.testFlag(State_HasFocus);
        const QColor line = invalid ? m_tokens.error : focus ? m_tokens.accent : option->state.testFlag(State_MouseOver) ? m_tokens.borderStrong : m_tokens.border;
        drawRoundedBox(*painter, option->rect, enabled ? m_tokens.surface : m_tokens.surfaceHover, line, kRadiusControl);
        if (focus || invalid) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(line, 2));
            painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), kRadiusControl - 1, kRadiusControl - 1);
            painter->restore();
        }
        return;
    }
    case PE_IndicatorCheckBox:
        drawCheck(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(option, painter, true);
        return;
    case PE_PanelTipLabel:
        drawRoundedBox(*painter, option->rect, m_tokens.surface, m_tokens.borderStrong, 0);
        return;
    case PE_Frame:
    case PE_FrameMenu:
        painter->save();
        painter->setPen(m_tokens.border);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option); button && isPrimary(widget)) {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText, button->state.testFlag(State_Enabled) ? m_tokens.onAccent : m_tokens.textDisabled);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
        painter->fillRect(option->rect, m_tokens.surface);
        painter->setPen(m_tokens.border);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_tokens.surface);
        painter->setPen(m_tokens.border);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeaderV2 copy;
            if (const auto *v2 = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option))
                copy = *v2;
            else
                static_cast<QStyleOptionHeader &>(copy) = *header;
            copy.palette.setColor(QPalette::ButtonText, m_tokens.textSecondary);
            copy.rect.adjust(6, 0, -6, 0);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_Slider) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); slider && slider->orientation == Qt::Horizontal) {
            drawSlider(slider, painter, widget);
            return;
        }
    } else if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            drawComboBox(combo, painter, widget);
            return;
        }
    } else if (control == CC_ToolButton) {
        // A button that only opens a menu says so by its icon, not by a second arrow in the corner.
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            QStyleOptionToolButton plain = *button;
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return;
        }
    } else if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawScrollBar(bar, painter, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength: return 22;
    case PM_ScrollBarExtent: return 12;
    case PM_ButtonMargin: return 10;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_DefaultFrameWidth: return widget && qobject_cast<const QLineEdit *>(widget) ? 6 : 1;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return kSpaceS;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton; // a click on the track goes there
    case SH_Slider_PageSetButtons: return Qt::NoButton;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_ScrollBar_MiddleClickAbsolutePosition: return 1;
    case SH_ToolTip_WakeUpDelay: return 400;
    case SH_Menu_SloppySubMenus: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(kSpaceS - 2, 1, -28, -1));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.setHeight(qMax(result.height(), 32));
        result.rwidth() += 2 * kSpaceS;
        break;
    case CT_ComboBox:
        result.setHeight(qMax(result.height(), 30));
        result.rwidth() += kSpaceM;
        break;
    case CT_LineEdit:
        result.setHeight(32);
        break;
    case CT_HeaderSection:
        result.setHeight(qMax(result.height(), 32));
        result.rwidth() += kSpaceM;
        break;
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), 26));
        break;
    default:
        break;
    }
    return result;
}

} // namespace headroom::ui
