// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of the Compare page.
class CompareTexts {
Q_DECLARE_TR_FUNCTIONS(CompareTexts)

public:
    static QString pageTitle() { return tr("Compare"); }
    static QString tableTitle() { return tr("Scenarios side by side"); }
    static QString tableHint() { return tr("★ best value · differences against the baseline · press a cell for its derivation"); }
    static QString chartTitle() { return tr("All columns at once"); }
    static QString chartSome(int drawn, int all) { return tr("%1 of %2 are drawn: the baseline, the selected one and the first.").arg(drawn).arg(all); }
    static QString chartHint() { return tr("each axis from worst (bottom) to best (top)"); }
    static QString nameColumn() { return tr("Scenario"); }
    static QString add() { return tr("Add a scenario"); }
    static QString noneToAdd() { return tr("No other scenario is stored"); }
    static QString columns() { return tr("Columns"); }
    static QString moves() { return tr("Show what would cost less"); }
    static QString pin() { return tr("Pin as baseline"); }
    static QString remove() { return tr("Take out"); }
    static QString copy() { return tr("Copy the table"); }
    static QString copied() { return tr("The table is on the clipboard."); }
    static QString baseline() { return tr("baseline"); }
    static QString open() { return tr("open now"); }
    static QString planning() { return tr("planning …"); }
    static QString noPlan() { return tr("nothing meets the requirements"); }
    static QString closest() { return tr("the closest; it misses a requirement"); }
    static QString best() { return tr("best", "spoken of a value"); }
    static QString noChart() { return tr("Two scenarios make a picture."); }
};

} // namespace headroom::present
