// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/spreadsheet/sheet_writers.h>

namespace headroom::present {
namespace {

QString csvText(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text[0]))
        text.prepend(u'\'');
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text;
}

QString csvCell(const SheetCell &cell)
{
    switch (cell.kind) {
    case SheetCell::Kind::Text: return csvText(cell.text);
    case SheetCell::Kind::Number:
    case SheetCell::Kind::Formula:
        switch (cell.style) {
        case SheetCell::Style::Money:
        case SheetCell::Style::Total: return QString::number(cell.number, 'f', 2);
        case SheetCell::Style::FineMoney: return QString::number(cell.number, 'f', 6);
        default: return QString::number(cell.number, 'g', 12);
        }
    case SheetCell::Kind::Empty: break;
    }
    return {};
}

} // namespace

QByteArray toCsv(const Sheet &sheet)
{
    QByteArray all;
    for (const QList<SheetCell> &row : sheet.rows) {
        QStringList cells;
        for (const SheetCell &cell : row)
            cells << csvCell(cell);
        all += cells.join(u',').toUtf8() + "\r\n";
    }
    return all;
}

} // namespace headroom::present
