// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/charts/stacked_bar.h>

#include "chart_kit.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {
constexpr double kBarHeight = 32.0;
} // namespace

StackedBar::StackedBar(QWidget *parent) : Chart(parent) {}

void StackedBar::setData(const StackedBarData &data)
{
    m_data = data;
    setSummary(data.summary);
    rebuild();
}

QSize StackedBar::sizeHint() const
{
    return {360, 150};
}

QSize StackedBar::minimumSizeHint() const
{
    return {240, 120};
}

double StackedBar::whole() const
{
    double sum = 0.0;
    for (const BarSegment &segment : m_data.segments)
        sum += std::max(0.0, segment.value);
    return std::max(m_data.total, sum);
}

void StackedBar::build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size)
{
    preparePlot(plot, tokens);
    ChartAxis plain;
    const double total = whole();
    styleAxis(*plot.xAxis, plain, {0.0, total > 0.0 ? total : 1.0}, tokens, 4);
    plot.xAxis->setVisible(false);
    // One key unit is the height of the bar.
    const double height = std::max(20.0, size.height() - 8.0);
    const double reach = height / kBarHeight;
    styleAxis(*plot.yAxis, plain, {-0.5 - (reach - 1.0) * 0.3, 0.5 + (reach - 1.0) * 0.7}, tokens, 4);
    plot.yAxis->setVisible(false);
    plot.yAxis->setRangeReversed(false);
    plot.yAxis->grid()->setVisible(false);
    plot.axisRect()->setMinimumMargins(QMargins(12, 4, 12, 4));

    QCPBars *below = nullptr;
    for (qsizetype i = 0; i < m_data.segments.size(); ++i) {
        const BarSegment &segment = m_data.segments.at(i);
        if (!(segment.value > 0.0))
            continue;
        auto *bar = new QCPBars(plot.yAxis, plot.xAxis); // the plot owns it
        bar->setWidthType(QCPBars::wtPlotCoords);
        bar->setWidth(1.0);
        bar->setData({0.0}, {segment.value}, true);
        bar->setBrush(segment.color < 0 ? tokens.track : tokens.seriesColor(segment.color));
        bar->setPen(cursor() == std::optional<double>(static_cast<double>(i)) ? QPen(tokens.text, 2) : QPen(tokens.surface, 1));
        bar->setAntialiased(false);
        if (below)
            bar->moveAbove(below);
        below = bar;
    }
    if (!m_data.caption.isEmpty())
        addText(plot, {0.0, 0.5}, {0, -6}, Qt::AlignLeft | Qt::AlignBottom, m_data.caption, tokens.textSecondary, fontOf(TextRole::Small));
}

QVector<LegendEntry> StackedBar::legend() const
{
    QVector<LegendEntry> entries;
    for (const BarSegment &segment : m_data.segments)
        entries.push_back({segment.name, segment.valueText, segment.color, LineDash::Solid, true});
    return entries;
}

QVector<double> StackedBar::cursorPlaces() const
{
    QVector<double> places;
    for (qsizetype i = 0; i < m_data.segments.size(); ++i)
        if (m_data.segments.at(i).value > 0.0)
            places.push_back(static_cast<double>(i));
    return places;
}

QString StackedBar::readingAt(double place) const
{
    const auto index = static_cast<qsizetype>(std::lround(place));
    if (index < 0 || index >= m_data.segments.size())
        return {};
    return QStringLiteral("%1: %2").arg(m_data.segments.at(index).name, m_data.segments.at(index).valueText);
}

double StackedBar::placeAt(QCustomPlot &plot, const QPointF &position) const
{
    double at = plot.xAxis->pixelToCoord(position.x());
    for (qsizetype i = 0; i < m_data.segments.size(); ++i) {
        at -= std::max(0.0, m_data.segments.at(i).value);
        if (at <= 0.0)
            return static_cast<double>(i);
    }
    return static_cast<double>(m_data.segments.size() - 1);
}

} // namespace headroom::ui
