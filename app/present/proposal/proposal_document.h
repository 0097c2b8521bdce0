// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/chart_data.h>

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <variant>

namespace headroom::present {

// A proposal as content: what is said, in order, in one language; how it looks is the PDF writer's business.
struct ProposalHeading {
    int level = 1;          // 1 section, 2 part of one
    QString text;
};

struct ProposalParagraph {
    QString text;
    bool note = false;      // small print
};

struct ProposalFigure {     // one of the large figures of the summary
    QString label, value, detail;
};

struct ProposalFigures {
    QList<ProposalFigure> figures;
};

struct ProposalTable {
    QStringList header;
    QList<QStringList> rows;
    QList<bool> rightAligned;   // by column
    int emphasizedRow = -1;     // the recommended one; -1: none
};

struct ProposalList {
    QStringList items;
};

// A chart by its data; drawn as vectors.
struct ProposalLineSeries {
    QString name;
    QList<core::ChartPoint> points;
    bool steps = false;
};

struct ProposalLineChart {
    QString title, xLabel, yLabel;
    QList<ProposalLineSeries> series;
    double targetY = -1;        // < 0: no target line
    QString targetLabel;
    double markX = -1;          // < 0: no vertical mark
    QString markLabel;
    double maxY = -1;           // < 0: from the data
    bool wholeX = false;        // months, say: no half ones on the axis
    std::function<QString(double)> yText;   // how a value is written on the axis; empty: as a number
};

struct ProposalBarChart {
    QString title;
    QStringList labels;
    QList<double> values;
    QStringList valueTexts;
    int emphasized = -1;
};

struct ProposalStackedBar {
    QString title;
    QStringList labels;
    QList<double> values;       // parts of one whole
    QStringList valueTexts;
};

using ProposalBlock = std::variant<ProposalHeading, ProposalParagraph, ProposalFigures, ProposalTable, ProposalList, ProposalLineChart, ProposalBarChart,
                                   ProposalStackedBar>;

struct ProposalDocument {
    QString title;
    QString subtitle;           // customer, author, date
    QString footer;             // on every page
    QList<ProposalBlock> blocks;
};

} // namespace headroom::present
