// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/style.h>

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

namespace {

bool isPrimary(const QWidget *widget)
{
    return widget && widget->property("primary").toBool();
}

bool showsFocus(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_KeyboardFocusChange);
}

void drawChevron(QPainter &painter, const QPointF &center, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{center + QPointF(-4, -2), center + QPointF(0, 2), center + QPointF(4, -2)});
    painter.restore();
}

} // namespace

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
