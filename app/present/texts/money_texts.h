// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/cost/bill.h>
#include <core/cost/ownership.h>
#include <core/planning/savings.h>
#include <core/roadmap/roadmap.h>
#include <present/format/figure_format.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words around money: lines of a bill, moves that save, months and periods of the road ahead.
class MoneyTexts {
Q_DECLARE_TR_FUNCTIONS(MoneyTexts)

public:
    static QString line(const std::string &key);                              // "Rented on demand"
    static QString quantity(const core::BillLine &line, const FigureFormat &format); // "1,353 h"; empty where there is none
    static QString unitCost(const std::string &key);                          // "Per million output tokens"
    static QString move(const std::string &key);                              // "Reserve all for a year"
    static QString movePrice(core::MovePrice price);                          // "paid for a year, needed or not"
    static QString publishedSource(const char *source);                       // of core::publishedRanges()
    static QString month(int month) { return tr("month %1").arg(month); }
    static QString months(int first, int last) { return first == last ? month(first) : tr("months %1 to %2").arg(first).arg(last); }
    static QString order(const core::RoadmapPhase &phase);                    // "month 7", "2 weeks before the start"
    static QString period(const core::BudgetPeriod &period);                  // "Year 1, Q2", "Year 1"
    static QString breakEven(const std::optional<int> &month, bool comparable); // "month 14", "not within 60 months"
    static QString share(const std::optional<double> &ratio, const FigureFormat &format); // "63 %", "never"
    // "from 8 to 16 GPUs" of a phase: what is added.
    static QString added(const core::RoadmapPhase &phase, const FigureFormat &format);
};

} // namespace headroom::present
