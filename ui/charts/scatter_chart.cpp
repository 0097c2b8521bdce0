// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/charts/scatter_chart.h>

#include "chart_kit.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::ui {

namespace {

constexpr double kPointSize = 8.0;

QCPGraph *addGraph(QCustomPlot &plot, const QVector<QPointF> &points)
{
    QVector<double> x;
    QVector<double> y;
    for (const QPointF &point : points) {
        x.push_back(point.x());
        y.push_back(point.y());
    }
    QCPGraph *graph = plot.addGraph();
    graph->setData(x, y, true);
    graph->setLineStyle(QCPGraph::lsNone);
    return graph;
}

} // namespace

ScatterChart::ScatterChart(QWidget *parent) : Chart(parent) {}

void ScatterChart::setData(const ScatterChartData &data)
{
    m_data = data;
    setSummary(data.summary);
    rebuild();
}

void ScatterChart::build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size)
{
    m_plot = &plot;
    preparePlot(plot, tokens);
    double xLow = std::numeric_limits<double>::infinity(), xHigh = -xLow, yLow = xLow, yHigh = -xLow;
    QVector<QPointF> front;
    QVector<QPointF> others;
    for (const ScatterPoint &point : m_data.points) {
        xLow = std::min(xLow, point.at.x());
        xHigh = std::max(xHigh, point.at.x());
        yLow = std::min(yLow, point.at.y());
        yHigh = std::max(yHigh, point.at.y());
        (point.emphasized ? front : others).push_back(point.at);
    }
    styleAxis(*plot.xAxis, m_data.x, axisSpan(m_data.x, xLow, xHigh, true), tokens, std::clamp(static_cast<int>(size.width() / 90.0), 2, 7));
    styleAxis(*plot.yAxis, m_data.y, axisSpan(m_data.y, yLow, yHigh, true), tokens, std::clamp(static_cast<int>(size.height() / 48.0), 2, 6));
    plot.axisRect()->setMinimumMargins(QMargins(8, 12, 16, 4));

    const QColor color = tokens.seriesColor(0);
    addGraph(plot, others)->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(tokens.textSecondary, 1.2), QBrush(Qt::NoBrush), kPointSize - 1));
    std::ranges::sort(front, {}, [](const QPointF &point) { return point.x(); });
    QCPGraph *best = addGraph(plot, front);
    best->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(color, 1), color, kPointSize));
    for (qsizetype i = 0; i < m_data.points.size(); ++i) {
        const ScatterPoint &point = m_data.points.at(i);
        if (point.best)
            addGraph(plot, {point.at})->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(tokens.text, 1.4), tokens.accent, kPointSize + 5));
        const bool atCursor = cursor() == std::optional<double>(static_cast<double>(i));
        if (point.chosen || atCursor)
            addGraph(plot, {point.at})->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(atCursor ? tokens.text : tokens.accent, 2), QBrush(Qt::NoBrush), kPointSize + 11));
        if (!point.chosen)
            continue;
        const QFont small = fontOf(TextRole::Small);
        const LabelPlace place = labelPlace(i, plot, size, small);
        auto *text = addText(plot, point.at, {place.left ? -13.0 : 13.0, place.below ? 9.0 : -9.0},
                             (place.left ? Qt::AlignRight : Qt::AlignLeft) | (place.below ? Qt::AlignTop : Qt::AlignBottom), point.label, tokens.text, small);
        QColor veil = tokens.surface;
        veil.setAlphaF(0.8f);
        text->setBrush(veil);
    }
}

// The corner around a point whose label covers the fewest other points and stays inside the chart.
ScatterChart::LabelPlace ScatterChart::labelPlace(qsizetype index, const QCustomPlot &plot, const QSizeF &size, const QFont &font) const
{
    // Within the axes, about: their numbers take some of the chart, and no label may stand on them.
    const QSizeF area(size.width() - 64.0, size.height() - 36.0);
    const auto pixel = [&](const QPointF &at) {
        const QCPRange x = plot.xAxis->range();
        const QCPRange y = plot.yAxis->range();
        return QPointF((at.x() - x.lower) / std::max(x.size(), 1e-300) * area.width(), (y.upper - at.y()) / std::max(y.size(), 1e-300) * area.height());
    };
    const ScatterPoint &own = m_data.points.at(index);
    const QPointF at = pixel(own.at);
    const QSizeF text = QFontMetricsF(font).size(Qt::TextSingleLine, own.label);
    LabelPlace best;
    double least = std::numeric_limits<double>::infinity();
    for (const LabelPlace place : {LabelPlace{false, false}, LabelPlace{true, false}, LabelPlace{false, true}, LabelPlace{true, true}}) {
        const QRectF box(QPointF(place.left ? at.x() - 13.0 - text.width() : at.x() + 13.0, place.below ? at.y() + 9.0 : at.y() - 9.0 - text.height()), text);
        double cost = box.left() < 0 || box.right() > area.width() || box.top() < 0 || box.bottom() > area.height() ? 100 : 0;
        for (qsizetype i = 0; i < m_data.points.size(); ++i)
            cost += i != index && box.adjusted(-kPointSize, -kPointSize, kPointSize, kPointSize).contains(pixel(m_data.points.at(i).at)) ? 1 : 0;
        if (cost < least) {
            least = cost;
            best = place;
        }
    }
    return best;
}

QVector<LegendEntry> ScatterChart::legend() const
{
    QVector<LegendEntry> entries;
    LegendEntry entry;
    entry.box = true;
    entry.name = m_data.emphasizedName;
    if (!entry.name.isEmpty())
        entries.push_back(entry);
    entry.color = -1;
    entry.name = m_data.otherName;
    if (!entry.name.isEmpty() && std::ranges::any_of(m_data.points, [](const ScatterPoint &point) { return !point.emphasized; }))
        entries.push_back(entry);
    return entries;
}

// A place is a point's number: two points may share an x.
QVector<double> ScatterChart::cursorPlaces() const
{
    QVector<double> places;
    for (qsizetype i = 0; i < m_data.points.size(); ++i)
        places.push_back(static_cast<double>(i));
    return places;
}

QString ScatterChart::readingAt(double place) const
{
    const auto index = static_cast<qsizetype>(std::lround(place));
    return index >= 0 && index < m_data.points.size() ? m_data.points.at(index).details : QString();
}

double ScatterChart::placeAt(QCustomPlot &plot, const QPointF &position) const
{
    double nearest = 0;
    double least = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i < m_data.points.size(); ++i) {
        const QPointF &at = m_data.points.at(i).at;
        const QPointF distance = QPointF(plot.xAxis->coordToPixel(at.x()), plot.yAxis->coordToPixel(at.y())) - position;
        if (const double squared = QPointF::dotProduct(distance, distance); squared < least) {
            least = squared;
            nearest = static_cast<double>(i);
        }
    }
    return nearest;
}

QPointF ScatterChart::pixelOf(int point) const
{
    if (!m_plot || point < 0 || point >= m_data.points.size())
        return {};
    const QPointF &at = m_data.points.at(point).at;
    return QPointF(m_plot->pos()) + QPointF(m_plot->xAxis->coordToPixel(at.x()), m_plot->yAxis->coordToPixel(at.y()));
}

void ScatterChart::activate(double place)
{
    emit pointActivated(static_cast<int>(std::lround(place)));
}

} // namespace headroom::ui
