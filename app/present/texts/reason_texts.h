// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>
#include <present/plan/plan_answer.h>

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace headroom::present {

// Short forms for the Plan page, from codes and values, in the program's language; whole sentences: plan/plan_sentences.h.
class ReasonTexts {
Q_DECLARE_TR_FUNCTIONS(ReasonTexts)

public:
    static QString rejectionCode(core::RejectionCode code, int count); // "12 types have no price in the chosen offers"
    // What the option misses of what the plan's scenario asks, worked out from the option's own figures.
    static QStringList misses(const core::PlanOption &option, const core::Plan &plan, const core::Catalog &catalog);
    // What would have to change for each of the closest option's misses: "a target of at least 3.1 s for the first token".
    static QStringList remedies(const core::PlanOption &option, const core::Catalog &catalog);
    static QString limit(core::CapacityLimit limit);                  // "target for each further token"
    static QString percentile(core::TargetPercentile percentile);     // "p95"
    static QString percentile(double share);                          // of 0.95
    // Why a number format is struck out; empty for an available one.
    static QString format(const FormatAvailability &availability, const core::Scenario &scenario, const core::Catalog &catalog);
    static QString layout(const core::Layout &layout);   // "TP8", "TP2 · DP4 · EP8"
    static QString binding(core::BindingConstraint constraint);
};

} // namespace headroom::present
