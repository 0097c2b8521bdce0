// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/charts/parallel_chart.h>

#include "chart_kit.h"

#include <QFontMetricsF>

#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kBelow = -0.22;   // room for what stands under and over the axes
constexpr double kAbove = 1.34;

} // namespace

ParallelChart::ParallelChart(QWidget *parent) : Chart(parent) {}

void ParallelChart::setData(const ParallelChartData &data)
{
    m_data = data;
    setSummary(data.summary);
    rebuild();
}

void ParallelChart::build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size)
{
    preparePlot(plot, tokens);
    const double last = static_cast<double>(m_data.axes.size() - 1);
    ChartAxis plain;
    styleAxis(*plot.xAxis, plain, {-0.5, last + 0.5}, tokens, 2);
    styleAxis(*plot.yAxis, plain, {kBelow, kAbove}, tokens, 2);
    plot.xAxis->setVisible(false);
    plot.yAxis->setVisible(false);
    plot.xAxis->grid()->setVisible(false);
    plot.yAxis->grid()->setVisible(false);
    plot.axisRect()->setMinimumMargins(QMargins(4, 4, 4, 4));

    const QFont small = fontOf(TextRole::Small);
    QFont strong = small;
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(small);
    const double room = size.width() / (last + 1.0) - 8.0;
    const auto fitted = [&](const QString &text) { return metrics.elidedText(text, Qt::ElideRight, room); };
    for (qsizetype i = 0; i < m_data.axes.size(); ++i) {
        const double x = static_cast<double>(i);
        auto *axis = new QCPItemLine(&plot);
        axis->start->setCoords(x, 0.0);
        axis->end->setCoords(x, 1.0);
        axis->setPen(QPen(tokens.borderStrong, 1));
        axis->setLayer(QStringLiteral("grid"));
        const ParallelAxis &shown = m_data.axes.at(i);
        addText(plot, {x, kAbove}, {0, 0}, Qt::AlignHCenter | Qt::AlignTop, fitted(shown.title), tokens.text, strong);
        addText(plot, {x, 1.0}, {0, -3}, Qt::AlignHCenter | Qt::AlignBottom, fitted(shown.best), tokens.textSecondary, small);
        addText(plot, {x, 0.0}, {0, 3}, Qt::AlignHCenter | Qt::AlignTop, fitted(shown.worst), tokens.textSecondary, small);
    }
    for (const ParallelLine &line : m_data.lines) {
        QCPGraph *graph = plot.addGraph();
        QVector<double> x, y;
        for (qsizetype i = 0; i < line.shares.size(); ++i) {
            x.push_back(static_cast<double>(i));
            y.push_back(line.shares.at(i));
        }
        graph->setData(x, y, true);
        graph->setName(line.name);
        graph->setPen(seriesPen(tokens.seriesColor(line.color), line.dash, line.emphasized ? 2.6 : 1.6));
        graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(tokens.surface, 1.5), tokens.seriesColor(line.color), line.emphasized ? 9 : 7));
    }
}

QVector<LegendEntry> ParallelChart::legend() const
{
    QVector<LegendEntry> entries;
    for (const ParallelLine &line : m_data.lines)
        entries.push_back({line.name, {}, line.color, line.dash, false});
    return entries;
}

QVector<double> ParallelChart::cursorPlaces() const
{
    QVector<double> places;
    for (qsizetype i = 0; i < m_data.axes.size(); ++i)
        places.push_back(static_cast<double>(i));
    return places;
}

QString ParallelChart::readingAt(double place) const
{
    const auto index = static_cast<qsizetype>(std::lround(place));
    if (index < 0 || index >= m_data.axes.size())
        return {};
    QStringList lines{m_data.axes.at(index).title};
    for (const ParallelLine &line : m_data.lines)
        lines << QStringLiteral("%1: %2").arg(line.name, line.texts.value(index));
    return lines.join(QLatin1Char('\n'));
}

} // namespace headroom::ui
