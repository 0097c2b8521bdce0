// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop_notifier.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDateTime>
#include <QSystemTrayIcon>

namespace headroom::app {

namespace {
constexpr int kMostAMinute = 10;
constexpr int kShownMs = 10000;
} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent) : QObject(parent) {}

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::tell(const QString &title, const QString &text, bool urgent)
{
    // Off screen there is nobody to tell.
    if (QApplication::platformName() == u"offscreen" || QApplication::platformName() == u"minimal")
        return;
    const qint64 minute = QDateTime::currentSecsSinceEpoch() / 60;
    m_inMinute = minute == m_minute ? m_inMinute + 1 : 1;
    m_minute = minute;
    if (m_inMinute > kMostAMinute)
        return;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return tellByTray(title, text, urgent);
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
                                                       QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    // The service reads markup in the text; names come from clusters.
    call << QStringLiteral("Headroom") << 0U << QStringLiteral("headroom") << title << text.toHtmlEscaped() << QStringList()
         << QVariantMap{{QStringLiteral("urgency"), QVariant::fromValue(static_cast<uchar>(urgent ? 2 : 1))}, {QStringLiteral("desktop-entry"), QStringLiteral("headroom")}} << -1;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, title, text, urgent](QDBusPendingCallWatcher *done) {
        if (done->isError())
            tellByTray(title, text, urgent);
        done->deleteLater();
    });
}

void DesktopNotifier::tellByTray(const QString &title, const QString &text, bool urgent)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    if (!m_tray) {
        m_tray = std::make_unique<QSystemTrayIcon>(QApplication::windowIcon());
        m_tray->show();
    }
    m_tray->showMessage(title, text, urgent ? QSystemTrayIcon::Critical : QSystemTrayIcon::Warning, kShownMs);
}

} // namespace headroom::app
