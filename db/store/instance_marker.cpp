// SPDX-License-Identifier: GPL-3.0-or-later
#include "instance_marker.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <fmt/format.h>

namespace headroom::db {
namespace {

const QString kPrefix = QStringLiteral("headroom.db.open-");
const QString kCheck = QStringLiteral("headroom.db.check"); // outlives a check that failed

QDir dirOf(const std::filesystem::path &folder)
{
    return QDir(QString::fromStdString(folder.string()));
}

} // namespace

InstanceMarker::InstanceMarker(std::filesystem::path folder, const QString &lockFile) : m_folder(std::move(folder)), m_lock(lockFile)
{
    m_lock.setStaleLockTime(0); // a long session is no stale one; only a dead process is
}

InstanceMarker::~InstanceMarker()
{
    m_lock.unlock();
}

core::Result<std::unique_ptr<InstanceMarker>> InstanceMarker::claim(const std::filesystem::path &folder)
{
    const QString name = kPrefix + QUuid::createUuid().toString(QUuid::Id128).left(12);
    std::unique_ptr<InstanceMarker> marker(new InstanceMarker(folder, dirOf(folder).filePath(name)));
    if (!marker->m_lock.tryLock(0))
        return std::unexpected(core::Error{core::ErrorCode::Unwritable,
            "the folder cannot be written: a folder that you may write, with free space, would be accepted (--data-dir names another)", folder.string(), {}, 0});
    marker->lookForOthers();
    return marker;
}

void InstanceMarker::lookForOthers()
{
    const QDir dir = dirOf(m_folder);
    m_mustCheck = dir.exists(kCheck);
    for (const QString &name : dir.entryList({kPrefix + QStringLiteral("????????????")}, QDir::Files | QDir::Hidden)) {
        const QString path = dir.filePath(name);
        if (path == m_lock.fileName())
            continue;
        QLockFile other(path);
        other.setStaleLockTime(0);
        // Only the lock of a process that is gone can be taken.
        if (!other.tryLock(0)) {
            m_othersAreOpen = m_othersAreOpen || other.error() == QLockFile::LockFailedError;
            continue;
        }
        m_mustCheck = true;
        QFile check(dir.filePath(kCheck)); // before the marker goes, so that a second crash does not lose the reason
        if (check.open(QIODevice::WriteOnly))
            check.close();
    }
}

void InstanceMarker::checked()
{
    m_mustCheck = false;
    dirOf(m_folder).remove(kCheck);
}

} // namespace headroom::db
