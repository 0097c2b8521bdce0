// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/chart_data.h>
#include <core/planning/plan.h>
#include <core/planning/savings.h>
#include <present/format/figure_format.h>
#include <present/plan/plan_sentences.h>
#include <present/proposal/proposal_document.h>

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace headroom::present {

// Writes the proposal of a plan: summary, demand, recommendation, why so many GPUs and in this format, proposed fleets,
// alternatives, the bill, what would save, rented against bought against an API, the road ahead, pitfalls, charts, how the
// figures follow, assumptions with sources and dates. The language is that of the installed translator; numbers follow
// `format`. Holds references; use and drop.
class ProposalBuilder {
Q_DECLARE_TR_FUNCTIONS(ProposalBuilder)

public:
    ProposalBuilder(const core::Plan &plan, const core::PlanCharts &charts, const core::Catalog &catalog, const FigureFormat &format, const QLocale &locale, const QDate &today);

    // What it refers to must outlive it: charts made in the call are refused.
    ProposalBuilder(const core::Plan &, core::PlanCharts &&, const core::Catalog &, const FigureFormat &, const QLocale &, const QDate &) = delete;

    // Moves that were planned before; without them the section is left out. `advice` outlives the builder.
    void setSavings(const core::SavingsAdvice *advice) { m_advice = advice; }

    ProposalDocument build();

private:
    void addSummary();
    void addDemand();
    void addRecommendation();
    void addSizing();
    void addQuantization();
    void addCost();
    void addUtilization(const core::PlanOption &option);
    void addSavings();
    void addOwnership();
    void addRoadmap();
    void addPitfalls();
    std::function<QString(double)> moneyAxis() const;
    void addAlternatives();
    void addConsidered();
    void addConsideredCost(const core::ConsideredFleet &fleet);
    void addCharts();
    void addDerivations();
    void addAssumptions();

    const core::PlanOption *shown() const;
    QString percentile() const;   // of the targets: "p95"
    QString instances(const core::OfferUse &offer) const;
    void heading(const QString &text, int level = 1) { m_document.blocks.append(ProposalHeading{level, text}); }
    void paragraph(const QString &text, bool note = false) { m_document.blocks.append(ProposalParagraph{text, note}); }

    const core::Plan &m_plan;
    const core::PlanCharts &m_charts;
    const core::Catalog &m_catalog;
    const FigureFormat &m_format;
    PlanSentences m_sentences;
    QLocale m_locale;
    QDate m_today;
    const core::SavingsAdvice *m_advice = nullptr;
    ProposalDocument m_document;
};

} // namespace headroom::present
