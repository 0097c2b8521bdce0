// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace headroom::test {

// One layer as the build declared it.
struct Layer {
    QString name;          // core
    QString folder;        // app/core, relative to the checkout
    QStringList values;    // headers of plain structs, relative to the folder
    QStringList headers;   // the other public headers
    QStringList roots;     // include folders that its sources are compiled with
};

// The layers of this build by name; empty when the build wrote nothing down.
QMap<QString, Layer> layersOfThisBuild();

// Through: never named by its sources, yet found by the compiler, because the public headers of a layer that it may include
// hold such values (ui meets records and samples in present's view models).
enum class Access { Forbidden, Through, Values, All };

// DESIGN's table "who may include whom". A layer that is not in the table may include nothing.
Access allowedAccess(const QString &from, const QString &to);

} // namespace headroom::test
