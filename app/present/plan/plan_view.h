// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/chart_data.h>
#include <core/planning/figure.h>
#include <core/units/money.h>

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace headroom::present {

// What the Plan page shows, as plain values: sentences are made, numbers are formatted, nothing is drawn yet.

enum class TextTone { Neutral, Secondary, Accent, Good, Warning, Error };

struct ToneLine {
    QString text;
    TextTone tone = TextTone::Secondary;
    bool operator==(const ToneLine &) const = default;
};

struct TileView {
    core::Figure figure = core::Figure::Gpus;
    QString id;                       // of the figure: "gpus"
    QString title;
    QString value;                    // "16"; empty: there is none, see note
    QString unit;                     // "H200 SXM", "%"
    std::vector<ToneLine> lines;      // at most three, the most important first
    QString note;                     // why there is no value
    std::optional<double> number;     // as figureValue() gives it
    bool explainable = false;         // "Why?" has an answer

    bool operator==(const TileView &) const = default;
};

struct BannerView {
    enum class Link { None, Arithmetic, LeftOut, Recommended };
    TextTone tone = TextTone::Accent;
    QString id;                       // "considered.0", "impossible", "warnings", ...
    QString lead;                     // bold
    QString body;
    QString linkText;
    Link link = Link::None;
    int fleet = -1;                   // of Arithmetic: index into Plan::considered

    bool operator==(const BannerView &) const = default;
};

struct FormatView {
    QString id;                       // of FormatChoice: "native", "fp8", ...
    QString label;
    bool available = true;
    QString reason;                   // why not; or what to mind

    bool operator==(const FormatView &) const = default;
};

struct CurveView {
    QString name;
    std::vector<core::ChartPoint> points;
    bool steps = false;
    bool dashed = false;

    bool operator==(const CurveView &) const = default;
};

struct PlaceView {                    // a marked value on an axis
    double value = 0;
    QString label;
    bool dashed = false;

    bool operator==(const PlaceView &) const = default;
};

enum class AxisKind { Number, Rate, Seconds, Money, Hour, TokenRate };

struct AxisView {
    QString label;
    AxisKind kind = AxisKind::Number;
    core::Currency currency = core::Currency::USD;   // of Money
    std::optional<double> max;        // by default what the data need

    bool operator==(const AxisView &) const = default;
};

struct ChartView {
    QString title;
    QString units;                    // "seconds · requests per second"
    AxisView x, y;
    std::vector<CurveView> curves;    // the first is the main one
    std::optional<PlaceView> target;  // on the y axis
    std::vector<PlaceView> places;    // on the x axis
    std::optional<core::ChartPoint> point; // where the plan stands
    QString pointLabel;
    std::optional<double> shadedTo;   // good area under the target, up to this x
    QString summary;                  // the chart in words

    bool operator==(const ChartView &) const = default;
};

struct LatencyView {
    QString id;                       // "ttft", "tpot", "e2e"
    QString label;                    // "First token"
    ChartView chart;

    bool operator==(const LatencyView &) const = default;
};

struct BarView {
    QString label;                    // "16× H200 SXM · fp8"
    double value = 0;
    QString valueText;                // "$58.9k ✓", "$64.2k +9 %"
    bool chosen = false;
    QString details;                  // for a tool tip

    bool operator==(const BarView &) const = default;
};

struct SegmentView {
    QString id;                       // weights, kv_cache, reserved, free
    QString label;
    double bytes = 0;
    QString text;

    bool operator==(const SegmentView &) const = default;
};

struct MemoryView {
    QString title;
    QString caption;
    double total = 0;                 // bytes
    std::vector<SegmentView> segments;
    QString summary;

    bool operator==(const MemoryView &) const = default;
};

struct ScatterPointView {
    QString label;                    // "16× H200 SXM · fp8"
    double x = 0, y = 0;
    bool front = false;               // on the Pareto front
    bool recommended = false;
    bool selected = false;            // its figures are shown
    int alternative = -1;             // to be selected: index into Plan::alternatives; -1: the recommended option
    QString details;                  // all it trades, in words

    bool operator==(const ScatterPointView &) const = default;
};

struct ScatterView {
    QString title, units;
    AxisView x, y;
    std::vector<ScatterPointView> points;   // from the left
    QString frontName, otherName;     // of the two kinds of points
    QString summary;

    bool operator==(const ScatterView &) const = default;
};

struct TornadoBarView {
    QString label;                    // "Peak"
    QString lowInput, highInput;      // "60 req/s"
    double low = 0, high = 0;         // monthly cost at that input; NaN: no plan meets it there
    QString lowText, highText;        // "$48k, 14 GPUs"

    bool operator==(const TornadoBarView &) const = default;
};

struct TornadoView {
    QString title, units;
    AxisView x;
    double base = 0;                  // monthly cost as planned
    QString baseText;
    std::vector<TornadoBarView> bars; // widest first
    QString emptyText;                // while it is being worked out
    QString summary;

    bool operator==(const TornadoView &) const = default;
};

struct LeftOutView {
    QString gpu;
    QString format;
    QString reason;

    bool operator==(const LeftOutView &) const = default;
};

struct PlanView {
    enum class State {
        None,        // no answer yet
        Planned,     // a plan that meets everything
        TooSmall,    // the best that a fixed fleet can do
        Closest,     // nothing meets everything; the closest is shown
        Impossible,  // nothing at all can be shown
        Failed,      // the inputs were refused
    };
    State state = State::None;
    QString headline;                 // the answer in one sentence
    std::vector<TileView> tiles;      // always the five
    std::vector<BannerView> banners;
    std::vector<FormatView> formats;  // choices of model.format
    QString formatNote;               // reasons of the struck-out ones, and what to mind of the chosen one
    std::vector<LatencyView> latency; // against load: to the first token, for each further one, of a whole answer where it has a target
    int latencyBinding = 0;           // of them the one whose target a higher load misses first
    QString latencyTitle;
    QString moneyEmptyText;           // of the charts that draw amounts, where there are none
    QString optionsTitle, optionsUnits;
    std::vector<BarView> options;     // monthly cost of what would also do
    ScatterView pareto;               // cost against latency, every option a point
    TornadoView tornado;              // what moves the cost most
    MemoryView memory;
    ChartView throughput;             // against the batch
    ChartView cost;                   // against demand
    ChartView day;                    // demand and capacity of a working day
    QString leftOutTitle;
    std::vector<LeftOutView> leftOut;

    bool operator==(const PlanView &) const = default;
};

} // namespace headroom::present
