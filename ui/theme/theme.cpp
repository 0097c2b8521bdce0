// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/theme.h>

#include <ui/theme/style.h>

#include <QApplication>
#include <QGuiApplication>
#include <QPalette>
#include <QWidget>

namespace headroom::ui {

namespace {

const QStringList &screenFamilies()
{
    static const QStringList families{QStringLiteral("Inter"), QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Sans Serif")};
    return families;
}

QStringList &currentFamilies()
{
    static QStringList families = screenFamilies();
    return families;
}

} // namespace

FontFamilies::FontFamilies(const QStringList &families) : m_before(currentFamilies())
{
    if (!families.isEmpty())
        currentFamilies() = families;
}

void FontFamilies::end()
{
    if (m_active)
        currentFamilies() = m_before;
    m_active = false;
}

void applyTheme(QApplication &application, ThemeMode mode)
{
    application.setFont(fontOf(TextRole::Body));
    auto *style = new Style(mode); // the application owns it
    const QPalette palette = style->standardPalette();
    application.setStyle(style);
    application.setPalette(palette);
}

const Tokens &tokensOf(const QWidget *widget)
{
    const QStyle *style = widget ? widget->style() : QApplication::style();
    if (const auto *own = qobject_cast<const Style *>(style))
        return own->tokens();
    // A widget that draws through a proxy (a test's, a style sheet's) still follows the application.
    if (const auto *own = qobject_cast<const Style *>(QApplication::style()))
        return own->tokens();
    return tokensFor(ThemeMode::Light);
}

QFont fontOf(TextRole role)
{
    QFont font;
    font.setFamilies(currentFamilies());
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting);
    switch (role) {
    case TextRole::Small: font.setPixelSize(11); break;
    case TextRole::Caption: font.setPixelSize(12); break;
    case TextRole::Body: font.setPixelSize(13); break;
    case TextRole::Strong: font.setPixelSize(13); font.setWeight(QFont::DemiBold); break;
    case TextRole::Heading: font.setPixelSize(13); font.setWeight(QFont::DemiBold); break;
    case TextRole::Title: font.setPixelSize(15); font.setWeight(QFont::DemiBold); break;
    case TextRole::Value: font.setPixelSize(26); font.setWeight(QFont::DemiBold); break;
    }
    return font;
}

ThemeMode desktopThemeMode()
{
    return QGuiApplication::palette().color(QPalette::Window).lightnessF() < 0.5f ? ThemeMode::Dark : ThemeMode::Light;
}

} // namespace headroom::ui
