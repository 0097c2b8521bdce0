// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <array>
#include <optional>

namespace headroom::app {

// Qt's plugins, processes and event loops need an application object. Makes one for as long as this lives, unless there is
// one already (the window's).
class QtApplication {
public:
    QtApplication()
    {
        if (!QCoreApplication::instance())
            m_application.emplace(m_count, m_words.data());
    }
    QtApplication(const QtApplication &) = delete;
    QtApplication &operator=(const QtApplication &) = delete;

private:
    // Qt keeps references to both.
    int m_count = 1;
    std::array<char, 9> m_name{'h', 'e', 'a', 'd', 'r', 'o', 'o', 'm', '\0'};
    std::array<char *, 2> m_words{m_name.data(), nullptr};
    std::optional<QCoreApplication> m_application;
};

} // namespace headroom::app
