// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/tokens.h>

#include <QFont>
#include <QStringList>

class QApplication;
class QWidget;

namespace headroom::ui {

// Sizes of text. Small 11, Caption 12, Body 13, Heading 13 semibold, Title 15 semibold, Value 26 semibold (pixels).
enum class TextRole { Small, Caption, Body, Strong, Heading, Title, Value };

// Puts style, palette and fonts of a theme on the program. May be called again at any time: every widget hears
// QEvent::StyleChange. Widgets must not use style sheets: they would put a style of Qt's own in between.
void applyTheme(QApplication &application, ThemeMode mode);

// The colours of the style that draws `widget`; the light ones before applyTheme().
const Tokens &tokensOf(const QWidget *widget);

// Inter, with WenQuanYi Micro Hei for Han characters.
QFont fontOf(TextRole role);

// While it lives, fontOf() gives these families (empty: the usual ones): for print, where Inter's contextual alternates
// would not extract as text. GUI thread; ends in the reverse order of making.
class FontFamilies {
public:
    explicit FontFamilies(const QStringList &families);
    ~FontFamilies() { end(); }
    FontFamilies(const FontFamilies &) = delete;
    FontFamilies &operator=(const FontFamilies &) = delete;
    void end();

private:
    QStringList m_before;
    bool m_active = true;
};

// Whether the desktop asks for a dark theme (its window colour is dark). Asked before applyTheme().
ThemeMode desktopThemeMode();

} // namespace headroom::ui
