// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/live/live_csv.h>

#include <QDateTime>

#include <cmath>

namespace headroom::present {
namespace {

QByteArray field(const QString &text)
{
    QString quoted = text;
    // A spreadsheet would calculate what begins like a formula; a label that comes from a cluster must not.
    if (!text.isEmpty() && QStringLiteral("=+-@").contains(text.at(0)) && !text.contains(QLatin1Char(' ')))
        quoted.prepend(QLatin1Char('\''));
    quoted.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return '"' + quoted.toUtf8() + '"';
}

} // namespace

QByteArray liveCsv(const LiveView &view)
{
    QByteArray out;
    if (!view.charts.empty())
        out += "time,quantity,series,value\r\n";
    for (const LiveChart &chart : view.charts)
        for (const LiveLine &line : chart.lines)
            for (const QPointF &point : line.points) {
                if (!std::isfinite(point.y()) || point.x() < view.from || point.x() > view.to)
                    continue;
                out += QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(point.x() * 1000.0)), Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
                out += ',' + liveQuantityId(chart.quantity).toLatin1() + ',' + field(line.name) + ',' + QByteArray::number(point.y(), 'g', 9) + "\r\n";
            }
    for (const LiveTable &table : view.tables) {
        if (!out.isEmpty())
            out += "\r\n";
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            out += (i > 0 ? "," : "") + field(table.columns[i].title);
        out += "\r\n";
        for (const LiveTableRow &row : table.rows) {
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                out += (i > 0 ? "," : "") + field(row.cells[i].text);
            out += "\r\n";
        }
    }
    return out;
}

} // namespace headroom::present
