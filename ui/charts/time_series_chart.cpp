// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/charts/time_series_chart.h>

#include "chart_kit.h"

#include <ui/charts/decimation.h>

#include <QDateTime>
#include <QMouseEvent>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::ui {

namespace {

QString clockText(double time, double window)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(time * 1000.0)));
    return at.toString(window > 86400.0 ? QStringLiteral("yyyy-MM-dd HH:mm") : QStringLiteral("HH:mm:ss"));
}

} // namespace

TimeSeriesChart::TimeSeriesChart(QWidget *parent) : Chart(parent) {}

void TimeSeriesChart::setData(const TimeChartData &data)
{
    m_data = data;
    setSummary(data.summary);
    rebuild();
}

void TimeSeriesChart::append(int series, double time, double value)
{
    if (series >= 0 && series < m_data.series.size())
        m_data.series[series].points.push_back({time, value});
}

void TimeSeriesChart::advance(double to)
{
    m_data.from += to - m_data.to;
    m_data.to = to;
    for (TimeSeries &series : m_data.series) {
        // The last point left of the edge stays, so that the line enters the window instead of starting inside it.
        const auto inside = std::lower_bound(series.points.begin(), series.points.end(), m_data.from, [](const QPointF &point, double time) { return point.x() < time; });
        const auto before = inside - series.points.begin();
        if (before > 1)
            series.points.remove(0, before - 1);
    }
    rebuild();
}

bool TimeSeriesChart::hasData() const
{
    return std::any_of(m_data.series.begin(), m_data.series.end(), [](const TimeSeries &series) {
        return std::any_of(series.points.begin(), series.points.end(), [](const QPointF &point) { return std::isfinite(point.y()); });
    });
}

// Behind all lines: what lies between the least and the greatest of each stretch.
void TimeSeriesChart::addBand(QCustomPlot &plot, const TimeSeries &series, const Tokens &tokens, int pixels) const
{
    if (series.low.isEmpty() || series.low.size() != series.high.size())
        return;
    QCPGraph *edges[2] = {};
    for (int edge = 0; edge < 2; ++edge) {
        QVector<double> px;
        QVector<double> py;
        for (const QPointF &point : decimated(edge == 0 ? series.low : series.high, m_data.from, m_data.to, pixels)) {
            px.push_back(point.x());
            py.push_back(point.y());
        }
        edges[edge] = plot.addGraph();
        edges[edge]->setData(px, py, true);
        edges[edge]->setPen(Qt::NoPen);
        edges[edge]->setAntialiased(false);
    }
    QColor ink = tokens.seriesColor(series.color);
    ink.setAlphaF(m_data.series.size() > 3 ? 0.14F : 0.22F);
    edges[1]->setBrush(ink);
    edges[1]->setChannelFillGraph(edges[0]);
}

void TimeSeriesChart::build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size)
{
    preparePlot(plot, tokens);
    // Long lines are drawn one pixel wide and without smoothing: everything else goes through Qt's stroker, which takes many
    // times as long. Without the hint a wide pen on a long line costs a hundred times more.
    const auto isLong = [&size](const TimeSeries &series) { return static_cast<double>(series.points.size()) > size.width(); };
    const bool anyWide = std::ranges::any_of(m_data.series, [&](const TimeSeries &series) { return series.emphasized || !isLong(series); });
    plot.setPlottingHint(QCP::phFastPolylines, anyWide);
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const TimeSeries &series : m_data.series)
        for (const QVector<QPointF> *points : {&series.points, &series.low, &series.high})
            for (const QPointF &point : *points) {
                if (!std::isfinite(point.y()) || point.x() < m_data.from || point.x() > m_data.to)
                    continue;
                low = std::min(low, point.y());
                high = std::max(high, point.y());
            }
    if (m_data.target) {
        low = std::min(low, m_data.target->value);
        high = std::max(high, m_data.target->value);
    }
    const Span y = axisSpan(m_data.y, low, high, true);
    const Span x{m_data.from, m_data.to > m_data.from ? m_data.to : m_data.from + 1.0};
    const double window = x.high - x.low;
    ChartAxis time;
    styleAxis(*plot.xAxis, time, x, tokens, std::clamp(static_cast<int>(size.width() / 90.0), 2, 8));
    auto ticker = QSharedPointer<ClockTicker>::create();
    ticker->setDateTimeFormat(window > 2.0 * 86400.0 ? QStringLiteral("MM-dd") : window > 360.0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
    ticker->setTickCount(std::clamp(static_cast<int>(size.width() / 90.0), 2, 6));
    plot.xAxis->setTicker(ticker);
    styleAxis(*plot.yAxis, m_data.y, y, tokens, std::clamp(static_cast<int>(size.height() / 45.0), 2, 5));
    plot.axisRect()->setMinimumMargins(QMargins(8, 8, 16, 4));

    for (const TimeSeries &series : m_data.series)
        addBand(plot, series, tokens, std::max(1, static_cast<int>(size.width())));
    for (const TimeSeries &series : m_data.series) {
        const QVector<QPointF> points = decimated(series.points, m_data.from, m_data.to, std::max(1, static_cast<int>(size.width())));
        QVector<double> px;
        QVector<double> py;
        px.reserve(points.size());
        py.reserve(points.size());
        for (const QPointF &point : points) {
            px.push_back(point.x());
            py.push_back(point.y());
        }
        QCPGraph *graph = plot.addGraph();
        graph->setData(px, py, true);
        graph->setName(series.name);
        graph->setPen(seriesPen(tokens.seriesColor(series.color), series.dash, series.emphasized ? 2.0 : isLong(series) ? 1.0 : 1.3));
        graph->setAntialiased(series.emphasized || !isLong(series));
        // A value that stands alone between two gaps is no line: it would not be seen without a dot.
        const auto lone = [&points](qsizetype i) {
            const bool before = i > 0 && std::isfinite(points.at(i - 1).y());
            const bool after = i + 1 < points.size() && std::isfinite(points.at(i + 1).y());
            return std::isfinite(points.at(i).y()) && !before && !after;
        };
        QVector<double> dx;
        QVector<double> dy;
        for (qsizetype i = 0; i < points.size(); ++i) {
            if (lone(i)) {
                dx.push_back(points.at(i).x());
                dy.push_back(points.at(i).y());
            }
        }
        if (!dx.isEmpty()) {
            QCPGraph *dots = plot.addGraph();
            dots->setData(dx, dy, true);
            dots->setLineStyle(QCPGraph::lsNone);
            dots->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, tokens.seriesColor(series.color), 4));
        }
    }
    for (const TimeMark &mark : m_data.marks) {
        if (mark.time < x.low || mark.time > x.high)
            continue;
        const QColor ink = mark.error ? tokens.error : tokens.warning;
        auto *line = new QCPItemLine(&plot); // the plot owns it
        line->setPen(QPen(ink, 1, Qt::DashLine));
        line->start->setTypeY(QCPItemPosition::ptAxisRectRatio);
        line->end->setTypeY(QCPItemPosition::ptAxisRectRatio);
        line->start->setCoords(mark.time, 0.0);
        line->end->setCoords(mark.time, 1.0);
        // The sign, not only the colour, tells an error from a warning.
        auto *sign = new QCPItemText(&plot);
        sign->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        sign->position->setCoords(mark.time, 0.0);
        sign->setPositionAlignment(Qt::AlignHCenter | Qt::AlignTop);
        sign->setText(mark.error ? QStringLiteral("✕") : QStringLiteral("!"));
        QFont font = fontOf(TextRole::Small);
        font.setWeight(QFont::DemiBold);
        sign->setFont(font);
        sign->setColor(ink);
        sign->setBrush(tokens.surface);
        sign->setPadding(QMargins(2, 0, 2, 0));
    }
    if (m_data.target)
        addHorizontal(plot, *m_data.target, x, tokens);
}

void TimeSeriesChart::mousePressEvent(QMouseEvent *event)
{
    Chart::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && hasData() && plotArea().contains(event->position()))
        m_drag = Drag{event->position().x(), m_data.from, m_data.to, false};
}

void TimeSeriesChart::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag || !event->buttons().testFlag(Qt::LeftButton)) {
        Chart::mouseMoveEvent(event);
        return;
    }
    const double pixels = event->position().x() - m_drag->x;
    if (!m_drag->moved && std::abs(pixels) < 4)
        return;
    m_drag->moved = true;
    setCursor(Qt::ClosedHandCursor);
    const double by = -pixels * (m_drag->to - m_drag->from) / std::max(1.0, plotArea().width());
    emit stretchWanted(m_drag->from + by, m_drag->to + by);
}

void TimeSeriesChart::mouseReleaseEvent(QMouseEvent *event)
{
    Chart::mouseReleaseEvent(event);
    m_drag.reset();
    unsetCursor();
}

void TimeSeriesChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    Chart::mouseDoubleClickEvent(event);
    emit liveWanted();
}

void TimeSeriesChart::wheelEvent(QWheelEvent *event)
{
    const QRectF area = plotArea();
    // Without Ctrl the page scrolls.
    if (!event->modifiers().testFlag(Qt::ControlModifier) || !hasData() || event->angleDelta().y() == 0 || area.width() <= 0) {
        Chart::wheelEvent(event);
        return;
    }
    zoom(std::pow(1.25, -event->angleDelta().y() / 120.0), std::clamp((event->position().x() - area.left()) / area.width(), 0.0, 1.0));
    event->accept();
}

void TimeSeriesChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(0.5, 0.5);
    case Qt::Key_Minus: return zoom(2.0, 0.5);
    case Qt::Key_PageUp: return move(-0.5);
    case Qt::Key_PageDown: return move(0.5);
    case Qt::Key_L: emit liveWanted(); return;
    default: Chart::keyPressEvent(event);
    }
}

// By the factor around the moment that stands at `share` of the width.
void TimeSeriesChart::zoom(double factor, double share)
{
    const double length = m_data.to - m_data.from;
    const double at = m_data.from + share * length;
    emit stretchWanted(at - share * length * factor, at + (1.0 - share) * length * factor);
}

void TimeSeriesChart::move(double share)
{
    const double by = share * (m_data.to - m_data.from);
    emit stretchWanted(m_data.from + by, m_data.to + by);
}

QVector<LegendEntry> TimeSeriesChart::legend() const
{
    QVector<LegendEntry> entries;
    for (const TimeSeries &series : m_data.series)
        entries.push_back({series.name, {}, series.color, series.dash, false});
    return entries;
}

QVector<double> TimeSeriesChart::cursorPlaces() const
{
    QVector<double> places;
    for (const TimeSeries &series : m_data.series)
        for (const QPointF &point : series.points)
            if (std::isfinite(point.y()) && point.x() >= m_data.from && point.x() <= m_data.to)
                places.push_back(point.x());
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

QString TimeSeriesChart::readingAt(double place) const
{
    QStringList lines{clockText(place, m_data.to - m_data.from)};
    const double near = (m_data.to - m_data.from) / 200.0;
    for (const TimeSeries &series : m_data.series) {
        double distance = near;
        qsizetype at = -1;
        for (qsizetype i = 0; i < series.points.size(); ++i) {
            const QPointF &point = series.points.at(i);
            if (std::isfinite(point.y()) && std::abs(point.x() - place) <= distance) {
                distance = std::abs(point.x() - place);
                at = i;
            }
        }
        if (at < 0)
            continue;
        QString reading = QStringLiteral("%1: %2").arg(series.name, formatted(m_data.y, series.points.at(at).y()));
        if (at < series.low.size() && at < series.high.size())
            reading += QStringLiteral(" (%1 – %2)").arg(formatted(m_data.y, series.low.at(at).y()), formatted(m_data.y, series.high.at(at).y()));
        lines << reading;
    }
    for (const TimeMark &mark : m_data.marks)
        if (std::abs(mark.time - place) <= near)
            lines << mark.text;
    return lines.join(QLatin1Char('\n'));
}

} // namespace headroom::ui
