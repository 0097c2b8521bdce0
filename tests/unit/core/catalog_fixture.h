// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog_loader.h>

#include <QFile>
#include <QString>

namespace headroom::test {

// The shipped catalog, loaded once for a test program.
inline const core::Result<core::Catalog> &shippedCatalog()
{
    static const core::Result<core::Catalog> catalog = core::loadCatalog(HEADROOM_SOURCE_DIR "/resources/catalog");
    return catalog;
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace headroom::test
