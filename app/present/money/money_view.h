// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/derivation/derivation.h>
#include <present/money/text_table_model.h>
#include <present/plan/plan_answer.h>
#include <present/plan/plan_view.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// What the Costs page shows, as plain values.
struct MoneyView {
    QString headline;                             // the answer in one sentence; empty without an option
    QString saved;                                // what following the load saves
    TextTable bill;                               // its rows are explainable, see billDerivation()
    QString ownershipTitle, ownershipNote;
    ChartView ownership;                          // spent over 60 months
    TextTable owned;                              // rented against bought by option
    QString roadmapNote;
    ChartView roadmap;                            // GPUs by month
    TextTable phases;
    TextTable budget;

    bool operator==(const MoneyView &) const = default;
};

class MoneyViewBuilder {
Q_DECLARE_TR_FUNCTIONS(MoneyViewBuilder)

public:
    explicit MoneyViewBuilder(const PlanAnswer &answer) : m_answer(answer) {}

    MoneyView build() const;
    // Of a row of MoneyView::bill: its line, the total or a cost per unit.
    std::optional<core::Derivation> billDerivation(int row) const;

private:
    void fillBill(MoneyView &view) const;
    void fillOwnership(MoneyView &view) const;
    void fillRoadmap(MoneyView &view) const;

    const PlanAnswer &m_answer;
};

} // namespace headroom::present
