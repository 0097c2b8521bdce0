// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/chart_adapters.h>

#include <present/texts/plan_texts.h>

namespace headroom::ui {
namespace {

ChartAxis axisOf(const present::AxisView &view)
{
    ChartAxis axis;
    axis.min = 0.0;
    axis.max = view.max;
    axis.format = [view](double value) { return present::PlanTexts::axisText(view, value); };
    return axis;
}

} // namespace

Tone toneOf(present::TextTone tone)
{
    switch (tone) {
    case present::TextTone::Neutral: return Tone::Neutral;
    case present::TextTone::Secondary: return Tone::Secondary;
    case present::TextTone::Accent: return Tone::Accent;
    case present::TextTone::Good: return Tone::Good;
    case present::TextTone::Warning: return Tone::Warning;
    case present::TextTone::Error: break;
    }
    return Tone::Error;
}

LineChartData lineChartOf(const present::ChartView &view)
{
    LineChartData data;
    data.x = axisOf(view.x);
    data.y = axisOf(view.y);
    int color = 0;
    for (const present::CurveView &curve : view.curves) {
        LineSeries series;
        series.name = curve.name;
        for (const core::ChartPoint &point : curve.points)
            series.points.push_back({point.x, point.y});
        series.shape = curve.steps ? LineShape::Step : LineShape::Line;
        // Every thin curve has a stroke of its own: colour is not the only sign.
        series.dash = !curve.dashed ? LineDash::Solid : color > 1 ? LineDash::Dotted : LineDash::Dashed;
        series.emphasized = color == 0;
        series.color = color++;
        data.series.push_back(series);
    }
    if (view.target)
        data.target = TargetLine{view.target->value, view.target->label};
    for (const present::PlaceView &place : view.places)
        data.verticals.push_back({place.value, place.label, place.dashed});
    if (view.point)
        data.marker = ChartMarker{{view.point->x, view.point->y}, view.pointLabel, 0};
    data.shadedTo = view.shadedTo;
    data.summary = view.summary;
    return data;
}

BarChartData barChartOf(const std::vector<present::BarView> &bars)
{
    BarChartData data;
    int color = 0;
    for (const present::BarView &bar : bars) {
        data.rows.push_back({bar.label, bar.value, bar.valueText, bar.chosen, bar.chosen ? 0 : -1});
        data.summary += (color++ > 0 ? QStringLiteral("; ") : QString()) + bar.label + QStringLiteral(": ") + bar.valueText;
    }
    return data;
}

ScatterChartData scatterOf(const present::ScatterView &view)
{
    ScatterChartData data;
    data.x = axisOf(view.x);
    data.y = axisOf(view.y);
    for (const present::ScatterPointView &point : view.points)
        data.points.push_back({{point.x, point.y}, point.label, point.details, point.front, point.recommended, point.selected});
    data.emphasizedName = view.frontName;
    data.otherName = view.otherName;
    data.summary = view.summary;
    return data;
}

TornadoChartData tornadoOf(const present::TornadoView &view)
{
    TornadoChartData data;
    data.x = axisOf(view.x);
    data.base = view.base;
    data.baseLabel = view.baseText;
    for (const present::TornadoBarView &bar : view.bars)
        data.rows.push_back({bar.label, bar.low, bar.high, bar.lowInput, bar.highInput, bar.lowText, bar.highText});
    data.lowName = present::PlanTexts::lowerInput();
    data.highName = present::PlanTexts::higherInput();
    data.summary = view.summary;
    return data;
}

StackedBarData stackedBarOf(const present::MemoryView &view)
{
    StackedBarData data;
    data.caption = view.caption;
    data.total = view.total;
    data.summary = view.summary;
    int color = 0;
    for (const present::SegmentView &segment : view.segments) {
        const bool free = segment.id == QStringLiteral("free");
        data.segments.push_back({segment.label, segment.bytes, segment.text, free ? -1 : color++});
    }
    return data;
}

} // namespace headroom::ui
