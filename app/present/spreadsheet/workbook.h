// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/money.h>

#include <QList>
#include <QString>

namespace headroom::present {

// A workbook as content: texts, numbers and formulas with the values that they have now. How it is stored is the writers'
// business.
struct SheetCell {
    enum class Kind { Empty, Text, Number, Formula };
    enum class Style {
        Plain,
        Title,
        Header,
        Input,       // a number to change; what follows from it changes with it
        Money,       // two decimals
        FineMoney,   // six
        Count,       // whole
        Number,      // up to four decimals
        Percent,
        Total,       // money, set apart
        Note,
    };
    Kind kind = Kind::Empty;
    Style style = Style::Plain;
    QString text;          // of a Text
    double number = 0;     // of a Number; of a Formula: what it gives
    QString formula;       // "=SUM(G5:G8)", in English function names and with commas

    bool operator==(const SheetCell &) const = default;
};

struct Sheet {
    QString name;          // at most 31 characters, none of []:*?/ or the backslash
    QList<QList<SheetCell>> rows;
    QList<double> widths;  // of columns, in characters
    int frozenRows = 0;

    bool operator==(const Sheet &) const = default;
};

struct Workbook {
    QString title;
    core::Currency currency = core::Currency::USD;
    QList<Sheet> sheets;
};

// "G5" of row 4, column 6.
QString cellName(qsizetype row, qsizetype column);

} // namespace headroom::present
