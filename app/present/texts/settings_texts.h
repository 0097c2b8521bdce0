// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of the Settings page, in the program's language.
class SettingsTexts {
Q_DECLARE_TR_FUNCTIONS(SettingsTexts)

public:
    static QString pageTitle() { return tr("Settings"); }
    static QString appearance() { return tr("Appearance"); }
    static QString language() { return tr("Language"); }
    static QString languageName(const QString &id);
    static QString theme() { return tr("Theme"); }
    static QString themeName(const QString &id);
    static QString data() { return tr("Data"); }
    static QString dataFolder() { return tr("Data folder"); }
    static QString dataFolderHelp() { return tr("Scenarios, settings and imported models are stored here."); }
    static QString openFolder() { return tr("Open folder"); }
    static QString catalog() { return tr("Catalog"); }
    static QString guide() { return tr("Guided steps"); }
    static QString guideHelp() { return tr("The five steps that a first visit is led through."); }
    static QString showGuide() { return tr("Guide me again"); }
    static QString about() { return tr("About"); }
    static QString version() { return tr("Version"); }
    static QString shortcuts() { return tr("Keyboard"); }
    static QString shortcutsText();
};

} // namespace headroom::present
