// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/plan.h>
#include <present/format/figure_format.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// What a plan has to say, as sentences of the program's language made from codes and values (the engine's own English
// text is for the command line). Holds references; use and drop. Any thread.
class PlanSentences {
Q_DECLARE_TR_FUNCTIONS(PlanSentences)

public:
    PlanSentences(const FigureFormat &format, const core::Catalog &catalog) : m_format(format), m_catalog(catalog) {}

    QString gpuName(const std::string &id) const;              // "H100 SXM"; the id where unknown
    QString modelName(const std::string &id) const;
    static QString formatName(core::NumberFormat format);      // "fp8"
    QString option(const core::PlanOption &option) const;      // "16× H200 SXM, fp8"
    QString layout(const core::Layout &layout) const;          // "tensor parallel 8, expert parallel 8"
    QString offerPlace(const core::OfferUse &offer) const;     // "aws / us-east-1", "own hardware"
    static QString bindingConstraint(core::BindingConstraint constraint); // with what would lift it
    QString rejection(const core::Rejection &rejection) const; // why it is left out
    static QString quality(const QString &format);   // what is published about answers in it, with the source
    QString warning(const core::PlanWarning &warning) const;
    // "6× A100 80GB SXM cannot hold DeepSeek-V3: int8 weights are 673 GB, its GPUs hold 480 GB. ..."
    QString considered(const core::ConsideredFleet &fleet, const core::Plan &plan) const;
    // What the closest option misses, by numbers.
    QStringList misses(const core::PlanOption &option, const core::Plan &plan) const;

private:
    const FigureFormat &m_format;
    const core::Catalog &m_catalog;
};

} // namespace headroom::present
