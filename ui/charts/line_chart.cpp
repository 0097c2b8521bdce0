// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/charts/line_chart.h>

#include "chart_kit.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::ui {

namespace {

constexpr double kLabelHeight = 14.0;

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

double share(double value, const Span &span, bool logarithmic)
{
    if (logarithmic)
        return std::log(value / span.low) / std::log(span.high / span.low);
    return (value - span.low) / (span.high - span.low);
}

double unshare(double part, const Span &span, bool logarithmic)
{
    if (logarithmic)
        return span.low * std::pow(span.high / span.low, part);
    return span.low + part * (span.high - span.low);
}

struct EndLabel {
    QPointF point;
    double y = 0.0; // share of the height, moved so that labels do not cover each other
    const LineSeries *series = nullptr;
};

// Value of a series at x, between its points where it is a line; nothing outside or in a gap.
std::optional<double> valueAtX(const LineSeries &series, double x)
{
    const auto &points = series.points;
    if (points.isEmpty() || x < points.first().x() - 1e-9 || x > points.last().x() + 1e-9)
        return std::nullopt;
    auto after = std::lower_bound(points.begin(), points.end(), x, [](const QPointF &point, double value) { return point.x() < value; });
    if (after == points.end())
        after = points.end() - 1;
    if (after->x() == x || after == points.begin())
        return std::isfinite(after->y()) ? std::optional<double>(after->y()) : std::nullopt;
    const QPointF before = *(after - 1);
    const double y = series.shape == LineShape::Step ? before.y() : before.y() + (after->y() - before.y()) * (x - before.x()) / (after->x() - before.x());
    return std::isfinite(y) ? std::optional<double>(y) : std::nullopt;
}

} // namespace

LineChart::LineChart(QWidget *parent) : Chart(parent) {}

void LineChart::setData(const LineChartData &data)
{
    m_data = data;
    setSummary(data.summary);
    rebuild();
}

bool LineChart::hasData() const
{
    return std::any_of(m_data.series.begin(), m_data.series.end(), [](const LineSeries &series) { return !series.points.isEmpty(); });
}

void LineChart::build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size)
{
    preparePlot(plot, tokens);
    Extent xs;
    Extent ys;
    bool endLabels = false;
    for (const LineSeries &series : m_data.series) {
        endLabels = endLabels || (series.labelled && !series.name.isEmpty());
        for (const QPointF &point : series.points) {
            xs.add(point.x());
            ys.add(point.y());
        }
    }
    if (m_data.target)
        ys.add(m_data.target->value);
    for (const VerticalLine &line : m_data.verticals)
        xs.add(line.x);
    const Span x = axisSpan(m_data.x, xs.low, xs.high, false);
    const Span y = axisSpan(m_data.y, ys.low, ys.high, true);
    const int xTicks = std::clamp(static_cast<int>(size.width() / 90.0), 2, 8);
    const int yTicks = std::clamp(static_cast<int>(size.height() / 48.0), 2, 7);
    styleAxis(*plot.xAxis, m_data.x, x, tokens, xTicks);
    styleAxis(*plot.yAxis, m_data.y, y, tokens, yTicks);

    const QFont small = fontOf(TextRole::Small);
    const QFontMetricsF metrics(small);
    double labelRoom = 0.0;
    if (endLabels)
        for (const LineSeries &series : m_data.series)
            if (series.labelled)
                labelRoom = std::max(labelRoom, metrics.horizontalAdvance(series.name));
    plot.axisRect()->setMinimumMargins(QMargins(8, m_data.verticals.isEmpty() ? 10 : 20, static_cast<int>(std::min(labelRoom + 12.0, size.width() * 0.3)), 4));

    if (m_data.target && m_data.shadedTo) {
        auto *area = new QCPItemRect(&plot);
        area->topLeft->setCoords(x.low, m_data.target->value);
        area->bottomRight->setCoords(std::min(*m_data.shadedTo, x.high), y.low);
        area->setPen(QPen(Qt::NoPen));
        area->setBrush(tokens.targetArea);
        area->setLayer(QStringLiteral("background"));
    }

    for (const VerticalLine &line : m_data.verticals) {
        if (line.x < x.low || line.x > x.high)
            continue;
        auto *item = new QCPItemLine(&plot);
        item->start->setTypeY(QCPItemPosition::ptAxisRectRatio);
        item->end->setTypeY(QCPItemPosition::ptAxisRectRatio);
        item->start->setCoords(line.x, 1.0);
        item->end->setCoords(line.x, 0.0);
        item->setPen(QPen(line.dashed ? tokens.borderStrong : tokens.text, 1, line.dashed ? Qt::DotLine : Qt::SolidLine));
        item->setLayer(QStringLiteral("grid"));
        // The solid line is named at its head, the dashed one at its foot, on the side with more room.
        const double at = share(line.x, x, m_data.x.logarithmic);
        const double textShare = (metrics.horizontalAdvance(line.label) + 12.0) / std::max(60.0, size.width() - labelRoom - 70.0);
        const bool leftSide = line.dashed ? at + textShare > 1.05 : at > 0.5;
        auto *text = addText(plot, {line.x, y.low}, {leftSide ? -5.0 : 5.0, 0.0}, (leftSide ? Qt::AlignRight : Qt::AlignLeft) | (line.dashed ? Qt::AlignBottom : Qt::AlignVCenter),
                             line.label, line.dashed ? tokens.textSecondary : tokens.text, small);
        if (line.dashed) {
            text->setPadding(text->padding() + QMargins(0, 0, 0, 5));
        } else {
            text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
            text->position->setCoords(line.x, 0.0);
            text->setPositionAlignment((leftSide ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom);
        }
    }

    QVector<EndLabel> labels;
    for (const LineSeries &series : m_data.series) {
        if (series.points.isEmpty())
            continue;
        QCPGraph *graph = plot.addGraph();
        QVector<double> px;
        QVector<double> py;
        px.reserve(series.points.size());
        py.reserve(series.points.size());
        EndLabel label;
        label.series = &series;
        bool shown = false;
        for (const QPointF &point : series.points) {
            px.push_back(point.x());
            py.push_back(point.y());
            if (std::isfinite(point.y()) && point.y() <= y.high && point.y() >= y.low && point.x() <= x.high) {
                label.point = point;
                shown = true;
            }
        }
        graph->setData(px, py, true);
        graph->setName(series.name);
        graph->setLineStyle(series.shape == LineShape::Step ? QCPGraph::lsStepLeft : QCPGraph::lsLine);
        graph->setPen(seriesPen(tokens.seriesColor(series.color), series.dash, series.emphasized ? 2.2 : 1.5));
        graph->setAntialiased(series.shape == LineShape::Line);
        if (shown && series.labelled && !series.name.isEmpty()) {
            label.y = share(label.point.y(), y, m_data.y.logarithmic);
            labels.push_back(label);
        }
    }

    // Names at the lines' ends, pushed apart where they would cover each other.
    std::sort(labels.begin(), labels.end(), [](const EndLabel &a, const EndLabel &b) { return a.y < b.y; });
    const double gap = kLabelHeight / std::max(40.0, size.height() - 40.0);
    for (qsizetype i = 1; i < labels.size(); ++i) {
        const bool besides = std::abs(share(labels[i].point.x(), x, m_data.x.logarithmic) - share(labels[i - 1].point.x(), x, m_data.x.logarithmic)) * size.width()
            > labelRoom + 12.0;
        if (!besides && labels[i].y - labels[i - 1].y < gap)
            labels[i].y = labels[i - 1].y + gap;
    }
    for (const EndLabel &label : labels) {
        auto *text = addText(plot, {label.point.x(), unshare(label.y, y, m_data.y.logarithmic)}, {6, 0}, Qt::AlignLeft | Qt::AlignVCenter, label.series->name,
                             tokens.seriesColor(label.series->color), small);
        QColor veil = tokens.surface;
        veil.setAlphaF(0.75f);
        text->setBrush(veil);
    }

    const auto shareOf = [&](double value) { return share(value, y, m_data.y.logarithmic); };
    if (m_data.target) {
        // Named at the right, unless a line comes through there.
        const double right = m_data.x.logarithmic ? x.high : x.high - 0.1 * (x.high - x.low);
        const bool crossed = std::ranges::any_of(m_data.series, [&](const LineSeries &series) {
            const auto value = valueAtX(series, right);
            return value && std::abs(shareOf(*value) - shareOf(m_data.target->value)) < 0.12;
        });
        addHorizontal(plot, *m_data.target, x, tokens, crossed ? Qt::AlignLeft : Qt::AlignRight);
    }

    if (m_data.marker) {
        QCPGraph *dot = plot.addGraph();
        dot->setData({m_data.marker->point.x()}, {m_data.marker->point.y()}, true);
        dot->setLineStyle(QCPGraph::lsNone);
        dot->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(tokens.surface, 2), tokens.seriesColor(m_data.marker->color), 11));
        if (!m_data.marker->label.isEmpty()) {
            // Above the point, on the side where no line rises through the words.
            const QPointF point = m_data.marker->point;
            const double width = metrics.horizontalAdvance(m_data.marker->label) + 12.0;
            const bool roomLeft = share(point.x(), x, m_data.x.logarithmic) * (size.width() - labelRoom - 70.0) > width;
            const bool rising = std::ranges::any_of(m_data.series, [&](const LineSeries &series) {
                const auto value = valueAtX(series, point.x() + 0.1 * (x.high - x.low));
                return value && shareOf(*value) > shareOf(point.y()) + 0.02 && shareOf(*value) < shareOf(point.y()) + 0.2;
            });
            const bool left = rising && roomLeft;
            addText(plot, point, {left ? -9.0 : 9.0, -8}, (left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom, m_data.marker->label, tokens.text, small);
        }
    }
}

QVector<double> LineChart::cursorPlaces() const
{
    QVector<double> places;
    for (const LineSeries &series : m_data.series)
        for (const QPointF &point : series.points)
            if ((!m_data.x.min || point.x() >= *m_data.x.min) && (!m_data.x.max || point.x() <= *m_data.x.max))
                places.push_back(point.x());
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

QString LineChart::readingAt(double place) const
{
    QStringList lines{m_data.x.label.isEmpty() ? formatted(m_data.x, place) : QStringLiteral("%1: %2").arg(m_data.x.label, formatted(m_data.x, place))};
    for (const LineSeries &series : m_data.series)
        if (const std::optional<double> value = valueAtX(series, place))
            lines << (series.name.isEmpty() ? formatted(m_data.y, *value) : QStringLiteral("%1: %2").arg(series.name, formatted(m_data.y, *value)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace headroom::ui
