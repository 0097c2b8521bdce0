// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers.h"

#include <QFile>

namespace headroom::test {
namespace {

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

QMap<QString, Layer> layersOfThisBuild()
{
    const QString facts = QStringLiteral(HEADROOM_ARCHITECTURE_FACTS);
    QMap<QString, Layer> layers;
    for (const QString &line : linesOf(facts + QStringLiteral("/headers.txt"))) {
        const QStringList words = line.split(QLatin1Char(' '));
        if (words.size() != 3)
            continue;
        Layer &layer = layers[words[0]];
        layer.name = words[0];
        if (words[1] == u"folder")
            layer.folder = words[2];
        else
            (words[1] == u"values" ? layer.values : layer.headers).append(words[2]);
    }
    for (Layer &layer : layers)
        layer.roots = linesOf(QStringLiteral("%1/%2.roots").arg(facts, layer.name));
    return layers;
}

Access allowedAccess(const QString &from, const QString &to)
{
    if (from == to)
        return Access::All;
    static const QMap<QString, QMap<QString, Access>> kTable{
        {QStringLiteral("core"), {}},
        {QStringLiteral("monitor"), {{QStringLiteral("core"), Access::All}}},
        {QStringLiteral("loadtest"), {{QStringLiteral("core"), Access::All}}},
        {QStringLiteral("db"), {{QStringLiteral("core"), Access::All}}},
        {QStringLiteral("present"),
         {{QStringLiteral("core"), Access::All},
          {QStringLiteral("monitor"), Access::Values},
          {QStringLiteral("loadtest"), Access::Values},
          {QStringLiteral("db"), Access::Values}}},
        {QStringLiteral("ui"),
         {{QStringLiteral("core"), Access::Values},
          {QStringLiteral("present"), Access::All},
          {QStringLiteral("monitor"), Access::Through},
          {QStringLiteral("loadtest"), Access::Through},
          {QStringLiteral("db"), Access::Through}}},
    };
    return kTable.value(from).value(to, Access::Forbidden);
}

} // namespace headroom::test
