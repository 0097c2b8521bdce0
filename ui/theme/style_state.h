// SPDX-License-Identifier: GPL-3.0-or-later
// Private to ui/theme: what the style asks of a widget before it draws it.
#pragma once

#include <QStyleOption>
#include <QVariant>
#include <QWidget>

namespace headroom::ui {

inline bool isPrimary(const QWidget *widget)
{
    return widget && widget->property("primary").toBool();
}

inline bool showsFocus(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_KeyboardFocusChange);
}

} // namespace headroom::ui
