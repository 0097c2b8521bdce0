// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_kit.h"

#include <cmath>

namespace headroom::ui {

namespace {

QString plainNumber(double value)
{
    return QLocale().toString(value, 'g', 3);
}

} // namespace

QString FormatTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return m_format ? m_format(tick) : plainNumber(tick);
}

QString LogFormatTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return m_format ? m_format(tick) : plainNumber(tick);
}

double ClockTicker::getTickStep(const QCPRange &range)
{
    mDateStrategy = dsNone;
    const double least = range.size() / qMax(1, tickCount());
    for (const double step : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0, 10800.0, 21600.0, 43200.0, 86400.0})
        if (step >= least)
            return step;
    return std::ceil(least / 86400.0) * 86400.0;
}

void preparePlot(QCustomPlot &plot, const Tokens &tokens)
{
    plot.clearPlottables();
    plot.clearItems();
    plot.setBackground(QBrush(tokens.surface));
    plot.setNoAntialiasingOnDrag(false);
    plot.setInteractions(QCP::Interactions());
    plot.axisRect()->setBackground(Qt::NoBrush);
    plot.axisRect()->setAutoMargins(QCP::msAll);
    plot.axisRect()->setMinimumMargins(QMargins(8, 8, 12, 4));
    plot.setFont(fontOf(TextRole::Small));
}

void styleAxis(QCPAxis &axis, const ChartAxis &wish, const Span &span, const Tokens &tokens, int tickCount)
{
    const bool upright = axis.orientation() == Qt::Vertical;
    axis.setTickLabelFont(fontOf(TextRole::Small));
    axis.setLabelFont(fontOf(TextRole::Small));
    axis.setTickLabelColor(tokens.textSecondary);
    axis.setLabelColor(tokens.textSecondary);
    axis.setLabel(wish.label);
    axis.setTickLabelPadding(6);
    axis.setLabelPadding(4);
    axis.setBasePen(upright ? QPen(Qt::NoPen) : QPen(tokens.border, 1));
    // Marks of no length would be dots in a PDF.
    axis.setTickPen(QPen(Qt::transparent, 0));
    axis.setSubTickPen(QPen(Qt::transparent, 0));
    axis.setTickLength(0, 0);
    axis.setSubTickLength(0, 0);
    axis.grid()->setVisible(upright);
    axis.grid()->setPen(QPen(tokens.grid, 1));
    axis.grid()->setZeroLinePen(QPen(tokens.grid, 1));
    axis.grid()->setSubGridVisible(false);
    if (wish.logarithmic) {
        axis.setScaleType(QCPAxis::stLogarithmic);
        axis.setTicker(QSharedPointer<LogFormatTicker>::create(wish.format));
    } else {
        axis.setScaleType(QCPAxis::stLinear);
        axis.setTicker(QSharedPointer<FormatTicker>::create(wish.format));
        axis.ticker()->setTickStepStrategy(QCPAxisTicker::tssReadability);
    }
    axis.ticker()->setTickCount(tickCount);
    axis.setRange(span.low, span.high);
    axis.setTicks(true); // without the marks QCustomPlot leaves out their labels too
    axis.setSubTicks(false);
    axis.setTickLabels(true);
    axis.setVisible(true);
}

Span axisSpan(const ChartAxis &wish, double dataLow, double dataHigh, bool airBelow)
{
    Span span{dataLow, dataHigh};
    if (!std::isfinite(span.low) || !std::isfinite(span.high))
        span = wish.logarithmic ? Span{1.0, 10.0} : Span{0.0, 1.0};
    if (wish.logarithmic) {
        if (airBelow) {
            span.low /= 1.1;
            span.high *= 1.15;
        }
    } else if (airBelow) {
        const double air = (span.high - std::min(span.low, 0.0)) * 0.08;
        span.high += air;
        span.low = dataLow >= 0.0 ? 0.0 : span.low - air;
    }
    span.low = wish.min.value_or(span.low);
    span.high = wish.max.value_or(span.high);
    if (!(span.high > span.low))
        span.high = span.low + std::max(1.0, std::abs(span.low) * 0.1);
    return span;
}

Qt::PenStyle penStyle(LineDash dash)
{
    switch (dash) {
    case LineDash::Solid: return Qt::SolidLine;
    case LineDash::Dashed: return Qt::DashLine;
    case LineDash::Dotted: return Qt::DotLine;
    case LineDash::DashDot: return Qt::DashDotLine;
    }
    return Qt::SolidLine;
}

QPen seriesPen(const QColor &color, LineDash dash, double width)
{
    QPen pen(color, width, penStyle(dash), Qt::FlatCap, Qt::RoundJoin);
    return pen;
}

QString formatted(const ChartAxis &axis, double value)
{
    return axis.format ? axis.format(value) : plainNumber(value);
}

QCPItemText *addText(QCustomPlot &plot, const QPointF &at, const QPointF &offset, Qt::Alignment alignment, const QString &text, const QColor &color, const QFont &font)
{
    auto *item = new QCPItemText(&plot); // the plot owns it
    item->position->setType(QCPItemPosition::ptPlotCoords);
    item->position->setCoords(at);
    // Padding on the side that faces the point moves the text by pixels, whatever the axes show.
    const int dx = static_cast<int>(std::lround(offset.x()));
    const int dy = static_cast<int>(std::lround(offset.y()));
    item->setPadding(QMargins(qMax(dx, 0), qMax(dy, 0), qMax(-dx, 0), qMax(-dy, 0)));
    item->setPositionAlignment(alignment);
    item->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    item->setText(text);
    item->setFont(font);
    item->setColor(color);
    item->setClipToAxisRect(false);
    item->setLayer(QStringLiteral("overlay"));
    return item;
}

void addHorizontal(QCustomPlot &plot, const TargetLine &line, const Span &x, const Tokens &tokens, Qt::Alignment side)
{
    auto *item = new QCPItemLine(&plot);
    item->start->setCoords(x.low, line.value);
    item->end->setCoords(x.high, line.value);
    item->setPen(QPen(tokens.error, 1, Qt::DashLine));
    item->setLayer(QStringLiteral("grid"));
    if (!line.label.isEmpty())
        addText(plot, {side == Qt::AlignLeft ? x.low : x.high, line.value}, {side == Qt::AlignLeft ? 5.0 : -3.0, -2}, side | Qt::AlignBottom, line.label, tokens.error,
                fontOf(TextRole::Small));
}

} // namespace headroom::ui
