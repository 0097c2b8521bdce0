// SPDX-License-Identifier: GPL-3.0-or-later
#include "poller_thread.h"

#include "poller.h"

#include <QMetaObject>

namespace headroom::monitor {

PollerThread::PollerThread(QObject *parent)
    : PollerThread(std::shared_ptr<const SecretStore>(), parent)
{
}

PollerThread::PollerThread(std::shared_ptr<const SecretStore> secrets, QObject *parent)
    : QObject(parent)
    , m_poller(new Poller(std::make_shared<SystemPollClock>(), sourceFactory(std::move(secrets))))
{
    qRegisterMetaType<headroom::monitor::Snapshot>();
    m_thread.setObjectName(QStringLiteral("I/O"));
    m_poller->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_poller, &QObject::deleteLater);
    connect(m_poller, &Poller::snapshotReady, this, &PollerThread::snapshotReady);
    m_thread.start();
}

PollerThread::~PollerThread()
{
    m_thread.quit();
    m_thread.wait();
}

void PollerThread::setSources(const std::vector<SourceConfig> &sources)
{
    QMetaObject::invokeMethod(m_poller, [poller = m_poller, sources] { poller->setSources(sources); }, Qt::QueuedConnection);
}

void PollerThread::pollNow(const std::string &sourceId)
{
    QMetaObject::invokeMethod(m_poller, [poller = m_poller, sourceId] { poller->pollNow(sourceId); }, Qt::QueuedConnection);
}

} // namespace headroom::monitor
