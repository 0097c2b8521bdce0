// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QSystemTrayIcon;

namespace headroom::app {

// Tells things on the desktop: by its notification service (org.freedesktop.Notifications), else by a tray icon; where there
// is neither, not at all. At most ten a minute, so that a burst of alerts does not bury the desktop. Never waits. GUI thread.
class DesktopNotifier : public QObject {
Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);
    ~DesktopNotifier() override;

    void tell(const QString &title, const QString &text, bool urgent);

private:
    void tellByTray(const QString &title, const QString &text, bool urgent);

    std::unique_ptr<QSystemTrayIcon> m_tray;
    qint64 m_minute = 0;
    int m_inMinute = 0;
};

} // namespace headroom::app
