// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/plan/plan_view.h>

#include <QString>
#include <QVector>

#include <limits>
#include <vector>

namespace headroom::present {

// A table of the Live page as plain values.
struct LiveTableCell {
    QString text;
    double order = std::numeric_limits<double>::quiet_NaN(); // sorts by it; NaN: by the text, and a missing figure below all others
    TextTone tone = TextTone::Neutral;

    bool operator==(const LiveTableCell &other) const { return text == other.text && tone == other.tone; }
};

struct LiveTableColumn {
    QString title;
    bool figure = false;     // right-aligned, sorted by order
    bool wide = false;       // takes what room is left
};

struct LiveTableRow {
    QString key;             // the same as long as it is about the same thing
    std::vector<LiveTableCell> cells;
};

struct LiveTable {
    std::vector<LiveTableColumn> columns;
    std::vector<LiveTableRow> rows;
    QString emptyText;       // why there are no rows
    QString summary;         // one line above the rows
};

} // namespace headroom::present
