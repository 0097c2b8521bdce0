// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/charts/tornado_chart.h>

#include "chart_kit.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {
constexpr double kBarShare = 0.62;   // of the distance between rows
}

TornadoChart::TornadoChart(QWidget *parent) : Chart(parent) {}

void TornadoChart::setData(const TornadoChartData &data)
{
    m_data = data;
    setSummary(data.summary);
    rebuild();
}

QSize TornadoChart::minimumSizeHint() const
{
    return {240, std::max(110, static_cast<int>(m_data.rows.size()) * 22 + 40)};
}

void TornadoChart::build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size)
{
    preparePlot(plot, tokens);
    const QFont small = fontOf(TextRole::Small);
    const QFontMetricsF metrics(small);
    double low = m_data.base;
    double high = m_data.base;
    double lowWidth = 0;
    double highWidth = 0;
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (qsizetype i = 0; i < m_data.rows.size(); ++i) {
        const TornadoRow &row = m_data.rows.at(i);
        for (const double end : {row.low, row.high})
            if (std::isfinite(end)) {
                low = std::min(low, end);
                high = std::max(high, end);
            }
        const bool falls = std::isfinite(row.low) && row.low > m_data.base;
        lowWidth = std::max(lowWidth, metrics.horizontalAdvance(falls ? row.highInput : row.lowInput));
        highWidth = std::max(highWidth, metrics.horizontalAdvance(falls ? row.lowInput : row.highInput));
        ticker->addTick(static_cast<double>(i), metrics.elidedText(row.label, Qt::ElideRight, size.width() * 0.34));
    }
    // Room at either side for the inputs at the bars' ends.
    const double room = std::max(80.0, size.width() * 0.62);
    const double span = std::max(high - low, std::abs(m_data.base) * 0.02 + 1e-9) / std::max(0.3, 1.0 - (lowWidth + highWidth + 24.0) / room);
    ChartAxis keys;
    const double count = static_cast<double>(m_data.rows.size());
    styleAxis(*plot.yAxis, keys, {-0.5, count - 0.5}, tokens, 5);
    plot.yAxis->setTicker(ticker);
    plot.yAxis->setRangeReversed(true);
    plot.yAxis->grid()->setVisible(false);
    plot.yAxis->setTickLabelColor(tokens.text);
    const double leftAir = span * (lowWidth + 12.0) / room;
    styleAxis(*plot.xAxis, m_data.x, {low - leftAir, low - leftAir + span}, tokens, std::clamp(static_cast<int>(size.width() / 110.0), 2, 5));
    plot.axisRect()->setMinimumMargins(QMargins(4, 18, 8, 4));

    const auto half = [&](double key, double end, bool higherInput, const QString &input) {
        if (!std::isfinite(end) || end == m_data.base)
            return;
        auto *bar = new QCPItemRect(&plot);
        bar->topLeft->setCoords(std::min(end, m_data.base), key - kBarShare / 2);
        bar->bottomRight->setCoords(std::max(end, m_data.base), key + kBarShare / 2);
        const QColor color = tokens.seriesColor(higherInput ? 0 : 1);
        bar->setBrush(higherInput ? QBrush(color) : QBrush(color, Qt::BDiagPattern));
        bar->setPen(cursor() == std::optional<double>(key) ? QPen(tokens.text, 1.6) : QPen(color, 1));
        const bool right = end > m_data.base;
        addText(plot, {end, key}, {right ? 5.0 : -5.0, 0.0}, (right ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, input, tokens.textSecondary, small);
    };
    for (qsizetype i = 0; i < m_data.rows.size(); ++i) {
        const TornadoRow &row = m_data.rows.at(i);
        half(static_cast<double>(i), row.low, false, row.lowInput);
        half(static_cast<double>(i), row.high, true, row.highInput);
    }
    auto *line = new QCPItemLine(&plot);
    line->start->setCoords(m_data.base, -0.5);
    line->end->setCoords(m_data.base, count - 0.5);
    line->setPen(QPen(tokens.text, 1.2));
    addText(plot, {m_data.base, -0.5}, {0, -1}, Qt::AlignHCenter | Qt::AlignBottom, m_data.baseLabel, tokens.text, small);
}

QVector<LegendEntry> TornadoChart::legend() const
{
    QVector<LegendEntry> entries;
    for (const bool higher : {false, true}) {
        LegendEntry entry;
        entry.name = higher ? m_data.highName : m_data.lowName;
        entry.color = higher ? 0 : 1;
        entry.box = true;
        if (!entry.name.isEmpty())
            entries.push_back(entry);
    }
    return entries;
}

QVector<double> TornadoChart::cursorPlaces() const
{
    QVector<double> places;
    for (qsizetype i = 0; i < m_data.rows.size(); ++i)
        places.push_back(static_cast<double>(i));
    return places;
}

QString TornadoChart::readingAt(double place) const
{
    const auto index = static_cast<qsizetype>(std::lround(place));
    if (index < 0 || index >= m_data.rows.size())
        return {};
    const TornadoRow &row = m_data.rows.at(index);
    return QStringLiteral("%1\n%2: %3\n%4: %5").arg(row.label, row.lowInput, row.lowText, row.highInput, row.highText);
}

double TornadoChart::placeAt(QCustomPlot &plot, const QPointF &position) const
{
    return plot.yAxis->pixelToCoord(position.y());
}

} // namespace headroom::ui
