// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/charts/bar_chart.h>

#include "chart_kit.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {
constexpr double kPitch = 46.0;   // pixels from row to row, at most
constexpr double kBar = 22.0;     // height of a bar, at most
} // namespace

BarChart::BarChart(QWidget *parent) : Chart(parent) {}

void BarChart::setData(const BarChartData &data)
{
    m_data = data;
    setSummary(data.summary);
    rebuild();
}

QSize BarChart::minimumSizeHint() const
{
    return {240, std::max(90, static_cast<int>(m_data.rows.size()) * 24)};
}

void BarChart::build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size)
{
    preparePlot(plot, tokens);
    const QFont small = fontOf(TextRole::Small);
    QFont bold = small;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(small);
    const QFontMetricsF boldMetrics(bold);
    const double labelLimit = size.width() * 0.42;

    double top = 0.0;
    double labelWidth = 0.0;
    double valueWidth = 0.0;
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (qsizetype i = 0; i < m_data.rows.size(); ++i) {
        const BarRow &row = m_data.rows.at(i);
        if (std::isfinite(row.value))
            top = std::max(top, row.value);
        valueWidth = std::max(valueWidth, boldMetrics.horizontalAdvance(row.valueText));
        const QString label = metrics.elidedText(row.label, Qt::ElideMiddle, labelLimit);
        labelWidth = std::max(labelWidth, metrics.horizontalAdvance(label));
        ticker->addTick(static_cast<double>(i), label);
    }
    const double count = static_cast<double>(m_data.rows.size());
    const double plotHeight = std::max(40.0, size.height() - 12.0);
    // Few rows stand in the middle at the usual distance instead of being spread over the whole height.
    const double pitches = std::max(count, plotHeight / kPitch);
    const double air = (pitches - count) / 2.0;
    const double barWidth = std::min(0.62, kBar * pitches / plotHeight);
    const double room = std::max(60.0, size.width() - labelWidth - 30.0);
    const double reach = top / std::max(0.25, 1.0 - (valueWidth + 12.0) / room);

    ChartAxis keys;
    styleAxis(*plot.yAxis, keys, {-0.5 - air, count - 0.5 + air}, tokens, 5);
    plot.yAxis->setTicker(ticker);
    plot.yAxis->setRangeReversed(true);
    plot.yAxis->grid()->setVisible(false);
    plot.yAxis->setTickLabelColor(tokens.text);
    ChartAxis values;
    styleAxis(*plot.xAxis, values, {0.0, reach > 0.0 ? reach : 1.0}, tokens, 4);
    plot.xAxis->setVisible(false);
    plot.axisRect()->setMinimumMargins(QMargins(4, 4, 8, 4));

    for (qsizetype i = 0; i < m_data.rows.size(); ++i) {
        const BarRow &row = m_data.rows.at(i);
        const auto key = static_cast<double>(i);
        const double value = std::isfinite(row.value) ? row.value : 0.0;
        auto *bar = new QCPBars(plot.yAxis, plot.xAxis); // the plot owns it
        bar->setWidthType(QCPBars::wtPlotCoords);
        bar->setWidth(barWidth);
        bar->setData({key}, {value}, true);
        QColor color = row.highlighted ? tokens.accent : row.color < 0 ? tokens.seriesOther : tokens.seriesColor(row.color);
        if (!row.highlighted && row.color >= 0)
            color.setAlphaF(0.62f);
        bar->setBrush(color);
        bar->setPen(cursor() == std::optional<double>(key) ? QPen(tokens.text, 1.5) : QPen(Qt::NoPen));
        addText(plot, {value, key}, {7, 0}, Qt::AlignLeft | Qt::AlignVCenter, row.valueText, tokens.text, row.highlighted ? bold : small);
    }
}

QVector<double> BarChart::cursorPlaces() const
{
    QVector<double> places;
    for (qsizetype i = 0; i < m_data.rows.size(); ++i)
        places.push_back(static_cast<double>(i));
    return places;
}

QString BarChart::readingAt(double place) const
{
    const auto index = static_cast<qsizetype>(std::lround(place));
    if (index < 0 || index >= m_data.rows.size())
        return {};
    return QStringLiteral("%1: %2").arg(m_data.rows.at(index).label, m_data.rows.at(index).valueText);
}

double BarChart::placeAt(QCustomPlot &plot, const QPointF &position) const
{
    return plot.yAxis->pixelToCoord(position.y());
}

void BarChart::activate(double place)
{
    emit rowActivated(static_cast<int>(std::lround(place)));
}

} // namespace headroom::ui
