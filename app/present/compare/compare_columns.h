// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/cost/bill.h>
#include <core/derivation/derivation.h>
#include <core/planning/plan.h>

#include <QCoreApplication>
#include <QString>

#include <array>
#include <memory>
#include <optional>

namespace headroom::present {

// What scenarios are compared by.
enum class CompareColumn { Gpus, Bill, MonthlyCost, AlwaysOn, PerMillionTokens, PerRequest, FirstToken, NextToken, Headroom, Capacity, Utilization, Power, FiveYears };
inline constexpr std::array kCompareColumns{CompareColumn::Gpus, CompareColumn::Bill, CompareColumn::MonthlyCost, CompareColumn::AlwaysOn, CompareColumn::PerMillionTokens,
                                            CompareColumn::PerRequest, CompareColumn::FirstToken, CompareColumn::NextToken, CompareColumn::Headroom, CompareColumn::Capacity,
                                            CompareColumn::Utilization, CompareColumn::Power, CompareColumn::FiveYears};

enum class Better { Lower, Higher, Neither };

// One scenario that was planned, with its bill: what a row is made of. Never changed after it is made.
struct ComparedPlan {
    core::Plan plan;
    core::Bill bill;                 // of shown()
    std::shared_ptr<const core::Catalog> catalog;

    const core::PlanOption *shown() const { return plan.recommended ? &*plan.recommended : plan.closest ? &*plan.closest : nullptr; }
};
using ComparedPlanPtr = std::shared_ptr<const ComparedPlan>;

class CompareColumns {
Q_DECLARE_TR_FUNCTIONS(CompareColumns)

public:
    static QString id(CompareColumn column);              // "bill"
    static QString title(CompareColumn column);           // "Whole bill"
    static Better better(CompareColumn column);
    static bool isMoney(CompareColumn column);
    // In the unit of the column (money: of the plan's currency); empty without an option or where it is not known.
    static std::optional<double> value(CompareColumn column, const ComparedPlan &compared);
    static QString text(CompareColumn column, const ComparedPlan &compared);
    // "+$4,100 (+7 %)" against a baseline; empty where either has no value, or the currencies differ.
    static QString difference(CompareColumn column, const ComparedPlan &compared, const ComparedPlan &baseline);
    static std::optional<core::Derivation> derivation(CompareColumn column, const ComparedPlan &compared);
};

} // namespace headroom::present
