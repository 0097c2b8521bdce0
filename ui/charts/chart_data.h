// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>
#include <QVector>

#include <functional>
#include <optional>

namespace headroom::ui {

// How a figure is written on an axis or in a reading; made by the page, in the person's language and units.
using NumberFormatter = std::function<QString(double)>;

struct ChartAxis {
    QString label;               // beside the axis; empty: none
    NumberFormatter format;      // by default up to three significant digits
    bool logarithmic = false;    // values must be > 0
    std::optional<double> min;   // by default what the data need, from 0 where nothing is negative
    std::optional<double> max;
};

enum class LineShape { Line, Step };  // Step: a value holds until the next point
enum class LineDash { Solid, Dashed, Dotted, DashDot };

struct LineSeries {
    QString name;                // in readings and at the line's end
    QVector<QPointF> points;     // in order of x; a NaN in y is a gap
    int color = 0;               // Tokens::seriesColor
    LineShape shape = LineShape::Line;
    LineDash dash = LineDash::Solid;
    bool emphasized = false;     // twice as wide
    bool labelled = true;        // the name stands at the line's end
};

struct TargetLine {
    double value = 0.0;
    QString label;
};

struct VerticalLine {
    double x = 0.0;
    QString label;
    bool dashed = false;
};

struct ChartMarker {
    QPointF point;
    QString label;               // empty: none
    int color = 0;
};

struct LineChartData {
    ChartAxis x;
    ChartAxis y;
    QVector<LineSeries> series;
    std::optional<TargetLine> target;
    std::optional<double> shadedTo;   // the area under the target is shaded from the left up to this x
    QVector<VerticalLine> verticals;
    std::optional<ChartMarker> marker;
    QString summary;                  // the chart in one or two sentences, for who cannot see it
};

struct BarRow {
    QString label;
    double value = 0.0;
    QString valueText;           // right of the bar
    bool highlighted = false;    // in the accent, the text in bold
    int color = -1;              // Tokens::seriesColor; -1: gray
};

struct BarChartData {
    QVector<BarRow> rows;        // from the top
    QString summary;
};

struct BarSegment {
    QString name;
    double value = 0.0;
    QString valueText;
    int color = -1;              // -1: what is free
};

struct StackedBarData {
    QString caption;             // above the bar
    double total = 0.0;          // of the whole bar; 0: the sum of the segments
    QVector<BarSegment> segments;
    QString summary;
};

struct ScatterPoint {
    QPointF at;
    QString label;               // of the reading
    QString details;             // below it
    bool emphasized = false;     // on the front: filled, and joined by a line; else a ring
    bool best = false;           // a diamond
    bool chosen = false;         // ringed, its label beside it
};

struct ScatterChartData {
    ChartAxis x;
    ChartAxis y;
    QVector<ScatterPoint> points;     // in order of x
    QString emphasizedName, otherName;   // of the two kinds, for the legend
    QString summary;
};

struct TornadoRow {
    QString label;
    double low = 0.0;            // the figure at the input's lower value; NaN: there is none
    double high = 0.0;
    QString lowInput, highInput; // the input's values, at the ends of the bar
    QString lowText, highText;   // the figure there, in words
};

struct TornadoChartData {
    ChartAxis x;
    double base = 0.0;           // the upright line
    QString baseLabel;
    QVector<TornadoRow> rows;    // from the top
    QString lowName, highName;   // of the two halves
    QString summary;
};

struct TimeSeries {
    QString name;
    QVector<QPointF> points;     // x: Unix time in seconds, y: value, NaN for a gap
    int color = 0;
    LineDash dash = LineDash::Solid;
    bool emphasized = false;
    // Least and greatest of what a point sums up, where points are means; as many as points, at their places. Drawn as a band.
    QVector<QPointF> low{};
    QVector<QPointF> high{};
};

// Something that happened, marked by an upright line with a sign at its top.
struct TimeMark {
    double time = 0.0;           // Unix time in seconds
    QString text;                // in the reading at that time
    bool error = false;          // else a warning
};

struct TimeChartData {
    ChartAxis y;
    double from = 0.0;           // Unix time in seconds at the left edge
    double to = 0.0;             // at the right edge
    QVector<TimeSeries> series;
    QVector<TimeMark> marks;
    std::optional<TargetLine> target;
    QString note;                // at the end of the legend ("and 52 more")
    QString summary;
};

} // namespace headroom::ui
