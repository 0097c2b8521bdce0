// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <present/i18n/language.h>

#include <QString>

#include <array>
#include <memory>

class QApplication;

namespace headroom::app {

// Widgets without a display, for the commands that draw (proposal, export-image): a QApplication on Qt's off-screen
// platform, in a language and theme of the command's choice. Lives for the command.
class OffscreenApplication {
public:
    // `dark`: the dark theme; `languageId`: as present::Language knows it.
    OffscreenApplication(const QString &languageId, bool dark);
    ~OffscreenApplication();
    OffscreenApplication(const OffscreenApplication &) = delete;
    OffscreenApplication &operator=(const OffscreenApplication &) = delete;

    QApplication &application() { return *m_application; }
    present::Language &language() { return *m_language; }

private:
    int m_count = 1;
    std::array<char, 9> m_name{'h', 'e', 'a', 'd', 'r', 'o', 'o', 'm', '\0'};
    std::array<char *, 2> m_words{m_name.data(), nullptr};
    std::unique_ptr<QApplication> m_application;
    std::unique_ptr<present::Language> m_language;   // needs the application to install its texts
};

// The language of --lang, or of the environment where it is empty. Error: BadValue with what would be accepted.
core::Result<QString> languageOption(const QString &option);

} // namespace headroom::app
