// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/settings_texts.h>

namespace headroom::present {

QString SettingsTexts::languageName(const QString &id)
{
    // A language is named in itself, so that whoever reads only that one finds it.
    if (id == QLatin1String("en"))
        return QStringLiteral("English");
    if (id == QLatin1String("zh_CN"))
        return QStringLiteral("简体中文");
    return tr("As the system", "language or theme");
}

QString SettingsTexts::themeName(const QString &id)
{
    if (id == QLatin1String("light"))
        return tr("Light");
    if (id == QLatin1String("dark"))
        return tr("Dark");
    return tr("As the system", "language or theme");
}

QString SettingsTexts::shortcutsText()
{
    return tr("Ctrl+1 to Ctrl+9 go to the pages. Ctrl+Z and Ctrl+Shift+Z undo and redo. Ctrl+S saves a revision, Ctrl+P makes the proposal. "
              "In charts and in the fleet the arrow keys move, and what stands there is read out.");
}

} // namespace headroom::present
