// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>
#include <present/spreadsheet/workbook.h>

#include <QCoreApplication>

namespace headroom::present {

// The bill and the road ahead of a plan as a workbook: every amount is a formula over quantities and prices, so that a price
// can be changed and the totals follow. Three sheets: bill, roadmap, budget. Empty without an option. The language is that of
// the installed translator.
class MoneyWorkbook {
Q_DECLARE_TR_FUNCTIONS(MoneyWorkbook)

public:
    MoneyWorkbook(const core::Plan &plan, const core::Catalog &catalog) : m_plan(plan), m_catalog(catalog) {}

    Workbook build();

private:
    Sheet bill(const core::PlanOption &option);
    Sheet roadmap(const core::PlanOption &option);
    Sheet budget();
    QString billName() const { return tr("Bill", "name of a sheet"); }
    QString roadmapName() const { return tr("Roadmap", "name of a sheet"); }
    QString budgetName() const { return tr("Budget", "name of a sheet"); }

    const core::Plan &m_plan;
    const core::Catalog &m_catalog;
    // Where the bill's prices stand, for the roadmap: absolute names with the sheet.
    struct PricePlace {
        std::string key;
        QString price, rate;
    };
    QList<PricePlace> m_prices;
    QString m_supportPlace;
    int m_months = 0;
    qsizetype m_firstMonthRow = 0;
    qsizetype m_amountColumn = 0;
    QList<double> m_monthCosts;
};

} // namespace headroom::present
